//! What a plain scalar says: the core schema (YAML 1.2.2 §10.3.2).

use serde_json::Number;

/// What a plain scalar is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Scalar {
    /// `null`, `~` or nothing.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as near as the JSON reader would give it.
    Number(Number),
    /// A number that JSON has no word for: infinite, not a number, or too large.
    Unwritable,
    /// Anything else.
    Text,
}

/// What the plain scalar `text` is.
pub(crate) fn resolve(text: &str) -> Scalar {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Scalar::Null,
        "true" | "True" | "TRUE" => Scalar::Bool(true),
        "false" | "False" | "FALSE" => Scalar::Bool(false),
        ".nan" | ".NaN" | ".NAN" => Scalar::Unwritable,
        _ if is_infinity(text) => Scalar::Unwritable,
        _ => match spelled_for_json(text) {
            Some(spelled) => number(&spelled),
            None => Scalar::Text,
        },
    }
}

fn is_infinity(text: &str) -> bool {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    matches!(unsigned, ".inf" | ".Inf" | ".INF")
}

fn number(spelled: &str) -> Scalar {
    serde_json::from_str(spelled).map_or(Scalar::Unwritable, Scalar::Number)
}

/// The number as JSON writes it (RFC 8259 §6); `None` where it is none.
fn spelled_for_json(text: &str) -> Option<String> {
    if let Some(digits) = text.strip_prefix("0o") {
        return of_radix(digits, 8);
    }
    if let Some(digits) = text.strip_prefix("0x") {
        return of_radix(digits, 16);
    }
    decimal(text)
}

fn of_radix(digits: &str, radix: u32) -> Option<String> {
    if digits.is_empty() || !digits.chars().all(|digit| digit.is_digit(radix)) {
        return None;
    }
    Some(match u128::from_str_radix(digits, radix) {
        Ok(value) => value.to_string(),
        Err(_) => approximate(digits, radix),
    })
}

/// A whole number of more than 128 bits, which a double holds at most nearly.
fn approximate(digits: &str, radix: u32) -> String {
    let digits = digits.chars().filter_map(|digit| digit.to_digit(radix));
    let value = digits.fold(0.0, |value: f64, digit| {
        value.mul_add(f64::from(radix), f64::from(digit))
    });
    format!("{value:e}")
}

/// `[-+]? ( . [0-9]+ | [0-9]+ ( . [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`
fn decimal(text: &str) -> Option<String> {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let sign = if text.starts_with('-') { "-" } else { "" };
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let exponent_digits = exponent.map(|text| text.strip_prefix(['-', '+']).unwrap_or(text));
    let is_number = are_digits(whole)
        && are_digits(fraction.unwrap_or_default())
        && !(whole.is_empty() && fraction.unwrap_or_default().is_empty())
        && exponent_digits.is_none_or(|digits| !digits.is_empty() && are_digits(digits));
    if !is_number {
        return None;
    }
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        digits => digits,
    };
    let mut spelled = format!("{sign}{whole}");
    if let Some(fraction) = fraction {
        let fraction = if fraction.is_empty() { "0" } else { fraction };
        spelled.extend([".", fraction]);
    }
    if let Some(exponent) = exponent {
        spelled.extend(["e", exponent]);
    }
    Some(spelled)
}

fn are_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As JSON, `unwritable`, or the text itself.
    fn read(text: &str) -> String {
        match resolve(text) {
            Scalar::Null => "null".to_owned(),
            Scalar::Bool(value) => value.to_string(),
            Scalar::Number(number) => number.to_string(),
            Scalar::Unwritable => "unwritable".to_owned(),
            Scalar::Text => format!("{text:?}"),
        }
    }

    #[test]
    fn words_of_yaml_1_1_are_text() {
        for word in [
            "no",
            "No",
            "yes",
            "on",
            "off",
            "y",
            "n",
            "2001-12-14",
            "1:30",
        ] {
            assert_eq!(resolve(word), Scalar::Text, "{word}");
        }
        for word in [
            "1_000", "0b1", "0o8", "0xg", "0o", "0x", "+0x1", "-0o7", "1e", "e3",
        ] {
            assert_eq!(resolve(word), Scalar::Text, "{word}");
        }
        for word in [
            ".", "-", "+", "-.", "1.2.3", "1 2", "tRUE", "nULL", "Inf", "nan",
        ] {
            assert_eq!(resolve(word), Scalar::Text, "{word}");
        }
    }

    #[test]
    fn numbers_have_the_value_of_the_core_schema() {
        let cases = [
            ("017", "17"),
            ("0o17", "15"),
            ("0x1F", "31"),
            ("+12", "12"),
            ("-017", "-17"),
            ("000", "0"),
            ("1e3", "1000.0"),
            (".5", "0.5"),
            ("-.5e1", "-5.0"),
            ("7.", "7.0"),
            ("1.5E+2", "150.0"),
            ("18446744073709551615", "18446744073709551615"),
            ("18446744073709551616", "1.8446744073709552e+19"),
            ("0x10000000000000000", "1.8446744073709552e+19"),
            ("-9223372036854775808", "-9223372036854775808"),
        ];
        for (text, json) in cases {
            assert_eq!(read(text), json, "{text}");
        }
        // Beyond 128 bits, as near as a double.
        let large = serde_json::from_str("1461501637330902918203684832716283019655932542976");
        let long = format!("0x1{}", "0".repeat(40));
        assert_eq!(resolve(&long), Scalar::Number(large.expect("it is JSON")));
    }

    #[test]
    fn what_json_cannot_say_is_told_apart() {
        for text in [".inf", "-.inf", "+.Inf", ".INF", ".nan", ".NaN", "1e999"] {
            assert_eq!(resolve(text), Scalar::Unwritable, "{text}");
        }
        assert_eq!(read(&format!("0x{}", "f".repeat(400))), "unwritable");
    }

    #[test]
    fn nulls_and_truth_have_three_spellings() {
        for text in ["", "~", "null", "Null", "NULL"] {
            assert_eq!(resolve(text), Scalar::Null);
        }
        assert_eq!(resolve("TRUE"), Scalar::Bool(true));
        assert_eq!(resolve("False"), Scalar::Bool(false));
    }
}
