//! Real and broken descriptions of others, where a folder of them is at hand.
//!
//! `BINDERY_SHARED` names the folder; without it there is nothing to read.

use std::path::{Path, PathBuf};

use bindery_openapi::{RenderStyle, read_file, render};

/// Every JSON file below `folder` that says it is OpenAPI 3.0.
fn descriptions(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            descriptions(&path, found);
        } else if path
            .extension()
            .is_some_and(|extension| extension == "json")
            && is_3_0(&path)
        {
            found.push(path);
        }
    }
    found.sort();
}

fn is_3_0(path: &Path) -> bool {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let after = text
        .split_once("\"openapi\"")
        .map_or("", |(_, after)| after);
    after.trim_start_matches([':', ' ', '"']).starts_with("3.0")
}

#[test]
fn every_description_is_read_or_refused_with_a_reason() {
    let Some(shared) = std::env::var_os("BINDERY_SHARED") else {
        println!("skipped: BINDERY_SHARED does not name a folder of descriptions");
        return;
    };
    let mut paths = Vec::new();
    descriptions(&Path::new(&shared).join("corpus"), &mut paths);
    let (mut read, mut refused) = (0, 0);
    for path in &paths {
        let reading = read_file(path);
        let text = render(&reading.report, &reading.sources, RenderStyle::Plain);
        match reading.document {
            Some(_) => read += 1,
            None => refused += 1,
        }
        assert_eq!(reading.document.is_none(), reading.report.has_errors());
        assert_eq!(text.is_empty(), reading.report.is_empty());
        let is_real = path.components().any(|part| part.as_os_str() == "real");
        assert!(
            reading.document.is_some() || !is_real,
            "{}:\n{text}",
            path.display()
        );
    }
    println!(
        "{} descriptions: {read} read, {refused} refused",
        paths.len()
    );
}
