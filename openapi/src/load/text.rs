//! From bytes to text: UTF-8, with or without a byte order mark (RFC 8259 §8.1).

use crate::{Diagnostic, FileId, Location, Pointer, Report, Sources, codes};

/// Adds the text of `bytes` to `sources`.
pub(crate) fn decode(
    name: &str,
    bytes: &[u8],
    sources: &mut Sources,
    report: &mut Report,
) -> Option<FileId> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(sources.add(name, text)),
        Err(error) => {
            let file = sources.add(name, &String::from_utf8_lossy(bytes));
            report.push(invalid_utf8(file, error.valid_up_to()));
            None
        }
    }
}

/// Up to the first bad byte the lossy text has the same bytes as the file, and
/// a replacement character in place of that byte.
fn invalid_utf8(file: FileId, at: usize) -> Diagnostic {
    let location = Location {
        file,
        pointer: Pointer::root(),
    };
    Diagnostic::error(codes::INVALID_UTF8, location, "the file is not UTF-8")
        .on_bytes(at..at + char::REPLACEMENT_CHARACTER.len_utf8())
        .hint("save the file in the encoding UTF-8")
}
