//! The judge says what the schema says, in both readings, and says so of hostile schemas.

mod support;

use std::sync::Arc;

use bindery_contract::{Interpretation, Judge};
use bindery_openapi::document::Direction;
use serde_json::{Value, json};
use support::{component, schema, schemas};

fn is_valid(schema_value: &Value, value: &Value) -> bool {
    let (document, id) = schema(schema_value);
    Judge::new(document).is_valid(id, value)
}

#[test]
fn properties_without_type_are_an_object_unless_read_strictly() {
    let (document, id) = schema(&json!({"properties": {"a": {"type": "string"}}}));
    let default = Judge::new(document.clone());
    let strict = Judge::with_interpretation(document, Interpretation::Strict);
    assert!(!default.is_valid(id, &json!("text")));
    assert!(strict.is_valid(id, &json!("text")));
    assert!(default.is_valid(id, &json!({"a": "x", "b": 1})));
    assert!(!strict.is_valid(id, &json!({"a": 1})));
}

#[test]
fn a_schema_that_says_nothing_admits_everything_in_both_readings() {
    assert!(is_valid(&json!({}), &json!([1, null, {}])));
    assert!(is_valid(&json!({"description": "anything"}), &Value::Null));
}

#[test]
fn formats_are_asserted() {
    let cases = [
        (
            "date-time",
            "2024-02-29T12:00:00.5+05:30",
            "2023-02-29T12:00:00Z",
        ),
        ("date", "2024-02-29", "2023-02-29"),
        ("time", "12:00:00Z", "12:00"),
        ("uuid", "7d444840-9dc0-11d1-b245-5ffdce74fad2", "7d444840"),
        ("email", "a@b.example", "a"),
        ("ipv4", "127.0.0.1", "127.0.0.256"),
        ("ipv6", "::1", "::g"),
        ("uri", "https://a.example/b", "a b"),
        ("hostname", "a.example", "-a"),
        ("duration", "P1D", "one day"),
        ("byte", "aGk=", "*"),
    ];
    for (format, good, bad) in cases {
        let it = json!({"type": "string", "format": format});
        assert!(is_valid(&it, &json!(good)), "{format}: {good}");
        assert!(!is_valid(&it, &json!(bad)), "{format}: {bad}");
    }
}

#[test]
fn an_encoding_is_a_format_where_all_assert() {
    let (document, id) = schema(&json!({"type": "string", "contentEncoding": "base64"}));
    let letter = Judge::with_interpretation(document.clone(), Interpretation::Strict);
    let text = json!("*");
    assert!(letter.is_valid(id, &text) || document.version.starts_with("3.0"));
    assert!(!letter.asserting_formats().is_valid(id, &text));
    let asserting = Judge::new(document).asserting_formats();
    assert!(asserting.is_valid(id, &json!("aGk=")));
}

#[test]
fn int32_and_int64_are_bounds() {
    let int32 = json!({"type": "integer", "format": "int32"});
    assert!(is_valid(&int32, &json!(2_147_483_647)));
    assert!(!is_valid(&int32, &json!(2_147_483_648_u64)));
    let int64 = json!({"type": "integer", "format": "int64"});
    assert!(is_valid(&int64, &json!(i64::MIN)));
    assert!(!is_valid(&int64, &json!(9_223_372_036_854_775_808_u64)));
    let unstated = json!({"type": "integer"});
    assert!(is_valid(&unstated, &json!(9_223_372_036_854_775_808_u64)));
}

#[test]
fn the_ends_of_64_bits_are_meant_where_they_are_rounded() {
    let greatest = json!({"type": "integer", "maximum": 9_223_372_036_854_776_000_u64});
    assert!(is_valid(&greatest, &json!(i64::MAX)));
    assert!(!is_valid(&greatest, &json!(9_223_372_036_854_775_808_u64)));
    let number = json!({"type": "number", "maximum": 9_223_372_036_854_776_000_u64});
    assert!(is_valid(&number, &json!(9_223_372_036_854_775_808_u64)));
}

#[test]
fn length_is_counted_in_code_points() {
    let it = json!({"type": "string", "maxLength": 2});
    assert!(is_valid(&it, &json!("😀😀")));
    assert!(!is_valid(&it, &json!("abc")));
}

