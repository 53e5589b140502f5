//! What the tests of the bindings take to be equal.

mod support;

use bindery_openapi::{Document, read_text};
use serde_json::{Value, json};
use support::equality::equal;

const INSTANT: &str = "2024-01-31T10:00:00Z";
const SAME_INSTANT: &str = "2024-01-31T12:00:00+02:00";

#[test]
fn integers_are_equal_only_exactly() {
    let (power, successor) = (1_u64 << 53, (1_u64 << 53) + 1);
    assert!(equal_as(&json!({}), &json!(power), &json!(power)));
    assert!(!equal_as(&json!({}), &json!(power), &json!(successor)));
    assert!(!equal_as(
        &json!({}),
        &json!(u64::MAX),
        &json!(u64::MAX - 1)
    ));
}

#[test]
fn a_number_with_a_fraction_is_equal_by_value() {
    assert!(equal_as(&json!({}), &json!(1), &json!(1.0)));
    assert!(!equal_as(&json!({}), &json!(1), &json!(1.5)));
}

#[test]
fn the_same_instant_is_equal_only_where_the_schema_says_date_time() {
    let date_time = json!({ "type": "string", "format": "date-time" });
    let text = json!({ "type": "string" });
    for (schema, is_equal) in [(&date_time, true), (&text, false), (&json!({}), false)] {
        for (schema, left, right) in [
            (schema.clone(), json!(INSTANT), json!(SAME_INSTANT)),
            (
                json!({ "allOf": [schema] }),
                json!(INSTANT),
                json!(SAME_INSTANT),
            ),
            (
                json!({ "type": "array", "items": schema }),
                json!([INSTANT]),
                json!([SAME_INSTANT]),
            ),
            (
                json!({ "properties": { "at": schema } }),
                json!({ "at": INSTANT }),
                json!({ "at": SAME_INSTANT }),
            ),
            (
                json!({ "additionalProperties": schema }),
                json!({ "at": INSTANT }),
                json!({ "at": SAME_INSTANT }),
            ),
        ] {
            assert_eq!(equal_as(&schema, &left, &right), is_equal, "{schema}");
        }
    }
}

#[test]
fn nothing_may_be_added_or_lost() {
    for (left, right) in [
        (json!({ "a": 1 }), json!({})),
        (json!({ "a": null }), json!({})),
        (json!([1, 2]), json!([2, 1])),
        (json!([1]), json!([1, 1])),
        (json!("1"), json!(1)),
    ] {
        assert!(!equal_as(&json!({}), &left, &right), "{left} {right}");
        assert!(!equal_as(&json!({}), &right, &left), "{right} {left}");
    }
    assert!(equal_as(
        &json!({}),
        &json!({ "a": 1, "b": 2 }),
        &json!({ "b": 2, "a": 1 })
    ));
}

/// Whether the values are equal as values of the schema.
fn equal_as(schema: &Value, left: &Value, right: &Value) -> bool {
    let document = described(schema);
    let named = document.components.schemas[0].schema;
    equal(&document, [named], left, right)
}

fn described(schema: &Value) -> Document {
    let description = json!({
        "openapi": "3.0.3",
        "info": { "title": "Events", "version": "1" },
        "paths": {},
        "components": { "schemas": { "A": schema } }
    });
    let reading = read_text("test.json", &description.to_string());
    reading.document.expect("the description has no error")
}
