//! The arrays of a page whose envelope is not described.

use serde::Serialize;

use crate::Json;

/// How many objects deep an envelope may hold its arrays.
const DEPTH: usize = 16;

/// Whether a page whose envelope is not described holds nothing: no array in it, however deep in objects, has an
/// element. What is neither array nor object is no page and holds nothing either.
pub fn page_is_empty(page: &impl Serialize) -> bool {
    serde_json::to_value(page).map_or(true, |page| {
        arrays_of(&page)
            .iter()
            .all(|(_, elements)| elements.is_empty())
    })
}

/// The arrays that are not within others, in order, each with the names of the properties that lead to it.
pub(super) fn arrays_of(page: &Json) -> Vec<(Vec<&str>, &[Json])> {
    let mut arrays = Vec::new();
    gather(page, &mut Vec::new(), &mut arrays);
    arrays
}

fn gather<'p>(
    value: &'p Json,
    path: &mut Vec<&'p str>,
    arrays: &mut Vec<(Vec<&'p str>, &'p [Json])>,
) {
    match value {
        Json::Array(elements) => arrays.push((path.clone(), elements)),
        Json::Object(properties) if path.len() < DEPTH => {
            for (name, value) in properties {
                path.push(name);
                gather(value, path, arrays);
                path.pop();
            }
        }
        Json::Object(_) | Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {}
    }
}
