//! What the command can be told.

use std::ffi::OsStr;
use std::path::PathBuf;

use bindery_build::codes::check_allowable;
use clap::builder::{PossibleValue, StringValueParser, TypedValueParser};
use clap::{ArgGroup, Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

/// Typed Rust clients from OpenAPI descriptions.
#[derive(Debug, Parser)]
#[command(
    name = "bindery",
    bin_name = "bindery",
    version,
    arg_required_else_help = true,
    after_help = "\
Examples:
  bindery generate api.json --crate api-client
  bindery inspect api.json

Exit codes: 0 fine, 1 findings, 2 wrong usage, 3 a description cannot be read."
)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
    #[command(flatten)]
    pub saying: Saying,
}

/// How much is said, and how.
#[derive(Args, Debug)]
pub struct Saying {
    /// Say nothing but errors
    #[arg(long, short, global = true)]
    pub quiet: bool,
    /// When to use colours; `NO_COLOR` is heeded
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: Color,
    /// For people, or for machines: then findings are JSON on standard output
    #[arg(long, global = true, value_name = "FORMAT", default_value = "text")]
    pub format: Format,
}

/// When to use colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Generate Rust modules, or a whole crate, from descriptions
    Generate(Generate),
    /// Show what descriptions hold, what is made of it, and what is left out
    Inspect(Inspect),
    /// Try the generated types on instances of their schemas
    Verify(Verify),
    /// Print a shell's completions of this command
    Completions(Completions),
}

/// Which descriptions are read, and what they may draw on.
#[derive(Args, Debug)]
pub struct Reading {
    /// The descriptions: files, folders of them, or `-` for standard input
    #[arg(required = true, value_name = "SPEC")]
    pub specs: Vec<PathBuf>,
    /// Take local copies for references whose URLs begin so; nothing is fetched from the network
    #[arg(long, value_name = "URL-PREFIX=DIR", value_parser = mapping)]
    pub map: Vec<(String, PathBuf)>,
    /// Take the configuration from this file [default: `bindery.toml` beside each description]
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Read schemas by the letter of the specification, whatever the configuration says
    #[arg(long)]
    pub strict: bool,
    /// Let references lead to files in this folder, too
    #[arg(long, value_name = "DIR")]
    pub allow_path: Vec<PathBuf>,
    /// Accept findings of this code: warnings are not shown and not denied, errors that leave a meaning are
    /// warnings that are not denied; may be given several times
    #[arg(long, value_name = "CODE", value_parser = CodeParser, hide_possible_values = true)]
    pub allow: Vec<String>,
    /// End with 1 where there is a warning that is not allowed, before anything is written or tried
    #[arg(long)]
    pub deny_warnings: bool,
}

