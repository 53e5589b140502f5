//! Holds the parameters of a request against those of its operation
//! (OpenAPI 3.1.1 §4.8.12).

use bindery_openapi::document::{
    ApiKeyIn, JsonType, MediaType, Parameter, ParameterIn, ParameterStyle, ParameterValue,
    SchemaId, SecuritySchemeKind,
};
use serde_json::Value;

use super::check::Subject;
use super::credential::cookies;
use super::parameter::{
    Outline, Writing, deep_members, outline, read_many, read_members, read_one,
};
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

fn place(place: ParameterIn, name: &str) -> String {
    match place {
        ParameterIn::Path => format!("path parameter `{name}`"),
        ParameterIn::Query => format!("query parameter `{name}`"),
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
        ParameterIn::Query | ParameterIn::Path => Escaping::Percent,
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
        return match required {
            true => Err((
                FindingKind::MissingParameter,
                "is required and absent".to_owned(),
            )),
            false => Ok(()),
        };
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

fn is_form(style: ParameterStyle) -> bool {
    match style {
        ParameterStyle::Form
        | ParameterStyle::SpaceDelimited
        | ParameterStyle::PipeDelimited
        | ParameterStyle::Cookie => true,
        ParameterStyle::Matrix
        | ParameterStyle::Label
        | ParameterStyle::Simple
        | ParameterStyle::DeepObject => false,
    }
}

/// Whether each property of the value is a parameter of its own.
fn is_spread(outline: &Outline, writing: Writing<'_>) -> bool {
    let only_object = outline.types.iter().all(|it| it == JsonType::Object);
    writing.explode && is_form(writing.style) && only_object
}

/// The query's members of a spread object: those it names, and those nothing
/// else names where it speaks of others.
fn spread_members<'a>(
    subject: &'a Subject<'_>,
    parameter: &Parameter,
    outline: &Outline,
) -> Vec<(String, &'a str)> {
    let decoded = pairs(subject.request.query(), '&')
        .filter_map(|(name, value)| Some((decode(name, Escaping::Form).ok()?, value)));
    decoded
        .filter(|(name, _)| {
            let own = outline
                .properties
                .iter()
                .any(|(known, _)| **known == **name);
            own || (outline.open && !is_named(subject, name, Some(parameter)))
        })
        .collect()
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
        None if value.is_none() && parameter.required => Err((
            FindingKind::MissingParameter,
            "is required and absent".to_owned(),
        )),
        None => Ok(()),
    }
}

fn check_unknown(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    for (name, _) in pairs(subject.request.query(), '&') {
        match decode(name, Escaping::Form) {
            Ok(name) if is_named(subject, &name, None) => {}
            Ok(name) => findings.push(subject.finding(
                FindingKind::UnknownParameter,
                &place(ParameterIn::Query, &name),
                "is not described",
            )),
            Err(reason) => findings.push(subject.finding(
                FindingKind::MalformedParameter,
                &place(ParameterIn::Query, name),
                reason,
            )),
        }
    }
}

/// Whether a parameter of the query, other than `but`, or an API key has that name.
fn is_named(subject: &Subject<'_>, name: &str, but: Option<&Parameter>) -> bool {
    let others = subject.operation.parameters.iter();
    let others = others.filter(|it| it.place == ParameterIn::Query);
    let mut others = others.filter(|it| but.is_none_or(|but| !std::ptr::eq(*it, but)));
    others.any(|parameter| takes(subject, parameter, name)) || is_api_key(subject, name)
}

fn takes(subject: &Subject<'_>, parameter: &Parameter, name: &str) -> bool {
    let ParameterValue::Schema {
        schema,
        style,
        explode,
        ..
    } = &parameter.value
    else {
        return parameter.name == name;
    };
    let writing = Writing {
        name: &parameter.name,
        style: *style,
        explode: *explode,
        escaping: Escaping::Form,
    };
    if *style == ParameterStyle::DeepObject {
        let inner = name.strip_prefix(parameter.name.as_str());
        return inner.is_some_and(|inner| inner.starts_with('[') && inner.ends_with(']'));
    }
    let outline = outline(subject.judge, *schema);
    match is_spread(&outline, writing) {
        true => outline.open || outline.properties.iter().any(|(known, _)| **known == *name),
        false => parameter.name == name,
    }
}

fn is_api_key(subject: &Subject<'_>, name: &str) -> bool {
    let requirements = subject.operation.security.iter();
    let mut schemes = requirements
        .flat_map(|it| &it.schemes)
        .filter_map(|(scheme, _)| subject.document().components.security_scheme(scheme));
    schemes.any(|scheme| match &scheme.kind {
        SecuritySchemeKind::ApiKey {
            place: ApiKeyIn::Query,
            name: key,
        } => key == name,
        SecuritySchemeKind::ApiKey {
            place: ApiKeyIn::Header | ApiKeyIn::Cookie,
            ..
        }
        | SecuritySchemeKind::HttpBasic
        | SecuritySchemeKind::HttpBearer { .. }
        | SecuritySchemeKind::HttpOther(_)
        | SecuritySchemeKind::OAuth2 { .. }
        | SecuritySchemeKind::OpenIdConnect { .. }
        | SecuritySchemeKind::MutualTls => false,
    })
}
