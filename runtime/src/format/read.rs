//! Reading values whose type parses more texts than their format has.

use std::{fmt, marker::PhantomData, str::FromStr};

use jiff::{Timestamp, civil};
use serde::{Deserializer, de};

use super::time;
use crate::{Model, decode::strict};

/// Reads a value from its text; read strictly, only from one of the format.
pub(super) fn read_text<'de, T: FromStr<Err: fmt::Display>, D: Deserializer<'de>>(
    deserializer: D,
    expected: &'static str,
    is_of_format: fn(&str) -> bool,
) -> Result<T, D::Error> {
    deserializer.deserialize_str(TextVisitor {
        expected,
        is_of_format,
        value: PhantomData,
    })
}

struct TextVisitor<T> {
    expected: &'static str,
    is_of_format: fn(&str) -> bool,
    value: PhantomData<T>,
}

impl<T: FromStr<Err: fmt::Display>> de::Visitor<'_> for TextVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.expected)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        if strict::is_on() && !(self.is_of_format)(text) {
            return Err(E::invalid_value(de::Unexpected::Str(text), &self));
        }
        text.parse().map_err(E::custom)
    }
}

impl Model for Timestamp {
    fn read_from<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_text(
            deserializer,
            "a date-time such as `2024-01-31T09:30:00Z`",
            time::is_date_time,
        )
    }
}

impl Model for civil::Date {
    fn read_from<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_text(deserializer, "a date such as `2024-01-31`", time::is_date)
    }
}
