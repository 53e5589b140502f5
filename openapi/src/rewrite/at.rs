//! The way to a place in the value that is being made.

use crate::{Location, Pointer};

/// A place that may not exist yet. Its pointer is built only when asked for.
#[derive(Clone, Copy, Debug)]
pub(super) enum At<'p> {
    /// A place that is known.
    Start(&'p Location),
    /// A member of the object above.
    Key(&'p At<'p>, &'p str),
    /// An item of the array above.
    Index(&'p At<'p>, usize),
}

impl At<'_> {
    /// The member `key`.
    pub(super) fn key<'q>(&'q self, key: &'q str) -> At<'q> {
        At::Key(self, key)
    }

    /// The item `index`.
    pub(super) fn index(&self, index: usize) -> At<'_> {
        At::Index(self, index)
    }

    /// The place.
    pub(super) fn location(&self) -> Location {
        let mut text = String::new();
        let start = self.write(&mut text);
        Location {
            file: start.file,
            pointer: Pointer::parse(&text),
        }
    }

    fn write(&self, text: &mut String) -> &Location {
        match self {
            Self::Start(location) => {
                text.push_str(location.pointer.as_str());
                location
            }
            Self::Key(above, key) => {
                let start = above.write(text);
                Pointer::push_token(text, key);
                start
            }
            Self::Index(above, index) => {
                let start = above.write(text);
                Pointer::push_token(text, &index.to_string());
                start
            }
        }
    }
}
