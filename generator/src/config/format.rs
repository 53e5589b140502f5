//! Which types formats become.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use bindery_openapi::document::JsonType;

use super::{Action, Config, Usage};
use crate::api::TypeRef;

/// The user's rows of the table of formats, by the name of the format, or of the JSON type where a
/// schema has no format.
#[derive(Clone, Debug, Default)]
pub(crate) struct Formats {
    types: BTreeMap<String, TypeRef>,
    /// What was asked for.
    asked: RefCell<BTreeSet<String>>,
}

impl Formats {
    /// Those of the rules for `spec`.
    pub fn of(config: &Config, spec: &str) -> Self {
        let mut types = BTreeMap::new();
        for (_, rule) in config.rules_for(spec) {
            if let Action::Format(path) = &rule.action {
                types.insert(rule.subject.clone(), reference(path));
            }
        }
        Self {
            types,
            asked: RefCell::default(),
        }
    }

    /// Says which rules for `spec` were about something, once the description is lowered.
    pub fn report_usage(&self, config: &Config, spec: &str, usage: &mut Usage) {
        let asked = self.asked.borrow();
        let rules = config.rules_for(spec).filter(|(_, rule)| {
            matches!(rule.action, Action::Format(_)) && asked.contains(&rule.subject)
        });
        usage.used.extend(rules.map(|(index, _)| index));
        usage.formats.extend(asked.iter().cloned());
    }

    /// The user's type for a JSON type with a format, where it can hold such values.
    pub fn get(&self, json_type: JsonType, format: Option<&str>) -> Option<TypeRef> {
        let named = match json_type {
            JsonType::Integer => "integer",
            JsonType::Number => "number",
            JsonType::String => "string",
            JsonType::Boolean | JsonType::Null | JsonType::Object | JsonType::Array => return None,
        };
        let name = format.unwrap_or(named);
        let mut asked = self.asked.borrow_mut();
        if !asked.contains(name) {
            asked.insert(name.to_owned());
        }
        let reference = self.types.get(name)?;
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
