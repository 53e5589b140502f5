//! What the corpus runner can be told.

use std::num::NonZero;
use std::path::PathBuf;
use std::str::FromStr;
use std::thread;

use clap::Args;

use super::roots::Root;

/// Generate every description below a folder as a crate, and compile them
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  cargo run -p xtask --release -- corpus ../shared/corpus/real
  cargo run -p xtask --release -- corpus ../shared/corpus/real --compile --shard 1/4
  cargo run -p xtask --release -- corpus ../shared/corpus/real --compile --filter stripe

A description is a file in JSON or YAML with the field `openapi` or `swagger`. Folders named
`invalid` are left out. Exit codes: 0 all passed, 1 some failed, 2 the runner itself did.")]
pub struct Arguments {
    /// The folder with descriptions
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// Compile what was generated; a warning is a failure
    #[arg(long)]
    pub compile: bool,
    /// Run only the k-th of n parts, which are of about the same size
    #[arg(long, value_name = "K/N", default_value = "1/1")]
    pub shard: Shard,
    /// Run only descriptions whose path contains this; may be given several times
    #[arg(long, value_name = "TEXT")]
    pub filter: Vec<String>,
    /// The folder for the crates; what it holds is removed first
    #[arg(long, value_name = "DIR", default_value = "target/corpus")]
    pub out: PathBuf,
    /// Do not generate a second time to compare the bytes
    #[arg(long)]
    pub once: bool,
    /// How long one description may take
    #[arg(long, value_name = "SECONDS", default_value_t = 120)]
    pub limit: u64,
    /// How many descriptions are generated at once; as many as there are cores by default
    #[arg(long, value_name = "N")]
    pub jobs: Option<NonZero<usize>>,
}

impl Arguments {
    /// The descriptions that `--filter` and `--shard` leave, in the order of their paths.
    pub fn chosen(&self, mut roots: Vec<Root>) -> Vec<Root> {
        roots.retain(|root| {
            self.filter.is_empty() || self.filter.iter().any(|text| root.name.contains(text))
        });
        self.shard.of(roots)
    }

    /// How many descriptions are generated at once.
    pub fn jobs(&self) -> usize {
        let jobs = self.jobs.or_else(|| thread::available_parallelism().ok());
        jobs.map_or(1, NonZero::get)
    }
}

/// One of several parts.
#[derive(Clone, Copy, Debug)]
pub struct Shard {
    index: usize,
    count: usize,
}

impl Shard {
    /// The descriptions of this part: dealt out from the largest to the smallest, so that each
    /// part takes about as long.
    fn of(self, mut roots: Vec<Root>) -> Vec<Root> {
        roots.sort_by(|a, b| b.bytes.cmp(&a.bytes).then_with(|| a.name.cmp(&b.name)));
        let mut part: Vec<Root> = roots
            .into_iter()
            .enumerate()
            .filter(|(at, _)| at % self.count == self.index)
            .map(|(_, root)| root)
            .collect();
        part.sort_by(|a, b| a.name.cmp(&b.name));
        part
    }
}

impl FromStr for Shard {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let parsed: Option<(usize, usize)> = text
            .split_once('/')
            .and_then(|(index, count)| Some((index.parse().ok()?, count.parse().ok()?)));
        match parsed {
            Some((index, count)) if 1 <= index && index <= count => Ok(Self {
                index: index - 1,
                count,
            }),
            _ => Err("not a part such as `2/4`".to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_hold_every_description_once() {
        let roots = |sizes: &[u64]| -> Vec<Root> {
            let root = |(at, bytes): (usize, &u64)| Root {
                path: PathBuf::new(),
                name: format!("{at}"),
                bytes: *bytes,
            };
            sizes.iter().enumerate().map(root).collect()
        };
        let part = |text: &str| -> Vec<String> {
            let shard: Shard = text.parse().expect("a part");
            let part = shard.of(roots(&[10, 80, 20, 90, 30]));
            part.into_iter().map(|root| root.name).collect()
        };
        assert_eq!(part("1/2"), ["0", "3", "4"]);
        assert_eq!(part("2/2"), ["1", "2"]);
    }

    #[test]
    fn a_part_is_between_one_and_the_count() {
        for text in ["0/2", "3/2", "1", "a/b", "1/0", "-1/2"] {
            assert!(text.parse::<Shard>().is_err(), "{text}");
        }
    }
}
