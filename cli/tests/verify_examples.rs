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
