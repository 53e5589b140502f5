//! Files on disk: written only where their bytes differ, removed where they are no longer made.
//!
//! A file is written beside its place and renamed into it, so that whoever reads
//! the folder sees the old text or the new. Only files that bear the generator's
//! mark are ever replaced or removed.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::emit::{GeneratedFile, MARK};

/// What became of the files in an output folder, by their paths below it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Files that were made or whose text changed.
    pub written: Vec<String>,
    /// Files that are no longer made.
    pub removed: Vec<String>,
    /// How many files were right already.
    pub unchanged: usize,
}

impl Changes {
    /// Whether the folder was right already.
    pub fn is_empty(&self) -> bool {
        self.written.is_empty() && self.removed.is_empty()
    }
}

/// An input or output error, and the path it is about.
#[derive(Debug)]
pub struct PathError {
    /// The path.
    pub path: PathBuf,
    /// What went wrong.
    pub error: io::Error,
}

/// What would change if `files` were all that `folder` holds.
pub fn plan(folder: &Path, files: &[GeneratedFile]) -> Result<Changes, PathError> {
    let mut changes = Changes::default();
    for file in files {
        let path = folder.join(&file.path);
        match fs::read(&path) {
            Ok(bytes) if bytes == file.text.as_bytes() => changes.unchanged += 1,
            Ok(bytes) if may_be_replaced(&bytes) => changes.written.push(file.path.clone()),
            Ok(_) => return Err(not_ours(path)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                changes.written.push(file.path.clone());
            }
            Err(error) => return Err(PathError { path, error }),
        }
    }
    changes.removed = stale(folder, files)?;
    Ok(changes)
}

/// Makes `files` all that `folder` holds of the generator's.
pub fn sync(folder: &Path, files: &[GeneratedFile]) -> Result<Changes, PathError> {
    let changes = plan(folder, files)?;
    let written: HashSet<&String> = changes.written.iter().collect();
    for file in files.iter().filter(|file| written.contains(&file.path)) {
        write(&folder.join(&file.path), &file.text)?;
    }
    for removed in &changes.removed {
        remove(folder, &folder.join(removed))?;
    }
    Ok(changes)
}

/// An empty file stands for one to come: cargo asks for the library's file before it is made.
fn may_be_replaced(bytes: &[u8]) -> bool {
    bytes.starts_with(MARK.as_bytes()) || bytes.trim_ascii().is_empty()
}

fn not_ours(path: PathBuf) -> PathError {
    let message =
        "this file is not bindery's and stays as it is: move it, or choose another folder";
    PathError {
        path,
        error: io::Error::new(io::ErrorKind::AlreadyExists, message),
    }
}

fn write(path: &Path, text: &str) -> Result<(), PathError> {
    let parent = path.parent().unwrap_or(Path::new(""));
    fs::create_dir_all(parent).map_err(at(parent))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = parent.join(format!(".{name}.new"));
    let done = fs::write(&beside, text).and_then(|()| fs::rename(&beside, path));
    done.map_err(|error| {
        // The half-written file is of no use to anyone; that it stays would be the lesser error.
        let _ = fs::remove_file(&beside);
        PathError {
            path: path.to_owned(),
            error,
        }
    })
}

/// Removes a file, and the folders above it that this leaves empty.
fn remove(folder: &Path, path: &Path) -> Result<(), PathError> {
    fs::remove_file(path).map_err(at(path))?;
    let mut parent = path.parent();
    while let Some(empty) = parent.filter(|parent| *parent != folder && parent.starts_with(folder))
    {
        if fs::remove_dir(empty).is_err() {
            break;
        }
        parent = empty.parent();
    }
    Ok(())
}

