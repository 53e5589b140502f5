//! Descriptions whose parts stand in folders that the builder names.

use std::fs;

use bindery_build::Builder;

const ROOT: &str = r#"{
    "openapi": "3.0.3",
    "info": { "title": "Zoo", "version": "1" },
    "paths": {},
    "components": { "schemas": { "Animal": { "$ref": "https://example.com/shared/animal.json" } } }
}"#;

#[test]
fn a_folder_stands_for_an_address_where_the_builder_says_so() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let shared = folder.path().join("shared");
    fs::create_dir(&shared).expect("a folder can be made");
    let part = r#"{ "type": "object", "properties": { "name": { "type": "string" } } }"#;
    fs::write(shared.join("animal.json"), part).expect("a file can be written");

    let builder = Builder::new().spec_text("zoo.json", ROOT);
    let refused = builder.generate().expect("nothing is listed");
    assert!(refused.has_errors());

    let builder = builder.map("https://example.com/shared/", &shared);
    let generation = builder.generate().expect("nothing is listed");
    assert!(!generation.has_errors());
    let watched = generation.findings[0].sources.paths().count();
    assert_eq!(watched, 1);
    let files = generation.files.iter();
    assert!(files.clone().any(|file| file.path == "zoo/types/animal.rs"));
}