#[test]
fn a_violation_points_into_the_value_and_says_why() {
    let (document, id) = schema(&json!({
        "type": "object",
        "properties": {"a/b": {"type": "array", "items": {"type": "string", "maxLength": 3}}},
    }));
    let violations = Judge::new(document).violations(id, &json!({"a/b": ["abc", "abcd"]}));
    assert_eq!(violations.len(), 1);
    assert_eq!(violations[0].pointer.as_str(), "/a~1b/1");
    assert!(violations[0].message.contains('3'), "{}", violations[0]);
}

#[test]
fn what_a_schema_refers_to_is_defined_beside_it() {
    let document = schemas(&json!({
        "Tree": {"type": "object", "properties": {
            "label": {"type": "string"},
            "children": {"type": "array", "items": {"$ref": "#/Tree"}},
            "owner": {"$ref": "#/odd name~1"},
        }},
        "odd name/": {"type": "integer"},
        "Unused": {"type": "null"},
    }));
    let judge = Judge::new(document.clone());
    let id = component(&document, "Tree");
    let written = judge.schema_for(id);
    assert_eq!(written["$ref"], "#/$defs/Tree");
    let defined: Vec<&String> = written["$defs"]
        .as_object()
        .into_iter()
        .flatten()
        .map(|(key, _)| key)
        .collect();
    assert_eq!(defined.len(), 2, "{defined:?}");
    assert_eq!(
        written.pointer("/$defs/Tree/properties/label/type"),
        Some(&json!("string"))
    );
    assert!(judge.is_valid(id, &json!({"children": [{"children": [], "owner": 1}]})));
    assert!(!judge.is_valid(id, &json!({"children": [{"children": [{"owner": "x"}]}]})));
}

#[test]
fn a_pattern_that_the_validator_does_not_know_is_named_and_nothing_is_valid() {
    let (document, id) = schema(&json!({"type": "string", "pattern": r"\p{Nonsense}"}));
    let judge = Judge::new(document);
    assert!(judge.check(id).is_err());
    assert!(!judge.is_valid(id, &json!("x")));
    assert_eq!(judge.violations(id, &json!("x")).len(), 1);
}

#[test]
fn a_schema_that_is_itself_without_end_is_refused() {
    let document = schemas(&json!({
        "Loop": {"allOf": [{"$ref": "#/Loop"}]},
        "Ping": {"$ref": "#/Pong"},
        "Pong": {"$ref": "#/Ping"},
        "Uses": {"type": "array", "items": {"$ref": "#/Ping"}},
        "Fine": {"type": "array", "items": {"$ref": "#/Fine"}},
    }));
    let judge = Judge::new(document.clone());
    for name in ["Loop", "Ping", "Uses"] {
        let refused = judge.check(component(&document, name)).unwrap_err();
        assert!(refused.reason.contains("without end"), "{refused}");
    }
    assert!(judge.is_valid(component(&document, "Fine"), &json!([[], [[]]])));
}

#[test]
fn deep_chains_are_judged_or_refused_and_never_overflow() {
    for length in [300_u32, 3_900, 40_000] {
        let chain = |wrap: fn(Value) -> Value| {
            let links = (0..length).map(|at| {
                let next = json!({"$ref": format!("#/C{}", at + 1)});
                (format!("C{at}"), wrap(next))
            });
            let end = (format!("C{length}"), json!({"type": "string"}));
            schemas(&links.chain([end]).collect::<serde_json::Map<_, _>>().into())
        };
        let nested = chain(|next| json!({"properties": {"n": next}}));
        let judge = Judge::new(nested.clone());
        assert_eq!(
            judge.check(component(&nested, "C0")).is_ok(),
            length < 4_000
        );
        let in_place = chain(|next| json!({"allOf": [next], "maxLength": 5}));
        let judge = Judge::new(in_place.clone());
        assert!(judge.check(component(&in_place, "C0")).is_err());
    }
}

#[test]
fn requests_have_nothing_that_is_read_only_and_responses_nothing_that_is_write_only() {
    let (document, id) = schema(&json!({
        "type": "object",
        "required": ["id", "key"],
        "additionalProperties": false,
        "properties": {
            "id": {"type": "integer", "readOnly": true},
            "key": {"type": "string", "writeOnly": true},
        },
    }));
    let judge = Arc::new(Judge::new(document));
    let requests = judge.in_direction(Direction::Request);
    let responses = judge.in_direction(Direction::Response);
    let (sent, received, both) = (
        json!({"key": "k"}),
        json!({"id": 1}),
        json!({"id": 1, "key": "k"}),
    );
    let verdicts =
        |value: &Value| [&judge, &requests, &responses].map(|judge| judge.is_valid(id, value));
    assert_eq!(verdicts(&sent), [false, true, false]);
    assert_eq!(verdicts(&received), [false, false, true]);
    assert_eq!(verdicts(&both), [true, false, false]);
}

