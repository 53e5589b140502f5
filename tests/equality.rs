//! What the tests of the bindings take to be equal.

mod support;

use serde_json::json;
use support::equality::equal;

#[test]
fn integers_are_equal_only_exactly() {
    let (power, successor) = (1_u64 << 53, (1_u64 << 53) + 1);
    assert!(equal(&json!(power), &json!(power)));
    assert!(!equal(&json!(power), &json!(successor)));
    assert!(!equal(&json!(u64::MAX), &json!(u64::MAX - 1)));
}

#[test]
fn a_number_with_a_fraction_is_equal_by_value() {
    assert!(equal(&json!(1), &json!(1.0)));
    assert!(!equal(&json!(1), &json!(1.5)));
}

#[test]
fn texts_are_equal_only_as_they_are_written() {
    let (text, other) = ("2024-01-31T10:00:00Z", "2024-01-31T10:00:00+00:00");
    assert!(equal(&json!({ "at": [text] }), &json!({ "at": [text] })));
    assert!(!equal(&json!({ "at": [text] }), &json!({ "at": [other] })));
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
        assert!(!equal(&left, &right), "{left} {right}");
        assert!(!equal(&right, &left), "{right} {left}");
    }
    assert!(equal(
        &json!({ "a": 1, "b": 2 }),
        &json!({ "b": 2, "a": 1 })
    ));
}
