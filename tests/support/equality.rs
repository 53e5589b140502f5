//! Equal as JSON: numbers by value, objects in any order, all else as it is written.

use serde_json::{Map, Number, Value};

/// Whether two values are equal, with nothing added and nothing lost.
pub fn equal(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => same_number(left, right),
        (Value::Array(left), Value::Array(right)) => equal_arrays(left, right),
        (Value::Object(left), Value::Object(right)) => equal_objects(left, right),
        (left, right) => left == right,
    }
}

fn equal_arrays(left: &[Value], right: &[Value]) -> bool {
    let mut pairs = left.iter().zip(right);
    left.len() == right.len() && pairs.all(|(left, right)| equal(left, right))
}

fn equal_objects(left: &Map<String, Value>, right: &Map<String, Value>) -> bool {
    let is_kept = |(name, value)| right.get(name).is_some_and(|other| equal(value, other));
    left.len() == right.len() && left.iter().all(is_kept)
}

/// Integers are compared exactly: 2⁵³ and its successor are one `f64`.
fn same_number(left: &Number, right: &Number) -> bool {
    if left.is_f64() || right.is_f64() {
        left.as_f64() == right.as_f64()
    } else {
        left == right
    }
}
