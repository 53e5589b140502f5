//! Reading an object property by property, each known name as its place in the list of names.

use std::fmt;

use serde::de::{self, IgnoredAny, MapAccess};

use super::{
    AdditionalProperties, Model, json,
    name::{Name, NameOf, PlaceOf, Search},
    slot::{Filling, NullOr, Nullable, Optional},
};
use crate::{
    Field,
    decode::{dropped, strict, trail},
};

/// Gives the properties of an object one by one, to [`Object::read`](crate::Object::read).
///
/// One of the `next` methods gives the place of the property that stands next in
/// [`Object::PROPERTIES`](crate::Object::PROPERTIES); then exactly one of [`required`](Self::required),
/// [`optional`](Self::optional), [`nullable`](Self::nullable) and [`skip`](Self::skip) reads what it holds. Of a name
/// that comes twice the last one counts; [`decode`](crate::decode()) refuses it. An error stays with the reader, which
/// then has no next property: reading itself has nothing to decide, and compiles fast.
pub trait Reader {
    /// The place of the next known property; properties of other names are dropped.
    fn next(&mut self) -> Option<usize>;

    /// The place of the next known property; properties of other names are kept in `additional`.
    fn next_keeping<K: AdditionalProperties>(&mut self, additional: &mut K) -> Option<usize>;

    /// The place of the next known property; properties of other names are dropped, and refused by
    /// [`decode`](crate::decode()), as `additionalProperties: false` has it.
    fn next_closed(&mut self) -> Option<usize>;

    /// The place of the next known property; properties of other names are kept in `additional`, and refused by
    /// [`decode`](crate::decode()).
    fn next_keeping_closed<K: AdditionalProperties>(&mut self, additional: &mut K)
    -> Option<usize>;

    /// The place of the next known property; a property of another name is an error.
    fn next_refusing(&mut self) -> Option<usize>;

    /// Reads a property that is always there.
    fn required<T: Model>(&mut self, slot: &mut Option<T>);

    /// Reads an optional property that has no null: a null is taken for absent, as many servers write it, and refused
    /// by [`decode`](crate::decode()).
    fn optional<T: Model>(&mut self, slot: &mut Option<T>);

    /// Reads an optional property that may be null.
    fn nullable<T: Model>(&mut self, slot: &mut Field<T>);

    /// Passes over a value.
    fn skip(&mut self);

    /// Says that the required property of this name is not there.
    fn missing(&mut self, name: &'static str);
}

/// The properties of an object that any deserializer reads.
pub(super) struct Properties<A, E> {
    map: A,
    names: &'static [&'static str],
    /// The place after the one read last: servers write properties in the order of their schema.
    expected: usize,
    error: Option<E>,
}

impl<'de, A: MapAccess<'de>> Reader for Properties<A, A::Error> {
    #[inline]
    fn next(&mut self) -> Option<usize> {
        while self.error.is_none() {
            match self.map.next_key_seed(PlaceOf(self.search())) {
                Ok(Some(Some(place))) => return Some(self.found(place)),
                Ok(Some(None)) => self.pass_over(),
                Ok(None) => return None,
                Err(error) => return self.fail(error),
            }
        }
        None
    }

    #[inline]
    fn next_keeping<K: AdditionalProperties>(&mut self, additional: &mut K) -> Option<usize> {
        self.keep_others(additional, false)
    }

    #[inline]
    fn next_closed(&mut self) -> Option<usize> {
        if strict::is_on() {
            return self.next_refusing();
        }
        while self.error.is_none() {
            match self.map.next_key_seed(PlaceOf(self.search())) {
                Ok(Some(Some(place))) => return Some(self.found(place)),
                Ok(Some(None)) => {
                    dropped::add(1);
                    self.pass_over();
                }
                Ok(None) => return None,
                Err(error) => return self.fail(error),
            }
        }
        None
    }

    #[inline]
    fn next_keeping_closed<K: AdditionalProperties>(
        &mut self,
        additional: &mut K,
    ) -> Option<usize> {
        if strict::is_on() {
            return self.next_refusing();
        }
        self.keep_others(additional, true)
    }

    #[inline]
    fn next_refusing(&mut self) -> Option<usize> {
        if self.error.is_some() {
            return None;
        }
        match self.map.next_key_seed(NameOf(self.search())) {
            Ok(Some(Name::Known(place))) => Some(self.found(place)),
            Ok(Some(Name::Unknown(name))) => self.refuse(&name),
            Ok(None) => None,
            Err(error) => self.fail(error),
        }
    }

