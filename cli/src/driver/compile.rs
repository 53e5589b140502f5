//! Compiles the program, and says which file or type is to blame where it does not compile.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::thread;

use serde_json::Value;

use super::interrupt::INTERVAL;
use super::package::TABLE_HEAD;
use super::{Interrupt, Package};

/// The file in a program's folder with what cargo said when it was last compiled.
pub const SAID: &str = "cargo.txt";

/// A program that is compiled.
#[derive(Clone, Debug)]
pub struct Program {
    /// The file.
    pub path: PathBuf,
}

/// An error of the compiler's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompileError {
    /// What it says, in a sentence.
    pub message: String,
    /// The files of the generated crate that it speaks of, below the crate's folder.
    pub files: BTreeSet<PathBuf>,
    /// The types of the table that it speaks of.
    pub types: BTreeSet<usize>,
}

impl Package {
    /// Compiles the program, with cargo's files in the folder `target`.
    ///
    /// # Errors
    ///
    /// When cargo cannot be run, or is interrupted. What does not compile is in the result.
    pub fn compile(
        &self,
        target: &Path,
        interrupt: &Interrupt,
    ) -> io::Result<Result<Program, Vec<CompileError>>> {
        let stderr = self.folder.join(SAID);
        let mut cargo = self.cargo(target);
        let mut cargo = cargo.stderr(File::create(&stderr)?).spawn()?;
        let stdout = cargo.stdout.take();
        let read = thread::spawn(move || stdout.map(messages).unwrap_or_default());
        wait(&mut cargo, interrupt)?;
        let messages = read.join().unwrap_or_default();
        if let Some(path) = messages.iter().find_map(executable) {
            return Ok(Ok(Program { path }));
        }
        let mut errors: Vec<CompileError> = messages.iter().filter_map(error).collect();
        if errors.is_empty() {
            let said = fs::read_to_string(&stderr)?;
            errors.push(CompileError {
                message: said.trim().to_owned(),
                files: BTreeSet::new(),
                types: BTreeSet::new(),
            });
        }
        Ok(Err(errors))
    }

    fn cargo(&self, target: &Path) -> Command {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
        let mut command = Command::new(cargo);
        command
            .args(["build", "--message-format", "json", "--quiet", "--package"])
            .arg(&self.name)
            .arg("--manifest-path")
            .arg(self.folder.join("Cargo.toml"))
            .arg("--target-dir")
            .arg(target)
            // What is made here is compared by nobody, and warnings are shown to nobody.
            .env("RUSTFLAGS", "--cap-lints=allow")
            .env("CARGO_INCREMENTAL", "0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped());
        command
    }
}

/// What cargo says: a JSON object a line.
fn messages(stdout: ChildStdout) -> Vec<Value> {
    let lines = BufReader::new(stdout).lines();
    let lines = lines.map_while(Result::ok);
    lines
        .filter_map(|line| serde_json::from_str(&line).ok())
        .collect()
}

/// Waits until the child ends, or ends it.
fn wait(child: &mut Child, interrupt: &Interrupt) -> io::Result<()> {
    while child.try_wait()?.is_none() {
        if let Err(interrupted) = interrupt.check() {
            child.kill()?;
            child.wait()?;
            return Err(interrupted);
        }
        thread::sleep(INTERVAL);
    }
    Ok(())
}

fn executable(message: &Value) -> Option<PathBuf> {
    message["executable"].as_str().map(PathBuf::from)
}

/// The error that a message is, except the one that counts the others.
fn error(message: &Value) -> Option<CompileError> {
    let message = message.get("message")?;
    let is_error = message["level"].as_str()?.starts_with("error");
    let spans = message["spans"].as_array()?;
    if !is_error || spans.is_empty() {
        return None;
    }
    let mut error = CompileError {
        message: message["message"].as_str()?.to_owned(),
        files: BTreeSet::new(),
        types: BTreeSet::new(),
    };
    for span in spans {
        error.blame(span);
    }
    Some(error)
}

impl CompileError {
    /// Notes the place of a span, and the places that expand to it.
    fn blame(&mut self, span: &Value) {
        let mut at = Some(span);
        while let Some(span) = at {
            let file = span["file_name"].as_str().unwrap_or_default();
            if let Some(file) = file.strip_prefix("types/") {
                self.files.insert(PathBuf::from(file));
            } else if file == "driver/src/table.rs" {
                let line = span["line_start"].as_u64().unwrap_or_default();
                let line = usize::try_from(line).unwrap_or_default();
                self.types.extend(line.checked_sub(TABLE_HEAD + 1));
            }
            at = span.pointer("/expansion/span");
        }
    }
}
