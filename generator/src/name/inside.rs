//! The names inside types, fields and variants, and the fields on the way through a page.

use bindery_openapi::{Location, Report};

use super::scope::{Candidate, Kind, Scope, clashing};
use super::{
    case::{pascal, snake},
    symbols::{pascal_told_apart, snake_told_apart},
};
use crate::api::{
    Additional, Api, ItemList, Name, Next, Pagination, Property, Step, TypeItem, TypeKind,
    TypeName, TypeRef,
};
use crate::places::Places;

/// What the names in a type are settled from.
struct Around<'a> {
    origin: &'a TypeName,
    location: &'a Location,
    places: &'a Places<'a>,
}

impl Around<'_> {
    /// What a configuration calls the property or value `source`.
    fn key(&self, source: &str) -> String {
        let schema = match self.origin {
            TypeName::Component(name)
            | TypeName::Request {
                component: name, ..
            }
            | TypeName::Base {
                component: name, ..
            } => name.clone(),
            TypeName::Holder { .. } | TypeName::Part { .. } => self.places.written(self.location),
        };
        format!("{schema}.{source}")
    }

    /// Candidates for the names. Of those that clash it is told what a configuration calls them, and by `told_apart`
    /// what they fall back to.
    fn candidates<'n>(
        &self,
        names: impl Iterator<Item = &'n Name>,
        case: fn(&str) -> String,
        told_apart: fn(&str) -> Option<String>,
    ) -> Vec<Candidate> {
        let mut candidates: Vec<Candidate> = names.map(|name| Candidate::new(name, case)).collect();
        let clashing = clashing(&candidates);
        for index in clashing {
            let candidate = &mut candidates[index];
            candidate.key = Some(self.key(&candidate.source));
            candidate.fallback = told_apart(&candidate.source);
        }
        candidates
    }
}

/// Fields and variants.
pub(super) fn name_inside(item: &mut TypeItem, places: &Places<'_>, report: &mut Report) {
    let around = Around {
        origin: &item.origin,
        location: &item.location,
        places,
    };
    match &mut item.kind {
        TypeKind::Struct(structure) => {
            name_fields(
                &mut structure.properties,
                &mut structure.additional,
                &around,
                report,
            );
        }
        TypeKind::OpenEnum(values) => {
            let listed: Vec<Option<usize>> = values.variants.iter().map(|v| v.index).collect();
            let names: Vec<&mut Name> = values.variants.iter_mut().map(|v| &mut v.name).collect();
            values.unknown = name_variants(Kind::Value, names, &listed, &around, report);
        }
        TypeKind::Union(union) => {
            let names: Vec<&mut Name> = union.variants.iter_mut().map(|v| &mut v.name).collect();
            union.unknown = name_variants(Kind::Variant, names, &[], &around, report);
        }
        TypeKind::Newtype(_) | TypeKind::Alias(_) => {}
    }
}

fn name_fields(
    properties: &mut [Property],
    additional: &mut Additional,
    around: &Around<'_>,
    report: &mut Report,
) {
    let mut scope = Scope::default();
    let names = properties.iter().map(|property| &property.name);
    let candidates = around.candidates(names, snake, snake_told_apart);
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
            around.location,
            &mut scope,
        );
    }
}

/// The variants of an enum, with their indices in the description's, then the one that takes what none of them does.
fn name_variants(
    kind: Kind,
    names: Vec<&mut Name>,
    listed: &[Option<usize>],
    around: &Around<'_>,
    report: &mut Report,
) -> String {
    let mut scope = Scope::default();
    let read = names.iter().map(|name| &**name);
    let mut candidates = around.candidates(read, pascal, pascal_told_apart);
    for (candidate, index) in candidates.iter_mut().zip(listed) {
        // Those that clash are told what a configuration calls them.
        let index = index.filter(|_| candidate.key.is_some());
        candidate.spot = index.map(|index| candidate.location.key("enum").index(index));
    }
    for (name, rust) in names
        .into_iter()
        .zip(scope.settle(kind, &candidates, report))
    {
        name.rust = rust;
    }
    own_name("Unknown", "UnknownValue", around.location, &mut scope)
}

/// A name of the generator's own, which gives way to the description's.
fn own_name(wanted: &str, fallback: &str, location: &Location, scope: &mut Scope) -> String {
    let candidate = Candidate {
        wanted: wanted.to_owned(),
        fallback: Some(fallback.to_owned()),
        ..Candidate::called("", location.clone())
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
