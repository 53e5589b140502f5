//! Numbers that no type of Rust's own holds: integers beyond 64 bits, and decimals with all their digits.

mod decimal;
mod exact;
mod integer;
mod raw;

pub use decimal::Decimal;
pub(crate) use exact::Exact;
pub use integer::Integer;
pub(crate) use raw::{TOKEN, Text};
use raw::{read_number, write_number};

use std::fmt;

/// Why a text is not such a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseNumberError(&'static str);

impl fmt::Display for ParseNumberError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.0)
    }
}

impl std::error::Error for ParseNumberError {}
