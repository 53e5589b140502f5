//! What the tests share: schemas read straight from JSON Schema 2020-12, a
//! description read by the reader, and an HTTP client small enough to send anything.
#![allow(dead_code, reason = "each test uses its part")]

pub(crate) mod client;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use bindery_openapi::document::{
    AdditionalProperties, ArrayKeywords, Bound, Components, Discriminator, JsonType, NamedSchema,
    NumberKeywords, ObjectKeywords, Property, Schema, SchemaArena, SchemaId, StringKeywords,
};
use bindery_openapi::{Document, FileId, Location, Pointer};
use serde_json::{Map, Value};

/// A document that has these component schemas and nothing else.
///
/// It is put together here and not by the reader, so that every keyword of the
/// model can be tested, whatever the reader reads.
pub(crate) fn schemas(components: &Value) -> Arc<Document> {
    let mut arena = Arena {
        root: components,
        schemas: SchemaArena::default(),
        known: BTreeMap::new(),
        pending: Vec::new(),
    };
    let names = components.as_object().into_iter().flatten();
    let schemas = names
        .map(|(name, _)| NamedSchema {
            name: name.clone(),
            schema: arena.at(&format!("/{}", escape(name))),
        })
        .collect();
    arena.read_pending();
    Arc::new(Document {
        // The version in which every format asserts.
        version: "3.0.3".to_owned(),
        title: "Test".to_owned(),
        api_version: "1".to_owned(),
        description: None,
        servers: Vec::new(),
        tags: Vec::new(),
        webhooks: Vec::new(),
        callbacks: Vec::new(),
        paths: Vec::new(),
        components: Components {
            schemas,
            ..Components::default()
        },
        security: Vec::new(),
        schemas: arena.schemas,
        location: location(""),
    })
}

/// A document with one schema, and its id.
pub(crate) fn schema(value: &Value) -> (Arc<Document>, SchemaId) {
    let document = schemas(&serde_json::json!({"It": value}));
    let id = document.components.schemas[0].schema;
    (document, id)
}

/// The component schema of that name.
pub(crate) fn component(document: &Document, name: &str) -> SchemaId {
    let named = document
        .components
        .schemas
        .iter()
        .find(|it| it.name == name);
    named.map_or_else(|| panic!("there is no component `{name}`"), |it| it.schema)
}

/// A description that the reader reads without an error.
pub(crate) fn description(value: &Value) -> Arc<Document> {
    let reading = bindery_openapi::read_text("test.json", &value.to_string());
    let found = format!("{:#?}", reading.report);
    Arc::new(reading.document.unwrap_or_else(|| panic!("{found}")))
}

/// One of the bundled descriptions, read and raw.
pub(crate) fn bundled(name: &str) -> (Arc<Document>, Value) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../specs")
        .join(name);
    let text = std::fs::read_to_string(&path).expect("the description is there");
    let reading = bindery_openapi::read_file(&path);
    let found = format!("{:#?}", reading.report);
    let document = reading.document.unwrap_or_else(|| panic!("{found}"));
    let raw = serde_json::from_str(&text).expect("the description is JSON");
    (Arc::new(document), raw)
}

fn location(pointer: &str) -> Location {
    Location {
        file: FileId::default(),
        pointer: Pointer::parse(pointer),
    }
}

fn escape(token: &str) -> String {
    token.replace('~', "~0").replace('/', "~1")
}

struct Arena<'a> {
    root: &'a Value,
    schemas: SchemaArena,
    known: BTreeMap<String, SchemaId>,
    pending: Vec<(SchemaId, String)>,
}

