//! Why the file that a reference names is not read.

use crate::wording::alternatives;
use crate::{Code, codes};

/// Why an address leads to no file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Unreachable {
    /// It is on the network.
    Remote,
    /// It has a scheme that names no file.
    Scheme,
    /// It has characters that no address has.
    Malformed,
    /// It is relative, and the description is not a file.
    NoFolder,
    /// It is in none of the folders that may be read.
    Outside,
    /// There is no such file; these names are near.
    Missing(Vec<String>),
    /// It is a folder.
    Folder,
    /// It is a device, a pipe or a socket.
    Device,
    /// It cannot be read, for this reason.
    Unreadable(String),
    /// There are that many files already.
    TooManyFiles(usize),
    /// It and the files before it are larger than is read.
    TooManyBytes,
    /// That many references from file to file lead to it.
    TooDeep(usize),
    /// It was read and is not a value, which has been reported.
    Broken,
}

impl Unreachable {
    /// The code of the diagnostic; `None` where there has been one already.
    pub(crate) fn code(&self) -> Option<Code> {
        match self {
            Self::Remote | Self::Scheme | Self::NoFolder | Self::Outside => {
                Some(codes::EXTERNAL_REFERENCE)
            }
            Self::Malformed => Some(codes::MALFORMED_REFERENCE),
            Self::Missing(_) => Some(codes::UNRESOLVED_REFERENCE),
            Self::Folder | Self::Device | Self::Unreadable(_) => Some(codes::UNREADABLE_FILE),
            Self::TooManyFiles(_) | Self::TooManyBytes | Self::TooDeep(_) => {
                Some(codes::READING_LIMIT)
            }
            Self::Broken => None,
        }
    }

    /// What is the matter, after the reference.
    pub(crate) fn reason(&self) -> String {
        match self {
            Self::Remote => "leads to the network, from which nothing is read".to_owned(),
            Self::Scheme => "is not the address of a file".to_owned(),
            Self::Malformed => "has a control character in it, as no address has".to_owned(),
            Self::NoFolder => "names a file, and the description is in no folder".to_owned(),
            Self::Outside => "leads out of the folder of the description".to_owned(),
            Self::Missing(_) => "names a file that does not exist".to_owned(),
            Self::Folder => "names a folder, where a file is needed".to_owned(),
            Self::Device => "names something that is not a file".to_owned(),
            Self::Unreadable(error) => format!("names a file that cannot be read: {error}"),
            Self::TooManyFiles(limit) => format!("is not followed: {limit} files were read"),
            Self::TooManyBytes => "is not followed: the files are too large".to_owned(),
            Self::TooDeep(limit) => {
                format!("is not followed: {limit} files lead from one to the next")
            }
            Self::Broken => "names a file that cannot be read".to_owned(),
        }
    }

    /// What to do about it.
    pub(crate) fn hint(&self) -> Option<String> {
        let hint = match self {
            Self::Remote => {
                "save the file, and let the folder stand for its address: `--map <URL-PREFIX>=<DIR>`"
            }
            Self::Scheme => "name the file by its path, relative to this one",
            Self::Malformed => "name a file by its path, or a component as `#/components/…`",
            Self::NoFolder => "read the description from a file, or give its folder",
            Self::Outside => "if the file may be read, say so: `--allow-path <DIR>`",
            Self::Missing(near) if near.is_empty() => return None,
            Self::Missing(near) => {
                let names: Vec<_> = near.iter().map(String::as_str).collect();
                return Some(format!("did you mean {}?", alternatives(&names)));
            }
            Self::Folder => "name a file in it",
            Self::Device => "references lead to regular files alone",
            Self::Unreadable(_) | Self::Broken => return None,
            Self::TooManyFiles(_) | Self::TooManyBytes | Self::TooDeep(_) => {
                "bundle the description into fewer files"
            }
        };
        Some(hint.to_owned())
    }
}
