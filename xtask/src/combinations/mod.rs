//! Descriptions whose schemas have every keyword in and beside every other, for `bindery verify`: what no real
//! description combines yet, the next one may.

mod schema;

use std::error::Error;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use bindery_mutator::Tape;
use clap::Args;
use schema::Schemas;
use serde_json::{Map, json};

/// How many choices the schemas of a description are made by, at most.
const CHOICES: usize = 200_000;

/// Write descriptions whose schemas combine keywords
#[derive(Args, Debug)]
pub struct Combinations {
    /// The folder to write to
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// How many are written
    #[arg(long, value_name = "N", default_value_t = 1)]
    count: u64,
    /// The number of the first; each number makes another description, always the same
    #[arg(long, value_name = "N", default_value_t = 0)]
    seed: u64,
    /// How many schemas each has
    #[arg(long, value_name = "N", default_value_t = 100)]
    schemas: usize,
}

impl Combinations {
    /// Writes the descriptions.
    pub fn run(&self) -> Result<ExitCode, Box<dyn Error>> {
        fs::create_dir_all(&self.out)?;
        for number in self.seed..self.seed.saturating_add(self.count) {
            let text = serde_json::to_string_pretty(&description(number, self.schemas))?;
            let name = format!("combination_{number}.json");
            fs::write(self.out.join(name), text)?;
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn description(number: u64, count: usize) -> serde_json::Value {
    let mut schemas = Schemas::new(Tape::seeded(number, CHOICES));
    let made: Map<String, serde_json::Value> = (0..count).map(|_| schemas.next()).collect();
    json!({
        "openapi": "3.1.0",
        "info": {"title": "Combinations", "version": number.to_string()},
        "components": {"schemas": made},
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_makes_one_description_which_generates_in_both_readings() {
        let made = description(7, 60);
        assert_eq!(made, description(7, 60));
        assert_ne!(made, description(8, 60));
        for reading in [
            bindery_build::Reading::Lenient,
            bindery_build::Reading::Strict,
        ] {
            let config = bindery_build::Config::new().reading(reading);
            let builder = bindery_build::Builder::new()
                .spec_text("combination.json", made.to_string())
                .config(config);
            let generation = builder.generate().expect("nothing is written");
            assert!(!generation.has_errors());
        }
    }
}
