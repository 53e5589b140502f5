//! Where an object keeps the properties that its schema does not name.

use std::collections::BTreeMap;

use serde::de::MapAccess;

use super::{Model, json, read::Reading};
use crate::{
    Json, JsonObject,
    decode::{strict, trail},
};

/// A map of the properties that a schema admits without naming them (JSON Schema 2020-12 core §10.3.2.3).
///
/// [`JsonObject`] where they may be anything, `BTreeMap<String, T>` where they are described.
pub trait AdditionalProperties {
    /// What each of them holds.
    type Value: Model;

    /// Reads the value that stands next and keeps it under this name.
    fn keep<'de, A: MapAccess<'de>>(&mut self, name: String, map: &mut A) -> Result<(), A::Error>;

    /// Each name with its value.
    fn iter(&self) -> impl Iterator<Item = (&str, &Self::Value)>;
}

impl AdditionalProperties for JsonObject {
    type Value = Json;

    fn keep<'de, A: MapAccess<'de>>(&mut self, name: String, map: &mut A) -> Result<(), A::Error> {
        let value = map.next_value_seed(Reading::new());
        json::keep(self, name, value)
    }

    fn iter(&self) -> impl Iterator<Item = (&str, &Json)> {
        Self::iter(self).map(|(name, value)| (name.as_str(), value))
    }
}

impl<T: Model> AdditionalProperties for BTreeMap<String, T> {
    type Value = T;

    fn keep<'de, A: MapAccess<'de>>(&mut self, name: String, map: &mut A) -> Result<(), A::Error> {
        match map.next_value_seed(Reading::new()) {
            Ok(_) if strict::is_on() && self.contains_key(&name) => Err(json::stands_twice(&name)),
            Ok(value) => {
                self.insert(name, value);
                Ok(())
            }
            Err(error) => {
                trail::step(&name);
                Err(error)
            }
        }
    }

    fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        Self::iter(self).map(|(name, value)| (name.as_str(), value))
    }
}
