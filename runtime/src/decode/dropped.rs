//! How many properties of closed objects were passed over: what a union that tries its variants ranks them by, for one
//! that has no place for a property fits worse than one that has.

use std::cell::Cell;

thread_local! {
    static DROPPED: Cell<usize> = const { Cell::new(0) };
}

/// Counts some more.
#[cold]
pub(crate) fn add(count: usize) {
    DROPPED.set(DROPPED.get().saturating_add(count));
}

/// Counts anew, for a variant alone, and gives what was counted before.
pub(crate) fn begin() -> usize {
    DROPPED.replace(0)
}

/// What was counted since then; what was counted before counts again. That of the variant that is taken is [`add`]ed.
pub(crate) fn end(before: usize) -> usize {
    DROPPED.replace(before)
}
