//! A number with all its digits.

use std::{cmp::Ordering, fmt, hash::Hash, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Exact, ParseNumberError, read_number, write_number};
use crate::{Constraint, Integer, Model, Nesting, Own, Validate};

/// A number of JSON with all its digits, where a float would round: `formats.number = "decimal"`.
///
/// It is written as it was read, and compared by value: `1.50` is equal to `1.5`.
///
/// ```
/// let price: bindery::Decimal = bindery::decode(b"0.10000000000000000001").unwrap();
/// assert_eq!(price.as_str(), "0.10000000000000000001");
/// ```
#[derive(Clone)]
pub struct Decimal {
    text: Box<str>,
    exact: Exact,
}

impl Decimal {
    fn of_text(text: &str) -> Option<Self> {
        Some(Self {
            text: text.into(),
            exact: Exact::parse(text)?,
        })
    }

    /// The number of these digits, so many of which are behind the point: `Decimal::new(202, 2)` is 2.02.
    ///
    /// ```
    /// assert_eq!(bindery::Decimal::new(-5, 3).as_str(), "-0.005");
    /// assert_eq!(bindery::Decimal::new(1, u16::MAX).as_str().len(), 65_537);
    /// ```
    pub fn new(digits: i128, scale: u16) -> Self {
        let scale = usize::from(scale);
        let sign = if digits < 0 { "-" } else { "" };
        let number = digits.unsigned_abs().to_string();
        let padded = "0".repeat((scale + 1).saturating_sub(number.len())) + &number;
        let (whole, fraction) = padded.split_at(padded.len() - scale);
        let point = if fraction.is_empty() { "" } else { "." };
        let text = format!("{sign}{whole}{point}{fraction}");
        Self::of_text(&text).unwrap_or_else(|| digits.into())
    }

    /// The number as JSON has it.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The float that is nearest.
    pub fn to_f64(&self) -> f64 {
        self.text.parse().unwrap_or(f64::NAN)
    }
}

impl FromStr for Decimal {
    type Err = ParseNumberError;

    /// Reads a number as JSON has it.
    fn from_str(text: &str) -> Result<Self, ParseNumberError> {
        Self::of_text(text).ok_or(ParseNumberError("the text is no number of JSON"))
    }
}

/// Makes a decimal of each of Rust's integers.
macro_rules! from_integer {
    ($($type:ty),*) => {$(
        impl From<$type> for Decimal {
            fn from(number: $type) -> Self {
                Self {
                    text: number.to_string().into(),
                    exact: Exact::from(number),
                }
            }
        }
    )*};
}

from_integer!(i8, i16, i32, i64, u8, u16, u32, u64, i128);

impl TryFrom<f64> for Decimal {
    type Error = ParseNumberError;

    /// The shortest decimal that gives the float back; none for what is infinite or not a number.
    fn try_from(number: f64) -> Result<Self, ParseNumberError> {
        format!("{number:e}").parse()
    }
}

impl TryFrom<Decimal> for Integer {
    type Error = ParseNumberError;

    fn try_from(decimal: Decimal) -> Result<Self, ParseNumberError> {
        decimal.text.parse()
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.exact == other.exact
    }
}

impl Eq for Decimal {}

impl Hash for Decimal {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.exact.hash(state);
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        self.exact.cmp(&other.exact)
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.text)
    }
}

impl fmt::Debug for Decimal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_number(self.text.to_string(), serializer)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_number(deserializer, "a number", Self::of_text)
    }
}

impl Model for Decimal {}

impl Validate for Decimal {
    type Kind = Own;
    const UNCHECKED: bool = true;
    const NESTING: Nesting = Nesting::Leaf;

    fn satisfies(&self, constraint: &Constraint) -> bool {
        constraint.holds_for_exact(&self.exact)
    }
}
