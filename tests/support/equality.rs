//! Equal as JSON: numbers by value, date-times by instant, objects in any order.

use event_apis::bindery::jiff::Timestamp;
use serde_json::Value;

/// Whether two values are equal, with nothing added and nothing lost.
pub fn equal(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => {
            left == right || left.as_f64() == right.as_f64()
        }
        (Value::String(left), Value::String(right)) => left == right || same_instant(left, right),
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len()
                && left
                    .iter()
                    .zip(right)
                    .all(|(left, right)| equal(left, right))
        }
        (Value::Object(left), Value::Object(right)) => {
            left.len() == right.len()
                && left
                    .iter()
                    .all(|(key, left)| right.get(key).is_some_and(|right| equal(left, right)))
        }
        (left, right) => left == right,
    }
}

fn same_instant(left: &str, right: &str) -> bool {
    let instants = (left.parse::<Timestamp>(), right.parse::<Timestamp>());
    matches!(instants, (Ok(left), Ok(right)) if left == right)
}
