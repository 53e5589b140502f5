//! Which types callers make values of: those that requests hold, and all where there are no operations.

use std::collections::HashSet;

use crate::api::{Api, Call, TypeId, TypeKind, TypeRef};

/// Marks the structs that callers make values of.
pub(super) fn mark(api: &mut Api) {
    let calls = || api.groups.iter().flat_map(|group| &group.calls);
    let are_all = calls().next().is_none();
    let sent: Vec<TypeId> = calls().flat_map(sent).filter_map(TypeRef::named).collect();
    let sent = reached(api, sent);
    for (index, item) in api.types.iter_mut().enumerate() {
        if let TypeKind::Struct(structure) = &mut item.kind {
            structure.is_made = are_all || sent.contains(&TypeId(index));
        }
    }
}

fn sent(call: &Call) -> impl Iterator<Item = &TypeRef> {
    let parameters = call.parameters.iter().map(|parameter| &parameter.shape);
    let media = call.body.iter().flat_map(|body| &body.media);
    let shapes = parameters.chain(media.map(|media| &media.shape));
    shapes.map(|shape| &shape.reference)
}

/// The types that values of `pending` hold, those among them.
fn reached(api: &mut Api, mut pending: Vec<TypeId>) -> HashSet<TypeId> {
    let mut reached = HashSet::new();
    while let Some(id) = pending.pop() {
        if reached.insert(id) {
            api.types[id.0].kind.change_references(&mut |reference| {
                pending.extend(reference.named());
            });
        }
    }
    reached
}
