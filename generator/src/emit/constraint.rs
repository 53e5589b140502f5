//! Checks, as the constants the runtime reads.

use proc_macro2::TokenStream;
use quote::quote;
use serde_json::Number;

use crate::api::Constraint;

/// A slice of checks.
pub(super) fn emit_constraints(constraints: &[Constraint]) -> TokenStream {
    let constraints = constraints.iter().map(emit_constraint);
    quote!(&[#(#constraints),*])
}

fn emit_constraint(constraint: &Constraint) -> TokenStream {
    let tokens = match constraint {
        Constraint::MinLength(length) => quote!(MinLength(#length)),
        Constraint::MaxLength(length) => quote!(MaxLength(#length)),
        Constraint::Pattern(pattern) => quote!(Pattern(#pattern)),
        Constraint::Minimum(limit) => with_limit(&quote!(Minimum), limit),
        Constraint::ExclusiveMinimum(limit) => with_limit(&quote!(ExclusiveMinimum), limit),
        Constraint::Maximum(limit) => with_limit(&quote!(Maximum), limit),
        Constraint::ExclusiveMaximum(limit) => with_limit(&quote!(ExclusiveMaximum), limit),
        Constraint::MultipleOf(limit) => with_limit(&quote!(MultipleOf), limit),
        Constraint::MinItems(count) => quote!(MinItems(#count)),
        Constraint::MaxItems(count) => quote!(MaxItems(#count)),
        Constraint::UniqueItems => quote!(UniqueItems),
        Constraint::Items(inner) => {
            let inner = emit_constraints(inner);
            quote!(Items(#inner))
        }
        Constraint::MinProperties(count) => quote!(MinProperties(#count)),
        Constraint::MaxProperties(count) => quote!(MaxProperties(#count)),
        Constraint::Values(inner) => {
            let inner = emit_constraints(inner);
            quote!(Values(#inner))
        }
        Constraint::OneOf(values) => {
            let values = values.iter().map(ToString::to_string);
            quote!(OneOf(&[#(#values),*]))
        }
        Constraint::AnyRequired(sets) => {
            let sets = sets.iter().map(|set| quote!(&[#(#set),*]));
            quote!(AnyRequired(&[#(#sets),*]))
        }
    };
    quote!(bindery::Constraint::#tokens)
}

fn with_limit(keyword: &TokenStream, limit: &Number) -> TokenStream {
    let limit = match (limit.as_i64(), limit.as_f64()) {
        (Some(integer), _) => {
            let integer = proc_macro2::Literal::i64_unsuffixed(integer);
            quote!(Integer(#integer))
        }
        (None, number) => {
            let number = proc_macro2::Literal::f64_unsuffixed(number.unwrap_or(f64::MAX));
            quote!(Number(#number))
        }
    };
    quote!(#keyword(bindery::Limit::#limit))
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
