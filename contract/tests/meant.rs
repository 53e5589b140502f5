//! What people mean by a schema, where the letter says something else.

mod support;

use bindery_contract::{Interpretation, Judge};
use serde_json::{Value, json};
use support::{component, schema, schemas};

/// Whether a value is valid as people mean its schema, and by the letter.
fn in_both_readings(schema_value: &Value, value: &Value) -> (bool, bool) {
    let (document, id) = schema(schema_value);
    let strict = Judge::with_interpretation(document.clone(), Interpretation::Strict);
    let meant = Judge::new(document);
    (meant.is_valid(id, value), strict.is_valid(id, value))
}

#[test]
fn what_a_schema_is_made_of_overrides_a_type_that_excludes_it() {
    let it = json!({"type": "object", "allOf": [{"type": "string", "enum": ["a"]}]});
    assert_eq!(in_both_readings(&it, &json!("a")), (true, false));
    assert_eq!(in_both_readings(&it, &json!("b")), (false, false));
    assert_eq!(in_both_readings(&it, &json!({})), (false, false));
    let both = json!({"allOf": [{"type": "string"}, {"type": "array"}]});
    assert_eq!(in_both_readings(&both, &json!("a")), (false, false));
}

#[test]
fn an_enum_without_values_is_of_none_by_the_letter() {
    let it = json!({"type": "string", "enum": []});
    assert_eq!(in_both_readings(&it, &json!("a")), (true, false));
}

#[test]
fn people_close_an_object_to_what_none_of_its_schemas_names() {
    let base = json!({
        "type": "object", "properties": {"id": {"type": "string"}}, "additionalProperties": false
    });
    let named = json!({"properties": {"name": {"type": "string"}}, "required": ["name"]});
    let it = json!({"allOf": [base, named]});
    assert_eq!(
        in_both_readings(&it, &json!({"id": "1", "name": "a"})),
        (true, false)
    );
    assert_eq!(in_both_readings(&it, &json!({"id": "1"})), (false, false));
    assert_eq!(
        in_both_readings(&it, &json!({"name": "a", "b": 1})),
        (false, false)
    );
    assert_eq!(in_both_readings(&it, &json!({"name": 1})), (false, false));

    let closing = json!({"type": "object", "additionalProperties": false});
    let it = json!({"allOf": [closing, named], "properties": {"a": {}}});
    assert_eq!(
        in_both_readings(&it, &json!({"name": "x", "a": 1})),
        (true, false)
    );
    assert_eq!(
        in_both_readings(&it, &json!({"name": "x", "c": 1})),
        (false, false)
    );

    let typed = json!({"properties": {"id": {}}, "additionalProperties": {"type": "integer"}});
    let it = json!({"allOf": [typed, named]});
    assert_eq!(
        in_both_readings(&it, &json!({"name": "x", "b": 1})),
        (true, false)
    );
    assert_eq!(
        in_both_readings(&it, &json!({"name": "x", "b": "x"})),
        (false, false)
    );
}

#[test]
fn people_close_each_alternative_with_what_stands_beside_it() {
    let closed = |name: &str| {
        json!({
            "type": "object", "required": [name], "properties": {name: {"type": "string"}},
            "additionalProperties": false
        })
    };
    let it = json!({"properties": {"id": {}}, "oneOf": [closed("a"), closed("b")]});
    assert_eq!(
        in_both_readings(&it, &json!({"id": 1, "a": "x"})),
        (true, false)
    );
    assert_eq!(
        in_both_readings(&it, &json!({"id": 1, "a": "x", "b": "y"})),
        (false, false)
    );
    assert_eq!(
        in_both_readings(&it, &json!({"a": "x", "c": "y"})),
        (false, false)
    );

    let open = json!({"required": ["a"], "properties": {"a": {"type": "string"}}});
    let around = |properties: Value| json!({"properties": properties, "additionalProperties": false, "oneOf": [open, closed("b")]});
    let it = around(json!({"id": {}}));
    assert_eq!(
        in_both_readings(&it, &json!({"id": 1, "a": "x"})),
        (true, false)
    );
    assert_eq!(
        in_both_readings(&it, &json!({"id": 1, "a": "x", "c": 1})),
        (false, false)
    );
    assert_eq!(
        in_both_readings(&it, &json!({"id": 1, "b": "x"})),
        (true, false)
    );

    // An object that names nothing is what its alternatives are.
    let it = around(json!({}));
    assert_eq!(
        in_both_readings(&it, &json!({"a": "x", "c": 1})),
        (true, false)
    );
    assert_eq!(
        in_both_readings(&it, &json!({"b": "x", "c": 1})),
        (false, false)
    );
}

