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
        change(reference);
    } else if let Some(inner) = reference.inner_mut() {
        change_in(inner, change);
    }
}

impl TypeRef {
    /// The type with a name of its own that is meant, however deep it is wrapped.
    pub fn named(&self) -> Option<TypeId> {
        let mut at = self;
        loop {
            match at {
                Self::Named(id) => return Some(*id),
                other => at = other.inner()?,
            }
        }
    }

    /// What it wraps: the items, the values, what may be null, what is boxed.
    pub fn inner(&self) -> Option<&Self> {
        match self {
            Self::Array(shape) | Self::Map(shape) => Some(&shape.reference),
            Self::Nullable(inner) | Self::Boxed(inner) => Some(inner),
            Self::Named(_)
            | Self::String
            | Self::Boolean
            | Self::Number(_)
            | Self::Time(_)
            | Self::External(_)
            | Self::Bytes
            | Self::Stream
            | Self::File
            | Self::Json
            | Self::JsonObject => None,
        }
    }

    fn inner_mut(&mut self) -> Option<&mut Self> {
        match self {
            Self::Array(shape) | Self::Map(shape) => Some(&mut shape.reference),
            Self::Nullable(inner) | Self::Boxed(inner) => Some(inner),
            Self::Named(_)
            | Self::String
            | Self::Boolean
            | Self::Number(_)
            | Self::Time(_)
            | Self::External(_)
            | Self::Bytes
            | Self::Stream
            | Self::File
            | Self::Json
            | Self::JsonObject => None,
        }
    }
}
