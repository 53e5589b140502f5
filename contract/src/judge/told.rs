//! Which of several alternatives a value says it is: by the mapping, by what its property lists, or
//! by name (OpenAPI 3.1.1 §4.8.25).
//!
//! People write a discriminator because the alternatives do not exclude each other by themselves: a
//! value is judged by the one that it names, whatever the others would say of it.

use bindery_openapi::Document;
use bindery_openapi::document::{JsonType, Schema, SchemaId};
use serde_json::{Value, json};

/// How deep alternatives of alternatives are looked into.
const MAX_DEPTH: usize = 8;

/// The values that tell alternatives apart.
pub(super) struct Told<'d> {
    document: &'d Document,
    property: &'d str,
    values: Vec<(&'d str, SchemaId)>,
    /// What a value is that says none of them, or nothing (OpenAPI 3.2.0 §4.25).
    default: Option<SchemaId>,
}

impl<'d> Told<'d> {
    /// What tells the alternatives of a schema apart. Nothing where it has no discriminator, or one
    /// that does not tell every object: that is no text, that an alternative does not speak of, that
    /// no value of stands for an alternative, or one for two.
    pub fn of(document: &'d Document, schema: &'d Schema) -> Option<Self> {
        Self::within(document, schema, 0)
    }

    fn within(document: &'d Document, schema: &'d Schema, depth: usize) -> Option<Self> {
        let discriminator = schema.discriminator.as_deref()?;
        let mut told = Self {
            document,
            property: &discriminator.property_name,
            values: Vec::new(),
            default: discriminator.default,
        };
        let all: Vec<SchemaId> = schema.alternatives().collect();
        if all.is_empty() || depth > MAX_DEPTH {
            return None;
        }
        for id in &all {
            let may_have = may_name(document, *id, told.property);
            if !may_have || !is_text(document, *id, told.property) {
                return None;
            }
            let mapped = discriminator.mapping.iter();
            let mapped = mapped.filter(|(_, target)| told.are_same(*id, *target));
            let mapped: Vec<&str> = mapped.map(|(value, _)| &**value).collect();
            let texts = match mapped.as_slice() {
                [] if !may_be_object(document, *id) => Vec::new(),
                [] => told.called(*id, &all, depth)?,
                _ => mapped,
            };
            told.values
                .extend(texts.into_iter().map(|text| (text, *id)));
        }
        let is_clear = |(text, id): &(&str, SchemaId)| {
            let mut others = told
                .values
                .iter()
                .filter(|(_, other)| !told.are_same(*id, *other));
            others.all(|(other, _)| other != text)
        };
        told.values.iter().all(is_clear).then_some(told)
    }

    /// What stands for an alternative that no mapping speaks of: the texts that its property lists and
    /// no other's does, what tells it where it has alternatives of its own, else its name.
    fn called(&self, id: SchemaId, all: &[SchemaId], depth: usize) -> Option<Vec<&'d str>> {
        let component = self.document.component_of(self.document.resolve(id));
        let name = component.map(|component| &*component.name);
        let mut own = listed(self.document, id, self.property);
        if own.is_empty() {
            let parts = self
                .document
                .composed(id)
                .into_iter()
                .map(|id| self.document.schema(id));
            let mut within = parts.filter_map(|part| Self::within(self.document, part, depth + 1));
            let within = within.find(|within| within.property == self.property);
            let texts =
                within.map(|within| within.values.into_iter().map(|(text, _)| text).collect());
            return texts.or_else(|| Some(vec![name?]));
        }
        let is_named = name.is_some_and(|name| own.contains(&name));
        let others = all.iter().filter(|other| **other != id);
        let others = others.flat_map(|other| listed(self.document, *other, self.property));
        let others: Vec<&str> = others.collect();
        own.retain(|text| !others.contains(text));
        match own.as_slice() {
            [] => Some(vec![name.filter(|_| is_named)?]),
            _ => Some(own),
        }
    }

    fn are_same(&self, left: SchemaId, right: SchemaId) -> bool {
        self.document.resolve(left) == self.document.resolve(right)
    }

    /// The alternative that a value says it is.
    pub fn named(&self, value: &Value) -> Option<SchemaId> {
        let tag = value
            .as_object()?
            .get(self.property)
            .and_then(Value::as_str);
        let mut values = self.values.iter();
        let named = values.find(|(text, _)| Some(*text) == tag);
        named.map(|(_, id)| *id).or(self.default)
    }

    /// The schema of the values that say which alternative they are. Whatever names none is of no
    /// schema.
    pub fn telling(&self) -> Value {
        let known: Vec<&str> = self.values.iter().map(|(text, _)| *text).collect();
        json!({"properties": {self.property: {"enum": known}}})
    }

    /// An alternative, written as `schema`, of values that do not say they are another; where one is
    /// that of all other values, of those that say they are this.
    pub fn narrow(&self, id: SchemaId, schema: Value) -> Value {
        let own = self.document.resolve(id);
        if self
            .default
            .is_some_and(|default| !self.are_same(default, id))
        {
            let values = self.values.iter();
            let texts = values.filter(|(_, other)| self.document.resolve(*other) == own);
            let texts: Vec<&str> = texts.map(|(text, _)| *text).collect();
            let says_this = json!({
                "required": [self.property],
                "properties": {self.property: {"enum": texts}},
            });
            return json!({"allOf": [schema, {"if": {"type": "object"}, "then": says_this}]});
        }
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

/// Whether an alternative names the property, or names none, or has alternatives of its own.
pub(super) fn may_name(document: &Document, id: SchemaId, property: &str) -> bool {
    let names = document.named_properties(id);
    let parts = document.composed(id);
    let mut parts = parts.iter().map(|id| document.schema(*id));
    names.is_empty()
        || names.contains(property)
        || parts.any(|part| part.alternatives().next().is_some())
}

/// The texts that the property of an alternative lists, as they are meant.
fn listed<'d>(document: &'d Document, id: SchemaId, property: &str) -> Vec<&'d str> {
    let schemas = of_property(document, id, property).into_iter();
    let values = schemas.flat_map(|id| {
        let listed = document.meant_values(id).into_iter().flatten();
        listed.chain(document.meant_constant(id))
    });
    values.filter_map(Value::as_str).collect()
}

/// Whether the property of an alternative may be a text.
fn is_text(document: &Document, id: SchemaId, property: &str) -> bool {
    let schemas = of_property(document, id, property).into_iter();
    let mut types = schemas.map(|id| document.schema(id).types);
    types.all(|types| types.is_empty() || types.contains(JsonType::String))
}

/// Whether an alternative may be an object.
fn may_be_object(document: &Document, id: SchemaId) -> bool {
    let parts = document.composed(id).into_iter();
    let mut types = parts.map(|part| document.schema(part).types);
    types.all(|types| types.is_empty() || types.contains(JsonType::Object))
}

/// The schemas that hold of the property of an alternative, by `$ref` and `allOf`.
fn of_property(document: &Document, id: SchemaId, property: &str) -> Vec<SchemaId> {
    let parts = document.composed(id).into_iter();
    let objects = parts.filter_map(|part| document.schema(part).object.as_deref());
    let properties = objects.flat_map(|object| &object.properties);
    let named = properties.filter(|it| &*it.name == property);
    named.flat_map(|it| document.composed(it.schema)).collect()
}
