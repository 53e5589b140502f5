//! Rules on request bodies, responses and media types (OpenAPI 3.0.3 §4.7.13 to §4.7.17).

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value};

use crate::check::structure::Structure;
use crate::document::StatusPattern;
use crate::node::Node;
use crate::wording::{nearest, quoted};
use crate::{Diagnostic, Location, codes};

pub(super) fn check_responses<'v>(
    structure: &mut Structure<'v, '_>,
    node: &Node<'_, 'v>,
    object: &'v Map<String, Value>,
) {
    let mut statuses = object
        .keys()
        .filter(|key| !key.starts_with("x-"))
        .peekable();
    if statuses.peek().is_none() {
        let message = "an operation must have at least one response";
        let new = if is_extended(node) {
            Diagnostic::warning
        } else {
            Diagnostic::error
        };
        let diagnostic = new(codes::MISSING_FIELD, node.location(), message);
        structure.refuse(diagnostic.hint("where nothing is known of it, describe `default`"));
    }
    let mut seen = HashSet::new();
    for key in statuses {
        let wrong = match StatusPattern::parse(key) {
            None => "is not a status",
            Some(status) if !seen.insert(status) => "is stated in another spelling too",
            Some(_) => continue,
        };
        let message = format!("{} {wrong}", quoted(key));
        structure.refuse(
            Diagnostic::error(codes::INVALID_STATUS, node.location().key(key), message)
                .on_key()
                .hint("write a status such as `200`, a range such as `4XX`, or `default`"),
        );
    }
}

/// Whether the operation has extensions: gateways' exports say in them what answers it.
fn is_extended(responses: &Node<'_, '_>) -> bool {
    let operation = responses.above().map(|(operation, _)| operation);
    let mut members = operation.into_iter().flat_map(Node::members);
    members.any(|(key, _)| key.starts_with("x-"))
}

pub(super) fn check_response<'v>(structure: &mut Structure<'v, '_>, node: &Node<'_, 'v>) {
    check_content(structure, node);
    check_headers(structure, node);
}

/// Header names ignore letter case (RFC 9110 §5.1), and `Content-Type` is not described here.
pub(super) fn check_headers<'v>(structure: &mut Structure<'v, '_>, node: &Node<'_, 'v>) {
    let Some(headers) = structure.get(node, "headers") else {
        return;
    };
    let mut seen = HashMap::new();
    for (name, header) in headers.members() {
        let lower = name.to_ascii_lowercase();
        if !is_token(name) {
            structure.refuse(invalid_header_name(header.location(), name));
        }
        if lower == "content-type" {
            let message = "a header of the name `Content-Type` is ignored";
            structure.report.push(
                Diagnostic::warning(codes::IGNORED_PARAMETER, header.location(), message)
                    .on_key()
                    .hint("media types say it"),
            );
        }
        if let Some(first) = seen.insert(lower, name) {
            let message = format!("{} and {} are the same header", quoted(first), quoted(name));
            structure.refuse(
                Diagnostic::error(codes::DUPLICATE_PARAMETER, header.location(), message)
                    .on_key()
                    .hint("letter case tells no headers apart; describe it once")
                    .related(headers.location().key(first), "the first of them"),
            );
        }
    }
}

/// The keys of `content` are media types or ranges of them (RFC 9110 §8.3.1).
pub(super) fn check_content<'v>(structure: &mut Structure<'v, '_>, node: &Node<'_, 'v>) {
    let Some(content) = structure.get(node, "content") else {
        return;
    };
    for (name, media_type) in content.members() {
        let essence = name.split(';').next().unwrap_or_default().trim();
        let is_media_type = essence
            .split_once('/')
            .is_some_and(|(kind, subtype)| !kind.is_empty() && !subtype.is_empty());
        if is_media_type {
            continue;
        }
        let message = format!("{} is not a media type", quoted(name));
        let location = media_type.location();
        let hint = "write a type and a subtype, such as `application/json`";
        // Some tools write no name at all where they know of none.
        if essence.is_empty() && !name.is_empty() {
            let code = codes::INVALID_MEDIA_TYPE;
            structure.refuse(
                Diagnostic::error(code, location, message)
                    .on_key()
                    .hint(hint),
            );
        } else {
            let code = codes::INVALID_MEDIA_TYPE;
            let diagnostic = Diagnostic::warning(code, location, message);
            structure.report.push(diagnostic.on_key().hint(hint));
        }
    }
}

/// An encoding says how a property of the schema is written (OpenAPI 3.0.3 §4.7.14.1).
pub(super) fn check_media_type<'v>(structure: &mut Structure<'v, '_>, node: &Node<'_, 'v>) {
    let schema = structure.get(node, "schema");
    let schema = schema.as_ref().and_then(|schema| schema.value.as_object());
    let properties = schema.and_then(|schema| schema.get("properties")?.as_object());
    let (Some(schema), Some(properties)) = (schema, properties) else {
        return;
    };
    let Some(encoding) = structure.get(node, "encoding") else {
        return;
    };
    for (name, entry) in encoding.members() {
        if properties.contains_key(name) {
            continue;
        }
        let message = format!("the schema has no property {} to encode", quoted(name));
        let (code, location) = (codes::UNKNOWN_ENCODING, entry.location());
        let diagnostic = if MORE_PROPERTIES.iter().any(|key| schema.contains_key(*key)) {
            Diagnostic::warning(code, location, message)
        } else {
            Diagnostic::error(code, location, message)
        };
        let names = properties.keys().map(String::as_str);
        structure.refuse(match nearest(name, names) {
            Some(name) => diagnostic
                .on_key()
                .hint(format!("did you mean {}?", quoted(name))),
            None => diagnostic.on_key(),
        });
    }
}

/// Keywords by which a schema may have more properties than it lists.
const MORE_PROPERTIES: [&str; 5] = [
    "allOf",
    "anyOf",
    "oneOf",
    "additionalProperties",
    "patternProperties",
];

/// A name that no HTTP message can have as a header's.
pub(super) fn invalid_header_name(location: Location, name: &str) -> Diagnostic {
    let message = format!("{} cannot be the name of a header", quoted(name));
    Diagnostic::error(codes::INVALID_HEADER_NAME, location, message).on_key()
}

/// Whether `name` is a token (RFC 9110 §5.6.2), as a header's name must be.
pub(super) fn is_token(name: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !name.is_empty() && name.bytes().all(is_allowed)
}
