//! Which types and listed values a schema states in the reading in use.

use bindery_openapi::Document;
use bindery_openapi::document::{JsonType, JsonTypes, ObjectKeywords, Schema, SchemaId};
use serde_json::Value;

use super::Interpretation;

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
