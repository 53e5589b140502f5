//! Instances are valid, mutants are not, and both can be made again and shrunk.

mod support;

use std::collections::BTreeSet;

use bindery_contract::{
    InstanceOptions, Instances, Interpretation, Judge, Mutant, Tape, UnknownProperties,
};
use serde_json::{Value, json};
use support::{component, schema, schemas};

const SEEDS: u64 = 200;

fn instances(schema_value: &Value) -> (Instances, bindery_openapi::document::SchemaId) {
    let (document, id) = schema(schema_value);
    (Instances::new(Judge::new(document)), id)
}

/// Instances of the schema, one for each seed. That they are valid is part of what made them.
fn valid(schema_value: &Value) -> Vec<Value> {
    let (instances, id) = instances(schema_value);
    (0..SEEDS)
        .map(|seed| {
            let made = instances.valid(id, &mut Tape::from_seed(seed));
            made.unwrap_or_else(|reason| panic!("{schema_value}: seed {seed}: {reason}"))
        })
        .collect()
}

fn mutants(schema_value: &Value) -> Vec<Mutant> {
    let (instances, id) = instances(schema_value);
    (0..SEEDS)
        .map(|seed| {
            let made = instances.invalid(id, &mut Tape::from_seed(seed));
            made.unwrap_or_else(|reason| panic!("{schema_value}: seed {seed}: {reason}"))
        })
        .collect()
}

