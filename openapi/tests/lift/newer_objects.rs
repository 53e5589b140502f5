//! What 3.1 and 3.2 have beside schemas.

use bindery_openapi::document::{
    HttpMethod, OAuthFlowKind, ParameterIn, ParameterStyle, ParameterValue, SecuritySchemeKind,
};
use serde_json::{Value, json};

use crate::{named, read_version};

fn document(members: &Value) -> bindery_openapi::Document {
    read_version("3.2.0", members)
}

#[test]
fn webhooks_and_callbacks_are_kept_with_their_schemas() {
    let body = json!({ "content": { "application/json": {
        "schema": { "$ref": "#/components/schemas/Event" }
    } } });
    let document = document(&json!({
        "paths": { "/subscribe": { "post": { "callbacks": {
            "onEvent": {
                "{$request.body#/url}": { "post": { "requestBody": body } },
                "x-note": 1
            }
        } } } },
        "webhooks": {
            "created": { "post": { "requestBody": body } },
            "deleted": { "$ref": "#/components/pathItems/Deleted" }
        },
        "components": {
            "pathItems": { "Deleted": { "delete": {} } },
            "schemas": { "Event": { "type": "object" } }
        }
    }));
    let names: Vec<_> = document
        .webhooks
        .iter()
        .map(|hook| hook.name.as_str())
        .collect();
    assert_eq!(names, ["created", "deleted"]);
    let [deleted] = document.webhooks[1].path.operations.as_slice() else {
        panic!("{:#?}", document.webhooks)
    };
    assert_eq!(deleted.method, HttpMethod::Delete);
    let [callback] = document.callbacks.as_slice() else {
        panic!("{:#?}", document.callbacks)
    };
    assert_eq!(callback.name, "onEvent");
    assert_eq!(callback.path.template, "{$request.body#/url}");
    assert!(callback.path.operations[0].parameters.is_empty());
    assert_eq!(
        callback.operation.pointer.as_str(),
        "/paths/~1subscribe/post"
    );
    assert_eq!(document.operations().count(), 1);
}

#[test]
fn a_callback_that_leads_back_to_its_operation_is_lifted_once() {
    let document = document(&json!({ "paths": { "/a": { "post": { "callbacks": {
        "again": { "{$url}": { "$ref": "#/paths/~1a" } }
    } } } } }));
    assert_eq!(document.callbacks.len(), 1);
}

#[test]
fn operations_may_have_any_method() {
    let document = document(&json!({ "paths": { "/a": {
        "query": { "operationId": "q" },
        "additionalOperations": { "COPY": { "operationId": "c" } }
    } } }));
    let methods: Vec<_> = document
        .operations()
        .map(|(_, operation)| operation.method.as_str())
        .collect();
    assert_eq!(methods, ["QUERY", "COPY"]);
}

#[test]
fn a_path_item_keeps_its_own_beside_what_it_refers_to() {
    let document = document(&json!({
        "paths": { "/a": {
            "$ref": "#/components/pathItems/Shared",
            "get": { "summary": "own" }
        } },
        "components": { "pathItems": { "Shared": {
            "get": { "summary": "shared" }, "put": { "summary": "shared" }
        } } }
    }));
    let summaries: Vec<_> = document
        .operations()
        .map(|(_, operation)| (operation.method.as_str(), operation.summary.as_deref()))
        .collect();
    assert_eq!(summaries, [("GET", Some("own")), ("PUT", Some("shared"))]);
}

#[test]
fn a_reference_may_describe_anew() {
    let document = document(&json!({
        "paths": { "/a": { "get": { "responses": {
            "200": { "$ref": "#/components/responses/Done", "description": "now" },
            "201": { "$ref": "#/components/responses/Done" }
        } } } },
        "components": { "responses": { "Done": { "description": "then" } } }
    }));
    let (_, operation) = document.operations().next().expect("it is there");
    let said: Vec<_> = operation
        .responses
        .iter()
        .map(|response| response.description.as_str())
        .collect();
    assert_eq!(said, ["now", "then"]);
}

#[test]
fn parameters_of_32_are_read() {
    let document = document(&json!({ "paths": { "/a": { "get": { "parameters": [
        { "name": "q", "in": "querystring", "content": { "application/json": { "schema": true } } },
        { "name": "c", "in": "cookie", "style": "cookie", "schema": { "type": "string" } }
    ] } } } }));
    let (_, operation) = document.operations().next().expect("it is there");
    let [query, cookie] = operation.parameters.as_slice() else {
        panic!("{:#?}", operation.parameters)
    };
    assert_eq!(query.place, ParameterIn::QueryString);
    assert!(matches!(query.value, ParameterValue::Content(_)));
    let ParameterValue::Schema { style, explode, .. } = cookie.value else {
        panic!("{cookie:#?}")
    };
    assert_eq!((style, explode), (ParameterStyle::Cookie, true));
}

#[test]
fn media_types_may_be_shared_and_sequential() {
    let document = document(&json!({
        "paths": { "/a": { "get": { "responses": { "200": { "summary": "Lines", "content": {
            "application/jsonl": { "$ref": "#/components/mediaTypes/Lines" }
        } } } } } },
        "components": { "mediaTypes": { "Lines": { "itemSchema": { "title": "line" } } } }
    }));
    let (_, operation) = document.operations().next().expect("it is there");
    assert_eq!(operation.responses[0].description, "Lines");
    let media_type = &operation.responses[0].content[0];
    assert_eq!(media_type.name, "application/jsonl");
    let item = media_type.item_schema.expect("it has one");
    assert_eq!(document.schema(item).title.as_deref(), Some("line"));
}

#[test]
fn security_of_31_and_32_is_read() {
    let document = document(&json!({
        "security": [{ "#/components/securitySchemes/device": ["read"] }],
        "components": { "securitySchemes": {
            "device": { "type": "oauth2", "flows": { "deviceAuthorization": {
                "deviceAuthorizationUrl": "https://a/device", "tokenUrl": "https://a/token",
                "scopes": { "read": "Reads" }
            } } },
            "tls": { "type": "mutualTLS" }
        } }
    }));
    assert_eq!(
        document.security[0].schemes,
        [("device".to_owned(), vec!["read".to_owned()])]
    );
    let [device, tls] = document.components.security_schemes.as_slice() else {
        panic!("{:#?}", document.components)
    };
    let SecuritySchemeKind::OAuth2 { flows } = &device.kind else {
        panic!("{device:#?}")
    };
    assert_eq!(flows[0].kind, OAuthFlowKind::DeviceAuthorization);
    assert_eq!(tls.kind, SecuritySchemeKind::MutualTls);
}

#[test]
fn a_discriminator_may_have_a_default() {
    let document = document(&json!({ "components": { "schemas": {
        "A": { "oneOf": [{ "$ref": "#/components/schemas/B" }],
               "discriminator": { "propertyName": "kind", "defaultMapping": "B" } },
        "B": { "type": "object" }
    } } }));
    let discriminator = named(&document, "A").discriminator.as_deref();
    let default = discriminator.and_then(|it| it.default);
    assert_eq!(default, Some(crate::id_of(&document, "B")));
}
