//! Types that hold themselves with nothing between that could end it, so that no value of them can be made.

use bindery_openapi::{Diagnostic, Report};

use super::recursion::strong_components;
use crate::api::{Api, Presence, TypeId, TypeItem, TypeKind, TypeRef};
use crate::codes;
use rustc_hash::FxHashSet;

/// What a value of a type cannot be without.
enum Needs {
    /// Values of all these types.
    All(Vec<TypeId>),
    /// Values of all the types of one of these.
    One(Vec<Vec<TypeId>>),
}

/// Warns of the types that no value ends, once for all that hold each other.
pub(super) fn report(api: &Api, report: &mut Report) {
    let needs: Vec<Needs> = api.types.iter().map(|item| needs(&item.kind)).collect();
    let ends = those_that_end(&needs);
    let endless = |id: &TypeId| ends.get(id.0) == Some(&false);
    let edges = needs.iter().map(|needs| {
        let all = match needs {
            Needs::All(ids) => ids.clone(),
            Needs::One(variants) => variants.concat(),
        };
        all.into_iter().filter(endless).collect()
    });
    // Only what is endless leads back to itself by these.
    let edges: Vec<Vec<TypeId>> = edges.collect();
    let circles = strong_components(&edges);
    let mut told = FxHashSet::default();
    let items = api.types.iter().zip(&edges).zip(&circles);
    for ((item, held), circle) in items {
        let is_circle = held.iter().any(|id| circles.get(id.0) == Some(circle));
        if is_circle && told.insert(*circle) {
            report.push(diagnostic(item));
        }
    }
}

fn diagnostic(item: &TypeItem) -> Diagnostic {
    let message = "a value of this schema holds another without end, so that none can be made";
    Diagnostic::warning(
        codes::ENDLESS_SCHEMA,
        item.location.clone(),
        message.to_owned(),
    )
    .hint("make a property on the way back to it optional or nullable")
}

fn needs(kind: &TypeKind) -> Needs {
    match kind {
        TypeKind::Struct(structure) => {
            let properties = structure.properties.iter();
            let required = properties.filter(|property| property.presence == Presence::Required);
            Needs::All(
                required
                    .flat_map(|property| held(&property.shape.reference))
                    .collect(),
            )
        }
        TypeKind::Union(union) => {
            let variants = union.variants.iter();
            Needs::One(
                variants
                    .map(|variant| held(&variant.shape.reference))
                    .collect(),
            )
        }
        TypeKind::Newtype(shape) => Needs::All(held(&shape.reference)),
        TypeKind::Alias(target) => Needs::All(held(target)),
        TypeKind::OpenEnum(_) => Needs::All(Vec::new()),
    }
}

/// The types of which a value always holds one. Lists and maps may be empty.
fn held(reference: &TypeRef) -> Vec<TypeId> {
    match reference {
        TypeRef::Named(id) => vec![*id],
        TypeRef::Boxed(inner) => held(inner),
        TypeRef::Tuple(items) => items
            .iter()
            .flat_map(|item| held(&item.reference))
            .collect(),
        TypeRef::Prefixed(array) => {
            let items = array.prefix.iter();
            let required = items.filter(|item| item.presence == Presence::Required);
            required
                .flat_map(|item| held(&item.shape.reference))
                .collect()
        }
        TypeRef::Nullable(_)
        | TypeRef::Array(_)
        | TypeRef::Map(_)
        | TypeRef::String
        | TypeRef::Boolean
        | TypeRef::Number(_)
        | TypeRef::Time(_)
        | TypeRef::Text(_)
        | TypeRef::Bytes
        | TypeRef::Stream
        | TypeRef::File
        | TypeRef::Never
        | TypeRef::Json
        | TypeRef::JsonObject
        | TypeRef::External(_) => Vec::new(),
    }
}

/// Whether each type has values that end: first those that need nothing, then those that need only such.
fn those_that_end(needs: &[Needs]) -> Vec<bool> {
    let mut needed_by: Vec<Vec<(usize, usize)>> = vec![Vec::new(); needs.len()];
    let mut waits: Vec<Vec<usize>> = Vec::new();
    let mut ending = Vec::new();
    for (index, needs) in needs.iter().enumerate() {
        let sets = match needs {
            Needs::All(ids) => std::slice::from_ref(ids),
            Needs::One(variants) => variants.as_slice(),
        };
        for (set, ids) in sets.iter().enumerate() {
            for id in ids {
                needed_by[id.0].push((index, set));
            }
        }
        // An enum without variants is told of elsewhere.
        if sets.is_empty() || sets.iter().any(Vec::is_empty) {
            ending.push(index);
        }
        waits.push(sets.iter().map(Vec::len).collect());
    }
    let mut ends = vec![false; needs.len()];
    while let Some(index) = ending.pop() {
        if std::mem::replace(&mut ends[index], true) {
            continue;
        }
        for (outer, set) in &needed_by[index] {
            waits[*outer][*set] -= 1;
            if waits[*outer][*set] == 0 {
                ending.push(*outer);
            }
        }
    }
    ends
}
