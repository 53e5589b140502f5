//! Every keyword and every format has instances, and mutants that break it.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::{mutants, valid};

/// Schemas that between them use every keyword of the model.
pub fn every_keyword() -> Vec<Value> {
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
