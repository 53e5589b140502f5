//! The score against the JSON Schema Test Suite: what generated types make of instances whose
//! validity is known.
//!
//! ```text
//! suite ──describe──▶ descriptions ──make──▶ program ──run──▶ scores ──known──▶ verdict
//!                                                                    └─report─▶ docs/conformance.md
//! ```
//!
//! Each schema is a component of a description of its own, all of them modules of one crate. What
//! does not compile is left out and counted.

mod arguments;
mod describe;
mod known;
mod make;
mod metaschemas;
mod report;
mod run;
mod show;
mod suite;

use std::error::Error;
use std::process::ExitCode;

pub use arguments::Arguments;
use arguments::Place;
use run::Score;
use suite::{Draft, Suite};

/// How schemas are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, clap::ValueEnum)]
pub enum Reading {
    /// As the specification has them: this is the score.
    Strict,
    /// As people mean them: a schema with `properties` and no `type` is an object, and properties
    /// that a schema does not speak of are dropped.
    Lenient,
}

impl Reading {
    /// Every reading.
    const ALL: [Self; 2] = [Self::Strict, Self::Lenient];

    /// What it is called.
    fn name(self) -> &'static str {
        match self {
            Self::Strict => "strict",
            Self::Lenient => "lenient",
        }
    }
}

/// What one draft's schemas came to in one reading.
struct Run {
    draft: Draft,
    reading: Reading,
    suite: Suite,
    scores: Vec<Score>,
}

/// Runs the suite, writes the report, and says whether all is as it is known to be.
pub fn run(arguments: &Arguments) -> Result<ExitCode, Box<dyn Error>> {
    let place = arguments.place()?;
    let mut runs = Vec::new();
    for draft in arguments.drafts() {
        for reading in arguments.readings() {
            let run = run_one(arguments, &place, draft, reading)?;
            println!("{}", report::line(&run));
            runs.push(run);
        }
    }
    if arguments.show {
        for run in &runs {
            print!("{}", show::show(run));
        }
    }
    let verdict = known::compare(&runs, arguments)?;
    if arguments.is_whole() {
        report::write(&runs)?;
    }
    print!("{}", verdict.text);
    Ok(ExitCode::from(u8::from(!verdict.as_known)))
}

fn run_one(
    arguments: &Arguments,
    place: &Place,
    draft: Draft,
    reading: Reading,
) -> Result<Run, Box<dyn Error>> {
    let suite = suite::read(&place.suite, draft, &arguments.filter)?;
    let folder = place.folder(draft, reading, &arguments.filter);
    describe::describe(&suite, &folder)?;
    let made = make::make(&suite, reading, &folder, place)?;
    let scores = run::run(&suite, &made, &folder)?;
    Ok(Run {
        draft,
        reading,
        suite,
        scores,
    })
}
