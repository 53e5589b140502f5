//! Which types, formats and listed values a schema states in the reading in use.

use bindery_openapi::Document;
use bindery_openapi::document::{JsonTypes, SchemaId};
use serde_json::Value;

use super::{Interpretation, format};

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
    match reading {
        Interpretation::Default => document.meant_values(id),
        Interpretation::Strict => document.schema(id).enumeration.as_deref(),
    }
}

/// The value that a schema has by `const`.
pub(crate) fn constant(
    document: &Document,
    id: SchemaId,
    reading: Interpretation,
) -> Option<&Value> {
    match reading {
        Interpretation::Default => document.meant_constant(id),
        Interpretation::Strict => document.schema(id).constant.as_ref(),
    }
}

/// The format that a schema has, an encoding of bytes as text among them.
pub(crate) fn format(document: &Document, id: SchemaId, reading: Interpretation) -> Option<&str> {
    let of_texts = match reading {
        Interpretation::Default => document.lists_texts(id),
        Interpretation::Strict => false,
    };
    format::of(document.schema(id)).filter(|_| !of_texts)
}
