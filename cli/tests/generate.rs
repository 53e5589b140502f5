//! The command as it is run: what it says, what it writes, and how it ends.

mod support;

use support::{BINARY, BROKEN, DESCRIPTION, Folder};

#[test]
fn the_help_says_what_there_is_and_shows_examples() {
    let folder = Folder::new();

    let ended = folder.run(["--help"]);
    assert_eq!(ended.code, 0, "{ended:?}");
    assert!(ended.stdout.contains("generate"), "{ended:?}");

    let ended = folder.run(["generate", "--help"]);
    assert_eq!(ended.code, 0, "{ended:?}");
    for said in [
        "Examples:",
        "bindery generate api.json --out src/apis",
        "--crate-path <PATH>",
        "Exit codes:",
    ] {
        assert!(ended.stdout.contains(said), "{said}: {ended:?}");
    }
}

#[test]
fn a_description_becomes_a_module_named_after_its_file() {
    let folder = Folder::with("zoo.json", DESCRIPTION);
    let ended = folder.run(["generate", "zoo.json", "--out", "src/apis"]);
    assert_eq!(ended.code, 0, "{ended:?}");
    assert!(folder.text("src/apis/mod.rs").contains("pub mod zoo;"));
    assert!(
        folder
            .text("src/apis/zoo/types/animal.rs")
            .contains("pub struct Animal")
    );
    let count = folder.files("src/apis").len();
    let said = format!("src/apis: {count} files written, 0 removed, 0 unchanged");
    assert!(ended.stderr.contains(&said), "{ended:?}");
    assert_eq!(ended.stdout, "", "what is said goes to standard error");
}

#[test]
fn a_second_run_writes_nothing() {
    let folder = Folder::with("zoo.json", DESCRIPTION);
    folder.run(["generate", "zoo.json", "--out", "apis"]);
    let before = folder.files("apis");
    let ended = folder.run(["generate", "zoo.json", "--out", "apis"]);
    assert_eq!(ended.code, 0, "{ended:?}");
    let said = format!("0 files written, 0 removed, {} unchanged", before.len());
    assert!(ended.stderr.contains(&said), "{ended:?}");
    assert_eq!(folder.files("apis"), before, "no file is touched");
}

#[test]
fn the_crate_path_is_where_the_examples_find_the_modules() {
    let folder = Folder::with("zoo.json", DESCRIPTION);
    let path = ["--crate-path", "my_crate::apis"];
    let ended = folder.run(
        ["generate", "zoo.json", "--out", "apis"]
            .iter()
            .chain(&path),
    );
    assert_eq!(ended.code, 0, "{ended:?}");
    let texts = folder.files("apis").into_iter();
    let mut texts = texts.map(|(path, _)| std::fs::read_to_string(path).expect("it is text"));
    assert!(texts.any(|text| text.contains("my_crate::apis::zoo")));
}

#[test]
fn a_whole_crate_is_made_in_a_folder_of_its_name() {
    let folder = Folder::with("zoo.json", DESCRIPTION);
    let ended = folder.run(["generate", "zoo.json", "--crate", "zoo-client"]);
    assert_eq!(ended.code, 0, "{ended:?}");
    for path in [
        "Cargo.toml",
        "README.md",
        "src/lib.rs",
        "src/types/animal.rs",
    ] {
        assert!(folder.path("zoo-client").join(path).is_file(), "{path}");
    }
    let ended = folder.run(["generate", "zoo.json", "--crate", "zoo", "--out", "made"]);
    assert_eq!(ended.code, 0, "{ended:?}");
    assert!(folder.text("made/Cargo.toml").contains("name = \"zoo\""));
}

#[test]
fn a_crate_that_cannot_be_called_so_is_wrong_usage() {
    for (name, said) in [
        ("a b", "ASCII letters"),
        ("std", "Rust's own"),
        ("bindery", "needs"),
    ] {
        let folder = Folder::with("zoo.json", DESCRIPTION);
        let ended = folder.run(["generate", "zoo.json", "--crate", name]);
        assert_eq!(ended.code, 2, "{name}: {ended:?}");
        assert!(ended.stderr.contains(said), "{name}: {ended:?}");
    }
}

