//! Entries of an object that were read already, then those that were not.

use std::vec;

use serde::de::{DeserializeSeed, IntoDeserializer, MapAccess, value::StringDeserializer};

use super::piece::read_piece;

/// An object from its beginning, when a union has read as far as its discriminator.
pub(super) struct Replay<'de, A> {
    before: vec::IntoIter<(String, &'de str)>,
    value: Option<&'de str>,
    rest: A,
}

impl<'de, A> Replay<'de, A> {
    pub(super) fn new(before: Vec<(String, &'de str)>, rest: A) -> Self {
        Self {
            before: before.into_iter(),
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
        let Some((name, value)) = self.before.next() else {
            return self.rest.next_key_seed(seed);
        };
        self.value = Some(value);
        let name: StringDeserializer<A::Error> = name.into_deserializer();
        seed.deserialize(name).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        match self.value.take() {
            Some(text) => read_piece(text, seed),
            None => self.rest.next_value_seed(seed),
        }
    }
}
