//! What the configuration names: types without a name of their own, and names that are taken.

use std::fs;

use bindery_build::{Builder, Config, Generation};
use bindery_openapi::RenderStyle;
use tempfile::TempDir;

#[test]
fn a_type_by_its_name_in_rust_is_told_how_it_is_named() {
    let body = "#/paths/~1notes/post/requestBody/content/application~1json/schema";
    for (rule, key) in [
        ("[rename.schemas]\nAddBody = \"NewNote\"\n", body.to_owned()),
        (
            "[rename.values]\n\"notes::AddBodyOrder.asc\" = \"Up\"\n",
            format!("{body}/properties/order.asc"),
        ),
        ("[derive]\nAddBody = [\"Hash\"]\n", body.to_owned()),
    ] {
        let said = notes(rule).render(RenderStyle::Plain);
        assert!(said.contains("warning[unused-config]"), "{said}");
        assert!(said.contains(&format!("write `\"{key}\"`")), "{said}");
    }
    let nowhere = notes("[rename.schemas]\n\"#/nowhere\" = \"A\"\n");
    let said = nowhere.render(RenderStyle::Plain);
    assert!(said.contains("`bindery inspect` lists the types"), "{said}");
}

#[test]
fn a_name_that_is_taken_is_an_error_with_both_places() {
    for (rules, expected) in [
        (
            "[rename.schemas]\nNote = \"Order\"\n",
            &[
                "error[rename-clash]: `Note` cannot be renamed to `Order`: that name is taken",
                "notes.json:9:",
                "notes.json:10:",
                "such as `OrderNote`",
            ][..],
        ),
        (
            "[rename.schemas]\nNote = \"Page\"\nOrder = \"page\"\n",
            &["`Page`: something else is renamed to it as well"],
        ),
        (
            "[rename.schemas]\nOrder = \"NoteKind\"\n",
            &["`Order` cannot be renamed to `NoteKind`: that name is taken"],
        ),
        (
            "[rename.schemas]\nNote = \"Option\"\n",
            &["`Option`: generated code needs that name itself"],
        ),
        (
            "[rename.properties]\n\"Note.kind\" = \"text\"\n",
            &[
                "`kind` cannot be renamed to `text`",
                "under `[rename.properties]`, such as `text_kind`",
            ],
        ),
        (
            "[rename.operations]\naddNote = \"remove\"\n",
            &["`addNote` cannot be renamed to `remove`"],
        ),
        (
            "[rename.groups]\nnotes = \"types\"\n",
            &["`notes` cannot be renamed to `types`: generated code needs"],
        ),
    ] {
        let generation = notes(rules);
        let said = generation.render(RenderStyle::Plain);
        assert!(generation.has_errors(), "{rules}");
        for part in expected {
            assert!(said.contains(part), "{part} is not in: {said}");
        }
        assert!(!said.contains("[name-clash]"), "{said}");
    }
}

#[test]
fn two_can_change_their_names() {
    let swapped = notes("[rename.schemas]\nNote = \"Order\"\nOrder = \"Note\"\n");
    assert_eq!(swapped.render(RenderStyle::Plain), "");
}

#[test]
fn the_advice_of_a_clash_is_taken() {
    let enumeration = r#"{ "openapi": "3.1.0", "info": { "title": "T", "version": "1" }, "paths": {},
        "components": { "schemas": { "Query": { "type": "object", "properties": {
            "order": { "type": "string", "enum": ["asc", "ASC"] } } } } } }"#;
    let builder = Builder::new().spec_text("query.json", enumeration);
    let generate = |config| {
        builder
            .clone()
            .config(config)
            .generate()
            .expect("generated")
    };
    let said = generate(Config::new()).render(RenderStyle::Plain);
    let key = "#/components/schemas/Query/properties/order.ASC";
    assert!(
        said.contains(&format!("under `[rename.values]`, `\"{key}\" = ")),
        "{said}"
    );
    let named = generate(Config::new().rename_value(key, "Upwards"));
    assert_eq!(named.render(RenderStyle::Plain), "");
}

#[test]
fn a_schema_is_named_as_its_description_is_written() {
    let swagger = r#"{ "swagger": "2.0", "info": { "title": "T", "version": "1" }, "consumes": ["application/json"],
        "paths": { "/pets": { "post": { "operationId": "addPet",
            "parameters": [{ "in": "body", "name": "pet", "schema": {
                "type": "object", "properties": { "name": { "type": "string" } } } }],
            "responses": { "204": { "description": "Added." } } } } },
        "definitions": { "Tag": { "type": "object", "properties": {
            "kind": { "type": "string", "enum": ["a", "b"] } } } } }"#;
    let config = Config::new()
        .rename_schema("#/paths/~1pets/post/parameters/0/schema", "NewPet")
        .rename_schema("#/definitions/Tag/properties/kind", "Kind")
        .rename_value("#/definitions/Tag/properties/kind.a", "First");
    let builder = Builder::new()
        .spec_text("pets.json", swagger)
        .config(config);
    let said = builder
        .generate()
        .expect("generated")
        .render(RenderStyle::Plain);
    assert_eq!(said, "");
}

#[test]
fn a_schema_of_another_file_is_named_by_its_path() {
    let folder = TempDir::new().expect("a folder");
    let root = r#"{ "openapi": "3.0.3", "info": { "title": "T", "version": "1" }, "paths": {},
        "components": { "schemas": { "Pet": { "$ref": "schemas/pet.yaml#/Pet" } } } }"#;
    let pet = "Pet:\n  type: object\n  properties:\n    size: {type: string, enum: [s, m]}\n";
    fs::create_dir(folder.path().join("schemas")).expect("made");
    fs::write(folder.path().join("pets.json"), root).expect("written");
    fs::write(folder.path().join("schemas/pet.yaml"), pet).expect("written");
    let shown = folder.path().join("schemas/pet.yaml");
    for file in ["schemas/pet.yaml".to_owned(), shown.display().to_string()] {
        let config = Config::new().rename_schema(format!("{file}#/Pet/properties/size"), "Size");
        let builder = Builder::new().spec(folder.path().join("pets.json"));
        let generation = builder.config(config).generate().expect("generated");
        assert_eq!(generation.render(RenderStyle::Plain), "");
        let mut texts = generation.files.iter().map(|file| &file.text);
        assert!(texts.any(|text| text.contains("pub enum Size ")));
    }
}

/// Notes, some of whose types have no name of their own, with this configuration.
fn notes(config: &str) -> Generation {
    let folder = TempDir::new().expect("a folder");
    let spec = folder.path().join("notes.json");
    fs::write(&spec, NOTES).expect("written");
    fs::write(folder.path().join("bindery.toml"), config).expect("written");
    let generation = Builder::new().spec(spec).generate();
    generation.expect("all files are there")
}

const NOTES: &str = r#"{
  "openapi": "3.0.3", "info": { "title": "Notes", "version": "1" }, "paths": { "/notes": {
    "post": { "tags": ["notes"], "operationId": "addNote",
      "requestBody": { "content": { "application/json": { "schema": { "type": "object",
        "properties": { "order": { "type": "string", "enum": ["asc", "desc"] } } } } } },
      "responses": { "204": { "description": "Added." } } },
    "delete": { "tags": ["notes"], "operationId": "remove", "responses": { "204": { "description": "Gone." } } } } },
  "components": { "schemas": {
    "Order": { "type": "object", "properties": { "id": { "type": "string" } } },
    "Note": { "type": "object", "properties": {
      "text": { "type": "string" }, "kind": { "type": "string", "enum": ["short", "long"] } } } } }
}"#;
