//! References.

use bindery::{Validate, schema};

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

#[derive(Debug)]
struct Upload {
    content: bindery::File,
    name: Option<String>,
}

bindery::object!(Upload {
    content: required "content",
    name: optional "name",
}, checks: [bindery::schema![
    DependentSchemas(&[("name", Schema(&[Check(Constraint::MinProperties(2))]))]),
    Properties(&[("content", Schema(&[Type(&[JsonType::String])]))], &[], None),
    Not(Schema(&[Properties(&[("name", Schema(&[Check(Constraint::MaxLength(0))]))], &[], None), Required(&["name"])])),
]]);

#[test]
fn a_file_is_a_string_to_a_schema() {
    for file in [
        bindery::File::from("text"),
        bindery::File::from(vec![0xff, 0xfe]),
        bindery::File::stream(bindery::Body::empty),
    ] {
        let mut upload = Upload {
            content: file,
            name: Some("a".to_owned()),
        };
        assert_eq!(upload.validate().err(), None);
        upload.name = Some(String::new());
        let violations = upload.validate().unwrap_err();
        assert!(
            violations.iter().all(|it| it.keyword == "not"),
            "{violations}"
        );
    }
    let binary = bindery::File::from(vec![0xff]);
    assert!(bindery::serde_json::to_string(&binary).is_err());
}
