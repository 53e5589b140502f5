//! The listing of an object's properties, and who listens to it: encoding, validation, and the search for what is there.

use std::collections::BTreeMap;

use serde::ser::SerializeMap;

use super::{AdditionalProperties, Model, write_place};
use crate::{
    Checker, Constraint, Field, Validate,
    validate::{Segment, constrain_all},
};

/// Is told each property of an object, in order, by [`Object::visit`](crate::Object::visit). What goes wrong stays with
/// the visitor, which then passes over the rest: the listing itself has nothing to decide, and compiles fast.
pub trait Visitor {
    /// The constraints that the property told next has to keep, or its elements, beside those of its type.
    fn constrain(&mut self, constraints: &'static [Constraint]) -> &mut Self;

    /// A property that is always there.
    fn required<T: Model>(&mut self, name: &'static str, value: &T);

    /// A property that is there when it has a value.
    fn optional<T: Model>(&mut self, name: &'static str, value: &Option<T>) {
        match value {
            Some(value) => self.required(name, value),
            None => self.absent(),
        }
    }

    /// A property that may be absent, null or a value.
    fn nullable<T: Model>(&mut self, name: &'static str, value: &Field<T>) {
        match value {
            Field::Absent => self.absent(),
            Field::Null | Field::Value(_) => self.required(name, value),
        }
    }

    /// A property that is not there.
    fn absent(&mut self) {
        self.constrain(&[]);
    }

    /// The properties that the schema does not name.
    fn additional<K: AdditionalProperties>(&mut self, properties: &K);
}

/// Writes each property as an entry of a map.
pub(super) struct Encoding<M: SerializeMap> {
    map: M,
    names: &'static [&'static str],
    written: Result<(), M::Error>,
}

impl<M: SerializeMap> Encoding<M> {
    pub(super) const fn new(map: M, names: &'static [&'static str]) -> Self {
        Self {
            map,
            names,
            written: Ok(()),
        }
    }

    /// Writes entries that hold a `T`, unless an entry before met an error.
    #[inline]
    fn write<T: Validate>(&mut self, entries: impl FnOnce(&mut M) -> Result<(), M::Error>) {
        if self.written.is_ok()
            && let Err(error) = write_place::<T, _, _>(|| entries(&mut self.map))
        {
            self.written = Err(error);
        }
    }

    /// Ends the map, or gives the error that the first entry met.
    pub(super) fn finish(self) -> Result<M::Ok, M::Error> {
        match self.written {
            Ok(()) => self.map.end(),
            Err(error) => Err(error),
        }
    }
}

impl<M: SerializeMap> Visitor for Encoding<M> {
    fn constrain(&mut self, _: &'static [Constraint]) -> &mut Self {
        self
    }

    fn required<T: Model>(&mut self, name: &'static str, value: &T) {
        self.write::<T>(|map| map.serialize_entry(name, value));
    }

    /// A name that the schema gives to a property of its own is left out: no name is written twice.
    fn additional<K: AdditionalProperties>(&mut self, properties: &K) {
        let names = self.names;
        self.write::<BTreeMap<String, K::Value>>(|map| {
            properties
                .iter()
                .filter(|(name, _)| !names.contains(name))
                .try_for_each(|(name, value)| map.serialize_entry(name, value))
        });
    }
}

/// Checks each property: what its type asks for, then what this place asks for.
pub(super) struct Validation<'c> {
    pub(super) checker: &'c mut Checker,
    pub(super) constraints: &'static [Constraint],
}

impl Validation<'_> {
    fn property<T: Validate>(&mut self, segment: Segment, value: &T) {
        let constraints = std::mem::take(&mut self.constraints);
        if T::UNCHECKED && constraints.is_empty() {
            return;
        }
        if self.checker.enter_within(segment) {
            value.check(self.checker);
            constrain_all(value, constraints, self.checker);
            self.checker.leave();
        }
    }
}

impl Visitor for Validation<'_> {
    fn constrain(&mut self, constraints: &'static [Constraint]) -> &mut Self {
        self.constraints = constraints;
        self
    }

    fn required<T: Model>(&mut self, name: &'static str, value: &T) {
        self.property(Segment::Property(name), value);
    }

    fn additional<K: AdditionalProperties>(&mut self, properties: &K) {
        let constraints = self.constraints;
        if K::Value::UNCHECKED && constraints.is_empty() {
            return;
        }
        for (name, value) in properties.iter() {
            self.constraints = constraints;
            self.property(Segment::Key(name.to_owned()), value);
        }
        self.absent();
    }
}

/// Gathers the names of the properties that are there; or looks at the value of one, where a constraint names it.
pub(super) struct Presence {
    names: Vec<String>,
    /// The property to look at, and what its value has to keep.
    asked: Option<(&'static str, Constraint)>,
    /// Whether it does.
    is_kept: bool,
}

impl Presence {
    /// What a constraint asks for.
    pub(super) const fn of(constraint: &Constraint) -> Self {
        let asked = match constraint {
            Constraint::Discriminator(tag) => Some((tag.property(), Constraint::Tag(*tag))),
            _ => None,
        };
        Self {
            names: Vec::new(),
            asked,
            is_kept: true,
        }
    }

    /// Whether what was found keeps the constraint.
    pub(super) fn keeps(&self, constraint: &Constraint) -> bool {
        let names: Vec<&str> = self.names.iter().map(String::as_str).collect();
        self.is_kept && constraint.holds_for_properties(&names)
    }

    fn property<T: Validate>(&mut self, name: &str, value: &T) {
        match &self.asked {
            Some((asked, constraint)) if *asked == name => {
                self.is_kept = value.satisfies(constraint);
            }
            Some(_) => {}
            None => self.names.push(name.to_owned()),
        }
    }
}

impl Visitor for Presence {
    fn constrain(&mut self, _: &'static [Constraint]) -> &mut Self {
        self
    }

    fn required<T: Model>(&mut self, name: &'static str, value: &T) {
        self.property(name, value);
    }

    fn additional<K: AdditionalProperties>(&mut self, properties: &K) {
        for (name, value) in properties.iter() {
            self.property(name, value);
        }
    }
}
