//! The rules about types, applied to what was lowered, before names are settled.

use std::collections::HashSet;

use super::rename::rename;
use super::subject::{Placed, Subject};
use super::{Action, Config, Unknown, Usage};
use crate::api::{Additional, Api, Shape, Struct, TypeItem, TypeKind, TypeName, TypeRef};
use crate::places::Places;

/// Replaces, renames and changes types as the rules for `spec` say.
pub(crate) fn change(
    api: &mut Api,
    config: &Config,
    spec: &str,
    places: &Places<'_>,
    usage: &mut Usage,
) {
    if config.rules.is_empty() {
        return;
    }
    let rules = config.rules_for(spec);
    let rules: Vec<Placed<'_>> = rules.map(|rule| Placed::new(rule, places)).collect();
    let subjects = subjects(api, places);
    for (item, subject) in api.types.iter_mut().zip(&subjects) {
        subject.tell(item, places, usage);
        apply(item, subject, &rules, usage);
        if let TypeKind::Struct(structure) = &mut item.kind {
            replace_properties(structure, &rules, places, usage);
        }
        item.derives.sort();
        item.derives.dedup();
    }
    rename(api, &subjects, &rules, places, usage);
}

fn subjects(api: &Api, places: &Places<'_>) -> Vec<Subject> {
    let schemas = api.types.iter().filter_map(|item| match &item.origin {
        TypeName::Component(name) => Some(name.as_str()),
        TypeName::Holder { .. }
        | TypeName::Request { .. }
        | TypeName::Base { .. }
        | TypeName::Part { .. } => None,
    });
    let schemas: HashSet<&str> = schemas.collect();
    let items = api.types.iter();
    items
        .map(|item| Subject::of(item, places, |name| schemas.contains(name)))
        .collect()
}

/// What the rules say of one type.
fn apply(item: &mut TypeItem, subject: &Subject, rules: &[Placed<'_>], usage: &mut Usage) {
    let is_inline = matches!(item.origin, TypeName::Part { .. });
    for rule in rules {
        let is_meant = subject.is_meant(rule);
        let is_any = rule.rule.subject == "*";
        match &rule.rule.action {
            // A component stays what it is where an inline schema of its shape is replaced.
            Action::Replace(path) if is_meant && (is_inline || subject.is_meant_itself(rule)) => {
                usage.used.insert(rule.index);
                item.kind = TypeKind::Alias(TypeRef::External(path.clone()));
            }
            Action::Derive(derives) if is_meant || is_any => {
                usage.used.insert(rule.index);
                item.derives.extend(derives.iter().cloned());
            }
            Action::Unknown(unknown) if is_meant || is_any => {
                usage.used.insert(rule.index);
                set_unknown(&mut item.kind, *unknown, is_meant);
            }
            _ => {}
        }
    }
}

/// A rule for every schema holds where a schema says nothing, and for plain reading also where it forbids them; one for
/// a schema holds there.
fn set_unknown(kind: &mut TypeKind, unknown: Unknown, is_meant: bool) {
    let TypeKind::Struct(structure) = kind else {
        return;
    };
    let is_closed = match &mut structure.additional {
        Additional::Closed => true,
        Additional::Dropped | Additional::Refused => false,
        Additional::Kept { is_closed, .. } => {
            *is_closed = *is_closed && !is_meant;
            if !is_meant || unknown == Unknown::Keep {
                return;
            }
            false
        }
    };
    structure.additional = match unknown {
        Unknown::Keep => Additional::Kept {
            field: String::new(),
            shape: Box::new(Shape::plain(TypeRef::Json)),
            is_closed: is_closed && !is_meant,
        },
        Unknown::Drop if is_closed && !is_meant => Additional::Closed,
        Unknown::Drop => Additional::Dropped,
        Unknown::Refuse => Additional::Refused,
    };
}

/// A property's schema may have no type of its own, and is then found by its pointer.
fn replace_properties(
    structure: &mut Struct,
    rules: &[Placed<'_>],
    places: &Places<'_>,
    usage: &mut Usage,
) {
    if !rules
        .iter()
        .any(|rule| matches!(rule.rule.action, Action::Replace(_)))
    {
        return;
    }
    for property in &mut structure.properties {
        let own = places.of(&property.name.location);
        for rule in rules {
            if let Action::Replace(path) = &rule.rule.action
                && rule.is_at(&own)
            {
                usage.used.insert(rule.index);
                property.shape = Shape::plain(TypeRef::External(path.clone()));
            }
        }
    }
}
