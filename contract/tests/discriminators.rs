//! Alternatives that a discriminator tells apart, as people mean it and by the letter.

mod support;

use bindery_contract::{Interpretation, Judge};
use serde_json::{Value, json};
use support::{component, description, schema, schemas};

#[test]
fn people_mean_that_a_discriminator_is_there() {
    let (document, id) = schema(&json!({
        "oneOf": [{"type": "object", "properties": {"kind": {"type": "string"}}}],
        "discriminator": {"propertyName": "kind"},
    }));
    let lenient = Judge::new(document.clone());
    assert!(lenient.is_valid(id, &json!({"kind": "a"})));
    assert!(!lenient.is_valid(id, &json!({})));
    let strict = Judge::with_interpretation(document, Interpretation::Strict);
    assert!(strict.is_valid(id, &json!({})));
}

#[test]
fn a_discriminator_that_an_alternative_does_not_have_is_not_asked_for() {
    let (document, id) = schema(&json!({
        "oneOf": [
            {"type": "object", "properties": {"kind": {"type": "string"}}, "required": ["kind"]},
            {"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]},
        ],
        "discriminator": {"propertyName": "kind"},
    }));
    let judge = Judge::new(document);
    assert!(judge.is_valid(id, &json!({"name": "a"})));
    assert!(!judge.is_valid(id, &json!({})));
}

#[test]
fn what_a_value_says_it_is_not_says_nothing_of_its_properties() {
    let text = json!({"type": "string"});
    let document = schemas(&json!({
        "Either": {
            "anyOf": [{"$ref": "#/A"}, {"$ref": "#/B"}],
            "discriminator": {"propertyName": "kind"},
        },
        "A": {"properties": {"kind": text, "name": text}},
        "B": {"properties": {"kind": text, "size": text}},
    }));
    let id = component(&document, "Either");
    let judge = Judge::new(document);
    let speaks = |value: &Value, name| judge.property_schemas(&[id], value, name).is_some();
    let value = json!({"kind": "A", "name": "x", "size": "y"});
    assert!(judge.is_valid(id, &value));
    assert!(speaks(&value, "name"));
    assert!(!speaks(&value, "size"), "an `A` has no size");
}

#[test]
fn a_discriminator_tells_nothing_where_no_value_stands_for_an_alternative() {
    let described = |size: &str| {
        let kind = json!({"type": "string"});
        json!({"type": "object", "properties": {"kind": kind, "size": {"type": size}}})
    };
    let (document, id) = schema(&json!({
        "oneOf": [described("string"), described("integer")],
        "discriminator": {"propertyName": "kind"},
    }));
    let judge = Judge::new(document);
    assert!(judge.is_valid(id, &json!({"kind": "any", "size": 1})));
    assert!(!judge.is_valid(id, &json!({"kind": "any"})));
}

#[test]
fn an_alternative_with_alternatives_is_told_by_what_tells_those() {
    let kind = |kind: &str| {
        let kind = json!({"type": "string", "enum": [kind]});
        json!({"type": "object", "required": ["kind"], "properties": {"kind": kind}})
    };
    let document = schemas(&json!({
        "Animal": {
            "oneOf": [{"$ref": "#/Pet"}, {"$ref": "#/Wolf"}],
            "discriminator": {"propertyName": "kind"},
        },
        "Pet": {
            "oneOf": [kind("cat"), kind("dog")],
            "discriminator": {"propertyName": "kind"},
        },
        "Wolf": kind("wolf"),
    }));
    let id = component(&document, "Animal");
    let judge = Judge::new(document);
    let named = |kind: &str| judge.is_valid(id, &json!({"kind": kind}));
    assert_eq!(
        ["cat", "wolf", "Pet", "fox"].map(named),
        [true, true, false, false]
    );
}

#[test]
fn people_judge_a_value_by_the_alternative_that_it_names() {
    let described = |size: &str| {
        let kind = json!({"type": "string"});
        json!({"type": "object", "properties": {"kind": kind, "size": {"type": size}}})
    };
    let document = schemas(&json!({
        "Either": {
            "oneOf": [{"$ref": "#/A"}, {"$ref": "#/B"}],
            "discriminator": {"propertyName": "kind", "mapping": {"first": "#/A"}},
        },
        "A": described("string"),
        "B": described("integer"),
    }));
    let id = component(&document, "Either");
    let strict = Judge::with_interpretation(document.clone(), Interpretation::Strict);
    let meant = Judge::new(document);
    let judged = |value: Value| (meant.is_valid(id, &value), strict.is_valid(id, &value));
    // By the letter it satisfies both.
    assert_eq!(judged(json!({"kind": "first"})), (true, false));
    assert_eq!(judged(json!({"kind": "B"})), (true, false));
    assert_eq!(judged(json!({"kind": "unknown"})), (false, false));
    // It satisfies one, and says it is the other.
    assert_eq!(judged(json!({"kind": "first", "size": 1})), (false, true));
    assert_eq!(judged(json!({"kind": "B", "size": 1})), (true, true));
}

#[test]
fn by_the_letter_a_discriminator_changes_nothing() {
    let text = json!({"type": "string"});
    let document = schemas(&json!({
        "Pet": {
            "oneOf": [{"$ref": "#/Cat"}, {"$ref": "#/Dog"}],
            "discriminator": {"propertyName": "kind"},
        },
        "Cat": {"type": "object", "required": ["kind"], "properties": {"kind": text, "lives": {"type": "integer"}}},
        "Dog": {"type": "object", "required": ["kind"], "properties": {"kind": text, "bark": {"type": "boolean"}}},
    }));
    let id = component(&document, "Pet");
    let judge = Judge::with_interpretation(document, Interpretation::Strict);
    assert!(judge.is_valid(id, &json!({"kind": "Cat", "bark": true, "lives": "nine"})));
    assert!(!judge.is_valid(id, &json!({"kind": "Cat"})), "it is both");
    assert!(!judge.is_valid(id, &json!({"kind": "Cat", "lives": "nine", "bark": 1})));
}

#[test]
fn a_discriminator_with_a_default_tells_every_value() {
    let kind = json!({"type": "object", "properties": {"kind": {"type": "string"}, "n": {"type": "integer"}}});
    let document = description(&json!({
        "openapi": "3.2.0", "info": {"title": "T", "version": "1"}, "paths": {},
        "components": {"schemas": {
            "Cat": {"type": "object", "required": ["lives"], "properties": {"kind": {"type": "string"}, "lives": {"type": "integer"}}},
            "Other": kind,
            "Pet": {
                "oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Other"}],
                "discriminator": {
                    "propertyName": "kind", "defaultMapping": "#/components/schemas/Other",
                    "mapping": {"cat": "#/components/schemas/Cat"},
                },
            },
        }},
    }));
    let id = component(&document, "Pet");
    let judge = Judge::new(document);
    let is_valid = |value: &Value| judge.is_valid(id, value);
    assert!(is_valid(&json!({"kind": "cat", "lives": 9})));
    assert!(!is_valid(&json!({"kind": "cat"})), "a cat is no other");
    assert!(is_valid(&json!({"kind": "fox", "lives": 9, "n": 1})));
    assert!(is_valid(&json!({"n": 1})));
    assert!(!is_valid(&json!({"n": "one"})));
}

