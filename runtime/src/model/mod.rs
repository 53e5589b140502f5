//! What a generated type says of itself, and the one implementation of serde and validation that reads it.

mod additional;
mod attempt;
mod choose;
mod construct;
mod depth;
mod discriminator;
mod field;
mod foreign;
mod given;
mod held;
mod json;
mod key;
mod kind;
mod name;
mod never;
mod newtype;
mod object;
mod open_enum;
mod others;
mod piece;
mod prefix;
mod prefixed;
mod properties;
mod read;
mod replay;
mod slot;
mod tag;
mod trial;
mod tuple;
mod union;
mod variants;
mod visitor;

pub use additional::AdditionalProperties;
pub use choose::read_union;
pub(crate) use depth::CHECKED;
use depth::{Level, write_variant};
pub use depth::{Nesting, write_newtype};
pub use field::Field;
pub use foreign::Foreign;
pub use kind::{Kind, NewtypeKind, ObjectKind, OpenEnumKind, Own, UnionKind};
pub use never::Never;
pub use newtype::Newtype;
pub use object::{Object, read_object, write_object};
pub use open_enum::{OpenEnum, read_open_enum};
pub use others::{WithOthers, union_variant_map_with_others, union_variant_with_others};
pub use prefix::Prefix;
pub use prefixed::Tuple;
use properties::Properties;
pub use properties::Reader;
pub use tag::Tag;
pub use union::{Union, VariantVisitor, no_variant, union_variant, union_variant_map, write_union};
pub use variants::{Decide, JsonType, Variants};
pub use visitor::Visitor;

use serde::{
    Deserializer, Serialize,
    de::{DeserializeOwned, MapAccess},
};

use crate::Validate;

/// A type that stands for a schema: it is written, read and checked.
///
/// Every generated type is one, and so are the types of the standard library that schemas map to. A type of yours
/// becomes one with [`model!`](crate::model!), a type of another crate within [`Foreign`](crate::Foreign).
pub trait Model: Serialize + DeserializeOwned + Validate {
    /// The names of the properties that an object of the type has fields for.
    #[doc(hidden)]
    const FIELDS: &'static [&'static str] = <Self::Kind as Kind<Self>>::FIELDS;

    /// Reads a value as its schema has it, where that is more than `Deserialize` of the type takes: an integer may be
    /// written `1.0`, also within a `Vec`.
    fn read_from<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }

    /// Reads a value from the entries of an object, which a union has looked at. Objects do so one by one, other types
    /// from the whole.
    fn read_map<'de, A: MapAccess<'de>>(map: A) -> Result<Self, A::Error> {
        <Self::Kind as Kind<Self>>::read_map(map)
    }

    /// Reads an item of a [`Tuple`] that may be absent and is there.
    #[doc(hidden)]
    fn read_present<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::read_from(deserializer)
    }

    /// An item of a [`Tuple`] that is not there, where it may be absent.
    #[doc(hidden)]
    fn absent() -> Option<Self> {
        None
    }

    /// Whether it stands for an item of a [`Tuple`] that is not there.
    #[doc(hidden)]
    fn is_absent(&self) -> bool {
        false
    }
}

/// Makes a type of yours a [`Model`] of which nothing is checked, so that it can stand for a schema:
/// `bindery::model!(Money);`. It must implement serde's `Serialize` and `Deserialize`.
///
/// ```
/// #[derive(serde::Deserialize, serde::Serialize)]
/// struct Money(String);
///
/// bindery::model!(Money);
///
/// let prices: Vec<Money> = bindery::decode(br#"["1.50"]"#).unwrap();
/// ```
#[macro_export]
macro_rules! model {
    ($($type:ty),+ $(,)?) => {$(
        impl $crate::Validate for $type {
            type Kind = $crate::Own;
            const UNCHECKED: bool = true;
        }

        impl $crate::Model for $type {}
    )+};
}
