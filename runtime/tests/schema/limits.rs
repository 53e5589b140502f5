//! No schema and no value overflows the stack, takes time without end, or is admitted because it was given up.

use bindery::{Checker, Json, Validate, schema};

bindery::schemas! {
    TREE [
        AnyOf(&[Schema(&[Ref(&LEAF)]), Schema(&[Items(&[], Some(Schema(&[Ref(&TREE)])))])]),
        Properties(&[], &[], Some(Schema(&[Ref(&TREE)]))),
    ]
    LEAF [Type(&[bindery::JsonType::Integer])]
    CONDITION [If(
        Schema(&[Items(&[], Some(Schema(&[Ref(&CONDITION)])))]),
        Schema(&[Items(&[], Some(Schema(&[Ref(&CONDITION)])))]),
        Schema(&[]),
    )]
    CONTAINING [
        Contains(Schema(&[Ref(&CONTAINING)]), 0, Some(2)),
        Items(&[], Some(Schema(&[Ref(&CONTAINING)]))),
        Type(&[JsonType::Array, JsonType::Integer]),
    ]
    ALTERNATIVES [AnyOf(&[
        Schema(&[Type(&[JsonType::Integer])]),
        Schema(&[Items(&[], Some(Schema(&[Ref(&ALTERNATIVES)])))]),
        Schema(&[Items(&[], Some(Schema(&[Ref(&ALTERNATIVES)])))]),
    ])]
    BOTH [AllOf(&[
        Schema(&[Items(&[], Some(Schema(&[Ref(&BOTH)])))]),
        Schema(&[Items(&[], Some(Schema(&[Ref(&BOTH)])))]),
        Schema(&[Type(&[JsonType::Array, JsonType::Integer])]),
    ])]
    UNEVALUATED [
        AnyOf(&[
            Schema(&[Items(&[Schema(&[Ref(&UNEVALUATED)])], None)]),
            Schema(&[Items(&[Schema(&[Ref(&UNEVALUATED)])], None)]),
        ]),
        UnevaluatedItems(Schema(&[Never])),
    ]
    NAMED [
        PropertyNames(Schema(&[Ref(&SHORT)])),
    ]
    SHORT [Check(Constraint::MaxLength(1))]
    LOOP [AllOf(&[Schema(&[Ref(&LOOP)])])]
    LOOP_OR_LEAF [AnyOf(&[Schema(&[Ref(&LOOP_OR_LEAF)]), Schema(&[Ref(&LEAF)])])]
    DEEP_LEAF [
        Properties(&[], &[], Some(Schema(&[Ref(&DEEP_LEAF)]))),
        Type(&[JsonType::Object, JsonType::Integer]),
    ]
}

#[test]
fn a_value_that_nests_too_deep_is_a_violation() {
    let mut value = Json::from(1);
    for level in 0..400 {
        value = if level % 2 == 0 {
            Json::from(vec![value])
        } else {
            serde_json::json!({ "a": value })
        };
    }
    let mut checker = Checker::default();
    value.constrain(&schema![Ref(&TREE)], &mut checker);
    let violations = checker.finish().unwrap_err();
    assert!(
        violations
            .iter()
            .any(|it| it.keyword == "$ref" || it.keyword == "anyOf")
    );
}

#[test]
fn a_value_as_deep_as_text_may_nest_is_checked() {
    let text = format!("{}1{}", "[".repeat(126), "]".repeat(126));
    super::keeps(&schema![Ref(&TREE)], &text);
}

fn in_arrays(inner: &str, depth: usize) -> String {
    format!("{}{inner}{}", "[".repeat(depth), "]".repeat(depth))
}

#[test]
fn a_schema_that_refers_to_itself_twice_is_evaluated_once_for_each_value() {
    for schema in [
        schema![Ref(&CONDITION)],
        schema![Ref(&CONTAINING)],
        schema![Ref(&ALTERNATIVES)],
        schema![Ref(&BOTH)],
        schema![Ref(&UNEVALUATED)],
    ] {
        super::keeps(&schema, &in_arrays("1", 100));
    }
    super::breaks(&schema![Ref(&CONTAINING)], &in_arrays("\"\"", 100));
}

#[test]
fn a_violation_that_two_members_find_is_reported_once() {
    let said = super::violations(&schema![Ref(&BOTH)], &in_arrays("\"\"", 100));
    assert_eq!(said.len(), 1, "{said:?}");
}

#[test]
fn each_name_is_answered_for_itself() {
    super::keeps(&schema![Ref(&NAMED)], r#"{"a": 1, "b": 2}"#);
    super::breaks(&schema![Ref(&NAMED)], r#"{"a": 1, "bb": 2}"#);
}

#[test]
fn what_is_given_up_is_not_admitted() {
    for schema in [
        schema![Not(Schema(&[Ref(&LOOP)]))],
        schema![Not(Schema(&[Not(Schema(&[Ref(&LOOP)]))]))],
        schema![If(Schema(&[Ref(&LOOP)]), Schema(&[Never]), Schema(&[]))],
        schema![OneOf(&[Schema(&[Ref(&LOOP)]), Schema(&[])])],
    ] {
        super::breaks(&schema, "1");
    }
    let few = schema![Contains(Schema(&[Ref(&LOOP)]), 0, Some(0))];
    super::breaks(&few, "[1]");
    let name = schema![Not(Schema(&[PropertyNames(Schema(&[Ref(&LOOP)]))]))];
    super::breaks(&name, r#"{"a": 1}"#);
}

#[test]
fn what_does_not_depend_on_it_is_decided() {
    super::keeps(&schema![Ref(&LOOP_OR_LEAF)], "1");
    super::breaks(&schema![Ref(&LOOP_OR_LEAF)], "1.5");
    super::keeps(&schema![AnyOf(&[Schema(&[Ref(&LOOP)]), Schema(&[])])], "1");
    super::breaks(
        &schema![Not(Schema(&[AnyOf(&[Schema(&[Ref(&LOOP)]), Schema(&[])])]))],
        "1",
    );
}

#[test]
fn not_does_not_admit_a_value_that_nests_too_deep() {
    let mut value = Json::from(1);
    for _ in 0..400 {
        value = serde_json::json!({ "a": value });
    }
    let mut checker = Checker::default();
    value.constrain(&schema![Not(Schema(&[Ref(&DEEP_LEAF)]))], &mut checker);
    assert!(checker.finish().is_err());
}
