//! Finding the variant that a property of an object names, and reading it.

use std::borrow::Cow;

use serde::de::{self, MapAccess};

use super::{
    Union,
    choose::decide,
    given::Given,
    key::Key,
    piece::{Piece, entries},
    replay::{Entry, Replay},
    trial::{expected, read_candidates, read_hint, read_variant},
    variants::{Discriminator, Fit},
};
use crate::{
    Json,
    decode::{
        strict,
        trail::{Trail, leave},
    },
};

/// Reads entries until the discriminator says which variant it is, then that variant, which is given them again.
pub(super) fn read_tagged<'de, T: Union + 'static, A: MapAccess<'de>>(
    discriminator: Discriminator,
    mut map: A,
) -> Result<T, A::Error> {
    match Opening::read(discriminator, &mut map)? {
        Opening::Named(index, before, tag) => {
            let read = T::read_map(index, Replay::new(before, tag, map));
            read.map_err(|error| failed_as(T::NAMES.get(index), error))
        }
        Opening::Whole(given) => decide(given).map_err(de::Error::custom),
    }
}

/// Names the innermost variant in its error, which keeps its place: `serde_json` reads the line and the column out of a
/// message.
#[cold]
fn failed_as<E: de::Error>(name: Option<&&str>, error: E) -> E {
    let message = error.to_string();
    if message.starts_with("as ") {
        return error;
    }
    E::custom(format_args!("as {}: {message}", name.unwrap_or(&"?")))
}

/// The beginning of an object that a discriminator tells.
enum Opening<'de> {
    /// The variant of this index, the entries before the one that names it, and that one.
    Named(usize, Vec<Entry<'de>>, Entry<'de>),
    /// All of an object that names no variant, or that has no text to be read from again.
    Whole(Given<'de>),
}

impl<'de> Opening<'de> {
    fn read<A: MapAccess<'de>>(
        discriminator: Discriminator,
        map: &mut A,
    ) -> Result<Self, A::Error> {
        let (mut before, mut last) = (Vec::new(), None);
        while let Some((name, piece)) = map.next_entry::<Key<'de>, Piece<'de>>()? {
            match piece.in_body() {
                Some(text) if name.0 != discriminator.property => before.push((name, text)),
                tag => {
                    if let Some((index, text)) = tag.and_then(|text| named(discriminator, text)) {
                        return Ok(Self::Named(index, before, (name, text)));
                    }
                    last = Some((name, piece));
                    break;
                }
            }
        }
        let before = before.into_iter().map(|(name, text)| (name, text.into()));
        let entries = entries(before.chain(last).collect(), map)?;
        let given = Given::of_entries(&entries).map_err(de::Error::custom)?;
        Ok(Self::Whole(given))
    }
}

/// The index of the variant that the text of a string names, with the text.
fn named(discriminator: Discriminator, text: &str) -> Option<(usize, &str)> {
    let index = discriminator.named(&string(text)?)?;
    Some((index, text))
}

/// The string that a text of JSON is.
fn string(text: &str) -> Option<Cow<'_, str>> {
    let inner = text.strip_prefix('"')?.strip_suffix('"')?;
    if inner.contains('\\') {
        return serde_json::from_str(text).ok().map(Cow::Owned);
    }
    Some(Cow::Borrowed(inner))
}

/// Reads a value as the variant that its property names.
pub(super) fn read_discriminated<T: Union + 'static>(
    discriminator: Discriminator,
    given: Given<'_>,
) -> Result<T, String> {
    match variant(discriminator, &given.value) {
        Ok(Ok(index)) => read_variant(index, &given),
        Ok(Err(unknown)) => T::unknown(given.value).ok_or(unknown),
        Err(reason) => read_untagged(&given).map_err(|_| {
            // What is told of is the object, and not where the variants that were tried ended.
            leave(Trail::default());
            reason
        }),
    }
}

/// The index of the variant that a value names, or why it names none that is known; or why it names none at all.
fn variant(discriminator: Discriminator, value: &Json) -> Result<Result<usize, String>, String> {
    let found = match (
        read_tag(discriminator.property, value),
        discriminator.default(),
    ) {
        (Ok(tag), default) => discriminator.named(tag).or(default).ok_or(tag),
        (Err(_), Some(default)) => Ok(default),
        (Err(reason), None) => return Err(reason),
    };
    Ok(found.map_err(|tag| {
        format!(
            "unknown value `{tag}` of `{}`, expected one of {}",
            discriminator.property,
            discriminator.known()
        )
    }))
}

/// Reads a value as the variant that its property gives a hint of, or keeps it as it is.
pub(super) fn read_hinted<T: Union + 'static>(
    hint: Discriminator,
    given: Given<'_>,
) -> Result<T, String> {
    if !given.value.is_object() {
        return Err("expected an object".to_owned());
    }
    let named = given.value.get(hint.property).and_then(Json::as_str);
    if let Some(index) = named.and_then(|named| hint.named(named))
        && let Some(read) = read_hint(index, &given)
    {
        return Ok(read);
    }
    T::unknown(given.value).ok_or_else(|| format!("expected {}", expected(T::NAMES)))
}

/// Reads a value as the variant that its property names, else as any other. Where servers bend, one that names no
/// variant and is of none is kept as it is.
pub(super) fn read_named<T: Union + 'static>(
    preference: Discriminator,
    fit: Fit,
    given: Given<'_>,
) -> Result<T, String> {
    let tag = given.value.get(preference.property).and_then(Json::as_str);
    let named = tag.and_then(|tag| preference.named(tag));
    let is_unknown = tag.is_some() && named.is_none();
    let others = (0..T::NAMES.len()).filter(|index| Some(*index) != named);
    let candidates: Vec<usize> = named.into_iter().chain(others).collect();
    let read = read_candidates(&candidates, fit, &given);
    if read.is_err() && is_unknown && !strict::is_on() {
        return T::unknown(given.value).map_or(read, Ok);
    }
    read
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
