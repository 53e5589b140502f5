//! Runs `bindery verify` on the largest descriptions below a folder.
//!
//! ```text
//! folder ──choose──▶ descriptions ──verify──▶ outcomes ──▶ table
//! ```
//!
//! The command is built first and runs on one description after another, with one folder for what
//! it compiles.

mod choose;
mod outcome;
mod table;

use std::error::Error;
use std::path::PathBuf;
use std::process::{Command, ExitCode};

use clap::Args;

use outcome::Outcome;

/// Verify the descriptions below a folder that have the most schemas
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  cargo xtask verify specs
  cargo xtask verify <DIR> --most 20 --up-to 2000000
  cargo xtask verify <DIR> --filter box.com -- --seed 7 --instances 100

Schemas are those below `components.schemas` (`definitions` before OpenAPI 3.0), as the reader finds
them. What stands after `--` is handed to `bindery verify`. The last line counts descriptions: one
without a lie has passed. Exit codes: 0 all passed, 1 some failed, 2 the runner itself did.")]
pub struct Arguments {
    /// The folder with descriptions
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Only so many, those with the most schemas
    #[arg(long, value_name = "N")]
    most: Option<usize>,
    /// Only descriptions whose file has no more bytes
    #[arg(long, value_name = "BYTES")]
    up_to: Option<u64>,
    /// Only descriptions whose path contains this; may be given several times
    #[arg(long, value_name = "TEXT")]
    filter: Vec<String>,
    /// Only list them, with their schemas
    #[arg(long)]
    list: bool,
    /// The folder in which types are compiled
    #[arg(long, value_name = "DIR", default_value = "target/verify")]
    cache: PathBuf,
    /// For `bindery verify`
    #[arg(last = true, value_name = "OPTION")]
    options: Vec<String>,
}

/// Verifies, prints a row for each description as it ends, the lies, and the totals.
pub fn run(arguments: &Arguments) -> Result<ExitCode, Box<dyn Error>> {
    let chosen = choose::choose(arguments)?;
    if arguments.list {
        for description in &chosen {
            println!("{:>6}  {}", description.schemas, description.root.name);
        }
        return Ok(ExitCode::SUCCESS);
    }
    let command = command()?;
    let width = table::width(&chosen);
    println!("{}", table::head(width));
    let mut outcomes = Vec::new();
    for description in chosen {
        let outcome = Outcome::of(description, &command, arguments)?;
        println!("{}", table::row(&outcome, width));
        outcomes.push(outcome);
    }
    print!("{}", table::foot(&outcomes, width));
    let passed = outcomes.iter().all(Outcome::passed);
    Ok(ExitCode::from(u8::from(!passed)))
}

/// Builds the command, with optimisation as this program has, and gives its file.
fn command() -> Result<PathBuf, Box<dyn Error>> {
    let own = std::env::current_exe()?;
    let folder = own.parent().ok_or("the runner is in no folder")?;
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut build = Command::new(cargo);
    build.args(["build", "--quiet", "--locked", "--package", "bindery-cli"]);
    if !cfg!(debug_assertions) {
        build.arg("--release");
    }
    let status = build.status()?;
    if !status.success() {
        return Err(format!("the command does not build: {status}").into());
    }
    Ok(folder.join(format!("bindery{}", std::env::consts::EXE_SUFFIX)))
}
