//! From what the command is told to a builder of it.

use std::collections::BTreeSet;
use std::io::{Read, stdin};
use std::path::Path;
use std::process::ExitCode;

use bindery_build::{Builder, Failure, Findings, Generation};
use bindery_openapi::codes::{ALLOWABLE, UNREADABLE_FILE};
use bindery_openapi::{Code, Diagnostic, Report, Sources};
use serde_json::json;

use crate::arguments::{Format, Reading};
use crate::say::Voice;

/// A builder of the descriptions that are named.
///
/// # Errors
///
/// When standard input cannot be read, as a sentence.
pub fn builder(arguments: &Reading) -> Result<Builder, String> {
    let mut builder = Builder::new();
    for spec in &arguments.specs {
        builder = if spec == Path::new("-") {
            builder.spec_text("stdin", standard_input()?)
        } else if spec.is_dir() {
            builder.specs_in(spec)
        } else {
            builder.spec(spec)
        };
    }
    for (prefix, folder) in &arguments.map {
        builder = builder.map(prefix, folder);
    }
    if let Some(path) = &arguments.config {
        builder = builder.config_file(path);
    }
    if arguments.strict {
        builder = builder.strict();
    }
    for code in &arguments.allow {
        builder = builder.allow(code);
    }
    if arguments.deny_warnings {
        builder = builder.deny_warnings();
    }
    for folder in &arguments.allow_path {
        builder = builder.allow_path(folder);
    }
    Ok(builder)
}

/// How many bytes a description on standard input may have: as many as one in a file.
const MAX_BYTES: u64 = 256 << 20;

fn standard_input() -> Result<String, String> {
    let mut text = String::new();
    let mut limited = stdin().lock().take(MAX_BYTES + 1);
    let read = limited.read_to_string(&mut text);
    read.map_err(|error| format!("cannot read standard input: {error}"))?;
    if text.len() as u64 > MAX_BYTES {
        return Err("cannot read standard input: it is larger than 256 MiB".to_owned());
    }
    Ok(text)
}

/// Says why nothing came of it, and with which code the command ends.
pub fn failed(failure: &Failure, voice: &Voice) -> ExitCode {
    match failure {
        Failure::Descriptions(generation) => {
            generation
                .findings
                .iter()
                .for_each(|findings| voice.findings(findings));
            voice.error("nothing was written");
            suggest_allowing(generation, voice);
            ExitCode::from(3)
        }
        Failure::Warnings(generation) => {
            generation
                .findings
                .iter()
                .for_each(|findings| voice.findings(findings));
            voice.error("nothing was written: warnings are denied");
            ExitCode::from(1)
        }
        Failure::Input(_) => unread(&failure.to_string(), voice),
        Failure::Path(_) => {
            voice.error(&format!("error: {failure}"));
            ExitCode::from(1)
        }
        Failure::PackageName(_) => {
            voice.error(&format!("error: {failure}"));
            ExitCode::from(2)
        }
    }
}

/// Says what could not be read, and with which code the command ends.
pub fn unread(message: &str, voice: &Voice) -> ExitCode {
    let mut report = Report::default();
    report.push(Diagnostic::error_without_place(UNREADABLE_FILE, message));
    voice.findings(&Findings {
        report,
        sources: Sources::default(),
    });
    ExitCode::from(3)
}

/// Ends a command that has nothing to show: for machines the findings say why.
pub fn nothing(voice: &Voice, code: ExitCode) -> ExitCode {
    match voice.format() {
        Format::Text => code,
        Format::Json => {
            let said = json!({ "descriptions": [], "findings": voice.take_findings() });
            voice.print(format!("{said:#}\n").as_bytes(), code)
        }
    }
}

/// Where every error can be made a warning, says how.
fn suggest_allowing(generation: &Generation, voice: &Voice) {
    let reports = generation.findings.iter().map(|findings| &findings.report);
    let codes: BTreeSet<Code> = reports.flat_map(Report::errors).map(|it| it.code).collect();
    if codes.iter().all(|code| ALLOWABLE.contains(code)) {
        let flags: Vec<String> = codes.iter().map(|code| format!("--allow {code}")).collect();
        voice.note(&format!(
            "note: to generate all the same: {}",
            flags.join(" ")
        ));
    }
}
