//! Reads a text from its beginning; each step takes what it names or gives `None`.

/// What of a text is still to be read.
#[derive(Clone, Copy)]
pub(super) struct Scanner<'t>(&'t [u8]);

impl<'t> Scanner<'t> {
    pub(super) const fn new(text: &'t str) -> Self {
        Self(text.as_bytes())
    }

    /// Nothing, where nothing is left.
    pub(super) fn end(self) -> Option<()> {
        self.0.is_empty().then_some(())
    }

    pub(super) fn peek(self) -> Option<u8> {
        self.0.first().copied()
    }

    /// The next byte, where it is one of these.
    pub(super) fn one_of(&mut self, bytes: &[u8]) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        bytes.contains(first).then(|| {
            self.0 = rest;
            *first
        })
    }

    /// Whether the next byte was this one, which is then read.
    pub(super) fn skip(&mut self, byte: u8) -> bool {
        self.one_of(&[byte]).is_some()
    }

    /// The digits that come next, which may be none.
    pub(super) fn digits(&mut self) -> &'t [u8] {
        let is_other = |byte: &u8| !byte.is_ascii_digit();
        let length = self.0.iter().position(is_other).unwrap_or(self.0.len());
        let (digits, rest) = self.0.split_at(length);
        self.0 = rest;
        digits
    }

    /// A number of just this many digits, at most four; more may follow.
    pub(super) fn number(&mut self, length: usize) -> Option<i16> {
        let (digits, rest) = self.0.split_at_checked(length)?;
        if !digits.iter().all(u8::is_ascii_digit) {
            return None;
        }
        self.0 = rest;
        let add = |number, digit: &u8| number * 10 + i16::from(digit - b'0');
        Some(digits.iter().fold(0, add))
    }
}
