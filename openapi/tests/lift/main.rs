//! What a description means in the terms of the model.

mod identifiers;
mod newer_objects;
mod newer_schemas;
mod operations;
mod parameters;
mod references;
mod schemas;

use bindery_openapi::document::{JsonType, Operation, Parameter, Schema, SchemaId};
use bindery_openapi::{Document, RenderStyle, read_text, render};
use serde_json::{Value, json};

/// Reads a description that has the given members beside the required ones.
fn read(members: &Value) -> Document {
    read_version("3.0.3", members)
}

/// The same for another version of OpenAPI.
fn read_version(version: &str, members: &Value) -> Document {
    let mut root = json!({
        "openapi": version,
        "info": { "title": "Events", "version": "1" },
        "paths": {}
    });
    if let (Value::Object(root), Value::Object(members)) = (&mut root, members) {
        root.extend(members.clone());
    }
    let reading = read_text("test.json", &root.to_string());
    let text = render(&reading.report, &reading.sources, RenderStyle::Plain);
    reading
        .document
        .unwrap_or_else(|| panic!("refused:\n{text}"))
}

/// Reads a description whose only component is the schema, and gives that.
fn schema(schema: &Value) -> Schema {
    let document = read(&json!({ "components": { "schemas": { "A": schema } } }));
    named(&document, "A").clone()
}

fn named<'a>(document: &'a Document, name: &str) -> &'a Schema {
    document.schema(id_of(document, name))
}

fn id_of(document: &Document, name: &str) -> SchemaId {
    let mut schemas = document.components.schemas.iter();
    let named = schemas.find(|named| named.name == name);
    named.expect("the schema is there").schema
}

/// Reads a description with the operation `GET /events/{id}`, and gives that.
fn operation(operation: &Value) -> Operation {
    let mut item = json!({ "responses": { "200": { "description": "" } } });
    if let (Value::Object(item), Value::Object(operation)) = (&mut item, operation) {
        item.extend(operation.clone());
    }
    let document = read(&json!({ "paths": { "/events/{id}": { "get": item } } }));
    let (_, operation) = document
        .operations()
        .next()
        .expect("the operation is there");
    operation.clone()
}

fn types(schema: &Schema) -> Vec<JsonType> {
    schema.types.iter().collect()
}

fn names(parameters: &[Parameter]) -> Vec<&str> {
    parameters
        .iter()
        .map(|parameter| parameter.name.as_str())
        .collect()
}
