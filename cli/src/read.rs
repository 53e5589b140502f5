//! From what the command is told to a builder of it.

use std::collections::BTreeSet;
use std::io::{Read, stdin};
use std::path::Path;
use std::process::ExitCode;

use bindery_build::codes::check_allowable;
use bindery_build::{Builder, Failure, Findings, Generation};
use bindery_openapi::codes::{ALLOWABLE, UNREADABLE_FILE};
use bindery_openapi::{Code, Diagnostic, Report, Severity};
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

/// What a command does with descriptions, in its words.
#[derive(Clone, Copy, Debug)]
pub enum Work {
    /// It writes what it makes of them.
    Generate,
    /// It shows what is in them.
    Inspect,
    /// It tries their types.
    Verify,
}

impl Work {
    /// That nothing came of it.
    pub fn undone(self) -> &'static str {
        match self {
            Self::Generate => "nothing was written",
            Self::Inspect => "nothing was shown",
            Self::Verify => "nothing was tried",
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Generate => "generate",
            Self::Inspect => "inspect",
            Self::Verify => "verify",
        }
    }
}

/// Says why nothing came of it, and with which code the command ends.
pub fn failed(failure: &Failure, work: Work, voice: &Voice) -> ExitCode {
    let undone = work.undone();
    match failure {
        Failure::Descriptions(generation) => {
            voice.all_findings(&generation.findings);
            voice.error(undone);
            suggest_allowing(generation, Report::errors, work, voice);
            ExitCode::from(3)
        }
        Failure::Warnings(generation) => {
            voice.all_findings(&generation.findings);
            voice.error(&format!("{undone}: warnings are denied"));
            suggest_allowing(generation, Report::warnings, work, voice);
            ExitCode::from(1)
        }
        Failure::Input(_) => unread(&failure.to_string(), voice),
        Failure::Others(_) => {
            voice.error(&format!("error: {failure}"));
            voice.note("note: to remove it all the same: --prune");
            ExitCode::from(1)
        }
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
        ..Findings::default()
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

/// Where all that stands in the way can be allowed, says how.
fn suggest_allowing<'g, F: Iterator<Item = &'g Diagnostic>>(
    generation: &'g Generation,
    found: fn(&'g Report) -> F,
    work: Work,
    voice: &Voice,
) {
    let all = generation.findings.iter();
    let denied = all.flat_map(|findings| {
        let is_denied = |found: &&Diagnostic| !findings.allowed.contains(&found.code);
        found(&findings.report).filter(is_denied)
    });
    let denied: Vec<&Diagnostic> = denied.collect();
    let can_be = |found: &&Diagnostic| match found.severity {
        Severity::Error => ALLOWABLE.contains(&found.code),
        Severity::Warning => check_allowable(found.code.0).is_ok(),
    };
    if denied.iter().all(can_be) {
        let codes: BTreeSet<Code> = denied.iter().map(|found| found.code).collect();
        let flags: Vec<String> = codes.iter().map(|code| format!("--allow {code}")).collect();
        voice.note(&format!(
            "note: to {} all the same: {}",
            work.word(),
            flags.join(" ")
        ));
    }
}
