//! Validation of the types that are not generated: scalars, containers, JSON itself.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{
    Checker, Constraint, Validate, apply, constrain_all, equality::all_different, number::Number,
    to_json,
};
use crate::{Field, Json, JsonObject, Nesting, Own, schema};

/// Types of which a schema asks nothing beyond the type.
macro_rules! unconstrained {
    ($($type:ty),*) => {$(
        impl Validate for $type {
            type Kind = Own;
            const UNCHECKED: bool = true;
            const NESTING: Nesting = Nesting::Leaf;
        }
    )*};
}

unconstrained!(
    (),
    bool,
    jiff::Timestamp,
    jiff::civil::Date,
    jiff::civil::DateTime,
    jiff::civil::Time
);

/// Types of which a constraint asks something that a function of the value answers.
macro_rules! scalar {
    ($($type:ty => $holds:expr),* $(,)?) => {$(
        impl Validate for $type {
            type Kind = Own;
            const UNCHECKED: bool = true;
            const NESTING: Nesting = Nesting::Leaf;

            fn satisfies(&self, constraint: &Constraint) -> bool {
                let holds: fn(&Constraint, &Self) -> bool = $holds;
                holds(constraint, self)
            }
        }
    )*};
}

scalar! {
    str => |constraint, value| constraint.holds_for_str(value),
    String => |constraint, value| constraint.holds_for_str(value),
    i8 => |constraint, value| constraint.holds_for_number(Number::Integer(i128::from(*value))),
    i16 => |constraint, value| constraint.holds_for_number(Number::Integer(i128::from(*value))),
    i32 => |constraint, value| constraint.holds_for_number(Number::Integer(i128::from(*value))),
    i64 => |constraint, value| constraint.holds_for_number(Number::Integer(i128::from(*value))),
    u8 => |constraint, value| constraint.holds_for_number(Number::Integer(i128::from(*value))),
    u16 => |constraint, value| constraint.holds_for_number(Number::Integer(i128::from(*value))),
    u32 => |constraint, value| constraint.holds_for_number(Number::Integer(i128::from(*value))),
    u64 => |constraint, value| constraint.holds_for_number(Number::Integer(i128::from(*value))),
    f32 => |constraint, value| constraint.holds_for_number(Number::from_f32(*value)),
    f64 => |constraint, value| constraint.holds_for_number(Number::Float(*value)),
}

impl<T: Validate + ?Sized> Validate for Box<T> {
    type Kind = Own;
    const UNCHECKED: bool = T::UNCHECKED;
    const NESTING: Nesting = T::NESTING.contained();

    fn check(&self, checker: &mut Checker) {
        (**self).check(checker);
    }

    fn satisfies(&self, constraint: &Constraint) -> bool {
        (**self).satisfies(constraint)
    }

    fn constrain(&self, constraint: &Constraint, checker: &mut Checker) {
        (**self).constrain(constraint, checker);
    }
}

/// A null keeps every constraint but a whole schema: whether it is admitted is the type's to say.
impl<T: Validate> Validate for Option<T> {
    type Kind = Own;
    const UNCHECKED: bool = T::UNCHECKED;
    const NESTING: Nesting = T::NESTING;

    fn check(&self, checker: &mut Checker) {
        if let Some(value) = self {
            value.check(checker);
        }
    }

    fn satisfies(&self, constraint: &Constraint) -> bool {
        self.as_ref()
            .is_none_or(|value| value.satisfies(constraint))
    }

    fn constrain(&self, constraint: &Constraint, checker: &mut Checker) {
        match (self, constraint) {
            (Some(value), _) => value.constrain(constraint, checker),
            (None, Constraint::Schema(schema)) => schema::check(schema, &Json::Null, checker),
            (None, _) => {}
        }
    }
}

/// An absent property keeps every constraint, and a null every one but a whole schema.
impl<T: Validate> Validate for Field<T> {
    type Kind = Own;
    const UNCHECKED: bool = T::UNCHECKED;
    const NESTING: Nesting = T::NESTING;

    fn check(&self, checker: &mut Checker) {
        if let Self::Value(value) = self {
            value.check(checker);
        }
    }

    fn satisfies(&self, constraint: &Constraint) -> bool {
        self.value().is_none_or(|value| value.satisfies(constraint))
    }

