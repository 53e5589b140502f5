//! The names inside types, fields and variants, and the fields on the way through a page.

use bindery_openapi::{Location, Report};

use super::scope::{Candidate, Kind, Scope, clashing};
use super::{
    case::{pascal, snake},
    symbols::{pascal_of_symbols, snake_told_apart},
};
use crate::api::{
    Additional, Api, ItemList, Name, Next, Pagination, Property, Step, TypeKind, TypeRef,
};

/// Fields and variants.
pub(super) fn name_inside(kind: &mut TypeKind, location: &Location, report: &mut Report) {
    match kind {
        TypeKind::Struct(structure) => {
            name_fields(
                &mut structure.properties,
                &mut structure.additional,
                location,
                report,
            );
        }
        TypeKind::OpenEnum(values) => {
            let names: Vec<&mut Name> = values.variants.iter_mut().map(|v| &mut v.name).collect();
            values.unknown = name_variants(Kind::Value, names, location, report);
        }
        TypeKind::Union(union) => {
            let names: Vec<&mut Name> = union.variants.iter_mut().map(|v| &mut v.name).collect();
            union.unknown = name_variants(Kind::Variant, names, location, report);
        }
        TypeKind::Newtype(_) | TypeKind::Alias(_) => {}
    }
}

fn name_fields(
    properties: &mut [Property],
    additional: &mut Additional,
    location: &Location,
    report: &mut Report,
) {
    let mut scope = Scope::default();
    let mut candidates: Vec<Candidate> = properties
        .iter()
        .map(|property| Candidate::new(&property.name, snake))
        .collect();
    for index in clashing(&candidates) {
        let candidate = &mut candidates[index];
        candidate.fallback = snake_told_apart(&candidate.source);
    }
    for (property, name) in
        properties
            .iter_mut()
            .zip(scope.settle(Kind::Property, &candidates, report))
    {
        property.name.rust = name;
    }
    if let Additional::Kept { field, .. } = additional {
        *field = own_name(
            "additional_properties",
            "other_properties",
            location,
            &mut scope,
        );
    }
}

/// The variants of an enum, then the one that takes what none of them does.
fn name_variants(
    kind: Kind,
    names: Vec<&mut Name>,
    location: &Location,
    report: &mut Report,
) -> String {
    let mut scope = Scope::default();
    let candidates: Vec<Candidate> = names
        .iter()
        .map(|name| {
            let candidate = Candidate::new(name, pascal);
            let spelled = pascal_of_symbols(&candidate.source);
            Candidate {
                fallback: Some(spelled).filter(|spelled| *spelled != candidate.wanted),
                ..candidate
            }
        })
        .collect();
    for (name, rust) in names
        .into_iter()
        .zip(scope.settle(kind, &candidates, report))
    {
        name.rust = rust;
    }
    own_name("Unknown", "UnknownValue", location, &mut scope)
}

/// A name of the generator's own, which gives way to the description's.
fn own_name(wanted: &str, fallback: &str, location: &Location, scope: &mut Scope) -> String {
    let candidate = Candidate {
        source: String::new(),
        wanted: wanted.to_owned(),
        fallback: Some(fallback.to_owned()),
        location: location.clone(),
    };
    scope
        .settle(Kind::Variant, &[candidate], &mut Report::default())
        .concat()
}

/// The fields on the way to cursors and items.
pub(super) fn name_pages(api: &mut Api) {
    let mut groups = std::mem::take(&mut api.groups);
    for call in groups.iter_mut().flat_map(|group| &mut group.calls) {
        let page = call.page().cloned();
        if let (Some(pagination), Some(page)) = (&mut call.pagination, page) {
            name_pagination(api, pagination, &page);
        }
    }
    api.groups = groups;
}

fn name_pagination(api: &Api, pagination: &mut Pagination, page: &TypeRef) {
    if let Next::Cursor { path, .. } = &mut pagination.next {
        let mut at = page;
        for step in path {
            let Some(property) = name_step(api, step, at) else {
                return;
            };
            at = &property.shape.reference;
        }
    }
    if let Some(ItemList {
        step: Some(step), ..
    }) = &mut pagination.items
    {
        name_step(api, step, page);
    }
}

fn name_step<'a>(api: &'a Api, step: &mut Step, at: &'a TypeRef) -> Option<&'a Property> {
    let mut properties = api.as_struct(at)?.properties.iter();
    let property = properties.find(|property| property.name.source == step.property)?;
    step.field.clone_from(&property.name.rust);
    Some(property)
}
