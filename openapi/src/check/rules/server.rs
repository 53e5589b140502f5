//! Rules on servers (OpenAPI 3.0.3 §4.7.5, §4.7.6).

use std::collections::HashSet;

use crate::check::structure::Structure;
use crate::node::Node;
use crate::template;
use crate::wording::quoted;
use crate::{Diagnostic, codes};

pub(super) fn check<'v>(structure: &mut Structure<'v, '_>, node: &Node<'_, 'v>) {
    let Some(url) = node.text("url") else {
        return;
    };
    let location = node.location();
    let variables = structure.get(node, "variables");
    if url.is_empty() {
        let message = "the server's URL is empty; it is taken as `/`";
        structure.refuse(Diagnostic::warning(
            codes::SERVER_VARIABLE,
            location.key("url"),
            message,
        ));
    }
    if let Err(error) = template::pieces(url) {
        let message = format!("the URL is malformed: {}", error.message());
        structure.refuse(Diagnostic::error(
            codes::SERVER_VARIABLE,
            location.key("url"),
            message,
        ));
    }
    for name in template::names(url) {
        if variables
            .as_ref()
            .is_none_or(|variables| variables.get(name).is_none())
        {
            let message = format!(
                "the URL has the variable {}, which is not declared",
                quoted(name)
            );
            let location = location.key("url");
            // A host of 2.0 has no place to declare one.
            let diagnostic = if structure.is_rewritten {
                Diagnostic::warning(codes::SERVER_VARIABLE, location, message)
            } else {
                Diagnostic::error(codes::SERVER_VARIABLE, location, message)
            };
            structure.refuse(diagnostic);
        }
    }
    for (_, variable) in variables.iter().flat_map(Node::members) {
        check_variable(structure, &variable);
    }
}

/// The values of `enum` differ, and the default is one of them (OpenAPI 3.0.3 §4.7.6).
fn check_variable<'v>(structure: &mut Structure<'v, '_>, node: &Node<'_, 'v>) {
    let Some(values) = node.get("enum") else {
        return;
    };
    let mut refuse = |location, message: String| {
        let diagnostic = Diagnostic::error(codes::SERVER_VARIABLE, location, message);
        structure.refuse(diagnostic);
    };
    let mut seen = HashSet::new();
    for value in values.items() {
        let Some(text) = value.value.as_str() else {
            return;
        };
        if !seen.insert(text) {
            refuse(
                value.location(),
                format!("{} is listed twice", quoted(text)),
            );
        }
    }
    if let Some(default) = node.get("default")
        && let Some(text) = default.value.as_str()
        && !seen.contains(text)
    {
        let message = format!(
            "the default {} is not one of the values of `enum`",
            quoted(text)
        );
        refuse(default.location(), message);
    }
}
