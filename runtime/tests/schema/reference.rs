//! References, by name and by dynamic scope.

use bindery::schema;

use super::{breaks, keeps, said};

bindery::schemas! {
    NODE [
        Type(&[JsonType::Object]),
        Properties(&[("next", Schema(&[Ref(&NODE)]))], &[], Some(Schema(&[Never]))),
    ]
    LOOP [AllOf(&[Schema(&[Ref(&LOOP)])])]
    ANY []
    STRING [Type(&[JsonType::String])]
    LIST [
        Anchors(&[("item", &ANY)]),
        Items(&[], Some(Schema(&[DynamicRef("item", &ANY)]))),
    ]
    STRINGS [Anchors(&[("item", &STRING)]), Ref(&LIST)]
}

#[test]
fn a_schema_may_hold_itself() {
    let node = schema![Ref(&NODE)];
    keeps(&node, r#"{"next": {"next": {}}}"#);
    assert_eq!(
        said(&node, r#"{"next": {"next": {"nxt": 1}}}"#),
        "additionalProperties: /next/next/nxt must not be there"
    );
}

#[test]
fn a_reference_without_end_is_a_violation() {
    breaks(&schema![Ref(&LOOP)], "1");
}

#[test]
fn one_schema_may_be_asked_twice_of_one_value() {
    let twice = schema![AllOf(&[Schema(&[Ref(&STRING)]), Schema(&[Ref(&STRING)])])];
    keeps(&twice, r#""a""#);
}

#[test]
fn the_outermost_resource_says_what_a_dynamic_reference_is() {
    keeps(&schema![Ref(&LIST)], r#"["a", 1]"#);
    keeps(&schema![Ref(&STRINGS)], r#"["a"]"#);
    assert_eq!(
        said(&schema![Ref(&STRINGS)], r#"["a", 1]"#),
        "type: /1 must be a string"
    );
}

#[test]
fn a_resource_that_was_left_says_nothing() {
    let either = schema![AllOf(&[
        Schema(&[AnyOf(&[Schema(&[Ref(&STRINGS)]), Schema(&[])])]),
        Schema(&[Ref(&LIST)]),
    ])];
    keeps(&either, "[1]");
}

#[derive(Debug, PartialEq)]
struct Holder {
    node: bindery::Json,
}

bindery::object!(Holder {
    node: required "node" [bindery::schema![Ref(&NODE)]],
}, checks: [bindery::schema![Not(Schema(&[Properties(&[("node", Schema(&[Ref(&STRING)]))], &[], None)]))]]);

#[test]
fn a_property_refers_to_a_schema() {
    assert!(bindery::decode::<Holder>(br#"{"node": {"next": {}}}"#).is_ok());
    let error = bindery::decode::<Holder>(br#"{"node": {"next": 1}}"#).unwrap_err();
    assert_eq!(error.pointer(), "/node/next");
    assert!(bindery::decode::<Holder>(br#"{"node": ""}"#).is_err());
}
