//! What a tag makes of a scalar (YAML 1.2.2 §10).

use saphyr_parser::Tag;
use serde_json::Value;

use crate::yaml::{Kind, Node, Scalar, resolve};

/// A scalar as it is read.
pub(super) enum Read {
    /// This value.
    Value(Value),
    /// A number that JSON cannot say.
    Unwritable,
    /// Text, because the tag is unknown or does not fit.
    IgnoredTag,
}

/// Reads the scalar `text`; one in quotes is text unless a tag says otherwise.
pub(super) fn scalar(text: &str, is_plain: bool, tag: Option<&Tag>) -> Read {
    let Some(tag) = tag else {
        return if is_plain { plain(text) } else { string(text) };
    };
    if is_non_specific(tag) {
        return string(text);
    }
    if !tag.is_yaml_core_schema() {
        return Read::IgnoredTag;
    }
    match (tag.suffix.as_str(), resolve(text)) {
        ("str" | "timestamp" | "binary", _) => string(text),
        ("null", Scalar::Null) => Read::Value(Value::Null),
        ("bool", Scalar::Bool(value)) => Read::Value(Value::Bool(value)),
        ("int", Scalar::Number(number)) if !is_float(text) => Read::Value(Value::Number(number)),
        ("float", Scalar::Number(number)) => Read::Value(Value::Number(number)),
        ("float" | "int", Scalar::Unwritable) => Read::Unwritable,
        _ => Read::IgnoredTag,
    }
}

/// Whether a collection's tag says no more than that it is one.
pub(super) fn fits_collection(node: &Node<'_>) -> bool {
    let Some(tag) = &node.tag else {
        return true;
    };
    let suffixes: &[_] = match node.kind {
        Kind::Mapping(_) => &["map", "set"],
        Kind::Sequence(_) => &["seq", "omap", "pairs"],
        Kind::Plain(_) | Kind::Quoted(_) | Kind::Alias(_) => &[],
    };
    is_non_specific(tag) || (tag.is_yaml_core_schema() && suffixes.contains(&tag.suffix.as_str()))
}

/// The tag `!`, which makes text of a scalar and says nothing of a collection.
fn is_non_specific(tag: &Tag) -> bool {
    (tag.handle.as_str(), tag.suffix.as_str()) == ("", "!")
        || (tag.handle.as_str(), tag.suffix.as_str()) == ("!", "")
}

fn plain(text: &str) -> Read {
    match resolve(text) {
        Scalar::Null => Read::Value(Value::Null),
        Scalar::Bool(value) => Read::Value(Value::Bool(value)),
        Scalar::Number(number) => Read::Value(Value::Number(number)),
        Scalar::Unwritable => Read::Unwritable,
        Scalar::Text => string(text),
    }
}

fn string(text: &str) -> Read {
    Read::Value(Value::String(text.to_owned()))
}

fn is_float(text: &str) -> bool {
    !text.starts_with("0x") && text.contains(['.', 'e', 'E'])
}
