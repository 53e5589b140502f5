//! Bounds on numbers, tightened over the members of an `allOf`
//! (JSON Schema 2020-12 validation §6.2).

use std::cmp::Ordering;

use bindery_openapi::document::{Bound, NumberKeywords};
use serde_json::Number;

use crate::api::Constraint;

/// The tightest bounds stated.
#[derive(Clone, Debug, Default)]
pub(super) struct Bounds {
    minimum: Option<Bound>,
    maximum: Option<Bound>,
    multiples: Vec<Number>,
}

impl Bounds {
    /// Takes in what one schema states.
    pub fn take(&mut self, keywords: &NumberKeywords) {
        self.minimum = tighter(
            self.minimum.take(),
            keywords.minimum.clone(),
            Ordering::Greater,
        );
        self.maximum = tighter(
            self.maximum.take(),
            keywords.maximum.clone(),
            Ordering::Less,
        );
        self.multiples.extend(keywords.multiple_of.clone());
    }

    /// The checks they become.
    pub fn constraints(self) -> impl Iterator<Item = Constraint> {
        let minimum = self.minimum.map(|bound| {
            if bound.exclusive {
                Constraint::ExclusiveMinimum(bound.value)
            } else {
                Constraint::Minimum(bound.value)
            }
        });
        let maximum = self.maximum.map(|bound| {
            if bound.exclusive {
                Constraint::ExclusiveMaximum(bound.value)
            } else {
                Constraint::Maximum(bound.value)
            }
        });
        let multiples = self.multiples.into_iter().map(Constraint::MultipleOf);
        minimum.into_iter().chain(maximum).chain(multiples)
    }
}

/// The bound that lies further to `side`; of two equal ones the exclusive.
fn tighter(ours: Option<Bound>, theirs: Option<Bound>, side: Ordering) -> Option<Bound> {
    match (ours, theirs) {
        (Some(ours), Some(theirs)) => {
            let order = compare(&theirs.value, &ours.value);
            let wins = order == side || (order == Ordering::Equal && theirs.exclusive);
            Some(if wins { theirs } else { ours })
        }
        (ours, theirs) => ours.or(theirs),
    }
}

/// Compares two numbers exactly where both are integers of 128 bits, else as floats.
fn compare(left: &Number, right: &Number) -> Ordering {
    if let (Some(left), Some(right)) = (left.as_i128(), right.as_i128()) {
        return left.cmp(&right);
    }
    let [left, right] = [left, right].map(|number| number.as_f64().unwrap_or_default());
    left.partial_cmp(&right).unwrap_or(Ordering::Equal)
}
