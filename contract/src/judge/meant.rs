//! Which types and listed values a schema states in the reading in use.

use std::collections::HashSet;

use bindery_openapi::Document;
use bindery_openapi::document::{JsonType, JsonTypes, ObjectKeywords, Schema, SchemaId};
use serde_json::Value;

use super::Interpretation;
use super::closed::composed;

/// The types that a schema states; none where what it is made of overrides them.
pub(crate) fn types(document: &Document, id: SchemaId, reading: Interpretation) -> JsonTypes {
    let schema = document.schema(id);
    match reading {
        Interpretation::Default if document.overriding_types(id).is_some() => JsonTypes::default(),
        Interpretation::Default if means_object(document, id) => JsonType::Object.into(),
        Interpretation::Default | Interpretation::Strict => schema.types,
    }
}

/// The values that a schema lists.
pub(crate) fn values(
    document: &Document,
    id: SchemaId,
    reading: Interpretation,
) -> Option<&[Value]> {
    let schema = document.schema(id);
    match reading {
        Interpretation::Default => document.meant_values(id),
        Interpretation::Strict if schema.lists_values() => schema.enumeration.as_deref(),
        Interpretation::Strict => None,
    }
}

/// Whether values that a part of a schema lists are all of other types than the schema and its parts state.
pub(crate) fn excludes(document: &Document, root: SchemaId, values: &[Value]) -> bool {
    let parts = composed(document, root).into_iter();
    let stated = parts.map(|id| types(document, id, Interpretation::Default));
    let stated: Vec<JsonTypes> = stated.filter(|types| !types.is_empty()).collect();
    let is_of_all = |value: &Value| {
        let mut stated = stated.iter();
        stated.all(|types| types.iter().any(|json_type| json_type.admits(value)))
    };
    !values.is_empty() && !values.iter().any(is_of_all) && !exclude_each_other(&stated)
}

/// Whether no value is of all these types: what is listed is then not to blame.
fn exclude_each_other(stated: &[JsonTypes]) -> bool {
    let is_integer =
        |types: &JsonTypes| types.contains(JsonType::Integer) || types.contains(JsonType::Number);
    let mut every = JsonType::ALL.into_iter();
    let has_common = every.any(|json_type| match json_type {
        JsonType::Integer | JsonType::Number => stated.iter().all(is_integer),
        JsonType::Null
        | JsonType::Boolean
        | JsonType::String
        | JsonType::Array
        | JsonType::Object => stated.iter().all(|types| types.contains(json_type)),
    });
    !has_common
}

/// Whether two of these alternatives name null. By the letter a null is then of no `oneOf` of them (JSON Schema 2020-12
/// core §10.2.1.3); people who say twice that it may be null mean that it may.
pub(crate) fn name_null_twice(document: &Document, alternatives: &[SchemaId]) -> bool {
    let mut naming = alternatives
        .iter()
        .filter(|id| names_null(document, **id, &mut HashSet::new()));
    naming.nth(1).is_some()
}

/// Whether a schema says that null is one of its values: a schema without types that lists none says so by what it is
/// made of.
fn names_null(document: &Document, id: SchemaId, seen: &mut HashSet<SchemaId>) -> bool {
    let mut pending = vec![id];
    while let Some(id) = pending.pop() {
        if !seen.insert(id) {
            continue;
        }
        let schema = document.schema(id);
        let listed = schema.enumeration.iter().flatten().chain(&schema.constant);
        let mut listed = listed.peekable();
        let is_named = match (schema.types.is_empty(), listed.peek()) {
            (false, _) => schema.types.contains(JsonType::Null),
            (true, Some(_)) => listed.any(Value::is_null),
            (true, None) => {
                pending.extend(schema.reference);
                pending.extend(schema.all_of.iter().chain(&schema.any_of));
                pending.extend(&schema.one_of);
                false
            }
        };
        if is_named {
            return true;
        }
    }
    false
}

/// Whether a schema states keywords of objects, and no type, neither itself nor in its parts.
fn means_object(document: &Document, id: SchemaId) -> bool {
    let schema = document.schema(id);
    schema.types.is_empty() && states_object(schema) && !document.is_typed_by_parts(id)
}

/// Whether any keyword of objects is stated.
fn states_object(schema: &Schema) -> bool {
    let nothing = ObjectKeywords::default();
    let object = schema.object.as_deref();
    object.is_some_and(|object| *object != nothing)
}
