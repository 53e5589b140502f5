//! Strange descriptions in a folder, for the corpus runner: those that generate, made of those
//! that a folder holds.

use std::error::Error;
use std::fs;
use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;
use std::process::ExitCode;

use bindery_build::Builder;
use bindery_mutator::{Tape, mutant, seeds_in};
use clap::Args;

/// How many choices a mutant is made by, at most.
const CHOICES: usize = 200;

/// Write strange descriptions, made of those in a folder, to another
#[derive(Args, Debug)]
pub struct Mutants {
    /// The folder with descriptions in JSON
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// The folder to write to
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// How many are written
    #[arg(long, value_name = "N", default_value_t = 100)]
    count: usize,
    /// The number of the first; each number makes another description, always the same
    #[arg(long, value_name = "N", default_value_t = 0)]
    seed: u64,
    /// The largest description that is taken
    #[arg(long, value_name = "BYTES", default_value_t = 30_000)]
    bytes: u64,
}

impl Mutants {
    /// Writes mutants that generate, until there are enough. One that panics is written too, under
    /// a name that says so.
    pub fn run(&self) -> Result<ExitCode, Box<dyn Error>> {
        let seeds = seeds_in(&self.folder, self.bytes);
        if seeds.is_empty() {
            return Err(format!("no description in {}", self.folder.display()).into());
        }
        fs::create_dir_all(&self.out)?;
        let (mut written, mut panicked, mut tried) = (0, 0, 0);
        for number in self.seed.. {
            if written == self.count {
                break;
            }
            tried += 1;
            let Some(value) = mutant(&seeds, &mut Tape::seeded(number, CHOICES)) else {
                break;
            };
            let text = serde_json::to_string_pretty(&value)?;
            let name = match generates(&text) {
                Some(true) => format!("mutant_{number}.json"),
                Some(false) => continue,
                None => {
                    panicked += 1;
                    format!("panics_{number}.json")
                }
            };
            fs::write(self.out.join(name), text)?;
            written += 1;
        }
        println!("{written} written of {tried} made, {panicked} panicked");
        Ok(ExitCode::from(u8::from(panicked > 0)))
    }
}

/// Whether the description generates; `None` where that panics.
fn generates(text: &str) -> Option<bool> {
    let builder = Builder::new().spec_text("mutant.json", text);
    let generated = panic::catch_unwind(AssertUnwindSafe(|| builder.generate()));
    generated
        .ok()
        .map(|generation| generation.is_ok_and(|generation| !generation.has_errors()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_as_wanted_are_written_and_all_generate() {
        let (folder, out) = (tempfile::tempdir(), tempfile::tempdir());
        let (folder, out) = (folder.expect("a folder"), out.expect("a folder"));
        let text = r#"{"openapi":"3.0.3","info":{"title":"T","version":"1"},"paths":{},
            "components":{"schemas":{"S":{"type":"object","properties":{"a":{"type":"string"}}}}}}"#;
        fs::write(folder.path().join("seed.json"), text).expect("a file");
        let mutants = Mutants {
            folder: folder.path().to_owned(),
            out: out.path().to_owned(),
            count: 5,
            seed: 0,
            bytes: 1000,
        };
        mutants.run().expect("they are written");
        let written = fs::read_dir(out.path()).expect("a folder");
        let texts = written.map(|entry| fs::read_to_string(entry.expect("an entry").path()));
        let texts: Vec<String> = texts.map(|text| text.expect("a text")).collect();
        assert_eq!(texts.len(), 5);
        assert!(texts.iter().all(|text| generates(text) == Some(true)));
    }
}
