//! Which files of a folder are descriptions.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde::de::IgnoredAny;

/// A description that stands for itself, rather than a part of another.
#[derive(Clone, Debug)]
pub struct Root {
    /// The file.
    pub path: PathBuf,
    /// Its path below the corpus, with `/` between its parts.
    pub name: String,
    /// Its size.
    pub bytes: u64,
}

/// Finds every description below `folder`, in the order of their paths.
pub fn find(folder: &Path) -> io::Result<Vec<Root>> {
    let mut roots = Vec::new();
    walk(folder, folder, &mut roots)?;
    roots.sort_by(|a: &Root, b: &Root| a.name.cmp(&b.name));
    Ok(roots)
}

fn walk(folder: &Path, top: &Path, roots: &mut Vec<Root>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            if path.file_name().is_none_or(|name| name != "invalid") {
                walk(&path, top, roots)?;
            }
        } else if let Some(bytes) = description(&path)? {
            let below = path.strip_prefix(top).unwrap_or(&path);
            let parts = below.iter().map(|part| part.to_string_lossy());
            let name = parts.collect::<Vec<_>>().join("/");
            roots.push(Root { path, name, bytes });
        }
    }
    Ok(())
}

/// The size of the file, if it is a description.
fn description(path: &Path) -> io::Result<Option<u64>> {
    let says_version: fn(&str) -> bool = match path.extension().and_then(|end| end.to_str()) {
        Some("json") => json_says_version,
        Some("yaml" | "yml") => yaml_says_version,
        _ => return Ok(None),
    };
    let bytes = fs::read(path)?;
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    Ok(says_version(&String::from_utf8_lossy(&bytes)).then_some(size))
}

/// The fields that say which version a description is written in.
#[derive(Deserialize)]
struct Versions {
    openapi: Option<IgnoredAny>,
    swagger: Option<IgnoredAny>,
}

/// A file that is broken counts, so that it is a failure rather than overlooked.
fn json_says_version(text: &str) -> bool {
    match serde_json::from_str::<Versions>(text.trim_start_matches('\u{feff}')) {
        Ok(versions) => versions.openapi.is_some() || versions.swagger.is_some(),
        Err(_) => text.contains("\"openapi\"") || text.contains("\"swagger\""),
    }
}

/// The fields of a YAML file's root stand at the beginning of a line, unless it is JSON.
fn yaml_says_version(text: &str) -> bool {
    if text
        .trim_start_matches('\u{feff}')
        .trim_start()
        .starts_with('{')
    {
        return json_says_version(text);
    }
    text.lines().any(|line| {
        let line = line.trim_start_matches('\u{feff}');
        let key = line.split_once(':').map_or("", |(key, _)| key.trim_end());
        ["openapi", "swagger"].contains(&key.trim_matches(['"', '\'']))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roots_say_their_version_and_parts_do_not() {
        let folder = tempfile::tempdir().expect("a folder");
        let write = |name: &str, text: &str| {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, text).expect("a file");
        };
        write("a.json", r#"{"openapi":"3.0.0"}"#);
        write("b/c.yaml", "# comment\n\"swagger\" : '2.0'\n");
        write("b/part.json", r#"{"components":{"openapi":"3.0.0"}}"#);
        write("b/part.yaml", "components:\n  openapi: 3.0.0\n");
        write("broken.json", r#"{"openapi":"#);
        write("flow.yaml", r#"{"openapi":"3.1.0"}"#);
        write("invalid/d.json", r#"{"openapi":"3.0.0"}"#);
        write("notes.txt", "openapi: 3.0.0");
        let found = find(folder.path()).expect("the folder can be read");
        let names: Vec<&str> = found.iter().map(|root| root.name.as_str()).collect();
        assert_eq!(names, ["a.json", "b/c.yaml", "broken.json", "flow.yaml"]);
    }
}
