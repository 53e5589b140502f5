//! The listing of an object's properties, and who listens to it: encoding, validation, and the search for what is
//! there.

use std::mem;

use serde::{Serialize, Serializer, ser::SerializeMap};

use super::{AdditionalProperties, Level, Model, Nesting, Object};
use crate::{
    Checker, Constraint, Field, Validate,
    validate::{Checked, Segment, check_part},
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
            Field::Null => self.required(name, &None::<()>),
            Field::Value(value) => self.required(name, value),
        }
    }

    /// A property that is not there.
    fn absent(&mut self) {
        self.constrain(&[]);
    }

    /// The properties that the schema does not name.
    fn additional<K: AdditionalProperties>(&mut self, properties: &K);
}

/// What tells its properties, whatever its type: what listens is compiled once.
pub(super) trait Told<V> {
    fn tell(&self, visitor: &mut V);
}

impl<T: Object, V: Visitor> Told<V> for &T {
    fn tell(&self, visitor: &mut V) {
        self.visit(visitor);
    }
}

/// Writes each property as an entry of a map.
pub(super) struct Encoding<M: SerializeMap> {
    map: M,
    names: &'static [&'static str],
    written: Result<(), M::Error>,
}

impl<M: SerializeMap> Encoding<M> {
    /// Writes the entries that are told.
    #[inline]
    pub(super) fn encode<S: Serializer<SerializeMap = M, Ok = M::Ok, Error = M::Error>>(
        serializer: S,
        names: &'static [&'static str],
        object: &dyn Told<Self>,
    ) -> Result<M::Ok, M::Error> {
        let mut encoding = Self::new(serializer.serialize_map(None)?, names);
        object.tell(&mut encoding);
        encoding.finish()
    }

    const fn new(map: M, names: &'static [&'static str]) -> Self {
        Self {
            map,
            names,
            written: Ok(()),
        }
    }

    /// One level more, until it is dropped; none where an entry before met an error, or this is too deep.
    fn enter(&mut self) -> Option<Level> {
        if self.written.is_err() {
            return None;
        }
        Level::enter()
            .map_err(|error| self.written = Err(error))
            .ok()
    }

    /// Writes the name of an entry, unless an entry before met an error, and says whether its value comes next.
    #[inline]
    fn begin(&mut self, name: &str) -> bool {
        if self.written.is_err() {
            return false;
        }
        match self.map.serialize_key(name) {
            Ok(()) => true,
            Err(error) => self.fail(error),
        }
    }

    /// Writes an entry.
    #[inline]
    fn write<T: Serialize>(&mut self, name: &str, value: &T) {
        if self.begin(name) {
            let written = self.map.serialize_value(value);
            self.end_entry(written);
        }
    }

    /// Ends an entry, or keeps why its value was not written.
    #[inline]
    fn end_entry(&mut self, written: Result<(), M::Error>) {
        if let Err(error) = written {
            self.fail(error);
        }
    }

    /// Keeps an error, and says that nothing comes next.
    #[cold]
    fn fail(&mut self, error: M::Error) -> bool {
        self.written = Err(error);
        false
    }

    /// Ends the map, or gives the error that the first entry met.
    fn finish(self) -> Result<M::Ok, M::Error> {
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
        if const { matches!(T::NESTING, Nesting::Leaf) } {
            return self.write(name, value);
        }
        if let Some(_level) = self.enter() {
            self.write(name, value);
        }
    }

    /// A name that the schema gives to a property of its own is left out: no name is written twice.
    fn additional<K: AdditionalProperties>(&mut self, properties: &K) {
        let _level = if const { matches!(K::Value::NESTING, Nesting::Leaf) } {
            None
        } else {
            self.enter()
        };
        for (name, value) in properties.iter() {
            if !self.names.contains(&name) {
                self.write(name, value);
            }
        }
    }
}

/// Checks each property: what its type asks for, then what this place asks for.
pub(super) struct Validation<'c> {
    pub(super) checker: &'c mut Checker,
    pub(super) constraints: &'static [Constraint],
}

impl Validation<'_> {
    #[inline]
    fn property(&mut self, segment: Segment, value: &dyn Checked, is_unchecked: bool) {
        let constraints = mem::take(&mut self.constraints);
        if !is_unchecked || !constraints.is_empty() {
            check_part(value, segment, constraints, self.checker);
        }
    }
}

impl Visitor for Validation<'_> {
    fn constrain(&mut self, constraints: &'static [Constraint]) -> &mut Self {
        self.constraints = constraints;
        self
    }

    fn required<T: Model>(&mut self, name: &'static str, value: &T) {
        self.property(Segment::Property(name), &value, T::UNCHECKED);
    }

    fn additional<K: AdditionalProperties>(&mut self, properties: &K) {
        let constraints = self.constraints;
        if K::Value::UNCHECKED && constraints.is_empty() {
            return;
        }
        for (name, value) in properties.iter() {
            self.constraints = constraints;
            self.property(Segment::Key(name.to_owned()), &value, K::Value::UNCHECKED);
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
    /// Whether the object whose properties are told keeps a constraint.
    pub(super) fn keeps(constraint: &Constraint, object: &dyn Told<Self>) -> bool {
        let mut presence = Self::of(constraint);
        object.tell(&mut presence);
        let names: Vec<&str> = presence.names.iter().map(String::as_str).collect();
        presence.is_kept && constraint.holds_for_properties(&names)
    }

    /// What a constraint asks for.
    const fn of(constraint: &Constraint) -> Self {
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

    fn property(&mut self, name: &str, value: &dyn Checked) {
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
        self.property(name, &value);
    }

    fn additional<K: AdditionalProperties>(&mut self, properties: &K) {
        for (name, value) in properties.iter() {
            self.property(name, &value);
        }
    }
}
