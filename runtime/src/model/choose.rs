//! Finding the variant that a value is of, and reading it.

use std::{fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer,
    de::{
        self, MapAccess,
        value::{MapAccessDeserializer, SeqAccessDeserializer},
    },
};

use super::{
    JsonType, Union,
    attempt::is_valid,
    given::{Given, Opened, Piece},
    replay::Replay,
    trial::{Fit, expected, read_candidates, read_variant},
    variants::{Variants, candidates},
};
use crate::{
    Json,
    decode::{failed_after, strict, trail::follow},
    number::TOKEN,
};

/// Reads a union from any value.
pub fn read_union<'de, T: Union + 'static, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    if const { T::VARIANTS.need_text() } {
        return deserializer.deserialize_newtype_struct(TOKEN, TextVisitor(PhantomData));
    }
    deserializer.deserialize_any(UnionVisitor(PhantomData))
}

/// Takes the text of a value, where the deserializer has it.
struct TextVisitor<T>(PhantomData<T>);

impl<'de, T: Union + 'static> de::Visitor<'de> for TextVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&expected::<T>())
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_any(UnionVisitor(PhantomData))
    }

    fn visit_seq<A: de::SeqAccess<'de>>(self, seq: A) -> Result<T, A::Error> {
        UnionVisitor(PhantomData).visit_seq(seq)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        match Opened::of(map)? {
            Opened::Text(text) => read_text(&text).map_err(de::Error::custom),
            Opened::Object(object) => decide(object.into()).map_err(de::Error::custom),
        }
    }
}

fn read_text<T: Union + 'static>(text: &str) -> Result<T, String> {
    let read = Given::of_text(text.into()).and_then(decide);
    read.inspect_err(|_| failed_after(text))
}

/// Takes any value whole and decides. The error is made while the value is being visited, so that it carries the
/// value's own place.
struct UnionVisitor<T>(PhantomData<T>);

impl<'de, T: Union + 'static> de::Visitor<'de> for UnionVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&expected::<T>())
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

    fn visit_seq<A: de::SeqAccess<'de>>(self, seq: A) -> Result<T, A::Error> {
        if let Some(index) = T::VARIANTS.sole(JsonType::Array) {
            return T::read(index, SeqAccessDeserializer::new(seq));
        }
        let value = Json::deserialize(SeqAccessDeserializer::new(seq))?;
        decide(value.into()).map_err(de::Error::custom)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        if let Variants::Discriminator { property, values } = T::VARIANTS {
            return read_tagged(property, values, map);
        }
        if let Some(index) = T::VARIANTS.sole(JsonType::Object) {
            return T::read(index, MapAccessDeserializer::new(map));
        }
        let value = Json::deserialize(MapAccessDeserializer::new(map))?;
        decide(value.into()).map_err(de::Error::custom)
    }
}

fn decide<T: Union + 'static>(given: Given<'_>) -> Result<T, String> {
    match T::VARIANTS {
        Variants::Discriminator { property, values } => {
            read_discriminated(property, values, None, given)
        }
        Variants::DiscriminatorOr {
            property,
            values,
            default,
        } => read_discriminated(property, values, Some(default), given),
        Variants::Hint { property, values } => read_hinted(property, values, given),
        Variants::Decide(rules) => {
            read_candidates(&candidates(rules, &given.value), Fit::Any, given)
        }
        Variants::ExactlyOne(rules) => {
            read_candidates(&candidates(rules, &given.value), Fit::ExactlyOne, given)
        }
    }
}

/// Names the innermost variant in its error, which keeps its place: `serde_json` reads the line and the column out of a
/// message.
fn failed_as<T: Union, E: de::Error>(index: usize) -> impl Fn(E) -> E {
    move |error| {
        let message = error.to_string();
        if message.starts_with("as ") {
            return error;
        }
        let name = T::NAMES.get(index).unwrap_or(&"?");
        E::custom(format_args!("as {name}: {message}"))
    }
}

/// Reads entries until the discriminator says which variant it is, then that variant, which is given them again.
fn read_tagged<'de, T: Union + 'static, A: MapAccess<'de>>(
    property: &'static str,
    values: &[(&str, usize)],
    mut map: A,
) -> Result<T, A::Error> {
    let mut before = Vec::new();
    while let Some(name) = map.next_key::<String>()? {
        if name != property {
            before.push((name, map.next_value()?));
            continue;
        }
        let value: Json = map.next_value()?;
        let tag = value.as_str();
        let found = tag.and_then(|tag| values.iter().find(|(known, _)| *known == tag));
        let index = found.map(|(_, index)| *index);
        before.push((name, Piece::Json(value)));
        if let Some(index) = index {
            return T::read_map(index, Replay::new(before, map)).map_err(failed_as::<T, _>(index));
        }
        break;
    }
    while let Some(entry) = map.next_entry()? {
        before.push(entry);
    }
    Given::of_entries(&before)
        .and_then(decide)
        .map_err(de::Error::custom)
}

fn read_discriminated<T: Union + 'static>(
    property: &str,
    values: &[(&str, usize)],
    default: Option<usize>,
    given: Given<'_>,
) -> Result<T, String> {
    let tag = match (read_tag(property, &given.value), default) {
        (Ok(tag), _) => tag,
        (Err(_), Some(default)) => return read_variant(default, given),
        (Err(reason), None) => return read_untagged(given).map_err(|_| reason),
    };
    let found = values
        .iter()
        .find(|(known, _)| *known == tag)
        .map(|(_, index)| *index)
        .or(default);
    if let Some(index) = found {
        return read_variant(index, given);
    }
    let unknown = unknown_tag(property, values, tag);
    T::unknown(given.value).ok_or(unknown)
}

fn read_hinted<T: Union>(
    property: &str,
    values: &[(&str, usize)],
    given: Given<'_>,
) -> Result<T, String> {
    if !given.value.is_object() {
        return Err("expected an object".to_owned());
    }
    let named = given.value.get(property).and_then(Json::as_str);
    let named = values.iter().find(|(known, _)| Some(*known) == named);
    if let Some((_, index)) = named
        && let (Ok(read), _) = follow(|| given.read::<T>(*index))
        && (!strict::is_on() || is_valid(&read))
    {
        return Ok(read);
    }
    T::unknown(given.value).ok_or_else(|| format!("expected {}", expected::<T>()))
}

/// A value that does not say what it is: a member may not require the property.
fn read_untagged<T: Union + 'static>(given: Given<'_>) -> Result<T, String> {
    let all: Vec<usize> = (0..T::NAMES.len()).collect();
    read_candidates(&all, Fit::Any, given)
}

fn read_tag<'v>(property: &str, value: &'v Json) -> Result<&'v str, String> {
    if !value.is_object() {
        return Err(format!(
            "expected an object whose `{property}` says what it is"
        ));
    }
    let tag = value
        .get(property)
        .ok_or_else(|| format!("missing property `{property}`, which says what this is"))?;
    tag.as_str()
        .ok_or_else(|| format!("property `{property}`, which says what this is, must be a string"))
}

fn unknown_tag(property: &str, values: &[(&str, usize)], tag: &str) -> String {
    let known: Vec<&str> = values.iter().map(|(known, _)| *known).collect();
    format!(
        "unknown value `{tag}` of `{property}`, expected one of {}",
        known.join(", ")
    )
}
