//! The descriptions that mutations begin with.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// Every file of JSON below `folder` of at most `bytes` bytes, in the order of their paths. A
/// folder that cannot be read holds none.
pub fn seeds_in(folder: &Path, bytes: u64) -> Vec<Value> {
    let mut paths = Vec::new();
    walk(folder, &mut paths);
    paths.sort();
    let small = paths
        .iter()
        .filter(|path| fs::metadata(path).is_ok_and(|metadata| metadata.len() <= bytes));
    small
        .filter_map(|path| serde_json::from_slice(&fs::read(path).ok()?).ok())
        .filter(Value::is_object)
        .collect()
}

fn walk(folder: &Path, paths: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        if path.is_dir() {
            walk(&path, paths);
        } else if path.extension().is_some_and(|end| end == "json") {
            paths.push(path);
        }
    }
}
