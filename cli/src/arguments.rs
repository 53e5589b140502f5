//! What the command can be told.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// Typed Rust clients from OpenAPI descriptions.
#[derive(Debug, Parser)]
#[command(
    name = "bindery",
    bin_name = "bindery",
    version,
    arg_required_else_help = true
)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Generate Rust modules, or a whole crate, from descriptions
    Generate(Generate),
}

/// Generate Rust modules, or a whole crate, from descriptions
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  bindery generate api.json --crate api-client
  bindery generate api.json --out src/apis
  bindery generate specs/*.json --out src/apis --crate-path my_crate::apis
  bindery generate specs/*.json --out src/apis --check

With --crate, a whole crate is made: `Cargo.toml`, `README.md` and a library in `src/`. One
description is the library itself, several are modules of it. Without it, each description
becomes a module named after its file, in a folder of its own; `mod.rs` holds them all. The code
needs one dependency, `bindery`.

Only files that differ are written. Files that bindery made before and makes no more are removed;
a file that is not bindery's is never replaced. A `Cargo.toml` or `README.md` whose first line, the
mark, was removed is yours and stays.

Exit codes: 0 generated, or nothing to change; 1 --check found something to change, or the folder
cannot be written; 2 wrong usage; 3 a description cannot be read, in which case nothing is written.")]
pub struct Generate {
    /// The descriptions: OpenAPI 3.0 in JSON
    #[arg(required = true, value_name = "SPEC")]
    pub specs: Vec<PathBuf>,
    /// The folder to write to, made where it is missing [default with --crate: its name]
    #[arg(long, value_name = "DIR", required_unless_present = "package")]
    pub out: Option<PathBuf>,
    /// Make a whole crate of this name
    #[arg(long = "crate", id = "package", value_name = "NAME", value_parser = package_name)]
    pub package: Option<String>,
    /// The path by which the modules will be reached, such as `my_crate::apis`,
    /// so that the examples in their documentation are compiled
    #[arg(long, value_name = "PATH", value_parser = rust_path, conflicts_with = "package")]
    pub crate_path: Option<String>,
    /// Write `lib.rs` rather than `mod.rs`, for a package whose library it is
    #[arg(long, conflicts_with = "package")]
    pub library: bool,
    /// Write nothing, and end with 1 where files would change
    #[arg(long)]
    pub check: bool,
}

impl Generate {
    /// The folder to write to.
    pub fn folder(&self) -> PathBuf {
        let named = self.package.as_ref().map(PathBuf::from);
        self.out.clone().or(named).unwrap_or_default()
    }
}

fn package_name(text: &str) -> Result<String, String> {
    bindery_build::check_package_name(text).map(|()| text.to_owned())
}

/// A path of identifiers.
fn rust_path(text: &str) -> Result<String, String> {
    let is_identifier = |segment: &str| {
        let starts = segment.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_');
        starts
            && segment
                .chars()
                .all(|next| next.is_ascii_alphanumeric() || next == '_')
    };
    if text.split("::").all(is_identifier) {
        Ok(text.to_owned())
    } else {
        Err("not a path of Rust identifiers, such as `my_crate::apis`".to_owned())
    }
}
