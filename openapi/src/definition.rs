//! Which schema of another file a pointer leads to or into, told from the pointer.
//!
//! The root file names its schemas in `components.schemas`. Another file may
//! have them there, under `definitions` or `$defs`, at its top, or be one.

use std::borrow::Cow;

use serde_json::Value;

use crate::{Location, Pointer};

/// Keywords under which a schema has others.
const KEYWORDS: [&str; 17] = [
    "properties",
    "items",
    "additionalProperties",
    "allOf",
    "anyOf",
    "oneOf",
    "not",
    "prefixItems",
    "patternProperties",
    "dependentSchemas",
    "contains",
    "propertyNames",
    "if",
    "then",
    "else",
    "unevaluatedItems",
    "unevaluatedProperties",
];

/// The schema that the one at `location` is or is a part of; `None` where that
/// is a part of something else, such as a response. `root` is what the file holds.
pub(crate) fn definition_of(location: &Location, root: &Value) -> Option<Location> {
    let tokens: Vec<_> = location.pointer.tokens().collect();
    let words: Vec<&str> = tokens.iter().map(AsRef::as_ref).collect();
    let length = match words.as_slice() {
        [] => 0,
        ["components", "schemas", _, ..] => 3,
        ["components" | "paths" | "webhooks", ..] => return None,
        ["definitions" | "$defs" | "schemas", _, ..] => 2,
        [first, ..] if KEYWORDS.contains(first) && is_schema(root) => 0,
        [_, rest @ ..] => {
            let keyword = rest.iter().position(|word| KEYWORDS.contains(word));
            keyword.map_or(words.len(), |at| at + 1)
        }
    };
    let pointer = tokens
        .iter()
        .take(length)
        .fold(Pointer::root(), |pointer, token| pointer.key(token));
    Some(Location {
        file: location.file,
        pointer,
    })
}

/// Whether the value is a schema rather than an object of named ones.
fn is_schema(value: &Value) -> bool {
    let is = |key: &str, test: fn(&Value) -> bool| value.get(key).is_some_and(test);
    is("type", |kind| kind.is_string() || kind.is_array())
        || is("$schema", Value::is_string)
        || ["allOf", "anyOf", "oneOf"]
            .into_iter()
            .any(|key| is(key, Value::is_array))
        || value.get("properties").is_some()
}

/// What the thing at `location` is called: by the last token of its pointer,
/// else by its file, whose path has these `segments`.
pub(crate) fn name_of(location: &Location, segments: &[String]) -> String {
    let token = location.pointer.tokens().last();
    let stem = || segments.last().cloned().unwrap_or_default();
    token
        .filter(|token| !token.is_empty())
        .map_or_else(stem, Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::FileId;

    fn definition(pointer: &str, root: &Value) -> Option<String> {
        let location = Location {
            file: FileId::default(),
            pointer: Pointer::parse(pointer),
        };
        definition_of(&location, root).map(|location| location.pointer.to_string())
    }

    #[test]
    fn a_part_of_a_schema_belongs_to_it() {
        let schema = json!({ "type": "object" });
        let schemas = json!({ "items": {}, "type": {} });
        let cases = [
            ("", &schema, Some("")),
            ("/properties/a/items", &schema, Some("")),
            ("/items", &schemas, Some("/items")),
            ("/Pet", &schemas, Some("/Pet")),
            ("/Pet/properties/name", &schemas, Some("/Pet")),
            ("/animals/Pet/allOf/0", &schemas, Some("/animals/Pet")),
            (
                "/definitions/items/items",
                &schemas,
                Some("/definitions/items"),
            ),
            (
                "/components/schemas/A~1b/not",
                &schemas,
                Some("/components/schemas/A~1b"),
            ),
            ("/components/responses/A/content/x/schema", &schemas, None),
        ];
        for (pointer, root, expected) in cases {
            assert_eq!(definition(pointer, root).as_deref(), expected, "{pointer}");
        }
    }
}
