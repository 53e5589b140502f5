//! Keywords that hold no schema, written as they are.

use bindery_openapi::document::{Bound, NumberKeywords, ObjectKeywords, StringKeywords};
use bindery_openapi::is_regular_expression;

use serde_json::{Map, Value, json};

use super::format::end_of_integers;

/// `is_rounded`: whether inclusive bounds are those of integers that a tool may have rounded.
pub(super) fn write_number(
    number: &NumberKeywords,
    is_rounded: bool,
    out: &mut Map<String, Value>,
) {
    let value = |bound: &Bound| {
        if is_rounded && !bound.exclusive {
            end_of_integers(&bound.value)
        } else {
            bound.value.clone()
        }
    };
    if let Some(multiple_of) = &number.multiple_of {
        out.insert("multipleOf".to_owned(), json!(multiple_of));
    }
    let keyword = |bound: &Bound, inclusive: &str, exclusive: &str| {
        let keyword = if bound.exclusive {
            exclusive
        } else {
            inclusive
        };
        keyword.to_owned()
    };
    if let Some(bound) = &number.minimum {
        let keyword = keyword(bound, "minimum", "exclusiveMinimum");
        out.insert(keyword, json!(value(bound)));
    }
    if let Some(bound) = &number.maximum {
        let keyword = keyword(bound, "maximum", "exclusiveMaximum");
        out.insert(keyword, json!(value(bound)));
    }
}

/// `contentEncoding` and its kin are annotations (JSON Schema 2020-12 validation §8.2).
pub(super) fn write_string(string: &StringKeywords, out: &mut Map<String, Value>) {
    let counts = [
        ("minLength", string.min_length),
        ("maxLength", string.max_length),
    ];
    write_counts(&counts, out);
    // A pattern that is none checks nothing, as a warning says.
    let pattern = string.pattern.as_ref();
    if let Some(pattern) = pattern.filter(|pattern| is_regular_expression(pattern)) {
        out.insert("pattern".to_owned(), json!(pattern));
    }
}

pub(super) fn write_counts(counts: &[(&str, Option<u64>)], out: &mut Map<String, Value>) {
    for (keyword, count) in counts {
        if let Some(count) = count {
            out.insert((*keyword).to_owned(), json!(count));
        }
    }
}

pub(super) fn write_dependent_required(object: &ObjectKeywords, out: &mut Map<String, Value>) {
    let dependent: Map<String, Value> = object
        .dependent_required
        .iter()
        .map(|(name, required)| (name.to_string(), distinct(required)))
        .collect();
    if !dependent.is_empty() {
        out.insert("dependentRequired".to_owned(), Value::Object(dependent));
    }
}

/// The names without repetition, which JSON Schema forbids and descriptions have.
pub(super) fn distinct(names: &[Box<str>]) -> Value {
    let mut distinct: Vec<&str> = Vec::new();
    for name in names {
        if !distinct.contains(&&**name) {
            distinct.push(name);
        }
    }
    json!(distinct)
}
