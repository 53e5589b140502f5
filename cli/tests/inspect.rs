//! `bindery inspect`: what a description holds, for people and for machines.

mod support;

use support::{BROKEN, Folder};

const SHOP: &str = r#"{
  "openapi": "3.0.3",
  "info": { "title": "Shop", "version": "1" },
  "servers": [{ "url": "https://shop.example.com" }],
  "paths": { "/orders": {
    "get": { "tags": ["Orders"], "operationId": "listOrders",
      "parameters": [{ "name": "ids", "in": "query", "explode": false,
        "schema": { "type": "array", "items": { "type": "string" } } }],
      "responses": { "200": { "description": "All.", "content": { "text/csv": {} } } } }
  } },
  "components": {
    "securitySchemes": { "key": { "type": "apiKey", "in": "header", "name": "X-Key" } },
    "schemas": { "Kind": { "type": "string", "enum": ["a"] }, "Order": { "type": "object",
      "properties": { "id": { "type": "string" } } } } }
}
"#;

#[test]
fn what_is_in_a_description_is_shown_to_people() {
    let folder = Folder::with("shop.json", SHOP);
    let ended = folder.run(["inspect", "shop.json"]);
    assert_eq!(ended.code, 0, "{ended:?}");
    for said in [
        "Shop, version 1",
        "openapi   3.0.3",
        "https://shop.example.com",
        "2: enum 1, struct 1",
        "key (key in header)",
        "form in query",
        "takes     text/csv",
        "Orders (1)",
        "GET     /orders  client.orders().list()",
        "warnings  0",
    ] {
        assert!(ended.stdout.contains(said), "{said}: {ended:?}");
    }
    assert_eq!(ended.stderr, "");
}

#[test]
fn what_is_in_a_description_is_shown_to_machines() {
    let folder = Folder::with("shop.json", SHOP);
    let ended = folder.run(["inspect", "shop.json", "--format", "json"]);
    let shown: serde_json::Value = serde_json::from_str(&ended.stdout).expect("it is JSON");
    let operation = &shown["descriptions"][0]["operations"][0];
    assert_eq!(operation["id"], "listOrders");
    assert_eq!(operation["rust"], "client.orders().list()");
    let order = &shown["descriptions"][0]["types"][1];
    assert_eq!(order["path"], "types::Order");
    assert_eq!(order["pointers"][0], "#/components/schemas/Order");
}

#[test]
fn types_are_listed_with_all_the_schemas_that_they_come_from() {
    let folder = Folder::with("shop.yaml", SHARED);
    let ended = folder.run(["inspect", "shop.yaml"]);
    let first = "enum    types::NewState  #/definitions/New/properties/state\n";
    let second = format!("{}#/definitions/Old/properties/state\n", " ".repeat(29));
    assert!(
        ended.stdout.contains(&(first.to_owned() + &second)),
        "{}",
        ended.stdout
    );
}

/// Two schemas of one shape, in Swagger 2.0.
const SHARED: &str = "swagger: '2.0'
info: {title: Shop, version: '1'}
paths: {}
definitions:
  New: {type: object, properties: {state: {type: string, enum: [a, b]}}}
  Old: {type: object, required: [state], properties: {state: {type: string, enum: [b, a]}}}
";

#[test]
fn a_broken_description_ends_with_3_and_the_others_are_shown() {
    let folder = Folder::with("shop.json", SHOP);
    folder.write("zoo.json", BROKEN);
    let ended = folder.run(["inspect", "zoo.json", "shop.json"]);
    assert_eq!(ended.code, 3, "{ended:?}");
    assert!(ended.stderr.contains("unresolved-reference"), "{ended:?}");
    assert!(ended.stdout.contains("Shop, version 1"), "{ended:?}");
}

#[test]
fn text_of_a_description_does_not_move_the_cursor() {
    let folder = Folder::with("shop.json", &SHOP.replace("\"Shop\"", "\"S\\u001b[2Jhop\""));
    let ended = folder.run(["inspect", "shop.json"]);
    assert!(!ended.stdout.contains('\u{1b}'), "{ended:?}");
}

