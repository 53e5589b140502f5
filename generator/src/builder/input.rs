//! The descriptions that a builder is given, and their reading.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use bindery_openapi::{Reader, Reading, codes};

use crate::sync::PathError;

/// A description, or a folder of them.
#[derive(Clone, Debug)]
pub(super) enum Input {
    /// The description in a file.
    File(PathBuf),
    /// Those in the files of a folder.
    Folder(PathBuf),
    /// A description in memory, with the file name it would have.
    Text {
        /// The name.
        name: String,
        /// The text.
        text: String,
    },
}

/// A description that was read.
pub(super) struct Described {
    /// Its file's name.
    pub name: String,
    /// Its file as messages show it.
    pub shown: String,
    /// What reading it gave.
    pub reading: Reading,
}

impl Input {
    /// Reads all there is, each by the reader for a file of its name.
    pub fn read(&self, reader: &dyn Fn(&str) -> Reader) -> Result<Vec<Described>, PathError> {
        match self {
            Self::File(path) => Ok(vec![read(reader, path)]),
            Self::Folder(folder) => {
                let paths = list(folder)?;
                let all = paths.iter().map(|path| read(reader, path));
                Ok(without_parts(all.collect()))
            }
            Self::Text { name, text } => Ok(vec![Described {
                name: name.clone(),
                shown: name.clone(),
                reading: reader(name).read_text(name, text),
            }]),
        }
    }
}

fn read(reader: &dyn Fn(&str) -> Reader, path: &Path) -> Described {
    let name = file_name(path);
    Described {
        reading: reader(&name).read_file(path),
        name,
        shown: path.display().to_string(),
    }
}

/// Leaves out files that say no version of OpenAPI, which are parts of descriptions or something
/// else, such as a `package.json`. Where there is nothing but them, they stay and are reported.
fn without_parts(mut all: Vec<Described>) -> Vec<Described> {
    if !all.iter().all(is_part) {
        all.retain(|described| !is_part(described));
    }
    all
}

/// Whether reading ended because no field of the root names a version.
fn is_part(described: &Described) -> bool {
    described.reading.report.errors().any(|error| {
        let location = error.location.as_ref();
        let is_of_root = location.is_some_and(|location| location.pointer.as_str().is_empty());
        error.code == codes::UNSUPPORTED_VERSION && is_of_root
    })
}

fn list(folder: &Path) -> Result<Vec<PathBuf>, PathError> {
    let failed = |error| PathError {
        path: folder.to_owned(),
        error,
    };
    let entries = fs::read_dir(folder).map_err(failed)?;
    let mut paths = Vec::new();
    for entry in entries {
        let path = entry.map_err(failed)?.path();
        let extension = path.extension().and_then(OsStr::to_str);
        if matches!(extension, Some("json" | "yaml" | "yml")) && path.is_file() {
            paths.push(path);
        }
    }
    if paths.is_empty() {
        let message =
            "there is no description here: no file whose name ends in `.json`, `.yaml` or `.yml`";
        return Err(failed(std::io::Error::new(
            std::io::ErrorKind::NotFound,
            message,
        )));
    }
    paths.sort();
    Ok(paths)
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// What a file is called without its ending.
pub(super) fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
