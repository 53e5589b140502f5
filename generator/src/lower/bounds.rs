//! Bounds on numbers, tightened over the members of an `allOf`
//! (JSON Schema 2020-12 validation §6.2).

use std::cmp::Ordering;

use bindery_openapi::document::{Bound, NumberKeywords};
use serde_json::Number;

use crate::api::{Constraint, NumberType};

/// The tightest bounds stated.
#[derive(Clone, Debug, Default, PartialEq)]
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

    /// The type of an integer that keeps the bounds, or is one of those listed.
    pub fn integer_type<'n>(&self, listed: impl Iterator<Item = &'n Number>) -> NumberType {
        let bounds = [&self.minimum, &self.maximum].into_iter().flatten();
        let numbers: Vec<i128> = bounds
            .map(|bound| whole(&bound.value))
            .chain(listed.filter_map(listed_whole))
            .collect();
        let within = |least: i128, most: i128| {
            let mut numbers = numbers.iter();
            numbers.all(|number| (least..=most).contains(number))
        };
        let is_unsigned = self.minimum.is_some() || self.maximum.is_none();
        match () {
            () if within(i64::MIN.into(), i64::MAX.into()) => NumberType::I64,
            () if is_unsigned && within(0, u64::MAX.into()) => NumberType::U64,
            () => NumberType::Integer,
        }
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

/// The number without its fraction. The ends of 64 bits, rounded as by a tool that knows only floats, are those ends.
fn whole(number: &Number) -> i128 {
    let float = number.as_f64().unwrap_or_default();
    #[expect(clippy::cast_possible_truncation, reason = "a cast saturates")]
    let rounded = float as i128;
    let ends: [i128; 3] = [i64::MIN.into(), i64::MAX.into(), u64::MAX.into()];
    #[expect(clippy::cast_precision_loss, reason = "that is what is compared")]
    let end = ends
        .into_iter()
        .find(|end| (*end as f64).total_cmp(&float).is_eq());
    end.or_else(|| number.as_i128()).unwrap_or(rounded)
}

/// A listed integer; one beyond 64 bits, or written with a point, is known as a float, and is the number that it is
/// written as.
fn listed_whole(number: &Number) -> Option<i128> {
    let float = number.as_f64().filter(|float| float.fract() == 0.0);
    let written = |float: f64| {
        let beyond = if float < 0.0 { i128::MIN } else { i128::MAX };
        float.to_string().parse().unwrap_or(beyond)
    };
    number.as_i128().or_else(|| float.map(written))
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
pub(super) fn compare(left: &Number, right: &Number) -> Ordering {
    if let (Some(left), Some(right)) = (left.as_i128(), right.as_i128()) {
        return left.cmp(&right);
    }
    let [left, right] = [left, right].map(|number| number.as_f64().unwrap_or_default());
    left.partial_cmp(&right).unwrap_or(Ordering::Equal)
}
