//! Reading the types that are not generated: containers ask what they hold to read itself as a [`Model`], and an
//! integer may be written `1.0`.

use std::{collections::BTreeMap, fmt, marker::PhantomData};

use serde::{
    Deserializer,
    de::{self, DeserializeSeed, MapAccess, SeqAccess, Unexpected},
};

use super::{
    AdditionalProperties, Model,
    slot::{NullOr, Nullable, Optional},
};
use crate::{
    Field, File,
    decode::{strict, trail},
};

/// How many elements are made room for before they are read.
const ROOM: usize = 1024;

/// Reads a value as a model does.
pub(super) struct Reading<T>(PhantomData<T>);

impl<T> Reading<T> {
    pub(super) const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<'de, T: Model> DeserializeSeed<'de> for Reading<T> {
    type Value = T;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        T::read_from(deserializer)
    }
}

/// Reads an item that may be absent and is there.
pub(super) struct Present<T>(PhantomData<T>);

impl<T> Present<T> {
    pub(super) const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<'de, T: Model> DeserializeSeed<'de> for Present<T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        T::read_present(deserializer)
    }
}

/// Types that serde reads as their schemas have it.
macro_rules! read_by_serde {
    ($($type:ty),* $(,)?) => {$(
        impl Model for $type {}
    )*};
}

read_by_serde!(
    (),
    bool,
    f32,
    f64,
    String,
    File,
    jiff::civil::DateTime,
    jiff::civil::Time,
);

impl<T: Model> Model for Box<T> {
    const FIELDS: &'static [&'static str] = T::FIELDS;

    #[inline]
    fn read_from<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::read_from(deserializer).map(Self::new)
    }

    fn read_map<'de, A: MapAccess<'de>>(map: A) -> Result<Self, A::Error> {
        T::read_map(map).map(Self::new)
    }
}

impl<T: Model> Model for Option<T> {
    #[inline]
    fn read_from<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut value = None;
        match deserializer.deserialize_option(Optional(&mut value)) {
            Ok(NullOr::Null | NullOr::Value) => Ok(value),
            Err(error) => Err(error),
        }
    }

    /// As with properties, a null is taken for absent, and refused by `decode`.
    fn read_present<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if strict::is_on() {
            T::read_from(deserializer).map(Some)
        } else {
            Self::read_from(deserializer)
        }
    }

    fn absent() -> Option<Self> {
        Some(None)
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

/// A null is read as [`Field::Null`].
impl<T: Model> Model for Field<T> {
    #[inline]
    fn read_from<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut field = Self::Absent;
        match deserializer.deserialize_option(Nullable(&mut field)) {
            Ok(()) => Ok(field),
            Err(error) => Err(error),
        }
    }

    fn absent() -> Option<Self> {
        Some(Self::Absent)
    }

    fn is_absent(&self) -> bool {
        self.is_absent()
    }
}

impl<T: Model> Model for Vec<T> {
    fn read_from<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(VecVisitor(PhantomData))
    }
}

struct VecVisitor<T>(PhantomData<T>);

impl<'de, T: Model> de::Visitor<'de> for VecVisitor<T> {
    type Value = Vec<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Vec<T>, A::Error> {
        let mut elements = Vec::with_capacity(seq.size_hint().unwrap_or(0).min(ROOM));
        loop {
            match seq.next_element_seed(Reading::new()) {
                Ok(Some(element)) => elements.push(element),
                Ok(None) => return Ok(elements),
                Err(error) => {
                    trail::step(&elements.len());
                    return Err(error);
                }
            }
        }
    }
}

impl<T: Model> Model for BTreeMap<String, T> {
    fn read_from<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MapVisitor(PhantomData))
    }

    fn read_map<'de, A: MapAccess<'de>>(map: A) -> Result<Self, A::Error> {
        de::Visitor::visit_map(MapVisitor(PhantomData), map)
    }
}

struct MapVisitor<T>(PhantomData<T>);

impl<'de, T: Model> de::Visitor<'de> for MapVisitor<T> {
    type Value = BTreeMap<String, T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut values = BTreeMap::new();
        while let Some(key) = map.next_key::<String>()? {
            values.keep(key, &mut map)?;
        }
        Ok(values)
    }
}

/// Integers of a size. A number without a fraction is one, however it is written (JSON Schema 2020-12 core §4.2.3);
/// with a point or an exponent only below 2^53, where floats are exact.
macro_rules! integer {
    ($($type:ty, $deserialize:ident);* $(;)?) => {$(
        impl Model for $type {
            #[inline]
            fn read_from<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Visitor;

                const RANGE: Range<$type> = Range(<$type>::MIN, <$type>::MAX);

                impl de::Visitor<'_> for Visitor {
                    type Value = $type;

                    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                        formatter.write_str("a whole number")
                    }

                    #[inline]
                    fn visit_i64<E: de::Error>(self, value: i64) -> Result<$type, E> {
                        <$type>::try_from(value)
                            .map_err(|_| E::invalid_value(Unexpected::Signed(value), &RANGE))
                    }

                    #[inline]
                    fn visit_u64<E: de::Error>(self, value: u64) -> Result<$type, E> {
                        <$type>::try_from(value)
                            .map_err(|_| E::invalid_value(Unexpected::Unsigned(value), &RANGE))
                    }

                    fn visit_f64<E: de::Error>(self, value: f64) -> Result<$type, E> {
                        integral(value)
                            .and_then(|value| <$type>::try_from(value).ok())
                            .ok_or_else(|| no_integer(value, &self, &RANGE))
                    }
                }

                deserializer.$deserialize(Visitor)
            }
        }
    )*};
}

/// What is expected of a whole number that the type does not hold.
struct Range<T>(T, T);

impl<T: fmt::Display> de::Expected for Range<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "a whole number from {} to {}", self.0, self.1)
    }
}

/// The error for a float that is no whole number, or none that the type holds.
#[cold]
fn no_integer<E: de::Error>(value: f64, integer: &dyn de::Expected, range: &dyn de::Expected) -> E {
    if value.fract() == 0.0 {
        E::invalid_value(Unexpected::Float(value), range)
    } else {
        E::invalid_type(Unexpected::Float(value), integer)
    }
}

integer! {
    i8, deserialize_i8;
    i16, deserialize_i16;
    i32, deserialize_i32;
    i64, deserialize_i64;
    u8, deserialize_u8;
    u16, deserialize_u16;
    u32, deserialize_u32;
    u64, deserialize_u64;
}

/// The integer that a float is, where no other has the same float: below 2^53. A text beyond has been rounded already,
/// and would be another number than it says.
fn integral(value: f64) -> Option<i64> {
    const BEYOND: f64 = 9_007_199_254_740_992.0;
    let is_integer = value.fract() == 0.0 && value.abs() < BEYOND;
    #[expect(
        clippy::cast_possible_truncation,
        reason = "it has no fraction, and 64 bits hold it"
    )]
    is_integer.then_some(value as i64)
}
