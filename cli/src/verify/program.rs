//! The program of the types: where it is built, and what of it does not compile.

use std::collections::BTreeSet;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::PathBuf;
use std::time::Duration;

use bindery_build::{Builder, Failure};
use bindery_cli::driver::{Answer, CompileError, Driver, Interrupt, Package, runtime};
use serde_json::Value;

use super::subject::Described;
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
    let cache = cache(arguments)?;
    let name = name(arguments);
    let package = Package {
        folder: cache.join(&name),
        name,
    };
    fs::create_dir_all(&package.folder)?;
    let builder = builder.package(package.crate_name());
    if let Err(failure) = builder.out_dir(package.types()).write() {
        return Ok(Made::Failed(failure));
    }
    let subjects = all.iter().flat_map(|described| &described.subjects);
    let types: Vec<String> = subjects.map(|subject| subject.rust.clone()).collect();
    package.write(&types, runtime().as_deref())?;
    match package.compile(&cache.join("target"), interrupt)? {
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

/// The folder in which types are compiled; the runtime is compiled there once for all.
fn cache(arguments: &Verify) -> io::Result<PathBuf> {
    let folder = match &arguments.cache {
        Some(folder) => folder.clone(),
        None => user_cache()
            .unwrap_or_else(std::env::temp_dir)
            .join("bindery"),
    };
    std::path::absolute(folder)
}

/// The user's folder for caches: `XDG_CACHE_HOME`, else what the system has for it.
fn user_cache() -> Option<PathBuf> {
    let of = |name: &str| {
        let value = std::env::var_os(name).filter(|value| !value.is_empty());
        value.map(PathBuf::from)
    };
    let home = || {
        let below = if cfg!(target_os = "macos") {
            "Library/Caches"
        } else {
            ".cache"
        };
        of("HOME").map(|home| home.join(below))
    };
    of("XDG_CACHE_HOME")
        .or_else(|| of("LOCALAPPDATA"))
        .or_else(home)
}

/// The program's name: of the first description, and of all there is to tell it from others, for
/// all programs lie in one folder.
fn name(arguments: &Verify) -> String {
    let mut hasher = DefaultHasher::new();
    let reading = &arguments.reading;
    for path in reading.specs.iter().chain(&reading.config) {
        std::path::absolute(path)
            .unwrap_or_default()
            .hash(&mut hasher);
    }
    (reading.strict, &arguments.schema).hash(&mut hasher);
    let first = reading.specs.first().and_then(|path| path.file_stem());
    let stem = first.unwrap_or_default().to_string_lossy();
    let plain = stem.chars().filter(char::is_ascii_alphanumeric);
    let stem: String = plain.take(24).collect();
    format!("verified-{stem}-{:016x}", hasher.finish())
}
