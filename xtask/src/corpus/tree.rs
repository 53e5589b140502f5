//! Folders of files: emptied, copied, compared.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The files below a folder, by their path in it.
pub fn files(folder: &Path) -> io::Result<BTreeMap<PathBuf, PathBuf>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(at) = folders.pop() {
        for entry in fs::read_dir(&at)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let below = path.strip_prefix(folder).unwrap_or(&path).to_owned();
                found.insert(below, path);
            }
        }
    }
    Ok(found)
}

/// What an earlier run left. It is removed when this value is dropped.
pub struct Before(PathBuf);

impl Drop for Before {
    fn drop(&mut self) {
        // What stays is removed by the next run.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Puts aside what an earlier run left in `out`, except cargo's target folder.
///
/// It is not removed yet: a file system may take long to make files where many have just been removed,
/// and how long making them takes is measured.
pub fn empty(out: &Path) -> io::Result<Before> {
    let before = out.join("before");
    if before.exists() {
        fs::remove_dir_all(&before)?;
    }
    fs::create_dir_all(&before)?;
    for folder in ["crates", "again", "log"] {
        let path = out.join(folder);
        if path.exists() {
            fs::rename(&path, before.join(folder))?;
        }
        fs::create_dir_all(&path)?;
    }
    Ok(Before(before))
}

/// Copies every file below `from` to the same path below `to`.
pub fn copy(from: &Path, to: &Path) -> io::Result<()> {
    for (below, path) in files(from)? {
        let target = to.join(below);
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::copy(path, target)?;
    }
    Ok(())
}

/// The first file that two folders do not both hold with the same bytes.
pub fn difference(one: &Path, other: &Path) -> io::Result<Option<PathBuf>> {
    let (ones, others) = (files(one)?, files(other)?);
    let alone = ones
        .keys()
        .find(|below| !others.contains_key(*below))
        .or_else(|| others.keys().find(|below| !ones.contains_key(*below)));
    if let Some(below) = alone {
        return Ok(Some(below.clone()));
    }
    for (below, path) in &ones {
        if fs::read(path)? != fs::read(&others[below])? {
            return Ok(Some(below.clone()));
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, text) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, text).expect("a file");
        }
        folder
    }

    #[test]
    fn a_copy_is_equal_until_a_byte_or_a_file_changes() {
        let one = folder(&[("a", "1"), ("b/c", "2")]);
        let other = folder(&[]);
        copy(one.path(), other.path()).expect("it can be copied");
        let compare = || difference(one.path(), other.path()).expect("they can be read");
        assert_eq!(compare(), None);
        fs::write(other.path().join("b/c"), "3").expect("a file");
        assert_eq!(compare(), Some(PathBuf::from("b/c")));
        fs::write(other.path().join("d"), "").expect("a file");
        assert_eq!(compare(), Some(PathBuf::from("d")));
        fs::remove_file(other.path().join("a")).expect("a file");
        assert_eq!(compare(), Some(PathBuf::from("a")));
    }
}
