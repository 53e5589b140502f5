//! What real descriptions write instead of what their version asks for, where it can be understood.

use serde_json::{Value, json};

use super::mend::Mend;
use super::nothing;
use crate::node::Node;
use crate::specification::{Field, Kind, Shape};
use crate::version::Version;
use crate::wording::quoted;
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
    version: Version,
) -> Option<Bent> {
    let (message, changes) = match (kind, field.name, value) {
        (Kind::Schema, "type", Value::Null) if version > Version::V3_0 => (
            "expected a string, found null; it is read as the type `null`".to_owned(),
            vec![("type", Some(Value::from("null")))],
        ),
        // A body of nothing known is no body.
        (Kind::RequestBody, "content", Value::Null) => return None,
        (Kind::Schema, "required", Value::Bool(_)) => no_names(),
        (Kind::Schema, "required", Value::String(text)) if text.parse::<bool>().is_ok() => {
            no_names()
        }
        (Kind::Schema, "discriminator", Value::String(name)) => (
            "a discriminator is an object since OpenAPI 3.0; the string is read as its `propertyName`"
                .to_owned(),
            vec![("discriminator", Some(json!({ "propertyName": name })))],
        ),
        (_, name, value) => match nothing::field(field, value, version) {
            Some((message, set)) => (message, vec![(name, set)]),
            None => (no_bound(field, value)?, vec![(name, None)]),
        },
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

fn no_names() -> Change {
    let message = "`required` lists the names of properties; a boolean says nothing here";
    (message.to_owned(), vec![("required", None)])
}

/// What is said of a bound that is none: it is infinite, no number, or beyond what there is.
fn no_bound(field: &Field, value: &Value) -> Option<String> {
    let is_upper = field.name.starts_with("max");
    let is_none = match (&field.shape, value) {
        (Shape::Number | Shape::Count | Shape::ExclusiveBound, Value::String(text)) => {
            is_infinite(text)
        }
        (Shape::Number | Shape::ExclusiveBound, Value::Number(number)) => number.as_f64().is_none(),
        // Tools write -1 where there is no limit.
        (Shape::Count, Value::Number(number)) => match number.as_f64() {
            Some(number) => number < 0.0 || (is_upper && number > LARGEST_COUNT),
            None => is_upper,
        },
        _ => false,
    };
    is_none.then(|| {
        let (expected, found) = (field.shape.noun(), text_of(value));
        format!("expected {expected}, found {found}; nothing is bounded by it")
    })
}

/// Whether it is infinity or no number, in the words of YAML (1.2.2 §10.2.1.4) or of a language,
/// or too large for a number.
fn is_infinite(text: &str) -> bool {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let word = unsigned.strip_prefix('.').unwrap_or(unsigned);
    word.parse::<f64>().is_ok_and(|number| !number.is_finite())
}

fn text_of(value: &Value) -> String {
    match value {
        Value::String(text) => quoted(text),
        value => quoted(&value.to_string()),
    }
}

/// A field that a newer or an older version has. It is read as that version means it.
pub(super) fn other_version(
    node: &Node<'_, '_>,
    kind: Kind,
    field: &Field,
    version: Version,
) -> Diagnostic {
    let (verb, other) = if field.since > version {
        ("came with", field.since)
    } else {
        ("went after", field.until)
    };
    let what = format!(
        "the field {} of {} {verb} OpenAPI {other}",
        quoted(field.name),
        kind.noun()
    );
    if holds_operations(&field.shape) {
        let message = format!("{what}; this is {version}");
        let diagnostic = Diagnostic::error(codes::OTHER_VERSION, node.location(), message);
        return diagnostic
            .on_key()
            .hint(format!("write `openapi: {other}.0`"));
    }
    let message = format!("{what}; it is understood in {version} too");
    let diagnostic = Diagnostic::warning(codes::OTHER_VERSION, node.location(), message).on_key();
    match (kind, field.name) {
        (Kind::Schema, "nullable") => {
            diagnostic.hint("list `null` among the types, as in `\"type\": [\"string\", \"null\"]`")
        }
        _ => diagnostic,
    }
}

/// Whether operations stand there. Most tools would pass over those that the
/// stated version does not have, so that is not what it can mean.
fn holds_operations(shape: &Shape) -> bool {
    match shape {
        Shape::List(below) | Shape::Map(below) => holds_operations(below),
        shape => matches!(shape.kind(), Some(Kind::Operation | Kind::PathItem)),
    }
}

/// A value that another version writes so.
pub(super) fn of_other_version(node: &Node<'_, '_>, what: &str, version: Version) -> Diagnostic {
    let message = format!("{what}; it is understood in {version} too");
    Diagnostic::warning(codes::OTHER_VERSION, node.location(), message)
}

/// A list of types in 3.0.
pub(super) fn list_of_types(node: &Node<'_, '_>, version: Version) -> Diagnostic {
    of_other_version(node, "a list of types is OpenAPI 3.1", version)
}

/// A null where the name of the type `null` is meant.
pub(super) fn null_type(node: &Node<'_, '_>) -> (Diagnostic, Mend) {
    let message = "expected a string, found null; it is read as the type `null`";
    let location = node.location();
    let diagnostic = Diagnostic::warning(codes::WRONG_TYPE, location.clone(), message);
    (diagnostic, Mend::set(location, Value::from("null")))
}

/// A number in 3.0, a boolean later.
pub(super) fn exclusive_bound(node: &Node<'_, '_>, version: Version) -> Diagnostic {
    let what = match version {
        Version::V2_0 | Version::V3_0 => "a number as exclusive bound is OpenAPI 3.1",
        Version::V3_1 | Version::V3_2 => "a boolean that makes a bound exclusive is OpenAPI 3.0",
    };
    of_other_version(node, what, version)
}

/// A schema `true` or `false` in 3.0.
pub(super) fn boolean_schema(node: &Node<'_, '_>, version: Version) -> Diagnostic {
    of_other_version(node, "a boolean as schema is OpenAPI 3.1", version)
}

/// A list of schemas in `items`, which earlier drafts of JSON Schema have.
pub(super) fn list_of_items(node: &Node<'_, '_>) -> Diagnostic {
    let message = "a list of schemas in `items` is of an earlier draft of JSON Schema; it is read as `prefixItems`";
    Diagnostic::warning(codes::OTHER_VERSION, node.location(), message).on_key()
}

/// What a value means that is written as another type of scalar, and the message.
pub(super) fn scalar(shape: &Shape, value: &Value) -> Option<(Value, String)> {
    let read = match (shape, value) {
        (Shape::Text, Value::Number(number)) => Value::String(number.to_string()),
        (Shape::Text, Value::Bool(boolean)) => Value::String(boolean.to_string()),
        (Shape::ExclusiveBound, Value::String(text)) => text
            .parse()
            .map(Value::Bool)
            .ok()
            .or_else(|| number(text))?,
        (Shape::Boolean, Value::String(text)) => Value::Bool(text.parse().ok()?),
        (Shape::Number, Value::String(text)) => number(text)?,
        (Shape::Word(words), Value::String(text)) => {
            let word = words.iter().find(|word| word.eq_ignore_ascii_case(text))?;
            Value::from(*word)
        }
        (Shape::Object(Kind::Tag), Value::String(name)) => json!({ "name": name }),
        (Shape::Count, Value::String(text)) => Value::from(text.parse::<u32>().ok()?),
        (Shape::Count, Value::Number(number)) => Value::from(whole(number.as_f64()?)?),
        _ => return None,
    };
    let message = format!("expected {}; it is read as `{read}`", shape.noun());
    Some((read, message))
}

fn number(text: &str) -> Option<Value> {
    let value: Value = serde_json::from_str(text).ok()?;
    value.as_f64().is_some().then_some(value)
}

/// 2⁵³: beyond it neighbours cannot be told apart.
const LARGEST_COUNT: f64 = 9_007_199_254_740_992.0;

/// `5.0` is a whole number too.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the range has been looked at"
)]
fn whole(number: f64) -> Option<u64> {
    let is_whole = number.fract() == 0.0 && (0.0..=LARGEST_COUNT).contains(&number);
    is_whole.then_some(number as u64)
}
