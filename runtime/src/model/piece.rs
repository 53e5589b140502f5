//! The text of a value, to be read later.

use std::{borrow::Cow, fmt};

use serde::{
    Deserializer,
    de::{self, Deserialize, DeserializeSeed, MapAccess, SeqAccess, Visitor},
};

use super::key::Key;
use crate::{
    Json, JsonObject,
    decode::failed_after,
    number::{TOKEN, Text},
};

/// How deep a text may nest: as deep as `serde_json` reads.
const NESTING: usize = 127;

/// The text of a value: the piece of the body that it stands in, or the one that it is written as, where the
/// deserializer has no text.
pub(super) struct Piece<'de>(Cow<'de, str>);

impl<'de> Piece<'de> {
    pub(super) fn text(&self) -> &str {
        &self.0
    }

    /// The text, where it is a piece of the body.
    pub(super) const fn in_body(&self) -> Option<&'de str> {
        match self.0 {
            Cow::Borrowed(text) => Some(text),
            Cow::Owned(_) => None,
        }
    }

    fn written(value: &Json) -> Self {
        Self(Cow::Owned(value.to_string()))
    }
}

impl<'de> From<&'de str> for Piece<'de> {
    fn from(text: &'de str) -> Self {
        Self(Cow::Borrowed(text))
    }
}

/// Takes a value of any deserializer as its text. An error of `take` is made while the value is being visited, so that
/// it carries the value's own place.
pub(super) fn take_text<'de, D: Deserializer<'de>>(
    deserializer: D,
    take: Take<'_>,
) -> Result<(), D::Error> {
    deserializer.deserialize_newtype_struct(TOKEN, TakeVisitor(take))
}

/// What is done with the text.
type Take<'t> = &'t mut dyn FnMut(&str) -> Result<(), String>;

struct TakeVisitor<'t>(Take<'t>);

impl TakeVisitor<'_> {
    fn take<E: de::Error>(self, piece: &Piece<'_>) -> Result<(), E> {
        let text = piece.text();
        (self.0)(text).map_err(|reason| failed(text, &reason))
    }
}

impl<'de> Visitor<'de> for TakeVisitor<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        PieceVisitor.expecting(formatter)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let piece = PieceVisitor.visit_newtype_struct(deserializer)?;
        self.take(&piece)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        let piece = PieceVisitor.visit_map(map)?;
        self.take(&piece)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<(), A::Error> {
        let piece = PieceVisitor.visit_seq(seq)?;
        self.take(&piece)
    }
}

/// These entries and those that the map still has.
pub(super) fn entries<'de, A: MapAccess<'de>>(
    mut before: Vec<(Key<'de>, Piece<'de>)>,
    map: &mut A,
) -> Result<Vec<(Key<'de>, Piece<'de>)>, A::Error> {
    while let Some(entry) = map.next_entry()? {
        before.push(entry);
    }
    Ok(before)
}

/// Reads a piece of the body.
pub(super) fn read_piece<'de, S: DeserializeSeed<'de>, E: de::Error>(
    text: &'de str,
    seed: S,
) -> Result<S::Value, E> {
    if let Err(reason) = check_nesting(text) {
        return Err(failed(text, reason));
    }
    let mut deserializer = serde_json::Deserializer::from_str(text);
    seed.deserialize(&mut deserializer)
        .map_err(|error| failed(text, &reason(&error)))
}

#[cold]
fn failed<E: de::Error>(text: &str, reason: &str) -> E {
    failed_after(text);
    E::custom(reason)
}

fn check_nesting(text: &str) -> Result<(), &'static str> {
    if text.starts_with(['{', '[']) && nesting(text) > NESTING {
        return Err("recursion limit exceeded");
    }
    Ok(())
}

/// How many arrays and objects of a JSON text stand in each other.
fn nesting(text: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        match byte {
            b'{' | b'[' => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b'}' | b']' => depth = depth.saturating_sub(1),
            b'"' => pass_string(&mut bytes),
            _ => {}
        }
    }
    deepest
}

fn pass_string(bytes: &mut impl Iterator<Item = u8>) {
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' => return,
            b'\\' => {
                bytes.next();
            }
            _ => {}
        }
    }
}

/// The message without the place, which counts from the beginning of the piece.
pub(super) fn reason(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    match message.strip_suffix(&place) {
        Some(alone) => alone.to_owned(),
        None => message,
    }
}

impl<'de> Deserialize<'de> for Piece<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(TOKEN, PieceVisitor)
    }
}

struct PieceVisitor;

impl<'de> Visitor<'de> for PieceVisitor {
    type Value = Piece<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Piece<'de>, D::Error> {
        Json::deserialize(deserializer).map(|value| Piece::written(&value))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Piece<'de>, A::Error> {
        match Opened::of(map)? {
            Opened::Text(text) => Ok(Piece(text)),
            Opened::Object(object) => Ok(Piece::written(&object)),
        }
    }

    /// The elements of an array that was looked at, each as its text.
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Piece<'de>, A::Error> {
        let mut text = String::from("[");
        while let Some(element) = seq.next_element::<Piece<'de>>()? {
            if text.len() > 1 {
                text.push(',');
            }
            text.push_str(element.text());
        }
        text.push(']');
        Ok(Piece(Cow::Owned(text)))
    }
}

/// What comes as a map: a text that was asked for, or an object after all, where no text is.
pub(super) enum Opened<'de> {
    Text(Cow<'de, str>),
    Object(Json),
}

impl<'de> Opened<'de> {
    pub(super) fn of<A: MapAccess<'de>>(mut map: A) -> Result<Self, A::Error> {
        let mut object = JsonObject::new();
        while let Some(name) = map.next_key::<Key<'de>>()? {
            if name.0 == TOKEN && object.is_empty() {
                return map.next_value_seed(Text).map(Self::Text);
            }
            object.insert(name.0.into_owned(), map.next_value()?);
        }
        Ok(Self::Object(Json::Object(object)))
    }
}
