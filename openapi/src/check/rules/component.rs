//! Rules on components (OpenAPI 3.0.3 §4.7.7).

use serde_json::{Map, Value};

use crate::check::structure::Structure;
use crate::node::Node;
use crate::reference::reference_in;
use crate::wording::quoted;
use crate::{Diagnostic, codes};

/// Names have other characters in many descriptions, which does no harm.
pub(super) fn check<'v>(
    structure: &mut Structure<'v, '_>,
    node: &Node<'_, 'v>,
    object: &'v Map<String, Value>,
) {
    for (section, value) in object
        .iter()
        .filter(|(section, value)| !section.starts_with("x-") && reference_in(value).is_none())
    {
        let names = value.as_object().into_iter().flat_map(Map::keys);
        for name in names.filter(|name| !is_component_name(name)) {
            let message = format!("{} is not a name that a component may have", quoted(name));
            let location = node.location().key(section).key(name);
            structure.report.push(
                Diagnostic::warning(codes::INVALID_COMPONENT_NAME, location, message)
                    .on_key()
                    .hint("use letters, digits, `.`, `_` and `-`"),
            );
        }
    }
}

fn is_component_name(name: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
    !name.is_empty() && name.bytes().all(is_allowed)
}
