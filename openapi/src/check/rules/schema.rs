//! Rules on schemas (OpenAPI 3.0.3 §4.7.24, §4.7.25, 3.1.1 §4.8.24, §4.8.25).

use serde_json::{Map, Value};

use super::{example, listed, pattern, rounded, types};
use crate::check::bend;
use crate::check::mend::Mend;
use crate::check::references::Reference;
use crate::check::structure::Structure;
use crate::document::JsonType;
use crate::node::{Node, look_up};
use crate::version::Version;
use crate::wording::{alternatives, nearest, quoted};
use crate::{Diagnostic, Location, codes};

/// Keywords by which a schema may describe properties that it does not list.
const COMPOSITION: [&str; 10] = [
    "allOf",
    "anyOf",
    "oneOf",
    "not",
    "$ref",
    "$dynamicRef",
    "if",
    "dependentSchemas",
    "dependencies",
    "patternProperties",
];

pub(super) fn check<'v>(
    structure: &mut Structure<'v, '_>,
    node: &Node<'_, 'v>,
    object: &'v Map<String, Value>,
) {
    check_types(structure, node, object);
    check_enum(structure, node, object);
    check_required(structure, node, object);
    check_mapping(structure, node);
    check_dynamic_reference(structure, node);
    check_nullable_reference(structure, node, object);
    types::check_members(structure, node);
    pattern::check(structure, node);
    example::check(structure, node, object);
}

fn check_types<'v>(
    structure: &mut Structure<'v, '_>,
    node: &Node<'_, 'v>,
    object: &'v Map<String, Value>,
) {
    let Some(types) = node.get("type") else {
        return;
    };
    match types.value {
        Value::String(name) => check_type(structure, &types, name, Some(node)),
        Value::Array(list) => {
            for item in types.items() {
                let name = item.value.as_str();
                if let Some(name) = name.filter(|name| *name != "null") {
                    check_type(structure, &item, name, None);
                }
            }
            if list.is_empty() {
                let message = "a list of no types admits nothing; it is ignored";
                let diagnostic =
                    Diagnostic::warning(codes::UNKNOWN_TYPE, types.location(), message);
                structure.report.push(diagnostic);
            }
        }
        _ => {}
    }
    let is_array = types.value.as_str() == Some(JsonType::Array.as_str());
    // From 3.1 on an array may say nothing of its items (OpenAPI 3.0.3 §4.7.24.1).
    if is_array && structure.version == Version::V3_0 && look_up(object, "items").is_none() {
        let message = "a schema of type `array` must have the field `items`";
        structure.report.push(
            Diagnostic::warning(codes::MISSING_FIELD, node.location(), message)
                .hint("without it, items may be anything"),
        );
    }
}

/// The name at `node`, which is the whole `type` of `schema` or one of several.
fn check_type(
    structure: &mut Structure<'_, '_>,
    node: &Node<'_, '_>,
    name: &str,
    schema: Option<&Node<'_, '_>>,
) {
    match JsonType::from_name(name) {
        Some(JsonType::Null) if structure.version == Version::V3_0 => {
            let what = "the type `null` is OpenAPI 3.1";
            let diagnostic = bend::of_other_version(node, what, structure.version);
            let hint = "say `nullable` beside the type of the other values";
            structure.report.push(diagnostic.hint(hint));
        }
        Some(_) => {}
        None => check_unknown_type(structure, node, name, schema),
    }
}

fn check_unknown_type(
    structure: &mut Structure<'_, '_>,
    node: &Node<'_, '_>,
    name: &str,
    schema: Option<&Node<'_, '_>>,
) {
    if let Some(meant) = meant_by(name) {
        read_as(structure, node, name, &meant, schema);
        return;
    }
    let is_of_parameter = schema.is_some_and(types::is_of_parameter);
    let diagnostic = unknown_type(node, name, structure.version, is_of_parameter);
    structure.refuse(diagnostic);
}

/// What a type of another language is as `type` and `format`.
struct Meant {
    json_type: Option<JsonType>,
    format: Option<&'static str>,
}

/// What tools write that take the types of their own language for OpenAPI's.
fn meant_by(name: &str) -> Option<Meant> {
    let lower = name.to_ascii_lowercase();
    let (json_type, format) = match lower.as_str() {
        "any" | "mixed" | "enum" | "json" | "byte" | "timestamp" => (None, None),
        "int" | "short" => (Some(JsonType::Integer), None),
        "int32" => (Some(JsonType::Integer), Some("int32")),
        "int64" | "long" | "bigint" => (Some(JsonType::Integer), Some("int64")),
        "float" => (Some(JsonType::Number), Some("float")),
        "double" => (Some(JsonType::Number), Some("double")),
        "decimal" | "numeric" => (Some(JsonType::Number), None),
        "bool" => (Some(JsonType::Boolean), None),
        "str" | "text" | "char" => (Some(JsonType::String), None),
        "date" => (Some(JsonType::String), Some("date")),
        "datetime" | "date-time" => (Some(JsonType::String), Some("date-time")),
        "uuid" | "guid" => (Some(JsonType::String), Some("uuid")),
        "uri" | "url" => (Some(JsonType::String), Some("uri")),
        "email" => (Some(JsonType::String), Some("email")),
        "password" => (Some(JsonType::String), Some("password")),
        "file" | "binary" => (Some(JsonType::String), Some("binary")),
        "map" | "dict" | "hash" => (Some(JsonType::Object), None),
        "list" => (Some(JsonType::Array), None),
        other => (Some(JsonType::from_name(other)?), None),
    };
    Some(Meant { json_type, format })
}

