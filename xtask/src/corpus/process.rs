//! A child process that is ended when it takes too long.

use std::fs::File;
use std::io;
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// How often a child is looked after.
const INTERVAL: Duration = Duration::from_millis(2);

/// How a child ended.
#[derive(Debug)]
pub enum Ending {
    /// By itself.
    Exited(ExitStatus),
    /// It was ended, because it took longer than it may.
    TookTooLong,
}

/// Runs `command`, what it says going to the two files, for no longer than `limit`.
pub fn run(
    command: &mut Command,
    stdout: &Path,
    stderr: &Path,
    limit: Duration,
) -> io::Result<Ending> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(File::create(stdout)?)
        .stderr(File::create(stderr)?)
        .spawn()?;
    let started = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Ending::Exited(status));
        }
        if started.elapsed() > limit {
            child.kill()?;
            child.wait()?;
            return Ok(Ending::TookTooLong);
        }
        thread::sleep(INTERVAL);
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn run_shell(script: &str, limit: Duration) -> (Ending, String) {
        let folder = tempfile::tempdir().expect("a folder");
        let stdout = folder.path().join("stdout");
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        let ending = run(&mut command, &stdout, &folder.path().join("stderr"), limit);
        let said = std::fs::read_to_string(&stdout).expect("what it said");
        (ending.expect("a shell"), said)
    }

    #[test]
    fn a_child_that_goes_on_is_ended() {
        let started = Instant::now();
        let (ending, _) = run_shell("exec sleep 60", Duration::from_millis(50));
        assert!(matches!(ending, Ending::TookTooLong));
        assert!(started.elapsed() < Duration::from_secs(30));
    }

    #[test]
    fn a_child_that_ends_leaves_its_status_and_what_it_said() {
        let (ending, said) = run_shell("echo yes; exit 3", Duration::from_mins(1));
        let Ending::Exited(status) = ending else {
            panic!("it ended by itself");
        };
        assert_eq!(status.code(), Some(3));
        assert_eq!(said, "yes\n");
    }
}
