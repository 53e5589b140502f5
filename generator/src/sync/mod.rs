//! Files on disk: written only where their bytes differ, removed where they are no longer made.
//!
//! New text is written to a folder of its own and renamed into its place from there, so that
//! whoever reads sees the old text or the new. Only files that bear the generator's mark are
//! ever replaced or removed.

mod others;
mod stage;
mod stale;
mod strangers;

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::emit::{GeneratedFile, bears_mark};
pub use others::OtherApis;
pub(crate) use others::Others;
use stage::Stage;
pub use stage::remove_staged;
use stale::stale;

/// What became of the files in an output folder, or what would become of them, by their paths
/// below it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Files that were not there.
    pub added: Vec<String>,
    /// Files whose text is another.
    pub changed: Vec<String>,
    /// Files that are no longer made.
    pub removed: Vec<String>,
    /// Files that somebody took over by removing their mark, and that stay as they are: the
    /// manifest and the README of a package that was made before.
    pub kept: Vec<String>,
    /// How many files were right already.
    pub unchanged: usize,
}

impl Changes {
    /// Whether the folder was right already.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty() && self.removed.is_empty()
    }

    /// The files that were written.
    pub fn written(&self) -> impl Iterator<Item = &String> {
        self.added.iter().chain(&self.changed)
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

impl std::fmt::Display for PathError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}: {}", self.path.display(), self.error)
    }
}

impl std::error::Error for PathError {}

/// The APIs in `folder` that `files` would remove, where `others` says that they are to be kept.
pub fn others(
    folder: &Path,
    files: &[GeneratedFile],
    others: Others,
) -> Result<Option<OtherApis>, PathError> {
    others::find(folder, files, others)
}

/// What would change if `files` were all that `folder` holds.
pub fn plan(folder: &Path, files: &[GeneratedFile]) -> Result<Changes, PathError> {
    refuse_a_file(folder)?;
    refuse_links(folder, files)?;
    strangers::refuse(folder, files)?;
    let mut changes = Changes::default();
    for file in files {
        let path = folder.join(&file.path);
        match fs::read(&path) {
            Ok(bytes) if bytes == file.text.as_bytes() => changes.unchanged += 1,
            Ok(bytes) if may_be_replaced(&file.path, &bytes) => {
                changes.changed.push(file.path.clone());
            }
            Ok(_) if is_taken_over(folder, file) => changes.kept.push(file.path.clone()),
            Ok(_) => return Err(not_ours(path)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                changes.added.push(file.path.clone());
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
    let written: BTreeSet<&String> = changes.written().collect();
    let files: Vec<&GeneratedFile> = files
        .iter()
        .filter(|file| written.contains(&file.path))
        .collect();
    if !files.is_empty() {
        Stage::open(folder)?.write(&files)?;
    }
    for removed in &changes.removed {
        remove(folder, &folder.join(removed))?;
    }
    Ok(changes)
}

/// A file where the folder should be would be reported as many strange things.
fn refuse_a_file(folder: &Path) -> Result<(), PathError> {
    if !folder.is_file() {
        return Ok(());
    }
    Err(PathError {
        path: folder.to_owned(),
        error: io::Error::new(
            io::ErrorKind::NotADirectory,
            "this is a file, and generated code goes to a folder",
        ),
    })
}

/// What is below the folder may be removed one day, so it must be there and not behind a link.
fn refuse_links(folder: &Path, files: &[GeneratedFile]) -> Result<(), PathError> {
    let parents = files
        .iter()
        .flat_map(|file| Path::new(&file.path).ancestors().skip(1));
    let parents: BTreeSet<&Path> = parents.filter(|parent| *parent != Path::new("")).collect();
    for parent in parents {
        let path = folder.join(parent);
        if path.is_symlink() {
            let message = "this is a link, and generated files are kept below their folder: \
                           give the folder it leads to, or remove it";
            let error = io::Error::new(io::ErrorKind::NotADirectory, message);
            return Err(PathError { path, error });
        }
    }
    Ok(())
}

/// An empty file stands for one to come: cargo asks for the library's file before it is made.
fn may_be_replaced(name: &str, bytes: &[u8]) -> bool {
    bears_mark(name, bytes) || bytes.trim_ascii().is_empty()
}

/// Whether the user removed the mark of a file beside the library that bears it still.
fn is_taken_over(folder: &Path, file: &GeneratedFile) -> bool {
    let may_be = file.path == "Cargo.toml" || file.path == "README.md";
    may_be && matches!(is_ours(&folder.join("src/lib.rs")), Ok(true))
}

fn not_ours(path: PathBuf) -> PathError {
    let message =
        "this file is not bindery's and stays as it is: move it, or choose another folder";
    PathError {
        path,
        error: io::Error::new(io::ErrorKind::AlreadyExists, message),
    }
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

/// Whether a file is there and bears the mark.
fn is_ours(path: &Path) -> Result<bool, PathError> {
    match fs::read(path) {
        Ok(bytes) => Ok(bears_mark(&path.to_string_lossy(), &bytes)),
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
    use super::{Changes, GeneratedFile, sync};

    const MARK: &str = "// @generated by bindery";

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
            sync(folder.path(), &files).expect("written").added,
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
            sync(folder.path(), &files[..1]).expect("written").changed,
            ["empty.rs"]
        );
    }

    #[cfg(unix)]
    #[test]
    fn nothing_is_written_behind_a_link() {
        let folder = tempfile::tempdir().expect("a folder");
        let elsewhere = tempfile::tempdir().expect("a folder");
        std::os::unix::fs::symlink(elsewhere.path(), folder.path().join("b")).expect("a link");
        let error = sync(folder.path(), &[file("b/c/d.rs", "1")]).expect_err("refused");
        assert_eq!(error.path, folder.path().join("b"));
        let list = std::fs::read_dir(elsewhere.path()).expect("listed");
        assert_eq!(list.count(), 0);
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
