//! A generated struct around one value, for the constraints that Rust's types cannot state.

/// Implements for a struct of one public field: transparent `Serialize` and `Deserialize`, `Deref`, `From` both ways,
/// and [`Validate`](crate::Validate) with these constraints beside those of the value's own type.
#[macro_export]
macro_rules! newtype {
    ($type:ty, $inner:ty, $constraints:expr) => {
        impl ::core::ops::Deref for $type {
            type Target = $inner;

            fn deref(&self) -> &$inner {
                &self.0
            }
        }

        impl ::core::convert::From<$inner> for $type {
            fn from(value: $inner) -> Self {
                Self(value)
            }
        }

        impl ::core::convert::From<$type> for $inner {
            fn from(value: $type) -> Self {
                value.0
            }
        }

        impl $crate::serde::Serialize for $type {
            fn serialize<S: $crate::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::serde::Serialize::serialize(&self.0, serializer)
            }
        }

        impl<'de> $crate::serde::Deserialize<'de> for $type {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::serde::Deserialize::deserialize(deserializer).map(Self)
            }
        }

        impl $crate::Validate for $type {
            fn check(&self, checker: &mut $crate::Checker) {
                const CONSTRAINTS: &[$crate::Constraint] = $constraints;
                $crate::private::check_newtype(&self.0, CONSTRAINTS, checker);
            }

            fn satisfies(&self, constraint: &$crate::Constraint) -> bool {
                $crate::Validate::satisfies(&self.0, constraint)
            }

            fn constrain(&self, constraint: &$crate::Constraint, checker: &mut $crate::Checker) {
                $crate::Validate::constrain(&self.0, constraint, checker);
            }
        }
    };
}
