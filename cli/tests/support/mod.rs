//! A folder to run the command in, and descriptions for it.
#![allow(dead_code, reason = "no test file uses all of it")]

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

pub const BINARY: &str = env!("CARGO_BIN_EXE_bindery");

pub const DESCRIPTION: &str = r#"{
  "openapi": "3.0.3",
  "info": { "title": "Zoo", "version": "1" },
  "paths": {},
  "components": { "schemas": { "Animal": {
    "type": "object",
    "required": ["name"],
    "properties": { "name": { "type": "string" } }
  } } }
}
"#;

/// Its schema names one that is not there.
pub const BROKEN: &str = r##"{
  "openapi": "3.0.3",
  "info": { "title": "Zoo", "version": "1" },
  "paths": {},
  "components": { "schemas": { "Animal": {
    "type": "array",
    "items": { "$ref": "#/components/schemas/Keeper" }
  } } }
}
"##;

/// A folder that all tests of `verify` compile in.
pub const CACHE: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/verify");

/// Animals, of which a default is none.
pub const ZOO: &str = r##"{
  "openapi": "3.0.3",
  "info": { "title": "Zoo", "version": "1" },
  "paths": { "/animal": { "get": { "responses": { "200": { "$ref": "#/components/responses/Animal" } } } } },
  "components": { "schemas": {
    "Animal": {
      "type": "object",
      "required": ["name"],
      "properties": {
        "name": { "type": "string", "minLength": 1, "example": "Bruno" },
        "kind": { "type": "string", "enum": ["bear", "bat"], "default": "cow" },
        "legs": { "type": "integer", "minimum": 0 },
        "born": { "type": "string", "format": "date-time" }
      }
    },
    "Herd": { "type": "array", "items": { "$ref": "#/components/schemas/Animal" }, "maxItems": 3 }
  }, "responses": { "Animal": { "description": "By number", "content": { "application/json": {
    "schema": { "type": "object", "required": ["number"], "properties": { "number": { "type": "integer" } } }
  } } } } }
}
"##;

/// A folder of its own, in which the command is run.
pub struct Folder(TempDir);

impl Folder {
    pub fn new() -> Self {
        Self(TempDir::new().expect("there is room for a folder"))
    }

    pub fn with(name: &str, text: &str) -> Self {
        let folder = Self::new();
        folder.write(name, text);
        folder
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn write(&self, name: &str, text: &str) {
        std::fs::write(self.path(name), text).expect("the folder can be written");
    }

    pub fn text(&self, name: &str) -> String {
        let text = std::fs::read_to_string(self.path(name));
        text.unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Every file below, with when it was last written.
    pub fn files(&self, name: &str) -> Vec<(PathBuf, std::time::SystemTime)> {
        let mut files = Vec::new();
        gather(&self.path(name), &mut files);
        files.sort();
        files
    }

    pub fn run(&self, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Ended {
        self.run_binary(BINARY, arguments)
    }

    /// Runs the command with this on its standard input.
    pub fn run_with_input(&self, arguments: &[&str], input: &str) -> Ended {
        let mut command = Command::new(BINARY);
        let command = command.args(arguments).current_dir(self.0.path());
        let pipes = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = pipes.spawn().expect("the command can be run");
        let mut stdin = child.stdin.take().expect("it is a pipe");
        stdin.write_all(input.as_bytes()).expect("it is read");
        drop(stdin);
        Ended::from(child.wait_with_output().expect("it ends"))
    }

    /// Runs the command with this in its environment.
    pub fn run_with(&self, arguments: &[&str], variable: &str, value: &str) -> Ended {
        let mut command = Command::new(BINARY);
        let command = command.args(arguments).current_dir(self.0.path());
        let command = command.env(variable, value);
        Ended::from(command.output().expect("the command can be run"))
    }

    pub fn run_binary(
        &self,
        binary: impl AsRef<OsStr>,
        arguments: impl IntoIterator<Item = impl AsRef<OsStr>>,
    ) -> Ended {
        let mut command = Command::new(binary);
        let command = command.args(arguments).current_dir(self.0.path());
        Ended::from(command.output().expect("the command can be run"))
    }
}

fn gather(folder: &Path, files: &mut Vec<(PathBuf, std::time::SystemTime)>) {
    for entry in std::fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("the entry can be read").path();
        if path.is_dir() {
            gather(&path, files);
        } else {
            let written = path.metadata().and_then(|metadata| metadata.modified());
            files.push((path, written.expect("the time is known")));
        }
    }
}

/// How a run ended.
#[derive(Debug)]
pub struct Ended {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl From<Output> for Ended {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("what is said is UTF-8");
        Self {
            code: output.status.code().expect("no signal ended it"),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
        }
    }
}
