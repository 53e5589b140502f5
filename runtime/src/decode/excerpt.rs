//! The piece of a body that an error shows: redacted first, then cut, so that no cut hides half a secret.

use super::locate::string_end;
use crate::redact::Redactor;

/// How many characters of a body an error shows.
const BODY: usize = 80;

/// How many characters of a message an error shows: it may quote a value.
pub(super) const MESSAGE: usize = 400;

/// How many characters of a reply an error shows.
pub(super) const REPLY: usize = 200;

/// The beginning of the value at this offset.
pub(super) fn of_value(bytes: &[u8], start: usize, redactor: &Redactor) -> String {
    let text = String::from_utf8_lossy(bytes.get(start..).unwrap_or_default());
    shorten(first_value(&redactor.redact(&text)), BODY)
}

/// The text on both sides of this offset.
pub(super) fn around(bytes: &[u8], offset: usize, redactor: &Redactor) -> String {
    let (text, offset) = redacted(bytes, offset, redactor);
    let (before, after) = text.split_at(offset);
    let start = before
        .char_indices()
        .rev()
        .nth(BODY / 2 - 1)
        .map_or(0, |(index, _)| index);
    let length = BODY - before.get(start..).unwrap_or_default().chars().count();
    let end = after
        .char_indices()
        .nth(length)
        .map_or(text.len(), |(index, _)| offset + index);
    framed(&text, start, end)
}

/// The end of the text.
pub(super) fn end(bytes: &[u8], redactor: &Redactor) -> String {
    let (text, _) = redacted(bytes, bytes.len(), redactor);
    let start = text
        .char_indices()
        .rev()
        .nth(BODY - 1)
        .map_or(0, |(index, _)| index);
    framed(&text, start, text.len())
}

/// The beginning of a text, in at most this many characters.
pub(super) fn shorten(text: &str, limit: usize) -> String {
    let end = text
        .char_indices()
        .nth(limit)
        .map_or(text.len(), |(index, _)| index);
    framed(text, 0, end)
}

/// The text in UTF-8 and redacted, with the offset moved along.
fn redacted(bytes: &[u8], offset: usize, redactor: &Redactor) -> (String, usize) {
    let (before, after) = bytes.split_at(offset.min(bytes.len()));
    let before = String::from_utf8_lossy(before);
    let text = format!("{before}{}", String::from_utf8_lossy(after));
    redactor.redact_around(&text, before.len())
}

/// A piece of the text, marked where something is left out.
fn framed(text: &str, start: usize, end: usize) -> String {
    let before = if start == 0 { "" } else { "…" };
    let after = if end == text.len() { "" } else { "…" };
    format!(
        "{before}{}{after}",
        text.get(start..end).unwrap_or_default().trim()
    )
}

/// The value at the beginning of a text, without what follows it.
fn first_value(text: &str) -> &str {
    text.get(..value_end(text.as_bytes(), 0)).unwrap_or(text)
}

/// The offset after the value that starts here.
pub(super) fn value_end(bytes: &[u8], start: usize) -> usize {
    match bytes.get(start) {
        Some(b'"') => string_end(bytes, start),
        Some(b'{' | b'[') => container_end(bytes, start),
        Some(_) | None => {
            let rest = bytes.get(start..).unwrap_or_default();
            let length = rest.iter().position(|byte| b",]}".contains(byte));
            start + length.unwrap_or(rest.len())
        }
    }
}

/// The offset after the bracket that closes the one that stands here.
fn container_end(bytes: &[u8], start: usize) -> usize {
    let mut depth = 0_usize;
    let mut at = start;
    while let Some(byte) = bytes.get(at) {
        at = if *byte == b'"' {
            string_end(bytes, at)
        } else {
            at + 1
        };
        match byte {
            b'{' | b'[' => depth += 1,
            b'}' | b']' if depth <= 1 => return at,
            b'}' | b']' => depth -= 1,
            _ => {}
        }
    }
    bytes.len()
}
