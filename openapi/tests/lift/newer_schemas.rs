//! Schemas of 3.1 and 3.2: JSON Schema 2020-12.

use bindery_openapi::Document;
use bindery_openapi::document::{AdditionalProperties, JsonType, Schema, SchemaId};
use serde_json::{Value, json};

use crate::{id_of, named, read_version, types};

fn read(schemas: &Value) -> Document {
    read_version("3.1.1", &json!({ "components": { "schemas": schemas } }))
}

fn schema(schema: &Value) -> Schema {
    named(&read(&json!({ "A": schema })), "A").clone()
}

/// The titles of the schemas with these ids.
fn titles(document: &Document, ids: impl IntoIterator<Item = SchemaId>) -> Vec<String> {
    ids.into_iter()
        .map(|id| {
            document
                .schema(id)
                .title
                .as_deref()
                .unwrap_or_default()
                .to_owned()
        })
        .collect()
}

#[test]
fn a_type_may_be_a_list() {
    let nullable = schema(&json!({ "type": ["string", "null"], "minLength": 2 }));
    assert_eq!(types(&nullable), [JsonType::Null, JsonType::String]);
    assert_eq!(
        nullable.string.and_then(|string| string.min_length),
        Some(2)
    );
    let one = schema(&json!({ "type": ["integer"] }));
    assert_eq!(types(&one), [JsonType::Integer]);
    let unknown = schema(&json!({ "type": ["string", "mixed"] }));
    assert!(
        unknown.types.is_empty(),
        "what is not known may be anything"
    );
}

#[test]
fn null_without_quotes_is_the_type_null() {
    let schema = schema(&json!({ "type": ["string", null] }));
    assert_eq!(types(&schema), [JsonType::Null, JsonType::String]);
}

#[test]
fn a_constant_may_be_any_value() {
    for value in [json!(1), json!("a"), json!(null), json!({ "a": [1.50] })] {
        assert_eq!(schema(&json!({ "const": value })).constant, Some(value));
    }
}

#[test]
fn a_schema_may_be_a_boolean_wherever_one_may_stand() {
    let document = read(&json!({ "A": {
        "properties": { "any": true, "none": false },
        "items": false,
        "not": true,
        "anyOf": [true, false]
    }, "Any": true, "None": false }));
    assert!(named(&document, "None").never);
    assert!(!named(&document, "Any").never);
    let schema = named(&document, "A");
    let never = |id: SchemaId| document.schema(id).never;
    let object = schema.object.as_deref().expect("it has properties");
    let properties = object.properties.iter();
    let nevers: Vec<_> = properties.map(|property| never(property.schema)).collect();
    assert_eq!(nevers, [false, true]);
    let items = schema.array.as_deref().and_then(|array| array.items);
    assert!(items.is_some_and(never));
    assert!(schema.not.is_some_and(|id| !never(id)));
    assert!(never(schema.any_of[1]));
}

#[test]
fn keywords_of_arrays_are_read() {
    let document = read(&json!({ "A": {
        "prefixItems": [{ "title": "first" }, { "title": "second" }],
        "items": { "title": "others" },
        "contains": { "title": "contained" },
        "minContains": 1, "maxContains": 3,
        "unevaluatedItems": { "title": "unevaluated" },
        "minItems": 1, "maxItems": 9, "uniqueItems": true
    } }));
    let array = named(&document, "A").array.as_deref().expect("it has them");
    assert_eq!(
        titles(&document, array.prefix_items.clone()),
        ["first", "second"]
    );
    let rest = [array.items, array.contains, array.unevaluated_items];
    assert_eq!(
        titles(&document, rest.into_iter().flatten()),
        ["others", "contained", "unevaluated"]
    );
    assert_eq!((array.min_contains, array.max_contains), (Some(1), Some(3)));
    assert_eq!((array.min_items, array.max_items), (Some(1), Some(9)));
    assert!(array.unique_items);
}

#[test]
fn a_list_in_items_is_prefix_items() {
    let document = read(&json!({ "A": {
        "items": [{ "title": "first" }, true], "additionalItems": { "title": "others" }
    } }));
    let array = named(&document, "A").array.as_deref().expect("it has them");
    assert_eq!(titles(&document, array.prefix_items.clone()), ["first", ""]);
    assert_eq!(titles(&document, array.items), ["others"]);
}

#[test]
fn keywords_of_objects_are_read() {
    let document = read(&json!({ "A": {
        "patternProperties": { "^x-": { "title": "pattern" } },
        "propertyNames": { "title": "names" },
        "dependentRequired": { "a": ["b", "c"] },
        "dependentSchemas": { "a": { "title": "dependent" } },
        "dependencies": { "d": ["e"], "f": { "title": "old" } },
        "unevaluatedProperties": { "title": "unevaluated" },
        "additionalProperties": false,
        "required": ["a"], "minProperties": 1, "maxProperties": 5
    } }));
    let object = named(&document, "A")
        .object
        .as_deref()
        .expect("it has them");
    let (pattern, schema) = &object.pattern_properties[0];
    assert_eq!(&**pattern, "^x-");
    assert_eq!(titles(&document, [*schema]), ["pattern"]);
    let single = [object.property_names, object.unevaluated_properties];
    assert_eq!(
        titles(&document, single.into_iter().flatten()),
        ["names", "unevaluated"]
    );
    let required: Vec<_> = object.dependent_required.iter().collect();
    assert_eq!(
        required,
        [
            &("a".into(), vec!["b".into(), "c".into()]),
            &("d".into(), vec!["e".into()])
        ]
    );
    let dependent = object.dependent_schemas.iter().map(|(_, id)| *id);
    assert_eq!(titles(&document, dependent), ["dependent", "old"]);
    assert_eq!(
        object.additional_properties,
        Some(AdditionalProperties::Forbidden)
    );
    assert!(object.requires("a"));
    assert_eq!(
        (object.min_properties, object.max_properties),
        (Some(1), Some(5))
    );
}

