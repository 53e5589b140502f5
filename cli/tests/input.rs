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
        ended.stderr.contains("there is no description here"),
        "{ended:?}"
    );

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
