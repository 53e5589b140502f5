//! Schemas: what each keyword means.

use bindery_openapi::document::{AdditionalProperties, JsonType};
use serde_json::{Value, json};

use crate::{id_of, named, read, schema, types};

#[test]
fn nullable_adds_null_to_the_type() {
    let schema = schema(&json!({ "type": "string", "nullable": true }));
    assert_eq!(types(&schema), [JsonType::Null, JsonType::String]);
}

#[test]
fn nullable_without_type_adds_no_type() {
    let schema = schema(&json!({ "nullable": true, "enum": ["a"] }));
    assert!(schema.types.is_empty());
    assert_eq!(schema.enumeration, Some(vec![json!("a"), json!(null)]));
}

#[test]
fn nullable_beside_all_of_admits_null() {
    let document = read(&json!({ "components": { "schemas": {
        "A": { "type": "object" },
        "B": {
            "nullable": true,
            "description": "said",
            "allOf": [{ "$ref": "#/components/schemas/A" }],
        },
    } } }));
    let schema = named(&document, "B");
    assert_eq!(schema.description.as_deref(), Some("said"));
    let [composed, null] = schema.any_of.as_slice() else {
        panic!("{schema:#?}")
    };
    assert_eq!(document.schema(*composed).all_of.len(), 1);
    assert!(document.schema(*null).types.iter().eq([JsonType::Null]));
}

#[test]
fn nullable_enum_admits_null() {
    let schema = schema(&json!({ "type": "string", "nullable": true, "enum": ["a"] }));
    assert_eq!(schema.enumeration, Some(vec![json!("a"), Value::Null]));
}

#[test]
fn null_is_not_added_to_an_enum_twice() {
    let schema = schema(&json!({ "type": "string", "nullable": true, "enum": [null, "a"] }));
    assert_eq!(schema.enumeration, Some(vec![Value::Null, json!("a")]));
}

#[test]
fn an_empty_enum_lists_nothing() {
    let schema = schema(&json!({ "type": "string", "nullable": true, "enum": [] }));
    assert_eq!(schema.enumeration, Some(Vec::new()));
    assert!(!schema.lists_values());
}

#[test]
fn bounds_are_exact_and_know_whether_they_are_exclusive() {
    let schema = schema(&json!({
        "type": "integer",
        "minimum": 9_007_199_254_740_993_i64, "exclusiveMinimum": true,
        "maximum": u64::MAX, "exclusiveMaximum": false,
        "multipleOf": 0.1
    }));
    let number = schema.number.expect("it has keywords for numbers");
    let minimum = number.minimum.expect("it has a minimum");
    assert_eq!(minimum.value.to_string(), "9007199254740993");
    assert!(minimum.exclusive);
    let maximum = number.maximum.expect("it has a maximum");
    assert_eq!(maximum.value.to_string(), "18446744073709551615");
    assert!(!maximum.exclusive);
    assert_eq!(
        number
            .multiple_of
            .map(|number| number.to_string())
            .as_deref(),
        Some("0.1")
    );
}

#[test]
fn exclusive_without_a_bound_says_nothing() {
    assert_eq!(
        schema(&json!({ "type": "number", "exclusiveMinimum": true })).number,
        None
    );
}

#[test]
fn an_exclusive_bound_of_31_is_the_bound_where_it_binds() {
    let keywords = |bounds: Value| schema(&bounds).number.and_then(|number| number.minimum);
    let binding = keywords(json!({ "minimum": 1, "exclusiveMinimum": 3 })).expect("it is bound");
    assert_eq!((binding.value.as_u64(), binding.exclusive), (Some(3), true));
    let loose = keywords(json!({ "minimum": 5, "exclusiveMinimum": 3 })).expect("it is bound");
    assert_eq!((loose.value.as_u64(), loose.exclusive), (Some(5), false));
}

#[test]
fn enum_default_and_example_are_as_written() {
    let schema = schema(&json!({
        "type": "integer", "enum": [1, 2.5, "three", { "b": 1, "a": 2 }],
        "default": u64::MAX, "example": { "z": 1, "a": 0.1 }
    }));
    let values = json!([1, 2.5, "three", { "b": 1, "a": 2 }]);
    assert_eq!(schema.enumeration.map(Value::Array), Some(values));
    assert_eq!(schema.default, Some(json!(u64::MAX)));
    assert_eq!(schema.examples, [json!({ "z": 1, "a": 0.1 })]);
}

#[test]
fn keywords_of_other_types_are_kept() {
    let schema = schema(&json!({
        "type": "string", "minLength": 1, "maxItems": 2, "required": ["a"], "minimum": 3,
        "pattern": "^a", "format": "password", "uniqueItems": true, "maxProperties": 4
    }));
    let string = schema.string.expect("it has keywords for strings");
    assert_eq!(
        (string.min_length, string.pattern.as_deref()),
        (Some(1), Some("^a"))
    );
    let array = schema.array.expect("it has keywords for arrays");
    assert_eq!((array.max_items, array.unique_items), (Some(2), true));
    let object = schema.object.expect("it has keywords for objects");
    assert!(object.requires("a"));
    assert_eq!(object.max_properties, Some(4));
    assert!(schema.number.is_some());
    assert_eq!(schema.format.as_deref(), Some("password"));
}

