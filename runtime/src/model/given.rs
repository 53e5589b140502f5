//! A value that a union takes whole, with the text that it was read from: a number that 64 bits do not hold has its digits
//! there, and nowhere in [`Json`].

use std::{borrow::Cow, hash::BuildHasher};

use serde::{
    Deserializer,
    de::{self, Deserialize, DeserializeSeed, MapAccess, Visitor, value::MapAccessDeserializer},
};

use super::{Union, replay::Replay};
use crate::{
    Json,
    decode::{failed_after, forget_failure},
    number::{TOKEN, Text},
};

/// How deep a text may nest: as deep as `serde_json` reads.
const NESTING: usize = 127;

/// A value, as often as its variants are tried.
pub(super) struct Given<'t> {
    pub(super) value: Json,
    text: Option<Cow<'t, str>>,
}

impl From<Json> for Given<'_> {
    fn from(value: Json) -> Self {
        Self { value, text: None }
    }
}

impl<'t> Given<'t> {
    /// The value of a text. One that nests too deep is refused.
    pub(super) fn of_text(text: Cow<'t, str>) -> Result<Self, String> {
        let value = serde_json::from_str(&text).map_err(|error| reason(&error))?;
        let text = Some(text);
        Ok(Self { value, text })
    }

    /// The object of these entries.
    pub(super) fn of_entries(entries: &[(String, Piece<'_>)]) -> Result<Self, String> {
        let entries: Vec<String> = entries
            .iter()
            .map(|(name, piece)| format!("{}:{}", Json::from(name.as_str()), piece.text()))
            .collect();
        Self::of_text(format!("{{{}}}", entries.join(",")).into())
    }

    /// Reads it as the variant of this index.
    pub(super) fn read<T: Union>(&self, index: usize) -> Result<T, String> {
        match &self.text {
            Some(text) => read_text(index, text),
            None => read_json(index, self.value.clone()),
        }
    }

    /// Reads it as the variant of this index, at last.
    pub(super) fn into_variant<T: Union>(self, index: usize) -> Result<T, String> {
        match &self.text {
            Some(text) => read_text(index, text),
            None => read_json(index, self.value),
        }
    }

    pub(super) fn hash(&self, hashing: &impl BuildHasher) -> u64 {
        match &self.text {
            Some(text) => hashing.hash_one(text),
            None => hashing.hash_one(&self.value),
        }
    }
}

fn read_json<T: Union>(index: usize, value: Json) -> Result<T, String> {
    T::read(index, value).map_err(|error| error.to_string())
}

/// By the deserializer that whole bodies are read by, so that nothing is compiled for this alone.
fn read_text<T: Union>(index: usize, text: &str) -> Result<T, String> {
    let mut deserializer = serde_json::Deserializer::from_slice(text.as_bytes());
    let read = T::read(index, &mut deserializer);
    // Another variant may fit.
    forget_failure();
    read.map_err(|error| reason(&error))
}

/// The message without the place, which counts from the beginning of the piece.
fn reason(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    match message.strip_suffix(&place) {
        Some(alone) => alone.to_owned(),
        None => message,
    }
}

/// What an entry holds, to be read later: its text, or the value where there is no text.
pub(super) enum Piece<'de> {
    Text(Cow<'de, str>),
    Json(Json),
}

impl<'de> Piece<'de> {
    fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) => Cow::Borrowed(text),
            Self::Json(value) => Cow::Owned(value.to_string()),
        }
    }

    /// Reads what it holds.
    pub(super) fn read<S: DeserializeSeed<'de>, E: de::Error>(
        self,
        seed: S,
    ) -> Result<S::Value, E> {
        match self {
            Self::Json(value) => seed.deserialize(value).map_err(E::custom),
            Self::Text(text) => {
                let read = match &text {
                    Cow::Borrowed(text) => read_piece(seed, text),
                    // What is read borrows nothing of a text that ends here.
                    Cow::Owned(text) => match serde_json::from_str::<Json>(text) {
                        Ok(value) => seed.deserialize(value).map_err(|error| reason(&error)),
                        Err(error) => Err(reason(&error)),
                    },
                };
                read.map_err(|reason| {
                    failed_after(&text);
                    E::custom(reason)
                })
            }
        }
    }
}

fn read_piece<'de, S: DeserializeSeed<'de>>(seed: S, text: &'de str) -> Result<S::Value, String> {
    if text.starts_with(['{', '[']) && nesting(text) > NESTING {
        return Err("recursion limit exceeded".to_owned());
    }
    let mut deserializer = serde_json::Deserializer::from_slice(text.as_bytes());
    seed.deserialize(&mut deserializer)
        .map_err(|error| reason(&error))
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

impl<'de> Deserialize<'de> for Piece<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(TOKEN, PieceVisitor)
    }
}

struct PieceVisitor;

impl<'de> Visitor<'de> for PieceVisitor {
    type Value = Piece<'de>;

    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("a value")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Piece<'de>, D::Error> {
        Json::deserialize(deserializer).map(Piece::Json)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Piece<'de>, A::Error> {
        match Opened::of(map)? {
            Opened::Text(text) => Ok(Piece::Text(text)),
            Opened::Object(object) => Ok(Piece::Json(object)),
        }
    }
}

/// What comes as a map: a text that was asked for, or an object after all, where no text is.
pub(super) enum Opened<'de> {
    Text(Cow<'de, str>),
    Object(Json),
}

impl<'de> Opened<'de> {
    pub(super) fn of<A: MapAccess<'de>>(mut map: A) -> Result<Self, A::Error> {
        let mut before = Vec::new();
        if let Some(name) = map.next_key::<Cow<'de, str>>()? {
            if name == TOKEN {
                return map.next_value_seed(Text).map(Self::Text);
            }
            before.push((name.into_owned(), map.next_value().map(Piece::Json)?));
        }
        let object = MapAccessDeserializer::new(Replay::new(before, map));
        Json::deserialize(object).map(Self::Object)
    }
}
