//! What the conformance runner can be told.

use std::error::Error;
use std::path::{Path, PathBuf};

use clap::Args;

use super::Reading;
use super::suite::Draft;

/// Score generated types by the JSON Schema Test Suite
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  cargo run -p xtask --release -- conformance
  cargo run -p xtask --release -- conformance --draft draft2020-12 --filter oneOf --show
  cargo run -p xtask --release -- conformance --filter g017 --show
  cargo run -p xtask --release -- conformance --bless

The suite is in `suites/json-schema` below the folder that `BINDERY_SHARED` names, else `../shared`.
A run of everything writes docs/conformance.md. Exit codes: 0 all is as known, 1 something fails or
passes that is not known to, 2 the runner itself failed.")]
pub struct Arguments {
    /// The folder of the suite
    #[arg(value_name = "DIR")]
    suite: Option<PathBuf>,
    /// Only this draft
    #[arg(long)]
    draft: Option<Draft>,
    /// Only this reading
    #[arg(long)]
    reading: Option<Reading>,
    /// Only schemas of this keyword, of this name such as `g017`, or whose description contains
    /// this; may be given several times
    #[arg(long, value_name = "TEXT")]
    pub filter: Vec<String>,
    /// Show every failure: the schema, the instance and what happened
    #[arg(long)]
    pub show: bool,
    /// Note every failure as known
    #[arg(long)]
    pub bless: bool,
    /// The folder for the crates
    #[arg(long, value_name = "DIR", default_value = "target/conformance")]
    out: PathBuf,
}

/// Where the suite is, and where its crates go.
pub struct Place {
    /// The suite.
    pub suite: PathBuf,
    /// The crates.
    pub out: PathBuf,
}

impl Arguments {
    /// The drafts to run.
    pub fn drafts(&self) -> Vec<Draft> {
        self.draft
            .map_or_else(|| Draft::ALL.to_vec(), |draft| vec![draft])
    }

    /// The readings to run.
    pub fn readings(&self) -> Vec<Reading> {
        self.reading
            .map_or_else(|| Reading::ALL.to_vec(), |reading| vec![reading])
    }

    /// Whether everything is run.
    pub fn is_whole(&self) -> bool {
        self.draft.is_none() && self.reading.is_none() && self.filter.is_empty()
    }

    /// The folders.
    pub fn place(&self) -> Result<Place, Box<dyn Error>> {
        let suite = self.suite.clone().unwrap_or_else(|| {
            let shared = std::env::var_os("BINDERY_SHARED").map(PathBuf::from);
            let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared");
            shared.unwrap_or_else(beside).join("suites/json-schema")
        });
        let suite = std::fs::canonicalize(&suite)
            .map_err(|error| format!("{}: {error}", suite.display()))?;
        Ok(Place {
            suite,
            out: std::path::absolute(&self.out)?,
        })
    }
}

impl Place {
    /// The folder of one run. Part of a suite has one of its own, so that it leaves the whole as
    /// it is compiled.
    pub fn folder(&self, draft: Draft, reading: Reading, filter: &[String]) -> PathBuf {
        let part = if filter.is_empty() { "" } else { "-part" };
        self.out
            .join(format!("{}-{}{part}", draft.name(), reading.name()))
    }

    /// What cargo makes, of all runs.
    pub fn target(&self) -> PathBuf {
        self.out.join("target")
    }
}
