//! Rules on callbacks and links (OpenAPI 3.0.3 §4.7.18, §4.7.20).
//!
//! Neither is lifted. What the next stage has no type for is taken out.

use serde_json::{Map, Value};

use crate::check::mend::Mend;
use crate::check::structure::Structure;
use crate::node::Node;
use crate::{Diagnostic, codes};

/// An operation's callback may be a reference.
pub(super) fn check_callbacks<'v>(structure: &mut Structure<'v, '_>, node: &Node<'_, 'v>) {
    let Some(callbacks) = node.get("callbacks") else {
        return;
    };
    for (_, callback) in callbacks.members() {
        if callback.reference().is_some() {
            structure.mends.push(Mend::remove(callback.location()));
        }
    }
}

/// A callback may have extensions.
pub(super) fn check_callback<'v>(
    structure: &mut Structure<'v, '_>,
    node: &Node<'_, 'v>,
    object: &'v Map<String, Value>,
) {
    for key in object.keys().filter(|key| key.starts_with("x-")) {
        structure.mends.push(Mend::remove(node.location().key(key)));
    }
}

/// A link names one operation, in one of two ways.
pub(super) fn check_link<'v>(
    structure: &mut Structure<'v, '_>,
    node: &Node<'_, 'v>,
    object: &'v Map<String, Value>,
) {
    let ways = ["operationId", "operationRef"];
    if ways.iter().filter(|way| object.contains_key(**way)).count() != 1 {
        let message = "a link must have one of `operationId` and `operationRef`";
        let location = node.location();
        structure.mends.push(Mend::remove(location.clone()));
        structure
            .report
            .push(Diagnostic::warning(codes::MISSING_FIELD, location, message));
    }
}
