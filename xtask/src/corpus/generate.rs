//! The first pass: each description by a process of its own.

use std::collections::HashSet;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use bindery_build::Builder;

use super::Arguments;
use super::figures::Figures;
use super::outcome::Outcome;
use super::parse;
use super::process::{self, Ending};
use super::progress;
use super::roots::Root;
use super::workers;

/// Generates each description, in folders below `out`.
pub fn generate(
    roots: &[Root],
    out: &Path,
    arguments: &Arguments,
) -> Result<Vec<Outcome>, Box<dyn Error>> {
    let program = std::env::current_exe()?;
    let limit = Duration::from_secs(arguments.limit);
    let mut outcomes = plan(roots, out);
    let bar = progress::bar("generate", roots.len());
    let results = workers::each(&outcomes, arguments.jobs(), &bar, |outcome| {
        let figures = || run_one(&program, outcome, &out.join("log"), limit);
        beside_parsing(&program, &outcome.root.path, figures)
    });
    for (outcome, result) in outcomes.iter_mut().zip(results) {
        match result {
            Ok(figures) => {
                outcome.failures.clone_from(&figures.errors);
                outcome.figures = figures;
            }
            Err(failure) => outcome.failures.push(failure),
        }
    }
    Ok(outcomes)
}

/// How often a description is parsed to compare with, before it is generated and after.
const PARSES: (usize, usize) = (1, 2);

/// The figures that `generate` gives, with how long parsing takes: the median of some before and some after, so that
/// a machine that is busy with other things slows both.
fn beside_parsing(
    program: &Path,
    description: &Path,
    generate: impl FnOnce() -> Result<Figures, String>,
) -> Result<Figures, String> {
    let parse = |_| parse::milliseconds(program, description);
    let mut times: Vec<f64> = (0..PARSES.0).filter_map(parse).collect();
    let mut figures = generate()?;
    if !times.is_empty() {
        times.extend((0..PARSES.1).filter_map(parse));
    }
    figures.parse_milliseconds = parse::median(times);
    Ok(figures)
}

/// The way both passes generate.
pub fn builder(description: &Path, package: &str, out: &Path) -> Builder {
    Builder::new()
        .spec(description)
        .package(package)
        .out_dir(out)
        .prune()
}

fn plan(roots: &[Root], out: &Path) -> Vec<Outcome> {
    let mut taken = HashSet::new();
    let outcome = |root: &Root| {
        let package = package(&root.name, &mut taken);
        Outcome {
            root: root.clone(),
            folder: out.join("crates").join(&package),
            package,
            figures: Figures::default(),
            failures: Vec::new(),
        }
    };
    roots.iter().map(outcome).collect()
}

/// The name of a description's crate: its path in lower case, in words, and not yet taken.
fn package(name: &str, taken: &mut HashSet<String>) -> String {
    let lower = name.to_lowercase();
    let words = lower.split(|next: char| !next.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let mut base = format!("of-{}", words.join("-"));
    base.truncate(60);
    let numbered = (2..).map(|number| format!("{base}-{number}"));
    let free = std::iter::once(base.clone())
        .chain(numbered)
        .find(|name| !taken.contains(name));
    let name = free.unwrap_or(base);
    taken.insert(name.clone());
    name
}

/// The figures of one description, or why there are none.
fn run_one(
    program: &Path,
    outcome: &Outcome,
    log: &Path,
    limit: Duration,
) -> Result<Figures, String> {
    let file = |end: &str| -> PathBuf { log.join(format!("{}.{end}", outcome.package)) };
    let (stdout, stderr) = (file("json"), file("txt"));
    let mut command = Command::new(program);
    command.arg("one").args([&outcome.root.path]);
    command.arg(&outcome.package).arg(&outcome.folder);
    match process::run(&mut command, &stdout, &stderr, limit) {
        Ok(Ending::Exited(status)) if status.success() => {
            let figures = fs::read_to_string(&stdout).map_err(|error| error.to_string())?;
            serde_json::from_str(&figures).map_err(|error| error.to_string())
        }
        Ok(Ending::Exited(status)) => {
            let said = fs::read(&stderr).unwrap_or_default();
            let said = String::from_utf8_lossy(&said);
            let lines: Vec<&str> = said.lines().take(3).collect();
            Err(format!("{status}: {}", lines.join(" ")))
        }
        Ok(Ending::TookTooLong) => Err(format!("no end after {} s", limit.as_secs())),
        Err(error) => Err(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_descriptions_share_a_crate() {
        let mut taken = HashSet::new();
        let mut name = |path: &str| package(path, &mut taken);
        assert_eq!(name("3.0.x/a_b.json"), "of-3-0-x-a-b-json");
        assert_eq!(name("3.0.x/a-b.json"), "of-3-0-x-a-b-json-2");
        assert_eq!(name("\u{e9}"), "of-");
        assert_eq!(name(&"x".repeat(300)).len(), 60);
    }
}
