//! Arrays whose first items are each of a type of its own, where some of these may be absent or others may follow.

use std::{fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, SeqAccess},
    ser::SerializeSeq,
};

use super::{
    Model, Never,
    prefix::{Elements, Prefix},
};
use crate::{
    Checker, Constraint, Nesting, Own, Validate,
    validate::{all_different_in, constrain, constrain_all},
};

/// An array whose first items are each of a type of its own (`prefixItems`, JSON Schema 2020-12 core §10.3.1.1).
///
/// At least `REQUIRED` items are there (`minItems`). Those of the prefix after them may be absent, and are `Option`s,
/// or [`Field`](crate::Field)s where they may be null as well. What is absent ends the array: an item after it is a
/// violation, and what is absent is written as null there, as plain reading takes it. All further items are of the type
/// `R`, of which there are none where the prefix is all that an array may have. An array that always has all of its
/// items is a tuple of Rust's, without this around it.
///
/// ```
/// use bindery::Tuple;
///
/// // A name, maybe an age, and any number of tags.
/// type Person = Tuple<(String, Option<i64>), 1, String>;
///
/// let person: Person = bindery::decode(br#"["Ada", 36, "poet's daughter"]"#).unwrap();
/// assert_eq!(person.prefix.1, Some(36));
/// assert_eq!(person.rest, ["poet's daughter"]);
///
/// let nameless: Result<Person, _> = bindery::decode(b"[]");
/// assert!(nameless.is_err());
/// assert_eq!(Person::from(("Bob".to_owned(), None)).len(), 1);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Tuple<P, const REQUIRED: usize = 0, R = Never> {
    /// The first items.
    pub prefix: P,
    /// All others, in order.
    pub rest: Vec<R>,
}

impl<P: Prefix, const REQUIRED: usize, R> Tuple<P, REQUIRED, R> {
    /// How many items there are.
    pub fn len(&self) -> usize {
        self.present() + self.rest.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many items of the prefix are there, up to the last that is or that others follow.
    fn present(&self) -> usize {
        if !self.rest.is_empty() {
            return P::LENGTH;
        }
        let mut places = (REQUIRED..P::LENGTH).rev();
        let last = places.find(|index| !self.prefix.is_absent(*index));
        last.map_or(REQUIRED, |last| last + 1)
    }

    /// An item that is there after one that is not.
    fn after_absent(&self) -> Option<AfterAbsent> {
        let present = self.present();
        let absent = (REQUIRED..present).find(|index| self.prefix.is_absent(*index))?;
        let mut places = absent..present;
        let item = places.find(|index| !self.prefix.is_absent(*index));
        Some(AfterAbsent {
            item: item.unwrap_or(P::LENGTH),
            absent,
        })
    }
}

/// The first items, and no others.
impl<P: Prefix, const REQUIRED: usize, R> From<P> for Tuple<P, REQUIRED, R> {
    fn from(prefix: P) -> Self {
        Self {
            prefix,
            rest: Vec::new(),
        }
    }
}

impl<P: Prefix, const REQUIRED: usize, R: Serialize> Serialize for Tuple<P, REQUIRED, R> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let present = self.present();
        let mut seq = serializer.serialize_seq(Some(present + self.rest.len()))?;
        self.prefix.write(present, &mut seq)?;
        for item in &self.rest {
            seq.serialize_element(item)?;
        }
        seq.end()
    }
}

impl<'de, P: Prefix, const REQUIRED: usize, R: Model> Deserialize<'de> for Tuple<P, REQUIRED, R> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(TupleVisitor(PhantomData))
    }
}

impl<P: Prefix, const REQUIRED: usize, R: Model> Model for Tuple<P, REQUIRED, R> {}

struct TupleVisitor<P, const REQUIRED: usize, R>(PhantomData<(P, R)>);

impl<'de, P: Prefix, const REQUIRED: usize, R: Model> de::Visitor<'de>
    for TupleVisitor<P, REQUIRED, R>
{
    type Value = Tuple<P, REQUIRED, R>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Self::Value, A::Error> {
        let mut elements = Elements::new(seq, REQUIRED);
        let mut tuple = Tuple::from(P::read(&mut elements)?);
        while let Some(item) = elements.other()? {
            tuple.rest.push(item);
        }
        Ok(tuple)
    }
}

impl<P: Prefix, const REQUIRED: usize, R: Validate> Validate for Tuple<P, REQUIRED, R> {
    type Kind = Own;
    const NESTING: Nesting = P::NESTING.and(R::NESTING.contained());

    fn check(&self, checker: &mut Checker) {
        if let Some(after) = self.after_absent() {
            let message = after.to_string();
            checker.index(after.item, |checker| {
                checker.violation("prefixItems", message);
            });
        }
        self.prefix.check(checker);
        if R::UNCHECKED {
            return;
        }
        for (index, item) in self.rest.iter().enumerate() {
            checker.index(P::LENGTH + index, |checker| item.check(checker));
        }
    }

    fn satisfies(&self, constraint: &Constraint) -> bool {
        match constraint {
            Constraint::UniqueItems => all_different_in(self),
            other => other.holds_for_count(self.len()),
        }
    }

    fn constrain(&self, constraint: &Constraint, checker: &mut Checker) {
        match constraint {
            Constraint::PrefixItems(items) => {
                self.prefix.constrain(self.present(), items, checker);
            }
            Constraint::Items(constraints) => {
                for (index, item) in self.rest.iter().enumerate() {
                    let index = P::LENGTH + index;
                    checker.index(index, |checker| constrain_all(item, constraints, checker));
                }
            }
            other => constrain(self, other, checker),
        }
    }
}

/// An item after one that is not there.
struct AfterAbsent {
    item: usize,
    absent: usize,
}

impl fmt::Display for AfterAbsent {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { item, absent } = self;
        write!(
            formatter,
            "item {item} must not be there while item {absent} is absent"
        )
    }
}
