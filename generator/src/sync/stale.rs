//! What is on disk and no longer made.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{PathError, at, is_ours};
use crate::emit::GeneratedFile;

/// What the file that holds the modules may be called.
pub(super) const ROOTS: [&str; 2] = ["lib.rs", "mod.rs"];

/// The files that bear the generator's mark and are not among `files`: those of the modules that
/// the root file on disk declares, or that `files` are in, and nowhere else.
pub(super) fn stale(folder: &Path, files: &[GeneratedFile]) -> Result<Vec<String>, PathError> {
    let made: HashSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    let below = below(files);
    let mut stale = Vec::new();
    for root in ROOTS.map(|root| format!("{below}{root}")) {
        if !made.contains(root.as_str()) && is_ours(&folder.join(&root))? {
            stale.push(root);
        }
    }
    let mut pending: Vec<(PathBuf, String)> = Vec::new();
    for module in modules(folder, &below, files)? {
        let file = format!("{below}{module}.rs");
        if !made.contains(file.as_str()) && is_ours(&folder.join(&file))? {
            stale.push(file);
        }
        let within = format!("{below}{module}/");
        pending.push((folder.join(&within), within));
    }
    while let Some((at_folder, below)) = pending.pop() {
        for (name, is_folder) in list(&at_folder)? {
            let path = at_folder.join(&name);
            let relative = format!("{below}{name}");
            if is_folder {
                pending.push((path, format!("{relative}/")));
            } else if is_rust(&path) && !made.contains(relative.as_str()) && is_ours(&path)? {
                stale.push(relative);
            }
        }
    }
    stale.sort();
    Ok(stale)
}

/// The folder of the file that holds the modules: `src/` in a package, else none.
pub(super) fn below(files: &[GeneratedFile]) -> String {
    let is_package = files.iter().any(|file| file.path == "Cargo.toml");
    if is_package {
        "src/".to_owned()
    } else {
        String::new()
    }
}

/// The modules that the folder held before and that it holds with `files`.
fn modules(
    folder: &Path,
    below: &str,
    files: &[GeneratedFile],
) -> Result<BTreeSet<String>, PathError> {
    let made = files
        .iter()
        .filter_map(|file| Some(file.path.strip_prefix(below)?.split_once('/')?.0));
    let mut modules: BTreeSet<String> = made.map(str::to_owned).collect();
    for root in ROOTS.map(|root| folder.join(below).join(root)) {
        if !is_ours(&root)? {
            continue;
        }
        let text = fs::read(&root).map_err(at(&root))?;
        let text = String::from_utf8_lossy(&text);
        modules.extend(text.lines().filter_map(declared).map(str::to_owned));
    }
    Ok(modules)
}

/// The module that a line declares.
pub(super) fn declared(line: &str) -> Option<&str> {
    let line = line.strip_prefix("pub ").unwrap_or(line);
    let name = line.strip_prefix("mod ")?.strip_suffix(';')?;
    let is_name = |next: char| next == '_' || next.is_ascii_alphanumeric();
    name.chars().all(is_name).then_some(name)
}

/// The entries of a folder whose names are text, links left out; none where there is no folder.
pub(super) fn list(folder: &Path) -> Result<Vec<(String, bool)>, PathError> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => {
            return Err(PathError {
                path: folder.to_owned(),
                error,
            });
        }
    };
    let mut listed = Vec::new();
    for entry in entries {
        let entry = entry.map_err(at(folder))?;
        let kind = entry.file_type().map_err(at(&entry.path()))?;
        if let (Ok(name), false) = (entry.file_name().into_string(), kind.is_symlink()) {
            listed.push((name, kind.is_dir()));
        }
    }
    Ok(listed)
}

pub(super) fn is_rust(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "rs")
}
