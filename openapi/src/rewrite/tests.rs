//! What 2.0 becomes in 3.0.
//!
//! Every folder of `tests/rewritten` holds a description; what is made of it,
//! and what is said of it, stands beside it.

use std::path::Path;

use crate::files::{Files, Policy};
use crate::rewrite;
use crate::{FileId, Location, Pointer, RenderStyle, Report, render};

fn rewritten(case: &Path) -> String {
    let mut files = Files::new(Policy::default());
    let root = files.load_root(&case.join("spec.json"));
    let root = root.expect("the case is JSON");
    let mut report = Report::default();
    rewrite::rewrite(&mut files, root, &mut report);
    let mut text = String::new();
    let mut file = root;
    while let Some(value) = files.value(file) {
        text += &serde_json::to_string_pretty(value).expect("a value can be written");
        text += "\n\n";
        file = FileId(file.0 + 1);
    }
    crate::check_rewritten(&mut files, root, &mut report);
    let findings = render(&report, &files.into_sources(), RenderStyle::Plain);
    format!("{text}{findings}\n{}\n", report.summary())
}

#[test]
fn each_feature_is_said_in_the_words_of_3_0() {
    let folder = std::fs::read_dir("tests/rewritten").expect("the folder of cases exists");
    let mut cases: Vec<_> = folder
        .map(|entry| entry.expect("the folder can be listed").path())
        .filter(|path| path.is_dir())
        .collect();
    cases.sort();
    for case in cases {
        insta::with_settings!({
            snapshot_path => Path::new("../..").join(&case),
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, {
            insta::assert_snapshot!("rewritten", rewritten(&case));
        });
    }
}

#[test]
fn a_moved_node_is_shown_where_it_was_written() {
    let text = r#"{
  "swagger": "2.0",
  "paths": { "/a": { "post": { "parameters": [
    { "name": "b", "in": "body", "schema": { "type": "object" } },
    { "name": "q", "in": "query", "type": "string" }
  ] } } },
  "definitions": { "A": { "type": "string" } }
}"#;
    let mut files = Files::new(Policy::default());
    let file = files.load_root_text("a.json", text);
    let file = file.expect("it is JSON");
    rewrite::rewrite(&mut files, file, &mut Report::default());
    let sources = files.into_sources();
    let line_of = |file: FileId, pointer: &str| {
        let pointer = Pointer::parse(pointer);
        let position = sources.position(&Location { file, pointer });
        position.map(|position| (position.line, position.column))
    };
    let body = "/paths/~1a/post/requestBody/content/application~1json/schema/type";
    assert_eq!(line_of(file, body), Some((4, 54)));
    let query = "/paths/~1a/post/parameters/0/schema/type";
    assert_eq!(line_of(file, query), Some((5, 43)));
    assert_eq!(line_of(file, "/components/schemas/A/type"), Some((7, 35)));
    let first = "/paths/~1a/post/parameters/0";
    assert_eq!(line_of(file.as_written(), first), Some((4, 5)));
}
