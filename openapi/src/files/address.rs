//! From what a reference says of a file to the file's path (RFC 3986 §4.2).

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::rc::Rc;

use super::{Policy, Unreachable};
use crate::reference::percent_decoded;
use crate::wording::near;

/// How many names of a folder are looked at for the one that was meant.
const MAX_NAMES: usize = 5000;

/// How many names are proposed.
const MAX_NEAR: usize = 3;

/// A file that exists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// Its path by way of links, from which its relative references start.
    pub(super) path: PathBuf,
    /// Its path without links, by which it is known.
    pub(super) canonical: PathBuf,
    /// How the address was read, where it is not by the letter.
    pub(super) inexact: Option<Inexact>,
}

/// How an address is bent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Inexact {
    /// It has backslashes for slashes.
    Backslash,
    /// It has other upper and lower case letters than the file's path.
    Case,
}

/// The file that `address` names from a file in `folder`.
pub(super) fn find(
    address: &str,
    folder: Option<&Path>,
    policy: &Policy,
) -> Result<Place, Rc<Unreachable>> {
    candidates(address, folder, policy)
        .and_then(|candidates| first(&candidates, policy))
        .map_err(Rc::new)
}

/// A path that an address may mean.
type Candidate = (PathBuf, Option<Inexact>);

/// The paths that `address` may mean, the likeliest first.
fn candidates(
    address: &str,
    folder: Option<&Path>,
    policy: &Policy,
) -> Result<Vec<Candidate>, Unreachable> {
    if percent_decoded(address).contains(char::is_control) {
        return Err(Unreachable::Malformed);
    }
    let (scheme, rest) = split_scheme(address);
    match scheme.as_deref() {
        Some("file") => {
            let path = rest.strip_prefix("//localhost").unwrap_or(rest);
            let path = path.strip_prefix("//").unwrap_or(path);
            return Ok(vec![(percent_decoded(path).as_ref().into(), None)]);
        }
        Some("http" | "https") => {}
        None if address.starts_with("//") => {}
        Some(_) => return Err(Unreachable::Scheme),
        None => {
            let folder = folder.ok_or(Unreachable::NoFolder)?;
            return Ok(relative(address, folder));
        }
    }
    let path = policy.mapped(address).ok_or(Unreachable::Remote)?;
    Ok(vec![(path, None)])
}

fn relative(address: &str, folder: &Path) -> Vec<Candidate> {
    let decoded = percent_decoded(address);
    let mut paths = vec![(folder.join(&*decoded), None)];
    if decoded != address {
        paths.push((folder.join(address), None));
    }
    if decoded.contains('\\') {
        let path = folder.join(decoded.replace('\\', "/"));
        paths.push((path, Some(Inexact::Backslash)));
    }
    paths
}

/// A scheme in lower case (RFC 3986 §3.1), and what comes after it. One letter is a drive of Windows.
fn split_scheme(address: &str) -> (Option<String>, &str) {
    let is_scheme = |text: &str| {
        text.len() > 1
            && text.starts_with(|first: char| first.is_ascii_alphabetic())
            && text
                .chars()
                .all(|character| character.is_ascii_alphanumeric() || "+-.".contains(character))
    };
    match address.split_once(':') {
        Some((scheme, rest)) if is_scheme(scheme) => (Some(scheme.to_ascii_lowercase()), rest),
        Some(_) | None => (None, address),
    }
}

/// The first of the paths where there is a file that may be read.
fn first(candidates: &[Candidate], policy: &Policy) -> Result<Place, Unreachable> {
    let mut refusal = Unreachable::Missing(Vec::new());
    for (path, inexact) in candidates {
        match place(path, *inexact, policy) {
            Err(Unreachable::Missing(_)) => {}
            Err(other) => refusal = other,
            Ok(place) => return Ok(place),
        }
    }
    let Some((path, inexact)) = candidates.last() else {
        return Err(refusal);
    };
    if !matches!(refusal, Unreachable::Missing(_)) {
        return Err(refusal);
    }
    match in_other_case(path) {
        Some(path) => place(&path, Some(inexact.unwrap_or(Inexact::Case)), policy),
        None => Err(Unreachable::Missing(near_names(path))),
    }
}

fn place(path: &Path, inexact: Option<Inexact>, policy: &Policy) -> Result<Place, Unreachable> {
    let canonical = match path.canonicalize() {
        Ok(canonical) => canonical,
        Err(_) if !policy.admits(&normal(path)) => return Err(Unreachable::Outside),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(Unreachable::Missing(Vec::new()));
        }
        Err(error) => return Err(Unreachable::Unreadable(error.to_string())),
    };
    if !policy.admits(&canonical) {
        return Err(Unreachable::Outside);
    }
    let path = by_folder(path).unwrap_or_else(|| canonical.clone());
    Ok(Place {
        path,
        canonical,
        inexact,
    })
}

/// The file's own name in its folder without links, so that equal folders are equal paths.
fn by_folder(path: &Path) -> Option<PathBuf> {
    let folder = path.parent()?.canonicalize().ok()?;
    Some(folder.join(path.file_name()?))
}

/// The path with `.` and `..` taken out by the letter.
fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                normal.pop();
            }
            Component::Prefix(_) | Component::RootDir | Component::Normal(_) => {
                normal.push(component);
            }
        }
    }
    normal
}

/// The one path that differs from this in the case of letters alone.
fn in_other_case(path: &Path) -> Option<PathBuf> {
    let mut found = PathBuf::new();
    for component in normal(path).components() {
        let next = found.join(component);
        if next.symlink_metadata().is_ok() {
            found = next;
            continue;
        }
        let name = component.as_os_str().to_str()?;
        let names = names_in(&found);
        let mut same = names
            .iter()
            .filter(|other| other.to_lowercase() == name.to_lowercase());
        match (same.next(), same.next()) {
            (Some(only), None) => found.push(only),
            (Some(_) | None, _) => return None,
        }
    }
    Some(found)
}

/// Names of the same folder that are near the path's.
fn near_names(path: &Path) -> Vec<String> {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
        return Vec::new();
    };
    let names = names_in(folder);
    let found = near(&name.to_string_lossy(), names.iter().map(String::as_str));
    found
        .into_iter()
        .take(MAX_NEAR)
        .map(str::to_owned)
        .collect()
}

fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    let mut names: Vec<_> = names.take(MAX_NAMES).collect();
    names.sort();
    names
}
