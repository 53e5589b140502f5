//! `xtask one`: generates one description, and prints its figures as JSON.
//!
//! The runner starts it as a process of its own for each description.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use bindery_build::api::Api;
use bindery_build::{Failure, Generation, Inspected};
use clap::Args;

use super::figures::Figures;
use super::generate::builder;

/// How many errors of a description are shown.
const SHOWN: usize = 5;

/// Generate one description, as a process of its own
#[derive(Args, Debug)]
pub struct One {
    description: PathBuf,
    package: String,
    out: PathBuf,
}

impl One {
    /// Generates, and prints the figures.
    pub fn run(&self) -> Result<ExitCode, Box<dyn Error>> {
        let builder = builder(&self.description, &self.package, &self.out);
        let started = Instant::now();
        let written = builder.write();
        let milliseconds = started.elapsed().as_secs_f64() * 1000.0;
        let peak_kilobytes = peak_kilobytes();
        let mut figures = match written {
            Ok(generation) => measured(&generation, &builder.inspect()?.descriptions),
            Err(Failure::Descriptions(generation)) => Figures {
                errors: errors(&generation),
                ..Figures::default()
            },
            Err(failure) => Figures {
                errors: vec![failure.to_string()],
                ..Figures::default()
            },
        };
        figures.milliseconds = milliseconds;
        figures.peak_kilobytes = peak_kilobytes;
        println!("{}", serde_json::to_string(&figures)?);
        Ok(ExitCode::SUCCESS)
    }
}

fn measured(generation: &Generation, inspected: &[Inspected]) -> Figures {
    let apis: Vec<&Api> = inspected
        .iter()
        .filter_map(|one| one.api.as_ref())
        .collect();
    let groups = apis.iter().flat_map(|api| &api.groups);
    let rust = generation.files.iter();
    let rust = rust.filter(|file| {
        Path::new(&file.path)
            .extension()
            .is_some_and(|end| end == "rs")
    });
    Figures {
        operations: groups.map(|group| group.calls.len()).sum(),
        types: apis.iter().map(|api| api.types.len()).sum(),
        skipped: apis.iter().map(|api| api.skipped.len()).sum(),
        warnings: generation
            .findings
            .iter()
            .map(|found| found.report.warning_count())
            .sum(),
        lines: rust.map(|file| file.text.lines().count()).sum(),
        ..Figures::default()
    }
}

/// The errors, a line each: place, code and sentence.
fn errors(generation: &Generation) -> Vec<String> {
    let findings = generation.findings.iter();
    let lines = findings.flat_map(|found| {
        found.report.errors().map(|error| {
            let place = error
                .location
                .as_ref()
                .map_or_else(String::new, |location| {
                    let name = found.sources.name(location.file);
                    let file = Path::new(name).file_name().unwrap_or_default();
                    format!("{}#{}: ", file.to_string_lossy(), location.pointer)
                });
            format!("{place}{}: {}", error.code, error.message)
        })
    });
    lines.take(SHOWN).collect()
}

/// The most memory this process held: `VmHWM` of Linux.
fn peak_kilobytes() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches("kB").trim().parse().ok()
}
