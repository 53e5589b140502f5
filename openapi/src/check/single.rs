//! A single thing where a list of such things belongs.

use serde_json::Value;

use crate::files::Files;
use crate::node::Node;
use crate::reference;
use crate::specification::{Kind, Shape};

/// What the value at `node` is as the only item of the list that belongs there.
/// `None` where it cannot be one, or where a list is expected of nothing of the kind.
pub(super) fn item(files: &Files, node: &Node<'_, '_>, shape: &Shape) -> Option<&'static Shape> {
    let Shape::List(below) = shape else {
        return None;
    };
    let is_scalar = match node.value {
        Value::String(_) | Value::Number(_) | Value::Bool(_) => true,
        Value::Null | Value::Array(_) | Value::Object(_) => false,
    };
    let is_object = node.value.is_object();
    let is_item = match below {
        Shape::Text => node.value.is_string(),
        Shape::Any => is_scalar,
        Shape::Reusable(Kind::Schema) => is_object && !is_reference_to_list(files, node),
        Shape::Reusable(Kind::Parameter) | Shape::Object(Kind::Tag) => node.text("name").is_some(),
        Shape::Object(Kind::SecurityRequirement) => is_object && node.reference().is_none(),
        _ => false,
    };
    is_item.then_some(*below)
}

fn is_reference_to_list(files: &Files, node: &Node<'_, '_>) -> bool {
    let Some(target) = node.reference() else {
        return false;
    };
    let found = reference::resolve(files, &node.location(), target);
    found.is_ok_and(|found| found.value.is_array())
}
