//! The door: which descriptions to read, where to write, and how to say what was found.

mod configured;
mod generation;
mod included;
mod input;
mod script;

use std::collections::HashMap;
use std::path::PathBuf;

use bindery_openapi::{Diagnostic, Document, Reader};

use crate::api::Api;
use crate::config::{self, Config, Formats, PackageMetadata, Reading, Usage};
use crate::emit::emit;
use crate::layout::{Layout, Package, check_package_name};
use crate::places::Places;
use crate::sync::{Others, PathError};
use crate::{codes, lower, name, stack, sync};
use configured::Configured;
pub use generation::{Failure, Findings, Generation, Inspected, Inspection};
use input::{Described, Input, stem};
pub use script::compile;

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
    reader: Reader,
    crate_path: Option<String>,
    layout: Layout,
    config: Config,
    config_file: Option<PathBuf>,
    allowed: Vec<String>,
    is_strict: bool,
    out_dir: PathBuf,
    warnings_denied: bool,
    prunes: bool,
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

    /// Adds every `.json`, `.yaml` and `.yml` file of a folder, in the order of their names.
    /// Files that say no version of OpenAPI are passed over where another file does.
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

    /// Lets `folder` stand for what begins with `url_prefix` where a description
    /// refers to it. Nothing is read from the network.
    #[must_use]
    pub fn map(mut self, url_prefix: impl Into<String>, folder: impl Into<PathBuf>) -> Self {
        self.reader = self.reader.map(url_prefix, folder);
        self
    }

    /// Lets descriptions refer to files in `folder`, beside those in their own.
    #[must_use]
    pub fn allow_path(mut self, folder: impl Into<PathBuf>) -> Self {
        self.reader = self.reader.allow_path(folder);
        self
    }

    /// Allows findings of this code, for descriptions that are not the user's to mend.
    ///
    /// Warnings, such as `skipped-media-type`, are neither shown nor denied. Errors that leave the
    /// description to be understood, those of `bindery_openapi::codes::ALLOWABLE` such as
    /// `ambiguous-path`, are warnings that are not denied. Any other code is a finding itself.
    #[must_use]
    pub fn allow(mut self, code: &str) -> Self {
        self.allowed.push(code.to_owned());
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
    pub fn lib(mut self) -> Self {
        self.layout = Layout::Library;
        self
    }

    /// Makes a whole package of this name, with a `Cargo.toml`, a `README.md` and a library in
    /// `src/`, whose only dependency is the runtime, `bindery`.
    ///
    /// One description is the library itself, so that its client is `whaly::Client`; several are
    /// modules of it. A manifest or README whose mark was removed is its owner's and stays.
    #[must_use]
    pub fn package(mut self, name: impl Into<String>) -> Self {
        self.layout = Layout::Package(Package {
            name: name.into(),
            metadata: PackageMetadata::default(),
        });
        self
    }

    /// Decides what a configuration can. Rules of a file come after these, and so win over them.
    #[must_use]
    pub fn config(mut self, config: Config) -> Self {
        self.config = config;
        self
    }

    /// Reads every schema by the letter of the specification, whatever the configuration says:
    /// [`Reading::Strict`].
    #[must_use]
    pub fn strict(mut self) -> Self {
        self.is_strict = true;
        self
    }

    /// Takes the configuration from this file, and not from a `bindery.toml` beside a description.
    #[must_use]
    pub fn config_file(mut self, path: impl Into<PathBuf>) -> Self {
        self.config_file = Some(path.into());
        self
    }

    /// Sets the folder that is written to.
    #[must_use]
    pub fn out_dir(mut self, folder: impl Into<PathBuf>) -> Self {
        self.out_dir = folder.into();
        self
    }

    /// Removes from the output folder what was made there from other descriptions.
    ///
    /// Without this that is an error, unless it is a description that left a folder of descriptions,
    /// or a file that was renamed: then its API is made still, or is meant to go.
    #[must_use]
    pub fn prune(mut self) -> Self {
        self.prunes = true;
        self
    }

    /// Writes nothing where there is a warning, as where there is an error.
    #[must_use]
    pub fn deny_warnings(mut self) -> Self {
        self.warnings_denied = true;
        self
    }

    /// Reads and generates, and writes nothing.
    ///
    /// # Errors
    ///
    /// When a folder cannot be listed. What is wrong with a description is in the result.
    pub fn generate(&self) -> Result<Generation, Failure> {
        stack::deep(|| self.generate_here())
    }

    fn generate_here(&self) -> Result<Generation, Failure> {
        if let Layout::Package(package) = &self.layout {
            check_package_name(&package.name).map_err(Failure::PackageName)?;
        }
        let mut generation = Generation::default();
        let mut apis: Vec<Api> = Vec::new();
        let (all, configured) = self.inspect_configured()?;
        for inspected in all {
            apis.extend(inspected.api);
            generation.findings.push(inspected.findings);
        }
        let layout = self.layout.with_metadata(&configured.config.package);
        generation.findings.extend(configured.findings);
        generation.files = emit(&apis, &layout, self.crate_path.as_deref());
        Ok(generation)
    }

    /// Reads every description and says what it holds, and writes nothing.
    ///
    /// # Errors
    ///
    /// When a folder cannot be listed. What is wrong with a description or the configuration is in
    /// the result.
    pub fn inspect(&self) -> Result<Inspection, Failure> {
        stack::deep(|| {
            let (descriptions, configured) = self.inspect_configured()?;
            Ok(Inspection {
                descriptions,
                config: configured.findings,
            })
        })
    }

    /// Every description with what is made of it, then what was found in the configuration.
    fn inspect_configured(&self) -> Result<(Vec<Inspected>, Configured), Failure> {
        let mut configured = self.configured().map_err(Failure::Input)?;
        let mut usage = Usage::default();
        let mut all = Vec::new();
        let mut modules: HashMap<String, String> = HashMap::new();
        for described in self.read(&configured.config).map_err(Failure::Input)? {
            usage.specs.insert(stem(&described.name).to_owned());
            let formats = Formats::of(&configured.config, stem(&described.name));
            let mut inspected = Inspected {
                path: described.shown,
                document: described.reading.document,
                reading: self.reading_of(&configured.config, &described.name),
                asserts_formats: formats.are_asserted,
                formats: formats.refusing(),
                api: None,
                findings: Findings {
                    report: described.reading.report,
                    sources: described.reading.sources,
                    allowed: Vec::new(),
                },
            };
            if let Some(document) = &mut inspected.document {
                let findings = &mut inspected.findings;
                let config = &configured.config;
                let api = lower_and_name(
                    document,
                    &described.name,
                    config,
                    inspected.reading,
                    &mut usage,
                    findings,
                );
                let report = &mut findings.report;
                let module = api.module.rust.clone();
                if let Some(other) = modules.get(&module) {
                    report.push(module_clash(document, &module, other, &inspected.path));
                } else {
                    inspected.api = Some(api);
                    modules.insert(module, inspected.path.clone());
                }
            }
            let findings = &mut inspected.findings;
            findings.report.say_once(&findings.sources);
            let spec = stem(&described.name);
            findings.allow(configured.config.allowed(Some(spec)));
            all.push(inspected);
        }
        // What could not be read may be what a rule is about.
        let is_whole = all.iter().all(|inspected| inspected.document.is_some());
        configured.finish(&usage, is_whole);
        Ok((all, configured))
    }

    /// Generates, and makes the output folder hold just what was generated.
    ///
    /// # Errors
    ///
    /// When a description has an error, or a warning where those are denied, or when the folder holds
    /// an API of another description, in which cases nothing is written, and when the folder cannot
    /// be written to.
    pub fn write(&self) -> Result<Generation, Failure> {
        let mut generation = self.generate_all()?;
        self.keep_others(&generation)?;
        generation.changes = sync::sync(&self.out_dir, &generation.files)?;
        Ok(generation)
    }

    /// Says what [`write`](Self::write) would change, and writes nothing.
    ///
    /// # Errors
    ///
    /// As [`write`](Self::write), where the folder could not be read.
    pub fn check(&self) -> Result<Generation, Failure> {
        let mut generation = self.generate_all()?;
        self.keep_others(&generation)?;
        generation.changes = sync::plan(&self.out_dir, &generation.files)?;
        Ok(generation)
    }

    /// What every description gives, where none has a fault.
    fn generate_all(&self) -> Result<Generation, Failure> {
        let generation = self.generate()?;
        if generation.has_errors() {
            return Err(Failure::Descriptions(Box::new(generation)));
        }
        if self.warnings_denied && generation.has_findings() {
            return Err(Failure::Warnings(Box::new(generation)));
        }
        Ok(generation)
    }

    /// Fails where the output folder holds APIs that nobody said are to be removed.
    fn keep_others(&self, generation: &Generation) -> Result<(), Failure> {
        let is_folder = |input: &Input| matches!(input, Input::Folder(_));
        let others = match () {
            () if self.prunes || self.layout == Layout::Included => Others::Removed,
            () if self.inputs.iter().any(is_folder) => Others::RemovedFromSeveral,
            () => Others::Kept,
        };
        match sync::others(&self.out_dir, &generation.files, others)? {
            Some(others) => Err(Failure::Others(others)),
            None => Ok(()),
        }
    }

    fn reading_of(&self, config: &Config, file_name: &str) -> Reading {
        if self.is_strict {
            return Reading::Strict;
        }
        config.reading_of(stem(file_name))
    }

    fn read(&self, config: &Config) -> Result<Vec<Described>, PathError> {
        let reader = |name: &str| {
            let allowed = config.allowed(Some(stem(name))).into_iter();
            allowed.fold(self.reader.clone(), Reader::allow)
        };
        let mut all = Vec::new();
        for input in &self.inputs {
            all.extend(input.read(&reader)?);
        }
        Ok(all)
    }
}

fn lower_and_name(
    document: &mut Document,
    file_name: &str,
    config: &Config,
    reading: Reading,
    usage: &mut Usage,
    findings: &mut Findings,
) -> Api {
    let spec = stem(file_name);
    let places = Places::new(&findings.sources, &document.location);
    config::choose(document, config, spec, usage);
    let formats = Formats::of(config, spec);
    let module = config.module(spec).unwrap_or(spec);
    let told = &findings.report;
    let (mut api, report) = lower::lower(document, module, file_name, &formats, reading, told);
    findings.report.extend(report);
    formats.report_usage(config, spec, usage);
    config::change(&mut api, config, spec, &places, usage);
    let (api, report) = name::name(api, &places);
    findings.report.extend(report);
    if !config.rules.is_empty() {
        usage.note_types(&api, &places);
    }
    api
}

fn module_clash(document: &Document, module: &str, one: &str, other: &str) -> Diagnostic {
    let (message, hint) = if one == other {
        (format!("`{one}` is given twice"), "give it once")
    } else {
        (
            format!("`{one}` and `{other}` would both be the module `{module}`"),
            "name one of the files differently",
        )
    };
    Diagnostic::error(codes::MODULE_CLASH, document.location.clone(), message).hint(hint)
}