#[test]
fn a_condition_needs_its_if() {
    let document = read(&json!({
        "A": { "if": { "title": "if" }, "then": { "title": "then" }, "else": { "title": "else" } },
        "B": { "then": { "title": "then" } }
    }));
    let schema = named(&document, "A");
    let parts = [schema.condition, schema.then, schema.otherwise];
    assert_eq!(
        titles(&document, parts.into_iter().flatten()),
        ["if", "then", "else"]
    );
    assert_eq!(named(&document, "B").then, None);
}

#[test]
fn whatever_stands_beside_a_reference_holds_too() {
    let document = read(&json!({
        "A": { "$ref": "#/components/schemas/B", "minLength": 2, "description": "said" },
        "B": { "type": "string" },
        "E": { "$ref": "#/components/schemas/B" }
    }));
    let schema = named(&document, "A");
    assert_eq!(schema.reference, Some(id_of(&document, "B")));
    assert_eq!(schema.description.as_deref(), Some("said"));
    assert!(!schema.is_bare_reference());
    assert!(named(&document, "E").is_bare_reference());
}

#[test]
fn references_lead_into_every_keyword() {
    let document = read(&json!({
        "A": {
            "$defs": { "d": { "title": "d" } },
            "prefixItems": [{ "title": "first" }],
            "if": { "properties": { "p": { "title": "p" } } },
            "definitions": { "old": { "title": "old" } }
        },
        "R": { "anyOf": [
            { "$ref": "#/components/schemas/A/$defs/d" },
            { "$ref": "#/components/schemas/A/prefixItems/0" },
            { "$ref": "#/components/schemas/A/if/properties/p" },
            { "$ref": "#/components/schemas/A/definitions/old" }
        ] }
    }));
    let members = named(&document, "R").any_of.clone();
    let targets = members.into_iter().map(|id| document.resolve(id));
    assert_eq!(titles(&document, targets), ["d", "first", "p", "old"]);
}

#[test]
fn the_tighter_of_two_bounds_binds() {
    let bound = |schema_value: Value| {
        let number = schema(&schema_value).number.expect("it has bounds");
        let minimum = number.minimum.expect("it has a minimum");
        (minimum.value.to_string(), minimum.exclusive)
    };
    let exact = "9007199254740993";
    let both: Value = serde_json::from_str(&format!(
        "{{ \"minimum\": 9007199254740992, \"exclusiveMinimum\": {exact} }}"
    ))
    .expect("it is JSON");
    assert_eq!(bound(both), (exact.to_owned(), true));
    let lower = json!({ "minimum": 5, "exclusiveMinimum": 3 });
    assert_eq!(bound(lower), ("5".to_owned(), false));
    let old = json!({ "minimum": 5, "exclusiveMinimum": true });
    assert_eq!(bound(old), ("5".to_owned(), true));
}

#[test]
fn nullable_is_understood() {
    let typed = schema(&json!({ "type": "string", "nullable": true }));
    assert_eq!(types(&typed), [JsonType::Null, JsonType::String]);
    let reference = read(&json!({
        "A": { "$ref": "#/components/schemas/B", "nullable": true },
        "B": { "type": "object" }
    }));
    assert_eq!(named(&reference, "A").any_of.len(), 2);
}

#[test]
fn contents_and_examples_are_read() {
    let document = read(&json!({ "A": {
        "type": "string", "format": "custom",
        "contentEncoding": "base64", "contentMediaType": "application/json",
        "contentSchema": { "title": "content" },
        "example": "a", "examples": ["b", "c"]
    } }));
    let schema = named(&document, "A");
    let string = schema.string.as_deref().expect("it has contents");
    assert_eq!(string.content_encoding.as_deref(), Some("base64"));
    assert_eq!(
        string.content_media_type.as_deref(),
        Some("application/json")
    );
    assert_eq!(titles(&document, string.content_schema), ["content"]);
    assert_eq!(schema.examples, [json!("a"), json!("b"), json!("c")]);
    assert_eq!(schema.format.as_deref(), Some("custom"));
}

#[test]
fn keywords_of_31_are_understood_in_30() {
    let document = read_version(
        "3.0.3",
        &json!({ "components": { "schemas": { "A": {
            "type": ["string", "integer"], "const": "a", "minLength": 1, "exclusiveMinimum": 2
        } } } }),
    );
    let schema = named(&document, "A");
    assert_eq!(types(schema), [JsonType::String, JsonType::Integer]);
    assert_eq!(schema.constant, Some(json!("a")));
    assert_eq!(
        schema
            .string
            .as_deref()
            .and_then(|string| string.min_length),
        Some(1)
    );
    let minimum = schema
        .number
        .as_deref()
        .and_then(|number| number.minimum.clone());
    assert!(minimum.is_some_and(|minimum| minimum.exclusive));
}
