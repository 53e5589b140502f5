//! The `bindery` command, also run as `cargo bindery`.

mod arguments;
mod generate;
mod inspect;
mod outline;
mod read;
mod say;
mod verify;

use std::process::ExitCode;

use arguments::{Arguments, Command, Completions, Format};
use clap::{CommandFactory, Parser};
use say::Voice;

fn main() -> ExitCode {
    let arguments = Arguments::parse_from(without_cargo(std::env::args_os()));
    let voice = Voice::new(&arguments.saying);
    match arguments.command {
        Command::Generate(arguments) => {
            let (code, changes) = generate::run(&arguments, &voice);
            if voice.format() == Format::Json {
                let said = generate::json(&voice.take_findings(), changes.as_ref());
                return voice.print(format!("{said:#}\n").as_bytes(), code);
            }
            code
        }
        Command::Verify(arguments) => verify::run(&arguments, &voice),
        Command::Inspect(arguments) => inspect::run(&arguments, &voice),
        Command::Completions(arguments) => complete(&arguments, &voice),
    }
}

fn complete(arguments: &Completions, voice: &Voice) -> ExitCode {
    let mut script = Vec::new();
    let command = &mut Arguments::command();
    clap_complete::generate(arguments.shell, command, "bindery", &mut script);
    voice.print(&script, ExitCode::SUCCESS)
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
