//! A JSON value with every digit of its numbers, as what is written and read back is compared.

use std::collections::BTreeMap;

use bindery_openapi::json::canonical_number;
use serde_json::Value;
use serde_json::value::RawValue;

/// How deep a text may nest: far deeper than what is asked about.
const MAX_DEPTH: usize = 512;

/// A JSON value. Two are the same where they are equal as JSON: numbers by value, the order of
/// properties ignored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Exact {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as [`canonical_number`] writes it.
    Number(String),
    /// A string.
    String(String),
    /// An array.
    Array(Vec<Exact>),
    /// An object.
    Object(BTreeMap<String, Exact>),
}

impl Exact {
    /// The value that a JSON text is; `None` where it is none, or nests too deep.
    pub fn read(text: &str) -> Option<Self> {
        read(text.trim(), MAX_DEPTH)
    }
}

fn read(text: &str, depth: usize) -> Option<Exact> {
    let depth = depth.checked_sub(1)?;
    match text.bytes().next()? {
        b'{' => {
            let members: BTreeMap<String, &RawValue> = serde_json::from_str(text).ok()?;
            let members = members.into_iter();
            let read = members.map(|(name, raw)| Some((name, read(raw.get(), depth)?)));
            read.collect::<Option<_>>().map(Exact::Object)
        }
        b'[' => {
            let items: Vec<&RawValue> = serde_json::from_str(text).ok()?;
            let read = items.into_iter().map(|raw| read(raw.get(), depth));
            read.collect::<Option<_>>().map(Exact::Array)
        }
        b'-' | b'0'..=b'9' => {
            let _: &RawValue = serde_json::from_str(text).ok()?;
            Some(Exact::Number(canonical_number(text)))
        }
        _ => Some(Exact::from(&serde_json::from_str::<Value>(text).ok()?)),
    }
}

impl From<&Value> for Exact {
    fn from(value: &Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(value) => Self::Bool(*value),
            Value::Number(number) => Self::Number(canonical_number(&number.to_string())),
            Value::String(text) => Self::String(text.clone()),
            Value::Array(items) => Self::Array(items.iter().map(Self::from).collect()),
            Value::Object(members) => {
                let members = members.iter();
                let all = members.map(|(name, value)| (name.clone(), Self::from(value)));
                Self::Object(all.collect())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Exact;

    #[test]
    fn no_digit_is_lost_and_the_order_of_properties_means_nothing() {
        let same = |left, right| Exact::read(left).is_some_and(|it| Exact::read(right) == Some(it));
        assert!(same(
            r#"{"a":[1.0,true],"b":null}"#,
            r#" {"b":null,"a":[1,true]} "#
        ));
        assert!(!same("[123456789012345678901]", "[123456789012345678900]"));
        assert!(!same("1", "true"));
        assert!(!same("{}", r#"{"a":null}"#));
        assert_eq!(Exact::read("[1"), None);
        assert_eq!(Exact::read("1 2"), None);
        assert_eq!(Exact::read(&"[".repeat(100_000)), None);
    }

    #[test]
    fn a_value_is_its_text() {
        let value = json!({"a": [0.1, 1e300, -0.0, "x\n"], "b": {"c": false}});
        assert_eq!(Exact::read(&value.to_string()), Some(Exact::from(&value)));
    }
}
