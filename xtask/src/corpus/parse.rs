//! `xtask parse`: how long the crate `openapiv3` takes to parse one description, which is what generating it is
//! compared with.
//!
//! The runner starts it as a process of its own, as it does for generating, so that both begin with
//! nothing: no memory that an allocator holds, no code that has run before.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Instant;

use clap::Args;

/// Parse one description with `openapiv3`, as a process of its own
#[derive(Args, Debug)]
pub struct Parse {
    description: PathBuf,
}

impl Parse {
    /// Parses, and prints the milliseconds; nothing where the text is not JSON of OpenAPI 3.0.
    pub fn run(&self) -> Result<ExitCode, Box<dyn Error>> {
        let text = fs::read_to_string(&self.description)?;
        let started = Instant::now();
        let parsed = serde_json::from_str::<openapiv3::OpenAPI>(&text);
        let milliseconds = started.elapsed().as_secs_f64() * 1000.0;
        if parsed.is_ok_and(|document| document.openapi.starts_with("3.0")) {
            println!("{milliseconds}");
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// Parses in a process of its own; the milliseconds, where it can be parsed.
pub fn milliseconds(program: &Path, description: &Path) -> Option<f64> {
    if description.extension().is_none_or(|end| end != "json") {
        return None;
    }
    let mut command = Command::new(program);
    let output = command.arg("parse").arg(description).output().ok()?;
    std::str::from_utf8(&output.stdout)
        .ok()?
        .trim()
        .parse()
        .ok()
}

/// The one in the middle.
pub fn median(mut times: Vec<f64>) -> Option<f64> {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::median;

    #[test]
    fn the_median_is_that_of_sorted_times() {
        assert_eq!(median(vec![9.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(Vec::new()), None);
    }
}