/// The files that bear the generator's mark and are not among `files`: in the folders of the
/// modules that the folder's root file declares, or that `files` are in, and nowhere else.
fn stale(folder: &Path, files: &[GeneratedFile]) -> Result<Vec<String>, PathError> {
    let made: HashSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    let mut stale = Vec::new();
    for root in ROOTS.iter().filter(|root| !made.contains(**root)) {
        if is_ours(&folder.join(root))? {
            stale.push((*root).to_owned());
        }
    }
    let mut pending: Vec<(PathBuf, String)> = modules(folder, files)?
        .into_iter()
        .map(|module| (folder.join(&module), format!("{module}/")))
        .collect();
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

/// What the file that holds the modules may be called.
const ROOTS: [&str; 2] = ["lib.rs", "mod.rs"];

/// The modules that `folder` held before and that it holds with `files`.
fn modules(folder: &Path, files: &[GeneratedFile]) -> Result<BTreeSet<String>, PathError> {
    let made = files
        .iter()
        .filter_map(|file| Some(file.path.split_once('/')?.0));
    let mut modules: BTreeSet<String> = made.map(str::to_owned).collect();
    for root in ROOTS.map(|root| folder.join(root)) {
        if !is_ours(&root)? {
            continue;
        }
        let text = fs::read(&root).map_err(at(&root))?;
        let text = String::from_utf8_lossy(&text);
        let declared = text
            .lines()
            .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
        let is_name = |name: &&str| {
            name.chars()
                .all(|next| next == '_' || next.is_ascii_alphanumeric())
        };
        modules.extend(declared.filter(is_name).map(str::to_owned));
    }
    Ok(modules)
}

/// The entries of a folder whose names are text, links left out; none where there is no folder.
fn list(folder: &Path) -> Result<Vec<(String, bool)>, PathError> {
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

fn is_rust(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "rs")
}

/// Whether a file is there and bears the mark.
fn is_ours(path: &Path) -> Result<bool, PathError> {
    match fs::read(path) {
        Ok(bytes) => Ok(bytes.starts_with(MARK.as_bytes())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(PathError {
            path: path.to_owned(),
            error,
        }),
    }
}

fn at(path: &Path) -> impl FnOnce(io::Error) -> PathError {
    let path = path.to_owned();
    move |error| PathError { path, error }
}

#[cfg(test)]
mod tests {
    use super::{Changes, GeneratedFile, MARK, sync};

    fn file(path: &str, body: &str) -> GeneratedFile {
        GeneratedFile {
            path: path.to_owned(),
            text: format!("{MARK}\n{body}"),
        }
    }

    #[test]
    fn only_what_differs_is_written() {
        let folder = tempfile::tempdir().expect("a folder");
        let files = [file("a.rs", "1"), file("b/c.rs", "2")];
        assert_eq!(
            sync(folder.path(), &files).expect("written").written,
            ["a.rs", "b/c.rs"]
        );
        let again = sync(folder.path(), &files).expect("written");
        assert_eq!(
            again,
            Changes {
                unchanged: 2,
                ..Changes::default()
            }
        );
    }

    #[test]
    fn a_module_no_longer_made_is_removed_with_its_folder() {
        let folder = tempfile::tempdir().expect("a folder");
        let both = file("mod.rs", "pub mod a;\npub mod b;");
        let files = [both, file("a/mod.rs", "1"), file("b/c.rs", "2")];
        sync(folder.path(), &files).expect("written");
        let one = [file("mod.rs", "pub mod a;"), file("a/mod.rs", "1")];
        let changes = sync(folder.path(), &one).expect("written");
        assert_eq!(changes.removed, ["b/c.rs"]);
        assert!(!folder.path().join("b").exists());
    }

    #[test]
    fn what_another_run_made_in_a_folder_below_is_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let below = folder.path().join("a");
        sync(
            &below,
            &[file("mod.rs", "pub mod x;"), file("x/mod.rs", "1")],
        )
        .expect("written");
        let own = [file("mod.rs", "pub mod y;"), file("y/mod.rs", "1")];
        let changes = sync(folder.path(), &own).expect("written");
        assert!(changes.removed.is_empty());
        assert!(below.join("x/mod.rs").exists());
    }

    #[test]
    fn a_file_of_somebody_elses_is_not_replaced() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("mod.rs"), "mod mine;").expect("written");
        std::fs::write(folder.path().join("empty.rs"), "\n").expect("written");
        let files = [file("empty.rs", "1"), file("mod.rs", "2")];
        assert!(sync(folder.path(), &files).is_err());
        let kept = std::fs::read_to_string(folder.path().join("mod.rs")).expect("read");
        assert_eq!(kept, "mod mine;");
        assert_eq!(
            sync(folder.path(), &files[..1]).expect("written").written,
            ["empty.rs"]
        );
    }

    #[test]
    fn a_file_of_somebody_elses_is_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let theirs = folder.path().join("theirs.rs");
        std::fs::write(&theirs, "fn theirs() {}").expect("written");
        sync(folder.path(), &[file("a.rs", "1")]).expect("written");
        assert!(theirs.exists());
    }
}
