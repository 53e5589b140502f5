//! `cargo build` regenerates the bindings: shown in a scratch copy of the workspace, with a
//! package that depends on it.

mod scratch;

use scratch::{Scratch, edit};

const DEPENDENT: &str = r#"use event_apis::whaly::types::PagingNext;

fn main() {
    let next = PagingNext { after: "a".to_owned() };
    println!("{}", next.after);
}
"#;

const DEPENDENT_ON_THE_EDIT: &str = r#"use event_apis::whaly::types::PagingNext;

fn main() {
    let next = PagingNext { after: "a".to_owned(), before: Some("b".to_owned()) };
    println!("{}{}", next.after, next.before.unwrap_or_default());
}
"#;

#[test]
fn one_build_after_an_edit_shows_a_dependent_the_new_code() {
    let scratch = Scratch::take();
    scratch.write("dependent/src/main.rs", DEPENDENT);
    scratch.build_dependent().succeeds();

    scratch.change("workspace/specs/whaly.json", |text| {
        edit(text, "\"PagingNext\": {", |schema| {
            schema.replacen(
                "\"properties\": {",
                "\"properties\": { \"before\": { \"type\": \"string\" },",
                1,
            )
        })
    });
    scratch.write("dependent/src/main.rs", DEPENDENT_ON_THE_EDIT);
    scratch.build_dependent().succeeds();
}

#[test]
fn editing_one_property_changes_exactly_the_file_of_its_schema() {
    let scratch = Scratch::take();
    scratch.build().succeeds();
    let before = scratch.generated();

    scratch.change("workspace/specs/whaly.json", |text| {
        edit(text, "\"ObjectEventDto\": {", |schema| {
            schema.replacen("\"Unique ID\"", "\"The event's own id\"", 1)
        })
    });
    scratch.build().succeeds();

    let after = scratch.generated();
    let changed: Vec<&String> = after
        .iter()
        .filter(|(path, text)| before.get(*path) != Some(text))
        .map(|(path, _)| path)
        .collect();
    assert_eq!(changed, ["whaly/types/object_event_dto.rs"]);
    assert_eq!(before.len(), after.len());
}

#[test]
fn a_build_with_nothing_changed_neither_generates_nor_writes() {
    let scratch = Scratch::take();
    scratch.build().succeeds();
    let before = scratch.modification_times();

    let output = scratch.build_verbosely().succeeds();
    assert!(output.contains("Fresh event-apis"), "{output}");
    assert!(!output.contains("build-script-build"), "{output}");
    assert_eq!(scratch.modification_times(), before);
}

#[test]
fn a_removed_description_takes_its_files_with_it() {
    let scratch = Scratch::take();
    scratch.build().succeeds();
    scratch.remove("workspace/specs/outreach.json");
    scratch.build().succeeds();

    let generated = scratch.generated();
    assert!(!generated.keys().any(|path| path.starts_with("outreach")));
    assert!(!generated["lib.rs"].contains("outreach"));
    assert!(!scratch.exists("workspace/generated/outreach"));
}

#[test]
fn a_broken_description_fails_the_build_with_its_place_and_leaves_the_bindings_alone() {
    let scratch = Scratch::take();
    scratch.build().succeeds();
    let before = scratch.generated();

    scratch.change("workspace/specs/whaly.json", |text| {
        text.replacen(
            "#/components/schemas/PagingNext",
            "#/components/schemas/PagingNxt",
            1,
        )
    });
    scratch.change("workspace/specs/outreach.json", |text| {
        text.replacen("\"Get an Event by ID\"", "\"Get one Event by ID\"", 1)
    });
    let output = scratch.build().fails();

    let line = scratch.line_of("workspace/specs/whaly.json", "PagingNxt");
    assert!(output.contains("unresolved-reference"), "{output}");
    assert!(
        output.contains(&format!("specs/whaly.json:{line}:")),
        "{output}"
    );
    assert_eq!(scratch.generated(), before);
}

#[test]
fn the_packaged_crate_has_no_build_script() {
    let scratch = Scratch::take();
    scratch.build().succeeds();
    let packaged = scratch.package();

    let manifest = scratch.read(&format!("{packaged}/Cargo.toml"));
    assert!(manifest.contains("build = false"), "{manifest}");
    for left_out in ["build.rs", "specs"] {
        assert!(
            !scratch.exists(&format!("{packaged}/{left_out}")),
            "{left_out}"
        );
    }
    for packed in [
        "generated/lib.rs",
        "README.md",
        "LICENSE-MIT",
        "LICENSE-APACHE",
    ] {
        assert!(scratch.exists(&format!("{packaged}/{packed}")), "{packed}");
    }
}
