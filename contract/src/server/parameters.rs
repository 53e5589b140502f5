//! Holds the parameters of a request against those of its operation
//! (OpenAPI 3.1.1 §4.8.12).

use bindery_openapi::document::{
    JsonType, MediaType, Parameter, ParameterIn, ParameterStyle, ParameterValue, SchemaId,
};
use serde_json::Value;

use super::check::Subject;
use super::credential::cookies;
use super::outline::outline;
use super::query::{check_unknown, deep_members, is_form, is_spread, spread_members};
use super::style::{Writing, read_many, read_members, read_one};
use super::wire::{Escaping, decode, pairs};
use super::{Finding, FindingKind};

/// Headers that OpenAPI describes elsewhere (OpenAPI 3.1.1 §4.8.12.2).
const NOT_PARAMETERS: [&str; 3] = ["accept", "content-type", "authorization"];

/// Adds a finding for each parameter that is absent, malformed, invalid or unknown.
pub(super) fn check(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    for parameter in &subject.operation.parameters {
        let ignored = parameter.place == ParameterIn::Header
            && NOT_PARAMETERS.contains(&parameter.name.to_ascii_lowercase().as_str());
        if !ignored && let Err((kind, message)) = check_one(subject, parameter) {
            findings.push(Finding {
                kind,
                place: place(parameter.place, &parameter.name),
                message,
                pointer: parameter.location.pointer.clone(),
            });
        }
    }
    check_unknown(subject, findings);
}

pub(super) fn place(place: ParameterIn, name: &str) -> String {
    match place {
        ParameterIn::Path => format!("path parameter `{name}`"),
        ParameterIn::Query => format!("query parameter `{name}`"),
        ParameterIn::QueryString => "query".to_owned(),
        ParameterIn::Header => format!("header `{name}`"),
        ParameterIn::Cookie => format!("cookie `{name}`"),
    }
}

type Broken = (FindingKind, String);

fn check_one(subject: &Subject<'_>, parameter: &Parameter) -> Result<(), Broken> {
    match &parameter.value {
        ParameterValue::Schema {
            schema,
            style,
            explode,
            allow_reserved,
        } => {
            let writing = Writing {
                name: &parameter.name,
                style: *style,
                explode: *explode,
                escaping: escaping(parameter.place, *style, *allow_reserved),
            };
            let value = read(subject, parameter, *schema, writing)?;
            judged(subject, *schema, value, parameter.required)
        }
        ParameterValue::Content(media_type) => check_content(subject, parameter, media_type),
    }
}

fn escaping(place: ParameterIn, style: ParameterStyle, allow_reserved: bool) -> Escaping {
    match place {
        ParameterIn::Query if !allow_reserved => Escaping::Form,
        ParameterIn::Query | ParameterIn::QueryString | ParameterIn::Path => Escaping::Percent,
        ParameterIn::Cookie if style != ParameterStyle::Cookie => Escaping::Percent,
        ParameterIn::Cookie | ParameterIn::Header => Escaping::None,
    }
}

fn judged(
    subject: &Subject<'_>,
    schema: SchemaId,
    value: Option<Value>,
    required: bool,
) -> Result<(), Broken> {
    let Some(value) = value else {
        return if required { Err(missing()) } else { Ok(()) };
    };
    let violations = subject.judge.violations(schema, &value);
    match violations.as_slice() {
        [] => Ok(()),
        violations => {
            let messages: Vec<String> = violations.iter().map(ToString::to_string).collect();
            Err((FindingKind::InvalidParameter, messages.join("; ")))
        }
    }
}

fn missing() -> Broken {
    let message = "is required and absent".to_owned();
    (FindingKind::MissingParameter, message)
}

fn malformed(reason: &'static str) -> Broken {
    (FindingKind::MalformedParameter, reason.to_owned())
}

