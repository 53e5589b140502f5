//! The door: which descriptions to read, where to write, and how to say what was found.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use bindery_openapi::{
    Diagnostic, Reading, RenderStyle, Report, Sources, read_file, read_text, render,
};

use crate::api::Api;
use crate::emit::{GeneratedFile, emit, emit_parent};
use crate::sync::{Changes, PathError};
use crate::{codes, lower, name, sync};

/// Generates modules from descriptions.
///
/// ```no_run
/// let changes = bindery_build::Builder::new()
///     .spec("specs/whaly.json")
///     .crate_path("event_apis")
///     .out_dir("generated")
///     .write()?;
/// # Ok::<(), bindery_build::Failure>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Builder {
    inputs: Vec<Input>,
    crate_path: Option<String>,
    is_library: bool,
    out_dir: PathBuf,
}

#[derive(Clone, Debug)]
enum Input {
    File(PathBuf),
    Folder(PathBuf),
    Text { name: String, text: String },
}

impl Builder {
    /// A builder of nothing yet, which writes to the current folder.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the description in a file. Its module is named after the file.
    #[must_use]
    pub fn spec(mut self, path: impl Into<PathBuf>) -> Self {
        self.inputs.push(Input::File(path.into()));
        self
    }

    /// Adds every `.json` file of a folder, in the order of their names.
    #[must_use]
    pub fn specs_in(mut self, folder: impl Into<PathBuf>) -> Self {
        self.inputs.push(Input::Folder(folder.into()));
        self
    }

    /// Adds a description from memory, with the file name it would have.
    #[must_use]
    pub fn spec_text(mut self, name: impl Into<String>, text: impl Into<String>) -> Self {
        self.inputs.push(Input::Text {
            name: name.into(),
            text: text.into(),
        });
        self
    }

    /// Says by which path generated modules will be reached from outside, such as the name
    /// of the library, so that the examples in their documentation compile.
    #[must_use]
    pub fn crate_path(mut self, path: impl Into<String>) -> Self {
        self.crate_path = Some(path.into());
        self
    }

    /// Makes the file that holds the modules `lib.rs`, for a package whose library it is,
    /// rather than `mod.rs`.
    #[must_use]
    pub fn library(mut self) -> Self {
        self.is_library = true;
        self
    }

    /// Sets the folder that is written to.
    #[must_use]
    pub fn out_dir(mut self, folder: impl Into<PathBuf>) -> Self {
        self.out_dir = folder.into();
        self
    }

    /// Reads and generates, and writes nothing.
    ///
    /// # Errors
    ///
    /// When a folder cannot be listed. What is wrong with a description is in the result.
    pub fn generate(&self) -> Result<Generation, Failure> {
        let mut generation = Generation::default();
        let mut apis: Vec<Api> = Vec::new();
        let mut modules: HashMap<String, String> = HashMap::new();
        for (source, reading) in self.readings()? {
            let mut findings = Findings {
                report: reading.report,
                sources: reading.sources,
            };
            if let Some(document) = reading.document {
                let (api, report) = lower::lower(&document, stem(&source), &source);
                findings.report.extend(report);
                let (api, report) = name::name(api);
                findings.report.extend(report);
                match modules.get(&api.module.rust) {
                    Some(other) => findings.report.push(module_clash(&document, &api, other)),
                    None => apis.push(api.clone()),
                }
                modules.insert(api.module.rust, source);
            }
            generation.findings.push(findings);
        }
        let crate_path = self.crate_path.as_deref();
        generation.files = apis.iter().flat_map(|api| emit(api, crate_path)).collect();
        let root = if self.is_library { "lib.rs" } else { "mod.rs" };
        generation.files.push(emit_parent(root, &apis));
        Ok(generation)
    }

    /// Generates, and makes the output folder hold just what was generated.
    ///
    /// # Errors
    ///
    /// When a description has an error, in which case nothing is written, and when the
    /// folder cannot be written to.
    pub fn write(&self) -> Result<Generation, Failure> {
        let mut generation = self.generate()?;
        if generation.has_errors() {
            return Err(Failure::Descriptions(Box::new(generation)));
        }
        generation.changes = sync::sync(&self.out_dir, &generation.files)?;
        Ok(generation)
    }

