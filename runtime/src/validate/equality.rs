//! When two JSON values are equal: numbers by value, objects whatever the order of their properties
//! (JSON Schema 2020-12 core §4.2.2).

use std::{collections::HashSet, fmt::Write};

use super::number::Decimal;
use crate::Json;

/// Whether two values are equal.
pub(crate) fn json_equal(left: &Json, right: &Json) -> bool {
    canonical(left) == canonical(right)
}

/// Whether no two of these values are equal.
pub(super) fn all_different<'a>(values: impl Iterator<Item = &'a Json>) -> bool {
    let mut seen = HashSet::new();
    values
        .into_iter()
        .all(|value| seen.insert(canonical(value)))
}

/// A text that two values share exactly when they are equal.
fn canonical(value: &Json) -> String {
    let mut text = String::new();
    write_canonical(value, &mut text);
    text
}

fn write_canonical(value: &Json, text: &mut String) {
    match value {
        Json::Null | Json::Bool(_) | Json::String(_) => {
            let _ = write!(text, "{value}");
        }
        Json::Number(number) => {
            let _ = write!(text, "{}", Decimal::from_json(number));
        }
        Json::Array(elements) => {
            text.push('[');
            for element in elements {
                write_canonical(element, text);
                text.push(',');
            }
            text.push(']');
        }
        Json::Object(properties) => {
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
