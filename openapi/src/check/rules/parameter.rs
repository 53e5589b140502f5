//! Rules on parameters and headers (OpenAPI 3.0.3 §4.7.12, §4.7.21).

use serde_json::{Map, Value, json};

use crate::check::mend::{self, Mend};
use crate::check::older;
use crate::check::structure::Structure;
use crate::check::wrong::invalid_word;
use crate::lift::IGNORED_HEADERS;
use crate::node::Node;
use crate::specification::{Kind, Shape};
use crate::version::Version;
use crate::wording::quoted;
use crate::{Diagnostic, Focus, codes};

use super::check_newer_value;
use super::content::{check_content, invalid_header_name, is_token};
use super::types;

pub(super) fn check_parameter<'v>(
    structure: &mut Structure<'v, '_>,
    node: &Node<'_, 'v>,
    object: &'v Map<String, Value>,
) {
    check_value(structure, node, Kind::Parameter, object);
    check_name(structure, node);
    let Some(place) = node.text("in") else {
        return;
    };
    check_style(structure, node, place);
    if place == "querystring" {
        check_query_string(structure, node, object);
    }
    if place == "path" && object.get("required") != Some(&Value::Bool(true)) {
        structure.report.push(optional_path_parameter(node));
    }
}

/// Tools that know no path parameters write `required: false` for all.
fn optional_path_parameter(node: &Node<'_, '_>) -> Diagnostic {
    let message = "a path parameter must say `required: true`; it is taken to be required";
    let stated = node.get("required");
    let location = stated.map_or_else(|| node.location(), |field| field.location());
    Diagnostic::warning(codes::OPTIONAL_PATH_PARAMETER, location, message)
        .hint("a path without it is another path")
}

/// The whole query is one parameter, described by a media type (OpenAPI 3.2.0 §4.12.1).
fn check_query_string<'v>(
    structure: &mut Structure<'v, '_>,
    node: &Node<'_, 'v>,
    object: &'v Map<String, Value>,
) {
    if let Some(place) = node.get("in") {
        check_newer_value(structure, &place, Version::V3_2);
    }
    if object.contains_key("schema") {
        let message = "a parameter in `querystring` is described by `content`, not by `schema`";
        let location = node.location().key("schema");
        let diagnostic = Diagnostic::error(codes::PARAMETER_VALUE, location, message).on_key();
        structure.refuse(diagnostic.hint("such as `application/x-www-form-urlencoded`"));
    }
}

/// A header without schema is common and harms nobody: it may be anything.
pub(super) fn check_header<'v>(
    structure: &mut Structure<'v, '_>,
    node: &Node<'_, 'v>,
    object: &'v Map<String, Value>,
) {
    let is_older = !older::keywords(Kind::Header, object).is_empty();
    if !is_older && object.get("schema").or(object.get("content")).is_none() {
        let location = node.location();
        let message = "a header must have the field `schema` or the field `content`";
        let set = Mend::set(
            location.key("schema"),
            mend::empty(&Shape::Reusable(Kind::Schema)),
        );
        structure.mends.push(set);
        structure.report.push(
            Diagnostic::warning(codes::PARAMETER_VALUE, location, message)
                .hint("without either, its value may be anything"),
        );
        return;
    }
    check_value(structure, node, Kind::Header, object);
}

fn check_value<'v>(
    structure: &mut Structure<'v, '_>,
    node: &Node<'_, 'v>,
    kind: Kind,
    object: &'v Map<String, Value>,
) {
    let stated = |key: &str| object.get(key).filter(|value| !value.is_null());
    let has_both = object.contains_key("schema") && object.contains_key("content");
    match (stated("schema"), stated("content")) {
        (Some(_), None) => {}
        (None, Some(content)) => check_single(structure, node, kind, content),
        (None, None) if !older::keywords(kind, object).is_empty() => {}
        (None, None) if !has_both => take_as_string(structure, node, kind),
        (None, None) | (Some(_), Some(_)) => {
            let message = format!(
                "{} must have one of `schema` and `content`; this has both",
                kind.noun()
            );
            let (code, location) = (codes::PARAMETER_VALUE, node.location());
            structure.refuse(Diagnostic::error(code, location, message));
        }
    }
}

