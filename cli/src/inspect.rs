//! `bindery inspect`.

use std::io::{Write, stdout};
use std::process::ExitCode;

use serde_json::json;

use crate::arguments::{Format, Inspect};
use crate::outline::Outline;
use crate::read;
use crate::say::Voice;

/// Shows on standard output what the descriptions hold.
pub fn run(arguments: &Inspect, voice: &Voice) -> ExitCode {
    let builder = match read::builder(&arguments.reading) {
        Ok(builder) => builder,
        Err(message) => {
            voice.error(&format!("error: {message}"));
            return ExitCode::from(3);
        }
    };
    let progress = voice.progress("reading");
    let result = builder.inspect();
    drop(progress);
    let all = match result {
        Ok(all) => all,
        Err(failure) => return read::failed(&failure, voice),
    };
    let mut has_errors = false;
    let mut outlines = Vec::new();
    for inspected in &all {
        let is_broken = inspected.findings.report.has_errors();
        has_errors |= is_broken;
        if is_broken || voice.format() == Format::Json {
            voice.findings(&inspected.findings);
        }
        outlines.extend(Outline::of(inspected));
    }
    // Where nobody listens any more, it is not said.
    let _ = stdout()
        .lock()
        .write_all(shown(voice, &outlines).as_bytes());
    ExitCode::from(if has_errors { 3 } else { 0 })
}

fn shown(voice: &Voice, outlines: &[Outline]) -> String {
    match voice.format() {
        Format::Text => {
            let texts: Vec<String> = outlines.iter().map(Outline::text).collect();
            texts.join("\n")
        }
        Format::Json => {
            let all: Vec<_> = outlines.iter().map(Outline::json).collect();
            format!(
                "{:#}\n",
                json!({ "descriptions": all, "findings": voice.take_findings() })
            )
        }
    }
}
