//! Places that values are read into. What reads them comes once for each type all the same; but it gives nothing back
//! that it would have to drop where something fails, and is the smaller for it.

use std::fmt;

use serde::{
    Deserializer,
    de::{self, DeserializeSeed},
};

use super::Model;
use crate::Field;

/// Reads a value into a place.
pub(super) struct Filling<'s, T>(pub(super) &'s mut Option<T>);

impl<'de, T: Model> DeserializeSeed<'de> for Filling<'_, T> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        fill(deserializer, self.0)
    }
}

/// Reads a value into a place, which then holds one.
#[inline]
fn fill<'de, T: Model, D: Deserializer<'de>>(
    deserializer: D,
    slot: &mut Option<T>,
) -> Result<(), D::Error> {
    match T::read_from(deserializer) {
        Ok(value) => {
            *slot = Some(value);
            Ok(())
        }
        Err(error) => Err(error),
    }
}

/// What was read into a place.
#[inline]
pub(super) fn taken<T, E: de::Error>(slot: Option<T>) -> Result<T, E> {
    match slot {
        Some(value) => Ok(value),
        None => Err(E::custom("the value was not read to its end")),
    }
}

/// What a value was that may be null.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NullOr {
    Null,
    Value,
}

/// Reads a value or a null into a place, which a null empties.
pub(super) struct Optional<'s, T>(pub(super) &'s mut Option<T>);

impl<'de, T: Model> DeserializeSeed<'de> for Optional<'_, T> {
    type Value = NullOr;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<NullOr, D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de, T: Model> de::Visitor<'de> for Optional<'_, T> {
    type Value = NullOr;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("option")
    }

    #[inline]
    fn visit_none<E: de::Error>(self) -> Result<NullOr, E> {
        *self.0 = None;
        Ok(NullOr::Null)
    }

    #[inline]
    fn visit_unit<E: de::Error>(self) -> Result<NullOr, E> {
        self.visit_none()
    }

    #[inline]
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<NullOr, D::Error> {
        match fill(deserializer, self.0) {
            Ok(()) => Ok(NullOr::Value),
            Err(error) => Err(error),
        }
    }
}

/// Reads a value or a null into a field.
pub(super) struct Nullable<'s, T>(pub(super) &'s mut Field<T>);

impl<'de, T: Model> DeserializeSeed<'de> for Nullable<'_, T> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de, T: Model> de::Visitor<'de> for Nullable<'_, T> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("option")
    }

    #[inline]
    fn visit_none<E: de::Error>(self) -> Result<(), E> {
        *self.0 = Field::Null;
        Ok(())
    }

    #[inline]
    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        self.visit_none()
    }

    #[inline]
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match T::read_from(deserializer) {
            Ok(value) => {
                *self.0 = Field::Value(value);
                Ok(())
            }
            Err(error) => Err(error),
        }
    }
}
