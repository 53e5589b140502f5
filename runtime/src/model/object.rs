//! A generated struct: one way in, one listing out, and serde and validation through them.

use std::{fmt, marker::PhantomData};

use serde::{
    Deserializer, Serializer,
    de::{self, MapAccess},
    ser::SerializeMap,
};

use super::{
    Properties, Visitor,
    visitor::{Encoding, Presence, Validation},
};
use crate::{Checker, Constraint, Validate, validate::constrain_all};

/// A struct that stands for an object schema with properties (JSON Schema 2020-12 core §10.3.2.1).
///
/// [`object!`](crate::object!) gives it `Serialize`, `Deserialize` and [`Validate`](crate::Validate).
pub trait Object: Sized {
    /// The names of the properties as they stand in JSON, in the order of the schema.
    const PROPERTIES: &'static [&'static str];

    /// What the object as a whole has to keep: how many properties, and which together.
    const CONSTRAINTS: &'static [Constraint] = &[];

    /// Reads the object from its properties.
    fn read<'de, A: MapAccess<'de>>(map: Properties<A>) -> Result<Self, A::Error>;

    /// Tells each property to the visitor, in order.
    fn visit<V: Visitor>(&self, visitor: &mut V) -> Result<(), V::Error>;
}

/// Implements `Serialize`, `Deserialize` and [`Validate`](crate::Validate) for a type that is an [`Object`].
#[macro_export]
macro_rules! object {
    ($type:ty) => {
        impl $crate::serde::Serialize for $type {
            fn serialize<S: $crate::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::private::write_object(self, serializer)
            }
        }

        impl<'de> $crate::serde::Deserialize<'de> for $type {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::private::read_object(deserializer)
            }
        }

        impl $crate::Validate for $type {
            fn check(&self, checker: &mut $crate::Checker) {
                $crate::private::check_object(self, checker);
            }

            fn satisfies(&self, constraint: &$crate::Constraint) -> bool {
                $crate::private::object_satisfies(self, constraint)
            }
        }
    };
}

/// Reads an object from a JSON object, and from nothing else.
pub fn read_object<'de, T: Object, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_map(ObjectVisitor(PhantomData))
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Object> de::Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::read(Properties::new(map, T::PROPERTIES))
    }
}

/// Writes an object as a JSON object.
pub fn write_object<T: Object, S: Serializer>(
    object: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut encoding = Encoding {
        map: serializer.serialize_map(None)?,
        names: T::PROPERTIES,
    };
    object.visit(&mut encoding)?;
    encoding.map.end()
}

/// Checks each property, then the object as a whole.
pub fn check_object<T: Object + Validate>(object: &T, checker: &mut Checker) {
    let Ok(()) = object.visit(&mut Validation {
        checker,
        constraints: &[],
    });
    constrain_all(object, T::CONSTRAINTS, checker);
}

/// Whether the object has as many properties, and such, as the constraint asks for.
pub fn object_satisfies<T: Object>(object: &T, constraint: &Constraint) -> bool {
    let mut presence = Presence::default();
    let Ok(()) = object.visit(&mut presence);
    let names: Vec<&str> = presence.names.iter().map(String::as_str).collect();
    constraint.holds_for_properties(&names)
}
