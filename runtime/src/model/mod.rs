//! What a generated type says of itself, and the one implementation of serde and validation that reads it.

mod additional;
mod construct;
mod field;
mod newtype;
mod object;
mod open_enum;
mod properties;
mod trial;
mod union;
mod variants;
mod visitor;

pub use additional::AdditionalProperties;
pub use field::Field;
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

use serde::{Serialize, de::DeserializeOwned};

use crate::Validate;

/// A type that stands for a schema: it is written, read and checked.
///
/// Every generated type is one, and so are the types of the standard library that schemas map to.
pub trait Model: Serialize + DeserializeOwned + Validate {}

impl<T: Serialize + DeserializeOwned + Validate> Model for T {}