#[test]
fn people_require_what_a_closed_object_may_have() {
    let it = json!({"type": "object", "required": ["a"], "additionalProperties": false});
    assert_eq!(in_both_readings(&it, &json!({"a": 1})), (true, false));
    assert_eq!(
        in_both_readings(&it, &json!({"a": 1, "b": 1})),
        (false, false)
    );
    let it = json!({
        "type": "object", "required": ["a"], "additionalProperties": {"type": "string"}
    });
    assert_eq!(in_both_readings(&it, &json!({"a": 1})), (false, false));
    assert_eq!(in_both_readings(&it, &json!({"a": "x"})), (true, true));
}

#[test]
fn people_mean_the_type_where_every_listed_value_is_of_another() {
    let it = json!({"type": "string", "enum": [true, false]});
    assert_eq!(in_both_readings(&it, &json!("a")), (true, false));
    assert_eq!(in_both_readings(&it, &json!(true)), (false, false));
    let it = json!({"type": "string", "enum": ["b", false]});
    assert_eq!(in_both_readings(&it, &json!("a")), (false, false));
}

#[test]
fn people_mean_the_type_of_the_parts_where_keywords_of_objects_stand_beside_them() {
    let it = json!({"allOf": [{"type": "string", "enum": ["a"]}], "additionalProperties": false});
    assert_eq!(in_both_readings(&it, &json!("a")), (true, true));
    assert_eq!(in_both_readings(&it, &json!({})), (false, false));
}

#[test]
fn null_is_of_a_union_whose_members_both_name_it() {
    let nullable = |kind: &str| json!({"type": [kind, "null"]});
    let (document, id) = schema(&json!({"oneOf": [nullable("string"), nullable("integer")]}));
    let lenient = Judge::new(document.clone());
    let strict = Judge::with_interpretation(document, Interpretation::Strict);
    assert!(lenient.is_valid(id, &Value::Null));
    assert!(!strict.is_valid(id, &Value::Null));
    for judge in [lenient, strict] {
        assert!(judge.is_valid(id, &json!("a")));
        assert!(!judge.is_valid(id, &json!(true)));
    }
}

#[test]
fn what_refers_back_to_a_union_by_all_of_means_what_stands_beside_it() {
    let document = schemas(&json!({
        "Base": {
            "type": "object",
            "required": ["k"],
            "properties": {"k": {"type": "string"}},
            "oneOf": [{"$ref": "#/A"}, {"$ref": "#/B"}],
            "discriminator": {"propertyName": "k"},
        },
        "A": {"allOf": [{"$ref": "#/Base"}, {"required": ["a"], "properties": {"a": {"type": "integer"}}}]},
        "B": {"allOf": [{"$ref": "#/Middle"}, {"required": ["b"], "properties": {"b": {"type": "integer"}}}]},
        "Middle": {"allOf": [{"$ref": "#/Base"}, {"properties": {"m": {"type": "integer"}}}]},
    }));
    let [base, a, middle] = ["Base", "A", "Middle"].map(|name| component(&document, name));
    let strict = Judge::with_interpretation(document.clone(), Interpretation::Strict);
    assert!(strict.check(base).is_err(), "by the letter it has no end");
    let judge = Judge::new(document);
    assert!(judge.is_valid(a, &json!({"k": "A", "a": 1})));
    assert!(
        !judge.is_valid(a, &json!({"a": 1})),
        "the base requires `k`"
    );
    assert!(judge.is_valid(base, &json!({"k": "B", "b": 1})));
    assert!(!judge.is_valid(base, &json!({"k": "B", "a": 1})));
    // What is no alternative means the union.
    assert!(!judge.is_valid(middle, &json!({"k": "B"})));
    assert!(judge.is_valid(middle, &json!({"k": "B", "b": 1})));
}

