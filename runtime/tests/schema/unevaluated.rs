//! `unevaluatedItems` and `unevaluatedProperties`: what no other keyword has looked at.

use bindery::schema;

use super::{breaks, keeps, said};

bindery::schemas! {
    NAMED [Properties(&[("name", Schema(&[]))], &[], None)]
}

#[test]
fn properties_of_members_are_evaluated() {
    let object = schema![
        UnevaluatedProperties(Schema(&[Never])),
        AllOf(&[Schema(&[Ref(&NAMED)])]),
        Properties(&[("id", Schema(&[]))], &[("^x-", Schema(&[]))], None),
    ];
    keeps(&object, r#"{"id": 1, "name": 2, "x-a": 3}"#);
    assert_eq!(
        said(&object, r#"{"id": 1, "other": 2}"#),
        "unevaluatedProperties: /other must not be there"
    );
}

#[test]
fn a_member_that_does_not_hold_evaluates_nothing() {
    let object = schema![
        AnyOf(&[
            Schema(&[
                Properties(&[("a", Schema(&[Type(&[JsonType::Integer])]))], &[], None),
                Required(&["a"]),
            ]),
            Schema(&[Properties(&[("b", Schema(&[]))], &[], None)]),
        ]),
        UnevaluatedProperties(Schema(&[Never])),
    ];
    keeps(&object, r#"{"a": 1, "b": 1}"#);
    breaks(&object, r#"{"a": "", "b": 1}"#);
}

#[test]
fn what_not_looks_at_is_not_evaluated() {
    let object = schema![
        Not(Schema(&[Not(Schema(&[Ref(&NAMED)]))])),
        UnevaluatedProperties(Schema(&[Never])),
    ];
    breaks(&object, r#"{"name": 1}"#);
}

#[test]
fn conditions_and_dependencies_evaluate() {
    let object = schema![
        If(
            Schema(&[
                Required(&["a"]),
                Properties(&[("a", Schema(&[]))], &[], None)
            ]),
            Schema(&[Properties(&[("b", Schema(&[]))], &[], None)]),
            Schema(&[Properties(&[("c", Schema(&[]))], &[], None)]),
        ),
        DependentSchemas(&[("b", Schema(&[Properties(&[("d", Schema(&[]))], &[], None)]))]),
        UnevaluatedProperties(Schema(&[Never])),
    ];
    keeps(&object, r#"{"a": 1, "b": 1, "d": 1}"#);
    keeps(&object, r#"{"c": 1}"#);
    breaks(&object, r#"{"a": 1, "c": 1}"#);
    breaks(&object, r#"{"a": 1, "d": 1}"#);
}

#[test]
fn items_that_contains_found_are_evaluated() {
    let list = schema![
        Items(&[Schema(&[])], None),
        Contains(Schema(&[Type(&[JsonType::String])]), 0, None),
        UnevaluatedItems(Schema(&[Check(Constraint::OneOf(&["0"]))])),
    ];
    keeps(&list, r#"[1, "a", 0]"#);
    assert_eq!(said(&list, r#"[1, "a", 2]"#), "enum: /2 must be 0");
}

#[test]
fn the_rest_of_a_list_is_evaluated() {
    let list = schema![
        OneOf(&[Schema(&[Items(&[], Some(Schema(&[])))])]),
        UnevaluatedItems(Schema(&[Never])),
    ];
    keeps(&list, "[1, 2]");
}

#[test]
fn an_inner_keyword_evaluates_for_the_outer_one() {
    let object = schema![
        AllOf(&[Schema(&[UnevaluatedProperties(Schema(&[]))])]),
        UnevaluatedProperties(Schema(&[Never])),
    ];
    keeps(&object, r#"{"a": 1}"#);
}
