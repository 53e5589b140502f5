//! The exact bytes of a node, from the parser's marks.
//!
//! The parser's marks are exact where things begin. Where they end, they may
//! take in white space and comments, which no excerpt should mark.

use std::ops::Range;

use saphyr_parser::ScalarStyle;

/// The bytes of a scalar that the parser says are `marked`, and that begins after `previous`.
pub(super) fn scalar(
    text: &str,
    style: ScalarStyle,
    marked: Range<usize>,
    previous: usize,
) -> Range<usize> {
    match style {
        ScalarStyle::Plain => plain(text, marked),
        ScalarStyle::SingleQuoted => quoted(text, marked, '\''),
        ScalarStyle::DoubleQuoted => quoted(text, marked, '"'),
        ScalarStyle::Literal => block(text, marked, previous, '|'),
        ScalarStyle::Folded => block(text, marked, previous, '>'),
    }
}

/// Where the sequence begins that the parser says begins at `start`, after
/// `previous`. In one that is indented as its key is, that is behind the dash.
pub(super) fn sequence(text: &str, start: usize, previous: usize) -> usize {
    let before = text.get(previous..start).unwrap_or_default().trim_end();
    let after = text.get(start..).unwrap_or_default();
    let has_begun = after.starts_with(['[', '!', '&', '-']);
    if before.ends_with('-') && !before.ends_with("---") && !has_begun {
        return previous + before.len() - 1;
    }
    start
}

/// An empty scalar is shown by the dash before it, where there is one.
fn plain(text: &str, marked: Range<usize>) -> Range<usize> {
    let before = text.get(..marked.start).unwrap_or_default();
    if marked.is_empty() && before.ends_with('-') {
        return marked.start - 1..marked.start;
    }
    trimmed(text, marked)
}

/// From the properties or the opening quote to the closing one (YAML 1.2.2 §7.3).
fn quoted(text: &str, marked: Range<usize>, quote: char) -> Range<usize> {
    let inside = text.get(marked.clone()).unwrap_or_default();
    let Some(open) = inside.find(quote) else {
        return marked;
    };
    let mut characters = inside.char_indices().skip_while(|(at, _)| *at <= open);
    while let Some((at, character)) = characters.next() {
        if character == '\\' && quote == '"' {
            characters.next();
        } else if character == quote {
            let end = marked.start + at + 1;
            if quote == '"' || !inside[at + 1..].starts_with(quote) {
                return marked.start..end;
            }
            characters.next();
        }
    }
    marked
}

/// From the indicator, which stands in a line above the content (YAML 1.2.2 §8.1).
fn block(text: &str, marked: Range<usize>, previous: usize, indicator: char) -> Range<usize> {
    let header = text.get(previous..marked.start).unwrap_or_default();
    let start = header
        .find(indicator)
        .map_or(marked.start, |at| previous + at);
    trimmed(text, start..marked.end)
}

/// Without the white space at the end.
fn trimmed(text: &str, bytes: Range<usize>) -> Range<usize> {
    let length = text.get(bytes.clone()).unwrap_or_default().trim_end().len();
    bytes.start..bytes.start + length
}
