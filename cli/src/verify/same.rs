//! Whether what came back is what was given, in the reading in use.
//!
//! Numbers are compared by value, and date-times by the instant that they are.

use std::collections::HashSet;

use bindery_cli::driver::equal;
use jiff::Timestamp;
use serde_json::Value;

/// How what came back is compared.
pub enum Comparison {
    /// Every property must be there.
    Exact,
    /// A property may be missing that no schema names: the lenient reading drops those.
    Named(HashSet<String>),
}

impl Comparison {
    /// Whether `encoded`, a JSON text, is the same as `given`.
    pub fn is_same(&self, given: &Value, encoded: &str) -> bool {
        let Ok(back) = serde_json::from_str::<Value>(encoded) else {
            return false;
        };
        let is_named = |name: &str| match self {
            Self::Exact => true,
            Self::Named(named) => named.contains(name),
        };
        kept(given, &back, &is_named)
    }
}

fn kept(given: &Value, back: &Value, is_named: &dyn Fn(&str) -> bool) -> bool {
    match (given, back) {
        (Value::Array(given), Value::Array(back)) => {
            given.len() == back.len() && given.iter().zip(back).all(|(a, b)| kept(a, b, is_named))
        }
        (Value::Object(given), Value::Object(back)) => {
            let was_given = back.keys().all(|name| given.contains_key(name));
            was_given
                && given.iter().all(|(name, a)| match back.get(name) {
                    Some(b) => kept(a, b, is_named),
                    None => !is_named(name),
                })
        }
        (Value::String(given), Value::String(back)) => given == back || same_instant(given, back),
        _ => equal(given, back),
    }
}

fn same_instant(left: &str, right: &str) -> bool {
    match (left.parse::<Timestamp>(), right.parse::<Timestamp>()) {
        (Ok(left), Ok(right)) => left == right,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Comparison;

    #[test]
    fn only_a_property_that_no_schema_names_may_be_missing() {
        let comparison = Comparison::Named(["a".to_owned()].into());
        let given = json!({"a": 1, "b": 2});
        assert!(comparison.is_same(&given, r#"{"a":1.0}"#));
        assert!(!comparison.is_same(&given, r#"{"b":2}"#));
        assert!(!comparison.is_same(&given, r#"{"a":1,"c":2}"#));
        assert!(!Comparison::Exact.is_same(&given, r#"{"a":1}"#));
    }

    #[test]
    fn date_times_of_one_instant_are_the_same() {
        let same =
            |back: &str| Comparison::Exact.is_same(&json!("2024-01-01T00:00:00+00:00"), back);
        assert!(same(r#""2024-01-01T00:00:00Z""#));
        assert!(!same(r#""2024-01-01T00:00:01Z""#));
    }
}
