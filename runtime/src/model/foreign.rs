//! A type of another crate in the place of a generated one.

use std::ops::{Deref, DerefMut};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Model;
use crate::{Own, Validate};

/// A value of a type that neither your crate nor this one has made, as it is in JSON.
///
/// Rust lets only the crate of a type or of a trait implement the one for the other. A type of a third crate becomes a
/// [`Model`] by standing in here: `formats.uri = "bindery::Foreign<url::Url>"`. Nothing of it is checked but what
/// reading it checks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Foreign<T>(pub T);

impl<T> Foreign<T> {
    /// The value.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> From<T> for Foreign<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

impl<T> Deref for Foreign<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> DerefMut for Foreign<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

impl<T: Serialize> Serialize for Foreign<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Foreign<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Self)
    }
}

impl<T: Serialize> Validate for Foreign<T> {
    type Kind = Own;
    const UNCHECKED: bool = true;
}

impl<T: Serialize + for<'de> Deserialize<'de>> Model for Foreign<T> {}
