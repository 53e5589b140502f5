//! Schemas that stand above their alternatives: what refers back to them by `allOf`.
//!
//! By the letter a value of such an alternative is of another one as well, and of that first again, without end. People
//! mean that it has what stands beside the alternatives.

use bindery_openapi::Document;
use bindery_openapi::document::SchemaId;

/// Whether a schema that holds together with others, those around it, is meant without its alternatives: one of them is among
/// those, and is made of it.
pub(crate) fn means_itself(
    document: &Document,
    id: SchemaId,
    is_around: impl Fn(&SchemaId) -> bool,
) -> bool {
    let mut alternatives = document.schema(id).alternatives();
    alternatives.any(|alternative| {
        let alternative = document.resolve(alternative);
        alternative != id && is_around(&alternative) && is_made_of(document, alternative, id)
    })
}

/// Whether any of a schema's alternatives is made of it.
pub(crate) fn is_above(document: &Document, id: SchemaId) -> bool {
    let mut alternatives = document.schema(id).alternatives();
    alternatives.any(|alternative| refers_back(document, id, alternative))
}

/// Whether an alternative of a schema is made of it.
pub(crate) fn refers_back(document: &Document, id: SchemaId, alternative: SchemaId) -> bool {
    let alternative = document.resolve(alternative);
    alternative != id && is_made_of(document, alternative, id)
}

fn is_made_of(document: &Document, id: SchemaId, of: SchemaId) -> bool {
    document.composed(id).contains(&of)
}