    #[inline]
    fn required<T: Model>(&mut self, slot: &mut Option<T>) {
        let again = slot.is_some();
        let read = self.map.next_value_seed(Filling(slot));
        self.settle(read, again);
    }

    #[inline]
    fn optional<T: Model>(&mut self, slot: &mut Option<T>) {
        let again = slot.is_some();
        let read = self.map.next_value_seed(Optional(slot));
        self.settle_optional(read, again);
    }

    #[inline]
    fn nullable<T: Model>(&mut self, slot: &mut Field<T>) {
        let again = !slot.is_absent();
        let read = self.map.next_value_seed(Nullable(slot));
        self.settle(read, again);
    }

    fn skip(&mut self) {
        self.pass_over();
    }

    #[cold]
    fn missing(&mut self, name: &'static str) {
        if self.error.is_none() {
            self.error = Some(de::Error::custom(Missing(name)));
        }
    }
}

impl<'de, A: MapAccess<'de>> Properties<A, A::Error> {
    pub(super) const fn new(map: A, names: &'static [&'static str]) -> Self {
        Self {
            map,
            names,
            expected: 0,
            error: None,
        }
    }

    /// The object that was read, or the first error.
    pub(super) fn finish<T>(self, object: Option<T>) -> Result<T, A::Error> {
        match (self.error, object) {
            (None, Some(object)) => Ok(object),
            (Some(error), _) => Err(error),
            (None, None) => Err(de::Error::custom("the object was not read to its end")),
        }
    }

    /// Keeps properties that have no place up to one that has; of a closed object they are counted.
    #[inline]
    fn keep_others<K: AdditionalProperties>(
        &mut self,
        additional: &mut K,
        is_closed: bool,
    ) -> Option<usize> {
        while self.error.is_none() {
            match self.map.next_key_seed(NameOf(self.search())) {
                Ok(Some(Name::Known(place))) => return Some(self.found(place)),
                Ok(Some(Name::Unknown(name))) => {
                    self.error = additional.keep(name, &mut self.map).err();
                    if is_closed {
                        dropped::add(1);
                    }
                }
                Ok(None) => return None,
                Err(error) => return self.fail(error),
            }
        }
        None
    }

    /// Notes what went wrong with the property read last.
    #[inline]
    fn settle(&mut self, read: Result<(), A::Error>, again: bool) {
        match read {
            Ok(()) if again => self.meet_again(),
            Ok(()) => {}
            Err(error) => self.fail_within(error),
        }
    }

    /// The same, where it is optional and was a null or not.
    #[inline]
    fn settle_optional(&mut self, read: Result<NullOr, A::Error>, again: bool) {
        match read {
            Ok(NullOr::Null) if strict::is_on() => self.refuse_null(),
            Ok(NullOr::Null | NullOr::Value) => self.settle(Ok(()), again),
            Err(error) => self.fail_within(error),
        }
    }

    fn pass_over(&mut self) {
        self.error = self.map.next_value::<IgnoredAny>().err();
    }

    #[cold]
    fn fail(&mut self, error: A::Error) -> Option<usize> {
        self.error = Some(error);
        None
    }

    /// The value of the property read last could not be read.
    #[cold]
    fn fail_within(&mut self, error: A::Error) {
        trail::step(self.last());
        self.error = Some(error);
    }

    /// The name of the property read last.
    fn last(&self) -> &'static str {
        let place = self.expected.checked_sub(1);
        place
            .and_then(|place| self.names.get(place))
            .unwrap_or(&"?")
    }

    #[cold]
    fn refuse(&mut self, name: &str) -> Option<usize> {
        trail::step(name);
        let names = self.names;
        self.fail(de::Error::custom(Refused { name, names }))
    }

    /// The property read last had been read before.
    #[cold]
    fn meet_again(&mut self) {
        if strict::is_on() {
            self.error = Some(json::stands_twice(self.last()));
        }
    }

    #[cold]
    fn refuse_null(&mut self) {
        let name = self.last();
        trail::step(name);
        self.error = Some(de::Error::custom(strict::NullRefused(name)));
    }

    const fn search(&self) -> Search {
        Search {
            names: self.names,
            expected: self.expected,
        }
    }

    const fn found(&mut self, place: usize) -> usize {
        self.expected = place + 1;
        place
    }
}

/// The error for a required property that is not there.
struct Missing(&'static str);

impl fmt::Display for Missing {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "missing property `{}`", self.0)
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
