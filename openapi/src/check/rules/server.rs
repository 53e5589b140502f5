//! Rules on servers (OpenAPI 3.0.3 §4.7.5, §4.7.6).

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
    let mut warn = |location, message: String| {
        let diagnostic = Diagnostic::warning(codes::SERVER_VARIABLE, location, message);
        structure.report.push(diagnostic);
    };
    if url.is_empty() {
        warn(location.key("url"), "the server's URL is empty".to_owned());
    }
    if let Err(error) = template::pieces(url) {
        let message = format!("the URL is malformed: {}", error.message());
        warn(location.key("url"), message);
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
            warn(location.key("url"), message);
        }
    }
    for (_, variable) in variables.iter().flat_map(Node::members) {
        let values = variable.get("enum");
        let default = variable.value.get("default");
        let is_listed =
            |default| values.is_none_or(|list| list.items().any(|item| item.value == default));
        if default.is_some_and(|default| !is_listed(default)) {
            let message = "the default is not one of the values of `enum`";
            warn(variable.location().key("default"), message.to_owned());
        }
    }
}
