//! Where reading failed, told by what failed: of an error about a value whose text it handed over `serde_json` knows
//! only the end of what holds the value.

use std::cell::Cell;

thread_local! {
    /// The address after the text that did not fit; zero where there is none.
    static FAILED: Cell<usize> = const { Cell::new(0) };
}

/// Says that reading failed at this piece of the body.
pub(crate) fn failed_after(text: &str) {
    FAILED.set(text.as_bytes().as_ptr_range().end.addr());
}

/// Forgets what was told while another body was read.
pub(crate) fn forget() {
    FAILED.set(0);
}

/// The offset in the body after the piece that did not fit, where one was told of.
pub(super) fn failed_at(bytes: &[u8]) -> Option<usize> {
    let start = bytes.as_ptr().addr();
    let offset = FAILED.take().checked_sub(start)?;
    (offset <= bytes.len()).then_some(offset)
}
