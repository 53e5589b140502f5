//! Holds the body of a request against what its operation describes
//! (OpenAPI 3.1.1 §4.8.13, §4.8.14). JSON, forms and text are judged by their
//! schema; of any other media type only the name is looked at.

use bindery_openapi::document::{JsonType, MediaType, RequestBody, SchemaId};
use serde_json::{Map, Value};

use super::check::Subject;
use super::outline::outline;
use super::style::read_many;
use super::wire::{Escaping, covers, decode, essence, pairs};
use super::{Finding, FindingKind};

/// Adds a finding for a body that is absent, unexpected, of another media type or invalid.
pub(super) fn check(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let empty = subject.request.body.is_empty();
    match &subject.operation.request_body {
        None if empty => {}
        None => findings.push(subject.finding(
            FindingKind::UnexpectedBody,
            "body",
            "is there and none is described",
        )),
        Some(described) if empty && subject.request.header("content-type").is_none() => {
            if described.required {
                findings.push(at(
                    described,
                    FindingKind::MissingBody,
                    "is required and absent",
                ));
            }
        }
        Some(described) => check_content(subject, described, findings),
    }
}

fn at(described: &RequestBody, kind: FindingKind, message: impl Into<String>) -> Finding {
    Finding {
        kind,
        place: "body".to_owned(),
        message: message.into(),
        pointer: described.location.pointer.clone(),
    }
}

fn check_content(subject: &Subject<'_>, described: &RequestBody, findings: &mut Vec<Finding>) {
    let Some(sent) = subject.request.header("content-type") else {
        let finding = at(described, FindingKind::ContentType, "has no `content-type`");
        findings.push(finding);
        return;
    };
    let Some(media_type) = matching(&described.content, &essence(sent)) else {
        let names: Vec<&str> = described
            .content
            .iter()
            .map(|it| it.name.as_str())
            .collect();
        let message = format!("is `{sent}`, which is none of {}", names.join(", "));
        findings.push(at(described, FindingKind::ContentType, message));
        return;
    };
    check_value(subject, media_type, &essence(sent), findings);
}

/// The media type of that name, else the range that covers it most closely.
fn matching<'a>(content: &'a [MediaType], sent: &str) -> Option<&'a MediaType> {
    let covering = content.iter().filter(|it| covers(&it.essence(), sent));
    covering.min_by_key(|it| it.essence().matches('*').count())
}

fn check_value(
    subject: &Subject<'_>,
    media_type: &MediaType,
    sent: &str,
    findings: &mut Vec<Finding>,
) {
    let finding = |kind, place: &str, message: String| Finding {
        kind,
        place: format!("body{place}"),
        message,
        pointer: media_type.location.pointer.clone(),
    };
    let value = match read(subject, media_type, sent) {
        Ok(value) => value,
        Err(message) => {
            findings.push(finding(FindingKind::MalformedBody, "", message));
            return;
        }
    };
    let Some((schema, value)) = media_type.schema.zip(value) else {
        return;
    };
    for violation in subject.judge.violations(schema, &value) {
        let place = violation.pointer.as_str();
        let place = if place.is_empty() {
            String::new()
        } else {
            format!(" at `{place}`")
        };
        findings.push(finding(FindingKind::InvalidBody, &place, violation.message));
    }
}

/// The body as a value; `None` where its media type is not one that is judged.
fn read(
    subject: &Subject<'_>,
    media_type: &MediaType,
    sent: &str,
) -> Result<Option<Value>, String> {
    let body = &subject.request.body;
    let json = MediaType {
        name: sent.to_owned(),
        ..media_type.clone()
    };
    if json.is_json() {
        let value = serde_json::from_slice(body);
        return value
            .map(Some)
            .map_err(|error| format!("is not JSON: {error}"));
    }
    if sent == "application/x-www-form-urlencoded" {
        let text = std::str::from_utf8(body).map_err(|_| "is not UTF-8".to_owned())?;
        return match media_type.schema {
            Some(schema) => read_form(subject, schema, text).map(Some),
            None => Ok(None),
        };
    }
    if sent.starts_with("text/") {
        let text = String::from_utf8(body.to_vec()).map_err(|_| "is not UTF-8".to_owned())?;
        return Ok(Some(Value::String(text)));
    }
    Ok(None)
}

/// A form (OpenAPI 3.1.1 §4.8.15.1): a property that is there more than once is an array.
fn read_form(subject: &Subject<'_>, schema: SchemaId, text: &str) -> Result<Value, String> {
    let mut fields: Vec<(String, Vec<&str>)> = Vec::new();
    for (name, value) in pairs(text, '&') {
        let name = decode(name, Escaping::Form)?;
        match fields.iter_mut().find(|(known, _)| *known == name) {
            Some((_, values)) => values.push(value),
            None => fields.push((name, vec![value])),
        }
    }
    let properties = outline(subject.judge, schema).properties;
    let mut object = Map::new();
    for (name, values) in fields {
        let property = properties.iter().find(|(known, _)| **known == *name);
        let value = match property {
            Some((_, id)) => read_field(subject, *id, &values)?,
            None => Value::String(decode(values.first().unwrap_or(&""), Escaping::Form)?),
        };
        object.insert(name, value);
    }
    Ok(Value::Object(object))
}

/// An object in a form is JSON.
fn read_field(subject: &Subject<'_>, schema: SchemaId, values: &[&str]) -> Result<Value, String> {
    let types = outline(subject.judge, schema).types;
    if let ([text], true) = (values, types.iter().all(|it| it == JsonType::Object)) {
        let text = decode(text, Escaping::Form)?;
        return serde_json::from_str(&text)
            .map_err(|error| format!("has a field that is not JSON: {error}"));
    }
    Ok(read_many(subject.judge, schema, Escaping::Form, values)?)
}
