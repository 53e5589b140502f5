//! Writes a schema of the document as JSON Schema 2020-12 that stands on its own.
//!
//! A schema that several places name becomes a definition and is referred to;
//! any other is written where it is used, so that the result reads like the
//! description it came from.

use std::collections::HashMap;

use bindery_openapi::Document;
use bindery_openapi::document::{
    AdditionalProperties, ArrayKeywords, Bound, JsonType, NumberKeywords, ObjectKeywords, Schema,
    SchemaId, StringKeywords,
};
use serde_json::{Map, Value, json};

use super::{Interpretation, Judge, format};

/// How deep schemas are written into each other before they become definitions.
const MAX_INLINE: u32 = 24;

/// What is written as a definition, and under which key.
pub(super) struct Definitions {
    /// For each schema whether it is a definition: the components, and whatever two places name.
    shared: Vec<bool>,
    /// The names of the components that need no escapes.
    names: HashMap<SchemaId, String>,
}

impl Definitions {
    pub(super) fn new(document: &Document) -> Self {
        let mut uses = vec![0_u32; document.schemas.len()];
        for (_, schema) in document.schemas.iter() {
            for child in schema.children() {
                uses[child.index()] += 1;
            }
            if let Some(target) = schema.reference {
                uses[target.index()] += 1;
            }
        }
        let mut shared: Vec<bool> = uses.into_iter().map(|count| count > 1).collect();
        let mut names = HashMap::new();
        for component in &document.components.schemas {
            shared[component.schema.index()] = true;
            if is_plain(&component.name) {
                names.insert(component.schema, component.name.clone());
            }
        }
        Self { shared, names }
    }

    /// The key in `$defs`: the component's name where it needs no escapes.
    /// Another key has a colon, which no component's name may have.
    fn key(&self, id: SchemaId) -> String {
        let name = self.names.get(&id).cloned();
        name.unwrap_or_else(|| format!("schema:{}", id.index()))
    }

    fn link(&self, id: SchemaId) -> String {
        format!("#/$defs/{}", self.key(id))
    }
}

fn is_plain(name: &str) -> bool {
    name.bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte))
}

/// The schema of `root`, with a definition for everything shared that it reaches.
pub(super) fn write_schema(judge: &Judge, definitions: &Definitions, root: SchemaId) -> Value {
    let document = judge.document();
    let mut writer = Writer {
        judge,
        document,
        definitions,
        wanted: vec![root],
        defined: vec![false; document.schemas.len()],
    };
    writer.defined[root.index()] = true;
    let mut written = Map::new();
    while let Some(id) = writer.wanted.pop() {
        let schema = writer.write(id, 0);
        written.insert(definitions.key(id), schema);
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$ref": definitions.link(root),
        "$defs": written,
    })
}

struct Writer<'a> {
    judge: &'a Judge,
    document: &'a Document,
    definitions: &'a Definitions,
    wanted: Vec<SchemaId>,
    defined: Vec<bool>,
}

