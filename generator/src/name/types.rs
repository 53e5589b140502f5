//! The names of types: of components, of what stands in them, and of operations.

use std::collections::HashMap;

use bindery_openapi::{Location, Report};

use super::PRELUDE;
use super::case::{capped, module, pascal};
use super::scope::{Candidate, Kind, Scope};
use crate::api::{Api, Call, Home, Name, TypeId, TypeItem, TypeName, TypeRoot};
use crate::places::Places;

/// Types: those of components, then of operations, then what stands inside either.
pub(super) fn name_types(api: &mut Api, places: &Places<'_>, report: &mut Report) {
    let given = given(api);
    let mut shared = Scope::reserving(PRELUDE);
    let is_component: fn(&TypeName) -> bool = |origin| matches!(origin, TypeName::Component(_));
    let is_holder: fn(&TypeName) -> bool = |origin| matches!(origin, TypeName::Holder { .. });
    for is_meant in [is_component, is_holder] {
        settle_components(api, is_meant, places, &mut shared, report);
    }
    name_files(api, report);
    let requests = of_origin(api, |origin| matches!(origin, TypeName::Request { .. }));
    let bases = of_origin(api, |origin| matches!(origin, TypeName::Base { .. }));
    let (inner, mut of_groups) = parts(api);
    for inner in [requests, bases, inner] {
        let candidates = inner.iter().map(|index| part(api, *index, &given, places));
        let candidates: Vec<Candidate> = candidates.collect();
        settle_inner(api, &inner, &candidates, &mut shared, report);
    }
    for group in 0..api.groups.len() {
        let mut scope = Scope::reserving(PRELUDE);
        name_call_types(api, group, &mut scope, report);
        let inner = of_groups.remove(&group).unwrap_or_default();
        let candidates = inner.iter().map(|index| part(api, *index, &given, places));
        let candidates: Vec<Candidate> = candidates.collect();
        settle_inner(api, &inner, &candidates, &mut scope, report);
    }
}

fn settle_components(
    api: &mut Api,
    is_meant: fn(&TypeName) -> bool,
    places: &Places<'_>,
    scope: &mut Scope,
    report: &mut Report,
) {
    let meant = of_origin(api, is_meant);
    let candidates = meant
        .iter()
        .filter_map(|index| component(&api.types[*index], places));
    let candidates: Vec<Candidate> = candidates.collect();
    let names = scope.settle(Kind::Schema, &candidates, report);
    for (index, name) in meant.iter().zip(names) {
        api.types[*index].rust = name;
    }
}

