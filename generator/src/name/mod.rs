//! The naming pass: one place decides every Rust name, from the whole API.

mod case;
mod scope;

use bindery_openapi::{Location, Report};

pub(crate) use case::words;
use case::{module, pascal, snake};
use scope::{Candidate, Scope};

use crate::api::{
    Additional, Api, Call, Home, ItemList, Name, Next, Pagination, ParameterPlace, Property, Step,
    TypeId, TypeKind, TypeName, TypeRef, TypeRoot,
};

/// Names that would hide what generated code uses without a path.
const PRELUDE: &[&str] = &[
    "Box", "Default", "Err", "Into", "None", "Ok", "Option", "Result", "Some", "String", "Vec",
];

/// Modules of every API beside its groups.
const MODULES: &[&str] = &["bindery", "client", "std", "types"];

/// What an operation has beside its parameters.
const CALL_ITEMS: &[&str] = &["client", "into_future", "items", "new", "pages", "send"];

/// What a client has beside its groups.
const CLIENT_ITEMS: &[&str] = &["as_ref", "builder", "call", "clone", "core", "with_timeout"];

/// What a client's builder has beside its credentials.
const BUILDER_ITEMS: &[&str] = &[
    "build",
    "clone",
    "core",
    "header",
    "timeout",
    "transport",
    "without_credentials",
];

/// Settles every name of the API.
pub fn name(mut api: Api) -> (Api, Report) {
    let mut report = Report::default();
    api.module.rust = module(&api.module.source);
    name_credentials(&mut api, &mut report);
    name_groups(&mut api, &mut report);
    name_types(&mut api, &mut report);
    for item in &mut api.types {
        name_inside(&mut item.kind, &item.location, &mut report);
    }
    name_pages(&mut api);
    (api, report)
}

fn name_credentials(api: &mut Api, report: &mut Report) {
    let candidates: Vec<Candidate> = api
        .credentials
        .iter()
        .map(|credential| Candidate::new(&credential.name, snake))
        .collect();
    let names = Scope::reserving(BUILDER_ITEMS).settle(&candidates, report);
    for (credential, name) in api.credentials.iter_mut().zip(names) {
        credential.name.rust = name;
    }
}

fn name_groups(api: &mut Api, report: &mut Report) {
    let candidates: Vec<Candidate> = api
        .groups
        .iter()
        .map(|group| Candidate {
            fallback: Some(module(&group.name.source) + "_api"),
            ..Candidate::new(&group.name, module)
        })
        .collect();
    let names = Scope::reserving(&[MODULES, CLIENT_ITEMS].concat()).settle(&candidates, report);
    for (group, name) in api.groups.iter_mut().zip(names) {
        group.rust_type = pascal(&group.name.source);
        group.name.rust = name;
        name_methods(&mut group.calls, report);
        for call in &mut group.calls {
            name_call(call, report);
        }
    }
}

/// The methods of a group; two shortened names that clash are not shortened.
fn name_methods(calls: &mut [Call], report: &mut Report) {
    let candidates: Vec<Candidate> = calls
        .iter()
        .map(|call| Candidate {
            fallback: Some(snake(&call.full_name)),
            ..Candidate::new(&call.name, snake)
        })
        .collect();
    let names = Scope::default().settle(&candidates, report);
    for (call, name) in calls.iter_mut().zip(names) {
        call.name.rust = name;
    }
}

fn name_call(call: &mut Call, report: &mut Report) {
    let parameters = call.parameters.iter().map(|parameter| {
        let fallback = Some(placed(&parameter.name, place_word(parameter.place)));
        Candidate {
            fallback,
            ..Candidate::new(&parameter.name, snake)
        }
    });
    let body = call.body.iter().map(|body| Candidate {
        fallback: Some("request_body".to_owned()),
        ..Candidate::new(&body.name, snake)
    });
    let candidates: Vec<Candidate> = parameters.chain(body).collect();
    let mut names = Scope::reserving(CALL_ITEMS)
        .settle(&candidates, report)
        .into_iter();
    for (parameter, name) in call.parameters.iter_mut().zip(names.by_ref()) {
        parameter.name.rust = name;
    }
    if let (Some(body), Some(name)) = (&mut call.body, names.next()) {
        body.name.rust = name;
    }
    for outcomes in [&mut call.successes, &mut call.failures] {
        let candidates: Vec<Candidate> = outcomes
            .iter()
            .map(|outcome| Candidate::new(&outcome.name, pascal))
            .collect();
        let names = Scope::default().settle(&candidates, report);
        for (outcome, name) in outcomes.iter_mut().zip(names) {
            outcome.name.rust = name;
        }
    }
}

/// A parameter's name with where it goes, such as `type_query`.
fn placed(name: &Name, place: &str) -> String {
    format!("{}_{place}", snake(&name.source).trim_start_matches("r#"))
}

fn place_word(place: ParameterPlace) -> &'static str {
    match place {
        ParameterPlace::Path => "path",
        ParameterPlace::Query => "query",
        ParameterPlace::Header => "header",
        ParameterPlace::Cookie => "cookie",
    }
}

