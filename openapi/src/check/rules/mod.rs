//! What the tables cannot say: rules on one object and what is in it.

mod component;
mod content;
mod document;
mod example;
mod listed;
mod parameter;
mod path_item;
pub mod pattern;
mod rounded;
mod schema;
mod security;
mod server;
mod types;

use serde_json::{Map, Value};

use super::structure::Structure;
use crate::node::Node;
use crate::specification::Kind;
use crate::version::Version;
use crate::wording::quoted;
use crate::{Diagnostic, codes};

/// Checks the object at `node` against the rules for its kind.
pub(super) fn check<'v>(
    structure: &mut Structure<'v, '_>,
    node: &Node<'_, 'v>,
    kind: Kind,
    object: &'v Map<String, Value>,
) {
    match kind {
        Kind::Schema => schema::check(structure, node, object),
        Kind::Parameter => parameter::check_parameter(structure, node, object),
        Kind::Header => parameter::check_header(structure, node, object),
        Kind::MediaType => content::check_media_type(structure, node),
        Kind::RequestBody => content::check_content(structure, node),
        Kind::Response => content::check_response(structure, node),
        Kind::Responses => content::check_responses(structure, node, object),
        Kind::Encoding => content::check_headers(structure, node),
        Kind::Server => server::check(structure, node),
        Kind::SecurityScheme => security::check(structure, node),
        Kind::ImplicitFlow
        | Kind::PasswordFlow
        | Kind::ClientCredentialsFlow
        | Kind::AuthorizationCodeFlow
        | Kind::DeviceAuthorizationFlow => security::check_flow(structure, node),
        Kind::PathItem => path_item::check(structure, node),
        Kind::Components => component::check(structure, node, object),
        Kind::Document => document::check(structure, node, object),
        Kind::Info
        | Kind::Contact
        | Kind::License
        | Kind::ServerVariable
        | Kind::Paths
        | Kind::Operation
        | Kind::Callback
        | Kind::Link
        | Kind::ExternalDocs
        | Kind::Example
        | Kind::Tag
        | Kind::Discriminator
        | Kind::Xml
        | Kind::OAuthFlows
        | Kind::SecurityRequirement => {}
    }
}

/// Whatever stands beside `$ref` is ignored (OpenAPI 3.0.3 §4.7.23), which is
/// worth a word where more is lost than a remark. One that says `nullable` is
/// how many descriptions say that what the reference names may be null.
pub(super) fn check_siblings<'v>(
    structure: &mut Structure<'v, '_>,
    node: &Node<'_, 'v>,
    kind: Kind,
    object: &'v Map<String, Value>,
) {
    let is_nullable = kind == Kind::Schema && object.get("nullable") == Some(&Value::Bool(true));
    if is_nullable {
        structure.report.push(schema::nullable_reference(node));
    }
    let lost = object.keys().find(|key| {
        let is_understood = is_nullable && *key == "nullable";
        !is_understood
            && !key.starts_with("x-")
            && crate::specification::fields(kind)
                .iter()
                .any(|field| field.name == key.as_str() && !field.remark)
    });
    if let Some(key) = lost {
        let message = format!("{} stands beside `$ref` and is ignored", quoted(key));
        let diagnostic =
            Diagnostic::warning(codes::IGNORED_SIBLING, node.location().key(key), message);
        let hint = "to say more than the reference does, make it the only member of an `allOf`";
        structure.report.push(match kind {
            Kind::Schema => diagnostic.on_key().hint(hint),
            _ => diagnostic.on_key(),
        });
    }
}

/// Reports a value at `node` that came with `since`, where the description is older.
pub(super) fn check_newer_value(
    structure: &mut Structure<'_, '_>,
    node: &Node<'_, '_>,
    since: Version,
) {
    let Some(value) = node.value.as_str().filter(|_| structure.version < since) else {
        return;
    };
    let what = format!("{} came with OpenAPI {since}", quoted(value));
    let message = format!("{what}; this is {}", structure.version);
    let diagnostic = Diagnostic::error(codes::OTHER_VERSION, node.location(), message);
    structure.refuse(diagnostic.hint(format!("write `openapi: {since}.0`")));
}
