//! How deep values that are written or checked may stand in each other: a value that a program makes can nest without
//! end, and the stack does not.

use std::cell::Cell;

use serde::ser;

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

/// One level more of what is written, until it is dropped.
#[derive(Debug)]
pub struct Level(());

impl Level {
    /// An error where too many values stand in each other.
    #[inline]
    pub fn enter<E: ser::Error>() -> Result<Self, E> {
        let depth = DEPTH.get();
        if depth >= WRITTEN {
            return Err(too_deep());
        }
        DEPTH.set(depth + 1);
        Ok(Self(()))
    }
}

#[cold]
fn too_deep<E: ser::Error>() -> E {
    E::custom(format_args!(
        "more than {WRITTEN} values stand in each other"
    ))
}

impl Drop for Level {
    #[inline]
    fn drop(&mut self) {
        DEPTH.set(DEPTH.get() - 1);
    }
}
