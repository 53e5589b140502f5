//! Checks, as the constants the runtime reads.

use serde_json::Number;

use super::table::literal;
use crate::api::Constraint;

/// Checks, as the text of a list's elements.
pub(super) fn spell_constraints(constraints: &[Constraint]) -> String {
    let constraints: Vec<String> = constraints.iter().map(spell_constraint).collect();
    constraints.join(", ")
}

fn spell_constraint(constraint: &Constraint) -> String {
    let kind = match constraint {
        Constraint::MinLength(length) => format!("MinLength({length})"),
        Constraint::MaxLength(length) => format!("MaxLength({length})"),
        Constraint::Pattern(pattern) => format!("Pattern({})", literal(pattern)),
        Constraint::Minimum(limit) => with_limit("Minimum", limit),
        Constraint::ExclusiveMinimum(limit) => with_limit("ExclusiveMinimum", limit),
        Constraint::Maximum(limit) => with_limit("Maximum", limit),
        Constraint::ExclusiveMaximum(limit) => with_limit("ExclusiveMaximum", limit),
        Constraint::MultipleOf(limit) => with_limit("MultipleOf", limit),
        Constraint::MinItems(count) => format!("MinItems({count})"),
        Constraint::MaxItems(count) => format!("MaxItems({count})"),
        Constraint::UniqueItems => "UniqueItems".to_owned(),
        Constraint::Items(inner) => format!("Items(&[{}])", spell_constraints(inner)),
        Constraint::MinProperties(count) => format!("MinProperties({count})"),
        Constraint::MaxProperties(count) => format!("MaxProperties({count})"),
        Constraint::Values(inner) => format!("Values(&[{}])", spell_constraints(inner)),
        Constraint::OneOf(values) => {
            let values = values.iter().map(|value| literal(&value.to_string()));
            format!("OneOf(&[{}])", values.collect::<Vec<_>>().join(", "))
        }
        Constraint::AnyRequired(sets) => {
            let sets = sets.iter().map(|set| {
                let names: Vec<String> = set.iter().map(|name| literal(name)).collect();
                format!("&[{}]", names.join(", "))
            });
            format!("AnyRequired(&[{}])", sets.collect::<Vec<_>>().join(", "))
        }
    };
    format!("bindery::Constraint::{kind}")
}

fn with_limit(keyword: &str, limit: &Number) -> String {
    let limit = match (limit.as_i64(), limit.as_f64()) {
        (Some(integer), _) => format!("Integer({integer})"),
        (None, number) => {
            let number = proc_macro2::Literal::f64_unsuffixed(number.unwrap_or(f64::MAX));
            format!("Number({number})")
        }
    };
    format!("{keyword}(bindery::Limit::{limit})")
}

/// A check in words, for documentation.
pub(super) fn describe(constraint: &Constraint) -> Option<String> {
    Some(match constraint {
        Constraint::MinLength(1) => "Not empty.".to_owned(),
        Constraint::MinLength(length) => format!("At least {length} characters."),
        Constraint::MaxLength(length) => format!("At most {length} characters."),
        Constraint::Minimum(limit) => format!("At least {limit}."),
        Constraint::ExclusiveMinimum(limit) => format!("More than {limit}."),
        Constraint::Maximum(limit) => format!("At most {limit}."),
        Constraint::ExclusiveMaximum(limit) => format!("Less than {limit}."),
        Constraint::MultipleOf(limit) => format!("A multiple of {limit}."),
        Constraint::MinItems(1) => "At least one item.".to_owned(),
        Constraint::MinItems(count) => format!("At least {count} items."),
        Constraint::MaxItems(count) => format!("At most {count} items."),
        Constraint::UniqueItems => "No item twice.".to_owned(),
        Constraint::Pattern(pattern) => format!("Matches {}.", super::docs::code(pattern)),
        Constraint::Items(_)
        | Constraint::MinProperties(_)
        | Constraint::MaxProperties(_)
        | Constraint::Values(_)
        | Constraint::OneOf(_)
        | Constraint::AnyRequired(_) => return None,
    })
}
