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
    /// Generate Rust modules from descriptions
    Generate(Generate),
}

/// Generate Rust modules from descriptions
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  bindery generate api.json --out src/apis
  bindery generate specs/*.json --out src/apis --crate-path my_crate::apis

Each description becomes a module named after its file, in a folder of its own; `mod.rs`
holds them all. Only files that differ are written. Files that bindery made before
and makes no more are removed; a file that is not bindery's is never replaced. The code needs one dependency,
`bindery`.

Exit codes: 0 generated, 1 the folder cannot be written, 2 wrong usage,
3 a description cannot be read, in which case nothing is written.")]
pub struct Generate {
    /// The descriptions: OpenAPI 3.0 in JSON
    #[arg(required = true, value_name = "SPEC")]
    pub specs: Vec<PathBuf>,
    /// The folder to write to; made where it is missing
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// The path by which the modules will be reached, such as `my_crate::apis`,
    /// so that the examples in their documentation are compiled
    #[arg(long, value_name = "PATH", value_parser = rust_path)]
    pub crate_path: Option<String>,
    /// Write `lib.rs` rather than `mod.rs`, for a package whose library it is
    #[arg(long)]
    pub library: bool,
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
