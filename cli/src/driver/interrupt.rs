//! A word from outside that it is time to end.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// How often it is looked at by what waits.
pub(super) const INTERVAL: Duration = Duration::from_millis(50);

/// Whether what goes on is to end: child processes are then ended, too.
#[derive(Clone, Debug, Default)]
pub struct Interrupt(Arc<AtomicBool>);

impl Interrupt {
    /// Ends what goes on.
    pub fn interrupt(&self) {
        self.0.store(true, Ordering::SeqCst);
    }

    /// Whether what goes on is to end.
    pub fn is_interrupted(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }

    /// Goes on unless it is to end.
    ///
    /// # Errors
    ///
    /// When it is.
    pub fn check(&self) -> std::io::Result<()> {
        if self.is_interrupted() {
            // Another kind than `Interrupted`, which what reads and writes tries again.
            return Err(std::io::Error::other("interrupted"));
        }
        Ok(())
    }
}
