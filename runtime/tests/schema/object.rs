//! Keywords of objects.

use std::collections::BTreeMap;

use bindery::{Checker, Validate, schema};

use super::{breaks, keeps, said};

#[test]
fn properties_patterns_and_others_are_told_apart() {
    let object = schema![Properties(
        &[("a/b", Schema(&[Type(&[JsonType::String])]))],
        &[("^x", Schema(&[Type(&[JsonType::Integer])]))],
        Some(Schema(&[Never]))
    )];
    keeps(&object, r#"{"a/b": "", "x1": 1}"#);
    assert_eq!(
        said(&object, r#"{"a/b": 1, "x": "a", "y": 0}"#),
        "type: /a~1b must be a string\ntype: /x must be a whole number\nadditionalProperties: /y must not be there"
    );
}

#[test]
fn each_pattern_holds() {
    let object = schema![Properties(
        &[],
        &[
            ("^x", Schema(&[Type(&[JsonType::Integer])])),
            ("y$", Schema(&[Check(Constraint::OneOf(&["1"]))])),
        ],
        None
    )];
    keeps(&object, r#"{"xy": 1, "z": null}"#);
    breaks(&object, r#"{"xy": 2}"#);
}

#[test]
fn required_names_what_is_missing() {
    let object = schema![Required(&["a", "b"])];
    keeps(&object, r#"{"a": 1, "b": null}"#);
    keeps(&object, "[]");
    assert_eq!(
        said(&object, r#"{"a": 1}"#),
        "required: the value must have the property `b`"
    );
}

#[test]
fn names_are_held_to_a_schema() {
    let object = schema![PropertyNames(Schema(&[Check(Constraint::MaxLength(1))]))];
    keeps(&object, r#"{"a": 1}"#);
    assert_eq!(
        said(&object, r#"{"ab": 1}"#),
        "propertyNames: the value must not have the property `ab`, whose name `propertyNames` does not admit"
    );
}

#[test]
fn a_property_asks_for_others() {
    let object = schema![DependentRequired(&[("card", &["address"])])];
    keeps(&object, "{}");
    keeps(&object, r#"{"card": 1, "address": 2}"#);
    assert_eq!(
        said(&object, r#"{"card": 1}"#),
        "dependentRequired: the value must have the property `address` because it has `card`"
    );
}

#[test]
fn a_property_asks_for_a_schema() {
    let object = schema![DependentSchemas(&[
        ("a", Schema(&[Required(&["b"])])),
        ("no", Schema(&[Never])),
    ])];
    keeps(&object, r#"{"b": 1}"#);
    assert_eq!(
        said(&object, r#"{"a": 1}"#),
        "required: the value must have the property `b`"
    );
    assert_eq!(
        said(&object, r#"{"no": 1}"#),
        "dependentSchemas: the value must not have the property `no`"
    );
}

#[test]
fn a_typed_value_is_checked_as_its_json() {
    let value: BTreeMap<String, Vec<i64>> = [("a".to_owned(), vec![1, -1])].into();
    let natural = schema![Properties(
        &[],
        &[],
        Some(Schema(&[Items(
            &[],
            Some(Schema(&[Not(Schema(&[Check(Constraint::OneOf(&["-1"]))]))]))
        )]))
    )];
    let mut checker = Checker::default();
    value.constrain(&natural, &mut checker);
    let violations = checker.finish().unwrap_err();
    assert_eq!(
        violations.to_string(),
        "/a/1 must not be what `not` describes"
    );
}

#[test]
fn a_null_is_checked() {
    let mut checker = Checker::default();
    None::<i64>.constrain(
        &schema![Not(Schema(&[Type(&[JsonType::Null])]))],
        &mut checker,
    );
    assert!(checker.finish().is_err());
}
