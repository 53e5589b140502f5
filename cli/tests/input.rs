//! Where descriptions and their configuration come from.

mod support;

use support::{BROKEN, DESCRIPTION, Folder};

#[test]
fn a_description_comes_from_standard_input() {
    let folder = Folder::new();
    let arguments = ["generate", "-", "--crate", "zoo"];
    let ended = folder.run_with_input(&arguments, DESCRIPTION);
    assert_eq!(ended.code, 0, "{ended:?}");
    assert!(folder.path("zoo/src/types/animal.rs").is_file());
}

#[test]
fn a_folder_stands_for_the_descriptions_in_it() {
    let folder = Folder::new();
    std::fs::create_dir(folder.path("specs")).expect("a folder");
    let ended = folder.run(["generate", "specs", "--out", "apis"]);
    assert_eq!(ended.code, 3, "{ended:?}");
    assert!(
        ended.stderr.contains("error[unreadable-file]")
            && ended.stderr.contains("there is no description here"),
        "{ended:?}"
    );
    for command in [
        &["generate", "specs", "--out", "apis"] as &[_],
        &["inspect", "specs"],
        &["verify", "specs"],
        &["inspect", "bindery.toml", "--config", "none.toml"],
    ] {
        let ended = folder.run(command.iter().chain(&["--format", "json"]).copied());
        assert_eq!(ended.code, 3, "{ended:?}");
        let said: serde_json::Value = serde_json::from_str(&ended.stdout).expect("it is JSON");
        assert_eq!(said["findings"][0]["code"], "unreadable-file", "{ended:?}");
    }

    folder.write("specs/zoo.json", DESCRIPTION);
    folder.write(
        "specs/shop.yaml",
        "openapi: 3.0.3\ninfo: { title: S, version: '1' }\npaths: {}\n",
    );
    let ended = folder.run(["generate", "specs", "--out", "apis"]);
    assert_eq!(ended.code, 0, "{ended:?}");
    let text = folder.text("apis/mod.rs");
    assert!(
        text.contains("pub mod zoo;") && text.contains("pub mod shop;"),
        "{text}"
    );

    folder.write(
        "specs/package.json",
        r#"{ "name": "specs", "version": "1.0.0" }"#,
    );
    folder.write("specs/broken.json", r#"{ "openapi": 1 }"#);
    let ended = folder.run(["generate", "specs", "--out", "apis"]);
    assert_eq!(ended.code, 3, "{ended:?}");
    assert!(ended.stderr.contains("broken.json"), "{ended:?}");
    assert!(!ended.stderr.contains("package.json"), "{ended:?}");
    for name in ["broken.json", "shop.yaml", "zoo.json"] {
        std::fs::remove_file(folder.path("specs").join(name)).expect("it is there");
    }
    let ended = folder.run(["generate", "specs", "--out", "apis"]);
    assert!(ended.stderr.contains("unsupported-version"), "{ended:?}");
}

#[test]
fn a_mapping_is_a_prefix_and_a_folder() {
    let folder = Folder::with("zoo.json", DESCRIPTION);
    let ended = folder.run(["generate", "zoo.json", "--out", "apis", "--map", "schemas"]);
    assert_eq!(ended.code, 2, "{ended:?}");
    assert!(ended.stderr.contains("with `=` between"), "{ended:?}");
}

#[test]
fn references_leave_the_folder_only_where_that_is_allowed() {
    let folder = Folder::new();
    std::fs::create_dir(folder.path("specs")).expect("a folder");
    std::fs::create_dir(folder.path("shared")).expect("a folder");
    folder.write(
        "shared/keeper.json",
        r#"{ "type": "object", "properties": { "age": { "type": "integer" } } }"#,
    );
    let local = BROKEN.replace("#/components/schemas/Keeper", "../shared/keeper.json");
    folder.write("specs/zoo.json", &local);
    let arguments = ["generate", "specs/zoo.json", "--out", "apis"];
    assert_eq!(folder.run(arguments).code, 3);
    let ended = folder.run(arguments.iter().chain(&["--allow-path", "shared"]));
    assert_eq!(ended.code, 0, "{ended:?}");

    let remote = BROKEN.replace(
        "#/components/schemas/Keeper",
        "https://example.com/s/keeper.json",
    );
    folder.write("specs/zoo.json", &remote);
    assert_eq!(folder.run(arguments).code, 3);
    let mapped = ["--map", "https://example.com/s=shared"];
    let ended = folder.run(arguments.iter().chain(&mapped));
    assert_eq!(ended.code, 0, "{ended:?}");
}

#[test]
fn a_configuration_is_found_beside_the_description_or_named() {
    let folder = Folder::with("zoo.json", DESCRIPTION);
    folder.write("bindery.toml", "[rename.schemas]\nAnimal = \"Beast\"\n");
    folder.write("other.toml", "[rename.schemas]\nAnimal = \"Creature\"\n");
    folder.run(["generate", "zoo.json", "--out", "apis"]);
    assert!(folder.path("apis/zoo/types/beast.rs").is_file());
    let ended = folder.run([
        "generate",
        "zoo.json",
        "--out",
        "apis",
        "--config",
        "other.toml",
    ]);
    assert_eq!(ended.code, 0, "{ended:?}");
    assert!(folder.path("apis/zoo/types/creature.rs").is_file());
    let ended = folder.run([
        "generate",
        "zoo.json",
        "--out",
        "apis",
        "--config",
        "none.toml",
    ]);
    assert_eq!(ended.code, 3, "{ended:?}");
    assert!(ended.stderr.contains("none.toml"), "{ended:?}");
}

/// What can be understood though it breaks a rule: a fault for each code that can be allowed.
const BENT: &str = r#"{
  "openapi": "3.0.3",
  "info": { "title": "Zoo", "version": "1" },
  "servers": [{ "url": "https://{city}.example.com" }],
  "webhooks": {},
  "paths": {
    "/animals/{id}": { "get": {
      "operationId": "getAnimal",
      "security": [{ "nobody": [] }],
      "parameters": [
        { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } },
        { "name": "limit", "in": "query", "schema": { "type": "string" } },
        { "name": "limit", "in": "query", "schema": { "type": "integer" } }
      ],
      "responses": {
        "20X": { "description": "no status" },
        "200": { "description": "ok", "headers": { "X-Rate": { "name": "X-Rate" } } }
      }
    } },
    "/animals/{name}": { "get": {
      "operationId": "getAnimalByName",
      "requestBody": { "content": { "multipart/form-data": {
        "schema": { "type": "object", "properties": { "a": { "type": "string" } } },
        "encoding": { "b": { "contentType": "text/plain" } }
      } } },
      "parameters": [
        { "name": "name", "in": "path", "required": true, "schema": { "type": "string" } }
      ],
      "responses": { "200": { "description": "ok" } }
    } }
  },
  "components": { "headers": { "a!b": { "schema": { "type": "string" } } } }
}
"#;

#[test]
fn errors_that_leave_a_meaning_can_be_allowed_one_by_one() {
    let folder = Folder::with("zoo.json", BENT);
    let generate = ["generate", "zoo.json", "--out", "apis"];
    let ended = folder.run(generate);
    assert_eq!(ended.code, 3, "{ended:?}");
    let (_, hint) = ended
        .stderr
        .split_once("to generate all the same: ")
        .expect("a hint");
    let flags: Vec<&str> = hint.split_whitespace().collect();
    let named: Vec<&str> = flags
        .iter()
        .copied()
        .filter(|word| *word != "--allow")
        .collect();
    let known: Vec<&str> = bindery_openapi::codes::ALLOWABLE
        .iter()
        .map(|code| code.0)
        .collect();
    assert_eq!(named, known, "every such code is in the description");

    let ended = folder.run(generate.into_iter().chain(flags.iter().copied()));
    assert_eq!(ended.code, 0, "{ended:?}");
    for code in known {
        assert!(
            ended.stderr.contains(&format!("warning[{code}]")),
            "{code}: {ended:?}"
        );
    }
    let ended = folder.run(["generate", "zoo.json", "--out", "apis", "--allow", "syntax"]);
    assert_eq!(ended.code, 2, "{ended:?}");
}