impl Arena<'_> {
    fn at(&mut self, pointer: &str) -> SchemaId {
        if let Some(id) = self.known.get(pointer) {
            return *id;
        }
        let id = self.schemas.add(Schema::any(location(pointer)));
        self.known.insert(pointer.to_owned(), id);
        self.pending.push((id, pointer.to_owned()));
        id
    }

    fn read_pending(&mut self) {
        while let Some((id, pointer)) = self.pending.pop() {
            match self.root.pointer(&pointer) {
                Some(Value::Object(keywords)) => {
                    let keywords = keywords.clone();
                    *self.schemas.get_mut(id) = self.read(&keywords, &pointer);
                }
                Some(Value::Bool(false)) => self.schemas.get_mut(id).never = true,
                _ => {}
            }
        }
    }

    fn read(&mut self, keywords: &Map<String, Value>, at: &str) -> Schema {
        let mut schema = Schema::any(location(at));
        schema.reference = keywords.get("$ref").and_then(Value::as_str).map(|target| {
            let target = target.trim_start_matches('#');
            let target = target.strip_prefix("/components/schemas").unwrap_or(target);
            self.at(&target.replace("%25", "%").replace("%22", "\""))
        });
        schema.types = types(keywords.get("type"));
        let is_true = |keyword: &str| keywords.get(keyword) == Some(&Value::Bool(true));
        schema.read_only = is_true("readOnly");
        schema.write_only = is_true("writeOnly");
        schema.format = text(keywords, "format");
        schema.enumeration = keywords.get("enum").and_then(Value::as_array).cloned();
        schema.constant = keywords.get("const").cloned();
        schema.number =
            Some(Box::new(number(keywords))).filter(|it| **it != NumberKeywords::default());
        schema.string =
            Some(Box::new(string(keywords))).filter(|it| **it != StringKeywords::default());
        let array = self.array(keywords, at);
        schema.array = Some(Box::new(array)).filter(|it| **it != ArrayKeywords::default());
        let object = self.object(keywords, at);
        schema.object = Some(Box::new(object)).filter(|it| **it != ObjectKeywords::default());
        schema.all_of = self.list(keywords, "allOf", at);
        schema.any_of = self.list(keywords, "anyOf", at);
        schema.one_of = self.list(keywords, "oneOf", at);
        schema.not = self.one(keywords, "not", at);
        schema.condition = self.one(keywords, "if", at);
        schema.then = self.one(keywords, "then", at);
        schema.otherwise = self.one(keywords, "else", at);
        schema.discriminator = self.discriminator(keywords);
        schema
    }

    fn array(&mut self, keywords: &Map<String, Value>, at: &str) -> ArrayKeywords {
        ArrayKeywords {
            items: self.one(keywords, "items", at),
            prefix_items: self.list(keywords, "prefixItems", at),
            contains: self.one(keywords, "contains", at),
            min_contains: count(keywords, "minContains"),
            max_contains: count(keywords, "maxContains"),
            min_items: count(keywords, "minItems"),
            max_items: count(keywords, "maxItems"),
            unique_items: keywords.get("uniqueItems") == Some(&Value::Bool(true)),
            unevaluated_items: self.one(keywords, "unevaluatedItems", at),
        }
    }

    fn object(&mut self, keywords: &Map<String, Value>, at: &str) -> ObjectKeywords {
        let additional = match keywords.get("additionalProperties") {
            Some(Value::Bool(true)) => Some(AdditionalProperties::Any),
            Some(Value::Bool(false)) => Some(AdditionalProperties::Forbidden),
            Some(_) => self
                .one(keywords, "additionalProperties", at)
                .map(AdditionalProperties::Schema),
            None => None,
        };
        let properties = self.named(keywords, "properties", at).into_iter();
        ObjectKeywords {
            properties: properties
                .map(|(name, schema)| Property { name, schema })
                .collect(),
            required: names(keywords.get("required")),
            additional_properties: additional,
            pattern_properties: self.named(keywords, "patternProperties", at),
            property_names: self.one(keywords, "propertyNames", at),
            min_properties: count(keywords, "minProperties"),
            max_properties: count(keywords, "maxProperties"),
            dependent_required: keywords
                .get("dependentRequired")
                .and_then(Value::as_object)
                .into_iter()
                .flatten()
                .map(|(name, required)| (name.as_str().into(), names(Some(required))))
                .collect(),
            dependent_schemas: self.named(keywords, "dependentSchemas", at),
            unevaluated_properties: self.one(keywords, "unevaluatedProperties", at),
        }
    }

    fn discriminator(&mut self, keywords: &Map<String, Value>) -> Option<Box<Discriminator>> {
        let stated = keywords.get("discriminator")?;
        let mapping = stated.get("mapping").and_then(Value::as_object);
        let target = |target: &Value| {
            let target = target.as_str().unwrap_or_default();
            target
                .trim_start_matches('#')
                .trim_start_matches("/components/schemas")
                .to_owned()
        };
        Some(Box::new(Discriminator {
            property_name: stated["propertyName"].as_str().unwrap_or_default().into(),
            default: None,
            mapping: mapping
                .into_iter()
                .flatten()
                .map(|(value, schema)| (value.as_str().into(), self.at(&target(schema))))
                .collect(),
        }))
    }

    fn one(&mut self, keywords: &Map<String, Value>, key: &str, at: &str) -> Option<SchemaId> {
        keywords.get(key).map(|_| self.at(&format!("{at}/{key}")))
    }

    fn list(&mut self, keywords: &Map<String, Value>, key: &str, at: &str) -> Vec<SchemaId> {
        let list = keywords.get(key).and_then(Value::as_array);
        (0..list.map_or(0, Vec::len))
            .map(|index| self.at(&format!("{at}/{key}/{index}")))
            .collect()
    }

    fn named(
        &mut self,
        keywords: &Map<String, Value>,
        key: &str,
        at: &str,
    ) -> Vec<(Box<str>, SchemaId)> {
        let named = keywords.get(key).and_then(Value::as_object);
        named
            .into_iter()
            .flatten()
            .map(|(name, _)| {
                let pointer = format!("{at}/{key}/{}", escape(name));
                (name.as_str().into(), self.at(&pointer))
            })
            .collect()
    }
}

