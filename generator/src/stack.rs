//! Room for what recurses: schemas nest as deep as a text may, which is limited, and generated
//! types are parsed and printed level by level.

use std::panic;
use std::thread;

/// Enough for the deepest description in a build without optimisation, several times over. It is
/// address space: memory is taken as it is used.
const BYTES: usize = 256 << 20;

/// Does `work` where the stack is deep, whatever thread calls. Where no thread can be had, it is
/// done on this one.
pub(crate) fn deep<R: Send>(work: impl Fn() -> R + Sync) -> R {
    thread::scope(|scope| {
        let thread = thread::Builder::new().stack_size(BYTES);
        match thread.spawn_scoped(scope, &work) {
            Ok(running) => running
                .join()
                .unwrap_or_else(|panicked| panic::resume_unwind(panicked)),
            Err(_) => work(),
        }
    })
}
