//! `bindery inspect`.

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
        Err(message) => return read::nothing(voice, read::unread(&message, voice)),
    };
    let progress = voice.progress("reading");
    let result = builder.inspect();
    drop(progress);
    let inspection = match result {
        Ok(inspection) => inspection,
        Err(failure) => {
            return read::nothing(voice, read::failed(&failure, read::Work::Inspect, voice));
        }
    };
    voice.all_findings(inspection.findings());
    let descriptions = inspection.descriptions.iter();
    let outlines: Vec<_> = descriptions.filter_map(Outline::of).collect();
    let code = ExitCode::from(match () {
        () if inspection.has_errors() => 3,
        () if arguments.reading.deny_warnings && inspection.has_findings() => 1,
        () => 0,
    });
    if voice.is_quiet() && voice.format() == Format::Text {
        return code;
    }
    voice.print(shown(voice, &outlines).as_bytes(), code)
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
