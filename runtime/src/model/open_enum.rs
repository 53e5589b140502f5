//! A generated enum of strings that takes a value it does not know.

use std::{borrow::Cow, fmt};

use serde::{Deserializer, de};

use super::slot::taken;
use crate::{
    Checker, Constraint,
    validate::{constrain_all, listed},
};

/// An enum of the strings that a schema lists (JSON Schema 2020-12 validation §6.1.2), open to others.
///
/// A value that is not listed decodes to the variant that keeps it, encodes back unchanged, and is a violation.
/// [`open_enum!`](crate::open_enum!) makes one of a list.
pub trait OpenEnum: Sized {
    /// The listed values.
    const VALUES: &'static [&'static str];

    /// What a value has to keep beside being listed.
    const CONSTRAINTS: &'static [Constraint] = &[];

    /// The value as it stands in JSON.
    fn as_str(&self) -> &str;

    /// The variant for a value.
    fn from_value(value: Cow<'_, str>) -> Self;
}

/// Makes an enum of strings an [`OpenEnum`], from a list of its variants with their values and the variant that takes
/// every other value: `open_enum!(Source { External = "external", Manual = "manual" } else Unknown)`.
///
/// Gives it `as_str`, `Display`, `AsRef<str>`, `From<&str>`, `From<String>`, `FromStr`, `Serialize`, `Deserialize`,
/// [`Validate`](crate::Validate) and [`Model`](crate::Model).
#[macro_export]
macro_rules! open_enum {
    (
        $type:ident { $($variant:ident = $value:literal),* $(,)? } else $unknown:ident
        $(, checks: [$($check:expr),* $(,)?])?
    ) => {
        impl $crate::OpenEnum for $type {
            const VALUES: &'static [&'static str] = &[$($value),*];
            $(const CONSTRAINTS: &'static [$crate::Constraint] = &[$($check),*];)?

            #[inline]
            fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $value,)*
                    Self::$unknown(value) => value,
                }
            }

            #[inline]
            fn from_value(value: ::std::borrow::Cow<'_, str>) -> Self {
                match &*value {
                    $($value => Self::$variant,)*
                    _ => Self::$unknown(value.into_owned()),
                }
            }
        }

        impl $type {
            /// The value as it stands in JSON.
            #[must_use]
            #[inline]
            pub fn as_str(&self) -> &str {
                <Self as $crate::OpenEnum>::as_str(self)
            }
        }

        impl ::core::fmt::Display for $type {
            #[inline]
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                formatter.pad(self.as_str())
            }
        }

        impl ::core::convert::AsRef<str> for $type {
            #[inline]
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl ::core::convert::From<&str> for $type {
            #[inline]
            fn from(value: &str) -> Self {
                <Self as $crate::OpenEnum>::from_value(::std::borrow::Cow::Borrowed(value))
            }
        }

        impl ::core::str::FromStr for $type {
            type Err = ::core::convert::Infallible;

            #[inline]
            fn from_str(value: &str) -> ::core::result::Result<Self, ::core::convert::Infallible> {
                ::core::result::Result::Ok(Self::from(value))
            }
        }

        impl ::core::convert::From<::std::string::String> for $type {
            #[inline]
            fn from(value: ::std::string::String) -> Self {
                <Self as $crate::OpenEnum>::from_value(::std::borrow::Cow::Owned(value))
            }
        }

        impl $crate::serde::Serialize for $type {
            fn serialize<S: $crate::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> $crate::serde::Deserialize<'de> for $type {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::private::read_open_enum(deserializer)
            }
        }

        impl $crate::Model for $type {}

        impl $crate::Validate for $type {
            type Kind = $crate::private::OpenEnumKind;
            const NESTING: $crate::Nesting = $crate::Nesting::Leaf;
        }
    };
}

/// Reads an enum from a string.
pub fn read_open_enum<'de, T: OpenEnum, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    let mut slot = None;
    match deserializer.deserialize_str(TextVisitor(&mut slot)) {
        Ok(()) => taken(slot),
        Err(error) => Err(error),
    }
}

/// A place for what a string stands for, whatever its type: what reads the string is compiled once.
trait TextSlot {
    fn fill(&mut self, value: Cow<'_, str>);
}

impl<T: OpenEnum> TextSlot for Option<T> {
    fn fill(&mut self, value: Cow<'_, str>) {
        *self = Some(T::from_value(value));
    }
}

struct TextVisitor<'s>(&'s mut dyn TextSlot);

impl de::Visitor<'_> for TextVisitor<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string")
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<(), E> {
        self.0.fill(Cow::Borrowed(value));
        Ok(())
    }

    fn visit_string<E: de::Error>(self, value: String) -> Result<(), E> {
        self.0.fill(Cow::Owned(value));
        Ok(())
    }
}

/// Reports a value that is not listed.
pub(super) fn check_open_enum<T: OpenEnum>(value: &T, checker: &mut Checker) {
    check_listed(value.as_str(), T::VALUES, checker);
    constrain_all(value.as_str(), T::CONSTRAINTS, checker);
}

fn check_listed(value: &str, values: &[&str], checker: &mut Checker) {
    if !values.contains(&value) {
        let listed = listed(values.iter().copied());
        checker.violation("enum", format!("must be one of {listed}"));
    }
}