/// Schemas that between them use every keyword of the model.
fn every_keyword() -> Vec<Value> {
    vec![
        json!({"type": "null"}),
        json!({"type": ["string", "null", "integer"]}),
        json!({"enum": ["a", 1, null, {"b": []}]}),
        json!({"const": {"a": [1]}}),
        json!({"type": "string", "enum": ["a", 1]}),
        json!({"type": "string", "minLength": 3, "maxLength": 5}),
        json!({"type": "string", "pattern": "^[A-Z]{2,4}-\\d+(x|yz)?$"}),
        json!({"type": "string", "pattern": "^a*$", "minLength": 20, "maxLength": 40}),
        json!({"type": "string", "pattern": "\\w@\\S", "maxLength": 6}),
        json!({"type": "integer", "minimum": 3, "exclusiveMaximum": 5}),
        json!({"type": "integer", "minimum": 0.5, "maximum": 1.5}),
        json!({"type": "integer", "format": "int32", "multipleOf": 7}),
        json!({"type": "integer", "format": "uint64"}),
        json!({"type": "integer", "minimum": 9_223_372_036_854_775_808_u64}),
        json!({"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1}),
        json!({"type": "number", "multipleOf": 0.01, "minimum": 0, "maximum": 100}),
        json!({"type": "number", "format": "float"}),
        json!({"type": "array", "items": {"type": "boolean"}, "minItems": 2, "maxItems": 3}),
        json!({"type": "array", "items": {"enum": [1, 2, 3]}, "uniqueItems": true, "minItems": 3}),
        json!({"type": "array", "prefixItems": [{"type": "string"}], "items": false, "minItems": 1}),
        json!({"type": "array", "contains": {"const": 5}, "minContains": 2, "maxContains": 3}),
        json!({"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}, "b": {}}}),
        json!({"type": "object", "additionalProperties": {"type": "integer"}}),
        json!({"type": "object", "properties": {"a": {}}, "additionalProperties": false}),
        json!({"type": "object", "patternProperties": {"^x-[a-z]+$": {"type": "integer"}},
               "additionalProperties": false, "minProperties": 1}),
        json!({"type": "object", "propertyNames": {"pattern": "^[a-c]+$"}, "minProperties": 1}),
        json!({"type": "object", "minProperties": 2, "maxProperties": 3}),
        json!({"type": "object", "properties": {"a": {}, "b": {}, "c": {}},
               "dependentRequired": {"a": ["b"], "b": ["c"]}, "required": ["a"]}),
        json!({"type": "object", "properties": {"a": {}},
               "dependentSchemas": {"a": {"required": ["b"]}}, "required": ["a"]}),
        json!({"type": "object", "properties": {"a": {"type": "string"}}, "unevaluatedProperties": false}),
        json!({"allOf": [{"required": ["a"], "properties": {"a": {"type": "string"}}},
                         {"required": ["a", "b"], "properties": {"a": {"minLength": 2}}}]}),
        json!({"oneOf": [{"type": "string"}, {"type": "integer"}, {"type": "number"}]}),
        json!({"anyOf": [{"required": ["a"], "properties": {"a": {"type": "integer"}}},
                         {"required": ["b"], "properties": {"b": {"type": "integer"}}}]}),
        json!({"type": "string", "not": {"minLength": 3}}),
        json!({"type": "object", "required": ["k"], "properties": {"k": {"enum": ["a", "b"]}, "n": {}},
               "if": {"properties": {"k": {"const": "a"}}}, "then": {"required": ["n"]}}),
        json!({"type": "object", "oneOf": [{"required": ["a"]}, {"required": ["b"]}],
               "properties": {"a": {"type": "string"}, "b": {"type": "string"}}}),
    ]
}

const FORMATS: [&str; 14] = [
    "date-time",
    "date",
    "time",
    "duration",
    "uuid",
    "email",
    "hostname",
    "ipv4",
    "ipv6",
    "uri",
    "uri-reference",
    "json-pointer",
    "regex",
    "byte",
];

#[test]
fn every_keyword_has_valid_instances() {
    for schema_value in every_keyword() {
        valid(&schema_value);
    }
}

#[test]
fn every_keyword_can_be_broken_by_one_change() {
    for schema_value in every_keyword() {
        mutants(&schema_value);
    }
}

#[test]
fn every_format_has_many_valid_strings_and_broken_ones() {
    for format in FORMATS {
        let it = json!({"type": "string", "format": format});
        let different: BTreeSet<String> = valid(&it).iter().map(Value::to_string).collect();
        assert!(different.len() > 20, "{format}: {different:?}");
        let broken = mutants(&it).iter().any(|it| it.mutation.contains(format));
        assert!(broken, "{format}");
    }
}

#[test]
fn the_same_seed_gives_the_same_instance_everywhere() {
    let (instances, id) = instances(&json!({
        "type": "object",
        "required": ["id", "at", "size", "tags"],
        "properties": {
            "id": {"type": "string", "format": "uuid"},
            "at": {"type": "string", "format": "date-time"},
            "size": {"type": "number"},
            "tags": {"type": "array", "items": {"type": "string"}},
        },
    }));
    let made = |seed| {
        instances
            .valid(id, &mut Tape::from_seed(seed))
            .unwrap()
            .to_string()
    };
    assert_eq!(made(7), made(7));
    let expected = json!({
        "id": "e6984080-bab1-4a02-953a-eb70673e29cb",
        "at": "0001-10-31T17:05:43.040071-05:45",
        "size": -0.804_687_5,
        "tags": [],
    });
    assert_eq!(made(7), expected.to_string());
}

#[test]
fn a_tape_replays_what_it_drew() {
    for schema_value in every_keyword() {
        let (instances, id) = instances(&schema_value);
        for seed in 0..20 {
            let mut tape = Tape::from_seed(seed);
            let value = instances.valid(id, &mut tape).unwrap();
            let mut replayed = Tape::replay(tape.drawn().to_vec());
            assert_eq!(instances.valid(id, &mut replayed).unwrap(), value);
        }
    }
}

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
            json!({"type": "string", "allOf": [{"type": "integer"}]}),
            "types",
        ),
        (
            json!({"type": "integer", "minimum": 3, "maximum": 2}),
            "bounds",
        ),
        (json!({"type": "string", "pattern": "("}), "regex"),
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
fn mutants_break_each_kind_of_keyword_and_say_where() {
    let it = json!({
        "type": "object",
        "required": ["name", "items"],
        "additionalProperties": false,
        "properties": {
            "name": {"type": "string", "maxLength": 5},
            "count": {"type": "integer", "format": "int32", "minimum": 0},
            "kind": {"enum": ["a", "b"]},
            "items": {"type": "array", "minItems": 1, "maxItems": 2, "items": {"type": "string", "format": "date"}},
        },
    });
    let mutants = mutants(&it);
    for part in [
        "required",
        "null",
        "too long",
        "listed",
        "too few",
        "too many",
        "date",
        "not allowed",
        "minimum",
    ] {
        assert!(
            mutants.iter().any(|it| it.mutation.contains(part)),
            "{part}"
        );
    }
    for mutant in &mutants {
        assert!(
            mutant.value.pointer(mutant.pointer.as_str()).is_some(),
            "{mutant:?}"
        );
    }
    assert!(mutants.iter().any(|it| it.pointer.as_str() == "/items/0"));
}

#[test]
fn shrinking_finds_the_simplest_instance_that_still_fails() {
    let (instances, id) = instances(&json!({
        "type": "object",
        "properties": {
            "name": {"type": "string"},
            "items": {"type": "array", "items": {"type": "integer"}},
        },
    }));
    let fails = |value: &Value| {
        let items = value.get("items").and_then(Value::as_array);
        items.is_some_and(|items| items.iter().any(|it| it.as_i64() > Some(100)))
    };
    let (tape, _) = (0..SEEDS)
        .map(|seed| {
            let mut tape = Tape::from_seed(seed);
            let value = instances.valid(id, &mut tape).unwrap();
            (tape, value)
        })
        .find(|(_, value)| fails(value))
        .unwrap();
    let shrunk = instances.shrink(id, &tape, fails).unwrap();
    assert_eq!(
        shrunk.as_object().map(serde_json::Map::len),
        Some(1),
        "{shrunk}"
    );
    assert_eq!(
        shrunk["items"].as_array().map(Vec::len),
        Some(1),
        "{shrunk}"
    );
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
