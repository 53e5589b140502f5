//! The rules about types, applied to what was lowered, before names are settled.

use super::rename::rename;
use super::{Action, Config, Named, Rule, Unknown, Usage};
use crate::api::{Additional, Api, Shape, Struct, TypeItem, TypeKind, TypeName, TypeRef};

/// Replaces, renames and changes types as the rules for `spec` say.
pub(crate) fn change(api: &mut Api, config: &Config, spec: &str, usage: &mut Usage) {
    if config.rules.is_empty() {
        return;
    }
    let rules: Vec<(usize, &Rule)> = config.rules_for(spec).collect();
    for item in &mut api.types {
        let subjects = subjects(item);
        usage
            .names
            .entry(Named::Schema)
            .or_default()
            .extend(component(item).cloned());
        for (index, rule) in &rules {
            let is_meant = subjects.contains(&rule.subject);
            let is_any = rule.subject == "*";
            match &rule.action {
                Action::Replace(path) if is_meant => {
                    usage.used.insert(*index);
                    item.kind = TypeKind::Alias(TypeRef::External(path.clone()));
                }
                Action::Derive(derives) if is_meant || is_any => {
                    usage.used.insert(*index);
                    item.derives.extend(derives.iter().cloned());
                }
                Action::Unknown(unknown) if is_meant || is_any => {
                    usage.used.insert(*index);
                    set_unknown(&mut item.kind, *unknown, is_meant);
                }
                _ => {}
            }
        }
        if let TypeKind::Struct(structure) = &mut item.kind {
            replace_properties(structure, &rules, usage);
        }
        item.derives.sort();
        item.derives.dedup();
    }
    rename(api, &rules, usage);
}

/// What names the type: its component, and its pointer.
fn subjects(item: &TypeItem) -> Vec<String> {
    let mut subjects = vec![format!("#{}", item.location.pointer)];
    subjects.extend(component(item).cloned());
    subjects
}

fn component(item: &TypeItem) -> Option<&String> {
    match &item.origin {
        TypeName::Component(name)
        | TypeName::Request {
            component: name, ..
        }
        | TypeName::Base {
            component: name, ..
        } => Some(name),
        TypeName::Part { .. } => None,
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
fn replace_properties(structure: &mut Struct, rules: &[(usize, &Rule)], usage: &mut Usage) {
    for property in &mut structure.properties {
        let pointer = format!("#{}", property.name.location.pointer);
        for (index, rule) in rules {
            if let Action::Replace(path) = &rule.action
                && rule.subject == pointer
            {
                usage.used.insert(*index);
                property.shape = Shape::plain(TypeRef::External(path.clone()));
            }
        }
    }
}
