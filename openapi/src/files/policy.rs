//! What may be read: folders, maps of remote addresses to local ones, and limits.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::Unreachable;
use crate::{Diagnostic, Report, codes};

/// Which files references may lead to.
#[derive(Clone, Debug, Default)]
pub(crate) struct Policy {
    /// Prefixes of URLs, and the folder that stands for what each begins.
    pub(crate) maps: Vec<(String, PathBuf)>,
    /// Folders that may be read beside that of the root file.
    pub(crate) allowed: Vec<PathBuf>,
    /// The folder of a root that is not a file.
    pub(crate) base_folder: Option<PathBuf>,
    pub(crate) limits: Limits,
    /// Folders that may be read, without links in them, each with the name it was given by.
    folders: Vec<(PathBuf, PathBuf)>,
}

/// Where reading stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Limits {
    /// How many files there may be.
    pub(crate) files: usize,
    /// How many bytes all files but the root may have.
    pub(crate) bytes: u64,
    /// How many references from file to file may lead to one.
    pub(crate) depth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            files: 10_000,
            bytes: 256 << 20,
            depth: 500,
        }
    }
}

impl Policy {
    /// Admits the folder of the root file, and gives it.
    pub(super) fn set_root(&mut self, path: &Path, report: &mut Report) -> Option<PathBuf> {
        let given = match path.parent() {
            Some(parent) if parent != Path::new("") => parent,
            _ => Path::new("."),
        };
        let folder = given.canonicalize().ok();
        if let Some(folder) = &folder {
            let shown = path.parent().unwrap_or(Path::new(""));
            self.folders.push((folder.clone(), shown.to_owned()));
        }
        self.admit_others(report);
        folder
    }

    /// Admits the folder that stands for that of the root file, and gives it.
    pub(super) fn set_base_folder(&mut self, report: &mut Report) -> Option<PathBuf> {
        let given = self.base_folder.clone();
        let folder = given.and_then(|given| self.admit(given, report));
        self.admit_others(report);
        folder
    }

    fn admit_others(&mut self, report: &mut Report) {
        let mapped = self.maps.iter().map(|(_, folder)| folder.clone());
        let others: Vec<_> = self.allowed.iter().cloned().chain(mapped).collect();
        for given in others {
            self.admit(given, report);
        }
    }

    fn admit(&mut self, given: PathBuf, report: &mut Report) -> Option<PathBuf> {
        match given.canonicalize() {
            Ok(folder) => {
                self.folders.push((folder.clone(), given));
                Some(folder)
            }
            Err(error) => {
                let message = format!("cannot read `{}`: {error}", given.display());
                let code = codes::UNREADABLE_FILE;
                report.push(Diagnostic::error_without_place(code, message));
                None
            }
        }
    }

    /// Whether the file at `path`, which has no links in it, may be read.
    pub(super) fn admits(&self, path: &Path) -> bool {
        let mut folders = self.folders.iter();
        folders.any(|(folder, _)| path.starts_with(folder))
    }

    /// How the file at `path` is called in messages: by the name that its folder was given by.
    pub(super) fn shown(&self, path: &Path) -> String {
        let within = |(folder, given): &(PathBuf, PathBuf)| {
            let rest = path.strip_prefix(folder).ok()?;
            Some(given.join(rest))
        };
        let shown = self.folders.iter().find_map(within);
        shown.as_deref().unwrap_or(path).display().to_string()
    }

    /// The path's names from the folder it may be read from, the last without its ending.
    pub(super) fn segments(&self, path: &Path) -> Vec<String> {
        let folders = self.folders.iter();
        let within = folders.filter_map(|(folder, _)| path.strip_prefix(folder).ok());
        let path = within.max_by_key(|path| path.components().count());
        let stem = path.map(|path| path.with_extension(""));
        stem.iter()
            .flat_map(|stem| stem.components())
            .map(|name| name.as_os_str().to_string_lossy().into_owned())
            .collect()
    }

    /// The local path that stands for `url`, by the longest prefix that has one.
    pub(super) fn mapped(&self, url: &str) -> Option<PathBuf> {
        let url = comparable(url.split('?').next().unwrap_or(url));
        let rests = self.maps.iter().filter_map(|(prefix, folder)| {
            let prefix = comparable(prefix);
            let rest = url.strip_prefix(&prefix)?;
            let is_whole = rest.is_empty() || rest.starts_with('/') || prefix.ends_with('/');
            is_whole.then_some((prefix.len(), rest.to_owned(), folder))
        });
        let (_, rest, folder) = rests.max_by_key(|(length, _, _)| *length)?;
        let rest = rest.trim_start_matches('/');
        let folder = folder.canonicalize().ok()?;
        Some(match rest {
            "" => folder,
            rest => folder.join(&*crate::reference::percent_decoded(rest)),
        })
    }
}

/// The URL with its scheme and host in lower case (RFC 3986 §6.2.2.1).
fn comparable(url: &str) -> String {
    let start = url.find("//").map_or(0, |at| at + 2);
    let host_end = url[start..].find('/').map_or(url.len(), |at| start + at);
    let (host, path) = url.split_at(host_end);
    host.to_ascii_lowercase() + path
}

/// Reads the file at `path`, which may have `limit` bytes.
pub(super) fn read(path: &Path, limit: u64) -> Result<Vec<u8>, Unreachable> {
    let unreadable = |error: std::io::Error| Unreachable::Unreadable(error.to_string());
    let metadata = fs::metadata(path).map_err(unreadable)?;
    if metadata.is_dir() {
        return Err(Unreachable::Folder);
    }
    if !metadata.is_file() {
        return Err(Unreachable::Device);
    }
    let mut bytes = Vec::new();
    let file = fs::File::open(path).map_err(unreadable)?;
    file.take(limit.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    if bytes.len() as u64 > limit {
        return Err(Unreachable::TooManyBytes);
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_prefix_that_ends_at_a_slash_stands_for_a_url() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let inner = folder.path().join("inner");
        fs::create_dir(&inner).expect("a folder can be made");
        let policy = Policy {
            maps: vec![
                ("https://example.com/a".into(), folder.path().into()),
                ("https://example.com/a/b/".into(), inner.clone()),
            ],
            ..Policy::default()
        };
        let outer = folder.path().canonicalize().expect("it exists");
        let inner = inner.canonicalize().expect("it exists");
        let mapped = |url| policy.mapped(url);
        assert_eq!(
            mapped("https://example.com/a/c.json"),
            Some(outer.join("c.json"))
        );
        assert_eq!(
            mapped("HTTPS://Example.com/a/b/c%20d.json?x=1"),
            Some(inner.join("c d.json"))
        );
        assert_eq!(mapped("https://example.com/ab.json"), None);
        assert_eq!(mapped("https://example.org/a/c.json"), None);
    }
}
