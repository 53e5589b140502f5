//! From the parser's positions, which count characters, to bytes.

/// Finds bytes by stepping from the place that was asked for last: the parser's
/// positions hardly ever go back, so that all of them take one pass together.
#[derive(Debug)]
pub(super) struct Offsets<'t> {
    text: &'t str,
    is_ascii: bool,
    characters: usize,
    bytes: usize,
}

impl<'t> Offsets<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            text,
            is_ascii: text.is_ascii(),
            characters: 0,
            bytes: 0,
        }
    }

    /// The byte at which the character `index` begins, or the end of the text.
    pub(super) fn byte(&mut self, index: usize) -> usize {
        if self.is_ascii {
            return index.min(self.text.len());
        }
        let (before, after) = self.text.split_at(self.bytes);
        if index < self.characters {
            let back = self.characters - index;
            let skipped = before.chars().rev().take(back).map(char::len_utf8);
            self.bytes -= skipped.sum::<usize>();
        } else {
            let forward = after.chars().take(index - self.characters);
            self.bytes += forward.map(char::len_utf8).sum::<usize>();
        }
        self.characters = index;
        self.bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_of_any_length_are_counted_forward_and_back() {
        let mut offsets = Offsets::new("aé🦀b");
        let bytes = [3, 1, 4, 0, 2, 9].map(|index| offsets.byte(index));
        assert_eq!(bytes, [7, 1, 8, 0, 3, 8]);
    }
}
