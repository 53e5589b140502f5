//! What is said of a field or a value that is not what its place asks for.

use serde_json::Value;

use crate::document::JsonType;
use crate::node::Node;
use crate::specification::{self, Kind, Shape};
use crate::version::Version;
use crate::wording::{alternatives, nearest, quoted};
use crate::{Code, Diagnostic, Location, codes};

/// A string that is not one of `words`.
pub(crate) fn invalid_word(location: Location, word: &str, words: &[&str]) -> Diagnostic {
    let message = format!(
        "{} is not one of the values that may stand here",
        quoted(word)
    );
    let hint = match nearest(word, words.iter().copied()) {
        Some(word) => format!("did you mean `{word}`?"),
        None => format!("write {}", alternatives(words)),
    };
    Diagnostic::error(codes::INVALID_VALUE, location, message).hint(hint)
}

pub(super) fn wrong_type(location: Location, shape: &Shape, value: &Value) -> Diagnostic {
    let message = format!("expected {}, found {}", shape.noun(), noun_of(value));
    let diagnostic = Diagnostic::error(codes::WRONG_TYPE, location, message);
    match value.as_str().and_then(|text| meant_by(text, shape)) {
        Some(hint) => diagnostic.hint(hint),
        None => diagnostic,
    }
}

/// What to write in the place of a text, where that can be told.
fn meant_by(text: &str, shape: &Shape) -> Option<String> {
    let is_of_schema = shape.kind() == Some(Kind::Schema);
    if matches!(shape, Shape::Boolean | Shape::BooleanOrSchema)
        && let Some(boolean) = boolean_of(text)
    {
        return Some(format!("write `{boolean}`: {} is a text", quoted(text)));
    }
    if is_of_schema && JsonType::from_name(text).is_some() {
        return Some(format!(
            "a schema of this type is an object with the field `type: {text}`"
        ));
    }
    (is_of_schema && text.contains("#/")).then(|| {
        let text = quoted(text);
        format!("a reference is an object with the field `$ref`, which is {text}")
    })
}

/// How a component is named, for a reference that looks like the place of one or the name of a schema, and not like a
/// file's.
pub(super) fn place_meant(target: &str, shape: &Shape) -> Option<String> {
    let place = target.trim_start_matches('/');
    if place.starts_with("components/") || place.starts_with("definitions/") {
        let place = quoted(&format!("#/{place}"));
        return Some(format!("a place in this file is written {place}"));
    }
    let is_name = !target.is_empty() && !target.contains(['/', '.', '#', ':']);
    (is_name && shape.kind() == Some(Kind::Schema)).then(|| {
        let place = quoted(&format!("#/components/schemas/{target}"));
        format!("a schema of this file is named by its place, {place}")
    })
}

/// What is meant by the words that YAML 1.1 had for booleans, and by theirs in quotes.
fn boolean_of(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "true" | "yes" | "on" | "y" => Some(true),
        "false" | "no" | "off" | "n" => Some(false),
        _ => None,
    }
}

/// What a value is, for messages.
pub(super) fn noun_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(number) if number.as_i64().is_some_and(|number| number < 0) => {
            "a negative number"
        }
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(items) if items.is_empty() => "an empty array",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}

pub(super) fn missing(
    location: Location,
    kind: Kind,
    name: &str,
    diagnostic: fn(Code, Location, String) -> Diagnostic,
) -> Diagnostic {
    let message = format!("{} must have the field `{name}`", kind.noun());
    diagnostic(codes::MISSING_FIELD, location, message)
}

/// What a parameter has and a header must not (OpenAPI 3.0.3 §4.7.21). Many headers
/// are written like parameters; one that says nothing else is none.
pub(super) fn field_of_parameters(
    node: &Node<'_, '_>,
    kind: Kind,
    key: &str,
) -> Option<Diagnostic> {
    let hint = match (kind, key) {
        (Kind::Header, "name") => "its name is the key that it stands under",
        (Kind::Header, "in") => "a header is nowhere else than in the header",
        _ => return None,
    };
    let message = format!("a header must not have the field `{key}`");
    let location = node.location().key(key);
    let is_described = node.get("schema").is_some() || node.get("content").is_some();
    let new = if is_described {
        Diagnostic::warning
    } else {
        Diagnostic::error
    };
    let diagnostic = new(codes::MISPLACED_FIELD, location, message);
    Some(diagnostic.on_key().hint(hint))
}

/// A field that the table does not have. A schema may have any from 3.1 on
/// (OpenAPI 3.1.1 §4.8.24), so there only what looks like a misspelling is worth a word.
pub(super) fn unknown_field(
    node: &Node<'_, '_>,
    kind: Kind,
    key: &str,
    version: Version,
) -> Option<Diagnostic> {
    let message = format!("{} has no field {}", kind.noun(), quoted(key));
    let diagnostic =
        Diagnostic::warning(codes::UNKNOWN_FIELD, node.location().key(key), message).on_key();
    let fields = specification::fields(kind).iter();
    let names = fields.filter(|field| field.is_of(version));
    match nearest(key, names.map(|field| field.name)) {
        Some(name) => Some(diagnostic.hint(format!("did you mean `{name}`?"))),
        None if kind == Kind::Schema && version > Version::V3_0 => None,
        None => Some(diagnostic.hint("it is ignored; the names of extensions begin with `x-`")),
    }
}
