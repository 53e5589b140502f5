//! How deep the simplest instance of each schema is, so that a recursive schema
//! can be brought to an end: where it matters the way with the least height is taken.

use bindery_openapi::Document;
use bindery_openapi::document::{JsonType, ObjectKeywords, Schema, SchemaId};

/// How often the whole document is looked through; what is not settled then has no end.
const ROUNDS: usize = 64;

/// The height of a schema no instance of which is known to end.
pub(super) const ENDLESS: u32 = u32::MAX;

/// For each schema the height of its simplest instance.
pub(super) fn heights(document: &Document) -> Vec<u32> {
    let mut heights = vec![ENDLESS; document.schemas.len()];
    let above = document.schemas.iter().map(|(id, _)| document.is_above(id));
    let above: Vec<bool> = above.collect();
    for _ in 0..ROUNDS {
        let mut settled = true;
        for (id, schema) in document.schemas.iter() {
            let height = height(schema, &heights, above[id.index()]);
            settled &= height == heights[id.index()];
            heights[id.index()] = height;
        }
        if settled {
            break;
        }
    }
    heights
}

/// The height of a schema by those known so far. What refers back to its alternatives by `allOf` means what stands
/// beside them, whether or not these have an end.
fn height(schema: &Schema, heights: &[u32], is_above: bool) -> u32 {
    if schema.never {
        return ENDLESS;
    }
    let of = |id: &SchemaId| heights[id.index()];
    let least = |ids: &[SchemaId]| match ids.iter().map(of).min() {
        Some(ENDLESS) if is_above => 0,
        least => least.unwrap_or(0),
    };
    let most = |ids: &[SchemaId]| ids.iter().map(of).max().unwrap_or(0);
    own_height(schema, heights)
        .max(schema.reference.as_ref().map_or(0, of))
        .max(most(&schema.all_of))
        .max(least(&schema.any_of))
        .max(least(&schema.one_of))
}

/// The height that the schema's own keywords ask for, by the simplest type it admits.
fn own_height(schema: &Schema, heights: &[u32]) -> u32 {
    if schema.lists_values() || schema.constant.is_some() {
        return 0;
    }
    let object = || {
        schema
            .object
            .as_deref()
            .map_or(0, |it| object_height(it, heights))
    };
    let array = || {
        let array = schema.array.as_deref();
        let least = array.and_then(|it| it.min_items).unwrap_or(0);
        let contains = array.and_then(|it| it.contains);
        let items = array.and_then(|it| it.items).filter(|_| least > 0);
        items
            .into_iter()
            .chain(contains)
            .map(|id| above(heights[id.index()]))
            .max()
    };
    let by_type = schema.types.iter().map(|json_type| match json_type {
        JsonType::Object => object(),
        JsonType::Array => array().unwrap_or(0),
        JsonType::Null
        | JsonType::Boolean
        | JsonType::Number
        | JsonType::String
        | JsonType::Integer => 0,
    });
    by_type.min().unwrap_or_else(object)
}

fn object_height(object: &ObjectKeywords, heights: &[u32]) -> u32 {
    let required = object
        .properties
        .iter()
        .filter(|it| object.requires(&it.name));
    required
        .map(|property| above(heights[property.schema.index()]))
        .max()
        .unwrap_or(0)
}

fn above(height: u32) -> u32 {
    height.saturating_add(1)
}
