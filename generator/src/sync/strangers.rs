//! Sources of somebody's in the folder that generated code would go to.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::stale::{ROOTS, below, is_rust, list};
use super::{PathError, at, is_ours, may_be_replaced};
use crate::emit::GeneratedFile;

/// Refuses a folder that holds sources and nothing that bindery made: generated code has a folder of its own, in which
/// what is no longer made can be told from what is somebody's. Beside a library cargo looks for programs.
pub(super) fn refuse(folder: &Path, files: &[GeneratedFile]) -> Result<(), PathError> {
    let below = below(files);
    let roots = || ROOTS.map(|root| format!("{below}{root}"));
    let made = |path: &str| files.iter().any(|file| file.path == path);
    let Some(root) = roots().into_iter().find(|root| made(root)) else {
        return Ok(());
    };
    for root in roots() {
        if is_ours(&folder.join(root))? {
            return Ok(());
        }
    }
    let is_library = root.ends_with("lib.rs");
    for (name, is_folder) in list(&folder.join(&below))? {
        let is_program = is_library && (name == "main.rs" || name == "bin");
        if is_program || made(&format!("{below}{name}")) {
            continue;
        }
        let path = folder.join(&below).join(&name);
        if let Some(source) = source(path, is_folder)? {
            return Err(stranger(source));
        }
    }
    Ok(())
}

/// A source of somebody's: the file, or one in the folder.
fn source(path: PathBuf, is_folder: bool) -> Result<Option<PathBuf>, PathError> {
    if !is_folder {
        return Ok(is_somebodys(&path)?.then_some(path));
    }
    for (name, is_folder) in list(&path)? {
        let path = path.join(name);
        if !is_folder && is_somebodys(&path)? {
            return Ok(Some(path));
        }
    }
    Ok(None)
}

fn is_somebodys(path: &Path) -> Result<bool, PathError> {
    if !is_rust(path) {
        return Ok(false);
    }
    let bytes = fs::read(path).map_err(at(path))?;
    Ok(!may_be_replaced(&path.to_string_lossy(), &bytes))
}

fn stranger(path: PathBuf) -> PathError {
    let message = "this file is not bindery's, and generated code has a folder of its own: choose an empty one, \
                   such as one below this";
    PathError {
        path,
        error: io::Error::new(io::ErrorKind::AlreadyExists, message),
    }
}