impl Writer<'_> {
    /// The schema where it is used: itself, or a reference to its definition.
    fn place(&mut self, id: SchemaId, depth: u32) -> Value {
        if depth < MAX_INLINE && !self.definitions.shared[id.index()] && !self.defined[id.index()] {
            return self.write(id, depth + 1);
        }
        if !std::mem::replace(&mut self.defined[id.index()], true) {
            self.wanted.push(id);
        }
        json!({"$ref": self.definitions.link(id)})
    }

    fn places(&mut self, ids: &[SchemaId], depth: u32) -> Value {
        ids.iter().map(|id| self.place(*id, depth)).collect()
    }

    fn write(&mut self, id: SchemaId, depth: u32) -> Value {
        let document = self.document;
        let schema = document.schema(id);
        if schema.never {
            return Value::Bool(false);
        }
        let mut out = Map::new();
        self.write_in_place(schema, depth, &mut out);
        self.write_types(schema, &mut out);
        self.write_discriminator(schema, &mut out);
        if let Some(values) = &schema.enumeration
            && schema.lists_values()
        {
            out.insert("enum".to_owned(), json!(values));
        }
        if let Some(value) = &schema.constant {
            out.insert("const".to_owned(), value.clone());
        }
        if let Some(format) = &schema.format
            && self.judge.asserts(format)
        {
            write_format(schema, format, &mut out);
        }
        if let Some(number) = &schema.number {
            write_number(number, &mut out);
        }
        if let Some(string) = &schema.string {
            write_string(string, &mut out);
        }
        if let Some(array) = &schema.array {
            self.write_array(array, depth, &mut out);
        }
        if let Some(object) = &schema.object {
            self.write_object(object, depth, &mut out);
        }
        Value::Object(out)
    }

    fn write_in_place(&mut self, schema: &Schema, depth: u32, out: &mut Map<String, Value>) {
        let single = [
            ("$ref", schema.reference),
            ("not", schema.not),
            ("if", schema.condition),
            ("then", schema.then),
            ("else", schema.otherwise),
        ];
        for (keyword, id) in single {
            let Some(id) = id else { continue };
            let schema = match keyword {
                "$ref" => self.reference(id),
                _ => self.place(id, depth),
            };
            out.insert(keyword.to_owned(), schema);
        }
        let groups = [
            ("allOf", &schema.all_of),
            ("anyOf", &schema.any_of),
            ("oneOf", &schema.one_of),
        ];
        for (keyword, ids) in groups {
            if !ids.is_empty() {
                out.insert(keyword.to_owned(), self.places(ids, depth));
            }
        }
    }

    /// What a value is without the property that says what it is, is undefined (OpenAPI 3.1.1
    /// §4.8.25): people mean that it is there.
    fn write_discriminator(&self, schema: &Schema, out: &mut Map<String, Value>) {
        let Some(discriminator) = &schema.discriminator else {
            return;
        };
        let has_default = discriminator.default.is_some();
        match self.judge.interpretation() {
            Interpretation::Default if !has_default && schema.alternatives().next().is_some() => {
                let required = json!({"required": [discriminator.property_name]});
                write_member(json!({"if": {"type": "object"}, "then": required}), out);
            }
            Interpretation::Default | Interpretation::Strict => {}
        }
    }

    fn reference(&mut self, id: SchemaId) -> Value {
        if !std::mem::replace(&mut self.defined[id.index()], true) {
            self.wanted.push(id);
        }
        Value::String(self.definitions.link(id))
    }

    fn write_types(&self, schema: &Schema, out: &mut Map<String, Value>) {
        let names: Vec<&str> = schema.types.iter().map(JsonType::as_str).collect();
        let types = match (names.as_slice(), self.judge.interpretation()) {
            ([], Interpretation::Default) if states_object(schema) => json!("object"),
            ([], Interpretation::Default | Interpretation::Strict) => return,
            ([name], _) => json!(name),
            (names, _) => json!(names),
        };
        out.insert("type".to_owned(), types);
    }

    fn write_array(&mut self, array: &ArrayKeywords, depth: u32, out: &mut Map<String, Value>) {
        if !array.prefix_items.is_empty() {
            let prefix = self.places(&array.prefix_items, depth);
            out.insert("prefixItems".to_owned(), prefix);
        }
        let schemas = [
            ("items", array.items),
            ("contains", array.contains),
            ("unevaluatedItems", array.unevaluated_items),
        ];
        self.write_schemas(&schemas, depth, out);
        let counts = [
            ("minContains", array.min_contains),
            ("maxContains", array.max_contains),
            ("minItems", array.min_items),
            ("maxItems", array.max_items),
        ];
        write_counts(&counts, out);
        if array.unique_items {
            out.insert("uniqueItems".to_owned(), Value::Bool(true));
        }
    }

    fn write_object(&mut self, object: &ObjectKeywords, depth: u32, out: &mut Map<String, Value>) {
        let properties = object.properties.iter().map(|it| (&*it.name, it.schema));
        self.write_named("properties", properties, depth, out);
        let patterns = object
            .pattern_properties
            .iter()
            .map(|(name, id)| (&**name, *id));
        self.write_named("patternProperties", patterns, depth, out);
        let dependent = object
            .dependent_schemas
            .iter()
            .map(|(name, id)| (&**name, *id));
        self.write_named("dependentSchemas", dependent, depth, out);
        if !object.required.is_empty() {
            out.insert("required".to_owned(), distinct(&object.required));
        }
        if let Some(additional) = object.additional_properties {
            let additional = match additional {
                AdditionalProperties::Any => Value::Bool(true),
                AdditionalProperties::Forbidden => Value::Bool(false),
                AdditionalProperties::Schema(id) => self.place(id, depth),
            };
            out.insert("additionalProperties".to_owned(), additional);
        }
        write_dependent_required(object, out);
        let schemas = [
            ("propertyNames", object.property_names),
            ("unevaluatedProperties", object.unevaluated_properties),
        ];
        self.write_schemas(&schemas, depth, out);
        let counts = [
            ("minProperties", object.min_properties),
            ("maxProperties", object.max_properties),
        ];
        write_counts(&counts, out);
    }

    fn write_named<'n>(
        &mut self,
        keyword: &str,
        schemas: impl Iterator<Item = (&'n str, SchemaId)>,
        depth: u32,
        out: &mut Map<String, Value>,
    ) {
        let schemas: Map<String, Value> = schemas
            .map(|(name, id)| (name.to_owned(), self.place(id, depth)))
            .collect();
        if !schemas.is_empty() {
            out.insert(keyword.to_owned(), Value::Object(schemas));
        }
    }

    fn write_schemas(
        &mut self,
        schemas: &[(&str, Option<SchemaId>)],
        depth: u32,
        out: &mut Map<String, Value>,
    ) {
        for (keyword, id) in schemas {
            if let Some(id) = id {
                let schema = self.place(*id, depth);
                out.insert((*keyword).to_owned(), schema);
            }
        }
    }
}

