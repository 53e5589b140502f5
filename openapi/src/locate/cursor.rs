//! A cursor over JSON text that finds where things begin and end.
//!
//! It trusts nothing: on text that is not JSON its functions give `None`.

use std::borrow::Cow;
use std::ops::Range;

/// A position in a JSON text.
#[derive(Debug)]
pub(crate) struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    /// The start of `text`.
    pub(crate) fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// The position in bytes.
    pub(crate) fn offset(&self) -> usize {
        self.at
    }

    /// Skips white space and gives the byte after it.
    pub(crate) fn peek(&mut self) -> Option<u8> {
        while self.byte()?.is_ascii_whitespace() {
            self.at += 1;
        }
        self.byte()
    }

    /// Reads an object, calling `member` after each colon with the key's bytes,
    /// quotes included. `member` must read the value.
    pub(crate) fn object(
        &mut self,
        mut member: impl FnMut(&mut Self, Range<usize>) -> Option<()>,
    ) -> Option<()> {
        self.items(b'{', b'}', |cursor, _| {
            let key = cursor.string()?;
            cursor.take(b':')?;
            member(cursor, key)
        })
    }

    /// Reads an array, calling `item` with the index of each item. `item` must read it.
    pub(crate) fn array(&mut self, item: impl FnMut(&mut Self, usize) -> Option<()>) -> Option<()> {
        self.items(b'[', b']', item)
    }

    /// Reads a value of any kind, and gives its bytes.
    pub(crate) fn skip(&mut self) -> Option<Range<usize>> {
        let first = self.peek()?;
        let start = self.at;
        match first {
            b'"' => return self.string(),
            b'{' | b'[' => self.skip_nested()?,
            _ => self.skip_word(),
        }
        Some(start..self.at)
    }

    /// The string that stands in `quoted`.
    pub(crate) fn decode(&self, quoted: &Range<usize>) -> Cow<'a, str> {
        let text = self.text.get(quoted.clone()).unwrap_or_default();
        if text.contains('\\') {
            return Cow::Owned(serde_json::from_str(text).unwrap_or_default());
        }
        Cow::Borrowed(text.trim_matches('"'))
    }

    fn items(
        &mut self,
        open: u8,
        close: u8,
        mut item: impl FnMut(&mut Self, usize) -> Option<()>,
    ) -> Option<()> {
        self.take(open)?;
        for index in 0.. {
            if self.peek()? == close {
                break;
            }
            if index > 0 {
                self.take(b',')?;
            }
            item(self, index)?;
        }
        self.take(close)
    }

    fn string(&mut self) -> Option<Range<usize>> {
        self.peek().filter(|byte| *byte == b'"')?;
        let start = self.at;
        self.at += 1;
        loop {
            match self.byte()? {
                b'"' => break,
                b'\\' => self.at += 2,
                _ => self.at += 1,
            }
        }
        self.at += 1;
        Some(start..self.at)
    }

    /// Skips an object or array by counting brackets, however deep.
    fn skip_nested(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            match self.byte()? {
                b'"' => {
                    self.string()?;
                    continue;
                }
                b'{' | b'[' => depth += 1,
                b'}' | b']' => depth -= 1,
                _ => {}
            }
            self.at += 1;
            if depth == 0 {
                return Some(());
            }
        }
    }

    fn skip_word(&mut self) {
        while self.byte().is_some_and(|byte| {
            !matches!(byte, b',' | b'}' | b']' | b':') && !byte.is_ascii_whitespace()
        }) {
            self.at += 1;
        }
    }

    fn take(&mut self, expected: u8) -> Option<()> {
        self.peek().filter(|byte| *byte == expected)?;
        self.at += 1;
        Some(())
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }
}
