//! The server finds the operation, says what breaks the description, and
//! answers as described or as told.

mod bodies;
mod connections;
mod credentials;
mod parameters;
mod paths;
mod replies;
#[path = "../support/mod.rs"]
mod support;

use std::sync::Arc;

use bindery_contract::{FindingKind, Server, ServerOptions};
use bindery_openapi::Document;
use serde_json::{Value, json};
use support::client::{Received, get, send};
use support::description;

fn with_paths(paths: &Value) -> Arc<Document> {
    description(&json!({
        "openapi": "3.0.3",
        "info": {"title": "Test", "version": "1"},
        "paths": paths,
        "components": {"securitySchemes": {
            "token": {"type": "http", "scheme": "bearer"},
            "login": {"type": "http", "scheme": "basic"},
            "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
            "queryKey": {"type": "apiKey", "in": "query", "name": "api_key"},
            "session": {"type": "apiKey", "in": "cookie", "name": "sid"},
        }},
    }))
}

async fn serve(paths: Value) -> Server {
    Server::start(with_paths(&paths), ServerOptions::default())
        .await
        .expect("a port is free")
}

fn ok() -> Value {
    json!({"200": {"description": "fine"}})
}

fn operation(id: &str, parameters: impl Into<Value>) -> Value {
    let parameters = parameters.into();
    json!({"operationId": id, "parameters": parameters, "responses": ok()})
}

fn parameter(place: &str, name: &str, schema: impl Into<Value>) -> Value {
    let schema = schema.into();
    json!({"in": place, "name": name, "required": place == "path", "schema": schema})
}

/// A server of `GET /it` with these parameters.
async fn serve_parameters(parameters: Value) -> Server {
    serve(json!({"/it": {"get": operation("it", parameters)}})).await
}

fn kinds(server: &Server) -> Vec<FindingKind> {
    let exchanges = server.take_exchanges();
    let last = exchanges.last().expect("there was an exchange");
    last.findings.iter().map(|finding| finding.kind).collect()
}

async fn kinds_of(server: &Server, target: &str) -> Vec<FindingKind> {
    get(server.address(), target).await;
    kinds(server)
}

async fn post(server: &Server, content_type: &str, body: &str) -> Received {
    let headers = [("content-type", content_type)];
    send(server.address(), "POST", "/it", &headers, body.as_bytes()).await
}

fn with_body(required: bool) -> Value {
    json!({"/it": {"post": {
        "operationId": "it",
        "requestBody": {"required": required, "content": {
            "application/json": {"schema": {"type": "object", "required": ["a"], "properties": {"a": {"type": "integer"}}}},
            "application/x-www-form-urlencoded": {"schema": {"type": "object", "required": ["n"], "properties": {
                "n": {"type": "integer"}, "t": {"type": "array", "items": {"type": "string"}}}}},
            "text/*": {"schema": {"type": "string", "maxLength": 3}},
        }},
        "responses": ok(),
    }}})
}