#[test]
fn what_another_member_requires_is_not_required_where_it_is_left_out() {
    let (document, id) = schema(&json!({
        "allOf": [
            {"type": "object", "properties": {"id": {"type": "integer", "readOnly": true}}},
            {"required": ["id"]},
        ],
        "oneOf": [
            {"required": ["id", "a"], "properties": {"b": {"readOnly": true}}},
            {"required": ["b"]},
        ],
    }));
    let judge = Arc::new(Judge::new(document));
    let requests = judge.in_direction(Direction::Request);
    assert!(requests.is_valid(id, &json!({"a": 1})));
    assert!(requests.is_valid(id, &json!({"b": 1})));
    assert!(
        !requests.is_valid(id, &json!({})),
        "another alternative's property is required"
    );
}

#[test]
fn no_pattern_takes_long() {
    for pattern in ["^(a+)+$", "^(?=a)(a+)+$"] {
        let (document, id) = schema(&json!({"type": "string", "pattern": pattern}));
        let judge = Judge::new(document);
        assert!(!judge.is_valid(id, &json!(format!("{}!", "a".repeat(1000)))));
        assert!(judge.is_valid(id, &json!("aaa")));
    }
}

/// A root over layers of two schemas each, both of the next layer's two, with these at the foot.
fn diamond(layers: usize, root: Value, foot: [(&str, Value); 2]) -> Value {
    let mut all = root;
    for at in 0..layers {
        let next = ["a", "b"].map(|side| json!({"$ref": format!("#/L{}{side}", at + 1)}));
        for side in ["a", "b"] {
            all[format!("L{at}{side}")] = json!({"allOf": next});
        }
    }
    for (side, foot) in foot {
        all[format!("L{layers}{side}")] = foot;
    }
    all
}

fn diamonds(layers: usize) -> [(Value, Value); 3] {
    let text = json!({"Root": {"type": "string", "allOf": [{"$ref": "#/L0a"}]}});
    let member = json!({
        "Root": {"type": "object", "allOf": [{"$ref": "#/L0a"}, {"properties": {"m": {}}}]},
    });
    let object = json!({"Root": {"type": "object", "allOf": [{"$ref": "#/L0a"}]}});
    let listed = [
        ("a", json!({"enum": [1, 2]})),
        ("b", json!({"type": "string"})),
    ];
    let above = [
        (
            "a",
            json!({"type": "object", "oneOf": [{"$ref": "#/Root"}]}),
        ),
        ("b", json!({"type": "object"})),
    ];
    let typeless = [
        ("a", json!({"properties": {"a": {"type": "integer"}}})),
        ("b", json!({"required": ["a"]})),
    ];
    [
        (diamond(layers, text, listed), json!("x")),
        (diamond(layers, member, above), json!({})),
        (diamond(layers, object, typeless), json!({"a": 1})),
    ]
}

#[test]
fn what_is_named_along_too_many_ways_is_refused_and_takes_no_time() {
    for (layers, is_judged) in [(3, true), (10, true), (24, false), (100, false)] {
        for (written, value) in diamonds(layers) {
            let document = schemas(&written);
            let judge = Judge::new(document.clone());
            let root = component(&document, "Root");
            match judge.check(root) {
                Ok(()) => assert!(is_judged && judge.is_valid(root, &value)),
                Err(refused) => {
                    assert!(!is_judged, "{layers}: {refused}");
                    assert!(refused.reason.contains("made of more than"), "{refused}");
                }
            }
        }
    }
}

#[test]
fn rounded_ends_are_by_the_letter_what_they_say() {
    let rounded = json!({"type": "integer", "maximum": 9_223_372_036_854_776_000_u64});
    let (document, id) = schema(&rounded);
    let letter = Judge::with_interpretation(document, Interpretation::Strict);
    assert!(letter.is_valid(id, &json!(9_223_372_036_854_775_808_u64)));
    assert!(!letter.is_valid(id, &json!(9_223_372_036_854_777_000_u64)));
}
