//! A generated struct: one way in, one listing out, and serde and validation through them.

use std::{fmt, marker::PhantomData};

use serde::{
    Deserializer, Serializer,
    de::{self, MapAccess},
};

use super::{
    Properties, Reader, Visitor,
    visitor::{Encoding, Presence, Validation},
};
use crate::{Checker, Constraint, Validate, validate::constrain_all};

/// A struct that stands for an object schema with properties (JSON Schema 2020-12 core §10.3.2.1).
///
/// [`object!`](crate::object!) makes it one, and gives it `Serialize`, `Deserialize`, [`Validate`](crate::Validate) and
/// [`Model`](crate::Model).
pub trait Object: Sized {
    /// The names of the properties as they stand in JSON, in the order of the schema.
    const PROPERTIES: &'static [&'static str];

    /// What the object as a whole has to keep: how many properties, and which together.
    const CONSTRAINTS: &'static [Constraint] = &[];

    /// Reads the object from its properties; what goes wrong stays with the reader.
    fn read<R: Reader>(reader: &mut R) -> Option<Self>;

    /// Tells each property to the visitor, in order.
    fn visit<V: Visitor>(&self, visitor: &mut V);
}

impl<T: Object> Object for Box<T> {
    const PROPERTIES: &'static [&'static str] = T::PROPERTIES;
    const CONSTRAINTS: &'static [Constraint] = T::CONSTRAINTS;

    fn read<R: Reader>(reader: &mut R) -> Option<Self> {
        T::read(reader).map(Self::new)
    }

    fn visit<V: Visitor>(&self, visitor: &mut V) {
        (**self).visit(visitor);
    }
}

/// Implements [`Object`], `Serialize`, `Deserialize`, [`Validate`](crate::Validate) and [`Model`](crate::Model) for a
/// struct, from a list of its fields: presence, name in JSON, and what the property has to keep beside what its type
/// asks for.
///
/// ```
/// #[derive(Debug, PartialEq)]
/// struct Event {
///     id: String,
///     limit: Option<i64>,
///     note: bindery::Field<String>,
///     others: bindery::JsonObject,
/// }
///
/// bindery::object!(Event {
///     id: required "id" [bindery::Constraint::MinLength(1)],
///     limit: optional "limit",
///     note: nullable "note",
/// }, kept: others, checks: [bindery::Constraint::MaxProperties(9)]);
///
/// let event: Event = bindery::decode(br#"{"id":"a","note":null}"#).unwrap();
/// assert_eq!(event.note, bindery::Field::Null);
/// ```
///
/// `kept` names the field of all other properties; without it they are dropped. With `others: closed`
/// [`decode`](crate::decode()) refuses them, with `others: refused` every reading does.
/// `new(id: impl Into<String>), null(end), fixed(version = 2), tagged(kind = Some(2))` at the end gives the struct a
/// `new` that takes the required `id`, makes the required `end` null and `version` 2, and puts 2 in the optional
/// `kind`.
#[macro_export]
macro_rules! object {
    (
        $type:ident {
            $($field:ident: $presence:ident $name:literal $([$($constraint:expr),+ $(,)?])?),* $(,)?
        }
        $(, kept: $kept:ident $([$($kept_constraint:expr),+ $(,)?])?)?
        $(, others: $others:ident)?
        $(, checks: [$($check:expr),* $(,)?])?
        $(, new($($parameter:ident: $parameter_type:ty),* $(,)?))?
        $(, null($($null:ident),* $(,)?))?
        $(, fixed($($fixed:ident = $value:expr),* $(,)?))?
        $(, tagged($($tag:ident = $tag_value:expr),* $(,)?))?
    ) => {
        $crate::object_new!(
            $type { $($field: $presence,)* $($kept: kept,)? }
            $(, new($($parameter: $parameter_type),*))?
            $(, null($($null),*))?
            $(, fixed($($fixed = $value),*))?
            $(, tagged($($tag = $tag_value),*))?
        );

        impl $crate::Object for $type {
            const PROPERTIES: &'static [&'static str] = &[$($name),*];
            $(const CONSTRAINTS: &'static [$crate::Constraint] = &[$($check),*];)?

            fn read<R: $crate::Reader>(reader: &mut R) -> ::core::option::Option<Self> {
                #[allow(dead_code, non_camel_case_types)]
                enum Place {
                    $($field),*
                }
                $(let mut $field = $crate::object_slot!($presence);)*
                $(let mut $kept = ::core::default::Default::default();)?
                while let ::core::option::Option::Some(place) =
                    $crate::object_next!(reader $(, kept $kept)? $(, $others)?)
                {
                    match place {
                        $(place if place == Place::$field as usize => reader.$presence(&mut $field),)*
                        _ => reader.skip(),
                    }
                }
                $($crate::object_filled!(reader, $presence, $name, $field);)*
                ::core::option::Option::Some(Self { $($field,)* $($kept,)? })
            }

            #[allow(unused_variables)]
            fn visit<V: $crate::Visitor>(&self, visitor: &mut V) {
                $(visitor$(.constrain(&[$($constraint),+]))?.$presence($name, &self.$field);)*
                $(visitor$(.constrain(&[$($kept_constraint),+]))?.additional(&self.$kept);)?
            }
        }

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

        impl $crate::Model for $type {}

        impl $crate::Validate for $type {
            type Kind = $crate::private::ObjectKind;
        }
    };
}

/// What a property is before it is read.
#[doc(hidden)]
#[macro_export]
macro_rules! object_slot {
    (nullable) => {
        $crate::Field::Absent
    };
    ($presence:ident) => {
        ::core::option::Option::None
    };
}

/// How the next property is asked for.
#[doc(hidden)]
#[macro_export]
macro_rules! object_next {
    ($reader:ident) => {
        $reader.next()
    };
    ($reader:ident, closed) => {
        $reader.next_closed()
    };
    ($reader:ident, kept $kept:ident, closed) => {
        $reader.next_keeping_closed(&mut $kept)
    };
    ($reader:ident, refused) => {
        $reader.next_refusing()
    };
    ($reader:ident, kept $kept:ident) => {
        $reader.next_keeping(&mut $kept)
    };
}

/// Takes a required property out of its slot.
#[doc(hidden)]
#[macro_export]
macro_rules! object_filled {
    ($reader:ident, required, $name:literal, $field:ident) => {
        let ::core::option::Option::Some($field) = $field else {
            $reader.missing($name);
            return ::core::option::Option::None;
        };
    };
    ($reader:ident, $presence:ident, $name:literal, $field:ident) => {};
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
        read_object_map(map)
    }
}

/// Reads an object from its entries.
pub(super) fn read_object_map<'de, T: Object, A: MapAccess<'de>>(map: A) -> Result<T, A::Error> {
    let mut properties = Properties::new(map, T::PROPERTIES);
    let object = T::read(&mut properties);
    properties.finish(object)
}

/// Writes an object as a JSON object.
pub fn write_object<T: Object, S: Serializer>(
    object: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    Encoding::encode(serializer, T::PROPERTIES, &object)
}

/// Checks each property, then the object as a whole.
pub(super) fn check_object<T: Object + Validate>(object: &T, checker: &mut Checker) {
    object.visit(&mut Validation {
        checker,
        constraints: &[],
    });
    constrain_all(object, T::CONSTRAINTS, checker);
}

/// Whether the object has as many properties, and such, as the constraint asks for.
pub(super) fn object_satisfies<T: Object>(object: &T, constraint: &Constraint) -> bool {
    Presence::keeps(constraint, &object)
}
