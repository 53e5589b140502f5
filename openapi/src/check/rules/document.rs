//! Rules on the description as a whole (OpenAPI 3.1.1 §4.8.1).

use serde_json::{Map, Value};

use crate::check::structure::Structure;
use crate::node::Node;
use crate::version::Version;
use crate::{Diagnostic, codes};

/// What a description must have one of, from 3.1 on.
const PARTS: [&str; 3] = ["paths", "components", "webhooks"];

/// A description without paths may be a library of components, or describe only webhooks.
pub(super) fn check<'v>(
    structure: &mut Structure<'v, '_>,
    node: &Node<'_, 'v>,
    object: &'v Map<String, Value>,
) {
    let is_empty = PARTS.iter().all(|part| !object.contains_key(*part));
    if is_empty && structure.version > Version::V3_0 {
        let message = "a description must have one of `paths`, `components` and `webhooks`";
        let diagnostic = Diagnostic::warning(codes::MISSING_FIELD, node.location(), message);
        structure
            .report
            .push(diagnostic.hint("it describes nothing"));
    }
}