    fn constrain(&self, constraint: &Constraint, checker: &mut Checker) {
        match (self, constraint) {
            (Self::Value(value), _) => value.constrain(constraint, checker),
            (Self::Null, Constraint::Schema(schema)) => schema::check(schema, &Json::Null, checker),
            (Self::Null | Self::Absent, _) => {}
        }
    }
}

impl<T: Validate> Validate for Vec<T> {
    type Kind = Own;
    const UNCHECKED: bool = T::UNCHECKED;
    const NESTING: Nesting = T::NESTING.contained();

    fn check(&self, checker: &mut Checker) {
        if T::UNCHECKED {
            return;
        }
        for (index, element) in self.iter().enumerate() {
            checker.index(index, |checker| element.check(checker));
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
            Constraint::Items(constraints) => {
                for (index, element) in self.iter().enumerate() {
                    checker.index(index, |checker| {
                        constrain_all(element, constraints, checker);
                    });
                }
            }
            other => apply::constrain(self, other, checker),
        }
    }
}

/// Whether no two elements of an array are equal as JSON.
pub(crate) fn all_different_in<T: Serialize + ?Sized>(array: &T) -> bool {
    match to_json(&array) {
        Ok(Json::Array(elements)) => all_different(elements.iter()),
        Ok(_) | Err(_) => false,
    }
}

impl<T: Validate> Validate for BTreeMap<String, T> {
    type Kind = Own;
    const UNCHECKED: bool = T::UNCHECKED;
    const NESTING: Nesting = T::NESTING.contained();

    fn check(&self, checker: &mut Checker) {
        if T::UNCHECKED {
            return;
        }
        for (key, value) in self {
            checker.key(key, |checker| value.check(checker));
        }
    }

    fn satisfies(&self, constraint: &Constraint) -> bool {
        if let Constraint::Discriminator(tag) = constraint {
            let value = self.get(tag.property());
            return value.is_none_or(|value| value.satisfies(&Constraint::Tag(*tag)));
        }
        let names: Vec<&str> = self.keys().map(String::as_str).collect();
        constraint.holds_for_properties(&names)
    }

    fn constrain(&self, constraint: &Constraint, checker: &mut Checker) {
        match constraint {
            Constraint::Values(constraints) => constrain_values(self.iter(), constraints, checker),
            other => apply::constrain(self, other, checker),
        }
    }
}

impl Validate for JsonObject {
    type Kind = Own;
    const UNCHECKED: bool = true;
    const NESTING: Nesting = Nesting::Leaf;

    fn satisfies(&self, constraint: &Constraint) -> bool {
        if let Constraint::Discriminator(tag) = constraint {
            let value = self.get(tag.property());
            return value.is_none_or(|value| value.satisfies(&Constraint::Tag(*tag)));
        }
        let names: Vec<&str> = self.keys().map(String::as_str).collect();
        constraint.holds_for_properties(&names)
    }

    fn constrain(&self, constraint: &Constraint, checker: &mut Checker) {
        match constraint {
            Constraint::Values(constraints) => constrain_values(self.iter(), constraints, checker),
            other => apply::constrain(self, other, checker),
        }
    }
}

fn constrain_values<'a, T: Validate + 'a>(
    values: impl Iterator<Item = (&'a String, &'a T)>,
    constraints: &[Constraint],
    checker: &mut Checker,
) {
    for (key, value) in values {
        checker.key(key, |checker| constrain_all(value, constraints, checker));
    }
}

impl Validate for Json {
    type Kind = Own;
    const UNCHECKED: bool = true;
    const NESTING: Nesting = Nesting::Leaf;

    fn satisfies(&self, constraint: &Constraint) -> bool {
        match self {
            Self::Null | Self::Bool(_) => true,
            Self::Number(number) => {
                Number::from_json(number).is_none_or(|number| constraint.holds_for_number(number))
            }
            Self::String(value) => value.satisfies(constraint),
            Self::Array(elements) => elements.satisfies(constraint),
            Self::Object(properties) => properties.satisfies(constraint),
        }
    }

    fn constrain(&self, constraint: &Constraint, checker: &mut Checker) {
        if let Constraint::Schema(schema) = constraint {
            return schema::check(schema, self, checker);
        }
        match self {
            Self::Array(elements) => elements.constrain(constraint, checker),
            Self::Object(properties) => properties.constrain(constraint, checker),
            Self::Null | Self::Bool(_) | Self::Number(_) | Self::String(_) => {
                apply::constrain(self, constraint, checker);
            }
        }
    }
}
