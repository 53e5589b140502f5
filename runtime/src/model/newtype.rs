//! A generated struct around one value, for the constraints that Rust's types cannot state.

use crate::Constraint;

/// A struct around one value, with checks of its own beside those of the value's type.
///
/// [`newtype!`](crate::newtype!) makes one.
pub trait Newtype {
    /// The type of the value.
    type Inner;

    /// The checks.
    const CONSTRAINTS: &'static [Constraint];
}

/// Makes a struct around one value a [`Newtype`], from the value's type and the checks:
/// `newtype!(ShortName(String), [bindery::Constraint::MaxLength(5)])`. The field has to be public.
///
/// Gives it transparent `Serialize` and `Deserialize`, `Deref`,
/// `From` its value, `into_inner`, [`Validate`](crate::Validate) and [`Model`](crate::Model).
#[macro_export]
macro_rules! newtype {
    ($type:ident($inner:ty), [$($constraint:expr),* $(,)?]) => {
        impl $crate::Newtype for $type {
            type Inner = $inner;
            const CONSTRAINTS: &'static [$crate::Constraint] = &[$($constraint),*];
        }

        impl $type {
            /// The value.
            #[inline]
            pub fn into_inner(self) -> <Self as $crate::Newtype>::Inner {
                self.0
            }
        }

        impl ::core::ops::Deref for $type {
            type Target = <Self as $crate::Newtype>::Inner;

            #[inline]
            fn deref(&self) -> &Self::Target {
                &self.0
            }
        }

        impl ::core::convert::From<<$type as $crate::Newtype>::Inner> for $type {
            #[inline]
            fn from(value: <$type as $crate::Newtype>::Inner) -> Self {
                Self(value)
            }
        }

        impl $crate::serde::Serialize for $type {
            fn serialize<S: $crate::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::private::write_newtype(&self.0, serializer)
            }
        }

        impl<'de> $crate::serde::Deserialize<'de> for $type {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                <<Self as $crate::Newtype>::Inner as $crate::Model>::read_from(deserializer)
                    .map(Self)
            }
        }

        impl $crate::Model for $type {}

        impl $crate::Validate for $type {
            type Kind = $crate::private::NewtypeKind;
        }
    };
}
