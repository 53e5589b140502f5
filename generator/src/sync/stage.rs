//! The folder in which new files wait until all of them are written.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::{PathError, at};
use crate::emit::GeneratedFile;
use crate::stack::side_by_side;

/// A folder for new files, inside the output folder, so that a file can be renamed out of it.
///
/// It goes when this value does.
pub(super) struct Stage {
    folder: PathBuf,
    staged: PathBuf,
}

impl Stage {
    /// Makes the output folder, where it is missing, and the one for new files.
    pub fn open(folder: &Path) -> Result<Self, PathError> {
        note_new(folder);
        fs::create_dir_all(folder).map_err(at(folder))?;
        let staged = staged(folder);
        fs::create_dir_all(&staged).map_err(at(folder))?;
        Ok(Self {
            folder: folder.to_owned(),
            staged,
        })
    }

    /// Writes every file, then puts each in its place.
    pub fn write(&self, files: &[&GeneratedFile]) -> Result<(), PathError> {
        let numbered: Vec<_> = files.iter().enumerate().collect();
        for written in side_by_side(&numbered, |(index, file)| self.write_new(*index, file)) {
            written?;
        }
        let mut folders = HashSet::new();
        for (index, file) in files.iter().enumerate() {
            let path = self.folder.join(&file.path);
            let parent = path.parent().unwrap_or(&self.folder);
            if folders.insert(parent.to_owned()) {
                fs::create_dir_all(parent).map_err(at(parent))?;
            }
            fs::rename(self.new_file(index), &path).map_err(at(&path))?;
        }
        Ok(())
    }

    fn write_new(&self, index: usize, file: &GeneratedFile) -> Result<(), PathError> {
        let new = self.new_file(index);
        fs::write(&new, &file.text).map_err(at(&self.folder.join(&file.path)))
    }

    fn new_file(&self, index: usize) -> PathBuf {
        self.staged.join(format!("{index}.new"))
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        // What stays would be the lesser error.
        let _ = fs::remove_dir_all(&self.staged);
    }
}

/// The folders that were not there before this process wrote, the innermost first.
static NEW: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

fn note_new(folder: &Path) {
    let missing = folder.ancestors();
    let missing = missing.take_while(|path| !path.as_os_str().is_empty() && !path.exists());
    let mut new = NEW.lock().unwrap_or_else(PoisonError::into_inner);
    new.extend(missing.map(Path::to_owned));
}

/// Removes the folder again, and what was made for it, where nothing is in it.
fn remove_new(folder: &Path) {
    let new = NEW.lock().unwrap_or_else(PoisonError::into_inner);
    for made in new.iter().filter(|made| folder.starts_with(made)) {
        if fs::remove_dir(made).is_err() {
            break;
        }
    }
}

/// Each process has its own: an editor may build while a terminal does.
fn staged(folder: &Path) -> PathBuf {
    folder.join(format!(".bindery-new-{}", std::process::id()))
}

/// Removes what this process has written to `folder` and not yet put in its place, for a process
/// that is told to end, and the folder where this process made it and it is empty. Nothing that is in
/// its place is touched.
pub fn remove_staged(folder: &Path) {
    let staged = staged(folder);
    // A file may be written while the folder is emptied.
    for _ in 0..100 {
        if fs::remove_dir_all(&staged).is_ok() || !staged.exists() {
            break;
        }
    }
    remove_new(folder);
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Stage, remove_staged};

    #[test]
    fn a_folder_that_was_made_goes_with_what_was_staged_and_one_that_was_there_stays() {
        let place = tempfile::tempdir().expect("a folder");
        let there = place.path().join("there");
        fs::create_dir(&there).expect("made");
        for folder in [there.clone(), there.join("new/inner")] {
            let stage = Stage::open(&folder).expect("made");
            assert!(folder.exists());
            remove_staged(&folder);
            drop(stage);
        }
        let mut left = fs::read_dir(&there).expect("it is still there");
        assert!(left.next().is_none());
    }
}
