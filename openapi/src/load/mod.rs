//! From bytes to a JSON value: the first stage.

mod duplicates;
mod format;
mod json;
mod text;
mod yaml;

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use serde_json::Value;

pub(crate) use format::Format;

use crate::{Diagnostic, FileId, Location, Pointer, Report, Sources, codes};

/// How many bytes the root file may have.
const MAX_BYTES: u64 = 256 << 20;

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
    match read(path) {
        Ok(bytes) => load_bytes(&path.display().to_string(), &bytes, sources, report),
        Err(error) => {
            let message = format!("cannot read `{}`: {error}", path.display());
            let diagnostic = Diagnostic::error_without_place(codes::UNREADABLE_FILE, message);
            report.push(diagnostic.in_file(path.display().to_string()));
            None
        }
    }
}

/// The bytes of a file or a pipe, of which there may be [`MAX_BYTES`]. A device has no end.
fn read(path: &Path) -> io::Result<Vec<u8>> {
    let too_large = || io::Error::other("it is larger than 256 MiB");
    let metadata = fs::metadata(path)?;
    if !(metadata.is_file() || metadata.is_dir() || is_pipe(&metadata)) {
        return Err(io::Error::other("it is not a regular file"));
    }
    if metadata.len() > MAX_BYTES {
        return Err(too_large());
    }
    let mut bytes = Vec::new();
    let file = fs::File::open(path)?;
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(too_large());
    }
    Ok(bytes)
}

/// Whether it is what a shell gives for `<(command)`.
#[cfg(unix)]
fn is_pipe(metadata: &fs::Metadata) -> bool {
    std::os::unix::fs::FileTypeExt::is_fifo(&metadata.file_type())
}

#[cfg(not(unix))]
fn is_pipe(_: &fs::Metadata) -> bool {
    false
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

/// Parses `bytes` as [`load_bytes`] does, as a part that a reference names: what is for
/// people to read, as its name says, is one text.
pub(crate) fn load_part(
    name: &str,
    bytes: &[u8],
    sources: &mut Sources,
    report: &mut Report,
) -> Option<Loaded> {
    if !format::is_prose(name, bytes) {
        return load_bytes(name, bytes, sources, report);
    }
    let file = text::decode(name, bytes, sources, report)?;
    sources.set_format(file, Format::Yaml);
    let value = Value::from(sources.text(file));
    Some(Loaded { file, value })
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
