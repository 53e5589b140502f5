//! The program of the types: where it is built, and what of it does not compile.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::time::Duration;

use bindery_build::{Builder, Failure};
use bindery_cli::driver::{Answer, CompileError, Driver, Interrupt, Package, runtime};
use serde_json::Value;

use super::cache;
use super::subject::{self, Described};
use crate::arguments::Verify;

/// How long an answer may take.
const LIMIT: Duration = Duration::from_secs(10);
/// How many errors of the compiler are shown.
const SHOWN: usize = 5;

/// What making the program came to.
pub enum Made {
    /// The program.
    Program(Running),
    /// The types could not be generated.
    Failed(Failure),
}

/// The program, ready to be asked.
pub struct Running {
    driver: Driver,
}

impl Running {
    /// What a type makes of a value.
    pub fn ask(&mut self, index: usize, value: &Value) -> io::Result<Answer> {
        self.driver.ask(index, value)
    }
}

/// Generates the types and compiles the program, in a folder that the same descriptions have again.
/// Schemas whose type cannot be asked become skipped ones.
///
/// # Errors
///
/// When a folder cannot be written, cargo cannot be run, or the types do not compile.
pub fn make(
    arguments: &Verify,
    builder: Builder,
    all: &mut [Described],
    interrupt: &Interrupt,
) -> io::Result<Made> {
    let cache = cache::folder(arguments)?;
    let name = cache::name(arguments);
    let package = Package {
        folder: cache.join(&name),
        name,
    };
    fs::create_dir_all(&package.folder)?;
    cache::prune(&cache, &package.name);
    let builder = builder.package(package.crate_name());
    if let Err(failure) = builder.out_dir(package.types()).prune().write() {
        return Ok(Made::Failed(failure));
    }
    let types = subject::number(all);
    let runtime = arguments.runtime.clone().or_else(runtime);
    package.write(&types, runtime.as_deref())?;
    let compiled = package.compile(&cache::target(&cache), interrupt);
    if interrupt.is_interrupted() {
        cache::forget(&cache, &package.name);
    }
    match compiled? {
        Ok(program) => {
            let said = package.folder.join("stderr.txt");
            let driver = Driver::new(&program, &said, LIMIT, interrupt);
            Ok(Made::Program(Running { driver }))
        }
        Err(errors) => Err(io::Error::other(sentence(&errors))),
    }
}

fn sentence(errors: &[CompileError]) -> String {
    let mut lines = vec!["the generated types do not compile:".to_owned()];
    let mut said = BTreeSet::new();
    for error in errors.iter().filter(|error| said.insert(&error.message)) {
        let files: Vec<String> = error
            .files
            .iter()
            .map(|file| file.display().to_string())
            .collect();
        lines.push(format!("  {} {}", files.join(", "), error.message));
    }
    lines.truncate(SHOWN + 1);
    lines.join("\n")
}
