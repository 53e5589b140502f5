//! No schema and no value overflows the stack.

use bindery::{Checker, Json, Validate, schema};

bindery::schemas! {
    TREE [
        AnyOf(&[Schema(&[Ref(&LEAF)]), Schema(&[Items(&[], Some(Schema(&[Ref(&TREE)])))])]),
        Properties(&[], &[], Some(Schema(&[Ref(&TREE)]))),
    ]
    LEAF [Type(&[bindery::JsonType::Integer])]
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
