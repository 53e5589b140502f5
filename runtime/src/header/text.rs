//! A value from text in the style `simple`: what the type asks for decides how the text is read.

use std::fmt;

use serde::{
    Deserializer,
    de::{
        DeserializeOwned, IntoDeserializer, Visitor,
        value::{MapDeserializer, SeqDeserializer},
    },
    forward_to_deserialize_any,
};

/// Reads a value from the text of a header.
pub(super) fn read<T: DeserializeOwned>(text: &str, explode: bool) -> Result<T, TextError> {
    T::deserialize(Text {
        text: text.trim(),
        explode,
    })
}

/// Why a text is not a value of the type. It does not show the text, which may be secret.
#[derive(Debug)]
pub(super) struct TextError(String);

impl fmt::Display for TextError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for TextError {}

impl serde::de::Error for TextError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

#[derive(Clone, Copy)]
struct Text<'t> {
    text: &'t str,
    explode: bool,
}

impl<'t> Text<'t> {
    fn elements(self) -> impl Iterator<Item = Self> {
        let elements = self.text.split(',').map(str::trim);
        elements
            .filter(|element| !element.is_empty())
            .map(move |text| Self { text, ..self })
    }

    /// `R,100,G,200`, or `R=100,G=200` exploded.
    fn pairs(self) -> Vec<(&'t str, Self)> {
        let mut elements = self.elements();
        let mut pairs = Vec::new();
        while let Some(element) = elements.next() {
            let exploded = element.text.split_once('=').filter(|_| self.explode);
            let pair = match exploded {
                Some((name, text)) => Some((name, Self { text, ..self })),
                None => elements.next().map(|value| (element.text, value)),
            };
            pairs.extend(pair);
        }
        pairs
    }

    fn parsed<T: std::str::FromStr<Err: fmt::Display>>(self) -> Result<T, TextError> {
        let parsed = self.text.parse();
        parsed.map_err(|error: T::Err| TextError(error.to_string()))
    }
}

impl IntoDeserializer<'_, TextError> for Text<'_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// Types whose values are read from text by themselves.
macro_rules! parsed {
    ($($method:ident => $visit:ident),* $(,)?) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, TextError> {
            visitor.$visit(self.parsed()?)
        }
    )*};
}

impl<'de> Deserializer<'de> for Text<'_> {
    type Error = TextError;

    parsed! {
        deserialize_bool => visit_bool,
        deserialize_i8 => visit_i8,
        deserialize_i16 => visit_i16,
        deserialize_i32 => visit_i32,
        deserialize_i64 => visit_i64,
        deserialize_i128 => visit_i128,
        deserialize_u8 => visit_u8,
        deserialize_u16 => visit_u16,
        deserialize_u32 => visit_u32,
        deserialize_u64 => visit_u64,
        deserialize_u128 => visit_u128,
        deserialize_f32 => visit_f32,
        deserialize_f64 => visit_f64,
        deserialize_char => visit_char,
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, TextError> {
        visitor.visit_str(self.text)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, TextError> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, TextError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, TextError> {
        visitor.visit_seq(SeqDeserializer::new(self.elements()))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, TextError> {
        visitor.visit_map(MapDeserializer::new(self.pairs().into_iter()))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, TextError> {
        self.deserialize_map(visitor)
    }

    forward_to_deserialize_any! {
        str string bytes byte_buf unit unit_struct tuple tuple_struct enum identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::read;
    use crate::Json;

    #[test]
    fn the_type_decides_how_a_text_is_read() {
        assert_eq!(read::<i64>(" 12 ", false).unwrap(), 12);
        assert_eq!(read::<String>("12", false).unwrap(), "12");
        assert!(read::<bool>("true", false).unwrap());
        assert_eq!(read::<Vec<i64>>("1, 2,,3", false).unwrap(), [1, 2, 3]);
        assert_eq!(read::<Option<f64>>("1.5", false).unwrap(), Some(1.5));
        assert_eq!(read::<Json>("a,b", false).unwrap(), Json::from("a,b"));
        assert!(read::<i64>("twelve", false).is_err());
    }

    #[test]
    fn objects_are_pairs_exploded_or_not() {
        let expected = BTreeMap::from([("G".to_owned(), 200), ("R".to_owned(), 100)]);
        for (text, explode) in [("R,100,G,200", false), ("R=100,G=200", true)] {
            assert_eq!(
                read::<BTreeMap<String, i64>>(text, explode).unwrap(),
                expected
            );
        }
    }
}
