//! From bytes to a JSON value: the first stage.

mod duplicates;
mod json;
mod text;

use std::path::Path;

use serde_json::Value;

use crate::{Diagnostic, FileId, Report, Sources, codes};

/// A file that was read and parsed.
#[derive(Debug)]
pub(crate) struct Loaded {
    /// Its id in the sources.
    pub(crate) file: FileId,
    /// What it holds.
    pub(crate) value: Value,
}

/// Reads and parses the file `path`.
pub(crate) fn load_file(path: &Path, sources: &mut Sources, report: &mut Report) -> Option<Loaded> {
    match std::fs::read(path) {
        Ok(bytes) => load_bytes(&path.display().to_string(), &bytes, sources, report),
        Err(error) => {
            let message = format!("cannot read `{}`: {error}", path.display());
            report.push(Diagnostic::error_without_place(
                codes::UNREADABLE_FILE,
                message,
            ));
            None
        }
    }
}

/// Parses `bytes`, which diagnostics call `name`.
pub(crate) fn load_bytes(
    name: &str,
    bytes: &[u8],
    sources: &mut Sources,
    report: &mut Report,
) -> Option<Loaded> {
    let file = text::decode(name, bytes, sources, report)?;
    let value = json::parse(file, sources.text(file), report)?;
    Some(Loaded { file, value })
}
