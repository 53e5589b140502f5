//! Keywords of arrays.

use bindery::schema;

use super::{breaks, keeps, said};

#[test]
fn items_are_those_after_the_first() {
    let list = schema![Items(
        &[Schema(&[Type(&[JsonType::String])])],
        Some(Schema(&[Type(&[JsonType::Integer])]))
    )];
    keeps(&list, r#"["a", 1, 2]"#);
    keeps(&list, "[]");
    keeps(&list, r#"{"0": 1}"#);
    assert_eq!(
        said(&list, r#"[1, "a"]"#),
        "type: /0 must be a string\ntype: /1 must be a whole number"
    );
}

#[test]
fn items_false_ends_the_list() {
    let pair = schema![Items(&[Schema(&[]), Schema(&[])], Some(Schema(&[Never])))];
    keeps(&pair, "[1, 2]");
    assert_eq!(said(&pair, "[1, 2, 3]"), "items: /2 must not be there");
}

#[test]
fn contains_counts_what_fits() {
    let some = schema![Contains(Schema(&[Type(&[JsonType::Integer])]), 1, Some(2))];
    keeps(&some, r#"["a", 1]"#);
    keeps(&some, r#""a""#);
    assert_eq!(
        said(&some, "[]"),
        "contains: the value must have at least 1 element that `contains` describes"
    );
    assert_eq!(
        said(&some, "[1, 2, 3]"),
        "maxContains: the value must have at most 2 elements that `contains` describes"
    );
}

#[test]
fn contains_may_ask_for_none() {
    let few = schema![Contains(Schema(&[Type(&[JsonType::Integer])]), 0, Some(1))];
    keeps(&few, "[]");
    breaks(&few, "[1, 2]");
}