#[test]
fn a_check_names_what_would_change_and_writes_nothing() {
    let folder = Folder::with("zoo.json", DESCRIPTION);
    let check = ["generate", "zoo.json", "--out", "apis", "--check"];
    let ended = folder.run(check);
    assert_eq!(ended.code, 1, "{ended:?}");
    assert!(ended.stderr.contains("missing: apis/mod.rs"), "{ended:?}");
    assert!(!folder.path("apis").exists());

    folder.run(["generate", "zoo.json", "--out", "apis"]);
    let before = folder.files("apis");
    let ended = folder.run(check);
    assert_eq!(ended.code, 0, "{ended:?}");
    assert!(ended.stderr.contains("none would change"), "{ended:?}");

    folder.write("zoo.json", &DESCRIPTION.replace("Animal", "Plant"));
    let ended = folder.run(check);
    assert_eq!(ended.code, 1, "{ended:?}");
    for said in [
        "missing: apis/zoo/types/plant.rs",
        "different: apis/zoo/types/mod.rs",
        "stale: apis/zoo/types/animal.rs",
        "3 files would change",
    ] {
        assert!(ended.stderr.contains(said), "{said}: {ended:?}");
    }
    assert_eq!(folder.files("apis"), before);
}

#[test]
fn the_same_description_twice_and_two_of_one_module_name_are_told_apart() {
    let folder = Folder::with("zoo.json", DESCRIPTION);
    let ended = folder.run(["generate", "zoo.json", "zoo.json", "--out", "apis"]);
    assert_eq!(ended.code, 3, "{ended:?}");
    assert!(
        ended.stderr.contains("`zoo.json` is given twice"),
        "{ended:?}"
    );

    std::fs::create_dir(folder.path("b")).expect("a folder");
    folder.write("b/Zoo.json", DESCRIPTION);
    let ended = folder.run(["generate", "zoo.json", "b/Zoo.json", "--out", "apis"]);
    assert_eq!(ended.code, 3, "{ended:?}");
    let said = "`zoo.json` and `b/Zoo.json` would both be the module `zoo`";
    assert!(ended.stderr.contains(said), "{ended:?}");
}

#[test]
fn wrong_usage_ends_with_2_and_writes_nothing() {
    for (arguments, said) in [
        (&[] as &[&str], "Usage: bindery"),
        (&["generate"], "<SPEC>"),
        (&["generate", "zoo.json"], "--out <DIR>"),
        (&["generate", "--out", "apis"], "<SPEC>"),
        (
            &["generate", "zoo.json", "--out", "apis", "--loud"],
            "--loud",
        ),
        (&["bind", "zoo.json"], "bind"),
    ] {
        let folder = Folder::with("zoo.json", DESCRIPTION);
        let ended = folder.run(arguments);
        assert_eq!(ended.code, 2, "{arguments:?}: {ended:?}");
        assert!(ended.stderr.contains(said), "{arguments:?}: {ended:?}");
        assert!(!folder.path("apis").exists(), "{arguments:?}");
    }
}

#[test]
fn a_crate_path_that_is_none_is_wrong_usage() {
    for path in ["", "my-crate", "my_crate::", "my_crate:apis", "1st", "a b"] {
        let folder = Folder::with("zoo.json", DESCRIPTION);
        let ended = folder.run([
            "generate",
            "zoo.json",
            "--out",
            "apis",
            "--crate-path",
            path,
        ]);
        assert_eq!(ended.code, 2, "`{path}`: {ended:?}");
        assert!(ended.stderr.contains("--crate-path"), "`{path}`: {ended:?}");
        assert!(!folder.path("apis").exists(), "`{path}`");
    }
}

#[test]
fn a_broken_description_ends_with_3_and_its_place_and_nothing_is_written() {
    let folder = Folder::with("broken.json", BROKEN);
    folder.write("zoo.json", DESCRIPTION);
    let ended = folder.run(["generate", "zoo.json", "broken.json", "--out", "apis"]);
    assert_eq!(ended.code, 3, "{ended:?}");
    for said in [
        "error[unresolved-reference]: `#/components/schemas/Keeper` names nothing",
        "broken.json:7:24",
        "= at: #/components/schemas/Animal/items/$ref",
        "nothing was written",
    ] {
        assert!(ended.stderr.contains(said), "{said}: {ended:?}");
    }
    assert!(!folder.path("apis").exists());
}

