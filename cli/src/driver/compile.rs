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
    /// When cargo cannot be run, is interrupted, or fails for another reason than the code. What does
    /// not compile is in the result.
    pub fn compile(
        &self,
        target: &Path,
        interrupt: &Interrupt,
    ) -> io::Result<Result<Program, Vec<CompileError>>> {
        let stderr = self.folder.join(SAID);
        let mut cargo = self.cargo(target);
        let spawned = cargo.stderr(File::create(&stderr)?).spawn();
        let mut cargo =
            spawned.map_err(|error| io::Error::other(format!("cargo cannot be run: {error}")))?;
        let stdout = cargo.stdout.take();
        let read = thread::spawn(move || stdout.map(messages).unwrap_or_default());
        wait(&mut cargo, interrupt)?;
        let messages = read.join().unwrap_or_default();
        if let Some(path) = messages.iter().find_map(executable) {
            return Ok(Ok(Program { path }));
        }
        let errors: Vec<CompileError> = messages.iter().filter_map(error).collect();
        if errors.is_empty() {
            let said = messages.iter().filter_map(error_without_place);
            let mut said: Vec<String> = said.collect();
            said.push(fs::read_to_string(&stderr)?.trim().to_owned());
            let said = said.join("\n");
            return Err(io::Error::other(format!(
                "cargo fails, and not for the types:\n{said}"
            )));
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
        in_a_group(&mut command);
        command
    }
}

/// Has a process begin a group, so that it can be ended with all that it started.
fn in_a_group(command: &mut Command) {
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
    #[cfg(not(unix))]
    let _ = command;
}

/// Ends a process and, where there are groups, all that it started.
fn end(child: &mut Child) -> io::Result<()> {
    if cfg!(unix) {
        let group = format!("-{}", child.id());
        // Where there is no such command, the process alone is ended.
        let _ = Command::new("kill")
            .args(["-KILL", "--", &group])
            .stderr(Stdio::null())
            .status();
    }
    child.kill()?;
    child.wait().map(drop)
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
            end(child)?;
            return Err(interrupted);
        }
        thread::sleep(INTERVAL);
    }
    Ok(())
}

fn executable(message: &Value) -> Option<PathBuf> {
    message["executable"].as_str().map(PathBuf::from)
}

/// An error that is of no place in the code, such as the linker's.
fn error_without_place(message: &Value) -> Option<String> {
    let message = message.get("message")?;
    let is_error = message["level"].as_str()?.starts_with("error");
    let has_place = message["spans"]
        .as_array()
        .is_some_and(|spans| !spans.is_empty());
    let text = message["message"].as_str()?;
    (is_error && !has_place && !text.starts_with("aborting")).then(|| text.to_owned())
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
