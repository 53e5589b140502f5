//! The `bindery` command, also run as `cargo bindery`.

mod arguments;
mod generate;
mod say;

use std::process::ExitCode;

use arguments::{Arguments, Command};
use clap::Parser;

fn main() -> ExitCode {
    let arguments = Arguments::parse_from(without_cargo(std::env::args_os()));
    match arguments.command {
        Command::Generate(arguments) => generate::run(&arguments),
    }
}

/// As a cargo subcommand the command is given its own name first.
fn without_cargo(
    arguments: impl Iterator<Item = std::ffi::OsString>,
) -> impl Iterator<Item = std::ffi::OsString> {
    let mut arguments = arguments.peekable();
    let program = arguments.next();
    let is_cargo = program.as_ref().is_some_and(|program| {
        std::path::Path::new(program)
            .file_stem()
            .is_some_and(|stem| stem == "cargo-bindery")
    });
    if is_cargo && arguments.peek().is_some_and(|first| first == "bindery") {
        arguments.next();
    }
    program.into_iter().chain(arguments)
}
