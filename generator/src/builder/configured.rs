//! Where the configuration comes from: the caller, then a file.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use bindery_openapi::{Diagnostic, Report};

use super::input::Input;
use super::{Builder, Findings};
use crate::codes;
use crate::config::{self, Action, Config, Usage};
use crate::layout::Layout;
use crate::sync::PathError;

/// What the configuration is called where it is looked for.
const FILE: &str = "bindery.toml";

/// The configuration of a run.
pub(super) struct Configured {
    /// Every rule.
    pub config: Config,
    /// What was found in each file.
    pub findings: Vec<Findings>,
    /// The files.
    pub files: Vec<PathBuf>,
}

impl Configured {
    /// Adds warnings of rules that are about nothing, where all that they may be about `is_known`: to the file they
    /// stand in.
    pub fn finish(&mut self, usage: &Usage, is_known: bool) {
        if self.findings.is_empty() {
            self.findings.push(Findings::default());
        }
        for (index, findings) in self.findings.iter_mut().enumerate() {
            if is_known {
                config::report_unused(&self.config, usage, index, &mut findings.report);
            }
            findings.allow(self.config.allowed(None));
        }
    }
}

impl Builder {
    /// The caller's rules, then those of the file that was named, else of each `bindery.toml`
    /// beside a description.
    pub(super) fn configured(&self) -> Result<Configured, PathError> {
        let mut configured = Configured {
            config: self.config.clone(),
            findings: Vec::new(),
            files: self.config_files(),
        };
        for code in &self.allowed {
            configured.config = configured.config.allow(code);
        }
        let mut faults = faults(&configured.config);
        if matches!(self.layout, Layout::Package(_)) {
            config::warn_of_own_types(&configured.config.rules, &mut faults);
        }
        for path in &configured.files {
            let text = read(path).map_err(|error| PathError {
                path: path.clone(),
                error,
            })?;
            let name = path.display().to_string();
            let (mut config, mut report, sources) = config::read(&name, &text);
            if matches!(self.layout, Layout::Package(_)) {
                config::warn_of_own_types(&config.rules, &mut report);
            }
            for rule in &mut config.rules {
                rule.file = configured.findings.len();
            }
            configured.config.rules.extend(config.rules);
            configured.config.package.extend(config.package);
            configured.findings.push(Findings {
                report,
                sources,
                allowed: Vec::new(),
            });
        }
        if !faults.is_empty() {
            configured.findings.push(Findings {
                report: faults,
                ..Findings::default()
            });
        }
        Ok(configured)
    }

    /// The files that hold the configuration.
    pub(super) fn config_files(&self) -> Vec<PathBuf> {
        if let Some(path) = &self.config_file {
            return vec![path.clone()];
        }
        let mut files: Vec<PathBuf> = Vec::new();
        for input in &self.inputs {
            let folder = match input {
                Input::File(path) => path.parent().unwrap_or(Path::new("")),
                Input::Folder(path) => path,
                Input::Text { .. } => continue,
            };
            let path = folder.join(FILE);
            if path.is_file() && !files.contains(&path) {
                files.push(path);
            }
        }
        files
    }
}

/// What is wrong with rules from code. Those from files are read with care.
fn faults(config: &Config) -> Report {
    let mut report = Report::default();
    for rule in config
        .rules
        .iter()
        .filter(|rule| rule.action == Action::Allow)
    {
        if let Err(fault) = codes::check_allowable(&rule.subject) {
            report.push(Diagnostic::error_without_place(
                codes::INVALID_CONFIG,
                fault,
            ));
        }
    }
    report
}

/// How many bytes a configuration may have.
const MAX_BYTES: u64 = 16 << 20;

/// The text of a file. A device has no end.
fn read(path: &Path) -> io::Result<String> {
    let mut text = String::new();
    let file = fs::File::open(path)?;
    file.take(MAX_BYTES + 1).read_to_string(&mut text)?;
    if text.len() as u64 > MAX_BYTES {
        return Err(io::Error::other("it is larger than 16 MiB"));
    }
    Ok(text)
}