/// The parameter's value; `None` where it is absent.
fn read(
    subject: &Subject<'_>,
    parameter: &Parameter,
    schema: SchemaId,
    writing: Writing<'_>,
) -> Result<Option<Value>, Broken> {
    let outline = outline(subject.judge, schema);
    let query = subject.request.query();
    if parameter.place == ParameterIn::Query && writing.style == ParameterStyle::DeepObject {
        return members(
            subject,
            schema,
            writing,
            &deep_members(query, &parameter.name),
        );
    }
    let spread = is_spread(&outline, writing);
    if spread && parameter.place == ParameterIn::Query {
        return members(
            subject,
            schema,
            writing,
            &spread_members(subject, parameter, &outline),
        );
    }
    let texts = texts(subject, parameter);
    let repeats = writing.explode && is_form(writing.style) && outline.admits(JsonType::Array);
    match texts.as_slice() {
        [] => Ok(None),
        texts if repeats => {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let value = read_many(subject.judge, schema, writing.escaping, &texts);
            value.map(Some).map_err(malformed)
        }
        [text] => read_one(subject.judge, schema, writing, text)
            .map(Some)
            .map_err(malformed),
        texts => {
            let message = format!("is there {} times", texts.len());
            Err((FindingKind::RepeatedParameter, message))
        }
    }
}

fn members(
    subject: &Subject<'_>,
    schema: SchemaId,
    writing: Writing<'_>,
    members: &[(String, &str)],
) -> Result<Option<Value>, Broken> {
    if members.is_empty() {
        return Ok(None);
    }
    let value = read_members(subject.judge, schema, writing.escaping, members);
    value.map(Some).map_err(malformed)
}

/// The texts of the parameter as sent, one for each time it is there.
fn texts(subject: &Subject<'_>, parameter: &Parameter) -> Vec<String> {
    let name = parameter.name.as_str();
    let same = |key: &str| decode(key, Escaping::Form).is_ok_and(|key| key == name);
    match parameter.place {
        ParameterIn::Path => subject
            .path_parameters
            .iter()
            .filter(|(key, _)| *key == name)
            .map(|(_, text)| (*text).to_owned())
            .collect(),
        ParameterIn::Query => pairs(subject.request.query(), '&')
            .filter(|(key, _)| same(key))
            .map(|(_, text)| text.to_owned())
            .collect(),
        ParameterIn::QueryString => Some(subject.request.query())
            .filter(|query| !query.is_empty())
            .map(str::to_owned)
            .into_iter()
            .collect(),
        ParameterIn::Header => {
            let key = name.to_ascii_lowercase();
            let values: Vec<&str> = subject.request.header_values(&key).collect();
            if values.is_empty() {
                Vec::new()
            } else {
                vec![values.join(",")]
            }
        }
        ParameterIn::Cookie => cookies(subject.request)
            .into_iter()
            .filter(|(key, _)| *key == name)
            .map(|(_, text)| text.to_owned())
            .collect(),
    }
}

/// A parameter whose value is of a media type (OpenAPI 3.1.1 §4.8.12.2.3).
fn check_content(
    subject: &Subject<'_>,
    parameter: &Parameter,
    media_type: &MediaType,
) -> Result<(), Broken> {
    let is_form = media_type.essence() == "application/x-www-form-urlencoded";
    if let (ParameterIn::QueryString, true, Some(schema)) =
        (parameter.place, is_form, media_type.schema)
    {
        return check_form(subject, parameter, schema);
    }
    let escaping = escaping(parameter.place, ParameterStyle::Simple, false);
    let texts = texts(subject, parameter);
    let text = texts.first().map(|text| decode(text, escaping)).transpose();
    let text = text.map_err(malformed)?;
    let value = match text {
        Some(text) if media_type.is_json() => {
            Some(serde_json::from_str(&text).map_err(|error| {
                (
                    FindingKind::MalformedParameter,
                    format!("is not JSON: {error}"),
                )
            })?)
        }
        other => other.map(Value::String),
    };
    match media_type.schema {
        Some(schema) => judged(subject, schema, value, parameter.required),
        None if value.is_none() && parameter.required => Err(missing()),
        None => Ok(()),
    }
}

/// A query that is the form of one object (OpenAPI 3.2.0 §4.12.1).
fn check_form(
    subject: &Subject<'_>,
    parameter: &Parameter,
    schema: SchemaId,
) -> Result<(), Broken> {
    let writing = Writing {
        name: &parameter.name,
        style: ParameterStyle::Form,
        explode: true,
        escaping: Escaping::Form,
    };
    let pairs = pairs(subject.request.query(), '&').filter_map(|(name, value)| {
        let name = decode(name, Escaping::Form).ok()?;
        Some((name, value))
    });
    let pairs: Vec<_> = pairs.collect();
    let value = members(subject, schema, writing, &pairs)?;
    judged(subject, schema, value, parameter.required)
}
