//! `bindery verify`: types that are what their schemas say, and one that is not.

mod support;

use serde_json::{Value, json};
use support::{CACHE, Folder, ZOO};

#[test]
fn types_that_do_not_lie_are_told_so() {
    let folder = Folder::with("zoo.json", ZOO);
    let ended = folder.run(["verify", "zoo.json", "--instances", "12", "--cache", CACHE]);
    assert_eq!(ended.code, 0, "{}{}", ended.stdout, ended.stderr);
    assert!(ended.stdout.contains("no lie"), "{}", ended.stdout);
    assert!(ended.stdout.contains("zoo.json:11:"), "{}", ended.stdout);
}

#[test]
fn tuples_do_not_lie_in_either_reading() {
    let description = include_str!("../../generator/tests/accept/tuples/spec.json");
    let folder = Folder::with("tuples.json", description);
    let arguments = [
        "verify",
        "tuples.json",
        "--instances",
        "40",
        "--cache",
        CACHE,
    ];
    for reading in [None, Some("--strict")] {
        let ended = folder.run(arguments.into_iter().chain(reading));
        assert_eq!(ended.code, 0, "{}{}", ended.stdout, ended.stderr);
        assert!(ended.stdout.contains("no lie"), "{}", ended.stdout);
    }
}

const UNIONS: &str = r##"{
  "openapi": "3.1.0",
  "info": { "title": "Unions", "version": "1" },
  "paths": {},
  "components": { "schemas": {
    "Pet": {
      "oneOf": [{ "$ref": "#/components/schemas/Cat" }, { "$ref": "#/components/schemas/Dog" }],
      "discriminator": { "propertyName": "kind" }
    },
    "AnyPet": {
      "anyOf": [{ "$ref": "#/components/schemas/Cat" }, { "$ref": "#/components/schemas/Dog" }],
      "discriminator": { "propertyName": "kind" }
    },
    "Cat": {
      "type": "object",
      "required": ["kind"],
      "properties": { "kind": { "type": "string" }, "lives": { "type": "integer" } }
    },
    "Dog": {
      "type": "object",
      "required": ["kind"],
      "properties": { "kind": { "type": "string" }, "bark": { "type": "boolean" } }
    },
    "Owner": {
      "anyOf": [{ "$ref": "#/components/schemas/Customer" }, { "$ref": "#/components/schemas/Deleted" }],
      "maxProperties": 3
    },
    "Customer": {
      "type": "object",
      "required": ["id"],
      "properties": { "id": { "type": "string" }, "name": { "type": "string" }, "age": { "type": "integer" } }
    },
    "Deleted": {
      "type": "object",
      "required": ["id", "deleted"],
      "properties": { "id": { "type": "string" }, "deleted": { "const": true } }
    },
    "Nullable": {
      "type": "object",
      "required": ["value"],
      "properties": { "value": { "oneOf": [{ "type": ["string", "null"] }, { "type": ["integer", "null"] }] } }
    },
    "Words": { "type": "string", "pattern": "^(\\w+ ?)+$" }
  } }
}
"##;

#[test]
fn unions_do_not_lie_in_either_reading() {
    let folder = Folder::with("unions.json", UNIONS);
    let arguments = ["verify", "unions.json", "--instances", "40"];
    for reading in [None, Some("--strict")] {
        let arguments = arguments.into_iter().chain(["--cache", CACHE]);
        let ended = folder.run(arguments.chain(reading));
        assert_eq!(ended.code, 0, "{}{}", ended.stdout, ended.stderr);
        assert!(ended.stdout.contains("no lie"), "{}", ended.stdout);
    }
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
fn a_schema_without_instances_is_named_and_not_counted_as_fine() {
    let folder = Folder::with("liars.json", LIARS);
    let ended = folder.run([
        "verify",
        "liars.json",
        "--schema",
        "Impossible",
        "--cache",
        CACHE,
    ]);
    let named = "1 schema had no valid instance: `Impossible`";
    assert!(ended.stdout.contains(named), "{}", ended.stdout);
    assert!(
        ended
            .stdout
            .contains("1 type tried: 1 of component schemas"),
        "{}",
        ended.stdout
    );
}

/// Types of bodies, parameters and headers, none of a component.
const INLINE: &str = r##"{
  "openapi": "3.0.3",
  "info": { "title": "Inline", "version": "1" },
  "paths": { "/animals": {
    "get": {
      "parameters": [
        { "name": "kind", "in": "query", "schema": { "type": "string", "enum": ["bear", "bat"] } },
        { "name": "most", "in": "query", "schema": { "type": "integer", "maximum": 5 }, "example": 99 }
      ],
      "responses": {
        "200": {
          "description": "Some",
          "headers": { "X-Order": { "schema": { "type": "string", "enum": ["up", "down"] } } },
          "content": { "application/json": { "schema": { "type": "array", "maxItems": 3, "items": {
            "type": "object", "required": ["name", "legs"], "properties": {
              "name": { "type": "string", "minLength": 1, "example": "" },
              "legs": { "type": "integer", "default": "four" }
            }
          } } } }
        },
        "404": { "$ref": "#/components/responses/Missing" }
      }
    },
    "post": {
      "requestBody": { "content": { "application/json": { "schema": {
        "type": "object", "properties": { "b": { "type": "string" } }
      } } } },
      "responses": { "204": { "description": "Done" } }
    }
  } },
  "components": { "responses": { "Missing": { "description": "None", "content": { "application/json": {
    "schema": { "type": "object", "properties": { "why": { "type": "string" } } },
    "example": { "why": 7 }
  } } } } }
}
"##;

