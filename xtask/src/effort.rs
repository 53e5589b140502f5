//! What a command takes: time on the clock, and of the processor.

use std::process::{Command, ExitStatus};
use std::time::{Duration, Instant};

/// The time that a command took.
#[derive(Clone, Copy, Debug)]
pub struct Effort {
    /// From beginning to end, with all that it waited for.
    pub wall: Duration,
    /// In which a processor ran it and what it started, which a busy machine leaves as it is.
    pub user: Duration,
}

impl Effort {
    /// No time is shorter.
    pub const MOST: Self = Self {
        wall: Duration::MAX,
        user: Duration::MAX,
    };

    /// Runs the command to its end. No other may run beside it.
    pub fn of(command: &mut Command) -> std::io::Result<(ExitStatus, Self)> {
        let (started, before) = (Instant::now(), of_children()?);
        let status = command.status()?;
        let wall = started.elapsed();
        let user = before.zip(of_children()?);
        let user = user.map_or(wall, |(before, after)| after.saturating_sub(before));
        Ok((status, Self { wall, user }))
    }

    /// The shortest of each time.
    pub fn min(self, other: Self) -> Self {
        Self {
            wall: self.wall.min(other.wall),
            user: self.user.min(other.user),
        }
    }
}

/// The processor time of all children so far, in their own code; `None` where the system does not tell.
#[cfg(unix)]
fn of_children() -> std::io::Result<Option<Duration>> {
    use nix::sys::resource::{UsageWho, getrusage};
    let time = getrusage(UsageWho::RUSAGE_CHILDREN)?.user_time();
    let seconds = u64::try_from(time.tv_sec()).unwrap_or_default();
    let micros = u64::try_from(time.tv_usec()).unwrap_or_default();
    Ok(Some(
        Duration::from_secs(seconds) + Duration::from_micros(micros),
    ))
}

#[cfg(not(unix))]
fn of_children() -> std::io::Result<Option<Duration>> {
    Ok(None)
}
