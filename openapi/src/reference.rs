//! What a `$ref` names (OpenAPI 3.0.3 §4.7.23, RFC 6901 §6).

use std::borrow::Cow;
use std::collections::HashSet;

use serde_json::Value;

use crate::{FileId, Location, Pointer};

/// Where a `$ref` leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// To a node of the same file, which may or may not exist.
    Within(Pointer),
    /// Out of the file.
    Outside,
    /// Nowhere: the fragment is not a JSON Pointer.
    Nowhere,
}

/// Reads the text of a `$ref`.
pub(crate) fn target(reference: &str) -> Target {
    let Some(fragment) = reference.strip_prefix('#') else {
        return Target::Outside;
    };
    let fragment = percent_decoded(fragment);
    if !fragment.is_empty() && !fragment.starts_with('/') {
        return Target::Nowhere;
    }
    // Escaped anew, so that one node has one pointer however it was written.
    let mut text = String::with_capacity(fragment.len());
    for token in Pointer::parse(&fragment).tokens() {
        Pointer::push_token(&mut text, &token);
    }
    Target::Within(Pointer::parse(&text))
}

/// The node of `root` that a reference names, and its place.
pub(crate) fn find<'v>(
    root: &'v Value,
    file: FileId,
    reference: &str,
) -> Option<(Location, &'v Value)> {
    match target(reference) {
        Target::Within(pointer) => {
            let value = root.pointer(pointer.as_str())?;
            Some((Location { file, pointer }, value))
        }
        Target::Outside | Target::Nowhere => None,
    }
}

/// The node that a reference names, all further references followed.
/// `None` where one names nothing or they lead in a circle.
pub(crate) fn follow<'v>(
    root: &'v Value,
    file: FileId,
    reference: &str,
) -> Option<(Location, &'v Value)> {
    let mut seen = HashSet::new();
    let (mut location, mut value) = find(root, file, reference)?;
    while let Some(next) = value.get("$ref").and_then(Value::as_str) {
        if !seen.insert(next) {
            return None;
        }
        (location, value) = find(root, file, next)?;
    }
    Some((location, value))
}

/// The reference that a value of `discriminator.mapping` stands for: a name of
/// `components.schemas`, else a reference (OpenAPI 3.0.3 §4.7.25).
pub(crate) fn mapped<'a>(root: &Value, name: &'a str) -> Cow<'a, str> {
    let is_component = root
        .get("components")
        .and_then(|components| components.get("schemas"))
        .is_some_and(|schemas| schemas.get(name).is_some());
    if is_component || !name.contains(['#', '/', '.']) {
        let mut text = "#/components/schemas".to_owned();
        Pointer::push_token(&mut text, &name.replace('%', "%25"));
        return Cow::Owned(text);
    }
    Cow::Borrowed(name)
}

/// Undoes percent encoding (RFC 3986 §2.1), leaving alone what is not encoded rightly.
pub(crate) fn percent_decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        if let Some(byte) = encoded_byte(rest) {
            bytes.push(byte);
            rest = rest.get(3..).unwrap_or_default();
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(text), Cow::Owned)
}

fn encoded_byte(bytes: &[u8]) -> Option<u8> {
    let [b'%', high, low, ..] = bytes else {
        return None;
    };
    let digit = |byte: u8| char::from(byte).to_digit(16);
    u8::try_from(digit(*high)? * 16 + digit(*low)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fragment_may_be_percent_encoded() {
        let pointer = Pointer::root().key("paths").key("/a/{b}").key("x~é");
        let references = ["#/paths/~1a~1{b}/x~0é", "#/paths/~1a~1%7Bb%7d/x~0%C3%A9"];
        for reference in references {
            assert_eq!(target(reference), Target::Within(pointer.clone()));
        }
        assert_eq!(
            target("#/100%"),
            Target::Within(Pointer::root().key("100%"))
        );
    }

    #[test]
    fn only_a_fragment_stays_within_the_file() {
        assert_eq!(target("#"), Target::Within(Pointer::root()));
        assert_eq!(target("a.json#/b"), Target::Outside);
        assert_eq!(target("#anchor"), Target::Nowhere);
    }
}
