//! Lines and columns of byte offsets.

use std::ops::Range;

/// Where the lines of a text begin.
#[derive(Debug)]
pub(crate) struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
    /// How many characters begin before each multiple of [`STEP`], so that a
    /// column in a line of megabytes is found without reading the line.
    characters: Vec<usize>,
}

/// How many bytes are read at most to count the characters before one.
const STEP: usize = 1024;

impl<'a> Lines<'a> {
    /// Reads `text` once.
    pub(crate) fn new(text: &'a str) -> Self {
        let starts = std::iter::once(0)
            .chain(text.match_indices('\n').map(|(at, _)| at + 1))
            .collect();
        let characters = text.as_bytes().chunks(STEP).scan(0, |before, chunk| {
            let here = *before;
            *before += count(chunk);
            Some(here)
        });
        Self {
            text,
            starts,
            characters: characters.collect(),
        }
    }

    /// The line of `offset`, from 1, and its column in characters, from 1.
    pub(crate) fn line_and_column(&self, offset: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.start(line);
        (line, self.before(offset) - self.before(start) + 1)
    }

    /// The bytes of `line`, counted from 1, without its line break.
    pub(crate) fn bytes(&self, line: usize) -> Range<usize> {
        let start = self.start(line);
        let end = self.starts.get(line).copied().unwrap_or(self.text.len());
        let text = self.text.get(start..end).unwrap_or_default();
        start..start + text.trim_end_matches(['\n', '\r']).len()
    }

    /// The offset of a line and a column in bytes, both from 1, moved back to a character's start.
    pub(crate) fn offset(&self, line: usize, column: usize) -> usize {
        let mut offset = (self.start(line) + column.saturating_sub(1)).min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    }

    /// How many characters begin before `offset`.
    fn before(&self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        let step = offset / STEP;
        let Some(counted) = self.characters.get(step) else {
            return self.characters.last().copied().unwrap_or_default()
                + count(self.rest(self.characters.len().saturating_sub(1) * STEP, offset));
        };
        counted + count(self.rest(step * STEP, offset))
    }

    fn rest(&self, start: usize, end: usize) -> &[u8] {
        self.text.as_bytes().get(start..end).unwrap_or_default()
    }

    fn start(&self, line: usize) -> usize {
        let index = line.saturating_sub(1);
        self.starts.get(index).copied().unwrap_or(self.text.len())
    }
}

/// How many characters begin in `bytes`.
fn count(bytes: &[u8]) -> usize {
    let begins = |byte: &&u8| (**byte & 0b1100_0000) != 0b1000_0000;
    bytes.iter().filter(begins).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let lines = Lines::new("aé🦀b\r\ncd");
        assert_eq!(lines.line_and_column(7), (1, 4));
        assert_eq!(lines.line_and_column(10), (2, 1));
        assert_eq!(lines.bytes(1), 0..8);
        assert_eq!(lines.offset(1, 3), 1);
    }

    #[test]
    fn columns_of_long_lines_are_counted_in_steps() {
        let text = format!("a\n{}b", "é🦀x".repeat(STEP));
        let lines = Lines::new(&text);
        for (at, (offset, _)) in text.char_indices().enumerate().skip(2) {
            assert_eq!(lines.line_and_column(offset), (2, at - 1));
        }
        assert_eq!(lines.line_and_column(text.len()), (2, 3 * STEP + 2));
        let exact = "x".repeat(2 * STEP);
        assert_eq!(
            Lines::new(&exact).line_and_column(2 * STEP),
            (1, 2 * STEP + 1)
        );
        assert_eq!(Lines::new("").line_and_column(0), (1, 1));
    }
}
