//! The running program: asked line by line, and started again where it ends or hangs.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use serde_json::Value;

use super::{Answer, Program};

/// A program that answers.
#[derive(Debug)]
pub struct Driver {
    program: PathBuf,
    /// What the program says on standard error goes to this file.
    said: PathBuf,
    limit: Duration,
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
    pub fn new(program: &Program, said: &Path, limit: Duration) -> Self {
        Self {
            program: program.path.clone(),
            said: said.to_owned(),
            limit,
            running: None,
        }
    }

    /// Asks what the type makes of a value.
    ///
    /// # Errors
    ///
    /// When the program cannot be started.
    pub fn ask(&mut self, index: usize, value: &Value) -> io::Result<Answer> {
        self.ask_text(index, &value.to_string())
    }

    /// Asks what the type makes of a JSON text, which must be of one line.
    ///
    /// # Errors
    ///
    /// When the program cannot be started.
    pub fn ask_text(&mut self, index: usize, text: &str) -> io::Result<Answer> {
        let mut running = match self.running.take() {
            Some(running) => running,
            None => start(&self.program, &self.said)?,
        };
        let question = format!("{index}\t{text}\n");
        // A program that has ended takes nothing: that it has is found when its answer is read.
        let _ = running.input.write_all(question.as_bytes());
        match running.answers.recv_timeout(self.limit) {
            Ok(line) => {
                self.running = Some(running);
                Ok(Answer::read(&line).unwrap_or(Answer::Crashed(line)))
            }
            Err(RecvTimeoutError::Timeout) => {
                running.child.kill()?;
                running.child.wait()?;
                Ok(Answer::Hung)
            }
            Err(RecvTimeoutError::Disconnected) => {
                let status = running.child.wait()?;
                let said = fs::read_to_string(&self.said).unwrap_or_default();
                let last = said.lines().rfind(|line| !line.is_empty());
                Ok(Answer::Crashed(format!(
                    "{status}: {}",
                    last.unwrap_or("it said nothing")
                )))
            }
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if let Some(mut running) = self.running.take() {
            // It ends by itself as well, once its input does.
            let _ = running.child.kill();
            let _ = running.child.wait();
        }
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