fn types(value: Option<&Value>) -> bindery_openapi::document::JsonTypes {
    let names = match value {
        Some(Value::Array(names)) => names.as_slice(),
        Some(name) => std::slice::from_ref(name),
        None => &[],
    };
    names
        .iter()
        .filter_map(|name| JsonType::from_name(name.as_str()?))
        .collect()
}

fn number(keywords: &Map<String, Value>) -> NumberKeywords {
    let bound = |key: &str, exclusive| match keywords.get(key) {
        Some(Value::Number(value)) => Some(Bound {
            value: value.clone(),
            exclusive,
        }),
        _ => None,
    };
    NumberKeywords {
        multiple_of: keywords
            .get("multipleOf")
            .and_then(|it| it.as_number().cloned()),
        minimum: bound("exclusiveMinimum", true).or_else(|| bound("minimum", false)),
        maximum: bound("exclusiveMaximum", true).or_else(|| bound("maximum", false)),
    }
}

fn string(keywords: &Map<String, Value>) -> StringKeywords {
    StringKeywords {
        min_length: count(keywords, "minLength"),
        max_length: count(keywords, "maxLength"),
        pattern: text(keywords, "pattern"),
        content_encoding: text(keywords, "contentEncoding"),
        content_media_type: text(keywords, "contentMediaType"),
        content_schema: None,
    }
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "2.0 is 2"
)]
fn count(keywords: &Map<String, Value>, key: &str) -> Option<u64> {
    let count = keywords.get(key)?;
    count
        .as_u64()
        .or_else(|| count.as_f64().map(|it| it as u64))
}

fn text(keywords: &Map<String, Value>, key: &str) -> Option<Box<str>> {
    keywords.get(key).and_then(Value::as_str).map(Into::into)
}

fn names(value: Option<&Value>) -> Vec<Box<str>> {
    let names = value.and_then(Value::as_array).into_iter().flatten();
    names
        .filter_map(|name| name.as_str().map(Into::into))
        .collect()
}
