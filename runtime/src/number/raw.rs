//! A number's own text, out of JSON and into it.

use std::{borrow::Cow, fmt};

use serde::{
    Deserializer, Serialize, Serializer,
    de::{self, DeserializeSeed, IgnoredAny, MapAccess},
    ser,
};
use serde_json::value::RawValue;

use crate::decode;

/// The name under which `serde_json` hands over a value's text. Were it called otherwise, a number would come as the
/// integer or float that it is read as.
pub(crate) const TOKEN: &str = "$serde_json::private::RawValue";

/// Reads a number from its text.
pub(super) fn read_number<'de, T, D: Deserializer<'de>>(
    deserializer: D,
    expected: &'static str,
    make: fn(&str) -> Option<T>,
) -> Result<T, D::Error> {
    deserializer.deserialize_newtype_struct(TOKEN, NumberVisitor { expected, make })
}

struct NumberVisitor<T> {
    expected: &'static str,
    make: fn(&str) -> Option<T>,
}

impl<T> NumberVisitor<T> {
    fn make<E: de::Error>(self, text: &str) -> Result<T, E> {
        (self.make)(text).ok_or_else(|| {
            let found = match text.as_bytes().first() {
                Some(b'-' | b'0'..=b'9') => de::Unexpected::Other("another number"),
                Some(b'"') => de::Unexpected::Other("a string"),
                Some(b'[') => de::Unexpected::Seq,
                Some(b'{') => de::Unexpected::Map,
                Some(b'n') => de::Unexpected::Unit,
                Some(_) | None => de::Unexpected::Other("a boolean"),
            };
            E::invalid_type(found, &self)
        })
    }
}

impl<'de, T> de::Visitor<'de> for NumberVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.expected)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<T, E> {
        self.make(&value.to_string())
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<T, E> {
        self.make(&value.to_string())
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<T, E> {
        self.make(&format!("{value:e}"))
    }

    /// The text of a header, which is the number's.
    fn visit_str<E: de::Error>(self, value: &str) -> Result<T, E> {
        self.make(value)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        if map.next_key::<IgnoredAny>()?.is_none() {
            return Err(de::Error::invalid_type(de::Unexpected::Map, &self));
        }
        let text = map.next_value_seed(Text)?;
        self.make(&text)
            .inspect_err(|_: &A::Error| decode::failed_after(&text))
    }
}

/// A text, where it can be the piece of the body that it stands in.
pub(crate) struct Text;

impl<'de> DeserializeSeed<'de> for Text {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> de::Visitor<'de> for Text {
    type Value = Cow<'de, str>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the text of a number")
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text.to_owned()))
    }
}

/// Writes a number as its text.
pub(super) fn write_number<S: Serializer>(text: String, serializer: S) -> Result<S::Ok, S::Error> {
    let text = RawValue::from_string(text).map_err(ser::Error::custom)?;
    text.serialize(serializer)
}
