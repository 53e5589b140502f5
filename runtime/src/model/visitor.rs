//! The listing of an object's properties, and who listens to it: encoding, validation, and the search for what is there.

use serde::{Serialize, ser::SerializeMap};

use super::AdditionalProperties;
use crate::{
    Checker, Constraint, Field, Validate,
    validate::{Segment, constrain_all},
};

/// Is told each property of an object, in order, by [`Object::visit`](crate::Object::visit).
pub trait Visitor {
    /// What ends the listing early.
    type Error;

    /// The constraints that the property told next has to keep, or its elements, beside those of its type.
    fn constrain(&mut self, constraints: &'static [Constraint]) -> &mut Self;

    /// A property that is always there.
    fn required<T: Serialize + Validate>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), Self::Error>;

    /// A property that is there when it has a value.
    fn optional<T: Serialize + Validate>(
        &mut self,
        name: &'static str,
        value: &Option<T>,
    ) -> Result<(), Self::Error> {
        match value {
            Some(value) => self.required(name, value),
            None => self.absent(),
        }
    }

    /// A property that may be absent, null or a value.
    fn nullable<T: Serialize + Validate>(
        &mut self,
        name: &'static str,
        value: &Field<T>,
    ) -> Result<(), Self::Error> {
        match value {
            Field::Absent => self.absent(),
            Field::Null | Field::Value(_) => self.required(name, value),
        }
    }

    /// A property that is not there.
    fn absent(&mut self) -> Result<(), Self::Error> {
        self.constrain(&[]);
        Ok(())
    }

    /// The properties that the schema does not name.
    fn additional<K: AdditionalProperties>(&mut self, properties: &K) -> Result<(), Self::Error>;
}

/// Writes each property as an entry of a map.
pub(super) struct Encoding<M> {
    pub(super) map: M,
    pub(super) names: &'static [&'static str],
}

impl<M: SerializeMap> Visitor for Encoding<M> {
    type Error = M::Error;

    fn constrain(&mut self, _: &'static [Constraint]) -> &mut Self {
        self
    }

    fn required<T: Serialize + Validate>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), M::Error> {
        self.map.serialize_entry(name, value)
    }

    /// A name that the schema gives to a property of its own is left out: no name is written twice.
    fn additional<K: AdditionalProperties>(&mut self, properties: &K) -> Result<(), M::Error> {
        properties
            .iter()
            .filter(|(name, _)| !self.names.contains(name))
            .try_for_each(|(name, value)| self.map.serialize_entry(name, value))
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
        self.checker.within(segment, |checker| {
            value.check(checker);
            constrain_all(value, constraints, checker);
        });
    }
}

impl Visitor for Validation<'_> {
    type Error = std::convert::Infallible;

    fn constrain(&mut self, constraints: &'static [Constraint]) -> &mut Self {
        self.constraints = constraints;
        self
    }

    fn required<T: Serialize + Validate>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), Self::Error> {
        self.property(Segment::Property(name), value);
        Ok(())
    }

    fn additional<K: AdditionalProperties>(&mut self, properties: &K) -> Result<(), Self::Error> {
        let constraints = self.constraints;
        for (name, value) in properties.iter() {
            self.constraints = constraints;
            self.property(Segment::Key(name.to_owned()), value);
        }
        self.absent()
    }
}

/// Gathers the names of the properties that are there.
#[derive(Default)]
pub(super) struct Presence {
    pub(super) names: Vec<String>,
}

impl Visitor for Presence {
    type Error = std::convert::Infallible;

    fn constrain(&mut self, _: &'static [Constraint]) -> &mut Self {
        self
    }

    fn required<T: Serialize + Validate>(
        &mut self,
        name: &'static str,
        _: &T,
    ) -> Result<(), Self::Error> {
        self.names.push(name.to_owned());
        Ok(())
    }

    fn additional<K: AdditionalProperties>(&mut self, properties: &K) -> Result<(), Self::Error> {
        self.names
            .extend(properties.iter().map(|(name, _)| name.to_owned()));
        Ok(())
    }
}
