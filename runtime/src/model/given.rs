//! A value that a union takes whole, with the text that it was read from: a number that 64 bits do not hold has its
//! digits there, and nowhere in [`Json`].

use std::{borrow::Cow, hash::BuildHasher};

use serde::de::{self, MapAccess};

use super::{
    Model,
    held::Alternatives,
    key::Key,
    piece::{Piece, entries, reason},
};
use crate::{
    Json,
    decode::{
        forget_failure,
        trail::{Trail, follow, leave},
    },
};

/// A value, as often as its variants are tried.
pub(super) struct Given<'t> {
    pub(super) value: Json,
    text: Cow<'t, str>,
}

/// A value without a text of its own is given the one that it is written as: what reads a text is there already, and
/// to read a [`Json`] every type would be compiled once more.
impl From<Json> for Given<'_> {
    fn from(value: Json) -> Self {
        let text = Cow::Owned(value.to_string());
        Self { value, text }
    }
}

impl<'t> Given<'t> {
    /// The value of a text. One that nests too deep is refused, and, where reading is strict, one with a key twice.
    pub(super) fn of_text(text: Cow<'t, str>) -> Result<Self, String> {
        let (read, trail) = follow(|| read_as(&text, |deserializer| Json::read_from(deserializer)));
        if read.is_err() {
            leave(trail);
        }
        read.map(|value| Self { value, text })
    }

    /// The object of these entries.
    pub(super) fn of_entries(entries: &[(Key<'_>, Piece<'_>)]) -> Result<Self, String> {
        let entries: Vec<String> = entries
            .iter()
            .map(|(name, piece)| format!("{}:{}", Json::from(&*name.0), piece.text()))
            .collect();
        Self::of_text(format!("{{{}}}", entries.join(",")).into())
    }

    /// The object of a map's entries.
    pub(super) fn of_map<'de, A: MapAccess<'de>>(mut map: A) -> Result<Self, A::Error> {
        let entries = entries(Vec::new(), &mut map)?;
        Self::of_entries(&entries).map_err(de::Error::custom)
    }

    /// Reads it as the variant of this index; with the way to what could not be read.
    pub(super) fn try_read(
        &self,
        union: &mut dyn Alternatives,
        index: usize,
    ) -> (Result<(), String>, Trail) {
        follow(|| read_as(&self.text, |text| union.read(index, text)))
    }

    /// Reads it as a model.
    pub(super) fn read_model<T: Model>(&self) -> Result<T, String> {
        read_as(&self.text, |text| T::read_from(text))
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn hash(&self, hashing: &impl BuildHasher) -> u64 {
        hashing.hash_one(&self.text)
    }
}

/// The deserializer that whole bodies are read by.
pub(super) type Text<'t> = serde_json::Deserializer<serde_json::de::StrRead<'t>>;

pub(super) fn read_as<'t, T>(
    text: &'t str,
    read: impl FnOnce(&mut Text<'t>) -> serde_json::Result<T>,
) -> Result<T, String> {
    let read = read(&mut Text::from_str(text));
    // Another variant may fit.
    forget_failure();
    match read {
        Ok(value) => Ok(value),
        Err(error) => Err(reason(&error)),
    }
}
