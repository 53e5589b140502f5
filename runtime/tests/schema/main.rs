//! `bindery::Schema`: each keyword of JSON Schema 2020-12, on values that keep it and on values that do not.

mod applicators;
mod array;
mod limits;
mod object;
mod reference;
mod unevaluated;

use bindery::{Checker, Constraint, Json, Validate, Violation};

/// The violations of a constraint in a value.
fn violations(constraint: &Constraint, text: &str) -> Vec<Violation> {
    let value: Json = serde_json::from_str(text).unwrap();
    let mut checker = Checker::default();
    value.constrain(constraint, &mut checker);
    match checker.finish() {
        Ok(()) => Vec::new(),
        Err(violations) => violations.into_iter().collect(),
    }
}

/// What is said of a value, a line for each violation.
fn said(constraint: &Constraint, text: &str) -> String {
    let lines = violations(constraint, text);
    let lines = lines.iter().map(|it| format!("{}: {it}", it.keyword));
    lines.collect::<Vec<_>>().join("\n")
}

fn keeps(constraint: &Constraint, text: &str) {
    assert_eq!(said(constraint, text), "", "{text}");
}

fn breaks(constraint: &Constraint, text: &str) {
    assert_ne!(said(constraint, text), "", "{text} is admitted");
}