    /// Does all of this as a build script: tells cargo what to watch, and reports through it.
    ///
    /// Cargo runs the script again when a description changes, and fails the build where
    /// there is an error.
    pub fn run_in_build_script(&self) {
        for input in &self.inputs {
            match input {
                Input::File(path) | Input::Folder(path) => {
                    println!("cargo::rerun-if-changed={}", path.display());
                }
                Input::Text { .. } => {}
            }
        }
        match self.write() {
            Ok(generation) => tell_cargo("warning", &generation.render(RenderStyle::Plain)),
            Err(failure) => tell_cargo("error", &failure.to_string()),
        }
    }

    fn readings(&self) -> Result<Vec<(String, Reading)>, Failure> {
        let mut readings = Vec::new();
        for input in &self.inputs {
            match input {
                Input::File(path) => readings.push((file_name(path), read_file(path))),
                Input::Folder(folder) => {
                    let paths = list(folder)?;
                    readings.extend(paths.iter().map(|path| (file_name(path), read_file(path))));
                }
                Input::Text { name, text } => readings.push((name.clone(), read_text(name, text))),
            }
        }
        Ok(readings)
    }
}

/// What generating gave: files, and what there is to say of each description.
#[derive(Debug, Default)]
pub struct Generation {
    /// The files of the descriptions that have no error, and the library that holds them.
    pub files: Vec<GeneratedFile>,
    /// What was found, by description, in the order given.
    pub findings: Vec<Findings>,
    /// What became of the files, once written.
    pub changes: Changes,
}

/// What was found in one description.
#[derive(Debug)]
pub struct Findings {
    /// The findings.
    pub report: Report,
    /// The text they speak of.
    pub sources: Sources,
}

impl Generation {
    /// Whether any description has an error.
    pub fn has_errors(&self) -> bool {
        self.findings
            .iter()
            .any(|findings| findings.report.has_errors())
    }

    /// Every finding, with excerpts. Empty where there is none.
    pub fn render(&self, style: RenderStyle) -> String {
        self.findings
            .iter()
            .map(|findings| render(&findings.report, &findings.sources, style))
            .collect()
    }
}

/// Why nothing was written.
#[derive(Debug)]
pub enum Failure {
    /// A description has an error.
    Descriptions(Box<Generation>),
    /// A path cannot be read or written.
    Path(PathError),
}

impl std::fmt::Display for Failure {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Descriptions(generation) => {
                formatter.write_str(&generation.render(RenderStyle::Plain))
            }
            Self::Path(error) => write!(formatter, "{}: {}", error.path.display(), error.error),
        }
    }
}

impl std::error::Error for Failure {}

impl From<PathError> for Failure {
    fn from(error: PathError) -> Self {
        Self::Path(error)
    }
}

/// One line of cargo's protocol for each line of text.
fn tell_cargo(level: &str, text: &str) {
    for line in text.lines() {
        println!("cargo::{level}={line}");
    }
}

fn list(folder: &Path) -> Result<Vec<PathBuf>, PathError> {
    let failed = |error| PathError {
        path: folder.to_owned(),
        error,
    };
    let entries = fs::read_dir(folder).map_err(failed)?;
    let mut paths = Vec::new();
    for entry in entries {
        let path = entry.map_err(failed)?.path();
        if path
            .extension()
            .is_some_and(|extension| extension == "json")
            && path.is_file()
        {
            paths.push(path);
        }
    }
    if paths.is_empty() {
        let message = "there is no description here: no file whose name ends in `.json`";
        return Err(failed(std::io::Error::new(
            std::io::ErrorKind::NotFound,
            message,
        )));
    }
    paths.sort();
    Ok(paths)
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// What a file is called without its ending.
fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

fn module_clash(document: &bindery_openapi::Document, api: &Api, other: &str) -> Diagnostic {
    let message = format!(
        "this and `{other}` would both be the module `{}`",
        api.module.rust
    );
    Diagnostic::error(codes::MODULE_CLASH, document.location.clone(), message)
        .hint("name one of the files differently")
}
