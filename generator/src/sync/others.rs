//! APIs of other descriptions that a folder holds, and that would be removed.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::stale::{ROOTS, below, declared, is_rust, list};
use super::{PathError, is_ours};
use crate::emit::GeneratedFile;

/// What is to become of APIs that a folder holds and that are no longer made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Others {
    /// They are removed.
    Removed,
    /// They are removed where others of the folder are made still: a description left a folder of descriptions.
    RemovedFromSeveral,
    /// They are somebody's.
    Kept,
}

/// APIs that an output folder holds of other descriptions, or a library that bindery did not make this way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherApis {
    /// The output folder.
    pub folder: PathBuf,
    /// Their root files, below the folder, each with the name of the description that it was made from.
    pub apis: Vec<(String, String)>,
    /// Whether it is the library of a package, which would be a module.
    pub is_library: bool,
}

impl std::fmt::Display for OtherApis {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let apis = self.apis.iter();
        let apis = apis.map(|(path, source)| format!("`{path}`, from `{source}`"));
        let apis: Vec<String> = apis.collect();
        let (folder, apis) = (self.folder.display(), apis.join(" and "));
        if self.is_library {
            return write!(
                formatter,
                "{folder}: {apis}, is the library of a package and would be removed: generate the package, or choose \
                 another folder"
            );
        }
        write!(
            formatter,
            "{folder}: {apis} would be removed, for a folder holds what one run makes: generate from all descriptions \
             at once, or choose another folder"
        )
    }
}

/// The root file of an API.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Root {
    path: String,
    /// The name of its description's file.
    source: String,
    title: String,
}

impl Root {
    /// Its folder, with a slash.
    fn folder(&self) -> &str {
        let end = self.path.rfind('/').map_or(0, |at| at + 1);
        self.path.get(..end).unwrap_or_default()
    }
}

/// Finds the APIs on disk that `files` would remove and that `others` says are to be kept.
pub(super) fn find(
    folder: &Path,
    files: &[GeneratedFile],
    others: Others,
) -> Result<Option<OtherApis>, PathError> {
    if others == Others::Removed {
        return Ok(None);
    }
    let before = on_disk(folder, &below(files))?;
    let library = before.iter().find(|root| root.path == "lib.rs");
    if let Some(library) = library.filter(|_| is_of_package(folder, files)) {
        return Ok(Some(OtherApis {
            folder: folder.to_owned(),
            apis: vec![(library.path.clone(), library.source.clone())],
            is_library: true,
        }));
    }
    let made = files.iter();
    let made: Vec<Root> = made
        .filter_map(|file| root(&file.path, &file.text))
        .collect();
    let (mut kept, mut lost) = (Vec::new(), Vec::new());
    for root in before {
        let mut is_made = false;
        for made in &made {
            is_made |= is_same(folder, &root, made, files)?;
        }
        if is_made { &mut kept } else { &mut lost }.push(root);
    }
    if lost.is_empty() || (others == Others::RemovedFromSeveral && !kept.is_empty()) {
        return Ok(None);
    }
    let apis = lost.into_iter().map(|root| (root.path, root.source));
    Ok(Some(OtherApis {
        folder: folder.to_owned(),
        apis: apis.collect(),
        is_library: false,
    }))
}

/// Whether an API on disk is one that is made. Many descriptions are called `openapi.json`, and many titles are `API`:
/// where only one of the two is the same, so are half of the files.
fn is_same(
    folder: &Path,
    before: &Root,
    made: &Root,
    files: &[GeneratedFile],
) -> Result<bool, PathError> {
    match (before.source == made.source, before.title == made.title) {
        (true, true) => Ok(true),
        (false, false) => Ok(false),
        (true, false) | (false, true) => {
            let before = own_files(folder, before.folder())?;
            let paths = files.iter().map(|file| file.path.as_str());
            let made = paths.filter_map(|path| path.strip_prefix(made.folder()));
            let made: BTreeSet<&str> = made.filter(|path| is_telling(path)).collect();
            let shared = before.iter().filter(|path| made.contains(path.as_str()));
            Ok(2 * shared.count() >= before.len().min(made.len()))
        }
    }
}

/// The files of an API on disk that tell it from others, below its folder.
fn own_files(folder: &Path, below: &str) -> Result<Vec<String>, PathError> {
    let mut all = Vec::new();
    let mut pending = vec![String::new()];
    while let Some(within) = pending.pop() {
        for (name, is_folder) in list(&folder.join(below).join(&within))? {
            let path = format!("{within}{name}");
            if is_folder {
                pending.push(format!("{path}/"));
            } else if is_telling(&path) && is_ours(&folder.join(below).join(&path))? {
                all.push(path);
            }
        }
    }
    Ok(all)
}

/// Whether not every API has a file of this path.
fn is_telling(path: &str) -> bool {
    let is_everywhere = ["lib.rs", "mod.rs", "client.rs", "types/mod.rs"].contains(&path);
    is_rust(Path::new(path)) && !is_everywhere
}

/// Whether the folder is that of a package's library, and `files` are modules.
fn is_of_package(folder: &Path, files: &[GeneratedFile]) -> bool {
    let are_modules = files.iter().any(|file| file.path == "mod.rs");
    are_modules && folder.join("../Cargo.toml").is_file()
}

/// The APIs whose modules the root file on disk declares, or that the root file is.
fn on_disk(folder: &Path, below: &str) -> Result<Vec<Root>, PathError> {
    let mut roots = Vec::new();
    for path in ROOTS.map(|root| format!("{below}{root}")) {
        let Some(text) = own_text(folder, &path)? else {
            continue;
        };
        let modules: BTreeSet<&str> = text.lines().filter_map(declared).collect();
        for module in modules {
            let path = format!("{below}{module}/mod.rs");
            let text = own_text(folder, &path)?;
            roots.extend(text.and_then(|text| root(&path, &text)));
        }
        roots.extend(root(&path, &text));
    }
    Ok(roots)
}

/// The text of a file that bears the mark.
fn own_text(folder: &Path, path: &str) -> Result<Option<String>, PathError> {
    let path = folder.join(path);
    if !is_ours(&path)? {
        return Ok(None);
    }
    let bytes = fs::read(&path).map_err(super::at(&path))?;
    Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
}

/// The API that a file is the root of, by what is written at its head.
fn root(path: &str, text: &str) -> Option<Root> {
    let mut lines = text.lines();
    let (_, source) = lines.next()?.split_once(" from ")?;
    let (source, _) = source.rsplit_once(". Edits are lost")?;
    let heading = lines.find(|line| !line.is_empty())?;
    let (title, _) = heading.strip_prefix("//! ")?.rsplit_once(", version ")?;
    Some(Root {
        path: path.to_owned(),
        source: source.to_owned(),
        title: title.to_owned(),
    })
}
