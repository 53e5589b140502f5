//! Rules on components (OpenAPI 3.0.3 §4.7.7).

use serde_json::{Map, Value};

use crate::check::structure::Structure;
use crate::node::Node;
use crate::reference::reference_in;
use crate::wording::quoted;
use crate::{Diagnostic, codes};

/// Tools name components after classes, with their type arguments, and after
/// titles. Such names are understood; a name that is neither is refused.
pub(super) fn check<'v>(
    structure: &mut Structure<'v, '_>,
    node: &Node<'_, 'v>,
    object: &'v Map<String, Value>,
) {
    // What 2.0 defines may have any name.
    if structure.is_rewritten {
        return;
    }
    for (section, value) in object
        .iter()
        .filter(|(section, value)| !section.starts_with("x-") && reference_in(value).is_none())
    {
        let names = value.as_object().into_iter().flat_map(Map::keys);
        for name in names.filter(|name| !is_component_name(name)) {
            let message = format!("{} is not a name that a component may have", quoted(name));
            let location = node.location().key(section).key(name);
            let code = codes::INVALID_COMPONENT_NAME;
            let diagnostic = if name.chars().all(is_of_titles) {
                Diagnostic::warning(code, location, message)
            } else {
                Diagnostic::error(code, location, message)
            };
            let diagnostic = diagnostic.on_key();
            structure
                .report
                .push(diagnostic.hint("use letters, digits, `.`, `_` and `-`"));
        }
    }
}

fn is_component_name(name: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
    !name.is_empty() && name.bytes().all(is_allowed)
}

/// What else stands in the names of classes and in titles: letters of other
/// scripts, and brackets, quotes and separators.
fn is_of_titles(character: char) -> bool {
    !character.is_control()
        && (!character.is_ascii_punctuation() || "._-$`'\"&*+,/:<>?()[]{}|\\".contains(character))
}