#[test]
fn a_broken_configuration_ends_with_3_as_it_does_in_generate() {
    let folder = Folder::with("shop.json", SHOP);
    folder.write("broken.toml", "groups = 1\n");
    let ended = folder.run(["inspect", "shop.json", "--config", "broken.toml"]);
    assert_eq!(ended.code, 3, "{ended:?}");
    assert!(ended.stderr.contains("invalid-config"), "{ended:?}");
    assert!(ended.stdout.contains("Shop, version 1"), "{ended:?}");
    let machine = ["--config", "broken.toml", "--format", "json"];
    let ended = folder.run(["inspect", "shop.json"].iter().chain(&machine));
    assert_eq!(ended.code, 3, "{ended:?}");
    assert!(ended.stdout.contains("invalid-config"), "{ended:?}");
}

#[test]
fn warnings_are_said_unless_it_is_to_be_quiet() {
    let folder = Folder::with("shop.json", &SHOP.replace("3.0.3", "3.9.0"));
    folder.write("bindery.toml", "[rename.schemas]\nOrdr = \"Purchase\"\n");
    let ended = folder.run(["inspect", "shop.json"]);
    assert_eq!(ended.code, 0, "{ended:?}");
    assert!(ended.stderr.contains("unknown-version"), "{ended:?}");
    assert!(ended.stderr.contains("unused-config"), "{ended:?}");
    let ended = folder.run(["inspect", "shop.json", "--quiet"]);
    assert_eq!(ended.stderr, "");
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_written_is_an_error() {
    let folder = Folder::with("shop.json", SHOP);
    for arguments in [
        &["inspect", "shop.json"][..],
        &["completions", "bash"],
        &["generate", "shop.json", "--out", "src", "--format", "json"],
    ] {
        let full = std::fs::File::create("/dev/full").expect("linux has one");
        let mut command = std::process::Command::new(support::BINARY);
        let command = command.args(arguments).current_dir(folder.path(""));
        let ended = command.stdout(full).output().expect("it is run");
        assert_eq!(ended.status.code(), Some(1), "{ended:?}");
        let said = String::from_utf8_lossy(&ended.stderr);
        assert!(said.contains("cannot write standard output"), "{said}");
    }
}

#[test]
fn what_a_description_does_not_say_is_not_blank() {
    let folder = Folder::with("bare.json", r#"{"openapi":"3.0.0"}"#);
    let ended = folder.run(["inspect", "bare.json"]);
    assert_eq!(ended.code, 0, "{ended:?}");
    assert!(
        ended.stdout.contains("title     none, no version"),
        "{ended:?}"
    );
}

#[test]
fn errors_are_counted_beside_warnings() {
    let twice = r#"{
      "openapi": "3.0.3", "info": { "title": "Shop", "version": "1" }, "a": 1, "b": 1, "c": 1, "d": 1, "e": 1,
      "paths": {
        "/orders/{id}": { "parameters": [{ "name": "id", "in": "path", "required": true, "schema": {} }],
          "get": { "responses": { "204": { "description": "None." } } } },
        "/orders/{number}": { "parameters": [{ "name": "number", "in": "path", "required": true, "schema": {} }],
          "get": { "responses": { "204": { "description": "None." } } } }
      } }"#;
    let folder = Folder::with("shop.json", twice);
    let ended = folder.run(["inspect", "shop.json"]);
    assert_eq!(ended.code, 3, "{ended:?}");
    assert!(ended.stderr.contains("1 error, 5 warnings: "), "{ended:?}");
    folder.write("shop.json", SHOP);
    folder.write("bindery.toml", "[rename.schemas]\nKind = \"Order\"\n");
    let ended = folder.run(["inspect", "shop.json"]);
    assert_eq!(ended.code, 3, "{ended:?}");
    assert!(ended.stdout.contains("errors    1\n"), "{ended:?}");
    let ended = folder.run(["inspect", "shop.json", "--format", "json"]);
    let shown: serde_json::Value = serde_json::from_str(&ended.stdout).expect("it is JSON");
    assert_eq!(shown["descriptions"][0]["errors"], 1, "{ended:?}");
}
