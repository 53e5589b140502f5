//! What a 3.0 description means in the terms of the model.

use bindery_openapi::document::{
    AdditionalProperties, ApiKeyIn, HttpMethod, JsonType, OAuthFlowKind, Operation, Parameter,
    ParameterIn, ParameterStyle, ParameterValue, Schema, SchemaId, SecuritySchemeKind,
    StatusPattern,
};
use bindery_openapi::{Document, RenderStyle, read_text, render};
use serde_json::{Value, json};

/// Reads a description that has the given members beside the required ones.
fn read(members: &Value) -> Document {
    let mut root = json!({
        "openapi": "3.0.3",
        "info": { "title": "Events", "version": "1" },
        "paths": {}
    });
    if let (Value::Object(root), Value::Object(members)) = (&mut root, members) {
        root.extend(members.clone());
    }
    let reading = read_text("test.json", &root.to_string());
    let text = render(&reading.report, &reading.sources, RenderStyle::Plain);
    reading
        .document
        .unwrap_or_else(|| panic!("refused:\n{text}"))
}

/// Reads a description whose only component is the schema, and gives that.
fn schema(schema: &Value) -> Schema {
    let document = read(&json!({ "components": { "schemas": { "A": schema } } }));
    named(&document, "A").clone()
}

fn named<'a>(document: &'a Document, name: &str) -> &'a Schema {
    document.schema(id_of(document, name))
}

fn id_of(document: &Document, name: &str) -> SchemaId {
    let mut schemas = document.components.schemas.iter();
    let named = schemas.find(|named| named.name == name);
    named.expect("the schema is there").schema
}

/// Reads a description with the operation `GET /events/{id}`, and gives that.
fn operation(operation: &Value) -> Operation {
    let mut item = json!({ "responses": { "200": { "description": "" } } });
    if let (Value::Object(item), Value::Object(operation)) = (&mut item, operation) {
        item.extend(operation.clone());
    }
    let document = read(&json!({ "paths": { "/events/{id}": { "get": item } } }));
    let (_, operation) = document
        .operations()
        .next()
        .expect("the operation is there");
    operation.clone()
}

fn types(schema: &Schema) -> Vec<JsonType> {
    schema.types.iter().collect()
}

fn style_and_explode(parameter: &Parameter) -> (ParameterStyle, bool) {
    match &parameter.value {
        ParameterValue::Schema { style, explode, .. } => (*style, *explode),
        ParameterValue::Content(_) => panic!("{} has a media type", parameter.name),
    }
}

