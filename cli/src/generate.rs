//! `bindery generate`.

use std::io::{IsTerminal, Write, stderr};
use std::process::ExitCode;

use bindery_build::{Builder, Failure, Generation};
use bindery_openapi::RenderStyle;

use crate::arguments::Generate;

/// Generates, and says on standard error what was found and done.
pub fn run(arguments: &Generate) -> ExitCode {
    let mut builder = Builder::new().out_dir(&arguments.out);
    for spec in &arguments.specs {
        builder = builder.spec(spec);
    }
    if arguments.library {
        builder = builder.library();
    }
    if let Some(path) = &arguments.crate_path {
        builder = builder.crate_path(path);
    }
    match builder.write() {
        Ok(generation) => {
            report(&generation);
            say(&generation, arguments);
            ExitCode::SUCCESS
        }
        Err(Failure::Descriptions(generation)) => {
            report(&generation);
            tell("nothing was written\n");
            ExitCode::from(3)
        }
        Err(failure @ Failure::Path(_)) => {
            tell(&format!("error: {failure}\n"));
            ExitCode::from(1)
        }
    }
}

fn report(generation: &Generation) {
    let colours = stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let style = if colours {
        RenderStyle::Ansi
    } else {
        RenderStyle::Plain
    };
    tell(&generation.render(style));
}

fn say(generation: &Generation, arguments: &Generate) {
    let changes = &generation.changes;
    tell(&format!(
        "{}: {} written, {} removed, {} unchanged\n",
        arguments.out.display(),
        count(changes.written.len(), "file"),
        changes.removed.len(),
        changes.unchanged,
    ));
}

/// Says something on standard error. Where nobody listens any more, it is not said.
fn tell(text: &str) {
    let _ = stderr().lock().write_all(text.as_bytes());
}

fn count(number: usize, what: &str) -> String {
    if number == 1 {
        format!("1 {what}")
    } else {
        format!("{number} {what}s")
    }
}
