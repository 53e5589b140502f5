//! A whole package: what it holds, that it compiles with its examples as a member of a workspace,
//! and what becomes of its files.

use std::fs;
use std::path::Path;
use std::process::Command;

use bindery_build::{Builder, Config, Failure, check_package_name};
use tempfile::TempDir;

const ZOO: &str = r##"{
  "openapi": "3.0.3",
  "info": { "title": "Zoo \"of\" \\ ]]>-->", "version": "1", "description": "Animals." },
  "paths": { "/animals/{id}": { "get": { "tags": ["lib"],
    "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }],
    "responses": { "200": { "description": "One.", "content": { "application/json": {
      "schema": { "$ref": "#/components/schemas/Animal" } } } } } } } },
  "components": { "schemas": { "Animal": { "type": "object" } } }
}"##;

const SHOP: &str = r#"{
  "openapi": "3.0.3", "info": { "title": "Shop", "version": "1" }, "paths": {}
}"#;

fn one(folder: &Path) -> Builder {
    let builder = Builder::new().package("zoo-client").out_dir(folder);
    builder.spec_text("zoo.json", ZOO)
}

fn several(folder: &Path) -> Builder {
    let builder = Builder::new().package("several").out_dir(folder);
    let builder = builder.spec_text("zoo.json", ZOO);
    // Cargo would take `src/bin/mod.rs` for a binary.
    builder.spec_text("bin.json", SHOP)
}

#[test]
fn packages_and_their_examples_compile_as_members_of_a_workspace() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("packages");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let runtime = root.join("runtime").canonicalize().expect("a neighbour");
    let manifest = format!(
        "[workspace]\nmembers = [\"*-client\", \"several\"]\nresolver = \"3\"\n\n[patch.crates-io]\nbindery = {{ path = {runtime:?} }}\n"
    );
    fs::create_dir_all(&folder).expect("the folder can be made");
    fs::write(folder.join("Cargo.toml"), manifest).expect("written");
    fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).expect("versions are ours");
    one(&folder.join("zoo-client")).write().expect("written");
    several(&folder.join("several")).write().expect("written");

    for arguments in [
        ["test", "--quiet", "--workspace", "--no-default-features"].as_slice(),
        &[
            "doc",
            "--quiet",
            "--no-deps",
            "--workspace",
            "--no-default-features",
        ],
    ] {
        let run = Command::new(env!("CARGO"))
            .args(arguments)
            .current_dir(&folder)
            .env("CARGO_TARGET_DIR", folder.join("target"))
            .env("RUSTFLAGS", "-D warnings -D missing-docs")
            .env("RUSTDOCFLAGS", "-D warnings")
            .output()
            .expect("cargo runs");
        let said = String::from_utf8_lossy(&run.stderr);
        assert!(run.status.success(), "cargo {arguments:?}: {said}");
        if arguments[0] == "test" {
            let said = String::from_utf8_lossy(&run.stdout);
            assert!(
                said.contains("running 2 tests"),
                "the examples are run: {said}"
            );
        }
    }
}

#[test]
fn one_description_is_the_library_and_several_are_modules_of_it() {
    let folder = TempDir::new().expect("a folder");
    let text = |path: &str| fs::read_to_string(folder.path().join(path)).expect("it is there");
    one(folder.path()).write().expect("written");
    assert!(text("src/lib.rs").contains("use zoo_client::Client;"));
    assert!(text("Cargo.toml").contains("name = \"zoo-client\""));
    assert!(text("README.md").contains("client.lib_api()"));

    several(folder.path()).write().expect("written");
    assert!(text("src/lib.rs").contains("pub mod zoo;"));
    assert!(text("src/zoo/mod.rs").contains("use several::zoo::Client;"));
    for gone in ["src/client.rs", "src/types", "src/lib_api.rs"] {
        assert!(
            !folder.path().join(gone).exists(),
            "{gone} is no longer made"
        );
    }

    one(folder.path()).prune().write().expect("written");
    assert!(!folder.path().join("src/zoo").exists());
    assert!(one(folder.path()).check().expect("read").changes.is_empty());
}

#[test]
fn a_manifest_without_its_mark_stays_where_the_library_bears_its_own() {
    let folder = TempDir::new().expect("a folder");
    one(folder.path()).write().expect("written");
    let manifest = folder.path().join("Cargo.toml");
    fs::write(&manifest, "[package]\nname = \"mine\"\n").expect("written");
    let generation = one(folder.path()).write().expect("written");
    assert_eq!(generation.changes.kept, ["Cargo.toml"]);
    let text = fs::read_to_string(&manifest).expect("read");
    assert!(text.contains("mine"));
}

#[test]
fn a_manifest_asks_for_the_features_that_formats_need() {
    const IDS: &str = r#"{ "openapi": "3.1.0", "info": { "title": "Ids", "version": "1" }, "paths": {},
        "components": { "schemas": { "Id": { "type": "string", "format": "uuid" } } } }"#;
    let manifest = |word: &str| {
        let config = Config::new()
            .format("uuid", word)
            .format("date-time", "chrono-date-time");
        let builder = Builder::new()
            .spec_text("ids.json", IDS)
            .package("ids")
            .config(config);
        let files = builder.generate().expect("it is accepted").files;
        let manifest = files.into_iter().find(|file| file.path == "Cargo.toml");
        manifest.expect("a package has one").text
    };
    assert!(manifest("uuid").contains(r#"default-features = false, features = ["uuid"] }"#));
    assert!(!manifest("string").contains("features = [\""));
}

#[test]
fn a_package_of_somebody_elses_is_not_written_into() {
    let folder = TempDir::new().expect("a folder");
    let manifest = folder.path().join("Cargo.toml");
    fs::write(&manifest, "[package]\nname = \"mine\"\n").expect("written");
    let failure = one(folder.path()).write().expect_err("it is another's");
    assert!(failure.to_string().contains("Cargo.toml"), "{failure}");
    assert!(!folder.path().join("src").exists());
}

#[test]
fn a_name_that_no_package_has_is_refused() {
    assert!(check_package_name("a b").is_err());
    let result = Builder::new().package("a b").generate();
    assert!(matches!(result, Err(Failure::PackageName(_))));
}
