//! References, recursion and depth.

use bindery_openapi::document::{JsonType, StatusPattern};
use serde_json::json;

use crate::{id_of, named, names, read, types};

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
        "A": { "$ref": "#/components/schemas/B", "minLength": 1, "description": "no" },
        "B": { "type": "string" }
    } } }));
    let reference = named(&document, "A");
    assert_eq!(reference.reference, Some(id_of(&document, "B")));
    assert_eq!(reference.description, None);
    assert!(reference.is_bare_reference());
}

#[test]
fn nullable_beside_a_reference_admits_null() {
    let document = read(&json!({ "components": { "schemas": {
        "A": { "$ref": "#/components/schemas/B", "nullable": true },
        "B": { "type": "string" }
    } } }));
    let [either, null] = named(&document, "A").any_of.as_slice() else {
        panic!("{:#?}", named(&document, "A"))
    };
    let either = document.schema(*either);
    assert_eq!(either.reference, Some(id_of(&document, "B")));
    assert_eq!(types(document.schema(*null)), [JsonType::Null]);
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
