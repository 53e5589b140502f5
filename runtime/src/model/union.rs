//! A generated enum of alternatives, `oneOf` or `anyOf`: how its variant is found.

use std::{convert::Infallible, fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{
        self, MapAccess,
        value::{MapAccessDeserializer, SeqAccessDeserializer},
    },
};

use super::{
    JsonType,
    attempt::is_valid,
    depth::write_within,
    replay::Replay,
    tag::Tag,
    trial::{Fit, expected, read_candidates, read_variant},
    variants::{Variants, candidates},
};
use crate::{Checker, Constraint, Json, Model, Validate, decode::strict, validate::constrain_all};

/// An enum with a variant for each alternative of a `oneOf` or `anyOf` (JSON Schema 2020-12 core §10.2.1).
///
/// [`union!`](crate::union!) makes one, and gives it `Serialize`, `Deserialize`, [`Validate`](crate::Validate) and [`Model`](crate::Model). A value is read by
/// the rule in [`VARIANTS`](Self::VARIANTS); where the rule leaves several variants, the first that reads the value and
/// finds no violation in it is taken, else the first that reads it.
pub trait Union: Validate + Sized {
    /// What tells the variants apart.
    const VARIANTS: Variants;

    /// The name of each variant, for error messages.
    const NAMES: &'static [&'static str];

    /// What each value has to keep, whichever variant holds it.
    const CONSTRAINTS: &'static [Constraint] = &[];

    /// Reads the variant of this index.
    fn read<'de, D: Deserializer<'de>>(index: usize, deserializer: D) -> Result<Self, D::Error>;

    /// Reads the variant of this index from the entries of an object.
    fn read_map<'de, A: MapAccess<'de>>(index: usize, map: A) -> Result<Self, A::Error>;

    /// The variant that keeps a value whose discriminator is not known, where the union has one.
    fn unknown(value: Json) -> Option<Self> {
        drop(value);
        None
    }

    /// Tells what the variant holds to the visitor.
    fn visit<V: VariantVisitor>(&self, visitor: V) -> Result<V::Ok, V::Error>;
}

/// Is told what the variant of a union holds.
pub trait VariantVisitor: Sized {
    /// What it makes of it.
    type Ok;

    /// What it can fail with.
    type Error;

    /// The value in the variant of this name, and what it has to keep beside what its type asks for.
    fn variant<T: Serialize + Validate>(
        self,
        name: &'static str,
        value: &T,
        constraints: &'static [Constraint],
    ) -> Result<Self::Ok, Self::Error>;

    /// A value whose discriminator is not known.
    fn unknown(self, value: &Json) -> Result<Self::Ok, Self::Error>;
}

/// Reads a value as the type that a variant holds, and makes the variant.
pub fn union_variant<'de, T: Model, U, D: Deserializer<'de>>(
    deserializer: D,
    make: fn(T) -> U,
) -> Result<U, D::Error> {
    T::read_from(deserializer).map(make)
}

/// Reads the entries of an object as the type that a variant holds, and makes the variant.
pub fn union_variant_map<'de, T: Model, U, A: MapAccess<'de>>(
    map: A,
    make: fn(T) -> U,
) -> Result<U, A::Error> {
    T::read_map(map).map(make)
}

