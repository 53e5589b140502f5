//! From bytes to a JSON value: the first stage.

mod duplicates;
mod format;
mod json;
mod text;
mod yaml;

use std::path::Path;

use serde_json::Value;

pub(crate) use format::Format;

use crate::{Diagnostic, FileId, Location, Pointer, Report, Sources, codes};

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

/// Parses `bytes`, which diagnostics call `name`. Its ending is a hint of the
/// format, where the text leaves both open.
pub(crate) fn load_bytes(
    name: &str,
    bytes: &[u8],
    sources: &mut Sources,
    report: &mut Report,
) -> Option<Loaded> {
    let file = text::decode(name, bytes, sources, report)?;
    let (format, value) = format::parse(name, file, sources.text(file), report);
    sources.set_format(file, format);
    Some(Loaded {
        file,
        value: value?,
    })
}

fn empty_file(file: FileId) -> Diagnostic {
    let location = Location {
        file,
        pointer: Pointer::root(),
    };
    Diagnostic::error(codes::SYNTAX, location, "the file is empty")
        .hint("a description is an object; it begins with its version, such as `openapi: 3.0.3`")
}

/// What both formats say of values that are nested deeper than is read.
fn too_deep(location: Location) -> Diagnostic {
    Diagnostic::error(
        codes::NESTING_TOO_DEEP,
        location,
        "values are nested more than 127 levels deep",
    )
    .hint("give the inner schemas names of their own and refer to them")
}