#[test]
fn a_pattern_that_is_none_checks_nothing() {
    for pattern in ["(?i)abc", "(", "[a-z"] {
        let it = json!({"type": "string", "pattern": pattern});
        assert_eq!(
            in_both_readings(&it, &json!("x")),
            (true, true),
            "{pattern}"
        );
        assert_eq!(
            in_both_readings(&it, &json!(1)),
            (false, false),
            "{pattern}"
        );
    }
    let names = json!({"type": "object", "patternProperties": {"(?i)a": {"type": "string"}}});
    assert_eq!(in_both_readings(&names, &json!({"A": 1})), (true, true));
}

#[test]
fn values_that_a_part_lists_of_another_type_are_not_meant() {
    let text = json!({"type": "string"});
    for it in [
        json!({"type": "string", "allOf": [{"enum": [1]}]}),
        json!({"allOf": [text, {"enum": [1]}]}),
    ] {
        assert_eq!(in_both_readings(&it, &json!("x")), (true, false), "{it}");
        assert_eq!(in_both_readings(&it, &json!(1)), (false, false), "{it}");
    }
    let listed = json!({"type": "string", "allOf": [{"enum": [1, "a"]}]});
    assert_eq!(in_both_readings(&listed, &json!("x")), (false, false));
}

#[test]
fn what_speaks_of_items_is_an_array_and_what_is_made_of_an_array_no_object() {
    let (document, id) = schema(&json!({"items": {"type": "string"}}));
    assert!(!Judge::new(document).is_valid(id, &json!(1)));
    let (document, id) = schema(&json!({"type": "array", "allOf": [{"required": ["a"]}]}));
    assert!(Judge::new(document).is_valid(id, &json!([])));
}

#[test]
fn null_that_one_alternative_names_is_meant_whatever_another_admits() {
    let (document, id) = schema(&json!({"oneOf": [{}, {"type": "null"}]}));
    assert!(Judge::new(document.clone()).is_valid(id, &Value::Null));
    let strict = Judge::with_interpretation(document, Interpretation::Strict);
    assert!(!strict.is_valid(id, &Value::Null));
}

#[test]
fn null_that_a_type_names_is_meant_whatever_alternatives_there_are() {
    let either = json!([{"required": ["a"]}, {"required": ["b"]}]);
    let typed = json!({"type": ["object", "null"], "anyOf": either});
    assert_eq!(in_both_readings(&typed, &Value::Null), (true, true));
    let of_texts = json!({"type": ["object", "null"], "oneOf": [{"type": "object"}]});
    assert_eq!(in_both_readings(&of_texts, &Value::Null), (true, false));
    let of_a_part = json!({"type": ["object", "null"], "allOf": [{"anyOf": either}]});
    assert_eq!(in_both_readings(&of_a_part, &Value::Null), (true, true));
    let untyped =
        json!({"properties": {"a": {}}, "anyOf": [{"required": ["a"]}, {"type": "null"}]});
    assert_eq!(in_both_readings(&untyped, &Value::Null), (true, true));
    assert_eq!(in_both_readings(&untyped, &json!(1)), (false, true));
}

#[test]
fn a_constant_of_another_type_is_not_meant() {
    let text = json!({"type": "string", "const": 1});
    assert_eq!(in_both_readings(&text, &json!("a")), (true, false));
    let of_parts = json!({"allOf": [{"properties": {}}, {"const": null}, {"type": "number"}]});
    assert_eq!(in_both_readings(&of_parts, &json!(1)), (true, false));
    let neither = json!({"allOf": [{"const": 1}, {"type": "string"}, {"type": "array"}]});
    assert_eq!(in_both_readings(&neither, &json!("a")), (false, false));
}

#[test]
fn null_that_a_type_names_is_meant_where_a_list_forgets_it() {
    let listed = json!({"type": ["string", "null"], "enum": ["a"]});
    assert_eq!(in_both_readings(&listed, &Value::Null), (true, false));
    let of_parts = json!({"type": ["string", "null"], "allOf": [{"enum": ["a"]}, {"const": "a"}]});
    assert_eq!(in_both_readings(&of_parts, &Value::Null), (true, false));
    let typed_again =
        json!({"allOf": [{"type": ["string", "null"]}, {"type": "string", "enum": ["a"]}]});
    assert_eq!(in_both_readings(&typed_again, &Value::Null), (false, false));
    let untyped = json!({"enum": ["a"]});
    assert_eq!(in_both_readings(&untyped, &Value::Null), (false, false));
}
