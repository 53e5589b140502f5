//! What developers of this workspace run: `cargo xtask corpus` proves breadth.

mod build_time;
mod combinations;
mod conformance;
mod corpus;
mod derives;
mod effort;
mod mutants;
mod verify;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Debug, Parser)]
#[command(
    name = "xtask",
    bin_name = "cargo xtask",
    arg_required_else_help = true
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Generate every description below a folder as a crate, and compile them
    Corpus(corpus::Arguments),
    /// Write strange descriptions, made of those in a folder, to another
    Mutants(mutants::Mutants),
    /// Write descriptions whose schemas combine keywords, to be verified
    Combinations(combinations::Combinations),
    /// Verify the descriptions below a folder that have the most schemas
    Verify(verify::Arguments),
    /// Score generated types by the JSON Schema Test Suite
    Conformance(conformance::Arguments),
    /// Compile bindery-build and progenitor-impl from nothing, and compare
    BuildTime(build_time::BuildTime),
    /// Compile the types of descriptions, and the same types with serde's derives, and compare
    Derives(derives::Derives),
    /// Generate one description, as a process of its own
    #[command(hide = true)]
    One(corpus::One),
    /// Parse one description with `openapiv3`, as a process of its own
    #[command(hide = true)]
    Parse(corpus::Parse),
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Corpus(arguments) => corpus::run(&arguments),
        Command::Verify(arguments) => verify::run(&arguments),
        Command::Conformance(arguments) => conformance::run(&arguments),
        Command::BuildTime(build_time) => build_time.run(),
        Command::Derives(derives) => derives.run(),
        Command::Combinations(combinations) => combinations.run(),
        Command::Mutants(mutants) => mutants.run(),
        Command::One(one) => one.run(),
        Command::Parse(parse) => parse.run(),
    };
    done.unwrap_or_else(|error| {
        eprintln!("error: {error}");
        ExitCode::from(2)
    })
}