fn names(parameters: &[Parameter]) -> Vec<&str> {
    parameters
        .iter()
        .map(|parameter| parameter.name.as_str())
        .collect()
}

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
fn an_empty_enum_is_no_enum() {
    assert_eq!(
        schema(&json!({ "type": "string", "enum": [] })).enumeration,
        None
    );
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
fn a_recursive_schema_refers_to_itself() {
    let document = read(
        &json!({ "components": { "schemas": { "Node": { "properties": {
        "next": { "$ref": "#/components/schemas/Node" }
    } } } } }),
    );
    let node = id_of(&document, "Node");
    let object = document
        .schema(node)
        .object
        .as_ref()
        .expect("it has properties");
    let next = document.schema(object.properties[0].schema);
    assert_eq!(next.reference, Some(node));
    assert!(next.is_bare_reference());
}

#[test]
fn siblings_of_a_reference_are_ignored() {
    let document = read(&json!({ "components": { "schemas": {
        "A": { "$ref": "#/components/schemas/B", "nullable": true, "description": "no" },
        "B": { "type": "string" }
    } } }));
    let reference = named(&document, "A");
    assert_eq!(reference.reference, Some(id_of(&document, "B")));
    assert_eq!(reference.description, None);
    assert!(reference.is_bare_reference());
}

#[test]
fn a_reference_may_name_any_place() {
    let document = read(&json!({
        "paths": { "/a/{b}": { "get": { "responses": { "200": {
            "description": "", "content": { "application/json": { "schema": { "title": "Inline" } } }
        } } } } },
        "components": { "schemas": {
            "A": { "properties": { "b": { "title": "Property" } } },
            "ToProperty": { "$ref": "#/components/schemas/A/properties/b" },
            "ToResponse": { "$ref":
                "#/paths/~1a~1%7Bb%7D/get/responses/200/content/application~1json/schema" },
            "ToExtension": { "$ref": "#/x-schemas/Hidden" }
        } },
        "x-schemas": { "Hidden": { "title": "Hidden" } }
    }));
    let title = |name: &str| {
        let target = named(&document, name).reference.expect("it is a reference");
        document.schema(target).title.clone()
    };
    assert_eq!(title("ToProperty").as_deref(), Some("Property"));
    assert_eq!(title("ToResponse").as_deref(), Some("Inline"));
    assert_eq!(title("ToExtension").as_deref(), Some("Hidden"));
    let (_, operation) = document.operations().next().expect("there is one");
    let inline = operation.responses[0].content[0].schema;
    assert_eq!(named(&document, "ToResponse").reference, inline);
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

#[test]
fn references_to_parts_are_resolved_to_the_place_they_name() {
    let document = read(&json!({
        "paths": {
            "/a": { "$ref": "#/x-paths/a" },
            "/b": { "post": {
                "parameters": [{ "$ref": "#/components/parameters/Indirect" }],
                "requestBody": { "$ref": "#/components/requestBodies/Body" },
                "responses": { "201": { "$ref": "#/components/responses/Created" } }
            } }
        },
        "components": {
            "parameters": {
                "Indirect": { "$ref": "#/components/parameters/Limit" },
                "Limit": { "name": "limit", "in": "query", "schema": { "type": "integer" } }
            },
            "requestBodies": { "Body": { "required": true, "content": { "text/plain": {} } } },
            "responses": { "Created": {
                "description": "Created", "headers": { "Location": { "$ref": "#/components/headers/Url" } }
            } },
            "headers": { "Url": { "required": true, "schema": { "type": "string" } } }
        },
        "x-paths": { "a": { "get": { "responses": { "200": { "description": "" } } } } }
    }));
    let places: Vec<_> = document
        .operations()
        .map(|(path, operation)| (path.template.as_str(), operation.location.pointer.as_str()))
        .collect();
    assert_eq!(
        places,
        [("/a", "/x-paths/a/get"), ("/b", "/paths/~1b/post")]
    );
    let (_, operation) = document.operations().nth(1).expect("there are two");
    let parameter = operation.parameters[0].location.pointer.as_str();
    assert_eq!(parameter, "/components/parameters/Limit");
    let body = operation.request_body.as_ref().expect("it has a body");
    assert_eq!(
        body.location.pointer.as_str(),
        "/components/requestBodies/Body"
    );
    let [response] = operation.responses.as_slice() else {
        panic!("there is one response");
    };
    assert_eq!(response.status, StatusPattern::Code(201));
    assert_eq!(
        response.location.pointer.as_str(),
        "/components/responses/Created"
    );
    assert_eq!(response.headers[0].name, "Location");
    assert_eq!(
        response.headers[0].location.pointer.as_str(),
        "/components/headers/Url"
    );
}

#[test]
fn operations_and_responses_keep_the_order_written() {
    let document = read(&json!({ "paths": { "/a": {
        "post": { "responses": {
            "default": { "description": "d" }, "404": { "description": "n" },
            "4XX": { "description": "r" }, "200": { "description": "o" }
        } },
        "get": { "responses": { "200": { "description": "" } } }
    } } }));
    let methods: Vec<_> = document
        .operations()
        .map(|(_, operation)| &operation.method)
        .collect();
    assert_eq!(methods, [&HttpMethod::Post, &HttpMethod::Get]);
    let (_, operation) = document.operations().next().expect("there are two");
    let statuses: Vec<_> = operation
        .responses
        .iter()
        .map(|response| response.status)
        .collect();
    let expected = [
        StatusPattern::Default,
        StatusPattern::Code(404),
        StatusPattern::Range(4),
        StatusPattern::Code(200),
    ];
    assert_eq!(statuses, expected);
}

#[test]
fn security_is_the_operations_own_else_the_documents() {
    let responses = json!({ "200": { "description": "" } });
    let document = read(&json!({
        "security": [{ "key": [] }],
        "paths": { "/a": {
            "get": { "responses": responses },
            "put": { "responses": responses, "security": [] },
            "post": { "responses": responses, "security": [{}, { "oauth": ["read"], "key": [] }] }
        } },
        "components": { "securitySchemes": {
            "key": { "type": "apiKey", "name": "k", "in": "cookie" },
            "oauth": { "type": "oauth2", "flows": { "clientCredentials": {
                "tokenUrl": "https://example.com/token", "scopes": { "read": "Reads" }
            } } },
            "bearer": { "type": "http", "scheme": "Bearer", "bearerFormat": "JWT" },
            "digest": { "type": "http", "scheme": "Digest" }
        } }
    }));
    let schemes: Vec<Vec<Vec<&str>>> = document
        .operations()
        .map(|(_, operation)| {
            let requirements = operation.security.iter();
            requirements
                .map(|requirement| {
                    requirement
                        .schemes
                        .iter()
                        .map(|(name, _)| name.as_str())
                        .collect()
                })
                .collect()
        })
        .collect();
    assert_eq!(
        schemes,
        [
            vec![vec!["key"]],
            vec![],
            vec![vec![], vec!["oauth", "key"]]
        ]
    );
    let kind = |name: &str| {
        let scheme = document.components.security_scheme(name);
        &scheme.expect("the scheme is there").kind
    };
    let key = SecuritySchemeKind::ApiKey {
        place: ApiKeyIn::Cookie,
        name: "k".to_owned(),
    };
    assert_eq!(kind("key"), &key);
    let bearer = SecuritySchemeKind::HttpBearer {
        format: Some("JWT".to_owned()),
    };
    assert_eq!(kind("bearer"), &bearer);
    assert_eq!(
        kind("digest"),
        &SecuritySchemeKind::HttpOther("digest".to_owned())
    );
    let SecuritySchemeKind::OAuth2 { flows } = kind("oauth") else {
        panic!("it is OAuth 2");
    };
    assert_eq!(flows[0].kind, OAuthFlowKind::ClientCredentials);
    assert_eq!(flows[0].scopes, [("read".to_owned(), "Reads".to_owned())]);
}

#[test]
fn servers_are_the_nearest_stated_with_their_defaults() {
    let responses = json!({ "200": { "description": "" } });
    let document = read(&json!({
        "servers": [{ "url": "https://{region}.example.com/{v}", "variables": {
            "region": { "default": "eu", "enum": ["eu", "us"] }, "v": { "default": "v1" }
        } }],
        "paths": {
            "/a": { "get": { "responses": responses } },
            "/b": {
                "servers": [{ "url": "/path" }],
                "get": { "responses": responses, "servers": [] },
                "put": { "responses": responses, "servers": [{ "url": "/own" }] }
            }
        }
    }));
    let urls: Vec<_> = document
        .operations()
        .map(|(_, operation)| operation.servers[0].url.as_str())
        .collect();
    assert_eq!(urls, ["https://eu.example.com/v1", "/path", "/own"]);
}

#[test]
fn no_server_is_made_up() {
    assert!(read(&json!({})).servers.is_empty());
    assert!(operation(&json!({})).servers.is_empty());
}

#[test]
fn examples_are_gathered_and_resolved() {
    let document = read(&json!({
        "paths": { "/a": { "get": { "responses": { "200": { "description": "", "content": {
            "application/json": { "examples": {
                "one": { "value": { "b": 1, "a": 2 } },
                "two": { "$ref": "#/components/examples/Two" },
                "outside": { "externalValue": "https://example.com/three.json" }
            } },
            "text/plain": { "example": "a" }
        } } } } } },
        "components": { "examples": { "Two": { "value": null } } }
    }));
    let (_, operation) = document.operations().next().expect("there is one");
    let content = &operation.responses[0].content;
    assert_eq!(
        content[0].examples,
        [json!({ "b": 1, "a": 2 }), Value::Null]
    );
    assert_eq!(content[1].examples, [json!("a")]);
}

#[test]
fn encodings_know_what_is_stated() {
    let operation = operation(
        &json!({ "requestBody": { "content": { "multipart/form-data": {
        "schema": { "properties": { "a": {}, "b": {} } },
        "encoding": {
            "a": { "contentType": "image/png", "headers": { "X-A": { "schema": {} } } },
            "b": { "style": "deepObject", "explode": false, "allowReserved": true }
        }
    } } } }),
    );
    let body = operation.request_body.expect("it has a body");
    let [a, b] = body.content[0].encoding.as_slice() else {
        panic!("there are two encodings");
    };
    assert_eq!(
        (a.content_type.as_deref(), a.explode),
        (Some("image/png"), None)
    );
    assert_eq!(a.headers[0].name, "X-A");
    assert_eq!(
        (b.style, b.explode),
        (Some(ParameterStyle::DeepObject), Some(false))
    );
    assert!(b.allow_reserved);
}

#[test]
fn callbacks_and_links_do_not_hinder() {
    let document = read(&json!({
        "paths": { "/a": { "post": {
            "callbacks": {
                "done": { "{$request.body#/url}": { "post": { "responses": { "200": { "description": "" } } } }, "x-a": 1 },
                "shared": { "$ref": "#/components/callbacks/Shared" }
            },
            "responses": { "200": { "description": "", "links": { "l": { "operationId": "b" } } } }
        } } },
        "components": { "callbacks": { "Shared": {} } }
    }));
    assert_eq!(document.operations().count(), 1);
}

#[test]
fn a_chain_of_references_of_any_length_is_followed() {
    const LENGTH: usize = 20_000;
    let mut schemas = serde_json::Map::new();
    let mut parameters = serde_json::Map::new();
    for index in 0..LENGTH {
        let next =
            |section: &str| json!({ "$ref": format!("#/components/{section}/C{}", index + 1) });
        schemas.insert(format!("C{index}"), next("schemas"));
        parameters.insert(format!("C{index}"), next("parameters"));
    }
    schemas.insert(format!("C{LENGTH}"), json!({ "title": "end" }));
    parameters.insert(
        format!("C{LENGTH}"),
        json!({ "name": "p", "in": "query", "schema": {} }),
    );
    let document = read(&json!({
        "paths": { "/a": { "get": {
            "parameters": [{ "$ref": "#/components/parameters/C0" }],
            "responses": { "200": { "description": "" } }
        } } },
        "components": { "schemas": schemas, "parameters": parameters }
    }));
    let end = document.resolve(id_of(&document, "C0"));
    assert_eq!(document.schema(end).title.as_deref(), Some("end"));
    let (_, operation) = document.operations().next().expect("there is one");
    assert_eq!(names(&operation.parameters), ["p"]);
}

#[test]
fn schemas_nested_as_deep_as_is_parsed_are_read() {
    let deep = (0..120).fold(
        json!({}),
        |inner, _| json!({ "items": inner, "type": "array" }),
    );
    let document = read(&json!({ "components": { "schemas": { "A": deep } } }));
    assert_eq!(document.schemas.len(), 121);
}
