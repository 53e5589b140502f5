//! Any integer.

use std::{cmp::Ordering, fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Exact, ParseNumberError, read_number, write_number};
use crate::{Constraint, Model, Nesting, Own, Validate};

/// An integer of any size: what `type: integer` says where no format bounds it. A number without a fraction is one,
/// however it is written (JSON Schema 2020-12 core §4.2.3).
///
/// ```
/// let integer: bindery::Integer = bindery::decode(b"1.0").unwrap();
/// assert_eq!(integer, 1.into());
/// assert_eq!(i64::try_from(integer), Ok(1));
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Integer(Repr);

#[derive(Clone, PartialEq, Eq, Hash)]
enum Repr {
    Small(i128),
    /// One that is not small.
    Large(Box<Exact>),
}

impl Integer {
    fn of_text(text: &str) -> Option<Self> {
        // What most integers are written like.
        if let Ok(small) = text.parse::<i64>()
            && !text.starts_with('+')
        {
            return Some(Self::from(small));
        }
        let exact = Exact::parse(text).filter(Exact::is_integer)?;
        Some(Self(match exact.to_i128() {
            Some(small) => Repr::Small(small),
            None => Repr::Large(Box::new(exact)),
        }))
    }

    fn to_exact(&self) -> Exact {
        match &self.0 {
            Repr::Small(small) => Exact::from(*small),
            Repr::Large(exact) => (**exact).clone(),
        }
    }
}

/// Makes an integer of each of Rust's, and each of Rust's of one that it holds.
macro_rules! converted {
    ($($type:ty),*) => {$(
        impl From<$type> for Integer {
            fn from(number: $type) -> Self {
                Self(Repr::Small(number.into()))
            }
        }

        impl TryFrom<Integer> for $type {
            type Error = ParseNumberError;

            fn try_from(integer: Integer) -> Result<Self, ParseNumberError> {
                let small = match integer.0 {
                    Repr::Small(small) => Self::try_from(small).ok(),
                    Repr::Large(_) => None,
                };
                small.ok_or(ParseNumberError("the integer is beyond the type"))
            }
        }
    )*};
}

converted!(i8, i16, i32, i64, u8, u16, u32, u64, i128);

impl FromStr for Integer {
    type Err = ParseNumberError;

    fn from_str(text: &str) -> Result<Self, ParseNumberError> {
        Self::of_text(text).ok_or(ParseNumberError("the text is no integer"))
    }
}

impl fmt::Display for Integer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Repr::Small(small) => small.fmt(formatter),
            Repr::Large(exact) => exact.fmt(formatter),
        }
    }
}

impl fmt::Debug for Integer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

impl Default for Integer {
    fn default() -> Self {
        Self::from(0_i64)
    }
}

impl Ord for Integer {
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (Repr::Small(one), Repr::Small(other)) => one.cmp(other),
            _ => self.to_exact().cmp(&other.to_exact()),
        }
    }
}

impl PartialOrd for Integer {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Serialize for Integer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Repr::Small(small) => match (i64::try_from(*small), u64::try_from(*small)) {
                (Ok(small), _) => serializer.serialize_i64(small),
                (Err(_), Ok(small)) => serializer.serialize_u64(small),
                (Err(_), Err(_)) => write_number(small.to_string(), serializer),
            },
            Repr::Large(exact) => write_number(exact.to_string(), serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Integer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_number(deserializer, "an integer", Self::of_text)
    }
}

impl Model for Integer {}

impl Validate for Integer {
    type Kind = Own;
    const UNCHECKED: bool = true;
    const NESTING: Nesting = Nesting::Leaf;

    fn satisfies(&self, constraint: &Constraint) -> bool {
        match &self.0 {
            Repr::Small(small) => constraint.holds_for_integer(*small),
            Repr::Large(exact) => constraint.holds_for_exact(exact),
        }
    }
}
