//! The first rules: which operations there are, and how they go together.

use bindery_openapi::Document;
use bindery_openapi::document::{Operation, PathItem};

use super::matching::{selectors, selects};
use super::{Action, Config, Grouping, Rule, Usage};
use crate::lower::group_of_path;

/// Leaves out operations and sets their groups, as the rules for `spec` say.
pub(crate) fn choose(document: &mut Document, config: &Config, spec: &str, usage: &mut Usage) {
    let rules: Vec<(usize, &Rule)> = config.rules_for(spec).collect();
    let includes = rules.iter().any(|(_, rule)| rule.action == Action::Include);
    for path in &mut document.paths {
        let mut operations = std::mem::take(&mut path.operations);
        operations.retain(|operation| is_kept(&rules, includes, path, operation, usage));
        path.operations = operations;
    }
    let grouping = rules.iter().rev().find_map(|(_, rule)| match rule.action {
        Action::Group(grouping) => Some(grouping),
        _ => None,
    });
    match grouping {
        Some(Grouping::Path) => group(document, |template| group_of_path(template).to_owned()),
        Some(Grouping::One) => group(document, |_| "operations".to_owned()),
        Some(Grouping::Tag) | None => {}
    }
}

fn is_kept(
    rules: &[(usize, &Rule)],
    includes: bool,
    path: &PathItem,
    operation: &Operation,
    usage: &mut Usage,
) -> bool {
    usage.operations.extend(selectors(path, operation));
    let (mut is_in, mut is_out) = (!includes, false);
    for (index, rule) in rules {
        if !matches!(rule.action, Action::Include | Action::Exclude)
            || !selects(&rule.subject, path, operation)
        {
            continue;
        }
        usage.used.insert(*index);
        is_in |= rule.action == Action::Include;
        is_out |= rule.action == Action::Exclude;
    }
    is_in && !is_out
}

fn group(document: &mut Document, name: impl Fn(&str) -> String) {
    for path in &mut document.paths {
        let name = name(&path.template);
        for operation in &mut path.operations {
            operation.tags = vec![name.clone()];
        }
    }
}
