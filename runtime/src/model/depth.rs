//! How deep values that are written or checked may stand in each other: a value that a program makes can nest without
//! end, and the stack does not.

use std::cell::Cell;

use serde::{Serializer, ser};

/// How many objects, unions and newtypes may stand in each other where they are written. What is read ends at 128.
const WRITTEN: u32 = 500;

/// How many steps into a value are checked.
pub(crate) const CHECKED: usize = 500;

/// How many variants of unions may be read whole in each other: a description can have a union that is a variant of
/// itself.
const WHOLE: u32 = 128;

thread_local! {
    static DEPTH: Cell<u32> = const { Cell::new(0) };
    static WHOLES: Cell<u32> = const { Cell::new(0) };
}

/// A variant that is being read whole, until it is dropped.
pub(super) struct Whole;

impl Whole {
    /// `None` where too many are.
    pub(super) fn enter() -> Option<Self> {
        let depth = WHOLES.get();
        (depth < WHOLE).then(|| {
            WHOLES.set(depth + 1);
            Self
        })
    }
}

impl Drop for Whole {
    fn drop(&mut self) {
        WHOLES.set(WHOLES.get() - 1);
    }
}

/// Writes what stands in a value, unless it stands too deep.
pub fn write_within<S: Serializer>(
    serializer: S,
    write: impl FnOnce(S) -> Result<S::Ok, S::Error>,
) -> Result<S::Ok, S::Error> {
    let Some(_level) = Level::enter() else {
        return Err(ser::Error::custom(format_args!(
            "more than {WRITTEN} values stand in each other"
        )));
    };
    write(serializer)
}

/// One level more, until it is dropped.
struct Level;

impl Level {
    #[inline]
    fn enter() -> Option<Self> {
        let depth = DEPTH.get();
        (depth < WRITTEN).then(|| {
            DEPTH.set(depth + 1);
            Self
        })
    }
}

impl Drop for Level {
    #[inline]
    fn drop(&mut self) {
        DEPTH.set(DEPTH.get() - 1);
    }
}
