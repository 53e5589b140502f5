//! Which types callers make values of: those that requests hold, and all where there are no operations.

use super::share;
use crate::api::{Api, Call, TypeId, TypeKind, TypeName, TypeRef, TypeRoot};
use rustc_hash::FxHashSet;

/// Marks the structs that callers make values of.
pub(super) fn mark(api: &mut Api) {
    let calls = || api.groups.iter().flat_map(|group| &group.calls);
    let are_all = calls().next().is_none();
    let sent: Vec<TypeId> = calls().flat_map(sent).flat_map(TypeRef::named).collect();
    let sent = reached(api, sent);
    for (index, item) in api.types.iter_mut().enumerate() {
        if let TypeKind::Struct(structure) = &mut item.kind {
            structure.is_made = are_all || sent.contains(&TypeId(index));
        }
    }
}

/// Leaves out the types for requests that no request holds: those of components that are only parts of others.
pub(super) fn leave_out_unsent(api: &mut Api) {
    let calls = api.groups.iter().flat_map(|group| &group.calls);
    let sent: Vec<TypeId> = calls.flat_map(sent).flat_map(TypeRef::named).collect();
    let sent = with_holders(api, sent);
    let mut kept: Vec<usize> = (0..api.types.len()).collect();
    for (index, item) in api.types.iter().enumerate() {
        match &item.origin {
            TypeName::Request { of, .. } if !sent.contains(&TypeId(index)) => kept[index] = of.0,
            // What stands in a type comes after it.
            TypeName::Part {
                root: TypeRoot::Type(TypeId(root)),
                ..
            } if kept[*root] != *root => kept[index] = kept[*root],
            TypeName::Base { of, .. } if kept[of.0] != of.0 => kept[index] = kept[of.0],
            TypeName::Request { .. }
            | TypeName::Base { .. }
            | TypeName::Part { .. }
            | TypeName::Holder { .. }
            | TypeName::Component(_) => {}
        }
    }
    keep(api, &kept);
}

/// The types that values of `sent` hold, and those that these are named after: what is made of a component by `allOf`
/// holds what stands in it and not the component.
fn with_holders(api: &mut Api, sent: Vec<TypeId>) -> FxHashSet<TypeId> {
    let mut sent = reached(api, sent);
    loop {
        let items = sent.iter().map(|id| &api.types[id.0].origin);
        let holders = items.filter_map(|origin| match origin {
            TypeName::Part {
                root: TypeRoot::Type(id),
                ..
            }
            | TypeName::Base { of: id, .. } => Some(*id),
            TypeName::Part {
                root: TypeRoot::Call { .. },
                ..
            }
            | TypeName::Request { .. }
            | TypeName::Holder { .. }
            | TypeName::Component(_) => None,
        });
        let holders: Vec<TypeId> = holders.filter(|id| !sent.contains(id)).collect();
        if holders.is_empty() {
            return sent;
        }
        sent.extend(reached(api, holders));
    }
}

/// Leaves out what components are themselves where nothing is just that.
pub(super) fn leave_out_bases(api: &mut Api) {
    let mut used = FxHashSet::default();
    api.change_references(&mut |reference| used.extend(reference.named()));
    let items = api.types.iter().enumerate();
    let kept = items.map(|(index, item)| match &item.origin {
        TypeName::Base { of, .. } if !used.contains(&TypeId(index)) => of.0,
        TypeName::Base { .. }
        | TypeName::Request { .. }
        | TypeName::Part { .. }
        | TypeName::Holder { .. }
        | TypeName::Component(_) => index,
    });
    let kept: Vec<usize> = kept.collect();
    keep(api, &kept);
}

fn keep(api: &mut Api, kept: &[usize]) {
    if kept.iter().enumerate().any(|(index, kept)| index != *kept) {
        share::replace(api, kept);
    }
}

fn sent(call: &Call) -> impl Iterator<Item = &TypeRef> {
    let parameters = call.parameters.iter().map(|parameter| &parameter.shape);
    let media = call.body.iter().flat_map(|body| &body.media);
    let shapes = parameters.chain(media.map(|media| &media.shape));
    shapes.map(|shape| &shape.reference)
}

/// The types that values of `pending` hold, those among them.
fn reached(api: &mut Api, mut pending: Vec<TypeId>) -> FxHashSet<TypeId> {
    let mut reached = FxHashSet::default();
    while let Some(id) = pending.pop() {
        if reached.insert(id) {
            api.types[id.0].kind.change_references(&mut |reference| {
                pending.extend(reference.named());
            });
        }
    }
    reached
}
