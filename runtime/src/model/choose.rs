//! Finding the variant that a value is of, and reading it.

use std::{fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer,
    de::{self, MapAccess, value::SeqAccessDeserializer},
};

use super::{
    JsonType, Union,
    discriminator::{read_discriminated, read_hinted, read_named, read_tagged},
    given::Given,
    piece::take_text,
    trial::{ENDLESS, expected, read_candidates},
    variants::candidates,
};
use crate::Json;

/// Reads a union from any value.
pub fn read_union<'de, T: Union + 'static, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    if const { T::VARIANTS.need_text() } {
        let mut read = None;
        let mut take = |text: &str| {
            read = Some(Given::of_text(text.into()).and_then(decide)?);
            Ok(())
        };
        take_text(deserializer, &mut take)?;
        return read.ok_or_else(|| de::Error::custom(ENDLESS));
    }
    deserializer.deserialize_any(UnionVisitor(PhantomData))
}

/// Takes any value whole and decides. The error is made while the value is being visited, so that it carries the
/// value's own place.
struct UnionVisitor<T>(PhantomData<T>);

impl<'de, T: Union + 'static> de::Visitor<'de> for UnionVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&expected(T::NAMES))
    }

    fn visit_unit<E: de::Error>(self) -> Result<T, E> {
        decide(Json::Null.into()).map_err(E::custom)
    }

    fn visit_none<E: de::Error>(self) -> Result<T, E> {
        self.visit_unit()
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<T, E> {
        decide(Json::from(value).into()).map_err(E::custom)
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<T, E> {
        decide(Json::from(value).into()).map_err(E::custom)
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<T, E> {
        decide(Json::from(value).into()).map_err(E::custom)
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<T, E> {
        decide(Json::from(value).into()).map_err(E::custom)
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<T, E> {
        decide(Json::from(value).into()).map_err(E::custom)
    }

    fn visit_string<E: de::Error>(self, value: String) -> Result<T, E> {
        decide(Json::from(value).into()).map_err(E::custom)
    }

    /// What a union does not need is left out of the program: it stands behind constants.
    fn visit_seq<A: de::SeqAccess<'de>>(self, seq: A) -> Result<T, A::Error> {
        if const { T::VARIANTS.sole(JsonType::Array).is_some() }
            && let Some(index) = T::VARIANTS.sole(JsonType::Array)
        {
            return T::read(index, SeqAccessDeserializer::new(seq));
        }
        let value = Json::deserialize(SeqAccessDeserializer::new(seq))?;
        decide(value.into()).map_err(de::Error::custom)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        if const { T::VARIANTS.is_tagged() }
            && let Some(discriminator) = T::VARIANTS.discriminator()
        {
            return read_tagged(discriminator, map);
        }
        if const { T::VARIANTS.sole(JsonType::Object).is_some() }
            && let Some(index) = T::VARIANTS.sole(JsonType::Object)
        {
            return T::read_map(index, map);
        }
        let given = Given::of_map(map)?;
        decide(given).map_err(de::Error::custom)
    }
}

/// Decides what a value is. What a union does not need is left out of the program: it stands behind constants.
pub(super) fn decide<T: Union + 'static>(given: Given<'_>) -> Result<T, String> {
    if const { T::VARIANTS.discriminator().is_some() }
        && let Some(discriminator) = T::VARIANTS.discriminator()
    {
        return read_discriminated(discriminator, given);
    }
    if const { T::VARIANTS.hint().is_some() }
        && let Some(hint) = T::VARIANTS.hint()
    {
        return read_hinted(hint, given);
    }
    if const { T::VARIANTS.preference().is_some() }
        && let Some((preference, fit)) = T::VARIANTS.preference()
    {
        return read_named(preference, fit, given);
    }
    let (rules, fit) = T::VARIANTS.rules();
    read_candidates(&candidates(rules, &given.value), fit, &given)
}
