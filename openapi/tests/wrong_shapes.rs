//! A value of the wrong kind, anywhere in a description of Swagger 2.0, is told
//! of or understood, at a place that the text has, and never a panic.

use std::path::Path;

use bindery_openapi::{Pointer, read_text};
use serde_json::{Value, json};

/// The pointer to every node of `value`.
fn pointers(value: &Value, at: &Pointer, found: &mut Vec<Pointer>) {
    found.push(at.clone());
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                pointers(member, &at.key(key), found);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                pointers(item, &at.index(index), found);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn check(description: &Value) {
    let reading = read_text("spec.json", &description.to_string());
    assert_eq!(reading.document.is_none(), reading.report.has_errors());
    for diagnostic in &reading.report {
        let Some(location) = &diagnostic.location else {
            continue;
        };
        let origin = reading.sources.origin(location);
        let mut pointer = origin.pointer.as_str();
        // What is missing is shown by what it is missing from.
        if description.pointer(pointer).is_none() {
            pointer = pointer.rsplit_once('/').map_or("", |(above, _)| above);
        }
        assert!(
            description.pointer(pointer).is_some(),
            "{}: {} in {description}",
            diagnostic.message,
            origin.pointer
        );
    }
}

#[test]
fn a_wrong_value_anywhere_is_told_of_or_understood() {
    let wrong = [
        json!(null),
        json!(true),
        json!(7),
        json!("x"),
        json!([]),
        json!([{}]),
        json!({}),
        json!({ "$ref": "#" }),
        json!({ "$ref": "#/definitions" }),
    ];
    let folder = std::fs::read_dir("tests/rewritten").expect("the folder of cases exists");
    for case in folder {
        let case = case.expect("the folder can be listed").path();
        let text = std::fs::read_to_string(Path::new(&case).join("spec.json"));
        let text = text.expect("the case can be read");
        let description: Value = serde_json::from_str(&text).expect("the case is JSON");
        let mut places = Vec::new();
        pointers(&description, &Pointer::root(), &mut places);
        for place in &places {
            for value in &wrong {
                let mut description = description.clone();
                if let Some(there) = description.pointer_mut(place.as_str()) {
                    *there = value.clone();
                }
                check(&description);
            }
        }
    }
}
