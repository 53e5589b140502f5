//! Rules on schemas (OpenAPI 3.0.3 §4.7.24, §4.7.25).

use serde_json::{Map, Value};

use crate::check::references::Reference;
use crate::check::structure::Structure;
use crate::document::JsonType;
use crate::node::Node;
use crate::wording::{nearest, quoted};
use crate::{Diagnostic, Location, codes};

/// Keywords by which a schema may describe properties that it does not list.
const COMPOSITION: [&str; 4] = ["allOf", "anyOf", "oneOf", "not"];

pub(super) fn check<'v>(
    structure: &mut Structure<'v, '_>,
    node: &Node<'_, 'v>,
    object: &'v Map<String, Value>,
) {
    check_type(structure, node, object);
    check_enum(structure, node, object);
    check_required(structure, node, object);
    check_mapping(structure, node);
}

fn check_type<'v>(
    structure: &mut Structure<'v, '_>,
    node: &Node<'_, 'v>,
    object: &'v Map<String, Value>,
) {
    let Some(name) = object.get("type").and_then(Value::as_str) else {
        return;
    };
    match JsonType::from_name(name) {
        Some(JsonType::Array) if !object.contains_key("items") => {
            let message = "a schema of type `array` must have the field `items`";
            structure.report.push(
                Diagnostic::warning(codes::MISSING_FIELD, node.location(), message)
                    .hint("without it, items may be anything"),
            );
        }
        Some(JsonType::Null) | None => structure.report.push(unknown_type(node, name)),
        Some(_) => {}
    }
}

fn unknown_type(node: &Node<'_, '_>, name: &str) -> Diagnostic {
    let message = format!("{} is not a type of OpenAPI 3.0", quoted(name));
    let diagnostic = Diagnostic::warning(codes::UNKNOWN_TYPE, node.location().key("type"), message);
    let names = JsonType::ALL.into_iter().map(JsonType::as_str);
    diagnostic.hint(match (name, nearest(name, names)) {
        ("null", _) => "say `nullable` beside the type of the other values".to_owned(),
        ("file", _) => "it is read as a string of the format `binary`".to_owned(),
        (_, Some(name)) => format!("did you mean `{name}`? As it is, values may be of any type"),
        (_, None) => "as it is, values may be of any type".to_owned(),
    })
}

fn check_enum<'v>(
    structure: &mut Structure<'v, '_>,
    node: &Node<'_, 'v>,
    object: &'v Map<String, Value>,
) {
    let values = object.get("enum").and_then(Value::as_array);
    if values.is_some_and(Vec::is_empty) {
        let message = "an `enum` without values admits nothing; it is ignored";
        let location = node.location().key("enum");
        structure
            .report
            .push(Diagnostic::warning(codes::EMPTY_ENUM, location, message));
    }
}

fn check_required<'v>(
    structure: &mut Structure<'v, '_>,
    node: &Node<'_, 'v>,
    object: &'v Map<String, Value>,
) {
    let (Some(properties), Some(required)) = (
        structure.get(node, "properties"),
        structure.get(node, "required"),
    ) else {
        return;
    };
    let Value::Object(properties) = properties.value else {
        return;
    };
    if COMPOSITION.iter().any(|key| object.contains_key(*key)) {
        return;
    }
    for item in required.items() {
        let Some(name) = item.value.as_str() else {
            continue;
        };
        if !properties.contains_key(name) && !is_part(&node.location()) {
            let message = format!("{} is required and not described", quoted(name));
            let diagnostic =
                Diagnostic::warning(codes::UNKNOWN_REQUIRED_PROPERTY, item.location(), message);
            let names = properties.keys().map(String::as_str);
            structure.report.push(match nearest(name, names) {
                Some(name) => diagnostic.hint(format!("did you mean {}?", quoted(name))),
                None => diagnostic.hint("describe it in `properties`"),
            });
        }
    }
}

/// Whether the schema is part of another, which may describe the property.
fn is_part(location: &Location) -> bool {
    let mut tokens = location.pointer.as_str().rsplit('/');
    let last = tokens.next().unwrap_or_default();
    let above = tokens.next().unwrap_or_default();
    last == "not" || (COMPOSITION.contains(&above) && last.parse::<usize>().is_ok())
}

fn check_mapping<'v>(structure: &mut Structure<'v, '_>, node: &Node<'_, 'v>) {
    let Some(discriminator) = structure.get(node, "discriminator") else {
        return;
    };
    let Some(mapping) = structure.get(&discriminator, "mapping") else {
        return;
    };
    for (_, entry) in mapping.members() {
        if let Some(name) = entry.value.as_str() {
            structure.refer(Reference::by_mapping(entry.location(), name));
        }
    }
}
