//! What a generated type says of itself, and the one implementation of serde and validation that reads it.

mod additional;
mod construct;
mod depth;
mod field;
mod foreign;
mod newtype;
mod object;
mod open_enum;
mod properties;
mod read;
mod trial;
mod union;
mod variants;
mod visitor;

pub use additional::AdditionalProperties;
pub(crate) use depth::CHECKED;
pub use depth::write_within;
pub use field::Field;
pub use foreign::Foreign;
pub use newtype::Newtype;
pub use object::{Object, check_object, object_satisfies, read_object, write_object};
pub use open_enum::{OpenEnum, check_open_enum, read_open_enum};
use properties::Properties;
pub use properties::Reader;
pub use union::{
    Union, VariantVisitor, check_union, constrain_union, no_variant, read_union, union_satisfies,
    union_variant, write_union,
};
pub use variants::{Decide, JsonType, Variants};
pub use visitor::Visitor;

use serde::{Deserializer, Serialize, de::DeserializeOwned};

use crate::Validate;

/// A type that stands for a schema: it is written, read and checked.
///
/// Every generated type is one, and so are the types of the standard library that schemas map to. A type of yours becomes
/// one with [`model!`](crate::model!), a type of another crate within [`Foreign`](crate::Foreign).
pub trait Model: Serialize + DeserializeOwned + Validate {
    /// Reads a value as its schema has it, where that is more than `Deserialize` of the type takes: an integer may be
    /// written `1.0`, also within a `Vec`.
    fn read_from<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
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
            fn check(&self, _: &mut $crate::Checker) {}
        }

        impl $crate::Model for $type {}
    )+};
}
