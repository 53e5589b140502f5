//! What the types that schemas state say together (JSON Schema 2020-12 validation §6.1.1).

use serde_json::{Map, Value};

use crate::check::structure::Structure;
use crate::document::{JsonType, JsonTypes};
use crate::node::{Node, look_up};
use crate::wording::quoted;
use crate::{Diagnostic, Location, Severity, codes};

/// How many schemas within schemas are looked at, and how deep they may stand.
const MAX_SCHEMAS: usize = 64;
const MAX_DEPTH: usize = 8;

/// The types stated; none where one of them is not known, or where nothing is stated.
pub(super) fn stated(object: &Map<String, Value>) -> JsonTypes {
    let mut types = JsonTypes::default();
    let names = match look_up(object, "type") {
        Some(Value::Array(list)) => list.as_slice(),
        Some(name) => std::slice::from_ref(name),
        None => &[],
    };
    for name in names {
        match name.as_str().and_then(JsonType::from_name) {
            Some(json_type) => types.insert(json_type),
            None => return JsonTypes::default(),
        }
    }
    if look_up(object, "nullable") == Some(&Value::Bool(true)) && !types.is_empty() {
        types.insert(JsonType::Null);
    }
    types
}

/// A type that is neither `array` nor `object` and that the schema admits, as
/// far as it says itself.
pub(super) fn scalar_among(schema: &Value) -> Option<JsonType> {
    let is_scalar = |json_type: &JsonType| match json_type {
        JsonType::Array | JsonType::Object | JsonType::Null => false,
        JsonType::Boolean | JsonType::Number | JsonType::String | JsonType::Integer => true,
    };
    let mut waiting = vec![schema];
    let mut looked_at = 0;
    while let Some(object) = waiting.pop().and_then(Value::as_object) {
        let types = stated(object);
        let scalar = types.iter().find(is_scalar);
        looked_at += 1;
        if scalar.is_some() || looked_at > MAX_SCHEMAS {
            return scalar;
        }
        let members = ["oneOf", "anyOf"]
            .into_iter()
            .filter_map(|key| object.get(key)?.as_array());
        if types.is_empty() {
            waiting.extend(members.flatten().filter(|member| member.is_object()));
        }
    }
    None
}

/// Members of an `allOf` whose types exclude each other admit no value at all.
///
/// Only what stands within the `allOf` itself is compared: beside it, and
/// beside a reference in it, tools write `type: object` whatever it is.
pub(super) fn check_members<'v>(structure: &mut Structure<'v, '_>, node: &Node<'_, 'v>) {
    if node.stated("allOf").is_none() || node.is_item_of("allOf") {
        return;
    }
    let mut found = Vec::new();
    gather(node, 0, &mut found);
    let mut narrowed: Option<(JsonTypes, &Location)> = None;
    for (types, location) in &found {
        let Some((before, first)) = narrowed else {
            narrowed = Some((*types, location));
            continue;
        };
        let both = common(before, *types);
        if both.is_empty() {
            let severity = if is_of_parameter(node) {
                Severity::Error
            } else {
                Severity::Warning
            };
            structure.refuse(Diagnostic {
                severity,
                ..contradiction(*types, before, location, first)
            });
            return;
        }
        narrowed = Some((both, first));
    }
}

/// Whether the schema at `node` is a parameter's or a header's, by itself or by
/// its media type: how those are written depends on the type.
pub(super) fn is_of_parameter(node: &Node<'_, '_>) -> bool {
    let Some((holder, "schema")) = node.above() else {
        return false;
    };
    let content = holder.above().and_then(|(content, _)| content.above());
    is_parameter(holder)
        || content.is_some_and(|(parameter, key)| key == "content" && is_parameter(parameter))
}

fn is_parameter(node: &Node<'_, '_>) -> bool {
    let map = node.above().and_then(|(map, _)| map.above());
    node.text("in").is_some() || map.is_some_and(|(_, key)| key == "headers")
}

/// The types that the members of `allOf` state, and theirs, each with its place.
fn gather(node: &Node<'_, '_>, depth: usize, found: &mut Vec<(JsonTypes, Location)>) {
    let Some(members) = node.get("allOf").filter(|_| depth < MAX_DEPTH) else {
        return;
    };
    for member in members.items() {
        let types = member.value.as_object().map(stated).unwrap_or_default();
        if found.len() >= MAX_SCHEMAS || member.reference().is_some() {
            continue;
        }
        if !types.is_empty() {
            found.push((types, member.location().key("type")));
        }
        gather(&member, depth + 1, found);
    }
}

/// What is of a type of both; an integer is a number too.
fn common(one: JsonTypes, other: JsonTypes) -> JsonTypes {
    let with_integers = |mut types: JsonTypes| {
        if types.contains(JsonType::Number) {
            types.insert(JsonType::Integer);
        }
        types
    };
    let other = with_integers(other);
    with_integers(one)
        .iter()
        .filter(|json_type| other.contains(*json_type))
        .collect()
}

fn contradiction(
    types: JsonTypes,
    before: JsonTypes,
    location: &Location,
    first: &Location,
) -> Diagnostic {
    let name = |types: JsonTypes| types.iter().next().map_or("null", JsonType::as_str);
    let message = format!(
        "no value is of the types {} and {} at once, as this `allOf` demands",
        quoted(name(before)),
        quoted(name(types))
    );
    Diagnostic::error(codes::CONTRADICTORY_TYPES, location.clone(), message)
        .hint("for values of either type, write `oneOf`")
        .related(first.clone(), "the other type")
}
