//! Descriptions that try to be more than text: hostile words in every place a word can stand.

use bindery_mutator::{NAMES, TEXTS};
use serde_json::{Map, Value, json};

/// Every hostile description, with the name of its file.
pub fn descriptions() -> Vec<(String, String)> {
    let everywhere = TEXTS.iter().enumerate();
    let mut all: Vec<(String, Value)> = everywhere
        .map(|(number, text)| (format!("text_{number}.json"), text_everywhere(text)))
        .collect();
    all.push(("all_names.json".to_owned(), all_names()));
    all.push(("long_names.json".to_owned(), long_names()));
    all.push(("colliding_names.json".to_owned(), colliding_names()));
    all.into_iter()
        .map(|(name, value)| (name, value.to_string()))
        .collect()
}

/// One text as title, description, name, value, pattern, path, media type and whatever else is
/// free to be chosen.
pub fn text_everywhere(text: &str) -> Value {
    // What has a syntax of its own is left out where the text is not of it: that would be refused.
    let path: String = text
        .chars()
        .filter(|next| !"{}?#".contains(*next))
        .collect();
    let key = if text.is_empty() { "x" } else { text };
    let path = if [".", ".."].contains(&path.as_str()) {
        "x"
    } else {
        &path
    };
    let component = component_name(text);
    json!({
        "openapi": "3.0.3",
        "info": {
            "title": text, "description": text, "version": text, "termsOfService": text,
            "contact": { "name": text, "url": text, "email": text },
            "license": { "name": text, "url": text }
        },
        "externalDocs": { "url": text, "description": text },
        "servers": [{
            "url": format!("https://example.com/{path}/{{v}}"), "description": text,
            "variables": { "v": { "default": text, "enum": [text], "description": text } }
        }],
        "tags": [{ "name": text, "description": text }],
        "security": [{ component.clone(): [] }],
        "paths": {
            format!("/a{path}/{{id}}"): {
                "summary": text, "description": text,
                "post": {
                    "operationId": text, "summary": text, "description": text, "tags": [text],
                    "deprecated": true,
                    "security": [{ "oauth": [text] }],
                    "parameters": [
                        { "name": "id", "in": "path", "required": true, "description": text,
                          "schema": { "type": "string", "default": text, "example": text } },
                        { "name": text, "in": "query", "description": text, "example": text,
                          "schema": { "type": "string", "enum": [text, "other"], "default": text } },
                        { "name": text, "in": "cookie", "examples": { text: { "summary": text, "value": text } },
                          "schema": { "type": "string", "title": text, "pattern": text } }
                    ],
                    "requestBody": {
                        "description": text, "required": true,
                        "content": { "multipart/form-data": {
                            "schema": { "type": "object", "properties": { text: { "type": "string" } } },
                            "encoding": { text: { "contentType": text } }
                        } }
                    },
                    "responses": {
                        "200": {
                            "description": text,
                            "headers": { "x-a": { "description": text, "schema": { "type": "string", "default": text } } },
                            "content": {
                                "application/json": { "schema": { "$ref": "#/components/schemas/Object" }, "example": text }
                            },
                            "links": { "next": { "operationId": text, "description": text, "parameters": { text: text } } }
                        },
                        "404": { "description": text, "content": { "application/json": {
                            "schema": { "$ref": "#/components/schemas/Union" } } } },
                        "default": { "description": text }
                    },
                    "x-extension": { text: text }
                }
            }
        },
        "components": {
            "schemas": {
                "Object": {
                    "type": "object", "title": text, "description": text, "required": [text],
                    "properties": {
                        text: { "type": "string", "title": text, "description": text, "default": text,
                                "example": text, "format": text, "pattern": "x", "deprecated": true },
                        "inline": { "type": "object", "title": text, "properties": { text: { "type": "integer" } } },
                        "pattern": { "type": "string", "pattern": text },
                        "kept": { "type": "array", "items": { "type": "string", "enum": [text] }, "default": [text] }
                    },
                    "example": { text: text },
                    "externalDocs": { "url": text, "description": text }
                },
                "Enum": { "type": "string", "enum": [text, format!("{text} "), format!("{text}2")], "default": text },
                "Union": {
                    "oneOf": [{ "$ref": "#/components/schemas/First" }, { "$ref": "#/components/schemas/Second" }],
                    "discriminator": { "propertyName": text, "mapping": {
                        text: "#/components/schemas/First", "other": "#/components/schemas/Second" } }
                },
                "First": { "type": "object", "required": [text], "properties": { text: { "type": "string" } } },
                "Second": { "type": "object", "required": [text], "properties": { text: { "type": "string" } } }
            },
            "securitySchemes": {
                component: { "type": "apiKey", "in": "query", "name": key, "description": text },
                "oauth": { "type": "oauth2", "description": text, "flows": { "implicit": {
                    "authorizationUrl": "https://example.com/", "scopes": { text: text } } } }
            }
        }
    })
}

