//! References.

use bindery::schema;

use super::{breaks, keeps, said};

bindery::schemas! {
    NODE [
        Type(&[JsonType::Object]),
        Properties(&[("next", Schema(&[Ref(&NODE)]))], &[], Some(Schema(&[Never]))),
    ]
    LOOP [AllOf(&[Schema(&[Ref(&LOOP)])])]
    STRING [Type(&[JsonType::String])]
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