/// Generate Rust modules, or a whole crate, from descriptions
#[derive(Args, Debug)]
#[command(group = ArgGroup::new("where").required(true).multiple(true), after_help = "\
Examples:
  bindery generate api.json --crate api-client
  bindery generate api.json --out src/apis
  bindery generate specs --out src/apis --crate-path my_crate::apis
  bindery generate specs/*.json --out src/apis --check
  bindery generate api.json --crate api --map https://example.com/schemas=./schemas

With --crate, a whole crate is made: `Cargo.toml`, `README.md` and a library in `src/`. One
description is the library itself, several are modules of it. Without it, each description
becomes a module named after its file, in a folder of its own; `mod.rs` holds them all. The code
needs one dependency, `bindery`.

Only files that differ are written. Files that bindery made before and makes no more are removed;
an API of another description only with --prune, so name all descriptions of a folder at once.
A file that is not bindery's is never replaced, and a folder that holds Rust sources and nothing of
bindery's is refused. A `Cargo.toml` or `README.md` whose first line, the mark, was removed is yours
and stays.

Exit codes: 0 generated, or nothing to change; 1 --check found something to change, --deny-warnings a
warning, or the folder cannot be written; 2 wrong usage; 3 a description cannot be read, in which case nothing is written.")]
pub struct Generate {
    #[command(flatten)]
    pub reading: Reading,
    /// The folder to write to, made where it is missing [default with --crate: its name]
    #[arg(long, value_name = "DIR", group = "where")]
    pub out: Option<PathBuf>,
    /// Make a whole crate of this name
    #[arg(long = "crate", id = "package", value_name = "NAME", group = "where", value_parser = package_name)]
    pub package: Option<String>,
    /// The path by which the modules will be reached, such as `my_crate::apis`,
    /// so that the examples in their documentation are compiled
    #[arg(long, value_name = "PATH", value_parser = rust_path, conflicts_with = "package")]
    pub crate_path: Option<String>,
    /// Write `lib.rs` rather than `mod.rs`, for a package whose library it is
    #[arg(long, conflicts_with = "package")]
    pub lib: bool,
    /// Remove what was made in the folder from other descriptions
    #[arg(long)]
    pub prune: bool,
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

/// Show what descriptions hold, what is made of it, and what is left out
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  bindery inspect api.json
  bindery inspect specs
  bindery inspect api.json --format json | jq '.descriptions[].operations[].path'

What is in the descriptions goes to standard output, what is wrong with them to standard error. The
types are listed with the JSON Pointers of their schemas, by which a configuration names them.

Exit codes: 0 shown; 1 --deny-warnings found a warning, or standard output cannot be written; 2 wrong usage; 3 a description or the
configuration cannot be read.")]
pub struct Inspect {
    #[command(flatten)]
    pub reading: Reading,
}

/// Try the generated types on instances of their schemas
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  bindery verify api.json
  bindery verify api.json --seed 7 --instances 200
  bindery verify api.json --strict --format json
  bindery verify api.json --deny-examples

The types are generated and compiled, with cargo, into a program that is asked what it makes of JSON
texts. For each schema of a component, a body, a parameter or a header it is given valid instances,
those at its bounds among them, and invalid ones, each a valid one with one change; and every example
and default. An independent validator says which is which. A type is right that accepts a valid
instance and gives it back unchanged, and refuses an invalid one; anything else is a lie, and shown
with the simplest instance found for it. The same seed gives the same instances.

Exit codes: 0 no lie; 1 a lie, --deny-examples an example that is not what its schema says,
--deny-warnings that or a warning, or the types cannot be compiled or tried; 2 wrong usage;
3 a description cannot be read; 130 interrupted.")]
pub struct Verify {
    #[command(flatten)]
    pub reading: Reading,
    /// What the instances are made from
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub seed: u64,
    /// How many valid and how many invalid instances are made for each schema
    #[arg(long, value_name = "N", default_value_t = 25, value_parser = clap::value_parser!(u32).range(1..))]
    pub instances: u32,
    /// End with 1 where an example or a default is not what its schema says; so does `--deny-warnings`
    #[arg(long)]
    pub deny_examples: bool,
    /// Only these schemas, by the component's name or as they are listed; may be given several times
    #[arg(long, value_name = "NAME")]
    pub schema: Vec<String>,
    /// The folder in which the types are compiled [default: `bindery` in the user's folder for caches]
    #[arg(long, value_name = "DIR")]
    pub cache: Option<PathBuf>,
    /// The folder of the crate `bindery` that the types are compiled with [default: the workspace that
    /// this command was built in, where that is still there; else the published crate of its version]
    #[arg(long, value_name = "DIR", value_parser = runtime)]
    pub runtime: Option<PathBuf>,
}

/// For whom something is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people
    Text,
    /// For machines
    Json,
}

/// Print a shell's completions of this command
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  bindery completions bash > ~/.local/share/bash-completion/completions/bindery
  bindery completions zsh > ~/.zfunc/_bindery
  bindery completions fish > ~/.config/fish/completions/bindery.fish")]
pub struct Completions {
    /// The shell
    pub shell: Shell,
}

fn package_name(text: &str) -> Result<String, String> {
    bindery_build::check_package_name(text).map(|()| text.to_owned())
}

/// Takes the codes of findings that can be allowed. They are too many for a message to list them.
#[derive(Clone, Copy, Debug)]
struct CodeParser;

impl TypedValueParser for CodeParser {
    type Value = String;

    fn parse_ref(
        &self,
        command: &clap::Command,
        argument: Option<&clap::Arg>,
        value: &OsStr,
    ) -> Result<String, clap::Error> {
        let checked = StringValueParser::new()
            .try_map(|code| check_allowable(&code).map(|code| code.0.to_owned()));
        checked.parse_ref(command, argument, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        let codes = bindery_openapi::codes::ALL.iter();
        let codes = codes.chain(bindery_build::codes::ALL);
        let allowable = codes.filter(|code| check_allowable(code.0).is_ok());
        Some(Box::new(allowable.map(|code| PossibleValue::new(code.0))))
    }
}

/// A folder with a crate in it.
fn runtime(text: &str) -> Result<PathBuf, String> {
    let folder = PathBuf::from(text);
    if folder.join("Cargo.toml").is_file() {
        std::path::absolute(folder).map_err(|error| error.to_string())
    } else {
        Err("no `Cargo.toml` is in it".to_owned())
    }
}

fn mapping(text: &str) -> Result<(String, PathBuf), String> {
    match text.rsplit_once('=') {
        Some((prefix, folder)) if !prefix.is_empty() && !folder.is_empty() => {
            Ok((prefix.to_owned(), PathBuf::from(folder)))
        }
        _ => Err("not a URL prefix and a folder with `=` between".to_owned()),
    }
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