/// Every hostile name, where all of them stand side by side.
pub fn all_names() -> Value {
    names(&owned(NAMES))
}

/// Names longer than a file's may be, alike up to their ends.
pub fn long_names() -> Value {
    let long = |end: &str| format!("{}{end}", "a_very_long_name_".repeat(40));
    names(&[
        long("a"),
        long("b"),
        "x".repeat(300),
        "\u{4e2d}".repeat(200),
        "Y".repeat(5000),
    ])
}

/// Names that are one after casing, or a generated method's.
pub fn colliding_names() -> Value {
    let names_of = [
        "ab_c",
        "abC",
        "AbC",
        "ABC",
        "ab-c",
        "ab.c",
        "ab c",
        "_abC",
        "abC_",
        "ab__c",
        "ab_c2",
        "ab_c_2",
        "abC2",
        "AbcOutput",
        "AbcError",
        "get",
        "Get",
        "GET",
        "get_",
        "new",
        "New",
        "builder",
        "Builder",
        "with_client",
    ];
    names(&owned(&names_of))
}

/// These names as those of schemas, properties, values, parameters, operations, tags and all else.
fn names(names: &[String]) -> Value {
    let string = json!({ "type": "string" });
    let properties = members(names, |_| string.clone());
    let schema = |name: &String| {
        json!({ "type": "object", "title": name, "properties": {
            name: { "type": "object", "properties": { name: { "type": "string", "enum": [name, "x"] } } } } })
    };
    let components: Vec<_> = names.iter().map(|name| component_name(name)).collect();
    let mut schemas = members(&components, schema);
    schemas.insert(
        "All properties".to_owned(),
        json!({ "type": "object", "properties": properties }),
    );
    schemas.insert(
        "All values".to_owned(),
        json!({ "type": "string", "enum": names }),
    );
    let constant = |name: &String| {
        json!({ "type": "object", "required": ["kind"], "properties": {
            "kind": { "type": "string", "enum": [name] } } })
    };
    let variants: Vec<Value> = names.iter().map(constant).collect();
    schemas.insert("All variants".to_owned(), json!({ "oneOf": variants }));
    json!({
        "openapi": "3.0.3",
        "info": { "title": "Names", "version": "1" },
        "paths": Value::Object(names.iter().enumerate().map(|(at, name)| {
            (format!("/{at}/{{id}}"), operations(name, names))
        }).collect()),
        "components": {
            "schemas": schemas,
            "securitySchemes": members(&components, |name| json!({ "type": "apiKey", "in": "query", "name": format!("k{name}") }))
        }
    })
}

fn operations(name: &String, names: &[String]) -> Value {
    let id =
        json!({ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } });
    let parameters = |places: &[&str]| -> Vec<Value> {
        let place =
            |place: &&str| json!({ "name": name, "in": place, "schema": { "type": "string" } });
        std::iter::once(id.clone())
            .chain(places.iter().map(place))
            .collect()
    };
    let body = json!({ "content": { "application/x-www-form-urlencoded": {
        "schema": { "type": "object", "properties": members(&names[..names.len().min(5)], |_| json!({ "type": "string" })) } } } });
    json!({
        "get": { "operationId": name, "tags": [name], "parameters": parameters(&["query", "cookie"]),
                 "responses": { "200": { "description": "Done.", "content": { "application/json": {
                     "schema": { "type": "object", "properties": { name: { "type": "integer" } } } } } } } },
        "put": { "operationId": format!("put {name}"), "tags": ["same"], "parameters": parameters(&["query"]),
                 "requestBody": body, "responses": { "204": { "description": "Done." } } },
        "post": { "operationId": name, "tags": ["same"], "parameters": parameters(&[]),
                  "responses": { "default": { "description": "Done." } } }
    })
}

/// What is left of a name where a component's name would be refused with it.
fn component_name(name: &str) -> String {
    let is_refused = |next: char| next.is_control() || "!#%;=@^~".contains(next);
    name.chars().filter(|next| !is_refused(*next)).collect()
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|&name| name.to_owned()).collect()
}

fn members(names: &[String], value: impl Fn(&String) -> Value) -> Map<String, Value> {
    names
        .iter()
        .map(|name| (name.clone(), value(name)))
        .collect()
}
