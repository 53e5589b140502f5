//! Writes a schema of the document as JSON Schema 2020-12 that stands on its own.
//!
//! A schema that several places name becomes a definition and is referred to;
//! any other is written where it is used, so that the result reads like the
//! description it came from.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};

use bindery_openapi::document::{
    AdditionalProperties, Around, ArrayKeywords, JsonType, JsonTypes, ObjectKeywords, Schema,
    SchemaId, TypesTogether,
};
use bindery_openapi::{Document, is_regular_expression};
use serde_json::{Map, Value, json};

use super::definitions::Definitions;
use super::keywords::{
    distinct, write_counts, write_dependent_required, write_number, write_string,
};
use super::{Interpretation, Judge, format, meant};

/// How deep schemas are written into each other before they become definitions.
const MAX_INLINE: u32 = 24;

/// The schema of `root`, with a definition for everything shared that it reaches.
pub(super) fn write_schema(judge: &Judge, definitions: &Definitions, root: SchemaId) -> Value {
    let document = judge.document();
    let mut writer = Writer {
        judge,
        document,
        definitions,
        wanted: vec![root],
        defined: vec![false; document.schemas.len()],
        within: Vec::new(),
        together: RefCell::default(),
        typed: RefCell::default(),
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

pub(super) struct Writer<'a> {
    pub(super) judge: &'a Judge,
    pub(super) document: &'a Document,
    definitions: &'a Definitions,
    wanted: Vec<SchemaId>,
    defined: Vec<bool>,
    /// The schemas that are being written and hold of the same value, each as a part of the one before.
    within: Vec<SchemaId>,
    /// The types that are meant together in schemas that others are parts of.
    together: RefCell<HashMap<SchemaId, TypesTogether>>,
    /// For which schemas it is known whether they mean a type.
    typed: RefCell<HashMap<SchemaId, bool>>,
}

impl<'a> Writer<'a> {
    /// The schema where it is used: itself, or a reference to its definition.
    pub(super) fn place(&mut self, id: SchemaId, depth: u32) -> Value {
        if depth < MAX_INLINE && !self.definitions.holds(id) && !self.defined[id.index()] {
            return self.write(id, depth + 1);
        }
        if !std::mem::replace(&mut self.defined[id.index()], true) {
            self.wanted.push(id);
        }
        json!({"$ref": self.definitions.link(id)})
    }

    /// A schema that holds of the same value as another one, `around` what is said there.
    fn part(&mut self, id: SchemaId, depth: u32, around: &Around<'a>) -> Value {
        if self.is_changed(id, around) {
            self.write_within(id, depth + 1, around)
        } else {
            self.place(id, depth)
        }
    }

    /// Whether a part cannot be referred to: it says something else here than by itself.
    fn is_changed(&self, id: SchemaId, around: &Around<'a>) -> bool {
        around.is_typed && self.means_a_type(id)
            || around.changes_part(self.document, id)
            || self.is_other_here(id)
    }

    fn means_a_type(&self, id: SchemaId) -> bool {
        let mut known = self.typed.borrow_mut();
        let means = || self.document.means_a_type(id);
        *known.entry(id).or_insert_with(means)
    }

    /// Whether a part says something else among the schemas that it stands in than by itself.
    fn is_other_here(&self, id: SchemaId) -> bool {
        match self.judge.interpretation() {
            Interpretation::Default => self.document.composed(id).into_iter().any(|id| {
                self.document
                    .means_itself(id, |it| self.within.contains(it))
                    || self.is_misspelt(id)
            }),
            Interpretation::Strict => false,
        }
    }

    /// Whether a part lists only values of other types than what it stands in is of: people mean the type.
    fn is_misspelt(&self, id: SchemaId) -> bool {
        let Some(&root) = self.within.first() else {
            return false;
        };
        match self.judge.interpretation() {
            Interpretation::Default => {
                let mut known = self.together.borrow_mut();
                let types = known
                    .entry(root)
                    .or_insert_with(|| self.document.types_together(root));
                self.document.is_misspelt(id, types)
            }
            Interpretation::Strict => false,
        }
    }

    fn places(&mut self, ids: &[SchemaId], depth: u32) -> Value {
        ids.iter().map(|id| self.place(*id, depth)).collect()
    }

    fn write(&mut self, id: SchemaId, depth: u32) -> Value {
        let around = match self.judge.interpretation() {
            Interpretation::Default => Around::of(self.document, id, &BTreeSet::new()),
            Interpretation::Strict => Around::default(),
        };
        let within = std::mem::take(&mut self.within);
        let written = self.write_within(id, depth, &around);
        self.within = within;
        written
    }

    pub(super) fn write_within(&mut self, id: SchemaId, depth: u32, around: &Around<'a>) -> Value {
        let document = self.document;
        let schema = document.schema(id);
        if schema.never {
            return Value::Bool(false);
        }
        let mut out = Map::new();
        let is_whole = !document.means_itself(id, |it| self.within.contains(it));
        self.within.push(id);
        self.write_in_place(schema, depth, around, &mut out);
        if is_whole || self.judge.interpretation() == Interpretation::Strict {
            self.write_alternatives(schema, depth, around, &mut out);
            self.write_discriminator(schema, &mut out);
        }
        self.write_types(id, around, &mut out);
        self.write_values(id, around, &mut out);
        if let Some(format) = meant::format(document, id, self.judge.interpretation())
            && self.judge.asserts(format)
        {
            let types = document.types_of_format(id, around);
            write_format(types, format, &mut out);
        }
        if let Some(number) = &schema.number {
            let types = meant::types(document, id, self.judge.interpretation());
            let of_integers =
                types.contains(JsonType::Integer) && !types.contains(JsonType::Number);
            let is_rounded = of_integers && self.judge.interpretation() == Interpretation::Default;
            write_number(number, is_rounded, &mut out);
        }
        if let Some(string) = &schema.string {
            write_string(string, &mut out);
        }
        if let Some(array) = &schema.array {
            self.write_array(array, depth, &mut out);
        }
        if let Some(object) = &schema.object {
            self.write_object(object, depth, around, &mut out);
        }
        self.within.pop();
        Value::Object(out)
    }

    fn write_in_place(
        &mut self,
        schema: &'a Schema,
        depth: u32,
        around: &Around<'a>,
        out: &mut Map<String, Value>,
    ) {
        let conditions = [
            ("not", schema.not),
            ("if", schema.condition),
            ("then", schema.then),
            ("else", schema.otherwise),
        ];
        self.write_schemas(&conditions, depth, out);
        if !schema.all_of.is_empty() {
            let parts = schema.all_of.iter();
            let parts: Value = parts.map(|id| self.part(*id, depth, around)).collect();
            out.insert("allOf".to_owned(), parts);
        }
        if let Some(id) = schema.reference {
            if self.is_changed(id, around) {
                write_member(self.write_within(id, depth + 1, around), out);
            } else {
                out.insert("$ref".to_owned(), self.reference(id));
            }
        }
    }

    fn reference(&mut self, id: SchemaId) -> Value {
        if !std::mem::replace(&mut self.defined[id.index()], true) {
            self.wanted.push(id);
        }
        Value::String(self.definitions.link(id))
    }

    fn write_types(&self, id: SchemaId, around: &Around<'_>, out: &mut Map<String, Value>) {
        let types = if around.is_typed && !self.document.states_type(id) {
            JsonTypes::default()
        } else {
            meant::types(self.document, id, self.judge.interpretation())
        };
        let names: Vec<&str> = types.iter().map(JsonType::as_str).collect();
        let types = match names.as_slice() {
            [] => return,
            [name] => json!(name),
            names => json!(names),
        };
        out.insert("type".to_owned(), types);
    }

    /// `enum` and `const`, which forget that a value may be null where its type says so.
    fn write_values(&self, id: SchemaId, around: &Around<'_>, out: &mut Map<String, Value>) {
        if self.is_misspelt(id) {
            return;
        }
        let reading = self.judge.interpretation();
        let null = around.names_null.then_some(&Value::Null);
        if let Some(values) = meant::values(self.document, id, reading) {
            let null = null.filter(|null| !values.contains(null));
            let values: Vec<&Value> = values.iter().chain(null).collect();
            out.insert("enum".to_owned(), json!(values));
        }
        if let Some(value) = meant::constant(self.document, id, reading) {
            let null = null.filter(|null| *null != value);
            let values: Vec<&Value> = [value].into_iter().chain(null).collect();
            write_member(json!({ "enum": values }), out);
        }
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

    fn write_object(
        &mut self,
        object: &ObjectKeywords,
        depth: u32,
        around: &Around<'a>,
        out: &mut Map<String, Value>,
    ) {
        let properties = object.properties.iter().map(|it| (&*it.name, it.schema));
        self.write_named("properties", properties, depth, out);
        // A pattern that is none checks nothing.
        let patterns = object.pattern_properties.iter();
        let patterns = patterns.filter(|(name, _)| is_regular_expression(name));
        let patterns = patterns.map(|(name, id)| (&**name, *id));
        self.write_named("patternProperties", patterns, depth, out);
        let dependent = object
            .dependent_schemas
            .iter()
            .map(|(name, id)| (&**name, *id));
        self.write_named("dependentSchemas", dependent, depth, out);
        if !object.required.is_empty() {
            out.insert("required".to_owned(), distinct(&object.required));
        }
        if object.closes() {
            write_admitted(around.admitted(), out);
        }
        if let Some(additional) = object.additional_properties
            && !(object.closes() && around.is_open)
        {
            self.write_additional(additional, depth, out);
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

    pub(super) fn write_additional(
        &mut self,
        additional: AdditionalProperties,
        depth: u32,
        out: &mut Map<String, Value>,
    ) {
        let additional = match additional {
            AdditionalProperties::Any => Value::Bool(true),
            AdditionalProperties::Forbidden => Value::Bool(false),
            AdditionalProperties::Schema(id) => self.place(id, depth),
        };
        out.insert("additionalProperties".to_owned(), additional);
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

/// Says of properties that they may be there, where nothing else is said of them.
pub(super) fn write_admitted<'n>(
    names: impl Iterator<Item = &'n str>,
    out: &mut Map<String, Value>,
) {
    let mut names = names.peekable();
    if names.peek().is_none() {
        return;
    }
    if let Value::Object(properties) = out.entry("properties").or_insert_with(|| json!({})) {
        for name in names {
            properties.entry(name).or_insert(Value::Bool(true));
        }
    }
}

/// A format that asserts. One that bounds integers is written as bounds where a schema is of those,
/// any other as it is.
fn write_format(types: JsonTypes, format: &str, out: &mut Map<String, Value>) {
    // The validator knows URLs by the name that JSON Schema has for them.
    let name = if format == "url" { "uri" } else { format };
    out.insert("format".to_owned(), json!(name));
    let integers = types.contains(JsonType::Integer);
    if let Some(bounds) = format::number_schema(format).filter(|_| integers) {
        write_member(bounds, out);
    }
}

/// A schema that holds as well.
pub(super) fn write_member(schema: Value, out: &mut Map<String, Value>) {
    match out.entry("allOf").or_insert_with(|| json!([])) {
        Value::Array(members) => members.push(schema),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Object(_) => {}
    }
}
