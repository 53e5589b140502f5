//! Applying constraints to values.

use super::{Checker, Constraint, Segment, Validate, Written, equality::json_equal};
use crate::{Json, file::to_instance, format, schema};

/// Checks the value in a newtype: what its type asks for, then the newtype's own constraints.
pub fn check_newtype<T: Validate + ?Sized>(
    value: &T,
    constraints: &[Constraint],
    checker: &mut Checker,
) {
    value.check(checker);
    constrain_all(value, constraints, checker);
}

/// Reports each constraint that the value does not keep.
#[inline]
pub fn constrain_all<T: Validate + ?Sized>(
    value: &T,
    constraints: &[Constraint],
    checker: &mut Checker,
) {
    if !constraints.is_empty() {
        constrain_each(&value, constraints, checker);
    }
}

/// Reports a constraint that the value does not keep, at the value.
pub(crate) fn constrain<T: Validate + ?Sized>(
    value: &T,
    constraint: &Constraint,
    checker: &mut Checker,
) {
    constrain_one(&value, constraint, checker);
}

/// Whether the value keeps a constraint that looks at no part of it alone.
pub(crate) fn keeps<T: Validate + ?Sized>(value: &T, constraint: &Constraint) -> bool {
    keeps_erased(&value, constraint)
}

/// What is asked of a value, whatever its type: what asks is compiled once.
pub(crate) trait Checked {
    fn check(&self, checker: &mut Checker);
    fn satisfies(&self, constraint: &Constraint) -> bool;
    fn constrain(&self, constraint: &Constraint, checker: &mut Checker);
    fn written(&self) -> &dyn Written;
}

impl<T: Validate + ?Sized> Checked for &T {
    fn check(&self, checker: &mut Checker) {
        T::check(self, checker);
    }

    fn satisfies(&self, constraint: &Constraint) -> bool {
        T::satisfies(self, constraint)
    }

    fn constrain(&self, constraint: &Constraint, checker: &mut Checker) {
        T::constrain(self, constraint, checker);
    }

    fn written(&self) -> &dyn Written {
        self
    }
}

/// Checks a part of a value, where it does not stand too deep: what its type asks for, then what this place asks for.
pub(crate) fn check_part(
    part: &dyn Checked,
    segment: Segment,
    constraints: &[Constraint],
    checker: &mut Checker,
) {
    if checker.enter_within(segment) {
        part.check(checker);
        constrain_each(part, constraints, checker);
        checker.leave();
    }
}

fn constrain_each(value: &dyn Checked, constraints: &[Constraint], checker: &mut Checker) {
    for constraint in constraints {
        value.constrain(constraint, checker);
    }
}

fn constrain_one(value: &dyn Checked, constraint: &Constraint, checker: &mut Checker) {
    if let Constraint::Schema(schema) = constraint
        && let Ok(value) = to_instance(value.written())
    {
        return schema::check(schema, &value, checker);
    }
    if matches!(constraint, Constraint::Schema(_)) || !keeps_erased(value, constraint) {
        checker.violation(constraint.keyword(), constraint.to_string());
    }
}

fn keeps_erased(value: &dyn Checked, constraint: &Constraint) -> bool {
    match constraint {
        Constraint::OneOf(texts) => {
            to_instance(value.written()).is_ok_and(|value| is_listed(&value, texts))
        }
        other => value.satisfies(other),
    }
}

fn is_listed(value: &Json, texts: &[&str]) -> bool {
    texts.iter().any(|text| {
        serde_json::from_str::<Json>(text).is_ok_and(|listed| json_equal(&listed, value))
    })
}

/// A constraint on another type of value is kept, hence the `_`.
impl Constraint {
    /// Whether a string keeps the constraint.
    pub(super) fn holds_for_str(&self, value: &str) -> bool {
        match self {
            Self::MinLength(limit) => length(value.chars().count()) >= *limit,
            Self::MaxLength(limit) => length(value.chars().count()) <= *limit,
            Self::Pattern(pattern) => super::pattern::matches(pattern, value),
            Self::Format(name) => format::holds(name, value),
            Self::Tag(tag) => tag.admits(value),
            _ => true,
        }
    }

    /// Whether an array of this many elements keeps the constraint.
    pub(crate) fn holds_for_count(&self, count: usize) -> bool {
        match self {
            Self::MinItems(limit) => length(count) >= *limit,
            Self::MaxItems(limit) => length(count) <= *limit,
            _ => true,
        }
    }

    /// Whether an object that has just these properties keeps the constraint.
    pub(crate) fn holds_for_properties(&self, names: &[&str]) -> bool {
        match self {
            Self::MinProperties(limit) => length(names.len()) >= *limit,
            Self::MaxProperties(limit) => length(names.len()) <= *limit,
            Self::AnyRequired(sets) => sets
                .iter()
                .any(|set| set.iter().all(|name| names.contains(name))),
            _ => true,
        }
    }
}

fn length(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}
