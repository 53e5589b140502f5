//! Null, and the empty array that PHP writes for an empty object: how nothing is
//! written where something else belongs.

use serde_json::{Value, json};

use super::mend::{self, Mend};
use super::wrong::noun_of;
use crate::node::Node;
use crate::specification::{self, Field, Kind, Presence, Shape};
use crate::version::Version;
use crate::{Diagnostic, codes};

/// What the field of an object is whose value is nothing: a message, and what it is set to.
/// `None` where the value is something, and where there is no meaning without it.
pub(super) fn field(
    field: &Field,
    value: &Value,
    version: Version,
) -> Option<(String, Option<Value>)> {
    if !is_nothing(&field.shape, value) {
        return None;
    }
    let set = match field.presence(version) {
        Presence::Optional => None,
        Presence::Expected | Presence::Assumed => Some(mend::empty(&field.shape)),
        Presence::Required => return None,
    };
    let message = format!(
        "expected {}, found {}; it is read as absent",
        field.shape.noun(),
        noun_of(value)
    );
    Some((message, set))
}

/// What nothing is as an item of a list, or under a key that is the author's.
/// `None` where the value is something, and where there is no meaning without it.
pub(super) fn part(
    node: &Node<'_, '_>,
    shape: &Shape,
    is_yaml: impl FnOnce() -> bool,
) -> Option<(Diagnostic, Mend)> {
    if !is_nothing(shape, node.value) {
        return None;
    }
    let location = node.location();
    let key = node.above().and_then(|(map, _)| Some(map.above()?.1));
    let (mend, meaning) = match shape {
        Shape::Text if key == Some("mapping") => {
            (Mend::remove(location.clone()), "it is read as absent")
        }
        // The name of a scope says what it is; a list of texts leaves null out by itself.
        Shape::Text if key == Some("scopes") => {
            let empty = Value::from("");
            (
                Mend::set(location.clone(), empty),
                "it is taken to be empty",
            )
        }
        shape if shape.kind() == Some(Kind::Schema) && is_alternative(node) => {
            let null = json!({ "type": "null" });
            let meaning = "it is read as the type `null`";
            (Mend::set(location.clone(), null), meaning)
        }
        shape => {
            let empty = empty(shape, node.value, is_yaml)?;
            (
                Mend::set(location.clone(), empty),
                "it is taken to be empty",
            )
        }
    };
    let (expected, found) = (shape.noun(), noun_of(node.value));
    let message = format!("expected {expected}, found {found}; {meaning}");
    Some((
        Diagnostic::warning(codes::WRONG_TYPE, location, message),
        mend,
    ))
}

/// Whether the value is nothing where such a thing belongs.
fn is_nothing(shape: &Shape, value: &Value) -> bool {
    let holds_members = match shape {
        Shape::Object(_) | Shape::Reusable(_) | Shape::Map(_) => true,
        Shape::BooleanOrSchema | Shape::SchemaOrSchemas => true,
        Shape::Any | Shape::Text | Shape::Boolean | Shape::Number | Shape::Count => false,
        Shape::Word(_) | Shape::Types | Shape::ExclusiveBound => false,
        Shape::Dependency | Shape::List(_) => false,
    };
    value.is_null() || (holds_members && value.as_array().is_some_and(Vec::is_empty))
}

/// Whether it is one of several schemas of which a value satisfies some.
fn is_alternative(node: &Node<'_, '_>) -> bool {
    node.value.is_null() && (node.is_item_of("anyOf") || node.is_item_of("oneOf"))
}

/// What such a thing is of which nothing is said.
fn empty(shape: &Shape, value: &Value, is_yaml: impl FnOnce() -> bool) -> Option<Value> {
    match (shape, shape.kind()) {
        (_, Some(kind)) if value.is_null() && !is_said_by_its_name(kind, is_yaml) => None,
        (_, Some(Kind::Header)) => Some(json!({ "schema": {} })),
        (_, Some(kind)) => {
            let mut fields = specification::fields(kind).iter();
            let needs = |field: &Field| field.presence(Version::OLDEST) == Presence::Required;
            (!fields.any(needs)).then(|| mend::empty(shape))
        }
        (Shape::List(_), None) => Some(Value::Array(Vec::new())),
        (_, None) => None,
    }
}

/// Whether the key says that there is one, though null stands there. In YAML null is what
/// stands where nothing was written; in JSON somebody has written it, and a response or a
/// path that is null is none.
fn is_said_by_its_name(kind: Kind, is_yaml: impl FnOnce() -> bool) -> bool {
    let is_plain = matches!(
        kind,
        Kind::Schema | Kind::MediaType | Kind::Encoding | Kind::Callback | Kind::Example
    );
    is_plain || (matches!(kind, Kind::Response | Kind::PathItem | Kind::Header) && is_yaml())
}
