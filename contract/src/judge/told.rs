//! Which of several alternatives a value says it is: by the mapping, by what its property lists, or
//! by name (OpenAPI 3.1.1 §4.8.25).
//!
//! People write a discriminator because the alternatives do not exclude each other by themselves: a
//! value is judged by the one that it names, whatever the others would say of it.

use bindery_openapi::Document;
use bindery_openapi::document::{JsonType, Schema, SchemaId};
use serde_json::{Value, json};

use super::closed::{composed, may_name};

/// The values that tell alternatives apart.
pub(super) struct Told<'d> {
    document: &'d Document,
    property: &'d str,
    values: Vec<(&'d str, SchemaId)>,
}

impl<'d> Told<'d> {
    /// What tells the alternatives of a schema apart; nothing where it has no discriminator, or one
    /// that is no text, or that an alternative does not speak of.
    pub fn of(document: &'d Document, schema: &'d Schema) -> Option<Self> {
        let discriminator = schema.discriminator.as_deref()?;
        let property = &*discriminator.property_name;
        let alternatives: Vec<SchemaId> = schema.alternatives().collect();
        let tells =
            |id: &SchemaId| may_name(document, *id, property) && is_text(document, *id, property);
        if discriminator.default.is_some() || !alternatives.iter().all(tells) {
            return None;
        }
        let is_of = |id: SchemaId, other: SchemaId| document.resolve(id) == document.resolve(other);
        let mut values: Vec<(&str, SchemaId)> = Vec::new();
        for id in &alternatives {
            let mapped = discriminator
                .mapping
                .iter()
                .filter(|(_, target)| is_of(*id, *target));
            let mapped: Vec<&str> = mapped.map(|(value, _)| &**value).collect();
            let texts = match mapped.as_slice() {
                [] => called(document, *id, &alternatives, property),
                _ => mapped,
            };
            values.extend(texts.into_iter().map(|text| (text, *id)));
        }
        Some(Self {
            document,
            property,
            values,
        })
    }

    /// The alternative that a value says it is.
    pub fn named(&self, value: &Value) -> Option<SchemaId> {
        let tag = value.get(self.property)?.as_str()?;
        let mut values = self.values.iter();
        values.find(|(text, _)| *text == tag).map(|(_, id)| *id)
    }

    /// An alternative, written as `schema`, of values that do not say they are another.
    pub fn narrow(&self, id: SchemaId, schema: Value) -> Value {
        let own = self.document.resolve(id);
        let others = self
            .values
            .iter()
            .filter(|(_, other)| self.document.resolve(*other) != own);
        let others: Vec<&str> = others.map(|(text, _)| *text).collect();
        if others.is_empty() {
            return schema;
        }
        let says_other = json!({
            "type": "object",
            "required": [self.property],
            "properties": {self.property: {"enum": others}},
        });
        json!({"allOf": [schema, {"not": says_other}]})
    }
}

/// What stands for an alternative that no mapping speaks of: the texts that only its property lists,
/// else its name.
fn called<'d>(
    document: &'d Document,
    id: SchemaId,
    alternatives: &[SchemaId],
    property: &str,
) -> Vec<&'d str> {
    let others = alternatives.iter().filter(|other| **other != id);
    let others: Vec<&str> = others
        .flat_map(|other| listed(document, *other, property))
        .collect();
    let mut own = listed(document, id, property);
    own.retain(|text| !others.contains(text));
    if own.is_empty() {
        let component = document.component_of(document.resolve(id));
        own.extend(component.map(|component| &*component.name));
    }
    own
}

/// The texts that the property of an alternative lists.
fn listed<'d>(document: &'d Document, id: SchemaId, property: &str) -> Vec<&'d str> {
    let schemas = of_property(document, id, property);
    let values = |schema: &'d Schema| schema.enumeration.iter().flatten().chain(&schema.constant);
    let values = schemas.into_iter().flat_map(values);
    values.filter_map(Value::as_str).collect()
}

/// Whether the property of an alternative may be a text.
fn is_text(document: &Document, id: SchemaId, property: &str) -> bool {
    let mut schemas = of_property(document, id, property).into_iter();
    schemas.all(|schema| schema.types.is_empty() || schema.types.contains(JsonType::String))
}

/// The schemas that hold of the property of an alternative, by `$ref` and `allOf`.
fn of_property<'d>(document: &'d Document, id: SchemaId, property: &str) -> Vec<&'d Schema> {
    let parts = composed(document, id).into_iter();
    let objects = parts.filter_map(|part| document.schema(part).object.as_deref());
    let properties = objects.flat_map(|object| &object.properties);
    let named = properties.filter(|it| &*it.name == property);
    let all = named.flat_map(|it| composed(document, it.schema));
    all.map(|id| document.schema(id)).collect()
}
