//! How long the types of a description take to compile, beside the same types with serde's derives.
//!
//! Both are generated without operations, so that only the types differ; a program decodes and
//! writes the same of them with either. Both are compiled in turn by one rustc, with their
//! dependencies compiled before.

mod print;
mod workspace;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use bindery_build::api::Api;
use bindery_build::{Builder, Config};
use clap::Args;

use workspace::Workspace;

use crate::effort::Effort;

/// What may be taken of the processor time of derives: by `cargo check`, and by the first build.
const LIMITS: [f64; 2] = [0.4, 0.6];

/// Compile the types of descriptions, and the same types with serde's derives, and compare
#[derive(Args, Debug)]
#[command(after_help = "\
Example:
  cargo run -p xtask --release -- derives ../shared/corpus/real/{box.com,stripe.com,kubernetes.io}.json

The shortest processor time of each counts; the time on the clock stands beside it, and a busy
machine makes it longer. Exit codes: 0 all within the limits of 0.4 (check) and 0.6
(build), 1 some not, 2 cargo fails.")]
pub struct Derives {
    /// The descriptions
    #[arg(value_name = "SPEC", required = true)]
    descriptions: Vec<PathBuf>,
    /// How often each is compiled
    #[arg(long, value_name = "N", default_value_t = 2)]
    runs: usize,
    /// The folder for the crates
    #[arg(long, value_name = "DIR", default_value = "target/derives")]
    out: PathBuf,
}

impl Derives {
    /// Measures each description, and prints a line for it.
    pub fn run(&self) -> Result<ExitCode, Box<dyn Error>> {
        let mut is_within = true;
        println!("                                 processor s           on the clock s");
        println!("                          types     ours derives ratio   ours derives ratio");
        for description in &self.descriptions {
            is_within &= self.measure(description)?;
        }
        Ok(ExitCode::from(u8::from(!is_within)))
    }

    fn measure(&self, description: &Path) -> Result<bool, Box<dyn Error>> {
        let name = description
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy();
        let folder = self.out.join(&*name);
        let api = generate(description, &folder.join("ours"))?;
        let workspace = Workspace::make(folder, &api)?;
        let [check, build] = workspace.measure(self.runs.max(1))?;
        print_row(&format!("{name:24} {:6} check", api.types.len()), check);
        print_row(&format!("{:24} {:6} build", "", ""), build);
        Ok(ratio(check) <= LIMITS[0] && ratio(build) <= LIMITS[1])
    }
}

fn print_row(head: &str, times: [Effort; 2]) {
    let [ours, derives] =
        times.map(|effort| [effort.user, effort.wall].map(|time| time.as_secs_f64()));
    println!(
        "{head}  {:5.2} {:7.2} {:5.2}  {:5.2} {:7.2} {:5.2}",
        ours[0],
        derives[0],
        ours[0] / derives[0],
        ours[1],
        derives[1],
        ours[1] / derives[1],
    );
}

/// The part of the derives' processor time that ours takes.
fn ratio([ours, derives]: [Effort; 2]) -> f64 {
    ours.user.div_duration_f64(derives.user)
}

/// Generates the types alone as the package `ours`; gives what they were made of.
fn generate(description: &Path, out: &Path) -> Result<Api, Box<dyn Error>> {
    let config = Config::new().exclude("path:*");
    let builder = Builder::new().spec(description).config(config);
    let builder = builder.package("ours").out_dir(out).prune();
    builder.write()?;
    let mut inspected = builder.inspect()?.descriptions.into_iter();
    let api = inspected.find_map(|inspected| inspected.api);
    api.ok_or_else(|| "nothing is generated".into())
}
