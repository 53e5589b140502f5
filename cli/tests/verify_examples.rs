//! What `bindery verify` says of examples and defaults that are not what their schemas say.

mod support;

use support::{CACHE, Folder, ZOO};

#[test]
fn everything_that_is_wrong_with_an_example_is_said() {
    let wrong = ZOO.replace(
        r#""maxItems": 3 }"#,
        r#""maxItems": 3, "example": [{ "name": "", "legs": -1 }, { "legs": "two" }] }"#,
    );
    let folder = Folder::with("zoo.json", &wrong);
    let ended = folder.run(["verify", "zoo.json", "--instances", "2", "--cache", CACHE]);
    let note = ended
        .stdout
        .split("note: the example")
        .nth(1)
        .unwrap_or_default();
    for pointer in ["/0/name", "/0/legs", "/1/legs", "/1: "] {
        assert!(note.contains(pointer), "{pointer}: {}", ended.stdout);
    }
    assert!(
        ended.stdout.contains("note: the default"),
        "{}",
        ended.stdout
    );
}

/// Examples of bodies of every media type, of parameters and of headers, none of which is right but those that say so.
const EVERYWHERE: &str = r##"{
  "openapi": "3.0.3",
  "info": { "title": "Everywhere", "version": "1" },
  "paths": { "/a/{id}": { "post": {
    "operationId": "a",
    "parameters": [
      { "name": "id", "in": "path", "required": true, "schema": { "type": "integer" }, "example": "wrong" },
      { "name": "by", "in": "query", "content": { "application/json": {
        "schema": { "type": "integer" }, "examples": { "one": { "value": "wrong" } } } } }
    ],
    "requestBody": { "content": {
      "application/json": { "schema": { "$ref": "#/components/schemas/A" }, "example": { "n": "wrong" } },
      "application/x-www-form-urlencoded": { "schema": { "$ref": "#/components/schemas/A" }, "examples": {
        "one": { "value": { "n": "wrong" } }, "text": { "value": "n=1" } } }
    } },
    "responses": { "200": {
      "description": "Done.",
      "headers": {
        "X-Left": { "schema": { "type": "integer" }, "example": "wrong" },
        "X-Page": { "content": { "application/json": { "schema": { "type": "integer" }, "example": "wrong" } } }
      },
      "content": {
        "application/json": { "schema": { "$ref": "#/components/schemas/A" }, "example": { "n": 1 } },
        "application/xml": { "schema": { "$ref": "#/components/schemas/A" }, "example": "<n>1</n>" },
        "text/plain": { "schema": { "type": "string", "maxLength": 2 }, "example": "wrong" }
      }
    } }
  } } },
  "components": { "schemas": { "A": { "type": "object", "properties": { "n": { "type": "integer" } } } } }
}
"##;

#[test]
fn examples_are_found_wherever_a_description_has_them() {
    let folder = Folder::with("everywhere.json", EVERYWHERE);
    let verify = [
        "verify",
        "everywhere.json",
        "--instances",
        "2",
        "--cache",
        CACHE,
    ];
    let ended = folder.run(verify.into_iter().chain(["--format", "json"]));
    assert_eq!(ended.code, 0, "{}{}", ended.stdout, ended.stderr);
    let said: serde_json::Value = serde_json::from_str(&ended.stdout).expect("it is JSON");
    let wrong = said["descriptions"][0]["examples"]["invalid"].as_array();
    let wrong = wrong.expect("a list").iter();
    let mut places: Vec<&str> = wrong
        .filter_map(|one| {
            one["place"]["pointer"]
                .as_str()?
                .strip_prefix("/paths/~1a~1{id}/post/")
        })
        .collect();
    places.sort_unstable();
    assert_eq!(
        places,
        [
            "parameters/0/example",
            "parameters/1/content/application~1json/examples",
            "requestBody/content/application~1json/example",
            "requestBody/content/application~1x-www-form-urlencoded/examples",
            "responses/200/content/text~1plain/example",
            "responses/200/headers/X-Left/example",
            "responses/200/headers/X-Page/content/application~1json/example",
        ]
    );
}

/// Of 3.1, where formats of texts assert nothing by themselves.
const HOSTS: &str = r#"{
  "openapi": "3.1.0",
  "info": { "title": "Hosts", "version": "1" },
  "paths": {},
  "components": { "schemas": { "Host": { "type": "object", "properties": {
    "id": { "type": "string", "format": "uuid", "example": "h-1" },
    "token": { "type": "string", "format": "byte", "example": "a?" }
  } } } }
}
"#;

#[test]
fn a_format_whose_type_was_chosen_asserts_what_the_type_does() {
    let folder = Folder::with("hosts.json", HOSTS);
    let verify = [
        "verify",
        "hosts.json",
        "--instances",
        "30",
        "--cache",
        CACHE,
    ];
    let ended = folder.run(verify);
    assert_eq!(ended.code, 0, "{}{}", ended.stdout, ended.stderr);
    assert!(
        !ended.stdout.contains("note: the example"),
        "{}",
        ended.stdout
    );
    folder.write(
        "bindery.toml",
        "[formats]\nuuid = \"uuid\"\nbyte = \"base64\"\n",
    );
    let ended = folder.run(verify);
    assert_eq!(ended.code, 0, "{}{}", ended.stdout, ended.stderr);
    assert!(ended.stdout.contains("no lie"), "{}", ended.stdout);
    assert_eq!(
        ended.stdout.matches("note: the example").count(),
        1,
        "{}",
        ended.stdout
    );
}
