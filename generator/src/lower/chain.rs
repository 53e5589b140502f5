//! Types that hold each other by value in a long row: the compiler follows such a row to a limit,
//! and so some of it is put behind pointers.

use super::recursion::{box_where, by_value, held_by_value};
use crate::api::{Api, TypeId, TypeKind};

/// How many types may hold each other by value. The compiler's limit is 128, and an `Option` around each counts too.
const LONGEST: usize = 32;

/// Boxes what would make a row too long. No type holds itself by value any more.
pub(super) fn box_chains(api: &mut Api) {
    let mut lengths = vec![0; api.types.len()];
    for index in inner_first(api) {
        let is_alias = matches!(api.types[index].kind, TypeKind::Alias(_));
        let mut longest = 0;
        for reference in held_by_value(&mut api.types[index].kind) {
            // An alias is what it names; what holds it is boxed.
            if !is_alias {
                box_where(reference, &|id: TypeId| lengths[id.0] >= LONGEST);
            }
            let held = by_value(reference);
            let lengths = held.iter().map(|id| lengths[id.0]);
            longest = longest.max(lengths.max().unwrap_or_default());
        }
        lengths[index] = longest + usize::from(!is_alias);
    }
}

/// The types, each after those that it holds by value.
fn inner_first(api: &mut Api) -> Vec<usize> {
    let mut waits = vec![0; api.types.len()];
    let mut held_by: Vec<Vec<usize>> = vec![Vec::new(); api.types.len()];
    for (index, item) in api.types.iter_mut().enumerate() {
        for reference in held_by_value(&mut item.kind) {
            for TypeId(inner) in by_value(reference) {
                waits[index] += 1;
                held_by[inner].push(index);
            }
        }
    }
    let all = 0..waits.len();
    let mut order: Vec<usize> = all.filter(|index| waits[*index] == 0).collect();
    let mut next = 0;
    while let Some(index) = order.get(next).copied() {
        next += 1;
        for outer in &held_by[index] {
            waits[*outer] -= 1;
            if waits[*outer] == 0 {
                order.push(*outer);
            }
        }
    }
    order
}
