//! Where references lead.

use bindery_openapi::document::JsonType;
use serde_json::json;

use crate::{
    document, files, findings, folder, id_of, named, property, property_id, read, root, write,
};

#[test]
fn each_file_is_read_once_however_often_and_in_whatever_circle_it_is_named() {
    let folder = folder(&[
        (
            "root.json",
            root(&json!({ "Both": { "properties": {
                "a": { "$ref": "parts/a.json" },
                "b": { "$ref": "./parts/../parts/%62.json" },
                "me": { "$ref": "root.json#/components/schemas/Both" }
            } } })),
        ),
        (
            "parts/a.json",
            json!({ "title": "A", "properties": { "b": { "$ref": "b.json#" } } }),
        ),
        (
            "parts/b.json",
            json!({ "title": "B", "properties": {
                "a": { "$ref": "a.json" },
                "both": { "$ref": "../root.json#/components/schemas/Both" },
                "me": { "$ref": "#" }
            } }),
        ),
    ]);
    let reading = read(&folder);
    assert_eq!(files(&reading), ["root.json", "a.json", "b.json"]);
    let document = document(&folder);
    let both = named(&document, "Both");
    let a = property(&document, both, "a");
    let b = property(&document, a, "b");
    assert_eq!(a.title.as_deref(), Some("A"));
    assert_eq!(b, property(&document, both, "b"));
    assert_eq!(a, property(&document, b, "a"));
    assert_eq!(b, property(&document, b, "me"));
    let id = id_of(&document, "Both");
    assert_eq!(property_id(&document, both, "me"), id);
    assert_eq!(property_id(&document, b, "both"), id);
}

#[test]
fn pointers_lead_through_references_into_other_files() {
    let folder = folder(&[
        (
            "root.json",
            root(&json!({
                "A": { "$ref": "a.json" },
                "Deep": { "$ref": "#/components/schemas/A/properties/b~1c/items" },
                "Encoded": { "$ref": "a.json#/properties/b%7E1c/items" }
            })),
        ),
        (
            "a.json",
            json!({ "type": "object", "properties": { "b/c": { "$ref": "list.json#/List" } } }),
        ),
        (
            "list.json",
            json!({ "List": { "type": "array", "items": { "type": "integer" } } }),
        ),
    ]);
    let document = document(&folder);
    for name in ["Deep", "Encoded"] {
        assert!(
            named(&document, name).types.contains(JsonType::Integer),
            "{name}"
        );
    }
}

#[test]
fn parts_of_every_kind_stand_in_other_files() {
    let mut description = root(&json!({}));
    description["paths"] = json!({ "/a/{id}": { "$ref": "api.json#/paths/~1b" } });
    description["components"]["securitySchemes"] =
        json!({ "key": { "$ref": "parts.json#/scheme" } });
    description["security"] = json!([{ "key": [] }]);
    let folder = folder(&[
        ("root.json", description),
        (
            "api.json",
            json!({ "openapi": "3.0.0", "paths": { "/b": {
                "parameters": [{ "$ref": "parts.json#/id" }],
                "post": {
                    "requestBody": { "$ref": "parts.json#/body" },
                    "responses": { "200": { "$ref": "parts.json#/response" } },
                    "callbacks": { "done": { "$ref": "parts.json#/callback" } }
                }
            } } }),
        ),
        (
            "parts.json",
            json!({
                "id": { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } },
                "body": { "content": { "application/json": {
                    "schema": { "type": "string" },
                    "examples": { "one": { "$ref": "#/example" } }
                } } },
                "response": {
                    "description": "Fine",
                    "headers": { "X-Count": { "$ref": "#/header" } },
                    "links": { "next": { "$ref": "#/link" } }
                },
                "header": { "schema": { "type": "integer" } },
                "link": { "operationId": "none" },
                "example": { "value": "x" },
                "callback": { "{$url}": { "post": { "responses": { "200": { "description": "" } } } } },
                "scheme": { "type": "http", "scheme": "bearer" }
            }),
        ),
    ]);
    let document = document(&folder);
    let (path, operation) = document.operations().next().expect("there is one");
    assert_eq!(path.template, "/a/{id}");
    assert_eq!(operation.parameters[0].name, "id");
    let body = operation.request_body.as_ref().expect("it has a body");
    assert_eq!(body.content[0].examples, [json!("x")]);
    assert_eq!(operation.responses[0].headers[0].name, "X-Count");
    assert!(document.components.security_scheme("key").is_some());
}