fn verify_inline(folder: &Folder, options: &[&str]) -> (i32, Value) {
    let verify = [
        "verify",
        "inline.json",
        "--instances",
        "30",
        "--cache",
        CACHE,
    ];
    let json = ["--format", "json"];
    let ended = folder.run(
        verify
            .into_iter()
            .chain(json)
            .chain(options.iter().copied()),
    );
    let said = serde_json::from_str(&ended.stdout);
    (
        ended.code,
        said.unwrap_or_else(|error| panic!("{error}: {}", ended.stderr)),
    )
}

#[test]
fn the_types_of_bodies_parameters_and_headers_are_tried() {
    let folder = Folder::with("inline.json", INLINE);
    let (code, said) = verify_inline(&folder, &[]);
    assert_eq!(code, 0, "{said:#}");
    let schemas = said["descriptions"][0]["schemas"]
        .as_array()
        .expect("a list");
    let text = |schema: &Value, key: &str| schema[key].as_str().expect("a text").to_owned();
    let tried = schemas
        .iter()
        .map(|schema| (text(schema, "name"), text(schema, "of")));
    let tried: Vec<(String, String)> = tried.collect();
    let expected = [
        ("GET /animals: parameter kind", "parameter"),
        ("GET /animals: parameter most", "parameter"),
        ("GET /animals: response 200", "body"),
        ("response Missing", "body"),
        ("GET /animals: header X-Order", "header"),
        ("POST /animals: body", "body"),
    ];
    assert_eq!(
        tried,
        expected.map(|(name, of)| (name.to_owned(), of.to_owned()))
    );
    // A list has no checks of its own, and its items have.
    assert_eq!(schemas[2]["hasChecks"], false);
    assert!(schemas[2]["invalid"].as_u64() > Some(5), "{schemas:#?}");
    assert_eq!(schemas[2]["invalid"], schemas[2]["refused"]);
    assert_eq!(schemas[3]["hasChecks"], true);
}

#[test]
fn a_lie_in_a_body_is_found() {
    let folder = Folder::with("inline.json", INLINE);
    let path = "#/paths/~1animals/post/requestBody/content/application~1json/schema/properties/b";
    let planted = format!("[replace]\n\"{path}\" = \"bindery::Json\"\n");
    folder.write("bindery.toml", &planted);
    let (code, said) = verify_inline(&folder, &["--schema", "POST /animals: body"]);
    assert_eq!(code, 1, "{said:#}");
    let schemas = &said["descriptions"][0]["schemas"];
    assert_eq!(schemas.as_array().map(Vec::len), Some(1), "{said:#}");
    assert_eq!(schemas[0]["lies"][0]["kind"], "accepts", "{said:#}");
}

#[test]
fn mistakes_of_the_description_are_named_whole_and_can_be_denied() {
    let folder = Folder::with("inline.json", INLINE);
    let (code, said) = verify_inline(&folder, &[]);
    assert_eq!(code, 0, "{said:#}");
    let mistakes = said["descriptions"][0]["examples"]["invalid"]
        .as_array()
        .expect("a list");
    let told = mistakes.iter().map(|mistake| {
        let pointer = mistake["place"]["pointer"].as_str().expect("a text");
        let last = pointer.rsplit('/').take(2).collect::<Vec<_>>();
        (mistake["what"].as_str().expect("a text"), last)
    });
    let told: Vec<(&str, Vec<&str>)> = told.collect();
    assert!(
        told.contains(&("default", vec!["default", "legs"])),
        "{told:?}"
    );
    assert!(
        told.contains(&("example", vec!["example", "name"])),
        "{told:?}"
    );
    assert!(
        told.contains(&("example", vec!["example", "1"])),
        "{told:?}"
    );
    assert_eq!(told.len(), 4, "{told:?}");
    let (code, _) = verify_inline(&folder, &["--deny-examples"]);
    assert_eq!(code, 1);
    let (code, _) = verify_inline(&folder, &["--deny-warnings"]);
    assert_eq!(code, 1);
}

#[test]
fn a_long_line_of_types_is_compiled() {
    let schema = |index: usize| {
        let next = (index < 150)
            .then(|| json!({ "$ref": format!("#/components/schemas/S{}", index + 1) }));
        let properties = json!({ "a": { "minimum": index }, "next": next.unwrap_or(json!({})) });
        json!({ "type": "object", "properties": properties })
    };
    let schemas = (0..=150).map(|index| (format!("S{index}"), schema(index)));
    let schemas: serde_json::Map<String, Value> = schemas.collect();
    let description = json!({
        "openapi": "3.1.1",
        "info": { "title": "A line of types", "version": "1" },
        "paths": {},
        "components": { "schemas": schemas }
    });
    let folder = Folder::with("line.json", &description.to_string());
    let verify = ["verify", "line.json", "--instances", "1", "--cache", CACHE];
    let ended = folder.run(verify.into_iter().chain(["--schema", "S149"]));
    assert_eq!(ended.code, 0, "{}{}", ended.stdout, ended.stderr);
}
