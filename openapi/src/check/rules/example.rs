//! Is what a schema gives as `default` or `example` of the schema's type?
//! (OpenAPI 3.1.1 §4.8.24, JSON Schema 2020-12 validation §9.2, §9.5)

use serde_json::{Map, Value};

use super::types;
use crate::check::structure::Structure;
use crate::document::{JsonType, JsonTypes};
use crate::node::Node;
use crate::wording::alternatives;
use crate::{Diagnostic, codes};

/// Compares the values with the types that the schema itself states, and no further.
pub(super) fn check<'v>(
    structure: &mut Structure<'v, '_>,
    node: &Node<'_, 'v>,
    object: &'v Map<String, Value>,
) {
    let types = types::stated(object);
    if types.is_empty() {
        return;
    }
    for key in ["default", "example"] {
        if let Some(value) = node.get(key) {
            check_value(structure, &value, key, types);
        }
    }
    if let Some(examples) = node.get("examples") {
        for value in examples.items() {
            check_value(structure, &value, "example", types);
        }
    }
}

fn check_value(
    structure: &mut Structure<'_, '_>,
    node: &Node<'_, '_>,
    what: &str,
    types: JsonTypes,
) {
    if is_of(node.value, types) {
        return;
    }
    let names: Vec<_> = types.iter().map(JsonType::as_str).collect();
    let message = format!(
        "the {what} is not of the type {} that its schema states",
        alternatives(&names)
    );
    let diagnostic = Diagnostic::warning(codes::MISMATCHED_VALUE, node.location(), message);
    structure.report.push(diagnostic);
}

/// Whether `value` is of one of `types`. `1.0` is a whole number (JSON Schema 2020-12 core §4.2.3).
fn is_of(value: &Value, types: JsonTypes) -> bool {
    match value {
        Value::Null => types.contains(JsonType::Null),
        Value::Bool(_) => types.contains(JsonType::Boolean),
        Value::Number(number) => {
            let is_whole = number.as_f64().is_some_and(|number| number.fract() == 0.0);
            types.contains(JsonType::Number) || (types.contains(JsonType::Integer) && is_whole)
        }
        Value::String(_) => types.contains(JsonType::String),
        Value::Array(_) => types.contains(JsonType::Array),
        Value::Object(_) => types.contains(JsonType::Object),
    }
}
