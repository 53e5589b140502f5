//! From a byte offset in a JSON text to the value there. The text is walked without recursion and may be broken: the
//! walk ends at the offset.

use std::fmt::Write;

use crate::validate::push_escaped;

/// A value in a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// Its JSON Pointer (RFC 6901).
    pub(super) pointer: String,
    /// Where its text starts.
    pub(super) start: usize,
    /// Whether it is an object.
    pub(super) is_object: bool,
}

/// Finds the value that an error at this offset is about.
///
/// `serde_json` counts the bytes it has read: a scalar of the wrong type ends at the offset, an array or object of the
/// wrong type starts there, an object that lacks a property has just been closed.
pub(super) fn locate(bytes: &[u8], offset: usize) -> Place {
    let mut walk = Walk {
        bytes,
        offset,
        at: 0,
        open: Vec::new(),
    };
    loop {
        if let Some(place) = walk.step() {
            return place;
        }
    }
}

/// An array or object whose end has not been met.
struct Container {
    start: usize,
    child: Child,
}

/// Where in its container the walk is.
enum Child {
    Element(usize),
    /// Before a name.
    Property,
    /// After the name, which is the text between these offsets.
    Named(usize, usize),
}

struct Walk<'a> {
    bytes: &'a [u8],
    offset: usize,
    at: usize,
    open: Vec<Container>,
}

impl Walk<'_> {
    /// Reads one token; gives the place when it is found.
    fn step(&mut self) -> Option<Place> {
        let Some(&byte) = self.bytes.get(self.at) else {
            return Some(self.innermost());
        };
        let opens = matches!(byte, b'{' | b'[');
        if self.at > self.offset || (self.at == self.offset && !opens && self.offset > 0) {
            return Some(self.innermost());
        }
        match byte {
            b' ' | b'\t' | b'\r' | b'\n' | b':' => self.at += 1,
            b',' => self.advance(),
            b'{' => return self.open(Child::Property),
            b'[' => return self.open(Child::Element(0)),
            b'}' | b']' => return self.close(),
            b'"' => return self.string(),
            _ => return self.scalar(),
        }
        None
    }

    fn advance(&mut self) {
        self.at += 1;
        if let Some(container) = self.open.last_mut() {
            container.child = match container.child {
                Child::Element(index) => Child::Element(index + 1),
                Child::Property | Child::Named(..) => Child::Property,
            };
        }
    }

    fn open(&mut self, child: Child) -> Option<Place> {
        let start = self.at;
        if start == self.offset {
            return Some(self.place(start));
        }
        self.open.push(Container { start, child });
        self.at += 1;
        None
    }

    fn close(&mut self) -> Option<Place> {
        let container = self.open.pop();
        self.at += 1;
        let start = container.map_or(0, |container| container.start);
        (self.at >= self.offset).then(|| self.place(start))
    }

    fn string(&mut self) -> Option<Place> {
        let start = self.at;
        self.at = string_end(self.bytes, start);
        if let Some(Container { child, .. }) = self.open.last_mut()
            && matches!(child, Child::Property)
        {
            *child = Child::Named(start, self.at);
        }
        (self.at >= self.offset).then(|| self.place(start))
    }

    fn scalar(&mut self) -> Option<Place> {
        let start = self.at;
        let rest = self.bytes.get(start..).unwrap_or_default();
        let length = rest
            .iter()
            .position(|byte| b" \t\r\n,:]}[{\"".contains(byte))
            .unwrap_or(rest.len());
        self.at += length;
        (self.at >= self.offset).then(|| self.place(start))
    }

    /// The value at a place of the innermost container.
    fn place(&self, start: usize) -> Place {
        let is_object = self.bytes.get(start) == Some(&b'{');
        Place {
            pointer: self.pointer(&self.open),
            start,
            is_object,
        }
    }

    /// The value that was being read: the one after the name just read, or the innermost container.
    fn innermost(&self) -> Place {
        let Some((last, outer)) = self.open.split_last() else {
            return self.place(0);
        };
        match last.child {
            Child::Element(_) | Child::Named(..) => self.place(self.at.min(self.bytes.len())),
            Child::Property => Place {
                pointer: self.pointer(outer),
                start: last.start,
                is_object: true,
            },
        }
    }

    fn pointer(&self, open: &[Container]) -> String {
        let mut pointer = String::new();
        for container in open {
            match container.child {
                Child::Element(index) => {
                    let _ = write!(pointer, "/{index}");
                }
                Child::Property => {}
                Child::Named(start, end) => {
                    pointer.push('/');
                    push_escaped(&mut pointer, &self.name(start, end));
                }
            }
        }
        pointer
    }

    /// The name that a string token holds; the token itself where it is broken.
    fn name(&self, start: usize, end: usize) -> String {
        let token = self.bytes.get(start..end).unwrap_or_default();
        serde_json::from_slice(token)
            .unwrap_or_else(|_| String::from_utf8_lossy(token).trim_matches('"').to_owned())
    }
}

/// The offset after the closing quote of the string that starts here.
pub(super) fn string_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => return at + 1,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::locate;

    #[test]
    fn every_offset_of_a_text_has_a_place() {
        let text = br#" {"a": [1, {"b\"": "x,y"}, []], "c/d": {}} "#;
        for (offset, pointer) in [
            (1, ""),
            (5, "/a"),
            (7, "/a"),
            (9, "/a/0"),
            (11, "/a/1"),
            (12, "/a/1"),
            (17, "/a/1/b\""),
            (24, "/a/1/b\""),
            (25, "/a/1"),
            (27, "/a/2"),
            (29, "/a/2"),
            (30, "/a"),
            (37, "/c~1d"),
            (39, "/c~1d"),
            (41, "/c~1d"),
            (42, ""),
        ] {
            assert_eq!(locate(text, offset).pointer, pointer, "{offset}");
        }
    }

    #[test]
    fn broken_texts_have_places_too() {
        for text in [
            "", "]", "}}}", "\"", "{\"", "{\"a", "{,}", "[,", ":", "\\", "{\"a\" 1", "[1 2",
            "{\"\\",
        ] {
            for offset in 0..=text.len() + 1 {
                let place = locate(text.as_bytes(), offset);
                assert!(place.start <= text.len(), "{text} {offset}");
            }
        }
    }
}
