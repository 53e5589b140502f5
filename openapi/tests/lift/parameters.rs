//! Parameters: where they stand and how they are written.

use bindery_openapi::document::{JsonType, Parameter, ParameterIn, ParameterStyle, ParameterValue};
use serde_json::json;

use crate::{id_of, names, operation, read, types};

fn style_and_explode(parameter: &Parameter) -> (ParameterStyle, bool) {
    match &parameter.value {
        ParameterValue::Schema { style, explode, .. } => (*style, *explode),
        ParameterValue::Content(_) => panic!("{} has a media type", parameter.name),
    }
}

#[test]
fn style_and_explode_have_the_defaults_of_their_place() {
    let place = |place: &str, name: &str| json!({ "name": name, "in": place, "required": true, "schema": {} });
    let operation = operation(&json!({ "parameters": [
        place("path", "id"), place("query", "q"), place("header", "X-H"), place("cookie", "c")
    ] }));
    let styles: Vec<_> = operation.parameters.iter().map(style_and_explode).collect();
    let expected = [
        (ParameterStyle::Simple, false),
        (ParameterStyle::Form, true),
        (ParameterStyle::Simple, false),
        (ParameterStyle::Form, true),
    ];
    assert_eq!(styles, expected);
}

#[test]
fn explode_follows_the_style_that_is_stated() {
    let operation = operation(&json!({ "parameters": [
        { "name": "id", "in": "path", "required": true, "style": "matrix", "explode": true, "schema": {} },
        { "name": "a", "in": "query", "style": "pipeDelimited", "allowReserved": true, "schema": {} },
        { "name": "b", "in": "query", "style": "deepObject", "explode": true, "schema": {} },
        { "name": "c", "in": "query", "explode": false, "schema": {} }
    ] }));
    let styles: Vec<_> = operation.parameters.iter().map(style_and_explode).collect();
    let expected = [
        (ParameterStyle::Matrix, true),
        (ParameterStyle::PipeDelimited, false),
        (ParameterStyle::DeepObject, true),
        (ParameterStyle::Form, false),
    ];
    assert_eq!(styles, expected);
    let ParameterValue::Schema { allow_reserved, .. } = operation.parameters[1].value else {
        panic!("it has a schema");
    };
    assert!(allow_reserved);
}

#[test]
fn a_parameter_may_be_described_by_a_media_type() {
    let operation = operation(&json!({ "parameters": [
        { "name": "filter", "in": "query", "content": { "application/json": { "schema": {} } } }
    ] }));
    let ParameterValue::Content(media_type) = &operation.parameters[0].value else {
        panic!("it has a media type");
    };
    assert!(media_type.is_json());
}

#[test]
fn a_path_parameter_is_always_required() {
    let operation =
        operation(&json!({ "parameters": [{ "name": "id", "in": "path", "schema": {} }] }));
    assert!(operation.parameters[0].required);
}

#[test]
fn an_undeclared_path_parameter_is_a_required_string() {
    let operation = operation(&json!({}));
    let [parameter] = operation.parameters.as_slice() else {
        panic!("there is one parameter");
    };
    assert_eq!(
        (parameter.name.as_str(), parameter.place),
        ("id", ParameterIn::Path)
    );
    assert!(parameter.required);
    assert_eq!(parameter.location.pointer.as_str(), "/paths/~1events~1{id}");
    assert_eq!(
        style_and_explode(parameter),
        (ParameterStyle::Simple, false)
    );
}

#[test]
fn what_cannot_be_sent_as_a_parameter_is_left_out() {
    let operation = operation(&json!({ "parameters": [
        { "name": "id", "in": "path", "required": true, "schema": {} },
        { "name": "other", "in": "path", "required": true, "schema": {} },
        { "name": "authorization", "in": "header", "schema": {} },
        { "name": "Accept", "in": "query", "schema": {} },
        { "name": "", "in": "query", "schema": {} }
    ] }));
    assert_eq!(names(&operation.parameters), ["id", "Accept"]);
}