/// Reads the type at `node` as what it means.
fn read_as(
    structure: &mut Structure<'_, '_>,
    node: &Node<'_, '_>,
    name: &str,
    meant: &Meant,
    schema: Option<&Node<'_, '_>>,
) {
    let location = node.location();
    let read = match (meant.json_type.map(JsonType::as_str), meant.format) {
        (None, _) => "values may be of any type".to_owned(),
        (Some(name), None) => format!("it is read as `{name}`"),
        (Some(name), Some(format)) => format!("it is read as `{name}` of the format `{format}`"),
    };
    let message = format!(
        "{} is not a type of OpenAPI {}; {read}",
        quoted(name),
        structure.version
    );
    let diagnostic = Diagnostic::warning(codes::UNKNOWN_TYPE, location.clone(), message);
    structure.report.push(diagnostic);
    if let Some(json_type) = meant.json_type {
        let value = Value::from(json_type.as_str());
        structure.mends.push(Mend::set(location, value));
    }
    if let (Some(format), Some(schema)) = (meant.format, schema)
        && (schema.get("format").is_none() || format == "binary")
    {
        let location = schema.location().key("format");
        structure
            .mends
            .push(Mend::set(location, Value::from(format)));
    }
}

/// A type that means nothing. A body can be read all the same, as any value.
fn unknown_type(
    node: &Node<'_, '_>,
    name: &str,
    version: Version,
    is_of_parameter: bool,
) -> Diagnostic {
    let message = format!("{} is not a type of OpenAPI {version}", quoted(name));
    let names = JsonType::ALL.map(JsonType::as_str);
    let (code, location) = (codes::UNKNOWN_TYPE, node.location());
    if is_of_parameter {
        let hint = match nearest(name, names) {
            Some(name) => format!("did you mean `{name}`?"),
            None => format!("write {}", alternatives(&names)),
        };
        return Diagnostic::error(code, location, message).hint(hint);
    }
    Diagnostic::warning(code, location, message).hint(match nearest(name, names) {
        Some(name) => format!("did you mean `{name}`? As it is, values may be of any type"),
        None => "as it is, values may be of any type".to_owned(),
    })
}

/// From 3.1 on whatever stands beside `$ref` holds too; `nullable` is no part of it.
fn check_nullable_reference<'v>(
    structure: &mut Structure<'v, '_>,
    node: &Node<'_, 'v>,
    object: &'v Map<String, Value>,
) {
    if look_up(object, "$ref").is_some() && look_up(object, "nullable") == Some(&Value::Bool(true))
    {
        structure.report.push(nullable_reference(node));
    }
}

/// `nullable` beside `$ref`.
pub(super) fn nullable_reference(node: &Node<'_, '_>) -> Diagnostic {
    let message =
        "`nullable` beside `$ref` says nothing by the letter; null is taken to be admitted";
    Diagnostic::warning(
        codes::NULLABLE_REFERENCE,
        node.location().key("nullable"),
        message,
    )
    .on_key()
    .hint("make it an `anyOf` of the reference and null")
}

fn check_enum<'v>(
    structure: &mut Structure<'v, '_>,
    node: &Node<'_, 'v>,
    object: &'v Map<String, Value>,
) {
    let values = look_up(object, "enum").and_then(Value::as_array);
    if values.is_some_and(Vec::is_empty) {
        let message = "an `enum` without values admits nothing; it is ignored";
        let location = node.location().key("enum");
        structure
            .report
            .push(Diagnostic::warning(codes::EMPTY_ENUM, location, message));
    }
    if let Some(listed) = node.get("enum") {
        listed::check(structure, "enum", listed.items(), object);
        rounded::check(structure, "enum", listed.items());
    }
    if let Some(constant) = node.get("const") {
        listed::check(
            structure,
            "const",
            std::iter::once(constant.clone()),
            object,
        );
        rounded::check(structure, "const", std::iter::once(constant));
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
    if COMPOSITION.iter().any(|key| look_up(object, key).is_some()) {
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
    let is_whole_keyword = ["not", "if", "then", "else"].contains(&last);
    let is_member = ["dependentSchemas", "dependencies"].contains(&above);
    let is_item = COMPOSITION.contains(&above) && last.parse::<usize>().is_ok();
    is_whole_keyword || is_member || is_item
}

/// A `$dynamicRef` names what it names initially (JSON Schema 2020-12 core
/// §8.2.3.2). Which schema has led here, the dynamic scope, is not looked at:
/// a type stands for every use of its schema.
fn check_dynamic_reference<'v>(structure: &mut Structure<'v, '_>, node: &Node<'_, 'v>) {
    if let Some(target) = node.text("$dynamicRef") {
        structure.refer(Reference::by_dynamic_ref(node.location(), target));
    }
}

fn check_mapping<'v>(structure: &mut Structure<'v, '_>, node: &Node<'_, 'v>) {
    let Some(discriminator) = structure.get(node, "discriminator") else {
        return;
    };
    let mapping = structure.get(&discriminator, "mapping");
    let entries = mapping
        .iter()
        .flat_map(Node::members)
        .map(|(_, entry)| entry);
    for entry in entries.chain(discriminator.get("defaultMapping")) {
        if let Some(name) = entry.value.as_str() {
            structure.refer(Reference::by_mapping(entry.location(), name));
        }
    }
}
