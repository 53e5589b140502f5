//! Generated models: what is read, what is written, what is refused.

mod support;

use bindery::{Field, Json, OpenEnum, Validate, decode, serde_json};
use support::events::{Event, ShortName, Source};

fn event() -> Event {
    Event {
        id: "e".to_owned(),
        description: None,
        limit: None,
        note: Field::Absent,
        additional_properties: bindery::JsonObject::new(),
    }
}

fn text(event: &Event) -> String {
    serde_json::to_string(event).unwrap()
}

fn lenient(text: &str) -> Event {
    serde_json::from_str(text).unwrap()
}

#[test]
fn absent_and_null_encode_differently() {
    assert_eq!(text(&event()), r#"{"id":"e","description":null}"#);
    let null = Event {
        note: Field::Null,
        ..event()
    };
    assert_eq!(text(&null), r#"{"id":"e","description":null,"note":null}"#);
    let value = Event {
        note: Field::Value("n".to_owned()),
        ..event()
    };
    assert_eq!(text(&value), r#"{"id":"e","description":null,"note":"n"}"#);
}

#[test]
fn what_is_made_has_what_is_required_and_nothing_else() {
    let made = Event::new("e");
    assert_eq!(made, event());
    let limited = Event {
        limit: Some(Event::default_limit()),
        ..Event::new("e")
    };
    assert_eq!(
        text(&limited),
        r#"{"id":"e","description":null,"limit":50}"#
    );
}

#[test]
fn absent_and_null_decode_differently() {
    assert_eq!(
        lenient(r#"{"id":"e","description":null}"#).note,
        Field::Absent
    );
    assert_eq!(
        lenient(r#"{"id":"e","description":null,"note":null}"#).note,
        Field::Null
    );
    assert_eq!(
        lenient(r#"{"id":"e","description":null,"note":"n"}"#).note,
        Field::Value("n".to_owned())
    );
}

#[test]
fn a_required_nullable_property_must_be_there() {
    let error = decode::<Event>(br#"{"id":"e"}"#).unwrap_err();
    assert_eq!(
        (error.pointer(), error.message()),
        ("", "missing property `description`")
    );
}

#[test]
fn lenient_decoding_takes_null_for_an_optional_property() {
    assert_eq!(
        lenient(r#"{"id":"e","description":null,"limit":null}"#),
        event()
    );
}

#[test]
fn strict_decoding_refuses_null_for_an_optional_property() {
    for body in [
        r#"{"id":"e","description":null,"limit":null}"#,
        r#"{"id":"e","limit":null,"description":null}"#,
        r#"{ "limit" : null , "id":"e", "description":null}"#,
    ] {
        let error = decode::<Event>(body.as_bytes()).unwrap_err();
        assert_eq!(error.pointer(), "/limit", "{body}");
    }
    let error =
        decode::<Vec<Event>>(br#"[{"id":"e","description":null,"limit":null}]"#).unwrap_err();
    assert_eq!(error.pointer(), "/0/limit");
}

#[test]
fn strictness_ends_with_the_decoding_even_when_it_fails() {
    decode::<Event>(b"{").unwrap_err();
    assert_eq!(
        lenient(r#"{"id":"e","description":null,"limit":null}"#),
        event()
    );
}

#[test]
fn properties_that_the_schema_does_not_name_are_kept_in_order() {
    let body = r#"{"id":"e","description":null,"z":[1.5,{"y":null}],"a":"b"}"#;
    assert_eq!(text(&lenient(body)), body);
}

#[test]
fn a_declared_property_is_written_once() {
    let mut event = event();
    event
        .additional_properties
        .insert("id".to_owned(), Json::from("other"));
    assert_eq!(text(&event), r#"{"id":"e","description":null}"#);
}

#[test]
fn properties_are_found_in_any_order() {
    let event = lenient(r#"{"note":"n","limit":3,"description":"d","id":"e"}"#);
    assert_eq!((event.id.as_str(), event.limit), ("e", Some(3)));
}

#[test]
fn an_object_is_read_from_nothing_but_an_object() {
    for body in ["[\"e\",null]", "null", "3", "\"x\""] {
        let error = decode::<Event>(body.as_bytes()).unwrap_err();
        assert!(error.message().ends_with("expected an object"), "{error}");
    }
}

#[test]
fn an_unknown_enum_value_survives_the_round_trip() {
    let source: Source = serde_json::from_str(r#""new""#).unwrap();
    assert_eq!(source, Source::Unknown("new".to_owned()));
    assert_eq!(serde_json::to_string(&source).unwrap(), r#""new""#);
    assert_eq!(source.to_string(), "new");
}

#[test]
fn an_unknown_enum_value_is_a_violation() {
    let violations = Source::from("new").validate().unwrap_err();
    assert_eq!(violations[0].keyword, "enum");
    assert_eq!(
        violations.to_string(),
        "the value must be one of external, manual"
    );
    assert!(Source::from("manual").validate().is_ok());
    assert!(decode::<Source>(br#""new""#).is_err());
}

#[test]
fn an_enum_value_is_made_from_its_text() {
    assert_eq!(Source::from("external"), Source::External);
    assert_eq!(Source::from(String::from("manual")), Source::Manual);
    assert_eq!("new".parse(), Ok(Source::Unknown("new".to_owned())));
    assert_eq!("manual".parse(), Ok(Source::Manual));
    assert_eq!(Source::VALUES.len(), 2);
    assert_eq!(AsRef::<str>::as_ref(&Source::External), "external");
}

#[test]
fn a_newtype_is_transparent_and_checked() {
    let name: ShortName = serde_json::from_str(r#""héllo""#).unwrap();
    assert!(name.validate().is_ok());
    assert_eq!(name.len(), 6);
    assert_eq!(serde_json::to_string(&name).unwrap(), r#""héllo""#);
    let violations = ShortName::from("too long".to_owned())
        .validate()
        .unwrap_err();
    assert_eq!(
        violations.to_string(),
        "the value must have at most 5 characters"
    );
    assert_eq!(name.into_inner(), "héllo");
}

#[test]
fn every_violation_is_reported_with_its_place() {
    let event = Event {
        id: String::new(),
        limit: Some(51),
        note: Field::Value("long".to_owned()),
        ..event()
    };
    let violations = vec![event].validate().unwrap_err();
    let found: Vec<_> = violations
        .iter()
        .map(|violation| (violation.pointer.as_str(), violation.keyword))
        .collect();
    assert_eq!(
        found,
        [
            ("/0/id", "minLength"),
            ("/0/limit", "maximum"),
            ("/0/note", "maxLength")
        ]
    );
}

#[test]
fn a_constraint_of_one_property_does_not_reach_the_next() {
    let event = Event {
        description: Some("much longer than three".to_owned()),
        limit: None,
        ..event()
    };
    assert!(event.validate().is_ok());
}

#[test]
fn strict_decoding_reports_violations() {
    let error = decode::<Event>(br#"{"id":"","description":null,"limit":99}"#).unwrap_err();
    assert_eq!(error.kind(), bindery::DecodeErrorKind::Violations);
    assert_eq!(
        error.violations().map(|violations| violations.len()),
        Some(2)
    );
    assert_eq!(
        error.to_string(),
        "/id must have at least 1 character; /limit must be at most 50"
    );
}

/// `additionalProperties: false`, a map, and constraints on the object as a whole.
mod closed {
    use std::collections::BTreeMap;

    use bindery::{Constraint, Limit, Validate, decode, serde_json};

    #[derive(Debug, PartialEq)]
    struct Closed {
        a: Option<i64>,
        b: Option<i64>,
    }

    bindery::object!(Closed {
        a: optional "a",
        b: optional "b/c" [Constraint::Minimum(Limit::Integer(0))],
    }, others: closed, checks: [
        Constraint::MinProperties(1),
        Constraint::AnyRequired(&[&["a", "b/c"], &["a"]]),
    ]);

    #[derive(Debug, PartialEq)]
    struct Kept {
        a: Option<i64>,
        others: bindery::JsonObject,
    }

    bindery::object!(Kept { a: optional "a" }, kept: others, others: closed);

    #[derive(Debug, PartialEq)]
    struct Sealed {
        a: Option<i64>,
    }

    bindery::object!(Sealed { a: optional "a" }, others: refused);

    const WITH_ANOTHER: &str = r#"{"other":2,"a":1,"more":{}}"#;

    #[test]
    fn a_forbidden_property_is_dropped_in_plain_reading_and_refused_by_decode() {
        let closed: Closed = serde_json::from_str(WITH_ANOTHER).unwrap();
        assert_eq!((closed.a, closed.b), (Some(1), None));
        let error = decode::<Closed>(WITH_ANOTHER.as_bytes()).unwrap_err();
        assert_eq!(error.pointer(), "/other");
        assert_eq!(
            error.message(),
            "unknown property `other`, expected one of `a`, `b/c`"
        );
    }

    #[test]
    fn a_forbidden_property_can_be_kept_in_plain_reading() {
        let kept: Kept = serde_json::from_str(WITH_ANOTHER).unwrap();
        assert_eq!(kept.a, Some(1));
        assert_eq!(kept.others.len(), 2);
        let error = decode::<Kept>(WITH_ANOTHER.as_bytes()).unwrap_err();
        assert_eq!(error.pointer(), "/other");
    }

    #[test]
    fn a_property_that_nobody_wants_is_refused_in_both_readings() {
        assert!(serde_json::from_str::<Sealed>(WITH_ANOTHER).is_err());
        assert!(decode::<Sealed>(WITH_ANOTHER.as_bytes()).is_err());
        assert!(decode::<Sealed>(br#"{"a":1}"#).is_ok());
    }

    #[test]
    fn an_object_must_have_one_of_the_sets_of_properties() {
        let violations = Closed {
            a: None,
            b: Some(-1),
        }
        .validate()
        .unwrap_err();
        let found: Vec<_> = violations
            .iter()
            .map(|violation| (violation.pointer.as_str(), violation.keyword))
            .collect();
        assert_eq!(found, [("/b~1c", "minimum"), ("", "anyOf")]);
        assert!(
            Closed {
                a: Some(1),
                b: None
            }
            .validate()
            .is_ok()
        );
    }

    #[test]
    fn an_object_must_have_enough_properties() {
        let violations = Closed { a: None, b: None }.validate().unwrap_err();
        assert_eq!(violations[0].keyword, "minProperties");
    }

    #[test]
    fn a_map_is_checked_value_by_value() {
        let map = BTreeMap::from([("x".to_owned(), Closed { a: None, b: None })]);
        assert_eq!(map.validate().unwrap_err()[0].pointer, "/x");
    }
}
