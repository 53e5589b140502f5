//! Arrays (JSON Schema 2020-12 core §10.3.1, validation §6.4).

use bindery_openapi::document::SchemaId;
use serde_json::Value;

use super::CannotMake;
use super::make::Maker;
use super::shape::Shape;

/// Longest array made.
const MAX_LENGTH: usize = 1_000;
/// Longest array made only because it is the longest allowed.
const MAX_BOUNDARY: usize = 16;
/// How often another item is made where one is there already and items are unique.
const MAX_REPEATS: u32 = 20;

/// An array that the shape admits.
pub(super) fn make_array(
    maker: &mut Maker<'_>,
    shape: &Shape<'_>,
    depth: u32,
) -> Result<Value, CannotMake> {
    let contains = wanted(shape);
    let length = draw_length(maker, shape, contains.len(), depth)?;
    let unique = shape.arrays.iter().any(|it| it.unique_items);
    let first = length - contains.len().min(length);
    let mut items: Vec<Value> = Vec::new();
    for index in 0..length {
        let mut ids = shape.item_schemas(index);
        let extra = index.checked_sub(first).and_then(|at| contains.get(at));
        ids.extend(extra);
        match make_item(maker, &ids, unique.then_some(&items), depth + 1) {
            Ok(item) => items.push(item),
            Err(_) if index >= least(shape) && extra.is_none() => break,
            Err(reason) => return Err(reason),
        }
    }
    Ok(Value::Array(items))
}

fn least(shape: &Shape<'_>) -> usize {
    usize::try_from(shape.min_items()).unwrap_or(usize::MAX)
}

/// The schemas of the items that `contains` asks for.
fn wanted(shape: &Shape<'_>) -> Vec<SchemaId> {
    let mut wanted = Vec::new();
    for array in &shape.arrays {
        let count = array.min_contains.unwrap_or(1).min(MAX_LENGTH as u64);
        let count = usize::try_from(count).unwrap_or(0);
        wanted.extend(array.contains.iter().flat_map(|id| vec![*id; count]));
    }
    wanted
}

fn draw_length(
    maker: &mut Maker<'_>,
    shape: &Shape<'_>,
    wanted: usize,
    depth: u32,
) -> Result<usize, CannotMake> {
    let least = least(shape).max(wanted);
    let most = shape
        .max_items()
        .and_then(|most| usize::try_from(most).ok());
    let most = most.unwrap_or(usize::MAX);
    if least > most {
        return Err(CannotMake::because(
            "no number of items lies within the bounds",
        ));
    }
    if least > MAX_LENGTH {
        return Err(CannotMake::because("an array that long is not made"));
    }
    if maker.is_brief(depth) {
        return Ok(least);
    }
    let length = match maker.tape.below(6) {
        0 => least,
        1 if most <= MAX_BOUNDARY => most,
        2 => shape_prefix(shape).max(least),
        _ => least + maker.tape.index(4),
    };
    Ok(length.clamp(least, most))
}

fn shape_prefix(shape: &Shape<'_>) -> usize {
    let lengths = shape.arrays.iter().map(|it| it.prefix_items.len());
    lengths.max().unwrap_or(0)
}

fn make_item(
    maker: &mut Maker<'_>,
    ids: &[SchemaId],
    others: Option<&Vec<Value>>,
    depth: u32,
) -> Result<Value, CannotMake> {
    for _ in 0..MAX_REPEATS {
        let item = maker.make_or_any(ids, depth)?;
        if others.is_none_or(|others| !others.contains(&item)) {
            return Ok(item);
        }
    }
    Err(CannotMake::because(
        "no further item differs from the others",
    ))
}
