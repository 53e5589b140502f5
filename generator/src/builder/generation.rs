//! What generating gives, and why it may not.

use std::collections::BTreeMap;

use bindery_openapi::codes::ALLOWABLE;
use bindery_openapi::{Code, Document, RenderStyle, Report, Sources, render};

use crate::api::{Api, TypeItem};
use crate::config::Reading;
use crate::emit::GeneratedFile;
use crate::places::Places;
use crate::sync::{Changes, OtherApis, PathError};

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

/// A description and what becomes of it.
#[derive(Debug)]
pub struct Inspected {
    /// Its file, as messages show it.
    pub path: String,
    /// The description; `None` where it cannot be read.
    pub document: Option<Document>,
    /// How its schemas are read.
    pub reading: Reading,
    /// Whether every format asserts, by the configuration; without it the version of OpenAPI says.
    pub asserts_formats: bool,
    /// The formats of strings whose type the configuration says, each with whether that type refuses every other text.
    pub formats: BTreeMap<String, bool>,
    /// What is generated from it; `None` where nothing is.
    pub api: Option<Api>,
    /// What was found in it.
    pub findings: Findings,
}

impl Inspected {
    /// What a configuration calls the schema of a type, then those of the same shape whose type it is too: JSON
    /// Pointers, `#/…` in the description's own file and `file.yaml#/…` in another.
    pub fn pointers(&self, item: &TypeItem) -> Vec<String> {
        let Some(document) = &self.document else {
            return Vec::new();
        };
        let places = Places::new(&self.findings.sources, &document.location);
        let all = [&item.location].into_iter().chain(&item.also);
        all.map(|location| places.written(location)).collect()
    }
}

/// What descriptions hold.
#[derive(Debug, Default)]
pub struct Inspection {
    /// Each description, in the order given.
    pub descriptions: Vec<Inspected>,
    /// What was found in the configuration.
    pub config: Vec<Findings>,
}

impl Inspection {
    /// What was found, in the order in which [`Generation::findings`] has it.
    pub fn findings(&self) -> impl Iterator<Item = &Findings> {
        let descriptions = self.descriptions.iter();
        let of_descriptions = descriptions.map(|inspected| &inspected.findings);
        of_descriptions.chain(&self.config)
    }

    /// Whether any description or the configuration has an error.
    pub fn has_errors(&self) -> bool {
        let mut all = self.findings();
        all.any(|findings| findings.report.has_errors())
    }

    /// Whether anything was found, an error or a warning that is not allowed.
    pub fn has_findings(&self) -> bool {
        self.findings().any(Findings::has_any)
    }
}

/// What was found in one description, or in the configuration.
#[derive(Debug, Default)]
pub struct Findings {
    /// The findings.
    pub report: Report,
    /// The text they speak of.
    pub sources: Sources,
    /// The codes whose findings are allowed: none of their warnings is denied.
    pub allowed: Vec<Code>,
}

impl Findings {
    /// Leaves out the warnings of codes that are allowed. An error that became a warning by that is told all the same.
    pub(super) fn allow(&mut self, allowed: Vec<Code>) {
        let is_warning = |code: &Code| !ALLOWABLE.contains(code);
        let left_out: Vec<Code> = allowed.iter().copied().filter(is_warning).collect();
        self.report.leave_out(&left_out);
        self.allowed = allowed;
    }

    /// Whether there is an error, or a warning that is not allowed.
    fn has_any(&self) -> bool {
        let mut warnings = self.report.warnings();
        self.report.has_errors() || warnings.any(|warning| !self.allowed.contains(&warning.code))
    }
}

impl Generation {
    /// Whether any description has an error.
    pub fn has_errors(&self) -> bool {
        self.findings
            .iter()
            .any(|findings| findings.report.has_errors())
    }

    /// Whether anything was found, an error or a warning that is not allowed.
    pub fn has_findings(&self) -> bool {
        self.findings.iter().any(Findings::has_any)
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
    /// There are warnings, which are denied.
    Warnings(Box<Generation>),
    /// A folder of descriptions cannot be read, or has none.
    Input(PathError),
    /// The output folder cannot be read or written.
    Path(PathError),
    /// The output folder holds APIs of other descriptions, which would be removed.
    Others(OtherApis),
    /// No package can be called so.
    PackageName(String),
}

impl std::fmt::Display for Failure {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Descriptions(generation) | Self::Warnings(generation) => {
                formatter.write_str(&generation.render(RenderStyle::Plain))
            }
            Self::Input(error) | Self::Path(error) => error.fmt(formatter),
            Self::Others(others) => others.fmt(formatter),
            Self::PackageName(fault) => formatter.write_str(fault),
        }
    }
}

impl std::error::Error for Failure {}

impl From<PathError> for Failure {
    fn from(error: PathError) -> Self {
        Self::Path(error)
    }
}
