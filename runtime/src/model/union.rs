//! A generated enum of alternatives, `oneOf` or `anyOf`: how its variant is found.

use std::convert::Infallible;

use serde::{
    Deserializer, Serialize, Serializer,
    de::{self, MapAccess},
};

use super::{
    tag::{Tag, must_name},
    variants::Variants,
    write_variant,
};
use crate::{Checker, Constraint, Json, Model, Validate, decode::strict, validate::constrain_all};

/// An enum with a variant for each alternative of a `oneOf` or `anyOf` (JSON Schema 2020-12 core §10.2.1).
///
/// [`union!`](crate::union!) makes one, and gives it `Serialize`, `Deserialize`, [`Validate`](crate::Validate) and
/// [`Model`](crate::Model). A value is read by the rule in [`VARIANTS`](Self::VARIANTS); where the rule leaves several
/// variants, the first that reads the value and finds no violation in it is taken, else the first that reads it.
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
/// known, and what tells them apart; and gives it `Serialize`, `Deserialize`, [`Validate`](crate::Validate) and
/// [`Model`](crate::Model).
///
/// `union!(Shape { Circle, Square } else Unknown, by bindery::Variants::Discriminator { .. })`
///
/// Checks on every value follow, as in [`object!`](crate::object!). A variant with `+ others` holds a struct and, in a
/// [`JsonObject`](crate::JsonObject) beside it, the properties that the struct does not name.
#[macro_export]
macro_rules! union {
    (
        $type:ident { $($variant:ident $(+ $others:ident)? $([$($constraint:expr),+ $(,)?])?),+ $(,)? } $(else $unknown:ident)?,
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
                        $crate::union_read!(deserializer, Self::$variant $(, $others)?)
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
                        $crate::union_read_map!(map, Self::$variant $(, $others)?)
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
                    $(Self::$variant(value $(, $others)?) => $crate::union_visit!(
                        visitor,
                        ::core::stringify!($variant),
                        value,
                        &[$($($constraint),+)?]
                        $(, $others)?
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
            type Kind = $crate::private::UnionKind;
        }
    };
}

/// Reads a variant, with what it keeps beside its struct.
#[doc(hidden)]
#[macro_export]
macro_rules! union_read {
    ($deserializer:ident, $make:expr) => {
        $crate::private::union_variant($deserializer, $make)
    };
    ($deserializer:ident, $make:expr, $others:ident) => {
        $crate::private::union_variant_with_others($deserializer, $make)
    };
}

/// Reads a variant from the entries of an object, with what it keeps beside its struct.
#[doc(hidden)]
#[macro_export]
macro_rules! union_read_map {
    ($map:ident, $make:expr) => {
        $crate::private::union_variant_map($map, $make)
    };
    ($map:ident, $make:expr, $others:ident) => {
        $crate::private::union_variant_map_with_others($map, $make)
    };
}

/// Tells what a variant holds, with what it keeps beside its struct.
#[doc(hidden)]
#[macro_export]
macro_rules! union_visit {
    ($visitor:ident, $name:expr, $value:ident, $constraints:expr) => {
        $visitor.variant($name, $value, $constraints)
    };
    ($visitor:ident, $name:expr, $value:ident, $constraints:expr, $others:ident) => {
        $visitor.variant(
            $name,
            &$crate::private::WithOthers::new($value, $others),
            $constraints,
        )
    };
}

/// The error for an index that the union has no variant for.
#[cold]
pub fn no_variant<E: de::Error>(index: usize) -> E {
    de::Error::custom(format_args!("there is no variant {index}"))
}

/// Writes what the variant holds.
pub fn write_union<T: Union, S: Serializer>(union: &T, serializer: S) -> Result<S::Ok, S::Error> {
    union.visit(Encoding(serializer))
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
        write_variant(value, self.0)
    }

    fn unknown(self, value: &Json) -> Result<S::Ok, S::Error> {
        value.serialize(self.0)
    }
}

/// Checks what the variant holds, then the value as a whole.
pub(super) fn check_union<T: Union>(union: &T, checker: &mut Checker) {
    let unknown = match T::VARIANTS {
        Variants::Discriminator { property, .. } | Variants::DiscriminatorOr { property, .. } => {
            Unknown::Refused(Some(property))
        }
        Variants::Hint { .. } => Unknown::Taken,
        Variants::Named { .. } | Variants::Decide(_) | Variants::ExactlyOne(_) => {
            Unknown::Refused(None)
        }
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
                self.checker.property(tag.property(), |checker| {
                    checker.violation(constraint.keyword(), constraint.to_string());
                });
            }
        }
        Ok(())
    }

    fn unknown(self, _: &Json) -> Result<(), Infallible> {
        let report = |checker: &mut Checker| {
            checker.violation("discriminator", must_name(self.variants));
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
pub(super) fn union_satisfies<T: Union>(union: &T, constraint: &Constraint) -> bool {
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
pub(super) fn constrain_union<T: Union>(union: &T, constraint: &Constraint, checker: &mut Checker) {
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
