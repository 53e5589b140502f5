//! Whether the text being read on this thread is read strictly. Looked at only where the two readings part: when a null
//! stands for an optional property, or a closed object has a property that its schema does not name,
//! or a name stands twice.

use std::{cell::Cell, fmt};

thread_local! {
    static STRICT: Cell<bool> = const { Cell::new(false) };
}

/// Whether reading is strict.
pub(crate) fn is_on() -> bool {
    STRICT.get()
}

/// Makes reading strict on this thread until it is dropped, then puts back what was before.
pub(crate) struct Strict {
    before: bool,
}

impl Strict {
    pub(crate) fn enter() -> Self {
        Self {
            before: STRICT.replace(true),
        }
    }
}

impl Drop for Strict {
    fn drop(&mut self) {
        STRICT.set(self.before);
    }
}

const NULL_REFUSED: (&str, &str) = (
    "null is refused for the optional property `",
    "`, which must be left out instead",
);

/// The message for a null where a property is optional and has no null.
///
/// The error is made after the null was read, so that its position may be the end of the object: the name in the
/// message completes the pointer.
pub(crate) struct NullRefused<'a>(pub(crate) &'a str);

impl fmt::Display for NullRefused<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}{}{}", NULL_REFUSED.0, self.0, NULL_REFUSED.1)
    }
}

const STANDS_TWICE: (&str, &str) = ("the property `", "` stands twice");

/// The message for a name that an object has twice; it completes the pointer too.
pub(crate) struct StandsTwice<'a>(pub(crate) &'a str);

impl fmt::Display for StandsTwice<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}{}{}", STANDS_TWICE.0, self.0, STANDS_TWICE.1)
    }
}

/// The property that such a message names, also where a variant's name stands before it.
pub(super) fn refused_property(message: &str) -> Option<&str> {
    [NULL_REFUSED, STANDS_TWICE]
        .into_iter()
        .find_map(|(before, after)| {
            let (_, rest) = message.split_once(before)?;
            rest.strip_suffix(after)
        })
}
