//! RFC 3339's durations as values.

use std::{fmt, ops::Deref, str::FromStr};

use jiff::Span;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{read::read_text, time};
use crate::{Model, Nesting, Own, Validate};

/// What `format: duration` becomes where the configuration says `duration`: so many years, months, days, hours and
/// smaller units, as a [`jiff::Span`], to which it derefs (RFC 3339 appendix A).
///
/// It is written in jiff's one form for each span. Two are equal when they are the same number of each unit: what a
/// month is depends on where it begins.
///
/// ```
/// use bindery::{Duration, jiff::ToSpan};
///
/// let duration: Duration = bindery::decode(br#""P1DT12H""#).unwrap();
/// assert_eq!(duration, Duration::from(1.day().hours(12)));
/// assert_eq!(duration.get_hours(), 12);
/// ```
#[derive(Clone, Copy, Default)]
pub struct Duration(Span);

impl Duration {
    /// The span.
    pub const fn span(self) -> Span {
        self.0
    }
}

impl From<Span> for Duration {
    fn from(span: Span) -> Self {
        Self(span)
    }
}

impl Deref for Duration {
    type Target = Span;

    fn deref(&self) -> &Span {
        &self.0
    }
}

impl FromStr for Duration {
    type Err = jiff::Error;

    fn from_str(text: &str) -> Result<Self, jiff::Error> {
        text.parse().map(Self)
    }
}

impl PartialEq for Duration {
    fn eq(&self, other: &Self) -> bool {
        self.0.fieldwise() == other.0.fieldwise()
    }
}

impl Eq for Duration {}

impl fmt::Display for Duration {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl fmt::Debug for Duration {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

impl Serialize for Duration {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Duration {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_text(deserializer, "a duration", time::is_duration)
    }
}

impl Model for Duration {}

impl Validate for Duration {
    type Kind = Own;
    const UNCHECKED: bool = true;
    const NESTING: Nesting = Nesting::Leaf;
}