/// Makes an enum of alternatives a [`Union`], from its variants in order, the one for values whose discriminator is not
/// known, and what tells them apart; and gives it `Serialize`, `Deserialize`, [`Validate`](crate::Validate) and [`Model`](crate::Model).
///
/// `union!(Shape { Circle, Square } else Unknown, by bindery::Variants::Discriminator { .. })`
///
/// Checks on every value follow, as in [`object!`](crate::object!).
#[macro_export]
macro_rules! union {
    (
        $type:ident { $($variant:ident $([$($constraint:expr),+ $(,)?])?),+ $(,)? } $(else $unknown:ident)?,
        by $variants:expr $(, checks: [$($check:expr),* $(,)?])?
    ) => {
        impl $crate::Union for $type {
            const VARIANTS: $crate::Variants = $variants;
            const NAMES: &'static [&'static str] = &[$(::core::stringify!($variant)),+];
            $(const CONSTRAINTS: &'static [$crate::Constraint] = &[$($check),*];)?

            fn read<'de, D: $crate::serde::Deserializer<'de>>(
                index: usize,
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                enum Place {
                    $($variant),+
                }
                match index {
                    $(index if index == Place::$variant as usize => {
                        $crate::union_variant(deserializer, Self::$variant)
                    })+
                    _ => ::core::result::Result::Err($crate::private::no_variant(index)),
                }
            }

            fn read_map<'de, A: $crate::serde::de::MapAccess<'de>>(
                index: usize,
                map: A,
            ) -> ::core::result::Result<Self, A::Error> {
                enum Place {
                    $($variant),+
                }
                match index {
                    $(index if index == Place::$variant as usize => {
                        $crate::private::union_variant_map(map, Self::$variant)
                    })+
                    _ => ::core::result::Result::Err($crate::private::no_variant(index)),
                }
            }

            $(#[inline]
            fn unknown(value: $crate::Json) -> ::core::option::Option<Self> {
                ::core::option::Option::Some(Self::$unknown(value))
            })?

            fn visit<V: $crate::VariantVisitor>(
                &self,
                visitor: V,
            ) -> ::core::result::Result<V::Ok, V::Error> {
                match self {
                    $(Self::$variant(value) => visitor.variant(
                        ::core::stringify!($variant),
                        value,
                        &[$($($constraint),+)?],
                    ),)+
                    $(Self::$unknown(value) => visitor.unknown(value),)?
                }
            }
        }

        impl $crate::serde::Serialize for $type {
            fn serialize<S: $crate::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::private::write_union(self, serializer)
            }
        }

        impl<'de> $crate::serde::Deserialize<'de> for $type {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::private::read_union(deserializer)
            }
        }

        impl $crate::Model for $type {}

        impl $crate::Validate for $type {
            #[inline]
            fn check(&self, checker: &mut $crate::Checker) {
                $crate::private::check_union(self, checker);
            }

            #[inline]
            fn satisfies(&self, constraint: &$crate::Constraint) -> bool {
                $crate::private::union_satisfies(self, constraint)
            }

            #[inline]
            fn constrain(&self, constraint: &$crate::Constraint, checker: &mut $crate::Checker) {
                $crate::private::constrain_union(self, constraint, checker);
            }
        }
    };
}

/// The error for an index that the union has no variant for.
#[cold]
pub fn no_variant<E: de::Error>(index: usize) -> E {
    de::Error::custom(format_args!("there is no variant {index}"))
}

/// Writes what the variant holds.
pub fn write_union<T: Union, S: Serializer>(union: &T, serializer: S) -> Result<S::Ok, S::Error> {
    write_within(serializer, |serializer| union.visit(Encoding(serializer)))
}

struct Encoding<S>(S);

impl<S: Serializer> VariantVisitor for Encoding<S> {
    type Ok = S::Ok;
    type Error = S::Error;

    fn variant<T: Serialize + Validate>(
        self,
        _: &'static str,
        value: &T,
        _: &'static [Constraint],
    ) -> Result<S::Ok, S::Error> {
        value.serialize(self.0)
    }

    fn unknown(self, value: &Json) -> Result<S::Ok, S::Error> {
        value.serialize(self.0)
    }
}

/// Checks what the variant holds, then the value as a whole.
pub fn check_union<T: Union>(union: &T, checker: &mut Checker) {
    let unknown = match T::VARIANTS {
        Variants::Discriminator { property, .. } | Variants::DiscriminatorOr { property, .. } => {
            Unknown::Refused(Some(property))
        }
        Variants::Hint { .. } => Unknown::Taken,
        Variants::Decide(_) | Variants::ExactlyOne(_) => Unknown::Refused(None),
    };
    let Ok(()) = union.visit(Validation {
        checker,
        unknown,
        variants: T::VARIANTS,
        names: T::NAMES,
    });
    constrain_all(union, T::CONSTRAINTS, checker);
}

