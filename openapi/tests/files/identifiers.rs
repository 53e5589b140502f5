//! Schemas of several files that are named by what they say they are called.

use serde_json::{Value, json};

use crate::{document, files, findings, folder, named, property, read};

/// A description of 3.1 with these schemas.
fn root(schemas: &Value) -> Value {
    json!({
        "openapi": "3.1.0",
        "info": { "title": "Trees", "version": "1" },
        "components": { "schemas": schemas }
    })
}

#[test]
fn a_schema_may_be_named_before_the_file_it_is_in() {
    let folder = folder(&[
        (
            "root.json",
            root(&json!({ "A": { "properties": {
                "early": { "$ref": "https://example.com/leaf" },
                "anchor": { "$ref": "parts/trees.json#tree" }
            } } })),
        ),
        (
            "parts/trees.json",
            json!({
                "Tree": { "$anchor": "tree", "title": "Tree" },
                "Leaf": { "$id": "https://example.com/leaf", "title": "Leaf" }
            }),
        ),
    ]);
    let document = document(&folder);
    let a = named(&document, "A");
    let early = property(&document, a, "early");
    assert_eq!(early.title.as_deref(), Some("Leaf"));
    let anchor = property(&document, a, "anchor");
    assert_eq!(anchor.title.as_deref(), Some("Tree"));
}

#[test]
fn what_no_schema_is_called_is_a_file_as_before() {
    let folder = folder(&[
        (
            "root.json",
            root(&json!({ "A": {
                "$id": "https://example.com/schemas/a",
                "properties": { "b": { "$ref": "b.json" }, "c": { "$ref": "c.json" } }
            } })),
        ),
        ("b.json", json!({ "title": "B" })),
    ]);
    let reading = read(&folder);
    assert_eq!(files(&reading), ["root.json", "b.json"]);
    let found = findings(&reading, &folder);
    let expected = "error[unresolved-reference]: `c.json` names a file that does not exist";
    assert_eq!(found.first().map(String::as_str), Some(expected));
}

#[test]
fn a_relative_reference_below_a_remote_id_leads_to_its_local_copy() {
    let folder = folder(&[
        (
            "root.json",
            root(&json!({ "A": {
                "$id": "https://example.com/schemas/a",
                "properties": { "b": { "$ref": "b.json" } }
            } })),
        ),
        ("b.json", json!({ "title": "near" })),
        ("copies/b.json", json!({ "title": "mapped" })),
    ]);
    let reading = bindery_openapi::Reader::new()
        .map("https://example.com/schemas", folder.path().join("copies"))
        .read_file(&folder.path().join("root.json"));
    let document = reading.document.expect("there is no error");
    let b = property(&document, named(&document, "A"), "b");
    assert_eq!(b.title.as_deref(), Some("mapped"));
}