#[test]
fn a_value_of_a_base_means_what_the_child_that_it_names_speaks_of() {
    let document = schemas(&json!({
        "Zoo": {"properties": {"any": {"$ref": "#/Animal"}}},
        "Animal": {
            "type": "object",
            "properties": {"kind": {"type": "string"}},
            "discriminator": {"propertyName": "kind", "mapping": {"cat": "#/Cat"}}
        },
        "Cat": {"allOf": [{"$ref": "#/Animal"}, {"properties": {"lives": {}}}]},
        "Dog": {"allOf": [{"$ref": "#/Animal"}, {"properties": {"barks": {}}}]}
    }));
    let [zoo, animal, itself] = ["Zoo", "Animal", "Cat"].map(|name| component(&document, name));
    let judge = Judge::new(document);
    let any = judge
        .property_schemas(&[zoo], &json!({}), "any")
        .expect("it is named")[0];
    let speaks = |id, value: &Value, name| judge.property_schemas(&[id], value, name).is_some();
    let (cat, dog) = (json!({"kind": "cat"}), json!({"kind": "Dog"}));
    assert!(speaks(any, &cat, "lives"));
    assert!(!speaks(any, &cat, "barks"));
    assert!(speaks(any, &dog, "barks"));
    assert!(!speaks(any, &json!({"kind": "Cow"}), "barks"));
    assert!(
        !speaks(itself, &dog, "barks"),
        "it is a cat, whatever it says"
    );
    assert!(
        !speaks(animal, &cat, "lives"),
        "asked for by its own id it is itself"
    );
}
