//! What is measured of one description.

use serde::{Deserialize, Serialize};

/// What is measured of one description.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Figures {
    /// The operations that were generated.
    pub operations: usize,
    /// The types that were generated.
    pub types: usize,
    /// The operations that were left out.
    pub skipped: usize,
    /// The warnings.
    pub warnings: usize,
    /// The time from the description's file to the crate's files.
    pub milliseconds: f64,
    /// The lines of Rust.
    pub lines: usize,
    /// The most memory that was held, where the system tells.
    pub peak_kilobytes: Option<u64>,
    /// The time that the crate `openapiv3` needs to parse the text: JSON of OpenAPI 3.0 only.
    pub parse_milliseconds: Option<f64>,
    /// Why nothing was generated; empty where something was.
    pub errors: Vec<String>,
}

impl Figures {
    /// How many times longer generating takes than `openapiv3`'s parsing.
    pub fn ratio(&self) -> Option<f64> {
        let parse = self.parse_milliseconds.filter(|parse| *parse > 0.0)?;
        Some(self.milliseconds / parse)
    }
}
