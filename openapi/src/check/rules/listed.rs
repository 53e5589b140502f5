//! Are the values that a schema lists of the type that it states?
//! (JSON Schema 2020-12 validation §6.1.1, §6.1.2)

use serde_json::{Map, Value};

use super::types;
use crate::check::structure::Structure;
use crate::document::JsonType;
use crate::lift::{as_type, only};
use crate::node::Node;
use crate::wording::{alternatives, quoted};
use crate::{Diagnostic, codes};

/// Tells of the first of the values that `enum` or `const` lists that is of another type; null aside, which
/// stands for itself. YAML makes numbers and booleans of text without quotes.
pub(super) fn check<'n, 'v: 'n>(
    structure: &mut Structure<'v, '_>,
    keyword: &str,
    mut items: impl Iterator<Item = Node<'n, 'v>>,
    object: &'v Map<String, Value>,
) {
    let types = types::stated(object);
    let is_of_one = |value: &Value| types.iter().any(|json_type| json_type.admits(value));
    if types.is_empty() {
        return;
    }
    let Some(item) = items.find(|item| !item.value.is_null() && !is_of_one(item.value)) else {
        return;
    };
    let names: Vec<_> = types.iter().map(JsonType::as_str).collect();
    let meant = only(types).and_then(|json_type| as_type(item.value, json_type));
    let meaning = match meant {
        Some(value) => format!("{} is meant", quoted(&value.to_string())),
        None => "no value can be both".to_owned(),
    };
    let message = format!(
        "this value of `{keyword}` is not of the type {} that its schema states; {meaning}",
        alternatives(&names)
    );
    let location = item.location();
    let diagnostic = Diagnostic::warning(codes::MISMATCHED_VALUE, location, message);
    let is_text = types.contains(JsonType::String);
    let hint = "in YAML, put text that looks like a number or a boolean in quotes";
    structure.report.push(if is_text {
        diagnostic.hint(hint)
    } else {
        diagnostic
    });
}
