//! Types that hold themselves: a value that does so is put behind a pointer,
//! and an alias that does so becomes a newtype.

use crate::api::{Api, Shape, TypeId, TypeKind, TypeRef};

/// Boxes every by-value edge that closes a cycle.
pub(super) fn box_cycles(api: &mut Api) {
    make_aliases_finite(api);
    let components = strong_components(&edges(api));
    for index in 0..api.types.len() {
        let cyclic = |target: TypeId| components[target.0] == components[index];
        if matches!(api.types[index].kind, TypeKind::Alias(_)) {
            // The cycle goes on through a struct, a union or a newtype, which is boxed there.
            continue;
        }
        for reference in held_by_value(&mut api.types[index].kind) {
            box_where(reference, &cyclic);
        }
    }
}

pub(super) fn box_where(reference: &mut TypeRef, cyclic: &impl Fn(TypeId) -> bool) {
    match reference {
        TypeRef::Named(id) if cyclic(*id) => {
            *reference = TypeRef::Boxed(Box::new(reference.clone()));
        }
        TypeRef::Nullable(inner) => box_where(inner, cyclic),
        TypeRef::Tuple(items) => {
            for item in items {
                box_where(&mut item.reference, cyclic);
            }
        }
        // Further items stand in a list.
        TypeRef::Prefixed(array) => {
            for item in &mut array.prefix {
                box_where(&mut item.shape.reference, cyclic);
            }
        }
        TypeRef::Named(_)
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
        | TypeRef::Array(_)
        | TypeRef::Map(_)
        | TypeRef::External(_)
        | TypeRef::Boxed(_) => {}
    }
}

/// An alias on the way back to itself becomes a newtype, which may be recursive.
fn make_aliases_finite(api: &mut Api) {
    let all: Vec<Vec<TypeId>> = api
        .types
        .iter()
        .map(|item| alias_mentions(&item.kind))
        .collect();
    let components = strong_components(&all);
    for (index, item) in api.types.iter_mut().enumerate() {
        let TypeKind::Alias(target) = &item.kind else {
            continue;
        };
        let cyclic = all[index]
            .iter()
            .any(|id| components[id.0] == components[index]);
        if cyclic {
            item.kind = TypeKind::Newtype(Shape::plain(target.clone()));
        }
    }
}

fn edges(api: &mut Api) -> Vec<Vec<TypeId>> {
    let kinds = api.types.iter_mut().map(|item| &mut item.kind);
    kinds
        .map(|kind| {
            held_by_value(kind)
                .into_iter()
                .flat_map(|held| by_value(held))
                .collect()
        })
        .collect()
}

pub(super) fn by_value(reference: &TypeRef) -> Vec<TypeId> {
    match reference {
        TypeRef::Named(id) => vec![*id],
        TypeRef::Nullable(inner) => by_value(inner),
        TypeRef::Tuple(items) => {
            let items = items.iter();
            items.flat_map(|item| by_value(&item.reference)).collect()
        }
        TypeRef::Prefixed(array) => {
            let items = array.prefix.iter();
            items
                .flat_map(|item| by_value(&item.shape.reference))
                .collect()
        }
        TypeRef::String
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
        | TypeRef::Array(_)
        | TypeRef::Map(_)
        | TypeRef::External(_)
        | TypeRef::Boxed(_) => Vec::new(),
    }
}

/// The types whose values lie inside a value of this kind.
pub(super) fn held_by_value(kind: &mut TypeKind) -> Vec<&mut TypeRef> {
    match kind {
        TypeKind::Struct(structure) => structure
            .properties
            .iter_mut()
            .map(|property| &mut property.shape.reference)
            .collect(),
        TypeKind::Union(union) => union
            .variants
            .iter_mut()
            .map(|variant| &mut variant.shape.reference)
            .collect(),
        TypeKind::Newtype(shape) => vec![&mut shape.reference],
        TypeKind::Alias(target) => vec![target],
        TypeKind::OpenEnum(_) => Vec::new(),
    }
}

/// The type that an alias mentions; other kinds end the search, for they may be recursive.
fn alias_mentions(kind: &TypeKind) -> Vec<TypeId> {
    match kind {
        TypeKind::Alias(target) => target.named(),
        TypeKind::Struct(_) | TypeKind::OpenEnum(_) | TypeKind::Union(_) | TypeKind::Newtype(_) => {
            Vec::new()
        }
    }
}

/// The strongly connected component of each node (Tarjan), without recursion.
pub(super) fn strong_components(edges: &[Vec<TypeId>]) -> Vec<usize> {
    let mut search = Search {
        edges,
        order: vec![None; edges.len()],
        low: vec![0; edges.len()],
        component: vec![None; edges.len()],
        stack: Vec::new(),
        count: 0,
    };
    for node in 0..edges.len() {
        search.visit(node);
    }
    search
        .component
        .into_iter()
        .map(Option::unwrap_or_default)
        .collect()
}

struct Search<'e> {
    edges: &'e [Vec<TypeId>],
    order: Vec<Option<usize>>,
    low: Vec<usize>,
    component: Vec<Option<usize>>,
    stack: Vec<usize>,
    count: usize,
}

impl Search<'_> {
    fn visit(&mut self, start: usize) {
        let mut calls = Vec::new();
        if self.order[start].is_none() {
            self.enter(start);
            calls.push((start, 0));
        }
        while let Some((node, next)) = calls.pop() {
            match self.edges[node].get(next) {
                None => {
                    self.close(node);
                    if let Some((parent, _)) = calls.last() {
                        self.low[*parent] = self.low[*parent].min(self.low[node]);
                    }
                }
                Some(TypeId(target)) => {
                    calls.push((node, next + 1));
                    match self.order[*target] {
                        None => {
                            self.enter(*target);
                            calls.push((*target, 0));
                        }
                        Some(order) if self.component[*target].is_none() => {
                            self.low[node] = self.low[node].min(order);
                        }
                        Some(_) => {}
                    }
                }
            }
        }
    }

    fn enter(&mut self, node: usize) {
        self.order[node] = Some(self.count);
        self.low[node] = self.count;
        self.count += 1;
        self.stack.push(node);
    }

    fn close(&mut self, node: usize) {
        if self.order[node] != Some(self.low[node]) {
            return;
        }
        while let Some(member) = self.stack.pop() {
            self.component[member] = Some(node);
            if member == node {
                break;
            }
        }
    }
}