#[test]
fn faults_are_told_in_the_file_where_they_are_and_once() {
    let mut description = root(&json!({
        "A": { "$ref": "parts.json#/A" },
        "B": { "$ref": "parts.json#/A" },
        "Part": { "$ref": "parts.json#/A/properties/b" }
    }));
    description["paths"] = json!({
        "/a": { "get": { "operationId": "x", "responses": { "200": { "description": "" } } } },
        "/b": { "$ref": "parts.json#/path" }
    });
    let folder = folder(&[("root.json", description)]);
    let parts = concat!(
        "{\n  \"A\": { \"properties\": {\n",
        "    \"b\": { \"minLength\": \"few\" },\n",
        "    \"c\": { \"$ref\": \"#/D\" }\n  } },\n",
        "  \"path\": { \"get\": { \"operationId\": \"x\", \"security\": [{ \"key\": [] }],\n",
        "    \"responses\": { \"200\": { \"description\": \"\" } } } }\n}"
    );
    write(&folder, "parts.json", parts);
    let found = findings(&read(&folder), &folder);
    let expected = [
        "error[wrong-type]: expected a whole number that is not negative, found a string",
        "parts.json:3:25",
        "error[unresolved-reference]: `#/D` names nothing",
        "parts.json:4:20",
        "warning[duplicate-operation-id]: the `operationId` `x` is taken",
        "parts.json:6:37",
        "error[unknown-security-scheme]: there is no security scheme `key`",
        "parts.json:6:57",
    ];
    assert_eq!(found, expected);
}

#[test]
fn what_is_bent_in_another_file_is_mended_there() {
    let folder = folder(&[
        ("root.json", root(&json!({ "A": { "$ref": "a.json" } }))),
        ("a.json", json!({ "type": "string", "maxLength": "5" })),
    ]);
    let reading = read(&folder);
    assert_eq!(reading.report.summary(), "1 warning");
    let document = reading.document.expect("it is mended");
    let string = named(&document, "A").string.as_ref();
    assert_eq!(string.and_then(|string| string.max_length), Some(5));
}

#[test]
fn a_discriminator_maps_to_files_and_to_components_of_its_own_file() {
    let folder = folder(&[
        (
            "root.json",
            root(
                &json!({ "Pet": { "$ref": "pets.json#/components/schemas/Pet" }, "Cat": { "title": "Not this" } }),
            ),
        ),
        (
            "pets.json",
            json!({ "components": { "schemas": {
                "Pet": {
                    "oneOf": [{ "$ref": "#/components/schemas/Cat" }, { "$ref": "dog.json" }],
                    "discriminator": { "propertyName": "kind", "mapping": { "c": "Cat", "d": "dog.json" } }
                },
                "Cat": { "title": "This", "properties": { "kind": { "type": "string" } } }
            } } }),
        ),
        (
            "dog.json",
            json!({ "title": "Dog", "properties": { "kind": { "type": "string" } } }),
        ),
    ]);
    let reading = read(&folder);
    let document = reading.document.expect("there is no error");
    let pet = named(&document, "Pet");
    let mapping = &pet.discriminator.as_ref().expect("it has one").mapping;
    let titles: Vec<_> = mapping
        .iter()
        .map(|(_, id)| document.schema(*id).title.as_deref())
        .collect();
    assert_eq!(titles, [Some("This"), Some("Dog")]);
}

#[test]
fn a_circle_of_nothing_but_references_across_files_is_an_error() {
    let folder = folder(&[
        ("root.json", root(&json!({ "A": { "$ref": "a.json" } }))),
        ("a.json", json!({ "$ref": "b.json" })),
        ("b.json", json!({ "$ref": "a.json" })),
    ]);
    let found = findings(&read(&folder), &folder);
    let message = "the reference leads back to itself and never to anything else";
    assert_eq!(found.len(), 2, "{found:?}");
    assert_eq!(found[0], format!("error[circular-reference]: {message}"));
}

#[test]
fn a_file_that_is_no_part_of_a_description_is_an_error_where_it_is_named() {
    let folder = folder(&[
        (
            "root.json",
            root(&json!({ "A": { "$ref": "text.json" }, "B": { "$ref": "broken.json" } })),
        ),
        ("text.json", json!("just a text")),
    ]);
    write(&folder, "broken.json", "{ \"type\": }");
    let found = findings(&read(&folder), &folder);
    assert_eq!(
        found[0],
        "error[mismatched-reference]: `text.json` names a string, where a schema is needed"
    );
    assert!(found[1].starts_with("root.json:1:"), "{found:?}");
    assert!(
        found.iter().any(|line| line.starts_with("broken.json:1:1")),
        "{found:?}"
    );
}

#[test]
fn what_is_for_people_may_be_missing() {
    let mut description = root(&json!({}));
    description["paths"] = json!({ "/a": { "get": { "responses": { "200": {
        "description": "",
        "content": { "text/plain": { "examples": { "one": { "$ref": "none.json" } } } }
    } } } } });
    let folder = folder(&[("root.json", description)]);
    let reading = read(&folder);
    assert_eq!(reading.report.summary(), "1 warning");
    assert!(reading.document.is_some());
}
