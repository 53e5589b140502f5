//! What the command says, all of it on standard error.

use std::io::{IsTerminal, Write, stderr};

use bindery_build::Generation;
use bindery_openapi::RenderStyle;

/// Says what was found in the descriptions.
pub fn findings(generation: &Generation) {
    let colours = stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let style = if colours {
        RenderStyle::Ansi
    } else {
        RenderStyle::Plain
    };
    tell(&generation.render(style));
}

/// Says something. Where nobody listens any more, it is not said.
pub fn tell(text: &str) {
    let _ = stderr().lock().write_all(text.as_bytes());
}

/// A number of things: `1 file`, `2 files`.
pub fn count(number: usize, what: &str) -> String {
    if number == 1 {
        format!("1 {what}")
    } else {
        format!("{number} {what}s")
    }
}