struct Validation<'c> {
    checker: &'c mut Checker,
    unknown: Unknown,
    variants: Variants,
    names: &'static [&'static str],
}

impl Validation<'_> {
    /// What the variant of this name must not say of itself. What is being decoded was chosen by that.
    fn tag(&self, name: &str) -> Option<Tag> {
        if strict::is_on() {
            return None;
        }
        let index = self.names.iter().position(|known| *known == name)?;
        Tag::new(self.variants, index)
    }
}

/// What a value of no variant is.
enum Unknown {
    /// As good as any other.
    Taken,
    /// A violation, at the property that a value is told by.
    Refused(Option<&'static str>),
}

impl VariantVisitor for Validation<'_> {
    type Ok = ();
    type Error = Infallible;

    fn variant<T: Serialize + Validate>(
        self,
        name: &'static str,
        value: &T,
        constraints: &'static [Constraint],
    ) -> Result<(), Infallible> {
        value.check(self.checker);
        constrain_all(value, constraints, self.checker);
        if let Some(tag) = self.tag(name) {
            let constraint = Constraint::Discriminator(tag);
            if !value.satisfies(&constraint) {
                self.checker.property(tag.property, |checker| {
                    checker.violation(constraint.keyword(), constraint.to_string());
                });
            }
        }
        Ok(())
    }

    fn unknown(self, _: &Json) -> Result<(), Infallible> {
        let report = |checker: &mut Checker| {
            checker.violation("discriminator", "must name a known variant");
        };
        match self.unknown {
            Unknown::Taken => {}
            Unknown::Refused(Some(property)) => self.checker.property(property, report),
            Unknown::Refused(None) => report(self.checker),
        }
        Ok(())
    }
}

/// Whether what the variant holds keeps a constraint.
pub fn union_satisfies<T: Union>(union: &T, constraint: &Constraint) -> bool {
    let Ok(kept) = union.visit(Satisfaction(constraint));
    kept
}

struct Satisfaction<'c>(&'c Constraint);

impl VariantVisitor for Satisfaction<'_> {
    type Ok = bool;
    type Error = Infallible;

    fn variant<T: Serialize + Validate>(
        self,
        _: &'static str,
        value: &T,
        _: &'static [Constraint],
    ) -> Result<bool, Infallible> {
        Ok(value.satisfies(self.0))
    }

    fn unknown(self, value: &Json) -> Result<bool, Infallible> {
        self.variant("", value, &[])
    }
}

/// Reports a constraint that what the variant holds does not keep.
pub fn constrain_union<T: Union>(union: &T, constraint: &Constraint, checker: &mut Checker) {
    let Ok(()) = union.visit(Constraining(constraint, checker));
}

struct Constraining<'c>(&'c Constraint, &'c mut Checker);

impl VariantVisitor for Constraining<'_> {
    type Ok = ();
    type Error = Infallible;

    fn variant<T: Serialize + Validate>(
        self,
        _: &'static str,
        value: &T,
        _: &'static [Constraint],
    ) -> Result<(), Infallible> {
        value.constrain(self.0, self.1);
        Ok(())
    }

    fn unknown(self, value: &Json) -> Result<(), Infallible> {
        self.variant("", value, &[])
    }
}

