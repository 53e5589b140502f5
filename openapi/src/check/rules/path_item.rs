//! Rules on path items (OpenAPI 3.2.0 §4.9).

use super::content::is_token;
use crate::check::structure::Structure;
use crate::lift::method;
use crate::node::Node;
use crate::wording::quoted;
use crate::{Diagnostic, codes};

/// Methods that have no field of their own stand in `additionalOperations`, and no others do.
pub(super) fn check<'v>(structure: &mut Structure<'v, '_>, node: &Node<'_, 'v>) {
    let Some(operations) = structure.get(node, "additionalOperations") else {
        return;
    };
    for (name, operation) in operations.members() {
        let lower = name.to_ascii_lowercase();
        let (message, hint) = if method(&lower).is_some() {
            let message = format!("{} does not stand in `additionalOperations`", quoted(name));
            (
                message,
                format!("the path item has the field `{lower}` for it"),
            )
        } else if !is_token(name) {
            let message = format!("{} cannot be the name of a method", quoted(name));
            (message, "write it as it is sent, such as `LINK`".to_owned())
        } else {
            continue;
        };
        let diagnostic = Diagnostic::error(codes::INVALID_METHOD, operation.location(), message);
        structure.refuse(diagnostic.on_key().hint(hint));
    }
}
