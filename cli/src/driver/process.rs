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
