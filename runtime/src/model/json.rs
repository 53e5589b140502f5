//! Reading what may be anything. Read strictly, no object in it has a key twice (RFC 8259 §4): which of the two values
//! counts is up to whoever reads it.

use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{self, DeserializeSeed, MapAccess, SeqAccess, value::MapAccessDeserializer},
};

use super::Model;
use crate::{
    Json, JsonObject,
    decode::{strict, trail},
};

impl Model for Json {
    fn read_from<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if strict::is_on() {
            return Distinct.deserialize(deserializer);
        }
        Self::deserialize(deserializer)
    }

    fn read_map<'de, A: MapAccess<'de>>(map: A) -> Result<Self, A::Error> {
        Self::read_from(MapAccessDeserializer::new(map))
    }
}

impl Model for JsonObject {
    fn read_from<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if strict::is_on() {
            return deserializer.deserialize_map(DistinctObject);
        }
        Self::deserialize(deserializer)
    }

    fn read_map<'de, A: MapAccess<'de>>(map: A) -> Result<Self, A::Error> {
        Self::read_from(MapAccessDeserializer::new(map))
    }
}

/// Reads any value.
struct Distinct;

impl<'de> DeserializeSeed<'de> for Distinct {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> de::Visitor<'de> for Distinct {
    type Value = Json;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any JSON value")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_none<E: de::Error>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Json, E> {
        Ok(value.into())
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Json, E> {
        Ok(value.into())
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Json, E> {
        Ok(value.into())
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Json, E> {
        Ok(value.into())
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Json, E> {
        Ok(value.into())
    }

    fn visit_string<E: de::Error>(self, value: String) -> Result<Json, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Json, A::Error> {
        let mut elements = Vec::new();
        loop {
            match seq.next_element_seed(Self) {
                Ok(Some(element)) => elements.push(element),
                Ok(None) => return Ok(Json::Array(elements)),
                Err(error) => {
                    trail::step(&elements.len());
                    return Err(error);
                }
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Json, A::Error> {
        DistinctObject.visit_map(map).map(Json::Object)
    }
}

/// Reads any object.
struct DistinctObject;

impl<'de> de::Visitor<'de> for DistinctObject {
    type Value = JsonObject;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<JsonObject, A::Error> {
        let mut object = JsonObject::new();
        while let Some(name) = map.next_key::<String>()? {
            let value = map.next_value_seed(Distinct);
            keep(&mut object, name, value)?;
        }
        Ok(object)
    }
}

/// Keeps what was read under a name. Read strictly, a name that has a value already is an error.
pub(super) fn keep<E: de::Error>(
    object: &mut JsonObject,
    name: String,
    value: Result<Json, E>,
) -> Result<(), E> {
    match value {
        Ok(_) if strict::is_on() && object.contains_key(&name) => Err(stands_twice(&name)),
        Ok(value) => {
            object.insert(name, value);
            Ok(())
        }
        Err(error) => {
            trail::step(&name);
            Err(error)
        }
    }
}

/// The error for a name that an object has twice.
#[cold]
pub(super) fn stands_twice<E: de::Error>(name: &str) -> E {
    trail::step(name);
    E::custom(strict::StandsTwice(name))
}
