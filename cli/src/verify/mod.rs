//! `bindery verify`: whether generated types are what their schemas say.
//!
//! ```text
//! inspection ──subject──▶ subjects ──program──▶ driver ──trial──▶ verdicts ──report──▶ text or JSON
//!                                      document ──example──┘
//! ```

mod cache;
mod choice;
mod example;
mod hosts;
mod lie;
mod names;
mod program;
mod promise;
mod report;
mod same;
mod spell;
mod subject;
mod trial;
mod uses;

use std::io;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use bindery_cli::driver::Interrupt;
use serde_json::json;

use crate::arguments::{Format, Verify};
use crate::read;
use crate::say::{Progress, Voice, count, warnings_of};
use program::Made;
use subject::Described;
use trial::{Trial, Verdict};

/// What was found of one description.
struct Verified {
    described: Described,
    verdicts: Vec<Verdict>,
    examples: example::Verdict,
}

impl Verified {
    fn lies(&self) -> usize {
        let schemas: usize = self.verdicts.iter().map(|verdict| verdict.lies.len()).sum();
        schemas + self.examples.lies.len()
    }
}

/// Generates, compiles, tries, and reports.
pub fn run(arguments: &Verify, voice: &Voice) -> ExitCode {
    let builder = match read::builder(&arguments.reading) {
        Ok(builder) => builder,
        Err(message) => return read::nothing(voice, read::unread(&message, voice)),
    };
    let has_begun = Arc::new(AtomicBool::new(false));
    let interrupt = end_when_interrupted(&has_begun);
    let progress = voice.progress("reading");
    let inspection = match builder.inspect() {
        Ok(inspection) => inspection,
        Err(failure) => {
            return read::nothing(voice, read::failed(&failure, read::Work::Verify, voice));
        }
    };
    if inspection.has_errors() {
        drop(progress);
        for findings in inspection.findings() {
            voice.findings(findings);
        }
        return read::nothing(voice, ExitCode::from(3));
    }
    let warnings = warnings_of(inspection.findings());
    let mut all = subject::subjects(inspection);
    if let Err(unknown) = choice::choose(&mut all, &arguments.schema) {
        drop(progress);
        voice.error(&format!("error: {unknown}"));
        return ExitCode::from(2);
    }
    let types = subject::number(&mut all).len();
    has_begun.store(true, Ordering::SeqCst);
    progress.say(&format!("compiling {} with cargo", count(types, "type")));
    let made = program::make(arguments, builder, &mut all, &interrupt);
    let result = match made {
        Ok(Made::Program(mut program)) => {
            progress.say("trying them");
            try_all(arguments, all, &mut program, &interrupt, &progress)
        }
        Ok(Made::Failed(failure)) => {
            drop(progress);
            return read::nothing(voice, read::failed(&failure, read::Work::Verify, voice));
        }
        Err(error) => Err(error),
    };
    drop(progress);
    match result {
        _ if interrupt.is_interrupted() => {
            let said =
                "interrupted: what was started is ended, what was not compiled to the end removed";
            failed(voice, said, ExitCode::from(130))
        }
        Ok(verified) => {
            let code = told(arguments, voice, &verified);
            voice.mention(warnings);
            code
        }
        Err(error) => failed(voice, &format!("error: {error}"), ExitCode::from(1)),
    }
}

/// Says why nothing came of it.
fn failed(voice: &Voice, said: &str, code: ExitCode) -> ExitCode {
    voice.error(said);
    match voice.format() {
        Format::Text => code,
        Format::Json => {
            let all =
                json!({ "descriptions": [], "findings": voice.take_findings(), "error": said });
            voice.print(format!("{all:#}\n").as_bytes(), code)
        }
    }
}

/// Told to end, the command ends what it runs first; told again, or before it has begun to run anything, it ends at
/// once.
fn end_when_interrupted(has_begun: &Arc<AtomicBool>) -> Interrupt {
    let interrupt = Interrupt::default();
    let (heard, has_begun) = (interrupt.clone(), Arc::clone(has_begun));
    // Where no handler can be set, the system ends the process, and with it what reads from it.
    let _ = ctrlc::set_handler(move || {
        if heard.is_interrupted() || !has_begun.load(Ordering::SeqCst) {
            std::process::exit(130);
        }
        heard.interrupt();
    });
    interrupt
}

fn try_all(
    arguments: &Verify,
    all: Vec<Described>,
    program: &mut program::Running,
    interrupt: &Interrupt,
    progress: &Progress,
) -> io::Result<Vec<Verified>> {
    let mut verified = Vec::new();
    for described in all {
        let mut trial = Trial::new(arguments, &described, program);
        let mut verdicts = Vec::new();
        for (at, subject) in described.subjects.iter().enumerate() {
            let of = described.subjects.len();
            interrupt.check()?;
            progress.say(&format!("{} of {of}: {}", at + 1, subject.name));
            verdicts.push(trial.verdict(subject)?);
        }
        progress.say("examples");
        let examples = example::verdict(&mut trial, interrupt)?;
        verified.push(Verified {
            described,
            verdicts,
            examples,
        });
    }
    Ok(verified)
}

fn told(arguments: &Verify, voice: &Voice, verified: &[Verified]) -> ExitCode {
    let lies: usize = verified.iter().map(Verified::lies).sum();
    let mistakes = verified.iter().map(|one| one.examples.mistakes.len());
    let mistakes: usize = mistakes.sum();
    let are_denied = arguments.deny_examples || arguments.reading.deny_warnings;
    let code = ExitCode::from(u8::from(lies > 0 || are_denied && mistakes > 0));
    let text = match voice.format() {
        Format::Text => report::text(verified, voice.is_quiet()),
        Format::Json => report::json(verified, voice),
    };
    if are_denied && mistakes > 0 && lies == 0 {
        voice.error(&format!(
            "error: {}, which is denied",
            if mistakes == 1 {
                "1 example or default is not what its schema says".to_owned()
            } else {
                format!("{mistakes} examples and defaults are not what their schemas say")
            }
        ));
    }
    voice.print(text.as_bytes(), code)
}
