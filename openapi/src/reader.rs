//! Which description to read, and what it may draw on.

use std::path::{Path, PathBuf};

use crate::files::{Files, Policy};
use crate::{Code, Document, FileId, Report, Sources, codes, read};

/// What reading a description gives.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The description; `None` where the report has an error.
    pub document: Option<Document>,
    /// Everything found on the way.
    pub report: Report,
    /// The files that were read, for [`render`](crate::render).
    pub sources: Sources,
}

/// Reads descriptions, of one file or of many.
///
/// References lead to files in the folder of the description and below it.
/// Nothing is read from the network.
#[derive(Clone, Debug, Default)]
pub struct Reader {
    policy: Policy,
    allowed: Vec<Code>,
}

impl Reader {
    /// A reader of descriptions that stay in their folder.
    pub fn new() -> Self {
        Self::default()
    }

    /// Lets `folder` stand for what begins with `url_prefix`. It may be read from then on.
    ///
    /// Of several prefixes that fit, the longest is taken. A prefix ends at a slash of the URL.
    #[must_use]
    pub fn map(mut self, url_prefix: impl Into<String>, folder: impl Into<PathBuf>) -> Self {
        self.policy.maps.push((url_prefix.into(), folder.into()));
        self
    }

    /// Lets references lead to files in `folder` and below it.
    #[must_use]
    pub fn allow_path(mut self, folder: impl Into<PathBuf>) -> Self {
        self.policy.allowed.push(folder.into());
        self
    }

    /// Sets the folder in which a description read from text is taken to stand.
    #[must_use]
    pub fn base_folder(mut self, folder: impl Into<PathBuf>) -> Self {
        self.policy.base_folder = Some(folder.into());
        self
    }

    /// Makes errors of the code `code` warnings, for a description that is not the user's to mend.
    ///
    /// Has an effect on the codes of [`codes::ALLOWABLE`](crate::codes::ALLOWABLE) alone: past the
    /// others nothing can be understood.
    #[must_use]
    pub fn allow(mut self, code: Code) -> Self {
        if codes::ALLOWABLE.contains(&code) {
            self.allowed.push(code);
        }
        self
    }

    /// Reads the description in the file `path`.
    ///
    /// A file that cannot be read is a diagnostic like any other.
    pub fn read_file(&self, path: &Path) -> Reading {
        self.read(|files| files.load_root(path))
    }

    /// Reads the description `text`, which diagnostics call `name`.
    ///
    /// Its references lead to no other file, unless [`Reader::base_folder`] says where it stands.
    pub fn read_text(&self, name: &str, text: &str) -> Reading {
        self.read(|files| files.load_root_text(name, text))
    }

    fn read(&self, load: impl FnOnce(&mut Files) -> Option<FileId>) -> Reading {
        let mut files = Files::new(self.policy.clone());
        let root = load(&mut files);
        let mut report = files.take_findings();
        let document = root.and_then(|root| read(&mut files, root, &self.allowed, &mut report));
        report.extend(files.take_findings());
        Reading {
            document: document.filter(|_| !report.has_errors()),
            report,
            sources: files.into_sources(),
        }
    }
}

/// Reads the description in the file `path`: [`Reader::read_file`] of a reader
/// that stays in the file's folder.
pub fn read_file(path: &Path) -> Reading {
    Reader::new().read_file(path)
}

/// Reads the description `text`, which diagnostics call `name`: [`Reader::read_text`]
/// of a reader without a folder.
pub fn read_text(name: &str, text: &str) -> Reading {
    Reader::new().read_text(name, text)
}
