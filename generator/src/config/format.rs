//! Which types formats become.

use std::collections::BTreeMap;

use bindery_openapi::document::JsonType;

use super::{Action, Config, Usage};
use crate::api::TypeRef;

/// The user's rows of the table of formats, by the name of the format, or of the JSON type where a
/// schema has no format.
#[derive(Clone, Debug, Default)]
pub(crate) struct Formats(BTreeMap<String, TypeRef>);

impl Formats {
    /// Those of the rules for `spec`.
    pub fn of(config: &Config, spec: &str, usage: &mut Usage) -> Self {
        let mut formats = BTreeMap::new();
        for (index, rule) in config.rules_for(spec) {
            if let Action::Format(path) = &rule.action {
                usage.used.insert(index);
                formats.insert(rule.subject.clone(), reference(path));
            }
        }
        Self(formats)
    }

    /// The user's type for a JSON type with a format, where it can hold such values.
    pub fn get(&self, json_type: JsonType, format: Option<&str>) -> Option<TypeRef> {
        let named = match json_type {
            JsonType::Integer => "integer",
            JsonType::Number => "number",
            JsonType::String => "string",
            JsonType::Boolean | JsonType::Null | JsonType::Object | JsonType::Array => return None,
        };
        let reference = self.0.get(format.unwrap_or(named))?;
        holds(reference, json_type).then(|| reference.clone())
    }
}

fn holds(reference: &TypeRef, json_type: JsonType) -> bool {
    match reference {
        TypeRef::String | TypeRef::Timestamp | TypeRef::Date => json_type == JsonType::String,
        TypeRef::Int32 | TypeRef::Int64 => json_type == JsonType::Integer,
        TypeRef::Float64 => matches!(json_type, JsonType::Integer | JsonType::Number),
        _ => true,
    }
}

/// The words for the types that need no path.
pub(super) const WORDS: [&str; 6] = ["string", "timestamp", "date", "i32", "i64", "f64"];

fn reference(path: &str) -> TypeRef {
    match path {
        "string" => TypeRef::String,
        "timestamp" => TypeRef::Timestamp,
        "date" => TypeRef::Date,
        "i32" => TypeRef::Int32,
        "i64" => TypeRef::Int64,
        "f64" => TypeRef::Float64,
        path => TypeRef::External(path.to_owned()),
    }
}
