//! Boundaries, recursion, and schemas that have no instance.

use std::collections::BTreeSet;

use bindery_contract::{Instances, Interpretation, Judge, Tape};
use serde_json::{Value, json};

use crate::support::{component, schema, schemas};
use crate::{SEEDS, instances, valid};

#[test]
fn boundaries_are_met() {
    let values = valid(&json!({"type": "integer", "format": "int32"}));
    assert!(values.contains(&json!(i32::MIN)) && values.contains(&json!(i32::MAX)));
    let values = valid(&json!({"type": "integer"}));
    assert!(values.contains(&json!(i64::MIN)) && values.contains(&json!(i64::MAX)));
    let values = valid(&json!({"type": "string", "maxLength": 255}));
    let lengths: BTreeSet<usize> = values
        .iter()
        .filter_map(|value| Some(value.as_str()?.chars().count()))
        .collect();
    assert!(
        lengths.contains(&0) && lengths.contains(&255),
        "{lengths:?}"
    );
    let bytes = values.iter().filter_map(Value::as_str).map(str::len).max();
    assert!(bytes > Some(255), "some characters take more than one byte");
}

#[test]
fn recursion_comes_to_an_end() {
    let document = schemas(&json!({
        "Tree": {"type": "object", "required": ["children"], "properties": {
            "children": {"type": "array", "items": {"$ref": "#/Tree"}}}},
        "Expression": {"oneOf": [
            {"type": "object", "required": ["left", "right"], "additionalProperties": false, "properties": {
                "left": {"$ref": "#/Expression"}, "right": {"$ref": "#/Expression"}}},
            {"type": "integer"},
        ]},
        "Endless": {"type": "object", "required": ["next"], "properties": {"next": {"$ref": "#/Endless"}}},
    }));
    let instances = Instances::new(Judge::new(document.clone()));
    for name in ["Tree", "Expression"] {
        let id = component(&document, name);
        let sizes: Vec<usize> = (0..SEEDS)
            .map(|seed| {
                instances
                    .valid(id, &mut Tape::from_seed(seed))
                    .unwrap()
                    .to_string()
                    .len()
            })
            .collect();
        assert!(
            sizes.iter().any(|size| *size > 40),
            "{name} is at times deep"
        );
        assert!(
            sizes.iter().all(|size| *size < 100_000),
            "{name} is never huge"
        );
    }
    let endless = instances.valid(component(&document, "Endless"), &mut Tape::from_seed(0));
    assert!(endless.is_err());
}

#[test]
fn what_has_no_instance_says_why() {
    let cases = [
        (json!(false), "false"),
        (
            json!({"allOf": [{"type": "string"}, {"type": "integer"}]}),
            "types",
        ),
        (
            json!({"type": "integer", "minimum": 3, "maximum": 2}),
            "bounds",
        ),
        (
            json!({"type": "string", "pattern": r"\p{Nonsense}"}),
            "regex",
        ),
        (
            json!({"type": "string", "minLength": 4_000_000_000_u64}),
            "long",
        ),
    ];
    for (schema_value, word) in cases {
        let (instances, id) = instances(&schema_value);
        let refused = instances.valid(id, &mut Tape::from_seed(1)).unwrap_err();
        assert!(
            refused.to_string().contains(word),
            "{schema_value}: {refused}"
        );
    }
    let (instances, id) = instances(&json!({}));
    assert!(instances.invalid(id, &mut Tape::from_seed(1)).is_err());
}

#[test]
fn where_no_valid_instance_is_made_any_invalid_value_is_one() {
    let never = json!({"allOf": [{"type": "string"}, {"type": "integer"}]});
    let (instances, id) = instances(&never);
    for seed in 0..20 {
        let mut tape = Tape::from_seed(seed);
        let mutant = instances.invalid(id, &mut tape).unwrap();
        assert!(!instances.judge().is_valid(id, &mutant.value), "{mutant:?}");
        let simplest = instances.shrink_invalid(id, &tape, |_| true).unwrap();
        assert_eq!(simplest.value, Value::Null);
    }
}

