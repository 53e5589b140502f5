//! Every use of a type in an API, to be read or changed.

use super::{
    Additional, Api, Body, Call, Outcome, OutcomeBody, Shape, TypeId, TypeKind, TypeRef,
    UnionVariant,
};

impl Api {
    /// Tells every use of a type by name, wherever it stands, to `change`.
    pub fn change_references(&mut self, change: &mut impl FnMut(&mut TypeRef)) {
        for item in &mut self.types {
            item.kind.change_references(change);
        }
        for call in self.groups.iter_mut().flat_map(|group| &mut group.calls) {
            change_in_call(call, change);
        }
    }
}

impl TypeKind {
    /// Tells every use of a type by name in this one to `change`, in the order written.
    pub fn change_references(&mut self, change: &mut impl FnMut(&mut TypeRef)) {
        match self {
            Self::Struct(structure) => {
                for property in &mut structure.properties {
                    change_in(&mut property.shape.reference, change);
                }
                if let Additional::Kept { shape, .. } = &mut structure.additional {
                    change_in(&mut shape.reference, change);
                }
            }
            Self::Union(union) => {
                for UnionVariant { shape, .. } in &mut union.variants {
                    change_in(&mut shape.reference, change);
                }
            }
            Self::Newtype(shape) => change_in(&mut shape.reference, change),
            Self::Alias(target) => change_in(target, change),
            Self::OpenEnum(_) => {}
        }
    }
}

fn change_in_call(call: &mut Call, change: &mut impl FnMut(&mut TypeRef)) {
    let parameters = call.parameters.iter_mut();
    parameters.for_each(|parameter| change_in(&mut parameter.shape.reference, change));
    if let Some(Body { media, .. }) = &mut call.body {
        let media = media.iter_mut();
        media.for_each(|media| change_in(&mut media.shape.reference, change));
    }
    for Outcome { body, .. } in call.successes.iter_mut().chain(&mut call.failures) {
        match body {
            OutcomeBody::Value {
                shape: Shape { reference, .. },
                ..
            } => change_in(reference, change),
            OutcomeBody::Nothing => {}
        }
    }
    let headers = call.headers.iter_mut();
    headers.for_each(|header| change_in(&mut header.reference, change));
    if let Some(items) = call
        .pagination
        .as_mut()
        .and_then(|pages| pages.items.as_mut())
    {
        change_in(&mut items.item, change);
    }
}

fn change_in(reference: &mut TypeRef, change: &mut impl FnMut(&mut TypeRef)) {
    if let TypeRef::Named(_) = reference {
        return change(reference);
    }
    for part in reference.parts_mut() {
        change_in(part, change);
    }
}

impl TypeRef {
    /// The types with names of their own that are meant, however deep they are wrapped.
    pub fn named(&self) -> Vec<TypeId> {
        let mut named = Vec::new();
        let mut pending = vec![self];
        while let Some(at) = pending.pop() {
            match at {
                Self::Named(id) => named.push(*id),
                other => pending.extend(other.parts().into_iter().rev()),
            }
        }
        named
    }

    /// What it wraps: the items, the values, what may be null, what is boxed.
    pub fn parts(&self) -> Vec<&Self> {
        match self {
            Self::Array(shape) | Self::Map(shape) => vec![&shape.reference],
            Self::Tuple(shapes) => shapes.iter().map(|shape| &shape.reference).collect(),
            Self::Prefixed(array) => array.shapes().map(|shape| &shape.reference).collect(),
            Self::Nullable(inner) | Self::Boxed(inner) => vec![inner],
            Self::Named(_)
            | Self::String
            | Self::Boolean
            | Self::Number(_)
            | Self::Time(_)
            | Self::Text(_)
            | Self::External(_)
            | Self::Bytes
            | Self::Stream
            | Self::File
            | Self::Never
            | Self::Json
            | Self::JsonObject => Vec::new(),
        }
    }

    fn parts_mut(&mut self) -> Vec<&mut Self> {
        match self {
            Self::Array(shape) | Self::Map(shape) => vec![&mut shape.reference],
            Self::Tuple(shapes) => {
                let shapes = shapes.iter_mut();
                shapes.map(|shape| &mut shape.reference).collect()
            }
            Self::Prefixed(array) => {
                let shapes = array.shapes_mut();
                shapes.map(|shape| &mut shape.reference).collect()
            }
            Self::Nullable(inner) | Self::Boxed(inner) => vec![inner],
            Self::Named(_)
            | Self::String
            | Self::Boolean
            | Self::Number(_)
            | Self::Time(_)
            | Self::Text(_)
            | Self::External(_)
            | Self::Bytes
            | Self::Stream
            | Self::File
            | Self::Never
            | Self::Json
            | Self::JsonObject => Vec::new(),
        }
    }
}
