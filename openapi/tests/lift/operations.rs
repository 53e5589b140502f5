//! Operations and what surrounds them: responses, security, servers, examples.

use bindery_openapi::document::{
    ApiKeyIn, HttpMethod, OAuthFlowKind, ParameterStyle, SecuritySchemeKind, StatusPattern,
};
use serde_json::{Value, json};

use crate::{operation, read};

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