/// Reads a union from any value.
pub fn read_union<'de, T: Union + 'static, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserializer.deserialize_any(UnionVisitor(PhantomData))
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
        decide(Json::Null).map_err(E::custom)
    }

    fn visit_none<E: de::Error>(self) -> Result<T, E> {
        self.visit_unit()
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<T, E> {
        decide(Json::from(value)).map_err(E::custom)
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<T, E> {
        decide(Json::from(value)).map_err(E::custom)
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<T, E> {
        decide(Json::from(value)).map_err(E::custom)
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<T, E> {
        decide(Json::from(value)).map_err(E::custom)
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<T, E> {
        decide(Json::from(value)).map_err(E::custom)
    }

    fn visit_string<E: de::Error>(self, value: String) -> Result<T, E> {
        decide(Json::from(value)).map_err(E::custom)
    }

    fn visit_seq<A: de::SeqAccess<'de>>(self, seq: A) -> Result<T, A::Error> {
        if let Some(index) = T::VARIANTS.sole(JsonType::Array) {
            return T::read(index, SeqAccessDeserializer::new(seq));
        }
        let value = Json::deserialize(SeqAccessDeserializer::new(seq))?;
        decide(value).map_err(de::Error::custom)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        if let Variants::Discriminator { property, values } = T::VARIANTS {
            return read_tagged(property, values, map);
        }
        if let Some(index) = T::VARIANTS.sole(JsonType::Object) {
            return T::read(index, MapAccessDeserializer::new(map));
        }
        let value = Json::deserialize(MapAccessDeserializer::new(map))?;
        decide(value).map_err(de::Error::custom)
    }
}

fn decide<T: Union + 'static>(value: Json) -> Result<T, String> {
    match T::VARIANTS {
        Variants::Discriminator { property, values } => {
            read_discriminated(property, values, None, value)
        }
        Variants::DiscriminatorOr {
            property,
            values,
            default,
        } => read_discriminated(property, values, Some(default), value),
        Variants::Hint { property, values } => read_hinted(property, values, value),
        Variants::Decide(rules) => read_candidates(&candidates(rules, &value), Fit::Any, value),
        Variants::ExactlyOne(rules) => {
            read_candidates(&candidates(rules, &value), Fit::ExactlyOne, value)
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
fn read_tagged<'de, T: Union + 'static, A: MapAccess<'de>>(
    property: &'static str,
    values: &[(&str, usize)],
    mut map: A,
) -> Result<T, A::Error> {
    let mut before = Vec::new();
    while let Some(name) = map.next_key::<String>()? {
        let value: Json = map.next_value()?;
        let is_tag = name == property;
        let tag = value.as_str().filter(|_| is_tag);
        let found = tag.and_then(|tag| values.iter().find(|(known, _)| *known == tag));
        let index = found.map(|(_, index)| *index);
        before.push((name, value));
        if let Some(index) = index {
            return T::read_map(index, Replay::new(before, map)).map_err(failed_as::<T, _>(index));
        }
        if is_tag {
            break;
        }
    }
    let value = Json::deserialize(MapAccessDeserializer::new(Replay::new(before, map)))?;
    decide(value).map_err(de::Error::custom)
}

fn read_discriminated<T: Union + 'static>(
    property: &str,
    values: &[(&str, usize)],
    default: Option<usize>,
    value: Json,
) -> Result<T, String> {
    let tag = match (read_tag(property, &value), default) {
        (Ok(tag), _) => tag,
        (Err(_), Some(default)) => return read_variant(default, value),
        (Err(reason), None) => return read_untagged(value).map_err(|_| reason),
    };
    let found = values
        .iter()
        .find(|(known, _)| *known == tag)
        .map(|(_, index)| *index)
        .or(default);
    if let Some(index) = found {
        return read_variant(index, value);
    }
    let unknown = unknown_tag(property, values, tag);
    T::unknown(value).ok_or(unknown)
}

fn read_hinted<T: Union>(
    property: &str,
    values: &[(&str, usize)],
    value: Json,
) -> Result<T, String> {
    if !value.is_object() {
        return Err("expected an object".to_owned());
    }
    let named = value.get(property).and_then(Json::as_str);
    let named = values.iter().find(|(known, _)| Some(*known) == named);
    if let Some((_, index)) = named
        && let Ok(read) = read_variant::<T>(*index, value.clone())
        && (!strict::is_on() || is_valid(&read))
    {
        return Ok(read);
    }
    T::unknown(value).ok_or_else(|| format!("expected {}", expected::<T>()))
}

/// A value that does not say what it is: a member may not require the property.
fn read_untagged<T: Union + 'static>(value: Json) -> Result<T, String> {
    let all: Vec<usize> = (0..T::NAMES.len()).collect();
    read_candidates(&all, Fit::Any, value)
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
