//! The names of types: of components, of what stands in them, and of operations.

use std::collections::HashMap;

use bindery_openapi::{Location, Report};

use super::PRELUDE;
use super::case::{capped, module, pascal};
use super::scope::{Candidate, Kind, Scope};
use crate::api::{Api, Home, TypeId, TypeName, TypeRoot};

/// Types: those of components, then of operations, then what stands inside either.
pub(super) fn name_types(api: &mut Api, report: &mut Report) {
    let mut shared = Scope::reserving(PRELUDE);
    let components = of_origin(api, |origin| matches!(origin, TypeName::Component(_)));
    let candidates: Vec<Candidate> = components
        .iter()
        .map(|index| component(api, *index))
        .collect();
    for (index, name) in components
        .iter()
        .zip(shared.settle(Kind::Schema, &candidates, report))
    {
        api.types[*index].rust = name;
    }
    name_files(api, report);
    let requests = of_origin(api, |origin| matches!(origin, TypeName::Request { .. }));
    settle_inner(api, &requests, &mut shared, report);
    let bases = of_origin(api, |origin| matches!(origin, TypeName::Base { .. }));
    settle_inner(api, &bases, &mut shared, report);
    let (inner, mut of_groups) = parts(api);
    settle_inner(api, &inner, &mut shared, report);
    for group in 0..api.groups.len() {
        let mut scope = Scope::reserving(PRELUDE);
        name_call_types(api, group, &mut scope, report);
        let inner = of_groups.remove(&group).unwrap_or_default();
        settle_inner(api, &inner, &mut scope, report);
    }
}

fn of_origin(api: &Api, is_meant: fn(&TypeName) -> bool) -> Vec<usize> {
    let items = api.types.iter().enumerate();
    let meant = items.filter(|(_, item)| is_meant(&item.origin));
    meant.map(|(index, _)| index).collect()
}

/// The types that stand in components, and those that stand in each group's operations.
fn parts(api: &Api) -> (Vec<usize>, HashMap<usize, Vec<usize>>) {
    let (mut inner, mut of_groups) = (Vec::new(), HashMap::<usize, Vec<usize>>::new());
    for (index, item) in api.types.iter().enumerate() {
        match &item.origin {
            TypeName::Component(_) | TypeName::Request { .. } | TypeName::Base { .. } => {}
            TypeName::Part {
                root: TypeRoot::Type(_),
                ..
            } => inner.push(index),
            TypeName::Part {
                root: TypeRoot::Call { group, .. },
                ..
            } => {
                of_groups.entry(*group).or_default().push(index);
            }
        }
    }
    (inner, of_groups)
}

fn component(api: &Api, index: usize) -> Candidate {
    let item = &api.types[index];
    let TypeName::Component(source) = &item.origin else {
        return part(api, index);
    };
    // A name that the user gives is taken for what the description says.
    let source = if item.rust.is_empty() {
        source
    } else {
        &item.rust
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
        TypeName::Request { of, .. } => capped(format!("{}Request", api.types[of.0].rust)),
        TypeName::Base { of, .. } => capped(format!("{}Base", api.types[of.0].rust)),
        TypeName::Part { root, parts } => {
            let root = match root {
                TypeRoot::Type(TypeId(id)) => &api.types[*id].rust,
                TypeRoot::Call { group, call } => &api.groups[*group].calls[*call].rust_type,
            };
            let parts: String = parts.iter().map(|part| pascal(part)).collect();
            capped(format!("{root}{parts}"))
        }
    };
    let fallback = match &item.origin {
        TypeName::Request { of, .. } => Some(format!("{}InRequests", api.types[of.0].rust)),
        TypeName::Base { of, .. } => Some(format!("{}Itself", api.types[of.0].rust)),
        TypeName::Component(_) | TypeName::Part { .. } => None,
    };
    // Never the identifier itself: what stands inside gives way to what is called so.
    let source = match &item.origin {
        TypeName::Component(source) => source.clone(),
        TypeName::Request { component, .. } => format!("{component} in requests"),
        TypeName::Base { component, .. } => format!("{component} itself"),
        TypeName::Part { parts, .. } => format!("…/{}", parts.join("/")),
    };
    Candidate {
        source,
        wanted,
        fallback,
        location: item.location.clone(),
    }
}

fn settle_inner(api: &mut Api, inner: &[usize], scope: &mut Scope, report: &mut Report) {
    let candidates: Vec<Candidate> = inner.iter().map(|index| part(api, *index)).collect();
    for (index, name) in inner
        .iter()
        .zip(scope.settle(Kind::Type, &candidates, report))
    {
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
    let wanted = own(
        &group.rust_type,
        group.rust_type.clone(),
        &group.name.location,
    );
    group.rust_type = scope
        .settle(Kind::OperationType, &[wanted], report)
        .concat();
    let candidates: Vec<Candidate> = group
        .calls
        .iter()
        .map(|call| {
            let wanted = pascal(call.name.rust.trim_start_matches("r#"));
            let longer = format!("{wanted}Call");
            // Both names are the generator's own: that they clash is nothing to be told of.
            let is_groups = wanted == group.rust_type;
            Candidate {
                fallback: Some(longer.clone()),
                ..own(
                    &call.name.source,
                    if is_groups { longer } else { wanted },
                    &call.name.location,
                )
            }
        })
        .collect();
    let names = scope.settle(Kind::OperationType, &candidates, report);
    for (call, name) in group.calls.iter_mut().zip(names) {
        call.rust_type = name;
    }
    let outcomes: Vec<Candidate> = group
        .calls
        .iter()
        .flat_map(|call| {
            ["Output", "Error", "Content"]
                .map(|end| own("", call.rust_type.clone() + end, &call.name.location))
        })
        .collect();
    let mut names = scope.settle(Kind::Type, &outcomes, report).into_iter();
    for call in &mut group.calls {
        call.output_type = names.next().unwrap_or_default();
        call.failure_type = names.next().unwrap_or_default();
        let content = names.next().unwrap_or_default();
        if let Some(body) = &mut call.body {
            body.rust_type = content;
        }
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
    for (index, name) in
        owners
            .iter()
            .zip(Scope::default().settle(Kind::Module, &candidates, report))
    {
        api.types[*index].file = name;
    }
}
