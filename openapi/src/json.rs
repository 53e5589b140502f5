//! When two JSON values are equal: numbers by value, objects whatever the order of their properties
//! (JSON Schema 2020-12 core §4.2.2).
//!
//! The one place that says so for whatever reads descriptions; the runtime, which knows nothing of
//! them, has its own for what servers send.

use std::fmt::Write;

use serde_json::Value;

/// Whether two values are equal.
pub fn equal(left: &Value, right: &Value) -> bool {
    canonical(left) == canonical(right)
}

/// A text that two values share exactly when they are equal.
///
/// How deep a value nests is bounded by what read it.
pub fn canonical(value: &Value) -> String {
    let mut text = String::new();
    write_canonical(value, &mut text);
    text
}

/// A text that two numbers share exactly when they are of one value, of the JSON text of one: its
/// sign, its digits without zeros at either end, and the power of ten that they are multiplied by.
///
/// No digit is lost, however many there are.
pub fn canonical_number(text: &str) -> String {
    let (sign, unsigned) = match text.strip_prefix('-') {
        Some(unsigned) => ("-", unsigned),
        None => ("", text),
    };
    let (mantissa, exponent) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{fraction}");
    let leading = digits.trim_start_matches('0');
    let digits = leading.trim_end_matches('0');
    if digits.is_empty() {
        return "0".to_owned();
    }
    // An exponent that no 64 bits hold is a number of its own, equal to those written alike.
    let Ok(exponent) = exponent.parse::<i64>() else {
        return format!("{sign}{digits}e{exponent}");
    };
    let zeros = i64::try_from(leading.len() - digits.len()).unwrap_or_default();
    let places = i64::try_from(fraction.len()).unwrap_or_default();
    let exponent = exponent.saturating_add(zeros).saturating_sub(places);
    format!("{sign}{digits}e{exponent}")
}

fn write_canonical(value: &Value, text: &mut String) {
    match value {
        Value::Null | Value::Bool(_) | Value::String(_) => {
            // Writing to a string does not fail.
            let _ = write!(text, "{value}");
        }
        Value::Number(number) => text.push_str(&canonical_number(&number.to_string())),
        Value::Array(items) => {
            text.push('[');
            for item in items {
                write_canonical(item, text);
                text.push(',');
            }
            text.push(']');
        }
        Value::Object(properties) => {
            let mut sorted: Vec<_> = properties.iter().collect();
            sorted.sort_unstable_by_key(|(name, _)| *name);
            text.push('{');
            for (name, value) in sorted {
                let _ = write!(text, "{name:?}:");
                write_canonical(value, text);
                text.push(',');
            }
            text.push('}');
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{canonical_number, equal};

    #[test]
    fn values_are_equal_as_json() {
        for (one, other, expected) in [
            (json!(1), json!(1.0), true),
            (json!(0), json!(-0.0), true),
            (json!(false), json!(0), false),
            (json!([false]), json!([0]), false),
            (json!("1"), json!(1), false),
            (json!({"a": 1, "b": 2}), json!({"b": 2.0, "a": 1}), true),
            (json!({"a": null}), json!({}), false),
            (
                json!(9_007_199_254_740_993_i64),
                json!(9_007_199_254_740_992_i64),
                false,
            ),
        ] {
            assert_eq!(equal(&one, &other), expected, "{one} {other}");
        }
    }

    #[test]
    fn numbers_are_equal_by_value_to_the_last_digit() {
        let equal = |left, right| canonical_number(left) == canonical_number(right);
        assert!(equal("1", "1.0"));
        assert!(equal("1200", "1.2E+3"));
        assert!(equal("0.0010", "1e-3"));
        assert!(equal("-0.0", "0e9"));
        assert!(!equal("-1", "1"));
        assert!(!equal("123456789012345678901", "123456789012345678900"));
        assert!(!equal("0.1", "0.10000000000000000001"));
        assert!(!equal("1e99999999999999999999", "2e99999999999999999999"));
    }
}