#[test]
fn properties_keep_their_order_and_their_place() {
    let document = read(&json!({ "components": { "schemas": { "A": { "properties": {
        "z/z": { "type": "string" }, "a": { "$ref": "#/components/schemas/A" }
    } } } } }));
    let object = named(&document, "A")
        .object
        .as_ref()
        .expect("it has properties");
    let names: Vec<_> = object
        .properties
        .iter()
        .map(|property| &*property.name)
        .collect();
    assert_eq!(names, ["z/z", "a"]);
    let place = &document
        .schema(object.properties[0].schema)
        .location
        .pointer;
    assert_eq!(place.as_str(), "/components/schemas/A/properties/z~1z");
}

#[test]
fn additional_properties_are_three_things() {
    let of = |value: Value| {
        let schema = schema(&json!({ "additionalProperties": value }));
        schema
            .object
            .and_then(|object| object.additional_properties)
    };
    assert_eq!(of(json!(true)), Some(AdditionalProperties::Any));
    assert_eq!(of(json!(false)), Some(AdditionalProperties::Forbidden));
    assert!(matches!(
        of(json!({})),
        Some(AdditionalProperties::Schema(_))
    ));
    assert_eq!(schema(&json!({ "type": "object" })).object, None);
}

#[test]
fn compositions_keep_their_members_beside_other_keywords() {
    let schema = schema(&json!({
        "type": "object", "properties": { "a": {} },
        "allOf": [{}, {}], "anyOf": [{}], "oneOf": [{}, {}, {}], "not": {}
    }));
    assert_eq!(
        (
            schema.all_of.len(),
            schema.any_of.len(),
            schema.one_of.len()
        ),
        (2, 1, 3)
    );
    assert!(schema.not.is_some() && schema.object.is_some());
}

#[test]
fn a_discriminator_maps_names_and_references_to_schemas() {
    let document = read(&json!({ "components": { "schemas": {
        "Pet": { "discriminator": { "propertyName": "kind", "mapping": {
            "cat": "Cat", "dog": "#/components/schemas/Dog"
        } } },
        "Cat": {}, "Dog": {}
    } } }));
    let discriminator = named(&document, "Pet")
        .discriminator
        .as_ref()
        .expect("it has one");
    assert_eq!(&*discriminator.property_name, "kind");
    let expected = [
        (Box::from("cat"), id_of(&document, "Cat")),
        (Box::from("dog"), id_of(&document, "Dog")),
    ];
    assert_eq!(discriminator.mapping, expected);
}

#[test]
fn the_type_file_is_a_binary_string() {
    let schema = schema(&json!({ "type": "file" }));
    assert_eq!(types(&schema), [JsonType::String]);
    assert_eq!(schema.format.as_deref(), Some("binary"));
}

#[test]
fn a_single_schema_is_the_only_one_of_its_list() {
    let schema = schema(&json!({
        "required": "id",
        "allOf": { "type": "object", "required": "name" },
        "enum": "a"
    }));
    assert_eq!(schema.all_of.len(), 1);
    let object = schema.object.as_ref().expect("it requires something");
    assert_eq!(object.required, [Box::from("id")]);
    assert_eq!(schema.enumeration, Some(vec![json!("a")]));
}

#[test]
fn a_nullable_composition_with_a_type_admits_null() {
    for key in ["allOf", "oneOf", "anyOf"] {
        let members = json!([{ "type": "object" }]);
        let stated = json!({ "nullable": true, "type": "object", key: members });
        let document = read(&json!({ "components": { "schemas": { "A": stated } } }));
        let outer = named(&document, "A");
        let [composed, null] = outer.any_of.as_slice() else {
            panic!("{outer:?}");
        };
        assert_eq!(types(document.schema(*composed)), [JsonType::Object]);
        assert_eq!(types(document.schema(*null)), [JsonType::Null]);
    }
    let nothing = schema(&json!({ "nullable": true, "type": "object", "allOf": [] }));
    assert_eq!(types(&nothing), [JsonType::Null, JsonType::Object]);
}

#[test]
fn listed_scalars_are_spelt_as_the_type_that_is_stated() {
    let listed = schema(&json!({ "type": "string", "enum": [1, true, "all"] }));
    let spelt = [json!("1"), json!("true"), json!("all")];
    assert_eq!(listed.spelt.as_deref(), Some(spelt.as_slice()));
    let as_they_are = json!({ "type": "integer", "enum": [1, 2] });
    assert_eq!(schema(&as_they_are).spelt, None);
}
