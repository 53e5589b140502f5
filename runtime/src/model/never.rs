//! The type of a schema that no value satisfies.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::Model;
use crate::{Checker, Nesting, Own, Validate};

/// The type of a schema that no value satisfies: the schema `false` (JSON Schema 2020-12 core §4.3.2), or one that
/// contradicts itself.
///
/// There is no value of it: an `Option` of it is always `None`, and a type that must hold one cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Never {}

impl fmt::Display for Never {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl Serialize for Never {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        match *self {}
    }
}

impl<'de> Deserialize<'de> for Never {
    fn deserialize<D: Deserializer<'de>>(_: D) -> Result<Self, D::Error> {
        Err(de::Error::custom("no value is admitted here"))
    }
}

impl Validate for Never {
    type Kind = Own;
    const NESTING: Nesting = Nesting::Leaf;

    fn check(&self, _: &mut Checker) {
        match *self {}
    }
}

impl Model for Never {}