#[test]
fn an_operations_parameters_replace_those_of_its_path_item() {
    let parameter = |name: &str, place: &str, description: &str| json!({ "name": name, "in": place, "description": description, "schema": {} });
    let document = read(&json!({ "paths": { "/events": {
        "parameters": [
            parameter("a", "query", "shared"), parameter("b", "query", "shared"),
            parameter("X-C", "header", "shared"), parameter("a", "cookie", "shared")
        ],
        "get": {
            "parameters": [parameter("a", "query", "own"), parameter("x-c", "header", "own")],
            "responses": { "200": { "description": "" } }
        }
    } } }));
    let (_, operation) = document.operations().next().expect("there is one");
    let parameters: Vec<_> = operation
        .parameters
        .iter()
        .map(|parameter| (parameter.name.as_str(), parameter.description.as_deref()))
        .collect();
    let (own, shared) = (Some("own"), Some("shared"));
    assert_eq!(
        parameters,
        [("b", shared), ("a", shared), ("a", own), ("x-c", own)]
    );
}

/// The template of the only path, and its only parameter: name, type, and whether slashes may stand in it.
fn in_path(template: &str, name: &str) -> (String, String, Option<JsonType>, bool) {
    let parameter =
        json!({ "name": name, "in": "path", "required": true, "schema": { "type": "integer" } });
    let document = read(&json!({ "paths": { template: {
        "parameters": [parameter],
        "get": { "responses": { "200": { "description": "" } } }
    } } }));
    let (path, operation) = document.operations().next().expect("there is one");
    let [parameter] = operation.parameters.as_slice() else {
        panic!("{:?}", operation.parameters);
    };
    let ParameterValue::Schema {
        schema,
        allow_reserved,
        ..
    } = parameter.value
    else {
        panic!("it has a schema");
    };
    let json_type = document.schema(schema).types.iter().next();
    let (template, name) = (path.template.clone(), parameter.name.clone());
    (template, name, json_type, allow_reserved)
}

#[test]
fn the_syntax_of_routers_names_the_parameter() {
    let of_one_segment = ["{id?}", "{ id }", "{id:[a-z]{2}}", ":id", "<int:id>"];
    let of_many = ["{*id}", "{**id}", "{id+}", "{id*}", "{id:.*}", "<path:id>"];
    let one = of_one_segment.map(|segment| (segment, false));
    for (segment, is_reserved) in one
        .into_iter()
        .chain(of_many.map(|segment| (segment, true)))
    {
        let found = in_path(&format!("/a/{segment}"), "id");
        let integer = Some(JsonType::Integer);
        let expected = ("/a/{id}".to_owned(), "id".to_owned(), integer, is_reserved);
        assert_eq!(found, expected, "{segment}");
    }
}

#[test]
fn a_path_parameter_of_another_name_is_the_one_that_nothing_declares() {
    let integer = Some(JsonType::Integer);
    for (name, declared) in [("Id", "id"), ("user-id", "user_id"), ("one", "other")] {
        let template = format!("/a/{{{name}}}");
        let expected = (template.clone(), name.to_owned(), integer, false);
        assert_eq!(in_path(&template, declared), expected);
    }
}

#[test]
fn what_a_parameter_says_of_its_value_is_its_schema() {
    let document = read(&json!({
        "components": { "schemas": { "Id": { "type": "string" } } },
        "paths": { "/events": { "get": {
            "parameters": [
                { "name": "limit", "in": "query", "type": "integer", "maximum": "100", "description": "How many." },
                { "name": "ids", "in": "query", "type": "array", "items": { "$ref": "#/components/schemas/Id" } },
                { "name": "q", "in": "query" }
            ],
            "responses": { "200": { "description": "" } }
        } } }
    }));
    let (_, operation) = document.operations().next().expect("there is one");
    let schemas: Vec<_> = operation
        .parameters
        .iter()
        .map(|parameter| match &parameter.value {
            ParameterValue::Schema { schema, .. } => document.schema(*schema),
            ParameterValue::Content(_) => panic!("it has a schema"),
        })
        .collect();
    let types: Vec<_> = schemas.iter().map(|schema| types(schema)).collect();
    let expected = [
        vec![JsonType::Integer],
        vec![JsonType::Array],
        vec![JsonType::String],
    ];
    assert_eq!(types, expected);
    let bounds = schemas[0].number.as_ref().expect("it is bounded");
    assert!(bounds.maximum.is_some());
    let items = schemas[1].array.as_ref().and_then(|array| array.items);
    let items = document.schema(items.expect("it has items"));
    assert_eq!(items.reference, Some(id_of(&document, "Id")));
    let described = operation.parameters[0].description.as_deref();
    assert_eq!(described, Some("How many."));
}
