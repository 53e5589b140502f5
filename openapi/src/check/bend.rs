//! What real descriptions write instead of what 3.0 asks for, where it can be understood.

use serde_json::{Map, Value, json};

use super::mend::{self, Mend};
use crate::node::Node;
use crate::specification::{Field, Kind, Presence, Shape};
use crate::{Diagnostic, codes};

/// A value that is read as another one.
pub(super) struct Bent {
    pub(super) diagnostic: Diagnostic,
    pub(super) mends: Vec<Mend>,
}

/// What the field of the object at `parent` means whose value is not of its shape.
pub(super) fn field(
    kind: Kind,
    field: &Field,
    parent: &Node<'_, '_>,
    value: &Value,
) -> Option<Bent> {
    let (message, changes) = match (kind, field.name, value) {
        (_, _, Value::Null) => null(field)?,
        (Kind::Schema, "required", Value::Bool(_)) => (
            "`required` lists the names of properties; a boolean says nothing here".to_owned(),
            vec![("required", None)],
        ),
        (Kind::Schema, "type", Value::Array(types)) => types_of_31(types)?,
        (Kind::Schema, "exclusiveMinimum", Value::Number(_)) => {
            exclusive_bound("minimum", "exclusiveMinimum", parent, |new, old| new >= old)?
        }
        (Kind::Schema, "exclusiveMaximum", Value::Number(_)) => {
            exclusive_bound("maximum", "exclusiveMaximum", parent, |new, old| new <= old)?
        }
        (Kind::Schema, "discriminator", Value::String(name)) => (
            "a discriminator is an object in OpenAPI 3.0; the string is read as its `propertyName`"
                .to_owned(),
            vec![("discriminator", Some(json!({ "propertyName": name })))],
        ),
        _ => return None,
    };
    let object = parent.location();
    Some(Bent {
        diagnostic: Diagnostic::warning(codes::WRONG_TYPE, object.key(field.name), message),
        mends: changes
            .into_iter()
            .map(|(key, value)| match value {
                Some(value) => Mend::set(object.key(key), value),
                None => Mend::remove(object.key(key)),
            })
            .collect(),
    })
}

/// A message, and the members to set or remove.
type Change = (String, Vec<(&'static str, Option<Value>)>);

fn null(field: &Field) -> Option<Change> {
    let value = match field.presence {
        Presence::Optional => None,
        Presence::Expected => Some(mend::empty(&field.shape)),
        Presence::Required => return None,
    };
    let message = format!(
        "expected {}, found null; it is read as absent",
        field.shape.noun()
    );
    Some((message, vec![(field.name, value)]))
}

/// A list of types is 3.1's. One type, with or without `null`, can be said in 3.0.
fn types_of_31(types: &[Value]) -> Option<Change> {
    let is_null = |value: &&Value| value.as_str() == Some("null");
    let mut others = types.iter().filter(|value| !is_null(value));
    let (Some(Value::String(name)), None) = (others.next(), others.next()) else {
        return None;
    };
    let nullable = types.iter().any(|value| is_null(&value));
    let mut changes = vec![("type", Some(Value::from(name.as_str())))];
    if nullable {
        changes.push(("nullable", Some(Value::Bool(true))));
    }
    let message = "a list of types is OpenAPI 3.1; it is read as `type` and `nullable`";
    Some((message.to_owned(), changes))
}

/// An exclusive bound that is a number is 3.1's, and holds beside the inclusive one.
fn exclusive_bound(
    inclusive: &'static str,
    exclusive: &'static str,
    schema: &Node<'_, '_>,
    binds: fn(f64, f64) -> bool,
) -> Option<Change> {
    let number = schema.value.get(exclusive)?;
    let bound = number.as_f64()?;
    let other = schema.value.get(inclusive).and_then(Value::as_f64);
    let message = format!("a number in `{exclusive}` is OpenAPI 3.1; it is read as the bound");
    let changes = if other.is_none_or(|other| binds(bound, other)) {
        vec![
            (inclusive, Some(number.clone())),
            (exclusive, Some(Value::Bool(true))),
        ]
    } else {
        vec![(exclusive, None)]
    };
    Some((message, changes))
}

/// What a value means that is written as another type of scalar, and the message.
pub(super) fn scalar(shape: &Shape, value: &Value) -> Option<(Value, String)> {
    let read = match (shape, value) {
        (Shape::Text, Value::Number(number)) => Value::String(number.to_string()),
        (Shape::Text, Value::Bool(boolean)) => Value::String(boolean.to_string()),
        (Shape::Boolean, Value::String(text)) => Value::Bool(text.parse().ok()?),
        (Shape::Number, Value::String(text)) => number(text)?,
        (Shape::Count, Value::String(text)) => Value::from(text.parse::<u32>().ok()?),
        (Shape::Count, Value::Number(number)) => Value::from(whole(number.as_f64()?)?),
        (Shape::Reusable(Kind::Schema), Value::Bool(true)) => Value::Object(Map::new()),
        _ => return None,
    };
    let message = format!("expected {}; it is read as `{read}`", shape.noun());
    Some((read, message))
}

fn number(text: &str) -> Option<Value> {
    let value: Value = serde_json::from_str(text).ok()?;
    value.as_f64().is_some().then_some(value)
}

/// `5.0` is a whole number too. Beyond 2⁵³ neighbours cannot be told apart.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the range has been looked at"
)]
fn whole(number: f64) -> Option<u64> {
    let is_whole = number.fract() == 0.0 && (0.0..=9_007_199_254_740_992.0).contains(&number);
    is_whole.then_some(number as u64)
}
