//! Which types and listed values a schema states in the reading in use.

use bindery_openapi::Document;
use bindery_openapi::document::{JsonType, JsonTypes, SchemaId};
use serde_json::Value;

use super::Interpretation;
use super::closed::composed;

/// The types that a schema states.
pub(crate) fn types(document: &Document, id: SchemaId, reading: Interpretation) -> JsonTypes {
    match reading {
        Interpretation::Default => document.meant_types(id),
        Interpretation::Strict => document.schema(id).types,
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