/// Whether any keyword of objects is stated.
pub(crate) fn states_object(schema: &Schema) -> bool {
    let nothing = ObjectKeywords::default();
    schema
        .object
        .as_ref()
        .is_some_and(|object| **object != nothing)
}

/// A format that asserts. One that bounds integers is written as bounds where a schema is of those,
/// any other as it is.
fn write_format(schema: &Schema, format: &str, out: &mut Map<String, Value>) {
    // The validator knows URLs by the name that JSON Schema has for them.
    let name = if format == "url" { "uri" } else { format };
    out.insert("format".to_owned(), json!(name));
    let integers = schema.types.contains(JsonType::Integer);
    if let Some(bounds) = format::number_schema(format).filter(|_| integers) {
        write_member(bounds, out);
    }
}

/// A schema that holds as well.
fn write_member(schema: Value, out: &mut Map<String, Value>) {
    match out.entry("allOf").or_insert_with(|| json!([])) {
        Value::Array(members) => members.push(schema),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Object(_) => {}
    }
}

fn write_number(number: &NumberKeywords, out: &mut Map<String, Value>) {
    if let Some(multiple_of) = &number.multiple_of {
        out.insert("multipleOf".to_owned(), json!(multiple_of));
    }
    let keyword = |bound: &Bound, inclusive: &str, exclusive: &str| {
        let keyword = if bound.exclusive {
            exclusive
        } else {
            inclusive
        };
        keyword.to_owned()
    };
    if let Some(bound) = &number.minimum {
        let keyword = keyword(bound, "minimum", "exclusiveMinimum");
        out.insert(keyword, json!(bound.value));
    }
    if let Some(bound) = &number.maximum {
        let keyword = keyword(bound, "maximum", "exclusiveMaximum");
        out.insert(keyword, json!(bound.value));
    }
}

/// `contentEncoding` and its kin are annotations (JSON Schema 2020-12 validation §8.2).
fn write_string(string: &StringKeywords, out: &mut Map<String, Value>) {
    let counts = [
        ("minLength", string.min_length),
        ("maxLength", string.max_length),
    ];
    write_counts(&counts, out);
    if let Some(pattern) = &string.pattern {
        out.insert("pattern".to_owned(), json!(pattern));
    }
}

fn write_counts(counts: &[(&str, Option<u64>)], out: &mut Map<String, Value>) {
    for (keyword, count) in counts {
        if let Some(count) = count {
            out.insert((*keyword).to_owned(), json!(count));
        }
    }
}

fn write_dependent_required(object: &ObjectKeywords, out: &mut Map<String, Value>) {
    let dependent: Map<String, Value> = object
        .dependent_required
        .iter()
        .map(|(name, required)| (name.to_string(), distinct(required)))
        .collect();
    if !dependent.is_empty() {
        out.insert("dependentRequired".to_owned(), Value::Object(dependent));
    }
}

/// The names without repetition, which JSON Schema forbids and descriptions have.
fn distinct(names: &[Box<str>]) -> Value {
    let mut distinct: Vec<&str> = Vec::new();
    for name in names {
        if !distinct.contains(&&**name) {
            distinct.push(name);
        }
    }
    json!(distinct)
}
