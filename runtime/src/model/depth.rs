//! How deep values that are written or checked may stand in each other: a value that a program makes can nest without
//! end, and the stack does not.

use std::cell::Cell;

use serde::{Serialize, Serializer, ser};

use crate::Validate;

/// How many objects, unions and newtypes may stand in each other where they are written. What is read ends at 128.
const WRITTEN: u32 = 500;

/// How many steps into a value are checked.
pub(crate) const CHECKED: usize = 500;

/// How many variants of unions may be read whole in each other: a description can have a union that is a variant of
/// itself.
const WHOLE: u32 = 128;

thread_local! {
    static DEPTH: Cell<u32> = const { Cell::new(0) };
    static WHOLES: Cell<u32> = const { Cell::new(0) };
}

/// A variant that is being read whole, until it is dropped.
pub(super) struct Whole;

impl Whole {
    /// `None` where too many are.
    pub(super) fn enter() -> Option<Self> {
        let depth = WHOLES.get();
        (depth < WHOLE).then(|| {
            WHOLES.set(depth + 1);
            Self
        })
    }
}

impl Drop for Whole {
    fn drop(&mut self) {
        WHOLES.set(WHOLES.get() - 1);
    }
}

/// What may stand within a value of a type, and so whether the place that holds it counts how deep it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nesting {
    /// Nothing that has places: scalars, and containers of them.
    Leaf,
    /// An object or a union, itself and not in a container: of these there is an end.
    Inline,
    /// Objects or unions in a container, and so perhaps what holds the value itself.
    Container,
}

impl Nesting {
    /// That of a container of such values.
    pub(crate) const fn contained(self) -> Self {
        match self {
            Self::Leaf => Self::Leaf,
            Self::Inline | Self::Container => Self::Container,
        }
    }

    /// That of what has both side by side.
    pub(crate) const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Container, _) | (_, Self::Container) => Self::Container,
            (Self::Inline, _) | (_, Self::Inline) => Self::Inline,
            (Self::Leaf, Self::Leaf) => Self::Leaf,
        }
    }
}

/// Writes what stands in a newtype, one level deeper where it may hold objects or unions.
#[inline]
pub fn write_newtype<T: Validate, S: Serializer>(
    value: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    if const { matches!(T::NESTING, Nesting::Leaf) } {
        return value.serialize(serializer);
    }
    write_deeper(value, serializer)
}

/// Writes what stands in a variant. The place of the union has counted what is not in a container.
#[inline]
pub(super) fn write_variant<T: Validate, S: Serializer>(
    value: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    if const { matches!(T::NESTING, Nesting::Leaf | Nesting::Inline) } {
        return value.serialize(serializer);
    }
    write_deeper(value, serializer)
}

#[inline]
fn write_deeper<T: Serialize, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    match Level::enter() {
        Ok(_level) => value.serialize(serializer),
        Err(error) => Err(error),
    }
}

/// One level more of what is written, until it is dropped.
pub(super) struct Level;

impl Level {
    /// An error where too many values stand in each other.
    #[inline]
    pub(super) fn enter<E: ser::Error>() -> Result<Self, E> {
        let depth = DEPTH.get();
        if depth >= WRITTEN {
            return Err(too_deep());
        }
        DEPTH.set(depth + 1);
        Ok(Self)
    }
}

#[cold]
fn too_deep<E: ser::Error>() -> E {
    E::custom(format_args!(
        "more than {WRITTEN} values stand in each other"
    ))
}

impl Drop for Level {
    #[inline]
    fn drop(&mut self) {
        DEPTH.set(DEPTH.get() - 1);
    }
}
