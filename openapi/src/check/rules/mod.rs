//! What the tables cannot say: rules on one object and what is in it.

mod component;
mod content;
mod parameter;
mod schema;
mod security;
mod server;

use serde_json::{Map, Value};

use super::structure::Structure;
use crate::node::Node;
use crate::specification::Kind;
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
        Kind::MediaType => content::check_media_type(structure, node, object),
        Kind::RequestBody => content::check_content(structure, node),
        Kind::Response => content::check_response(structure, node),
        Kind::Responses => content::check_responses(structure, node, object),
        Kind::Encoding => content::check_headers(structure, node),
        Kind::Server => server::check(structure, node),
        Kind::SecurityScheme => security::check(structure, node),
        Kind::Components => component::check(structure, node, object),
        Kind::Document
        | Kind::Info
        | Kind::Contact
        | Kind::License
        | Kind::ServerVariable
        | Kind::Paths
        | Kind::PathItem
        | Kind::Operation
        | Kind::Callback
        | Kind::Link
        | Kind::ExternalDocs
        | Kind::Example
        | Kind::Tag
        | Kind::Discriminator
        | Kind::Xml
        | Kind::OAuthFlows
        | Kind::ImplicitFlow
        | Kind::PasswordFlow
        | Kind::ClientCredentialsFlow
        | Kind::AuthorizationCodeFlow
        | Kind::SecurityRequirement => {}
    }
}

/// Whatever stands beside `$ref` is ignored (OpenAPI 3.0.3 §4.7.23), which is
/// worth a word where more is lost than a remark.
pub(super) fn check_siblings<'v>(
    structure: &mut Structure<'v, '_>,
    node: &Node<'_, 'v>,
    kind: Kind,
    object: &'v Map<String, Value>,
) {
    let lost = object.keys().find(|key| {
        !key.starts_with("x-")
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
