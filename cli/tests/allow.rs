//! Findings that the user accepts, one code at a time.

mod support;

use support::{DESCRIPTION, Folder};

/// A description with six warnings: five required properties that are not there, and a version to come.
fn warned() -> Folder {
    let required = r#"["name", "a", "b", "c", "d", "e"]"#;
    let text = DESCRIPTION.replace("[\"name\"]", required);
    Folder::with("zoo.json", &text.replace("3.0.3", "3.9.0"))
}

const DENIED: [&str; 5] = ["generate", "zoo.json", "--out", "apis", "--deny-warnings"];

#[test]
fn many_warnings_are_counted_at_the_end() {
    let folder = warned();
    for arguments in [&DENIED[..], &DENIED[..4], &["inspect", "zoo.json"]] {
        let ended = folder.run(arguments);
        let total = "6 warnings: 5 unknown-required-property, 1 unknown-version\n";
        assert!(ended.stderr.contains(total), "{ended:?}");
    }
    let few = Folder::with("zoo.json", &DESCRIPTION.replace("3.0.3", "3.9.0"));
    let ended = few.run(DENIED);
    assert!(!ended.stderr.contains("1 warning"), "{ended:?}");
}

#[test]
fn warnings_that_are_allowed_are_neither_shown_nor_denied() {
    let folder = warned();
    let first = ["--allow", "unknown-required-property"];
    let ended = folder.run(DENIED.into_iter().chain(first));
    assert_eq!(ended.code, 1, "{ended:?}");
    assert!(!ended.stderr.contains("[unknown-required"), "{ended:?}");
    assert!(ended.stderr.contains("[unknown-version]"), "{ended:?}");
    let note = "note: to generate all the same: --allow unknown-version\n";
    assert!(ended.stderr.contains(note), "{ended:?}");
    let both = first.into_iter().chain(["--allow", "unknown-version"]);
    let ended = folder.run(DENIED.into_iter().chain(both));
    assert_eq!(ended.code, 0, "{ended:?}");
    assert!(!ended.stderr.contains("warning"), "{ended:?}");
}

#[test]
fn a_configuration_allows_what_the_command_does() {
    let folder = warned();
    let config =
        "allow = [\"unknown-version\"]\n[spec.zoo]\nallow = [\"unknown-required-property\"]\n";
    folder.write("bindery.toml", config);
    let ended = folder.run(DENIED);
    assert_eq!(ended.code, 0, "{ended:?}");
    folder.write("bindery.toml", &config.replace("spec.zoo", "spec.ark"));
    let ended = folder.run(DENIED);
    assert!(ended.stderr.contains("[unknown-required"), "{ended:?}");
}

#[test]
fn an_error_that_is_allowed_is_a_warning_that_is_not_denied() {
    let server = "\"servers\": [{ \"url\": \"https://{city}.example.com\" }], \"paths\": {}";
    let folder = Folder::with("zoo.json", &DESCRIPTION.replace("\"paths\": {}", server));
    assert_eq!(folder.run(DENIED).code, 3);
    folder.write(
        "bindery.toml",
        "allow = [\"server-variable\", \"relative-server\"]\n",
    );
    let ended = folder.run(DENIED);
    assert_eq!(ended.code, 0, "{ended:?}");
    assert!(
        ended.stderr.contains("warning[server-variable]"),
        "{ended:?}"
    );
}

#[test]
fn a_code_that_is_misspelt_is_told_the_nearest() {
    let folder = warned();
    let meant = "did you mean `skipped-media-type`?";
    let ended = folder.run(DENIED.into_iter().chain(["--allow", "skiped-media-type"]));
    assert_eq!(ended.code, 2, "{ended:?}");
    assert!(ended.stderr.contains(meant), "{ended:?}");
    folder.write("bindery.toml", "allow = [\"skiped-media-type\"]\n");
    let ended = folder.run(DENIED);
    assert_eq!(ended.code, 3, "{ended:?}");
    assert!(ended.stderr.contains("bindery.toml:1:10"), "{ended:?}");
    assert!(ended.stderr.contains(meant), "{ended:?}");
}

#[test]
fn what_is_quiet_says_nothing_but_errors() {
    let folder = warned();
    let ended = folder.run(["inspect", "zoo.json", "-q"]);
    assert_eq!((ended.code, ended.stdout.as_str()), (0, ""), "{ended:?}");
    assert_eq!(ended.stderr, "");
    let ended = folder.run(["inspect", "zoo.json", "-q", "--format", "json"]);
    assert!(ended.stdout.contains("\"Zoo\""), "{ended:?}");
}
