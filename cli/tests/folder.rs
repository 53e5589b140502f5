//! What a folder holds of other descriptions is not removed unless that is said.

mod support;

use support::{DESCRIPTION, Folder};

/// A zoo and a shop.
fn two() -> Folder {
    let folder = Folder::with("zoo.json", DESCRIPTION);
    folder.write("shop.json", &DESCRIPTION.replace("Zoo", "Shop"));
    folder
}

#[test]
fn a_second_description_does_not_remove_the_first() {
    let folder = two();
    folder.run(["generate", "zoo.json", "--out", "apis"]);
    let shop = ["generate", "shop.json", "--out", "apis"];
    for arguments in [
        &shop[..],
        &["generate", "shop.json", "--out", "apis", "--check"],
    ] {
        let ended = folder.run(arguments);
        assert_eq!(ended.code, 1, "{ended:?}");
        assert!(
            ended.stderr.contains("`zoo/mod.rs`, from `zoo.json`"),
            "{ended:?}"
        );
        assert!(ended.stderr.contains("--prune"), "{ended:?}");
        assert!(folder.path("apis/zoo/mod.rs").exists());
        assert!(!folder.path("apis/shop").exists());
    }
    let both = folder.run(["generate", "zoo.json", "shop.json", "--out", "apis"]);
    assert_eq!(both.code, 0, "{both:?}");
    assert!(folder.text("apis/mod.rs").contains("pub mod zoo"));
    assert_eq!(folder.run(shop).code, 1);
    let pruned = folder.run(shop.into_iter().chain(["--prune"]));
    assert_eq!(pruned.code, 0, "{pruned:?}");
    assert!(!folder.path("apis/zoo").exists());
}

#[test]
fn a_package_is_not_made_anew_from_another_description() {
    let folder = two();
    folder.run(["generate", "zoo.json", "--crate", "client"]);
    let ended = folder.run(["generate", "shop.json", "--crate", "client"]);
    assert_eq!(ended.code, 1, "{ended:?}");
    assert!(folder.text("client/src/lib.rs").contains("Zoo"));
    for spec in ["zoo.json", "shop.json"] {
        let ended = folder.run(["generate", spec, "--out", "client/src"]);
        assert_eq!(ended.code, 1, "{ended:?}");
        assert!(
            ended.stderr.contains("is the library of a package"),
            "{ended:?}"
        );
    }
    assert!(folder.path("client/src/lib.rs").exists());
    let both = folder.run(["generate", "zoo.json", "shop.json", "--crate", "client"]);
    assert_eq!(both.code, 0, "{both:?}");
}

#[test]
fn a_file_that_was_renamed_is_the_same_api() {
    let folder = two();
    folder.run(["generate", "zoo.json", "--out", "apis"]);
    folder.write("animals.json", DESCRIPTION);
    let ended = folder.run(["generate", "animals.json", "--out", "apis"]);
    assert_eq!(ended.code, 0, "{ended:?}");
    assert!(!folder.path("apis/zoo").exists());
    assert!(folder.path("apis/animals/mod.rs").exists());
}

#[test]
fn what_leaves_a_folder_of_descriptions_is_removed_and_another_folder_removes_nothing() {
    let folder = Folder::new();
    for (name, text) in [
        ("specs/zoo.json", DESCRIPTION.to_owned()),
        ("specs/shop.json", DESCRIPTION.replace("Zoo", "Shop")),
        ("others/bank.json", DESCRIPTION.replace("Zoo", "Bank")),
    ] {
        let path = folder.path(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        folder.write(name, &text);
    }
    let specs = ["generate", "specs", "--out", "apis"];
    assert_eq!(folder.run(specs).code, 0);
    std::fs::remove_file(folder.path("specs/zoo.json")).expect("removed");
    let ended = folder.run(specs);
    assert_eq!(ended.code, 0, "{ended:?}");
    assert!(!folder.path("apis/zoo").exists());
    let ended = folder.run(["generate", "others", "--out", "apis"]);
    assert_eq!(ended.code, 1, "{ended:?}");
    assert!(folder.path("apis/shop/mod.rs").exists());
}

const BANK: &str = r#"{
  "openapi": "3.0.3",
  "info": { "title": "Bank", "version": "1" },
  "paths": {},
  "components": { "schemas": {
    "Account": { "type": "object", "properties": { "number": { "type": "string" } } },
    "Payment": { "type": "object", "properties": { "amount": { "type": "string" } } }
  } }
}
"#;

#[test]
fn another_description_of_the_same_name_or_title_is_another() {
    let folder = Folder::with("openapi.json", DESCRIPTION);
    let package = ["generate", "openapi.json", "--crate", "client"];
    let modules = ["generate", "openapi.json", "--out", "apis"];
    for arguments in [package, modules] {
        folder.write("openapi.json", DESCRIPTION);
        assert_eq!(folder.run(arguments).code, 0);
        folder.write("openapi.json", BANK);
        let ended = folder.run(arguments);
        assert_eq!(ended.code, 1, "{ended:?}");
        assert!(ended.stderr.contains("--prune"), "{ended:?}");
        folder.write("openapi.json", &DESCRIPTION.replace("Zoo", "Zoo of Bern"));
        let renamed = folder.run(arguments);
        assert_eq!(renamed.code, 0, "{renamed:?}");
    }
    folder.write("bank.json", &BANK.replace("Bank", "Zoo of Bern"));
    let ended = folder.run(["generate", "bank.json", "--out", "apis"]);
    assert_eq!(ended.code, 1, "{ended:?}");
}

#[test]
fn generated_code_does_not_go_among_sources() {
    let folder = Folder::with("zoo.json", DESCRIPTION);
    std::fs::create_dir_all(folder.path("src/api")).expect("made");
    folder.write("src/main.rs", "fn main() {}\n");
    for out in ["src", "."] {
        let ended = folder.run(["generate", "zoo.json", "--out", out]);
        assert_eq!(ended.code, 1, "{out}: {ended:?}");
        assert!(ended.stderr.contains("main.rs"), "{ended:?}");
        assert!(ended.stderr.contains("choose an empty one"), "{ended:?}");
        assert!(!folder.path("src/mod.rs").exists() && !folder.path("mod.rs").exists());
    }
    let beside = ["generate", "zoo.json", "--out", "src/api"];
    assert_eq!(folder.run(beside).code, 0);
    folder.write("src/api/own.rs", "pub struct Own;\n");
    assert_eq!(folder.run(beside).code, 0);
    assert!(folder.path("src/api/own.rs").exists());
    let library = ["generate", "zoo.json", "--out", "src", "--lib"];
    folder.write("src/lib.rs", "");
    let ended = folder.run(library);
    assert_eq!(ended.code, 1, "own.rs is in src/api: {ended:?}");
    std::fs::remove_file(folder.path("src/api/own.rs")).expect("removed");
    let ended = folder.run(library);
    assert_eq!(ended.code, 0, "main.rs may stand beside lib.rs: {ended:?}");
}
