//! How `bindery verify` is called, interrupted, and told what is not there.

mod support;

use support::{BROKEN, CACHE, Folder, ZOO};

#[test]
fn progress_is_for_terminals_alone() {
    let folder = Folder::with("zoo.json", ZOO);
    let verify = ["verify", "zoo.json", "--instances", "2", "--cache", CACHE];
    let ended = folder.run(verify);
    assert_eq!((ended.code, ended.stderr), (0, String::new()));
    let quiet = folder.run(verify.into_iter().chain(["--quiet"]));
    assert_eq!(
        (quiet.code, quiet.stdout, quiet.stderr),
        (0, String::new(), String::new())
    );
}

#[test]
fn warnings_are_counted_and_left_to_inspect() {
    let folder = Folder::with("bent.json", BENT);
    let verify = ["verify", "bent.json", "--instances", "2", "--cache", CACHE];
    let ended = folder.run(verify);
    let said = "note: 2 warnings, which `bindery inspect` shows: 1 contradiction, 1 unknown-type\n";
    assert_eq!((ended.code, ended.stderr.as_str()), (0, said));
    let ended = folder.run(verify.into_iter().chain(["--format", "json"]));
    assert_eq!((ended.code, ended.stderr), (0, String::new()));
}

/// A description that is understood with two warnings.
const BENT: &str = r#"{
  "openapi": "3.1.1",
  "info": { "title": "Bent", "version": "1" },
  "paths": {},
  "components": { "schemas": {
    "Price": { "type": "nubmer" },
    "Code": { "type": "string", "minLength": 3, "maxLength": 2 }
  } }
}"#;

#[test]
fn cargo_that_cannot_be_run_is_not_blamed_on_the_types() {
    let folder = Folder::with("zoo.json", ZOO);
    let verify = ["verify", "zoo.json", "--cache", CACHE];
    let ended = folder.run_with(&verify, "CARGO", "/nowhere/cargo");
    assert_eq!(ended.code, 1);
    assert!(
        ended.stderr.contains("cargo cannot be run"),
        "{}",
        ended.stderr
    );
    let ended = folder.run_with(&verify, "CARGO", "false");
    assert_eq!(ended.code, 1);
    assert!(
        ended.stderr.contains("not for the types"),
        "{}",
        ended.stderr
    );
}

#[cfg(unix)]
#[test]
fn what_is_interrupted_leaves_nothing_behind_and_says_so() {
    let folder = Folder::with("zoo.json", ZOO);
    let mut command = std::process::Command::new(support::BINARY);
    let command = command.args(["verify", "zoo.json", "--cache", "cache"]);
    let command = command.current_dir(folder.path(""));
    let child = command.stderr(std::process::Stdio::piped()).spawn();
    let child = child.expect("it can be run");
    let programs = || {
        let entries = std::fs::read_dir(folder.path("cache"))
            .into_iter()
            .flatten();
        let names = entries.flatten().map(|entry| entry.file_name());
        let programs = names.filter(|name| name.to_string_lossy().starts_with("verified-"));
        programs.count()
    };
    let target = folder.path("cache/target");
    for _ in 0..600 {
        if target.exists() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    assert_eq!(programs(), 1);
    let id = child.id().to_string();
    let killed = std::process::Command::new("kill")
        .args(["-INT", &id])
        .status();
    assert!(killed.expect("there is such a command").success());
    let ended = child.wait_with_output().expect("it ends");
    assert_eq!(ended.status.code(), Some(130));
    let said = String::from_utf8_lossy(&ended.stderr).into_owned();
    assert!(said.contains("interrupted"), "{said}");
    assert_eq!(programs(), 0);
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
    let ended = folder.run(["verify", "zoo.json", "--schema", "Herdd", "--cache", CACHE]);
    assert!(
        ended.stderr.contains("did you mean `Herd`?"),
        "{}",
        ended.stderr
    );
}

const TWO_IDS: &str = r##"{
  "openapi": "3.0.3",
  "info": { "title": "Zoo", "version": "1" },
  "paths": { "/animals/{id}": { "get": {
    "parameters": [
      { "name": "id", "in": "path", "required": true, "schema": { "type": "integer" } },
      { "name": "id", "in": "query", "schema": { "type": "string", "enum": ["bear", "bat"], "example": "cow" } }
    ],
    "responses": { "200": { "description": "An animal",
      "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Animal" } } } } }
  } } },
  "components": { "schemas": {
    "Animal": { "type": "object", "properties": { "legs": { "type": "integer", "example": "four" } } }
  } }
}
"##;

#[test]
fn two_rows_have_two_names() {
    let folder = Folder::with("zoo.json", TWO_IDS);
    let ended = folder.run(["verify", "zoo.json", "--instances", "2", "--cache", CACHE]);
    assert_eq!(ended.code, 0, "{}{}", ended.stdout, ended.stderr);
    for index in [0, 1] {
        let name =
            format!("parameter id (#/paths/~1animals~1{{id}}/get/parameters/{index}/schema)");
        assert!(ended.stdout.contains(&name), "{}", ended.stdout);
    }
}

#[test]
fn examples_of_other_schemas_than_those_named_are_not_told() {
    let folder = Folder::with("zoo.json", TWO_IDS);
    let verify = ["verify", "zoo.json", "--instances", "2", "--cache", CACHE];
    let all = folder.run(verify).stdout;
    assert!(all.contains("2 examples and defaults: 2 are not"), "{all}");
    let one = folder
        .run(verify.into_iter().chain(["--schema", "Animal"]))
        .stdout;
    assert!(one.contains("properties/legs"), "{one}");
    assert!(one.contains("1 example or default: 1 is not"), "{one}");
}

#[test]
fn denied_warnings_are_told_in_the_words_of_the_command() {
    let description = TWO_IDS.replace("\"3.0.3\"", "\"3.0.3\", \"x\": 1");
    let folder = Folder::with("zoo.json", &description);
    let ended = folder.run(["verify", "zoo.json", "--deny-warnings", "--cache", CACHE]);
    assert_eq!(ended.code, 1, "{}", ended.stderr);
    for said in [
        "nothing was tried: warnings are denied",
        "to verify all the same: --allow",
    ] {
        assert!(ended.stderr.contains(said), "{}", ended.stderr);
    }
}
