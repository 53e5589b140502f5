//! Names that the user gives. The naming pass takes them for what the description says.

use std::collections::HashSet;

use bindery_openapi::Location;

use super::subject::{Fit, Placed, Subject};
use super::{Action, Named, Usage};
use crate::api::{Api, Call, Name, TypeItem, TypeKind, TypeName, TypeRoot};
use crate::places::Places;

/// Sets the wanted names of what the rules rename.
pub(super) fn rename(
    api: &mut Api,
    subjects: &[Subject],
    rules: &[Placed<'_>],
    places: &Places<'_>,
    usage: &mut Usage,
) {
    for group in &mut api.groups {
        let own = group.name.source.clone();
        settle(&mut group.name, Named::Group, rules, usage, |rule| {
            (rule.rule.subject == own).then_some(Fit::Exact)
        });
        usage.names.entry(Named::Group).or_default().insert(own);
        for call in &mut group.calls {
            rename_call(call, rules, usage);
        }
    }
    rename_types(api, subjects, rules, usage);
    for (item, subject) in api.types.iter_mut().zip(subjects) {
        let (kind, names): (Named, Vec<&mut Name>) = match &mut item.kind {
            TypeKind::Struct(structure) => {
                let properties = structure.properties.iter_mut();
                let names = properties.map(|property| &mut property.name);
                (Named::Property, names.collect())
            }
            TypeKind::OpenEnum(values) => {
                let variants = values.variants.iter_mut();
                let names = variants.map(|variant| &mut variant.name);
                (Named::Value, names.collect())
            }
            TypeKind::Union(_) | TypeKind::Newtype(_) | TypeKind::Alias(_) => continue,
        };
        for name in names {
            rename_member(name, kind, subject, rules, places, usage);
        }
    }
}

fn rename_call(call: &mut Call, rules: &[Placed<'_>], usage: &mut Usage) {
    let route = format!("{} {}", call.method, call.path);
    let id = call.id.clone();
    settle(
        &mut call.name,
        Named::Operation,
        rules,
        usage,
        |rule| match &rule.rule.subject {
            subject if *subject == id => Some(Fit::Exact),
            subject if *subject == route => Some(Fit::Other),
            _ => None,
        },
    );
    let names = usage.names.entry(Named::Operation).or_default();
    names.extend([id, route]);
}

fn rename_member(
    name: &mut Name,
    kind: Named,
    subject: &Subject,
    rules: &[Placed<'_>],
    places: &Places<'_>,
    usage: &mut Usage,
) {
    let source = name.source.clone();
    let own: Vec<Location> = match kind {
        Named::Property => places.of(&name.location),
        Named::Value | Named::Schema | Named::Operation | Named::Group => Vec::new(),
    };
    settle(name, kind, rules, usage, |rule| {
        subject.member(rule, &source, &own)
    });
    let names = usage.names.entry(kind).or_default();
    names.extend(subject.member_names(&source));
}

/// Types. A rule can be about several that are made of one schema, of which the one for responses is called as it says,
/// and one for requests so with `Request`; types of components are named after the component's.
fn rename_types(api: &mut Api, subjects: &[Subject], rules: &[Placed<'_>], usage: &mut Usage) {
    let of_requests: Vec<bool> = api
        .types
        .iter()
        .map(|item| is_of_request(api, item))
        .collect();
    let mut given = HashSet::new();
    for for_requests in [false, true] {
        for (index, subject) in subjects.iter().enumerate() {
            let item = &mut api.types[index];
            let is_after_component = matches!(
                item.origin,
                TypeName::Request { .. } | TypeName::Base { .. }
            );
            if is_after_component || of_requests[index] != for_requests {
                continue;
            }
            let mut wanted = Name::unsettled("", item.location.clone());
            settle(&mut wanted, Named::Schema, rules, usage, |rule| {
                subject.is_meant(rule).then_some(Fit::Exact)
            });
            if wanted.rust.is_empty() {
                continue;
            }
            let is_first = given.insert((wanted.rust.clone(), item.location.clone()));
            match (is_first, for_requests) {
                (true, _) => item.rust = wanted.rust,
                (false, true) => item.rust = wanted.rust + "Request",
                (false, false) => {}
            }
        }
    }
}

/// Whether the type stands in one for requests.
fn is_of_request(api: &Api, item: &TypeItem) -> bool {
    match &item.origin {
        TypeName::Part {
            root: TypeRoot::Type(root),
            ..
        } => matches!(api.item(*root).origin, TypeName::Request { .. }),
        TypeName::Part {
            root: TypeRoot::Call { .. },
            ..
        }
        | TypeName::Component(_)
        | TypeName::Holder { .. }
        | TypeName::Request { .. }
        | TypeName::Base { .. } => false,
    }
}

/// Sets the name where a rule is about it. Of several rules the one that says most of what it is about wins, and of
/// those the last.
fn settle(
    name: &mut Name,
    named: Named,
    rules: &[Placed<'_>],
    usage: &mut Usage,
    fit: impl Fn(&Placed<'_>) -> Option<Fit>,
) {
    let mut best = None;
    for rule in rules {
        if let Action::Rename(kind, wanted) = &rule.rule.action
            && *kind == named
            && let Some(fit) = fit(rule)
        {
            usage.used.insert(rule.index);
            if best.is_none_or(|best| fit <= best) {
                best = Some(fit);
                name.rust.clone_from(wanted);
            }
        }
    }
}