fn settle_inner(
    api: &mut Api,
    inner: &[usize],
    candidates: &[Candidate],
    scope: &mut Scope,
    report: &mut Report,
) {
    let names = scope.settle(Kind::Type, candidates, report);
    for (index, name) in inner.iter().zip(names) {
        api.types[*index].rust = name;
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
            TypeName::Component(_)
            | TypeName::Holder { .. }
            | TypeName::Request { .. }
            | TypeName::Base { .. } => {}
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

/// The names that the user gives to inline types, by where they stand, for what stands in them is named after them.
type Given = HashMap<(TypeRoot, Vec<String>), String>;

fn given(api: &Api) -> Given {
    let items = api.types.iter().filter(|item| !item.rust.is_empty());
    let given = items.filter_map(|item| match &item.origin {
        TypeName::Part { root, parts } => Some(((*root, parts.clone()), item.rust.clone())),
        TypeName::Component(_)
        | TypeName::Holder { .. }
        | TypeName::Request { .. }
        | TypeName::Base { .. } => None,
    });
    given.collect()
}

/// A component, or what holds the schema of a response and the like, which gives way to components.
fn component(item: &TypeItem, places: &Places<'_>) -> Option<Candidate> {
    let (source, kind) = match &item.origin {
        TypeName::Component(source) => (source, "Model"),
        TypeName::Holder { name, kind } => (name, *kind),
        TypeName::Request { .. } | TypeName::Base { .. } | TypeName::Part { .. } => return None,
    };
    let is_component = matches!(item.origin, TypeName::Component(_));
    let key = if is_component {
        source.clone()
    } else {
        places.written(&item.location)
    };
    let name = Name {
        source: source.clone(),
        location: item.location.clone(),
        rust: item.rust.clone(),
    };
    let candidate = Candidate::new(&name, pascal);
    let needs_other = !is_component || PRELUDE.contains(&candidate.wanted.as_str());
    Some(Candidate {
        fallback: needs_other.then(|| format!("{}{kind}", candidate.wanted)),
        key: Some(key),
        ..candidate
    })
}

fn part(api: &Api, index: usize, given: &Given, places: &Places<'_>) -> Candidate {
    let item = &api.types[index];
    let wanted = match &item.origin {
        TypeName::Component(source) | TypeName::Holder { name: source, .. } => pascal(source),
        TypeName::Request { of, .. } => capped(format!("{}Request", api.types[of.0].rust)),
        TypeName::Base { of, .. } => capped(format!("{}Base", api.types[of.0].rust)),
        TypeName::Part { root, parts } => named_after(api, *root, parts, given),
    };
    let fallback = match &item.origin {
        TypeName::Request { of, .. } => Some(format!("{}InRequests", api.types[of.0].rust)),
        TypeName::Base { of, .. } => Some(format!("{}Itself", api.types[of.0].rust)),
        TypeName::Component(_) | TypeName::Holder { .. } | TypeName::Part { .. } => None,
    };
    // Never the identifier itself: what stands inside gives way to what is called so.
    let source = match &item.origin {
        TypeName::Component(source) | TypeName::Holder { name: source, .. } => source.clone(),
        TypeName::Request { component, .. } => format!("{component} in requests"),
        TypeName::Base { component, .. } => format!("{component} itself"),
        TypeName::Part { parts, .. } => format!("…/{}", parts.join("/")),
    };
    let key = || places.written(&item.location);
    let is_part = matches!(item.origin, TypeName::Part { .. });
    Candidate {
        wanted,
        fallback,
        renamed: (is_part && !item.rust.is_empty()).then(key),
        key: is_part.then(key),
        ..Candidate::called(&source, item.location.clone())
    }
}

/// The name of what stands at `parts` of a type or an operation, or of the inline type around it that the user named.
fn named_after(api: &Api, root: TypeRoot, parts: &[String], given: &Given) -> String {
    if !given.is_empty() {
        for length in (1..=parts.len()).rev() {
            let (around, rest) = parts.split_at(length);
            if let Some(name) = given.get(&(root, around.to_vec())) {
                let rest: String = rest.iter().map(|part| pascal(part)).collect();
                return capped(format!("{}{rest}", pascal(name)));
            }
        }
    }
    let root = match root {
        TypeRoot::Type(TypeId(id)) => &api.types[id].rust,
        TypeRoot::Call { group, call } => &api.groups[group].calls[call].rust_type,
    };
    let parts: String = parts.iter().map(|part| pascal(part)).collect();
    capped(format!("{root}{parts}"))
}

/// The type of a group, of its operations, and of what they come to.
fn name_call_types(api: &mut Api, group: usize, scope: &mut Scope, report: &mut Report) {
    let group = &mut api.groups[group];
    let wanted = wanting(
        &group.rust_type,
        group.rust_type.clone(),
        &group.name.location,
    );
    let name = scope.settle(Kind::OperationType, &[wanted], report);
    group.rust_type = name.concat();
    let calls = group.calls.iter();
    let candidates: Vec<Candidate> = calls
        .map(|call| call_type(call, &group.rust_type))
        .collect();
    let names = scope.settle(Kind::OperationType, &candidates, report);
    for (call, name) in group.calls.iter_mut().zip(names) {
        call.rust_type = name;
    }
    name_outcomes(&mut group.calls, scope, report);
}

/// The type of an operation. Its name and its group's are the generator's own: that they clash is nothing to be told
/// of.
fn call_type(call: &Call, of_group: &str) -> Candidate {
    let short = pascal(call.name.rust.trim_start_matches("r#"));
    let longer = format!("{short}Call");
    let wanted = if short == of_group {
        longer.clone()
    } else {
        short
    };
    Candidate {
        fallback: Some(longer),
        ..wanting(&call.name.source, wanted, &call.name.location)
    }
}

/// The types of what operations give, of their failures, and of bodies of several media types.
fn name_outcomes(calls: &mut [Call], scope: &mut Scope, report: &mut Report) {
    let outcomes = calls.iter().flat_map(|call| {
        ["Output", "Error", "Content"]
            .map(|end| wanting("", call.rust_type.clone() + end, &call.name.location))
    });
    let outcomes: Vec<Candidate> = outcomes.collect();
    let mut names = scope.settle(Kind::Type, &outcomes, report).into_iter();
    for call in calls {
        call.output_type = names.next().unwrap_or_default();
        call.failure_type = names.next().unwrap_or_default();
        let content = names.next().unwrap_or_default();
        if let Some(body) = &mut call.body {
            body.rust_type = content;
        }
    }
}

fn wanting(source: &str, wanted: String, location: &Location) -> Candidate {
    Candidate {
        wanted,
        ..Candidate::called(source, location.clone())
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
            Candidate {
                wanted: module(&item.rust),
                ..Candidate::called(&item.rust, item.location.clone())
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
