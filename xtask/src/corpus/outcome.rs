//! What became of one description.

use std::path::PathBuf;

use super::figures::Figures;
use super::roots::Root;

/// What became of one description.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The description.
    pub root: Root,
    /// The name of its crate, which no other description's has.
    pub package: String,
    /// The folder of its crate.
    pub folder: PathBuf,
    /// What was measured; all zero where it failed before that.
    pub figures: Figures,
    /// Why it failed, a line each. Empty where it did not.
    pub failures: Vec<String>,
}

impl Outcome {
    /// Whether nothing failed.
    pub fn passed(&self) -> bool {
        self.failures.is_empty()
    }
}
