//! `bindery verify`: types that are what their schemas say, and one that is not.

mod support;

use serde_json::Value;
use support::{BROKEN, Folder};

/// A folder that all tests compile in.
const CACHE: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/verify");

const ZOO: &str = r##"{
  "openapi": "3.0.3",
  "info": { "title": "Zoo", "version": "1" },
  "paths": {},
  "components": { "schemas": {
    "Animal": {
      "type": "object",
      "required": ["name"],
      "properties": {
        "name": { "type": "string", "minLength": 1, "example": "Bruno" },
        "kind": { "type": "string", "enum": ["bear", "bat"], "default": "cow" },
        "legs": { "type": "integer", "minimum": 0 },
        "born": { "type": "string", "format": "date-time" }
      }
    },
    "Herd": { "type": "array", "items": { "$ref": "#/components/schemas/Animal" }, "maxItems": 3 }
  } }
}
"##;

#[test]
fn types_that_do_not_lie_are_told_so() {
    let folder = Folder::with("zoo.json", ZOO);
    let ended = folder.run(["verify", "zoo.json", "--instances", "12", "--cache", CACHE]);
    assert_eq!(ended.code, 0, "{}{}", ended.stdout, ended.stderr);
    assert!(ended.stdout.contains("no lie"), "{}", ended.stdout);
    assert!(ended.stdout.contains("zoo.json:11:"), "{}", ended.stdout);
}

#[test]
fn a_type_that_lies_is_named_with_its_instance_and_place() {
    let folder = Folder::with("zoo.json", ZOO);
    // The schema has no greatest number.
    folder.write("bindery.toml", "[formats]\ninteger = \"i32\"\n");
    let ended = folder.run([
        "verify",
        "zoo.json",
        "--instances",
        "60",
        "--format",
        "json",
        "--cache",
        CACHE,
    ]);
    assert_eq!(ended.code, 1, "{}{}", ended.stdout, ended.stderr);
    let said: Value = serde_json::from_str(&ended.stdout).expect("it is JSON");
    let lie = &said["descriptions"][0]["schemas"][0]["lies"][0];
    assert_eq!(lie["kind"], "refuses", "{}", ended.stdout);
    assert_eq!(lie["place"]["pointer"], "/components/schemas/Animal");
    assert_eq!(lie["place"]["line"], 6);
    let instance = lie["instance"].as_object().expect("it is an animal");
    assert!(instance.contains_key("legs"), "{instance:?}");
}

#[test]
fn a_description_that_cannot_be_read_ends_with_3() {
    let folder = Folder::with("zoo.json", BROKEN);
    assert_eq!(folder.run(["verify", "zoo.json", "--cache", CACHE]).code, 3);
}

#[test]
fn a_schema_that_is_not_there_is_wrong_usage() {
    let folder = Folder::with("zoo.json", ZOO);
    let ended = folder.run(["verify", "zoo.json", "--schema", "Bird", "--cache", CACHE]);
    assert_eq!(ended.code, 2);
    assert!(ended.stderr.contains("`Bird`"), "{}", ended.stderr);
}
