//! Whose the parameters of a query are: an object may be spread over several,
//! and what is nobody's is unknown.

use bindery_openapi::document::{
    ApiKeyIn, JsonType, Parameter, ParameterIn, ParameterStyle, ParameterValue, SecuritySchemeKind,
};

use super::check::Subject;
use super::outline::{Outline, outline};
use super::style::Writing;
use super::wire::{Escaping, decode, pairs};
use super::{Finding, FindingKind, parameters};

/// Adds a finding for each parameter of the query that the description does not name.
pub(super) fn check_unknown(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    for (name, _) in pairs(subject.request.query(), '&') {
        match decode(name, Escaping::Form) {
            Ok(name) if is_named(subject, &name, None) => {}
            Ok(name) => findings.push(subject.finding(
                FindingKind::UnknownParameter,
                &parameters::place(ParameterIn::Query, &name),
                "is not described",
            )),
            Err(reason) => findings.push(subject.finding(
                FindingKind::MalformedParameter,
                &parameters::place(ParameterIn::Query, name),
                reason,
            )),
        }
    }
}

/// Whether a parameter of the query, other than `but`, or an API key has that name.
fn is_named(subject: &Subject<'_>, name: &str, but: Option<&Parameter>) -> bool {
    let others = subject.operation.parameters.iter();
    if operation_takes_all(subject) {
        return true;
    }
    let others = others.filter(|it| it.place == ParameterIn::Query);
    let mut others = others.filter(|it| but.is_none_or(|but| !std::ptr::eq(*it, but)));
    others.any(|parameter| takes(subject, parameter, name)) || is_api_key(subject, name)
}

/// Whether one parameter is the whole query (OpenAPI 3.2.0 §4.12.1).
fn operation_takes_all(subject: &Subject<'_>) -> bool {
    let mut parameters = subject.operation.parameters.iter();
    parameters.any(|it| it.place == ParameterIn::QueryString)
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
    if !is_spread(&outline, writing) {
        return parameter.name == name;
    }
    outline.open || outline.has_property(name)
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

/// The members of a deep object: `name[key]=value`, as sent and decoded.
pub(super) fn deep_members<'a>(query: &'a str, name: &str) -> Vec<(String, &'a str)> {
    let member = |(key, value): (&str, &'a str)| {
        let key = decode(key, Escaping::Form).ok()?;
        let inner = key
            .strip_prefix(name)?
            .strip_prefix('[')?
            .strip_suffix(']')?;
        Some((inner.to_owned(), value))
    };
    pairs(query, '&').filter_map(member).collect()
}

/// Whether the style writes a value as parameters of a query or cookie, name and all.
pub(super) fn is_form(style: ParameterStyle) -> bool {
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
pub(super) fn is_spread(outline: &Outline, writing: Writing<'_>) -> bool {
    let only_object = outline.types.iter().all(|it| it == JsonType::Object);
    writing.explode && is_form(writing.style) && only_object
}

/// The query's members of a spread object: those it names, and those nothing
/// else names where it speaks of others.
pub(super) fn spread_members<'a>(
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
