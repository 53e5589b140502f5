//! The last pass: all crates as one workspace, checked by cargo in one run.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::messages::{self, Finding};
use super::outcome::Outcome;
use super::progress;

/// How many findings of one crate are shown.
const SHOWN: usize = 5;

/// Checks every crate that was generated, and adds what rustc finds in it to its failures. A
/// warning is a failure.
pub fn compile(outcomes: &mut [Outcome], out: &Path, jobs: usize) -> Result<(), Box<dyn Error>> {
    write_workspace(outcomes, out)?;
    let members = outcomes.iter().filter(|outcome| outcome.passed()).count();
    if members == 0 {
        return Ok(());
    }
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["check", "--workspace", "--keep-going", "--quiet"])
        // The transport is the runtime's: generated code is the same without.
        .arg("--no-default-features")
        .args(["--message-format", "json", "--jobs", &jobs.to_string()])
        .arg("--manifest-path")
        .arg(out.join("Cargo.toml"))
        .arg("--target-dir")
        .arg(out.join("target"))
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(fs::File::create(out.join("log/cargo.txt"))?)
        .spawn()?;
    let said = cargo.stdout.take().ok_or("cargo says nothing")?;
    let checked = messages::read(
        std::io::BufReader::new(said),
        &progress::bar("check", members),
    )?;
    let status = cargo.wait()?;
    for outcome in outcomes.iter_mut().filter(|outcome| outcome.passed()) {
        let manifest = outcome.folder.join("Cargo.toml");
        outcome.failures = failures(&checked.findings, &manifest);
        if outcome.failures.is_empty() && !checked.compiled.contains(&manifest) {
            let why = fs::read_to_string(out.join("log/cargo.txt"))?;
            let why: Vec<&str> = why.lines().take(SHOWN).collect();
            let why = why.join(" ");
            outcome
                .failures
                .push(format!("cargo did not come to it ({status}): {why}"));
        }
    }
    Ok(())
}

/// What was found in the crate of `manifest`, the first few and how many more.
fn failures(findings: &[Finding], manifest: &Path) -> Vec<String> {
    let of = || {
        findings
            .iter()
            .filter(|finding| finding.manifest == manifest)
    };
    let mut lines: Vec<String> = of()
        .take(SHOWN)
        .map(|finding| finding.text.clone())
        .collect();
    let more = of().count().saturating_sub(SHOWN);
    if more > 0 {
        lines.push(format!("and {more} more"));
    }
    lines
}

/// A workspace of the crates that were generated, with the runtime and the versions of this one.
fn write_workspace(outcomes: &[Outcome], out: &Path) -> Result<(), Box<dyn Error>> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let runtime = fs::canonicalize(here.join("runtime"))?;
    let runtime = runtime.display().to_string();
    let generated = outcomes.iter().filter(|outcome| outcome.passed());
    let members: Vec<PathBuf> = generated
        .map(|outcome| Path::new("crates").join(&outcome.package))
        .collect();
    let manifest = format!(
        "[workspace]\nresolver = \"3\"\nmembers = {members:?}\n\n\
         [patch.crates-io]\nbindery = {{ path = {runtime:?} }}\n"
    );
    fs::write(out.join("Cargo.toml"), manifest)?;
    fs::copy(here.join("Cargo.lock"), out.join("Cargo.lock"))?;
    Ok(())
}
