//! The checks a view's keywords become (JSON Schema 2020-12 validation §6).

use serde_json::Value;

use super::view::View;
use crate::api::{Constraint, Shape, TypeKind, TypeRef};

/// The checks on a number.
pub(super) fn of_number(view: &View<'_>) -> Vec<Constraint> {
    view.bounds
        .clone()
        .constraints()
        .chain(of_values(view))
        .collect()
}

/// The checks on a string, `formats` those of its formats. One whose format has a Rust type has no text of its own to
/// check: lengths and patterns that say something of a date have left it a string, and a type of the user's is theirs.
pub(super) fn of_text(
    view: &View<'_>,
    reference: &TypeRef,
    formats: Vec<Constraint>,
) -> Vec<Constraint> {
    if !reference.keeps_text() {
        return of_values(view).collect();
    }
    lengths_and_patterns(view)
        .chain(formats)
        .chain(of_values(view))
        .collect()
}

fn lengths_and_patterns(view: &View<'_>) -> impl Iterator<Item = Constraint> {
    let lengths = [
        view.min_length.map(Constraint::MinLength),
        view.max_length.map(Constraint::MaxLength),
    ];
    let patterns = view
        .patterns
        .iter()
        .map(|pattern| Constraint::Pattern((*pattern).to_owned()));
    lengths.into_iter().flatten().chain(patterns)
}

/// The checks on any JSON value, each of which holds for values of its own type
/// (JSON Schema 2020-12 core §7.6.1).
pub(super) fn of_any(view: &View<'_>) -> Vec<Constraint> {
    view.bounds
        .clone()
        .constraints()
        .chain(lengths_and_patterns(view))
        .chain(counts(view))
        .chain(property_counts(view))
        .chain(of_values_with_null(view))
        .collect()
}

/// The check that a value is null.
pub(super) fn of_null() -> Vec<Constraint> {
    vec![Constraint::OneOf(vec![Value::Null])]
}

/// The checks on an array, `items` those on each of its items.
pub(super) fn of_array(view: &View<'_>, items: &[Constraint]) -> Vec<Constraint> {
    let each = (!items.is_empty()).then(|| Constraint::Items(items.to_vec()));
    counts(view).chain(each).chain(of_values(view)).collect()
}

fn counts(view: &View<'_>) -> impl Iterator<Item = Constraint> {
    let counts = [
        view.min_items.map(Constraint::MinItems),
        view.max_items.map(Constraint::MaxItems),
        view.unique_items.then_some(Constraint::UniqueItems),
    ];
    counts.into_iter().flatten()
}

/// The checks on an object, `values` those on each value of a map.
pub(super) fn of_object(view: &View<'_>, values: &[Constraint]) -> Vec<Constraint> {
    let each = (!values.is_empty()).then(|| Constraint::Values(values.to_vec()));
    let counts = property_counts(view).chain(each);
    counts.chain(of_values(view)).collect()
}

fn property_counts(view: &View<'_>) -> impl Iterator<Item = Constraint> {
    let counts = [
        view.min_properties.map(Constraint::MinProperties),
        view.max_properties.map(Constraint::MaxProperties),
    ];
    counts.into_iter().flatten()
}

/// The check that a value is one of those stated, null aside. An open enum checks itself.
pub(super) fn of_values(view: &View<'_>) -> impl Iterator<Item = Constraint> {
    one_of(view, |value| !value.is_null())
}

/// The check that a value is one of those stated, null among them.
pub(super) fn of_values_with_null(view: &View<'_>) -> impl Iterator<Item = Constraint> {
    one_of(view, |_| true)
}

fn one_of(view: &View<'_>, holds: fn(&Value) -> bool) -> impl Iterator<Item = Constraint> {
    let values = view.values.as_ref().map(|values| {
        let values = values.iter().copied().filter(|value| holds(value));
        Constraint::OneOf(values.cloned().collect::<Vec<Value>>())
    });
    values.into_iter()
}

/// A type with a check on all its values.
pub(super) fn checked(mut kind: TypeKind, check: Option<Constraint>) -> TypeKind {
    match &mut kind {
        TypeKind::Struct(structure) => structure.constraints.extend(check),
        TypeKind::OpenEnum(values) => values.constraints.extend(check),
        TypeKind::Union(union) => union.constraints.extend(check),
        TypeKind::Newtype(shape) => shape.constraints.extend(check),
        TypeKind::Alias(reference) => {
            if let Some(check) = check {
                return TypeKind::Newtype(Shape {
                    reference: reference.clone(),
                    constraints: vec![check],
                });
            }
        }
    }
    kind
}
