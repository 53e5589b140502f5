//! Reading an object property by property, each known name as its place in the list of names.

use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{self, DeserializeSeed, IgnoredAny, MapAccess},
};

use super::AdditionalProperties;
use crate::{Field, decode::strict};

/// The properties of a JSON object that is being read.
///
/// One of the three `next` methods gives the place of the property that stands next in
/// [`Object::PROPERTIES`](crate::Object::PROPERTIES); then exactly one of [`value`](Self::value),
/// [`optional`](Self::optional), [`nullable`](Self::nullable) and [`skip`](Self::skip) reads what it holds. Of a name
/// that comes twice the last one counts.
pub struct Properties<A> {
    map: A,
    names: &'static [&'static str],
    /// The place after the one read last: servers write properties in the order of their schema.
    expected: usize,
}

impl<A> fmt::Debug for Properties<A> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Properties")
            .field("names", &self.names)
            .finish_non_exhaustive()
    }
}

impl<'de, A: MapAccess<'de>> Properties<A> {
    pub(super) const fn new(map: A, names: &'static [&'static str]) -> Self {
        Self {
            map,
            names,
            expected: 0,
        }
    }

    /// The place of the next known property; properties of other names are dropped.
    #[expect(
        clippy::should_implement_trait,
        reason = "an iterator could not read the value in between"
    )]
    pub fn next(&mut self) -> Result<Option<usize>, A::Error> {
        while let Some(place) = self.map.next_key_seed(PlaceOf(self.search()))? {
            if place.is_some() {
                return Ok(self.found(place));
            }
            self.skip()?;
        }
        Ok(None)
    }

    /// The place of the next known property; properties of other names are kept in `additional`.
    pub fn next_keeping<K>(&mut self, additional: &mut K) -> Result<Option<usize>, A::Error>
    where
        K: AdditionalProperties,
        K::Value: Deserialize<'de>,
    {
        while let Some(name) = self.map.next_key_seed(NameOf(self.search()))? {
            match name {
                Name::Known(place) => return Ok(self.found(Some(place))),
                Name::Unknown(name) => additional.keep(name, &mut self.map)?,
            }
        }
        Ok(None)
    }

    /// The place of the next known property; a property of another name is an error, as `additionalProperties: false`
    /// has it.
    pub fn next_refusing(&mut self) -> Result<Option<usize>, A::Error> {
        let Some(name) = self.map.next_key_seed(NameOf(self.search()))? else {
            return Ok(None);
        };
        match name {
            Name::Known(place) => Ok(self.found(Some(place))),
            Name::Unknown(name) => Err(de::Error::custom(Refused {
                name: &name,
                names: self.names,
            })),
        }
    }

    /// The value of a property, read as it is.
    pub fn value<T: Deserialize<'de>>(&mut self) -> Result<Option<T>, A::Error> {
        self.map.next_value().map(Some)
    }

    /// The value of an optional property that has no null: a null is taken for absent, as many servers write it, and
    /// refused by [`decode`](crate::decode()).
    pub fn optional<T: Deserialize<'de>>(&mut self) -> Result<Option<T>, A::Error> {
        match self.map.next_value()? {
            None if strict::is_on() => Err(self.null_refused()),
            value => Ok(value),
        }
    }

    /// The value of an optional property that may be null.
    pub fn nullable<T: Deserialize<'de>>(&mut self) -> Result<Field<T>, A::Error> {
        self.map.next_value()
    }

    /// Passes over a value.
    pub fn skip(&mut self) -> Result<(), A::Error> {
        self.map.next_value::<IgnoredAny>().map(drop)
    }

    /// The value of the required property at this place, or an error that names it.
    pub fn required<T>(&self, place: usize, value: Option<T>) -> Result<T, A::Error> {
        value.ok_or_else(|| self.missing(place))
    }

    #[cold]
    fn missing(&self, place: usize) -> A::Error {
        de::Error::missing_field(self.names.get(place).unwrap_or(&"?"))
    }

    #[cold]
    fn null_refused(&self) -> A::Error {
        let name = self
            .expected
            .checked_sub(1)
            .and_then(|place| self.names.get(place))
            .unwrap_or(&"?");
        de::Error::custom(strict::NullRefused(name))
    }

    const fn search(&self) -> Search {
        Search {
            names: self.names,
            expected: self.expected,
        }
    }

    fn found(&mut self, place: Option<usize>) -> Option<usize> {
        self.expected = place.map_or(0, |place| place + 1);
        place
    }
}

/// Where to look for a name, and where to look first.
#[derive(Clone, Copy)]
struct Search {
    names: &'static [&'static str],
    expected: usize,
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
struct PlaceOf(Search);

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
enum Name {
    Known(usize),
    Unknown(String),
}

/// Reads a name as its place, and keeps one that has none.
struct NameOf(Search);

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

/// The error for a property that the schema neither names nor admits.
struct Refused<'a> {
    name: &'a str,
    names: &'static [&'static str],
}

impl fmt::Display for Refused<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "unknown property `{}`, expected ", self.name)?;
        match self.names {
            [] => formatter.write_str("none"),
            names => write!(formatter, "one of `{}`", names.join("`, `")),
        }
    }
}
