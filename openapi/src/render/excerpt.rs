//! The line of a source that a diagnostic shows.

use std::ops::Range;

use crate::locate::Lines;

/// How many characters are shown before the marked ones, in a long line.
const BEFORE: usize = 40;
/// How many characters a line may have without being cut.
const MAX_LINE: usize = 110;

/// A line of a source, cut to what a terminal shows, with a part of it marked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// The source's name.
    pub(super) file: String,
    /// The line, from 1.
    pub(super) line: usize,
    /// The column of the marked part in characters of the whole line, from 1.
    pub(super) column: usize,
    /// The line, or what is shown of it.
    pub(super) text: String,
    /// The marked bytes of `text`.
    pub(super) marked: Range<usize>,
}

impl Excerpt {
    /// The line where `bytes` begin, which marks as many of them as it holds.
    pub(super) fn new(file: &str, source: &str, lines: &Lines<'_>, bytes: &Range<usize>) -> Self {
        let (line, column) = lines.line_and_column(bytes.start);
        let whole = lines.bytes(line);
        let shown = window(source, &whole, bytes.start);
        let cut_before = if shown.start > whole.start { "…" } else { "" };
        let cut_after = if shown.end < whole.end { "…" } else { "" };
        let start = bytes.start.min(shown.end);
        let end = bytes.end.clamp(start, shown.end);
        let shift = |offset: usize| offset - shown.start + cut_before.len();
        Self {
            file: file.to_owned(),
            line,
            column,
            marked: shift(start)..shift(end),
            text: format!(
                "{cut_before}{}{cut_after}",
                source.get(shown.clone()).unwrap_or_default()
            ),
        }
    }
}

/// The part of the line `whole` to show so that `start` is in it.
fn window(source: &str, whole: &Range<usize>, start: usize) -> Range<usize> {
    let line = source.get(whole.clone()).unwrap_or_default();
    if line.chars().nth(MAX_LINE).is_none() {
        return whole.clone();
    }
    let (before, after) = line
        .split_at_checked(start.saturating_sub(whole.start))
        .unwrap_or((line, ""));
    let from = before
        .char_indices()
        .rev()
        .take(BEFORE)
        .last()
        .map_or(0, |(at, _)| at);
    let to = after
        .char_indices()
        .nth(MAX_LINE - BEFORE)
        .map_or(line.len(), |(at, _)| before.len() + at);
    whole.start + from..whole.start + to
}

#[cfg(test)]
mod tests {
    use super::*;

    fn excerpt(source: &str, bytes: Range<usize>) -> Excerpt {
        Excerpt::new("a.json", source, &Lines::new(source), &bytes)
    }

    #[test]
    fn a_short_line_is_shown_whole() {
        let excerpt = excerpt("{\n  \"a\": [\n  ]\n}", 9..14);
        assert_eq!((excerpt.line, excerpt.column), (2, 8));
        assert_eq!(excerpt.text, "  \"a\": [");
        assert_eq!(&excerpt.text[excerpt.marked], "[");
    }

    #[test]
    fn a_line_of_megabytes_is_cut_around_the_mark() {
        let source = format!("{}MARK{}", "é".repeat(1 << 20), "x".repeat(1 << 20));
        let excerpt = excerpt(&source, 1 << 21..(1 << 21) + 4);
        assert_eq!((excerpt.line, excerpt.column), (1, (1 << 20) + 1));
        assert!(excerpt.text.chars().count() < 120);
        assert!(excerpt.text.starts_with('…') && excerpt.text.ends_with('…'));
        assert_eq!(&excerpt.text[excerpt.marked], "MARK");
    }
}
