//! Descriptions in several files.

mod identifiers;
mod names;
mod policy;
mod references;

use std::path::Path;

use bindery_openapi::document::{Schema, SchemaId};
use bindery_openapi::{Document, Reader, Reading, RenderStyle, render};
use serde_json::{Value, json};
use tempfile::TempDir;

/// A folder that holds the files.
fn folder(files: &[(&str, Value)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder can be made");
    for (name, value) in files {
        write(&folder, name, &value.to_string());
    }
    folder
}

fn write(folder: &TempDir, name: &str, text: &str) {
    let path = folder.path().join(name);
    let parent = path.parent().expect("it has a folder");
    std::fs::create_dir_all(parent).expect("a folder can be made");
    std::fs::write(path, text).expect("a file can be written");
}

/// A description with these schemas.
fn root(schemas: &Value) -> Value {
    json!({
        "openapi": "3.0.3",
        "info": { "title": "Events", "version": "1" },
        "paths": {},
        "components": { "schemas": schemas }
    })
}

/// Reads `root.json` of the folder.
fn read(folder: &TempDir) -> Reading {
    Reader::new().read_file(&folder.path().join("root.json"))
}

/// The document, of which there is nothing to say.
fn document(folder: &TempDir) -> Document {
    let reading = read(folder);
    let text = said(&reading, folder);
    assert_eq!(text, "");
    reading.document.expect("there is no error")
}

/// What is said, with the folder left out.
fn said(reading: &Reading, folder: &TempDir) -> String {
    let text = render(&reading.report, &reading.sources, RenderStyle::Plain);
    text.replace(&format!("{}/", folder.path().display()), "")
}

/// The first line of each finding, and where it is.
fn findings(reading: &Reading, folder: &TempDir) -> Vec<String> {
    let text = said(reading, folder);
    text.lines()
        .filter_map(|line| {
            let place = line.trim_start().strip_prefix("--> ");
            place.or(Some(line).filter(|line| line.contains("]: ")))
        })
        .map(str::to_owned)
        .collect()
}

/// The names of the files that were read.
fn files(reading: &Reading) -> Vec<String> {
    reading
        .sources
        .paths()
        .filter_map(Path::file_name)
        .map(|name| name.to_string_lossy().into_owned())
        .collect()
}

fn id_of(document: &Document, name: &str) -> SchemaId {
    let mut schemas = document.components.schemas.iter();
    let named = schemas.find(|named| named.name == name);
    named.unwrap_or_else(|| panic!("no {name}")).schema
}

/// The schema of that name, references followed.
fn named<'d>(document: &'d Document, name: &str) -> &'d Schema {
    document.schema(document.resolve(id_of(document, name)))
}

/// The schema of the property, references followed.
fn property<'d>(document: &'d Document, schema: &Schema, name: &str) -> &'d Schema {
    document.schema(property_id(document, schema, name))
}

fn property_id(document: &Document, schema: &Schema, name: &str) -> SchemaId {
    let object = schema.object.as_ref().expect("it has properties");
    let mut properties = object.properties.iter();
    let property = properties.find(|property| &*property.name == name);
    document.resolve(property.expect("it is a property").schema)
}

fn names(document: &Document) -> Vec<&str> {
    let schemas = document.components.schemas.iter();
    schemas.map(|named| named.name.as_str()).collect()
}
