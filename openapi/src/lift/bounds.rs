//! Keywords for numbers, exactly as written (JSON Schema 2020-12 validation §6.2).

use std::cmp::Ordering;

use serde_json::{Number, Value};

use crate::document::{Bound, NumberKeywords};
use crate::node::Node;

/// What a schema states of numbers.
pub(super) fn number_keywords(node: &Node<'_, '_>) -> NumberKeywords {
    NumberKeywords {
        multiple_of: number(node, "multipleOf"),
        minimum: bound(node, "minimum", "exclusiveMinimum", Ordering::Greater),
        maximum: bound(node, "maximum", "exclusiveMaximum", Ordering::Less),
    }
}

/// In 3.0 `exclusiveMinimum` is a boolean that says how `minimum` is meant
/// (OpenAPI 3.0.3 §4.7.24, JSON Schema Wright-00 validation §5.3); later it is
/// a bound of its own, and the tighter of the two binds: the one further to `side`.
fn bound(node: &Node<'_, '_>, key: &str, exclusive: &str, side: Ordering) -> Option<Bound> {
    let stated = number(node, key).map(|value| Bound {
        value,
        exclusive: node.stated(exclusive) == Some(&Value::Bool(true)),
    });
    let own = number(node, exclusive).map(|value| Bound {
        value,
        exclusive: true,
    });
    match (stated, own) {
        (Some(stated), Some(own)) if compare(&stated.value, &own.value) == side => Some(stated),
        (stated, own) => own.or(stated),
    }
}

fn number(node: &Node<'_, '_>, key: &str) -> Option<Number> {
    node.stated(key)?.as_number().cloned()
}

/// Compares exactly where both are integers, else as floats.
fn compare(left: &Number, right: &Number) -> Ordering {
    if let (Some(left), Some(right)) = (left.as_i128(), right.as_i128()) {
        return left.cmp(&right);
    }
    let [left, right] = [left, right].map(|number| number.as_f64().unwrap_or_default());
    left.partial_cmp(&right).unwrap_or(Ordering::Equal)
}
