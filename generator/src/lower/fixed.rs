//! Which properties have one value only, so that whoever makes a struct is not asked for it: constants, and the value
//! of a discriminator that stands for the struct.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::api::{
    Api, Constraint, Decision, Presence, Property, Shape, TypeId, TypeKind, TypeRef, Union,
};

/// Notes the values.
pub(super) fn fix(api: &mut Api) {
    let discriminated = discriminated(api);
    for index in 0..api.types.len() {
        let TypeKind::Struct(structure) = &api.types[index].kind else {
            continue;
        };
        let properties = structure.properties.iter();
        let values = properties.map(|property| {
            let tag = discriminated.get(&(TypeId(index), property.name.source.clone()));
            let tag = tag.cloned().flatten().map(Value::String);
            tag.or_else(|| constant(api, property))
        });
        let values: Vec<Option<Value>> = values.collect();
        if let TypeKind::Struct(structure) = &mut api.types[index].kind {
            for (property, value) in structure.properties.iter_mut().zip(values) {
                property.fixed = value;
            }
        }
    }
}

/// The only value of a required property.
fn constant(api: &Api, property: &Property) -> Option<Value> {
    match property.presence {
        Presence::Required => only_value(api, &property.shape),
        Presence::RequiredNullable | Presence::Optional | Presence::OptionalNullable => None,
    }
}

fn only_value(api: &Api, shape: &Shape) -> Option<Value> {
    let listed = shape
        .constraints
        .iter()
        .find_map(|constraint| match constraint {
            Constraint::OneOf(values) => Some(values.as_slice()),
            _ => None,
        });
    if let Some(values) = listed {
        return only(values).cloned();
    }
    let TypeRef::Named(id) = api.resolve(&shape.reference) else {
        return None;
    };
    match &api.item(*id).kind {
        TypeKind::OpenEnum(values) => {
            Some(Value::String(only(&values.variants)?.name.source.clone()))
        }
        TypeKind::Newtype(shape) => match shape.constraints.as_slice() {
            [Constraint::OneOf(values)] => only(values).cloned(),
            _ => None,
        },
        TypeKind::Struct(_) | TypeKind::Union(_) | TypeKind::Alias(_) => None,
    }
}

fn only<T>(all: &[T]) -> Option<&T> {
    match all {
        [only] => Some(only),
        _ => None,
    }
}

/// For each struct and discriminator the value that stands for the struct; none where there are several.
type Discriminated = BTreeMap<(TypeId, String), Option<String>>;

fn discriminated(api: &Api) -> Discriminated {
    let mut all = Discriminated::new();
    for item in &api.types {
        if let TypeKind::Union(union) = &item.kind {
            note_values(api, union, &mut all);
        }
    }
    all
}

fn note_values(api: &Api, union: &Union, all: &mut Discriminated) {
    let (property, values) = match &union.decision {
        Decision::Discriminator {
            property, values, ..
        }
        | Decision::Named {
            property, values, ..
        }
        | Decision::Hint { property, values } => (property, values),
        Decision::Rules { .. } => return,
    };
    for (value, index) in values {
        let variant = union.variants.get(*index);
        let Some(id) = variant.and_then(|variant| struct_of(api, &variant.shape.reference)) else {
            continue;
        };
        let known = all.entry((id, property.clone()));
        known
            .and_modify(|known| *known = known.take().filter(|known| known == value))
            .or_insert_with(|| Some(value.clone()));
    }
}

fn struct_of(api: &Api, reference: &TypeRef) -> Option<TypeId> {
    match api.resolve(reference) {
        TypeRef::Named(id) => match api.item(*id).kind {
            TypeKind::Struct(_) => Some(*id),
            TypeKind::OpenEnum(_)
            | TypeKind::Union(_)
            | TypeKind::Newtype(_)
            | TypeKind::Alias(_) => None,
        },
        TypeRef::Boxed(inner) => struct_of(api, inner),
        _ => None,
    }
}
