//! What a variant keeps beside its struct: an `anyOf` may be met twice, and then its value has properties that only
//! another member names (JSON Schema 2020-12 core §10.2.1.2).

use std::fmt;

use serde::{
    Deserializer, Serialize, Serializer,
    de::{self, IgnoredAny, MapAccess},
};

use super::{
    Model, Nesting, Object, Visitor,
    given::{Given, read_as},
    json,
    piece::take_text,
    read::Reading,
    trial::ENDLESS,
    visitor::{Encoding, Told},
};
use crate::{Checker, Constraint, JsonObject, Own, Validate, validate::to_json};

/// Reads a value as the struct that a variant holds, and the properties that the struct does not name.
pub fn union_variant_with_others<'de, T: Model, U, D: Deserializer<'de>>(
    deserializer: D,
    make: fn(T, JsonObject) -> U,
) -> Result<U, D::Error> {
    let mut read = None;
    let mut take = |text: &str| {
        read = Some(read_both(text)?);
        Ok(())
    };
    take_text(deserializer, &mut take)?;
    let (value, others) = read.ok_or_else(|| de::Error::custom(ENDLESS))?;
    Ok(make(value, others))
}

/// The same, from the entries of an object.
pub fn union_variant_map_with_others<'de, T: Model, U, A: MapAccess<'de>>(
    map: A,
    make: fn(T, JsonObject) -> U,
) -> Result<U, A::Error> {
    let given = Given::of_map(map)?;
    let (value, others) = read_both(given.text()).map_err(de::Error::custom)?;
    Ok(make(value, others))
}

fn read_both<T: Model>(text: &str) -> Result<(T, JsonObject), String> {
    let value = read_as(text, |deserializer| T::read_from(deserializer))?;
    let others = read_as(text, |deserializer| {
        deserializer.deserialize_map(Others(T::FIELDS))
    })?;
    Ok((value, others))
}

/// Reads the properties that are none of these.
struct Others(&'static [&'static str]);

impl<'de> de::Visitor<'de> for Others {
    type Value = JsonObject;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<JsonObject, A::Error> {
        let mut others = JsonObject::new();
        while let Some(name) = map.next_key::<String>()? {
            if self.0.contains(&name.as_str()) {
                map.next_value::<IgnoredAny>()?;
            } else {
                let value = map.next_value_seed(Reading::new());
                json::keep(&mut others, name, value)?;
            }
        }
        Ok(others)
    }
}

/// A struct and the properties that it does not name, as one object.
#[derive(Clone, Copy, Debug)]
pub struct WithOthers<'a, T> {
    value: &'a T,
    others: &'a JsonObject,
}

impl<'a, T> WithOthers<'a, T> {
    /// The object of both.
    pub const fn new(value: &'a T, others: &'a JsonObject) -> Self {
        Self { value, others }
    }
}

/// What the struct names is what the struct says.
impl<T: Object> Serialize for WithOthers<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Encoding::encode(serializer, T::PROPERTIES, self)
    }
}

impl<T: Object, V: Visitor> Told<V> for WithOthers<'_, T> {
    fn tell(&self, visitor: &mut V) {
        self.value.visit(visitor);
        visitor.additional(self.others);
    }
}

impl<T: Object + Validate> Validate for WithOthers<'_, T> {
    type Kind = Own;
    const UNCHECKED: bool = T::UNCHECKED;
    const NESTING: Nesting = T::NESTING;

    fn check(&self, checker: &mut Checker) {
        self.value.check(checker);
    }

    fn satisfies(&self, constraint: &Constraint) -> bool {
        if self.others.is_empty() {
            return self.value.satisfies(constraint);
        }
        to_json(&self).is_ok_and(|whole| whole.satisfies(constraint))
    }

    fn constrain(&self, constraint: &Constraint, checker: &mut Checker) {
        if self.others.is_empty() {
            return self.value.constrain(constraint, checker);
        }
        crate::validate::constrain(self, constraint, checker);
    }
}
