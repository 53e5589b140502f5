//! Reading the name of a property as its place in the list of names.

use std::fmt;

use serde::{
    Deserializer,
    de::{self, DeserializeSeed},
};

/// Where to look for a name, and where to look first.
#[derive(Clone, Copy)]
pub(super) struct Search {
    pub(super) names: &'static [&'static str],
    pub(super) expected: usize,
}

impl Search {
    #[inline]
    fn place(self, name: &str) -> Option<usize> {
        match self.names.get(self.expected) {
            Some(expected) if *expected == name => Some(self.expected),
            Some(_) | None => self.search(name),
        }
    }

    /// Looks from the expected place to the end, then from the beginning: optional properties are left out more often
    /// than properties come in another order.
    fn search(self, name: &str) -> Option<usize> {
        let places = (self.expected..self.names.len()).chain(0..self.expected);
        places
            .into_iter()
            .find(|place| self.names.get(*place).is_some_and(|known| *known == name))
    }
}

/// Reads a name as its place, without keeping the name.
pub(super) struct PlaceOf(pub(super) Search);

impl<'de> DeserializeSeed<'de> for PlaceOf {
    type Value = Option<usize>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl de::Visitor<'_> for PlaceOf {
    type Value = Option<usize>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a property name")
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<Self::Value, E> {
        Ok(self.0.place(name))
    }
}

/// A property's name: its place, or the name itself where it has none.
pub(super) enum Name {
    Known(usize),
    Unknown(String),
}

/// Reads a name as its place, and keeps one that has none.
pub(super) struct NameOf(pub(super) Search);

impl<'de> DeserializeSeed<'de> for NameOf {
    type Value = Name;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Name, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl de::Visitor<'_> for NameOf {
    type Value = Name;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a property name")
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<Name, E> {
        Ok(self
            .0
            .place(name)
            .map_or_else(|| Name::Unknown(name.to_owned()), Name::Known))
    }
}
