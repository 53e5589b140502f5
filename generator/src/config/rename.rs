//! Names that the user gives. The naming pass takes them for what the description says.

use super::{Action, Named, Rule, Usage};
use crate::api::{Api, Name, TypeKind, TypeName};

/// Sets the wanted names of what the rules rename.
pub(super) fn rename(api: &mut Api, rules: &[(usize, &Rule)], usage: &mut Usage) {
    for group in &mut api.groups {
        let own = [group.name.source.clone()];
        settle(&mut group.name, &own, Named::Group, rules, usage);
        for call in &mut group.calls {
            let own = [call.id.clone(), format!("{} {}", call.method, call.path)];
            settle(&mut call.name, &own, Named::Operation, rules, usage);
        }
    }
    for item in &mut api.types {
        let schema = match &item.origin {
            TypeName::Component(name)
            | TypeName::Request {
                component: name, ..
            }
            | TypeName::Base {
                component: name, ..
            } => Some(name.clone()),
            TypeName::Part { .. } => None,
        };
        // A type for requests is named after the component's.
        if let TypeName::Component(name) = &item.origin {
            let mut wanted = Name::unsettled(name.clone(), item.location.clone());
            settle(
                &mut wanted,
                std::slice::from_ref(name),
                Named::Schema,
                rules,
                usage,
            );
            item.rust = wanted.rust;
        }
        let subjects = |source: &str| {
            let qualified = schema.iter().map(|schema| format!("{schema}.{source}"));
            let mut subjects: Vec<String> = qualified.collect();
            subjects.push(source.to_owned());
            subjects
        };
        match &mut item.kind {
            TypeKind::Struct(structure) => {
                for property in &mut structure.properties {
                    let own = subjects(&property.name.source);
                    settle(&mut property.name, &own, Named::Property, rules, usage);
                }
            }
            TypeKind::OpenEnum(values) => {
                for variant in &mut values.variants {
                    let own = subjects(&variant.name.source);
                    settle(&mut variant.name, &own, Named::Value, rules, usage);
                }
            }
            TypeKind::Union(_) | TypeKind::Newtype(_) | TypeKind::Alias(_) => {}
        }
    }
}

/// Sets the name where a rule is about one of its subjects. Of several rules the last wins, and one
/// that names the schema wins over one that does not.
fn settle(
    name: &mut Name,
    subjects: &[String],
    named: Named,
    rules: &[(usize, &Rule)],
    usage: &mut Usage,
) {
    usage
        .names
        .entry(named)
        .or_default()
        .extend(subjects.iter().cloned());
    let mut settled = false;
    for subject in subjects {
        for (index, rule) in rules.iter().rev() {
            match &rule.action {
                Action::Rename(kind, wanted) if *kind == named && rule.subject == *subject => {
                    usage.used.insert(*index);
                    if !settled {
                        name.rust.clone_from(wanted);
                        settled = true;
                    }
                }
                _ => {}
            }
        }
    }
}
