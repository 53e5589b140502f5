//! How long `bindery-build` takes to compile from nothing, beside `progenitor-impl`: what the
//! first build of a user's build script waits for.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

use clap::Args;

/// Compile bindery-build and progenitor-impl from nothing, and compare
#[derive(Args, Debug)]
#[command(after_help = "\
Both are compiled in turn, as dependencies of an empty package with a target folder of its own.
The shortest time of each counts. Exit codes: 0 bindery-build takes no longer, 1 it does, 2 cargo
fails.")]
pub struct BuildTime {
    /// How often each is compiled
    #[arg(long, value_name = "N", default_value_t = 2)]
    runs: usize,
    /// The version of progenitor-impl
    #[arg(long, value_name = "VERSION", default_value = "0.15")]
    version: String,
}

impl BuildTime {
    /// Measures, and prints both times and their ratio.
    pub fn run(&self) -> Result<ExitCode, Box<dyn Error>> {
        let folder =
            std::env::temp_dir().join(format!("bindery-build-time-{}", std::process::id()));
        let generator =
            fs::canonicalize(Path::new(env!("CARGO_MANIFEST_DIR")).join("../generator"))?;
        let generator = generator.display().to_string();
        let ours = package(
            &folder,
            "ours",
            &format!("bindery-build = {{ path = {generator:?} }}"),
        );
        let other = format!("progenitor-impl = {:?}", self.version);
        let theirs = package(&folder, "theirs", &other);
        let measured = ours.and(theirs).and_then(|()| self.measure(&folder));
        fs::remove_dir_all(&folder)?;
        let (ours, theirs) = measured?;
        let ratio = ours / theirs;
        println!("bindery-build {ours:.1} s, progenitor-impl {theirs:.1} s, ratio {ratio:.2}");
        Ok(ExitCode::from(u8::from(ratio > 1.0)))
    }

    /// The shortest time of each, in seconds. Crates are downloaded before.
    fn measure(&self, folder: &Path) -> Result<(f64, f64), Box<dyn Error>> {
        for name in ["ours", "theirs"] {
            cargo(&["fetch"], &folder.join(name))?;
        }
        let (mut ours, mut theirs) = (f64::INFINITY, f64::INFINITY);
        for _ in 0..self.runs.max(1) {
            ours = ours.min(compile(&folder.join("ours"))?);
            theirs = theirs.min(compile(&folder.join("theirs"))?);
        }
        Ok((ours, theirs))
    }
}

/// An empty package with one dependency, in no workspace.
fn package(folder: &Path, name: &str, dependency: &str) -> Result<(), Box<dyn Error>> {
    let folder = folder.join(name);
    fs::create_dir_all(folder.join("src"))?;
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [dependencies]\n{dependency}\n\n[workspace]\n"
    );
    fs::write(folder.join("Cargo.toml"), manifest)?;
    fs::write(folder.join("src/lib.rs"), "")?;
    Ok(())
}

fn compile(folder: &Path) -> Result<f64, Box<dyn Error>> {
    let target = folder.join("target");
    if target.exists() {
        fs::remove_dir_all(&target)?;
    }
    let started = Instant::now();
    cargo(&["build", "--offline"], folder)?;
    Ok(started.elapsed().as_secs_f64())
}

fn cargo(arguments: &[&str], folder: &Path) -> Result<(), Box<dyn Error>> {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(program);
    command.args(arguments).arg("--quiet").current_dir(folder);
    command.env("CARGO_TARGET_DIR", folder.join("target"));
    command.env_remove("RUSTFLAGS").stdin(Stdio::null());
    let status = command.status()?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("cargo {arguments:?} in {}: {status}", folder.display()).into())
    }
}
