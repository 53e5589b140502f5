//! Arrays of so many items, each of a type of its own (JSON Schema 2020-12 core §10.3.1.1): tuples.

use std::{fmt, marker::PhantomData};

use serde::{
    Deserializer,
    de::{self, SeqAccess},
};

use super::{Model, read::Reading};
use crate::{
    Checker, Constraint, Nesting, Own, Validate,
    decode::trail,
    validate::{all_different_in, constrain, constrain_all},
};

/// What is done with a tuple, for each length.
macro_rules! tuple {
    ($length:literal: $($item:ident $index:tt),+) => {
        impl<$($item: Validate),+> Validate for ($($item,)+) {
            type Kind = Own;
            const NESTING: Nesting = Nesting::Leaf$(.and($item::NESTING))+;

            fn check(&self, checker: &mut Checker) {
                $(checker.index($index, |checker| self.$index.check(checker));)+
            }

            fn satisfies(&self, constraint: &Constraint) -> bool {
                match constraint {
                    Constraint::UniqueItems => all_different_in(self),
                    other => other.holds_for_count($length),
                }
            }

            fn constrain(&self, constraint: &Constraint, checker: &mut Checker) {
                let Constraint::PrefixItems(items) = constraint else {
                    return constrain(self, constraint, checker);
                };
                $(
                    let constraints = items.get($index).copied().unwrap_or_default();
                    checker.index($index, |checker| constrain_all(&self.$index, constraints, checker));
                )+
            }
        }

        impl<$($item: Model),+> Model for ($($item,)+) {
            fn read_from<'de, De: Deserializer<'de>>(deserializer: De) -> Result<Self, De::Error> {
                struct Visitor<T>(PhantomData<T>);

                impl<'de, $($item: Model),+> de::Visitor<'de> for Visitor<($($item,)+)> {
                    type Value = ($($item,)+);

                    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                        write!(formatter, "an array of {}", Length($length))
                    }

                    fn visit_seq<S: SeqAccess<'de>>(self, mut seq: S) -> Result<Self::Value, S::Error> {
                        let tuple = ($(item::<$item, S>(&mut seq, $index, &self)?,)+);
                        match seq.next_element::<de::IgnoredAny>()? {
                            None => Ok(tuple),
                            Some(_) => Err(de::Error::invalid_length($length + 1, &self)),
                        }
                    }
                }

                deserializer.deserialize_seq(Visitor(PhantomData))
            }
        }
    };
}

/// How many items, in words.
struct Length(usize);

impl fmt::Display for Length {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = if self.0 == 1 { "" } else { "s" };
        write!(formatter, "{} item{plural}", self.0)
    }
}

/// Reads the item that stands next, the one of this index.
fn item<'de, T: Model, S: SeqAccess<'de>>(
    seq: &mut S,
    index: usize,
    expected: &dyn de::Expected,
) -> Result<T, S::Error> {
    match seq.next_element_seed(Reading::new()) {
        Ok(Some(item)) => Ok(item),
        Ok(None) => Err(de::Error::invalid_length(index, expected)),
        Err(error) => {
            trail::step(&index);
            Err(error)
        }
    }
}

tuple!(1: A 0);
tuple!(2: A 0, B 1);
tuple!(3: A 0, B 1, C 2);
tuple!(4: A 0, B 1, C 2, D 3);
tuple!(5: A 0, B 1, C 2, D 3, E 4);
tuple!(6: A 0, B 1, C 2, D 3, E 4, F 5);
tuple!(7: A 0, B 1, C 2, D 3, E 4, F 5, G 6);
tuple!(8: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7);
tuple!(9: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8);
tuple!(10: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9);
tuple!(11: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10);
tuple!(12: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11);