/// What nothing describes is text: so are all parameters on their way.
fn take_as_string<'v>(structure: &mut Structure<'v, '_>, node: &Node<'_, 'v>, kind: Kind) {
    let location = node.location();
    let message = format!(
        "{} must have the field `schema` or the field `content`",
        kind.noun()
    );
    let schema = json!({ "type": "string" });
    let set = Mend::set(location.key("schema"), schema);
    structure.mends.push(set);
    structure.report.push(
        Diagnostic::warning(codes::PARAMETER_VALUE, location, message)
            .hint("without either, its value is taken to be a string"),
    );
}

fn check_single<'v>(
    structure: &mut Structure<'v, '_>,
    node: &Node<'_, 'v>,
    kind: Kind,
    content: &'v Value,
) {
    check_content(structure, node);
    let Some(length) = content.as_object().map(Map::len) else {
        return;
    };
    if length != 1 {
        let message = format!(
            "the `content` of {} must have one media type; this has {length}",
            kind.noun()
        );
        let location = node.location().key("content");
        structure.refuse(Diagnostic::error(
            codes::PARAMETER_CONTENT,
            location,
            message,
        ));
    }
}

fn check_name<'v>(structure: &mut Structure<'v, '_>, node: &Node<'_, 'v>) {
    let Some(name) = node.text("name") else {
        return;
    };
    if name.is_empty() {
        let message = "a parameter needs a name; without it, it is ignored";
        let location = node.location().key("name");
        structure.report.push(Diagnostic::warning(
            codes::IGNORED_PARAMETER,
            location,
            message,
        ));
    } else if node.text("in") == Some("header") {
        check_header_name(structure, node, name);
    }
}

fn check_header_name<'v>(structure: &mut Structure<'v, '_>, node: &Node<'_, 'v>, name: &str) {
    let is_ignored = IGNORED_HEADERS
        .iter()
        .any(|ignored| name.eq_ignore_ascii_case(ignored));
    if !is_token(name) {
        let location = node.location().key("name");
        structure.refuse(Diagnostic {
            focus: Focus::Value,
            ..invalid_header_name(location, name)
        });
    } else if is_ignored {
        let message = format!("a header parameter of the name {} is ignored", quoted(name));
        structure.report.push(
            Diagnostic::warning(codes::IGNORED_PARAMETER, node.location(), message).hint(
                "media types say what `Accept` and `Content-Type` are, security schemes what `Authorization` is",
            ),
        );
    }
}

/// The styles of each place (OpenAPI 3.0.3 §4.7.12.3).
fn check_style<'v>(structure: &mut Structure<'v, '_>, node: &Node<'_, 'v>, place: &str) {
    let styles: &[&str] = match place {
        "path" => &["matrix", "label", "simple"],
        "query" => &["form", "spaceDelimited", "pipeDelimited", "deepObject"],
        "header" => &["simple"],
        "cookie" => &["form", "cookie"],
        _ => return,
    };
    if let ("cookie", Some(style)) = (place, node.get("style"))
        && style.value.as_str() == Some("cookie")
    {
        check_newer_value(structure, &style, Version::V3_2);
    }
    let Some(style) = node.get("style") else {
        return;
    };
    let name = style.value.as_str().unwrap_or_default();
    if !styles.contains(&name) {
        structure.refuse(invalid_word(style.location(), name, styles));
    } else if node.get("content").is_some() {
        let is_default = matches!((place, name), ("query" | "cookie", "form") | (_, "simple"));
        let diagnostic = style_beside_content(&style, is_default);
        structure.refuse(diagnostic);
    } else if matches!(name, "spaceDelimited" | "pipeDelimited")
        && let Some(schema) = structure.get(node, "schema")
        && let Some(scalar) = types::scalar_among(schema.value)
    {
        let what = scalar.as_str();
        let message = format!(
            "the style {} has no form for a value of the type `{what}`",
            quoted(name)
        );
        let diagnostic = Diagnostic::error(codes::INVALID_VALUE, style.location(), message);
        structure.refuse(diagnostic.hint("it separates the items of arrays; write `form`"));
    }
}

/// A style is for what a schema describes (OpenAPI 3.0.3 §4.7.12.2); the one
/// that holds anyway does no harm.
fn style_beside_content(style: &Node<'_, '_>, is_default: bool) -> Diagnostic {
    let message = "a parameter that is described by `content` has no `style`";
    let (code, location) = (codes::MISPLACED_FIELD, style.location());
    let diagnostic = if is_default {
        Diagnostic::warning(code, location, message)
    } else {
        Diagnostic::error(code, location, message)
    };
    let hint = "its media type says how it is written; for a style, give it a `schema`";
    diagnostic.on_key().hint(hint)
}
