//! What a schema admits, gathered over the schemas it is made of: enough to
//! read a value back from text and to know whose property a name is.

use bindery_openapi::document::{AdditionalProperties, JsonType, JsonTypes, Schema, SchemaId};
use serde_json::Value;

use crate::Judge;

/// Most schemas looked at to learn what a schema admits.
const MAX_SCHEMAS: usize = 500;

/// What a schema admits, as far as writing it as text is concerned.
pub(super) struct Outline {
    pub(super) types: JsonTypes,
    pub(super) items: Vec<SchemaId>,
    pub(super) properties: Vec<(Box<str>, SchemaId)>,
    /// Whether the schema speaks of properties that it does not name.
    pub(super) open: bool,
}

/// Gathers types, items and properties over `$ref`, `allOf`, `anyOf` and `oneOf`.
pub(super) fn outline(judge: &Judge, id: SchemaId) -> Outline {
    let mut outline = Outline {
        types: JsonTypes::default(),
        items: Vec::new(),
        properties: Vec::new(),
        open: false,
    };
    let mut met = Vec::new();
    let mut stack = vec![id];
    while let Some(id) = stack.pop() {
        if met.contains(&id) || met.len() > MAX_SCHEMAS {
            continue;
        }
        met.push(id);
        let schema = judge.document().schema(id);
        outline.add(schema);
        stack.extend(schema.reference);
        stack.extend(&schema.all_of);
        stack.extend(&schema.any_of);
        stack.extend(&schema.one_of);
    }
    if outline.types.is_empty() {
        outline.types = JsonType::ALL.into_iter().collect();
    }
    outline
}

impl Outline {
    fn add(&mut self, schema: &Schema) {
        schema.types.iter().for_each(|it| self.types.insert(it));
        let listed = schema.enumeration.iter().flatten().chain(&schema.constant);
        if schema.types.is_empty() {
            listed.for_each(|value| self.types.insert(type_of(value)));
        }
        if let Some(array) = &schema.array {
            self.items.extend(array.items);
        }
        let Some(object) = &schema.object else { return };
        if schema.types.is_empty() {
            self.types.insert(JsonType::Object);
        }
        let properties = object.properties.iter();
        self.properties
            .extend(properties.map(|it| (it.name.clone(), it.schema)));
        self.open |= match object.additional_properties {
            Some(AdditionalProperties::Any | AdditionalProperties::Schema(_)) => true,
            Some(AdditionalProperties::Forbidden) | None => !object.pattern_properties.is_empty(),
        };
    }

    pub(super) fn admits(&self, json_type: JsonType) -> bool {
        self.types.contains(json_type)
    }

    /// Whether neither an array nor an object is admitted.
    pub(super) fn is_scalar(&self) -> bool {
        !self.admits(JsonType::Array) && !self.admits(JsonType::Object)
    }

    /// Whether the schema names the property.
    pub(super) fn has_property(&self, name: &str) -> bool {
        self.property(name).is_some()
    }

    pub(super) fn property(&self, name: &str) -> Option<SchemaId> {
        let found = self.properties.iter().find(|(known, _)| &**known == name);
        found.map(|(_, id)| *id)
    }
}

fn type_of(value: &Value) -> JsonType {
    match value {
        Value::Null => JsonType::Null,
        Value::Bool(_) => JsonType::Boolean,
        Value::Number(_) => JsonType::Number,
        Value::String(_) => JsonType::String,
        Value::Array(_) => JsonType::Array,
        Value::Object(_) => JsonType::Object,
    }
}
