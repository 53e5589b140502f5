//! The bundled descriptions: every schema of them has instances, and the judge
//! agrees about each with a second judge that takes another road, from the raw
//! text to JSON Schema draft 4.

mod support;

use bindery_contract::{Instances, Judge, Server, ServerOptions, Tape};
use jsonschema::{Draft, Validator};
use serde_json::{Value, json};
use support::bundled;
use support::client::send;

const DESCRIPTIONS: [&str; 4] = [
    "crm_calendar.json",
    "outreach.json",
    "whaly.json",
    "workspace_calendar.json",
];
const SEEDS: u64 = 64;

/// OpenAPI 3.0 schemas as JSON Schema draft 4, in place: `nullable` becomes a
/// type and a value of the enumeration, whatever stands beside `$ref` goes, and
/// properties without a type are an object.
fn as_draft_4(value: &mut Value) {
    if let Value::Object(members) = value {
        if let Some(reference) = members.get("$ref").cloned() {
            members.clear();
            members.insert("$ref".to_owned(), reference);
        }
        let stated = members
            .get("type")
            .and_then(Value::as_str)
            .map(str::to_owned);
        if members.get("nullable") == Some(&json!(true))
            && let Some(stated) = &stated
        {
            members.insert("type".to_owned(), json!([stated, "null"]));
            if let Some(Value::Array(values)) = members.get_mut("enum")
                && !values.contains(&Value::Null)
            {
                values.push(Value::Null);
            }
        }
        if stated.is_none() && members.get("properties").is_some_and(is_schemas) {
            members.insert("type".to_owned(), json!("object"));
        }
    }
    match value {
        Value::Object(members) => members.values_mut().for_each(as_draft_4),
        Value::Array(items) => items.iter_mut().for_each(as_draft_4),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Whether it is the value of the keyword, and not a property called `properties`.
fn is_schemas(value: &Value) -> bool {
    let members = value.as_object();
    members.is_some_and(|members| members.get("type").is_none_or(Value::is_object))
}

fn raw_validator(raw: &Value, pointer: &str) -> Validator {
    let mut root = raw.clone();
    root["allOf"] =
        json!([{"$ref": format!("#{}", pointer.replace('{', "%7B").replace('}', "%7D"))}]);
    jsonschema::options()
        .with_draft(Draft::Draft4)
        .should_validate_formats(true)
        .build(&root)
        .unwrap_or_else(|error| panic!("{pointer}: {error}"))
}

#[test]
fn both_judges_agree_on_every_schema() {
    let mut asked = 0;
    for name in DESCRIPTIONS {
        let (document, mut raw) = bundled(name);
        as_draft_4(&mut raw);
        let instances = Instances::new(Judge::new(document.clone()));
        let judge = instances.judge();
        let mut foreign: Vec<Value> = vec![json!(null), json!(1), json!("x"), json!([]), json!({})];
        for (id, schema) in document.schemas.iter() {
            let pointer = schema.location.pointer.as_str();
            let other = raw_validator(&raw, pointer);
            let mut values = foreign.clone();
            for seed in 0..SEEDS {
                let value = instances.valid(id, &mut Tape::from_seed(seed));
                let value = value.unwrap_or_else(|reason| panic!("{name}{pointer}: {reason}"));
                assert!(other.is_valid(&value), "{name}{pointer}: {value}");
                if seed < 2 {
                    foreign.push(value);
                }
                let mutant = instances.invalid(id, &mut Tape::from_seed(seed));
                values.extend(mutant.ok().map(|mutant| mutant.value));
            }
            for value in values {
                asked += 1;
                let valid = judge.is_valid(id, &value);
                assert_eq!(valid, other.is_valid(&value), "{name}{pointer}: {value}");
            }
        }
    }
    assert!(asked > 10_000, "only {asked}");
}

#[test]
fn every_component_that_asserts_anything_has_mutants() {
    for name in DESCRIPTIONS {
        let (document, _) = bundled(name);
        let instances = Instances::new(Judge::new(document.clone()));
        for component in &document.components.schemas {
            let asserts = document.schema(component.schema).asserts();
            for seed in 0..SEEDS {
                let made = instances.invalid(component.schema, &mut Tape::from_seed(seed));
                assert_eq!(made.is_ok(), asserts, "{name} {}: {made:?}", component.name);
            }
        }
    }
}

#[tokio::test]
async fn every_operation_is_found_and_answered() {
    let mut operations = 0;
    for name in DESCRIPTIONS {
        let (document, _) = bundled(name);
        let server = Server::start(document.clone(), ServerOptions::default())
            .await
            .expect("a port is free");
        for (path, operation) in document.operations() {
            operations += 1;
            let target = path.template.replace('{', "1").replace('}', "");
            let target: String = target
                .split('/')
                .map(|segment| {
                    if segment.starts_with('1') {
                        "1"
                    } else {
                        segment
                    }
                })
                .collect::<Vec<_>>()
                .join("/");
            let mut headers = vec![("authorization", "Bearer t"), ("s2sAuthToken", "t")];
            let body: &[u8] = match &operation.request_body {
                Some(body) => {
                    headers.push(("content-type", body.content[0].name.as_str()));
                    let schema = body.content[0].schema.expect("the body has a schema");
                    let instances = Instances::new(Judge::new(document.clone()));
                    let value = instances
                        .valid(schema, &mut Tape::from_seed(1))
                        .expect("there is an instance");
                    value.to_string().leak().as_bytes()
                }
                None => b"",
            };
            let method = operation.method.as_str();
            let received = send(server.address(), method, &target, &headers, body).await;
            let exchange = server.take_exchanges().remove(0);
            assert_eq!(exchange.findings, [], "{method} {target}");
            assert_eq!(received.status / 100, 2, "{method} {target}");
            assert_eq!(exchange.request.operation_id, operation.operation_id);
        }
    }
    assert_eq!(operations, 24);
}
