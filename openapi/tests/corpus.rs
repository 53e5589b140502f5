//! Real and broken descriptions of others, where a folder of them is at hand.
//!
//! `BINDERY_SHARED` names the folder; `-- --include-ignored` runs the test.

use std::path::{Path, PathBuf};

use bindery_openapi::{RenderStyle, codes, read_file, render};

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
#[ignore = "needs BINDERY_SHARED"]
fn every_description_is_read_or_refused_with_a_reason() {
    let shared = std::env::var_os("BINDERY_SHARED");
    let shared = shared.expect("BINDERY_SHARED names a folder of descriptions");
    let corpus = Path::new(&shared).join("corpus");
    let mut paths = Vec::new();
    descriptions(&corpus, &mut paths);
    assert!(!paths.is_empty(), "no description in {}", corpus.display());
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

/// Every file below `folder` that ends as YAML does.
fn yaml_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            yaml_files(&path, found);
        } else if path
            .extension()
            .is_some_and(|extension| extension == "yaml" || extension == "yml")
        {
            found.push(path);
        }
    }
    found.sort();
}

#[test]
#[ignore = "needs BINDERY_SHARED"]
fn every_yaml_file_is_yaml() {
    let shared = std::env::var_os("BINDERY_SHARED");
    let shared = shared.expect("BINDERY_SHARED names a folder of descriptions");
    let features = Path::new(&shared).join("corpus/features");
    let mut paths = Vec::new();
    yaml_files(&features, &mut paths);
    assert!(paths.len() > 100, "{} files", paths.len());
    for path in &paths {
        let reading = read_file(path);
        let text = render(&reading.report, &reading.sources, RenderStyle::Plain);
        let of_the_format = [codes::SYNTAX, codes::DUPLICATE_KEY, codes::INVALID_KEY];
        let mut errors = reading.report.errors();
        assert!(
            errors.all(|error| !of_the_format.contains(&error.code)),
            "{}:\n{text}",
            path.display()
        );
    }
    println!("{} files", paths.len());
}

/// Every description of the folder that says which version it is.
fn roots(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<_> = entries
        .map(|entry| entry.path())
        .filter(|path| {
            let text = std::fs::read_to_string(path).unwrap_or_default();
            text.starts_with("openapi:") || text.contains("\"openapi\":")
        })
        .collect();
    paths.sort();
    paths
}

#[test]
#[ignore = "needs BINDERY_SHARED"]
fn descriptions_in_several_files_are_read_without_an_error() {
    let shared = std::env::var_os("BINDERY_SHARED");
    let shared = shared.expect("BINDERY_SHARED names a folder of descriptions");
    let features = Path::new(&shared).join("corpus/features");
    let (mut read, mut of_several) = (0, 0);
    for path in ["refs", "3.0.x", "3.1.x"]
        .into_iter()
        .flat_map(|folder| roots(&features.join(folder)))
    {
        let reading = read_file(&path);
        let text = render(&reading.report, &reading.sources, RenderStyle::Plain);
        assert!(reading.document.is_some(), "{}:\n{text}", path.display());
        read += 1;
        if reading.sources.paths().count() > 1 {
            of_several += 1;
        }
    }
    assert!(
        read >= 170 && of_several >= 12,
        "{read} descriptions, {of_several} of several files"
    );
    println!("{read} descriptions, {of_several} of several files");
}

/// Whether the file is the root of a description of Swagger 2.0.
fn is_2_0(path: &Path) -> bool {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let version = text.split_once("swagger").map_or("", |(_, after)| after);
    let version = version.trim_start_matches(['"', '\'', ':', ' ']);
    version.starts_with("2.0")
}

#[test]
#[ignore = "needs BINDERY_SHARED"]
fn every_description_of_swagger_2_0_is_read() {
    let shared = std::env::var_os("BINDERY_SHARED");
    let shared = shared.expect("BINDERY_SHARED names a folder of descriptions");
    let folder = Path::new(&shared).join("corpus/features/2.0.x");
    let entries = std::fs::read_dir(&folder).expect("the folder can be listed");
    let mut paths: Vec<_> = entries
        .map(|entry| entry.expect("the folder can be listed").path())
        .filter(|path| path.is_file() && is_2_0(path))
        .collect();
    paths.sort();
    assert!(paths.len() > 20, "{} descriptions", paths.len());
    for path in &paths {
        let reading = read_file(path);
        let text = render(&reading.report, &reading.sources, RenderStyle::Plain);
        let version = reading.document.map(|document| document.version);
        assert_eq!(
            version.as_deref(),
            Some("2.0"),
            "{}:\n{text}",
            path.display()
        );
    }
    println!("{} descriptions", paths.len());
}

/// Every file below `folder` that is the root of a description of 3.1, those
/// in folders named `invalid` left out.
fn roots_of_3_1(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() && !path.ends_with("invalid") {
            roots_of_3_1(&path, found);
        } else if path.is_file() && says_3_1(&path) {
            found.push(path);
        }
    }
    found.sort();
}

fn says_3_1(path: &Path) -> bool {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let lines = text
        .lines()
        .map(|line| line.trim_start_matches([' ', '{', '"', '\'']));
    lines
        .filter_map(|line| line.strip_prefix("openapi"))
        .any(|rest| {
            let version = rest.trim_start_matches(['"', '\'', ':', ' ']);
            version.len() < rest.len() && version.starts_with("3.1")
        })
}

#[test]
#[ignore = "needs BINDERY_SHARED"]
fn every_description_of_3_1_is_read() {
    let shared = std::env::var_os("BINDERY_SHARED");
    let shared = shared.expect("BINDERY_SHARED names a folder of descriptions");
    let corpus = Path::new(&shared).join("corpus");
    let mut paths = Vec::new();
    for folder in ["features/3.1.x", "real"] {
        roots_of_3_1(&corpus.join(folder), &mut paths);
    }
    assert!(paths.len() > 50, "few descriptions in {}", corpus.display());
    let mut refused = Vec::new();
    for path in &paths {
        let reading = read_file(path);
        if reading.document.is_none() {
            let text = render(&reading.report, &reading.sources, RenderStyle::Plain);
            refused.push(format!("{}:\n{text}", path.display()));
        }
    }
    assert!(refused.is_empty(), "{}", refused.join("\n"));
    println!("{} descriptions of 3.1 are read", paths.len());
}
