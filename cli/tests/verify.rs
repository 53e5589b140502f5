//! `bindery verify`: types that are what their schemas say, and one that is not.

mod support;

use serde_json::Value;
use support::{BROKEN, Folder};

/// A folder that all tests compile in.
const CACHE: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/verify");

const ZOO: &str = r##"{
  "openapi": "3.0.3",
  "info": { "title": "Zoo", "version": "1" },
  "paths": { "/animal": { "get": { "responses": { "200": { "$ref": "#/components/responses/Animal" } } } } },
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
  }, "responses": { "Animal": { "description": "By number", "content": { "application/json": {
    "schema": { "type": "object", "required": ["number"], "properties": { "number": { "type": "integer" } } }
  } } } } }
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

const LIARS: &str = r#"{
  "openapi": "3.0.3",
  "info": { "title": "Liars", "version": "1" },
  "paths": {},
  "components": { "schemas": {
    "Careless": { "type": "object", "properties": { "a": { "type": "string" } } },
    "Fussy": { "type": "object", "properties": { "a": { "type": "string", "example": "b" } } },
    "Forgetful": { "type": "object", "properties": { "a": { "type": "integer" } } },
    "Honest": { "type": "object", "properties": { "a": { "type": "string", "example": 1 } } },
    "Impossible": { "allOf": [{ "type": "string" }, { "type": "integer" }] }
  } }
}
"#;

/// Types that were put in the place of those that are right.
const PLANTED: &str = r##"[replace]
"#/components/schemas/Careless/properties/a" = "bindery::Json"
"#/components/schemas/Fussy/properties/a" = "bindery::Never"
"#/components/schemas/Forgetful/properties/a" = "std::primitive::f32"
"##;

#[test]
fn each_kind_of_lie_is_found_and_nothing_else() {
    let folder = Folder::with("liars.json", LIARS);
    folder.write("bindery.toml", PLANTED);
    let ended = folder.run([
        "verify",
        "liars.json",
        "--instances",
        "40",
        "--format",
        "json",
        "--cache",
        CACHE,
    ]);
    assert_eq!(ended.code, 1, "{}{}", ended.stdout, ended.stderr);
    let said: Value = serde_json::from_str(&ended.stdout).expect("it is JSON");
    let schemas = &said["descriptions"][0]["schemas"];
    let kinds = |at: usize| {
        let lies = schemas[at]["lies"].as_array().expect("a list");
        let kinds = lies.iter().map(|lie| lie["kind"].as_str().expect("a text"));
        kinds.collect::<Vec<_>>()
    };
    assert_eq!(kinds(0), ["accepts"], "{schemas:#}");
    assert_eq!(kinds(1), ["refuses"], "{schemas:#}");
    assert_eq!(kinds(2), ["changes", "accepts"], "{schemas:#}");
    assert_eq!(kinds(3), [""; 0], "{schemas:#}");
    assert_eq!(kinds(4), [""; 0], "{schemas:#}");
    // No value is valid; invalid ones are tried all the same.
    assert!(schemas[4]["noValid"].is_string(), "{schemas:#}");
    assert!(schemas[4]["invalid"].as_u64() > Some(5), "{schemas:#}");
    assert_eq!(schemas[4]["invalid"], schemas[4]["refused"], "{schemas:#}");
    // An example that a type refuses though it is valid is a lie of the type's; one that is not
    // what its schema says is a mistake of the description's.
    let examples = &said["descriptions"][0]["examples"];
    assert_eq!(examples["lies"][0]["schema"], "Fussy", "{examples:#}");
    let place = "/components/schemas/Honest/properties/a/example";
    assert_eq!(examples["invalid"][0]["place"]["pointer"], place);
}

#[test]
fn what_goes_on_is_said_in_lines_where_there_is_no_terminal() {
    let folder = Folder::with("zoo.json", ZOO);
    let verify = ["verify", "zoo.json", "--instances", "2", "--cache", CACHE];
    let ended = folder.run(verify);
    assert_eq!(
        ended.stderr.lines().collect::<Vec<_>>(),
        ["reading", "compiling 2 types with cargo", "trying them"]
    );
    let quiet = folder.run(verify.into_iter().chain(["--quiet"]));
    assert_eq!(
        (quiet.code, quiet.stdout, quiet.stderr),
        (0, String::new(), String::new())
    );
}

#[test]
fn a_runtime_that_is_not_there_is_wrong_usage() {
    let folder = Folder::with("zoo.json", ZOO);
    let ended = folder.run([
        "verify",
        "zoo.json",
        "--runtime",
        "nowhere",
        "--cache",
        CACHE,
    ]);
    assert_eq!(ended.code, 2, "{}", ended.stderr);
    assert!(ended.stderr.contains("Cargo.toml"), "{}", ended.stderr);
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
