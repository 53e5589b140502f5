//! The running program: asked line by line, and started again where it ends or hangs.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::interrupt::INTERVAL;
use super::{Answer, Interrupt, Program};

/// A program that answers.
#[derive(Debug)]
pub struct Driver {
    program: PathBuf,
    /// What the program says on standard error goes to this file.
    said: PathBuf,
    limit: Duration,
    interrupt: Interrupt,
    running: Option<Running>,
}

#[derive(Debug)]
struct Running {
    child: Child,
    input: ChildStdin,
    answers: Receiver<String>,
}

impl Driver {
    /// A driver of `program`, which has `limit` for each answer. What it says goes to `said`.
    pub fn new(program: &Program, said: &Path, limit: Duration, interrupt: &Interrupt) -> Self {
        Self {
            program: program.path.clone(),
            said: said.to_owned(),
            limit,
            interrupt: interrupt.clone(),
            running: None,
        }
    }

    /// Asks what the type makes of a value.
    ///
    /// # Errors
    ///
    /// When the program cannot be started, or is interrupted.
    pub fn ask(&mut self, index: usize, value: &Value) -> io::Result<Answer> {
        self.ask_text(index, &value.to_string())
    }

    /// Asks what the type makes of a JSON text, which must be of one line.
    ///
    /// # Errors
    ///
    /// When the program cannot be started, or is interrupted.
    pub fn ask_text(&mut self, index: usize, text: &str) -> io::Result<Answer> {
        // Whoever ends the command may have ended the program as well, which is no answer.
        self.interrupt.check()?;
        let mut running = match self.running.take() {
            Some(running) => running,
            None => start(&self.program, &self.said)?,
        };
        let question = format!("{index}\t{text}\n");
        // A program that has ended takes nothing: that it has is found when its answer is read.
        let _ = running.input.write_all(question.as_bytes());
        match self.wait(&running.answers)? {
            Waited::Answered(line) => {
                self.running = Some(running);
                Ok(Answer::read(&line).unwrap_or(Answer::Crashed(line)))
            }
            Waited::TooLong => {
                running.end();
                Ok(Answer::Hung)
            }
            Waited::Ended => Ok(Answer::Crashed(self.last_words(&mut running.child)?)),
        }
    }

    /// Waits for a line, no longer than an answer may take.
    fn wait(&self, answers: &Receiver<String>) -> io::Result<Waited> {
        let started = Instant::now();
        loop {
            let left = self.limit.saturating_sub(started.elapsed());
            match answers.recv_timeout(left.min(INTERVAL)) {
                Ok(line) => return Ok(Waited::Answered(line)),
                Err(RecvTimeoutError::Disconnected) => return Ok(Waited::Ended),
                Err(RecvTimeoutError::Timeout) if left.is_zero() => return Ok(Waited::TooLong),
                Err(RecvTimeoutError::Timeout) => self.interrupt.check()?,
            }
        }
    }

    /// How the program ended, and what it said last.
    fn last_words(&self, child: &mut Child) -> io::Result<String> {
        let status = child.wait()?;
        let said = fs::read(&self.said).unwrap_or_default();
        let said = String::from_utf8_lossy(&said);
        let last = said.lines().rfind(|line| !line.is_empty());
        Ok(format!("{status}: {}", last.unwrap_or("it said nothing")))
    }
}

/// What waiting for an answer came to.
enum Waited {
    Answered(String),
    TooLong,
    Ended,
}

impl Running {
    /// Ends the program. One that has ended by itself is as good.
    fn end(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.end();
    }
}

fn start(program: &Path, said: &Path) -> io::Result<Running> {
    let mut child = Command::new(program)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(File::create(said)?)
        .spawn()?;
    let missing = || io::Error::other("a program without its pipes");
    let input = child.stdin.take().ok_or_else(missing)?;
    let output = child.stdout.take().ok_or_else(missing)?;
    let (sender, answers) = mpsc::channel();
    thread::spawn(move || {
        for line in BufReader::new(output).lines() {
            let Ok(line) = line else { return };
            if sender.send(line).is_err() {
                return;
            }
        }
    });
    Ok(Running {
        child,
        input,
        answers,
    })
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    /// A program that does with each line what the script says, and a driver of it.
    fn driver(script: &str, limit: Duration) -> (tempfile::TempDir, Driver, Interrupt) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("program");
        fs::write(
            &path,
            format!("#!/bin/sh\nwhile read line; do {script}; done\n"),
        )
        .expect("a file");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("a file");
        let interrupt = Interrupt::default();
        let said = folder.path().join("said");
        let driver = Driver::new(&Program { path }, &said, limit, &interrupt);
        (folder, driver, interrupt)
    }

    #[test]
    fn a_program_that_ends_is_started_again() {
        let script = "case $line in *bad*) echo too bad >&2; exit 3;; *) echo +1;; esac";
        let (_folder, mut driver, _) = driver(script, Duration::from_mins(1));
        let mut ask = |text| driver.ask_text(0, text).expect("it can be started");
        assert_eq!(ask("good"), Answer::Accepted("1".to_owned()));
        let Answer::Crashed(said) = ask("bad") else {
            panic!("it ends");
        };
        assert!(said.ends_with("too bad"), "{said}");
        assert_eq!(ask("good"), Answer::Accepted("1".to_owned()));
    }

    #[test]
    fn a_program_that_hangs_is_ended() {
        let (_folder, mut driver, _) = driver("exec sleep 60", Duration::from_millis(100));
        let answer = driver.ask_text(0, "1").expect("it can be started");
        assert_eq!(answer, Answer::Hung);
    }

    #[test]
    fn what_is_interrupted_waits_no_longer() {
        let (_folder, mut driver, interrupt) = driver("exec sleep 60", Duration::from_mins(1));
        interrupt.interrupt();
        assert!(driver.ask_text(0, "1").is_err());
    }
}
