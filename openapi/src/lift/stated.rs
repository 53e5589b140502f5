//! Keywords of a schema that are the same in every version, as the value has them
//! (OpenAPI 3.0.3 §4.7.24, JSON Schema 2020-12 validation §6, §9).

use serde_json::Value;

use super::keywords::read_names;
use crate::document::{JsonType, JsonTypes};
use crate::node::Node;

/// `type` and `format` as stated.
pub(super) fn types_and_format<'v>(node: &Node<'_, 'v>) -> (JsonTypes, Option<&'v str>) {
    let format = node.text("format");
    match node.stated("type") {
        Some(Value::String(name)) => (JsonType::from_name(name).into_iter().collect(), format),
        Some(Value::Array(names)) => (types_of(names).unwrap_or_default(), format),
        _ => (JsonTypes::default(), format),
    }
}

/// A list of types; `None` where one of them is not known, which may mean any.
fn types_of(names: &[Value]) -> Option<JsonTypes> {
    let types = names.iter();
    types
        .map(|name| JsonType::from_name(name.as_str()?))
        .collect()
}

pub(super) fn with_null(mut types: JsonTypes) -> JsonTypes {
    types.insert(JsonType::Null);
    types
}

/// `enum`, with `null` added where the schema is nullable.
///
/// By the letter of OpenAPI 3.0.3 §4.7.24.1 `nullable` adds `null` to the type
/// alone, and an `enum` without it still refuses null. Hardly any author means
/// that: descriptions written by tools say `nullable` and list only the other values.
pub(super) fn enumeration(node: &Node<'_, '_>, nullable: bool) -> Option<Vec<Value>> {
    let values = node.stated("enum")?.as_array()?;
    let adds_null = nullable && !values.is_empty() && !values.contains(&Value::Null);
    let null = adds_null.then_some(Value::Null);
    Some(values.iter().cloned().chain(null).collect())
}

/// Whether the schema is composed of others.
pub(super) fn is_composed(node: &Node<'_, '_>) -> bool {
    let lists_any = |key: &&str| {
        let list = node.stated(key).and_then(Value::as_array);
        list.is_some_and(|list| !list.is_empty())
    };
    ["allOf", "oneOf", "anyOf"].iter().any(lists_any)
}

/// `example`, then the values of `examples`.
pub(super) fn examples(node: &Node<'_, '_>) -> Vec<Value> {
    let listed = node.stated("examples").and_then(Value::as_array);
    let example = node.stated("example");
    let all = example.into_iter().chain(listed.into_iter().flatten());
    all.cloned().collect()
}

/// `dependentRequired`, and the lists of `dependencies`, which earlier drafts have in its place.
pub(super) fn dependent_required(node: &Node<'_, '_>) -> Vec<(Box<str>, Vec<Box<str>>)> {
    let members = ["dependentRequired", "dependencies"]
        .into_iter()
        .filter_map(|key| node.stated(key)?.as_object())
        .flatten();
    members
        .filter(|(_, list)| list.is_array())
        .map(|(name, list)| (name.as_str().into(), read_names(list)))
        .collect()
}

pub(super) fn stated<K: Default + PartialEq>(keywords: K) -> Option<Box<K>> {
    (keywords != K::default()).then(|| Box::new(keywords))
}