#[test]
fn a_broken_description_leaves_what_was_generated_before() {
    let folder = Folder::with("zoo.json", DESCRIPTION);
    folder.run(["generate", "zoo.json", "--out", "apis"]);
    let before = folder.files("apis");
    folder.write("zoo.json", BROKEN);
    let ended = folder.run(["generate", "zoo.json", "--out", "apis"]);
    assert_eq!(ended.code, 3, "{ended:?}");
    assert_eq!(folder.files("apis"), before);
}

#[test]
fn a_description_that_is_not_there_ends_with_3() {
    let folder = Folder::new();
    let ended = folder.run(["generate", "zoo.json", "--out", "apis"]);
    assert_eq!(ended.code, 3, "{ended:?}");
    assert!(ended.stderr.contains("zoo.json"), "{ended:?}");
    assert!(!folder.path("apis").exists());
}

#[test]
fn a_folder_that_cannot_be_written_ends_with_1() {
    let folder = Folder::with("zoo.json", DESCRIPTION);
    folder.write("apis", "a file of somebody");
    let ended = folder.run(["generate", "zoo.json", "--out", "apis"]);
    assert_eq!(ended.code, 1, "{ended:?}");
    assert!(ended.stderr.starts_with("error: "), "{ended:?}");
    assert!(ended.stderr.contains("apis"), "{ended:?}");
    assert_eq!(folder.text("apis"), "a file of somebody");
}

#[test]
fn it_is_a_subcommand_of_cargo_too() {
    let folder = Folder::with("zoo.json", DESCRIPTION);
    let named = format!("cargo-bindery{}", std::env::consts::EXE_SUFFIX);
    let binary = folder.path(&named);
    std::fs::copy(BINARY, &binary).expect("the binary can be copied");
    let arguments = ["bindery", "generate", "zoo.json", "--out", "apis"];
    let ended = folder.run_binary(binary, arguments);
    assert_eq!(ended.code, 0, "{ended:?}");
    assert!(folder.text("apis/mod.rs").contains("pub mod zoo;"));
}

#[test]
fn under_its_own_name_it_is_not_told_its_name() {
    let folder = Folder::with("zoo.json", DESCRIPTION);
    let ended = folder.run(["bindery", "generate", "zoo.json", "--out", "apis"]);
    assert_eq!(ended.code, 2, "{ended:?}");
}

#[test]
fn being_quiet_leaves_out_all_but_errors() {
    let folder = Folder::with("zoo.json", DESCRIPTION);
    let ended = folder.run(["generate", "zoo.json", "--out", "apis", "--quiet"]);
    assert_eq!((ended.code, ended.stderr.as_str()), (0, ""));
    folder.write("zoo.json", BROKEN);
    let ended = folder.run(["generate", "zoo.json", "--out", "apis", "--quiet"]);
    assert!(ended.stderr.contains("unresolved-reference"), "{ended:?}");
}

#[test]
fn colours_come_where_they_are_asked_for() {
    let folder = Folder::with("zoo.json", BROKEN);
    for (color, coloured) in [("auto", false), ("always", true), ("never", false)] {
        let ended = folder.run(["generate", "zoo.json", "--out", "apis", "--color", color]);
        assert_eq!(
            ended.stderr.contains('\u{1b}'),
            coloured,
            "{color}: {ended:?}"
        );
    }
}

#[test]
fn a_mistyped_word_gets_a_suggestion() {
    let folder = Folder::with("zoo.json", DESCRIPTION);
    let ended = folder.run(["genrate", "zoo.json"]);
    assert_eq!(ended.code, 2, "{ended:?}");
    assert!(ended.stderr.contains("'generate'"), "{ended:?}");
    let ended = folder.run(["generate", "zoo.json", "--ouy", "apis"]);
    assert!(ended.stderr.contains("'--out'"), "{ended:?}");
}

