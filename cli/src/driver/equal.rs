//! Equality as JSON has it: numbers by value, the order of properties ignored.

use serde_json::{Number, Value};

/// Whether two values are the same JSON. How deep they nest is bounded by what reads them.
pub fn equal(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => numbers_equal(left, right),
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(a, b)| equal(a, b))
        }
        (Value::Object(left), Value::Object(right)) => {
            left.len() == right.len()
                && left
                    .iter()
                    .all(|(name, a)| right.get(name).is_some_and(|b| equal(a, b)))
        }
        _ => left == right,
    }
}

fn numbers_equal(left: &Number, right: &Number) -> bool {
    match (integer(left), integer(right)) {
        (Some(left), Some(right)) => left == right,
        _ => left.as_f64() == right.as_f64(),
    }
}

/// The number as an integer, where it is one that is exact.
fn integer(number: &Number) -> Option<i128> {
    let whole = number.as_i64().map(i128::from);
    let whole = whole.or_else(|| number.as_u64().map(i128::from));
    whole.or_else(|| {
        let float = number.as_f64()?;
        let is_exact = float.fract() == 0.0 && float.abs() < 1e30;
        #[expect(
            clippy::cast_possible_truncation,
            reason = "it is whole and within range"
        )]
        is_exact.then_some(float as i128)
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::equal;

    #[test]
    fn numbers_are_equal_by_value_and_objects_whatever_their_order() {
        assert!(equal(
            &json!({"a": 1, "b": [2.0]}),
            &json!({"b": [2], "a": 1.0})
        ));
        assert!(!equal(&json!({"a": 1}), &json!({"a": 1, "b": null})));
        assert!(!equal(
            &json!(9_007_199_254_740_993_i64),
            &json!(9_007_199_254_740_992_i64)
        ));
        assert!(!equal(&json!(true), &json!(1)));
    }
}