#[test]
fn what_the_keywords_ask_for_is_among_the_invalid_where_nothing_is_valid() {
    let described =
        json!({"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}}});
    let (instances, id) = instances(&json!({"oneOf": [described, described]}));
    let made = |seed| instances.invalid(id, &mut Tape::from_seed(seed)).unwrap();
    let mut mutants = (0..20).map(made);
    assert!(mutants.any(|mutant| mutant.value["a"].is_string()));
}

#[test]
fn strictly_read_schemas_without_type_have_instances_of_other_types() {
    let (document, id) = schema(&json!({"properties": {"a": {"type": "string"}}}));
    let judge = Judge::with_interpretation(document, Interpretation::Strict);
    let instances = Instances::new(judge);
    let made = |seed| instances.valid(id, &mut Tape::from_seed(seed)).unwrap();
    assert!((0..SEEDS).map(made).any(|value| value.is_object()));
    assert!((0..SEEDS).map(made).any(|value| !value.is_object()));
}

#[test]
fn hostile_schemas_are_refused_and_never_overflow() {
    let chain = (0..3_000).map(|at| {
        let next = json!({"$ref": format!("#/C{}", at + 1)});
        let link = json!({"type": "object", "required": ["n"], "properties": {"n": next}});
        (format!("C{at}"), link)
    });
    let end = ("C3000".to_owned(), json!({"type": "null"}));
    let document = schemas(&chain.chain([end]).collect::<serde_json::Map<_, _>>().into());
    let instances = Instances::new(Judge::new(document.clone()));
    let first = component(&document, "C0");
    assert!(instances.valid(first, &mut Tape::from_seed(0)).is_err());
    let last = component(&document, "C2999");
    assert!(instances.valid(last, &mut Tape::from_seed(0)).is_ok());
    for hostile in [
        json!({"type": "string", "pattern": "^(a{100}){100}$", "minLength": 10_000}),
        json!({"type": "string", "pattern": "^((a*){9999}){99}x{3}$"}),
        json!({"type": "array", "minItems": 4_000_000_000_u64}),
        json!({"type": "object", "minProperties": 4_000_000_000_u64}),
        json!({"type": "array", "contains": {}, "minContains": 4_000_000_000_u64}),
        json!({"type": "array", "items": {"type": "boolean"}, "uniqueItems": true, "minItems": 3}),
        json!({"type": "number", "multipleOf": 1e-300, "minimum": 1}),
        json!({"type": "number", "minimum": 1e308, "exclusiveMaximum": 1e308}),
    ] {
        let (document, id) = schema(&hostile);
        let instances = Instances::new(Judge::new(document));
        let refused = instances.valid(id, &mut Tape::from_seed(0));
        assert!(refused.is_err(), "{hostile}: {refused:?}");
    }
}

#[test]
fn a_union_above_its_members_and_its_members_have_instances() {
    let document = schemas(&json!({
        "Base": {"type": "object", "required": ["k"], "properties": {"k": {"type": "string"}},
            "oneOf": [{"$ref": "#/A"}, {"$ref": "#/B"}], "discriminator": {"propertyName": "k"}},
        "A": {"allOf": [{"$ref": "#/Base"}, {"properties": {"a": {"type": "integer"}}}]},
        "B": {"allOf": [{"$ref": "#/Base"}, {"properties": {"b": {"type": "integer"}}}]},
    }));
    let instances = Instances::new(Judge::new(document.clone()));
    for name in ["Base", "A", "B"] {
        let id = component(&document, name);
        for seed in 0..20 {
            let mut tape = Tape::from_seed(seed);
            assert!(instances.valid(id, &mut tape).is_ok(), "{name}");
            assert!(instances.invalid(id, &mut tape).is_ok(), "{name}");
        }
    }
}

#[test]
fn patterns_of_both_ends_have_a_text_in_common() {
    for value in valid(
        &json!({"pattern": "^a", "allOf": [{"pattern": "b$", "minLength": 3, "type": "string"}]}),
    ) {
        assert!(
            value.as_str().is_some_and(|text| text.len() >= 3),
            "{value}"
        );
    }
}
