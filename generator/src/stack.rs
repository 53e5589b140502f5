//! Threads: side by side, and with room for what recurses: schemas nest as deep as a text may, which is limited, and
//! generated types are parsed and printed level by level.

use std::num::NonZeroUsize;
use std::panic;
use std::sync::atomic::{AtomicUsize, Ordering};
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

/// What `work` makes of each of `inputs`, in their order, by as many threads as the machine runs at
/// once. Each takes the next input when it is done with one.
pub(crate) fn side_by_side<T: Sync, R: Send>(
    inputs: &[T],
    work: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let next = AtomicUsize::new(0);
    // The last first: groups of operations, which are the largest files, come last.
    let one = || {
        let index = inputs
            .len()
            .checked_sub(next.fetch_add(1, Ordering::Relaxed) + 1)?;
        Some((index, work(inputs.get(index)?)))
    };
    let take = || std::iter::from_fn(one).collect::<Vec<_>>();
    let threads = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let mut made = thread::scope(|scope| {
        let others = (1..threads.min(inputs.len())).filter_map(|_| {
            let thread = thread::Builder::new().stack_size(BYTES);
            thread.spawn_scoped(scope, take).ok()
        });
        let others: Vec<_> = others.collect();
        let mut made = take();
        for other in others {
            made.extend(
                other
                    .join()
                    .unwrap_or_else(|panicked| panic::resume_unwind(panicked)),
            );
        }
        made
    });
    made.sort_unstable_by_key(|(index, _)| *index);
    made.into_iter().map(|(_, made)| made).collect()
}
