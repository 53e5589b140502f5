//! What objects and unions are made of.

use std::collections::BTreeSet;

use bindery_contract::{InstanceOptions, Instances, Judge, Tape, UnknownProperties};
use serde_json::{Value, json};

use crate::support::{component, schema, schemas};
use crate::{SEEDS, valid};

#[test]
fn absent_null_and_present_all_occur() {
    let values =
        valid(&json!({"type": "object", "properties": {"a": {"type": ["string", "null"]}}}));
    assert!(values.iter().any(|value| value.get("a").is_none()));
    assert!(
        values
            .iter()
            .any(|value| value.get("a") == Some(&Value::Null))
    );
    assert!(
        values
            .iter()
            .any(|value| value.get("a").is_some_and(Value::is_string))
    );
}

#[test]
fn unknown_properties_come_where_the_options_say() {
    let closed_by_silence = json!({"type": "object", "properties": {"a": {}}});
    let stated = json!({"type": "object", "properties": {"a": {}}, "additionalProperties": true});
    let map = json!({"type": "object"});
    let unknown = |schema_value: &Value, unknown_properties| {
        let (document, id) = schema(schema_value);
        let options = InstanceOptions {
            unknown_properties,
            ..InstanceOptions::default()
        };
        let instances = Instances::with_options(Judge::new(document), options);
        (0..SEEDS).any(|seed| {
            let value = instances.valid(id, &mut Tape::from_seed(seed)).unwrap();
            value
                .as_object()
                .is_some_and(|it| it.keys().any(|key| key != "a"))
        })
    };
    assert!(!unknown(&closed_by_silence, UnknownProperties::WhereStated));
    assert!(unknown(&closed_by_silence, UnknownProperties::WhereAllowed));
    assert!(unknown(&stated, UnknownProperties::WhereStated));
    assert!(unknown(&map, UnknownProperties::WhereStated));
    assert!(!unknown(&map, UnknownProperties::Never));
}

#[test]
fn any_of_is_at_times_two_of_them() {
    let values = valid(&json!({"type": "object", "anyOf": [
        {"required": ["a"], "properties": {"a": {"type": "integer"}}},
        {"required": ["b"], "properties": {"b": {"type": "integer"}}},
    ]}));
    let has = |value: &Value, name: &str| value.get(name).is_some();
    assert!(
        values
            .iter()
            .any(|value| has(value, "a") && has(value, "b"))
    );
    assert!(
        values
            .iter()
            .any(|value| has(value, "a") && !has(value, "b"))
    );
}

#[test]
fn a_discriminator_names_the_variant_that_was_made() {
    let document = schemas(&json!({
        "Pet": {
            "oneOf": [{"$ref": "#/Cat"}, {"$ref": "#/Dog"}],
            "discriminator": {"propertyName": "kind", "mapping": {"feline": "#/components/schemas/Cat"}},
        },
        "Cat": {"type": "object", "required": ["kind", "lives"],
                "properties": {"kind": {"type": "string"}, "lives": {"type": "integer"}}},
        "Dog": {"type": "object", "required": ["kind", "tricks"],
                "properties": {"kind": {"type": "string"}, "tricks": {"type": "array"}}},
    }));
    let id = component(&document, "Pet");
    let instances = Instances::new(Judge::new(document));
    let mut kinds = BTreeSet::new();
    for seed in 0..SEEDS {
        let value = instances.valid(id, &mut Tape::from_seed(seed)).unwrap();
        let expected = if value.get("lives").is_some() {
            "feline"
        } else {
            "Dog"
        };
        assert_eq!(value["kind"], expected);
        kinds.insert(expected);
    }
    assert_eq!(kinds.len(), 2);
}

#[test]
fn a_parent_with_a_mapping_stands_for_its_children() {
    let document = schemas(&json!({
        "Shape": {
            "type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}},
            "discriminator": {"propertyName": "kind", "mapping": {"circle": "#/Circle", "square": "#/Square"}},
        },
        "Circle": {"allOf": [{"$ref": "#/Shape"}, {"required": ["r"], "properties": {"r": {"type": "number"}}}]},
        "Square": {"allOf": [{"$ref": "#/Shape"}, {"required": ["a"], "properties": {"a": {"type": "number"}}}]},
    }));
    let instances = Instances::new(Judge::new(document.clone()));
    for (name, kinds) in [
        ("Shape", vec!["circle", "square"]),
        ("Circle", vec!["circle"]),
    ] {
        for seed in 0..SEEDS {
            let made = instances.valid(component(&document, name), &mut Tape::from_seed(seed));
            let value = made.unwrap();
            let kind = value["kind"].as_str().unwrap_or_default();
            assert!(kinds.contains(&kind), "{name}: {value}");
            assert_eq!(value.get("r").is_some(), kind == "circle", "{value}");
        }
    }
}