#[test]
fn completions_are_a_script_of_the_shell() {
    let folder = Folder::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let ended = folder.run(["completions", shell]);
        assert_eq!(ended.code, 0, "{shell}: {ended:?}");
        assert!(ended.stdout.contains("inspect"), "{shell}");
    }
    assert_eq!(folder.run(["completions", "cmd"]).code, 2);
}

#[test]
fn findings_are_json_where_a_machine_reads() {
    let folder = Folder::with("zoo.json", BROKEN);
    let ended = folder.run(["generate", "zoo.json", "--out", "apis", "--format", "json"]);
    assert_eq!(ended.code, 3, "{ended:?}");
    let shown: serde_json::Value = serde_json::from_str(&ended.stdout).expect("it is JSON");
    let finding = &shown["findings"][0];
    assert_eq!(finding["code"], "unresolved-reference");
    assert_eq!(
        (&finding["line"], &finding["column"]),
        (&7.into(), &24.into())
    );
}

#[test]
fn without_a_place_to_write_to_both_ways_to_name_one_are_said() {
    let folder = Folder::with("zoo.json", DESCRIPTION);
    let ended = folder.run(["generate", "zoo.json"]);
    assert_eq!(ended.code, 2, "{ended:?}");
    assert!(ended.stderr.contains("--out <DIR>"), "{ended:?}");
    assert!(ended.stderr.contains("--crate <NAME>"), "{ended:?}");
}

#[test]
fn a_few_removed_files_are_named() {
    let folder = Folder::with("zoo.json", DESCRIPTION);
    folder.run(["generate", "zoo.json", "--out", "apis"]);
    folder.write("zoo.json", &DESCRIPTION.replace("Animal", "Beast"));
    let stale = "apis/zoo/types/animal.rs";
    let ended = folder.run(["generate", "zoo.json", "--out", "apis", "--check"]);
    assert!(
        ended.stderr.contains(&format!("stale: {stale}")),
        "{ended:?}"
    );
    let ended = folder.run(["generate", "zoo.json", "--out", "apis"]);
    assert!(
        ended.stderr.contains(&format!("removed: {stale}")),
        "{ended:?}"
    );
}

#[test]
fn strict_keeps_the_properties_of_which_no_schema_speaks() {
    let folder = Folder::with("zoo.json", DESCRIPTION);
    folder.write("bindery.toml", "reading = \"lenient\"\n");
    folder.run(["generate", "zoo.json", "--out", "apis"]);
    let lenient = folder.text("apis/zoo/types/animal.rs");
    assert!(!lenient.contains("bindery::JsonObject"), "{lenient}");
    folder.run(["generate", "zoo.json", "--out", "apis", "--strict"]);
    let strict = folder.text("apis/zoo/types/animal.rs");
    assert!(strict.contains("bindery::JsonObject"), "{strict}");
}

#[test]
fn denied_warnings_end_with_1_and_nothing_is_written() {
    let folder = Folder::with("zoo.json", &DESCRIPTION.replace("\"name\"]", "\"gone\"]"));
    let denied = ["--out", "apis", "--deny-warnings"];
    let ended = folder.run(["generate", "zoo.json"].into_iter().chain(denied));
    assert_eq!(ended.code, 1, "{ended:?}");
    assert!(ended.stderr.contains("warnings are denied"), "{ended:?}");
    assert!(!folder.path("apis").exists());
    let ended = folder.run(["inspect", "zoo.json", "--deny-warnings"]);
    assert_eq!(ended.code, 1, "{ended:?}");

    folder.write("zoo.json", DESCRIPTION);
    let ended = folder.run(["generate", "zoo.json"].into_iter().chain(denied));
    assert_eq!(ended.code, 0, "{ended:?}");
}

#[test]
fn a_machine_is_told_what_would_change() {
    let folder = Folder::with("zoo.json", DESCRIPTION);
    let check = [
        "generate", "zoo.json", "--out", "apis", "--check", "--format", "json",
    ];
    let ended = folder.run(check);
    assert_eq!(ended.code, 1, "{ended:?}");
    let shown: serde_json::Value = serde_json::from_str(&ended.stdout).expect("it is JSON");
    let added = shown["files"]["added"].as_array().expect("a list");
    assert!(added.contains(&"mod.rs".into()), "{shown}");
    assert_eq!(shown["files"]["unchanged"], 0);
}
