//! Entries of an object that were read already, then those that were not.

use std::{iter, vec};

use serde::de::{DeserializeSeed, IntoDeserializer, MapAccess, value::CowStrDeserializer};

use super::{key::Key, piece::read_piece};

/// A property with the text of its value.
pub(super) type Entry<'de> = (Key<'de>, &'de str);

/// An object from its beginning, when a union has read as far as its discriminator.
pub(super) struct Replay<'de, A> {
    read: iter::Chain<vec::IntoIter<Entry<'de>>, iter::Once<Entry<'de>>>,
    value: Option<&'de str>,
    rest: A,
}

impl<'de, A> Replay<'de, A> {
    /// The entries before the last that was read, that one, and those to come.
    pub(super) fn new(before: Vec<Entry<'de>>, last: Entry<'de>, rest: A) -> Self {
        Self {
            read: before.into_iter().chain(iter::once(last)),
            value: None,
            rest,
        }
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Replay<'de, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, A::Error> {
        let Some((name, value)) = self.read.next() else {
            return self.rest.next_key_seed(seed);
        };
        self.value = Some(value);
        let name: CowStrDeserializer<'de, A::Error> = name.into_deserializer();
        seed.deserialize(name).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        match self.value.take() {
            Some(text) => read_piece(text, seed),
            None => self.rest.next_value_seed(seed),
        }
    }
}
