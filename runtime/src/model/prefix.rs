//! The first items of an array, each of a type of its own (JSON Schema 2020-12 core §10.3.1.1), as a tuple of Rust's.

use serde::{
    de::{self, SeqAccess},
    ser::SerializeSeq,
};

use super::{Model, read::Present, read::Reading};
use crate::{Checker, Constraint, Nesting, decode::trail, validate::constrain_all};

/// The types of the first items of a [`Tuple`](crate::Tuple): a tuple of up to twelve models.
///
/// An item that may be absent is an `Option`, or a [`Field`](crate::Field) where it may be null as well.
pub trait Prefix: Sized {
    /// How many items it has.
    const LENGTH: usize;

    /// How deep the items are written.
    #[doc(hidden)]
    const NESTING: Nesting;

    /// Reads the items, of which so many are always there.
    #[doc(hidden)]
    fn read<'de, A: SeqAccess<'de>>(elements: &mut Elements<A>) -> Result<Self, A::Error>;

    /// Writes the first items, so many of them.
    #[doc(hidden)]
    fn write<S: SerializeSeq>(&self, count: usize, seq: &mut S) -> Result<(), S::Error>;

    /// Whether the item of this index is not there.
    #[doc(hidden)]
    fn is_absent(&self, index: usize) -> bool;

    /// Checks each item.
    #[doc(hidden)]
    fn check(&self, checker: &mut Checker);

    /// Reports the constraints that the first items do not keep, so many of them.
    #[doc(hidden)]
    fn constrain(&self, count: usize, constraints: &[&[Constraint]], checker: &mut Checker);
}

/// The elements of an array that is being read.
#[derive(Debug)]
pub struct Elements<A> {
    seq: A,
    /// How many there must be.
    required: usize,
    /// How many were read.
    count: usize,
    has_ended: bool,
}

impl<'de, A: SeqAccess<'de>> Elements<A> {
    pub(super) const fn new(seq: A, required: usize) -> Self {
        Self {
            seq,
            required,
            count: 0,
            has_ended: false,
        }
    }

    /// The item of a prefix that stands next.
    fn item<T: Model>(&mut self) -> Result<T, A::Error> {
        let item = if self.count < self.required {
            self.next(Reading::new())?
        } else {
            self.next(Present::new())?.or_else(T::absent)
        };
        item.ok_or_else(|| de::Error::invalid_length(self.count, &AtLeast(self.required)))
    }

    /// An item after those of the prefix.
    pub(super) fn other<T: Model>(&mut self) -> Result<Option<T>, A::Error> {
        self.next(Reading::new())
    }

    fn next<T, D: de::DeserializeSeed<'de, Value = T>>(
        &mut self,
        seed: D,
    ) -> Result<Option<T>, A::Error> {
        if self.has_ended {
            return Ok(None);
        }
        match self.seq.next_element_seed(seed) {
            Ok(Some(element)) => {
                self.count += 1;
                Ok(Some(element))
            }
            Ok(None) => {
                self.has_ended = true;
                Ok(None)
            }
            Err(error) => {
                trail::step(&self.count);
                Err(error)
            }
        }
    }
}

/// What is expected of an array that is too short.
struct AtLeast(usize);

impl de::Expected for AtLeast {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let plural = if self.0 == 1 { "" } else { "s" };
        write!(formatter, "an array of at least {} item{plural}", self.0)
    }
}

/// What is done with the items, for each number of them.
macro_rules! prefix {
    ($length:literal: $($item:ident $index:tt),+) => {
        impl<$($item: Model),+> Prefix for ($($item,)+) {
            const LENGTH: usize = $length;
            const NESTING: Nesting = Nesting::Leaf$(.and($item::NESTING))+;

            fn read<'de, Seq: SeqAccess<'de>>(elements: &mut Elements<Seq>) -> Result<Self, Seq::Error> {
                Ok(($(elements.item::<$item>()?,)+))
            }

            fn write<Seq: SerializeSeq>(&self, count: usize, seq: &mut Seq) -> Result<(), Seq::Error> {
                $(
                    if $index < count {
                        seq.serialize_element(&self.$index)?;
                    }
                )+
                Ok(())
            }

            fn is_absent(&self, index: usize) -> bool {
                match index {
                    $($index => self.$index.is_absent(),)+
                    _ => true,
                }
            }

            fn check(&self, checker: &mut Checker) {
                $(checker.index($index, |checker| self.$index.check(checker));)+
            }

            fn constrain(&self, count: usize, constraints: &[&[Constraint]], checker: &mut Checker) {
                $(
                    if $index < count {
                        let item = constraints.get($index).copied().unwrap_or_default();
                        checker.index($index, |checker| constrain_all(&self.$index, item, checker));
                    }
                )+
            }
        }
    };
}

prefix!(1: A 0);
prefix!(2: A 0, B 1);
prefix!(3: A 0, B 1, C 2);
prefix!(4: A 0, B 1, C 2, D 3);
prefix!(5: A 0, B 1, C 2, D 3, E 4);
prefix!(6: A 0, B 1, C 2, D 3, E 4, F 5);
prefix!(7: A 0, B 1, C 2, D 3, E 4, F 5, G 6);
prefix!(8: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7);
prefix!(9: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8);
prefix!(10: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9);
prefix!(11: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10);
prefix!(12: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11);