/// Types: those of components, then of operations, then what stands inside either.
fn name_types(api: &mut Api, report: &mut Report) {
    let mut shared = Scope::reserving(PRELUDE);
    let components: Vec<usize> = indices(api, |origin| matches!(origin, TypeName::Component(_)));
    let candidates: Vec<Candidate> = components
        .iter()
        .map(|index| component(api, *index))
        .collect();
    for (index, name) in components.iter().zip(shared.settle(&candidates, report)) {
        api.types[*index].rust = name;
    }
    name_files(api, report);
    let inner = indices(api, |origin| {
        matches!(
            origin,
            TypeName::Part {
                root: TypeRoot::Type(_),
                ..
            }
        )
    });
    settle_inner(api, &inner, &mut shared, report);
    for group in 0..api.groups.len() {
        let mut scope = Scope::reserving(PRELUDE);
        name_call_types(api, group, &mut scope, report);
        let inner: Vec<usize> = indices(
            api,
            |origin| matches!(origin, TypeName::Part { root: TypeRoot::Call { group: at, .. }, .. } if *at == group),
        );
        settle_inner(api, &inner, &mut scope, report);
    }
}

fn indices(api: &Api, which: impl Fn(&TypeName) -> bool) -> Vec<usize> {
    let items = api.types.iter().enumerate();
    items
        .filter(|(_, item)| which(&item.origin))
        .map(|(index, _)| index)
        .collect()
}

fn component(api: &Api, index: usize) -> Candidate {
    let item = &api.types[index];
    let TypeName::Component(source) = &item.origin else {
        return part(api, index);
    };
    let wanted = pascal(source);
    let fallback = PRELUDE
        .contains(&wanted.as_str())
        .then(|| format!("{wanted}Model"));
    Candidate {
        source: source.clone(),
        wanted,
        fallback,
        location: item.location.clone(),
    }
}

fn part(api: &Api, index: usize) -> Candidate {
    let item = &api.types[index];
    let wanted = match &item.origin {
        TypeName::Component(source) => pascal(source),
        TypeName::Part { root, parts } => {
            let root = match root {
                TypeRoot::Type(TypeId(id)) => &api.types[*id].rust,
                TypeRoot::Call { group, call } => &api.groups[*group].calls[*call].rust_type,
            };
            let parts: String = parts.iter().map(|part| pascal(part)).collect();
            format!("{root}{parts}")
        }
    };
    Candidate {
        source: String::new(),
        wanted,
        fallback: None,
        location: item.location.clone(),
    }
}

fn settle_inner(api: &mut Api, inner: &[usize], scope: &mut Scope, report: &mut Report) {
    let candidates: Vec<Candidate> = inner.iter().map(|index| part(api, *index)).collect();
    for (index, name) in inner.iter().zip(scope.settle(&candidates, report)) {
        api.types[*index].rust = name;
    }
}

/// The type of a group, of its operations, and of what they come to.
fn name_call_types(api: &mut Api, group: usize, scope: &mut Scope, report: &mut Report) {
    let group = &mut api.groups[group];
    let own = |source: &str, wanted: String, location: &Location| Candidate {
        source: source.to_owned(),
        wanted,
        fallback: None,
        location: location.clone(),
    };
    let mut candidates = vec![own(
        &group.rust_type,
        group.rust_type.clone(),
        &group.name.location,
    )];
    candidates.extend(group.calls.iter().map(|call| Candidate {
        fallback: Some(format!("{}Call", pascal(&call.name.rust))),
        ..own(
            &call.name.source,
            pascal(&call.name.rust),
            &call.name.location,
        )
    }));
    let mut names = scope.settle(&candidates, report).into_iter();
    group.rust_type = names.next().unwrap_or_default();
    for (call, name) in group.calls.iter_mut().zip(names) {
        call.rust_type = name;
    }
    let outcomes: Vec<Candidate> = group
        .calls
        .iter()
        .flat_map(|call| {
            ["Output", "Error"]
                .map(|end| own("", call.rust_type.clone() + end, &call.name.location))
        })
        .collect();
    let mut names = scope.settle(&outcomes, report).into_iter();
    for call in &mut group.calls {
        call.output_type = names.next().unwrap_or_default();
        call.failure_type = names.next().unwrap_or_default();
    }
}

/// The file of each component's types.
fn name_files(api: &mut Api, report: &mut Report) {
    let owners: Vec<usize> = (0..api.types.len())
        .filter(|index| api.types[*index].home == Home::Component(TypeId(*index)))
        .collect();
    let candidates: Vec<Candidate> = owners
        .iter()
        .map(|index| {
            let item = &api.types[*index];
            let source = item.rust.clone();
            Candidate {
                wanted: module(&source),
                source,
                fallback: None,
                location: item.location.clone(),
            }
        })
        .collect();
    for (index, name) in owners
        .iter()
        .zip(Scope::default().settle(&candidates, report))
    {
        api.types[*index].file = name;
    }
}

/// Fields and variants.
fn name_inside(kind: &mut TypeKind, location: &Location, report: &mut Report) {
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
            values.unknown = name_variants(names, location, report);
        }
        TypeKind::Union(union) => {
            let names: Vec<&mut Name> = union.variants.iter_mut().map(|v| &mut v.name).collect();
            union.unknown = name_variants(names, location, report);
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
    let candidates: Vec<Candidate> = properties
        .iter()
        .map(|property| Candidate::new(&property.name, snake))
        .collect();
    for (property, name) in properties.iter_mut().zip(scope.settle(&candidates, report)) {
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
fn name_variants(names: Vec<&mut Name>, location: &Location, report: &mut Report) -> String {
    let mut scope = Scope::default();
    let candidates: Vec<Candidate> = names
        .iter()
        .map(|name| Candidate::new(name, pascal))
        .collect();
    for (name, rust) in names.into_iter().zip(scope.settle(&candidates, report)) {
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
    scope.settle(&[candidate], &mut Report::default()).concat()
}

/// The fields on the way to cursors and items.
fn name_pages(api: &mut Api) {
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
