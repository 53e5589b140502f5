//! Finding the variant that a value is of, and reading it.

use std::{fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer,
    de::{self, MapAccess, value::SeqAccessDeserializer},
};

use super::{
    JsonType, Union,
    attempt::is_valid,
    given::Given,
    piece::{Opened, Piece, entries},
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

    /// What a union does not need is left out of the program: it stands behind constants.
    fn visit_seq<A: de::SeqAccess<'de>>(self, seq: A) -> Result<T, A::Error> {
        if const { T::VARIANTS.sole(JsonType::Array).is_some() } {
            let index = T::VARIANTS.sole(JsonType::Array).unwrap_or_default();
            return T::read(index, SeqAccessDeserializer::new(seq));
        }
        let value = Json::deserialize(SeqAccessDeserializer::new(seq))?;
        decide(value.into()).map_err(de::Error::custom)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        if const { T::VARIANTS.tag().is_some() } {
            return read_tagged(map);
        }
        if const { T::VARIANTS.sole(JsonType::Object).is_some() } {
            let index = T::VARIANTS.sole(JsonType::Object).unwrap_or_default();
            return T::read_map(index, map);
        }
        let given = Given::of_map(map)?;
        decide(given).map_err(de::Error::custom)
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
            read_candidates(&candidates(rules, &given.value), Fit::Any, &given)
        }
        Variants::ExactlyOne(rules) => {
            read_candidates(&candidates(rules, &given.value), Fit::ExactlyOne, &given)
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
fn read_tagged<'de, T: Union + 'static, A: MapAccess<'de>>(mut map: A) -> Result<T, A::Error> {
    let (property, values) = T::VARIANTS.tag().unwrap_or_default();
    match Opening::read(property, values, &mut map)? {
        Opening::Named(index, before) => {
            T::read_map(index, Replay::new(before, map)).map_err(failed_as::<T, _>(index))
        }
        Opening::Whole(given) => decide(given).map_err(de::Error::custom),
    }
}

/// The beginning of an object that a discriminator tells.
enum Opening<'de> {
    /// The variant of this index, and the entries up to the one that names it.
    Named(usize, Vec<(String, &'de str)>),
    /// All of an object that names no variant, or that has no text to be read from again.
    Whole(Given<'de>),
}

impl<'de> Opening<'de> {
    fn read<A: MapAccess<'de>>(
        property: &str,
        values: &[(&str, usize)],
        map: &mut A,
    ) -> Result<Self, A::Error> {
        let (mut before, mut last) = (Vec::new(), None);
        while let Some((name, piece)) = map.next_entry::<String, Piece<'de>>()? {
            let Some(text) = piece.in_body() else {
                last = Some((name, piece));
                break;
            };
            let is_tag = name == property;
            before.push((name, text));
            if is_tag {
                match named(values, text) {
                    Some(index) => return Ok(Self::Named(index, before)),
                    None => break,
                }
            }
        }
        let before = before.into_iter().map(|(name, text)| (name, text.into()));
        let entries = entries(before.chain(last).collect(), map)?;
        let given = Given::of_entries(&entries).map_err(de::Error::custom)?;
        Ok(Self::Whole(given))
    }
}

/// The variant that the text of a discriminator names.
fn named(values: &[(&str, usize)], text: &str) -> Option<usize> {
    let tag: String = serde_json::from_str(text).ok()?;
    let found = values.iter().find(|(known, _)| *known == tag);
    found.map(|(_, index)| *index)
}

fn read_discriminated<T: Union + 'static>(
    property: &str,
    values: &[(&str, usize)],
    default: Option<usize>,
    given: Given<'_>,
) -> Result<T, String> {
    let tag = match (read_tag(property, &given.value), default) {
        (Ok(tag), _) => tag,
        (Err(_), Some(default)) => return read_variant(default, &given),
        (Err(reason), None) => return read_untagged(&given).map_err(|_| reason),
    };
    let found = values
        .iter()
        .find(|(known, _)| *known == tag)
        .map(|(_, index)| *index)
        .or(default);
    if let Some(index) = found {
        return read_variant(index, &given);
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
fn read_untagged<T: Union + 'static>(given: &Given<'_>) -> Result<T, String> {
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
