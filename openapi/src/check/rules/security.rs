//! Rules on security schemes (OpenAPI 3.0.3 §4.7.27).

use crate::check::structure::Structure;
use crate::node::Node;
use crate::specification::Kind;
use crate::version::Version;
use crate::wording::quoted;
use crate::{Diagnostic, Focus, codes};

use super::check_newer_value;
use super::content::{invalid_header_name, is_token};

/// Which fields must be there depends on the type.
pub(super) fn check<'v>(structure: &mut Structure<'v, '_>, node: &Node<'_, 'v>) {
    let needed: &[&str] = match node.text("type") {
        Some("apiKey") => &["name", "in"],
        Some("http") => &["scheme"],
        Some("oauth2") => &["flows"],
        Some("openIdConnect") => &["openIdConnectUrl"],
        _ => &[],
    };
    for name in needed {
        match node.get(name) {
            None => structure.refuse_missing(node, Kind::SecurityScheme, name),
            Some(field) if field.value.is_null() => {
                structure.refuse_missing(&field, Kind::SecurityScheme, name);
            }
            Some(_) => {}
        }
    }
    match node.text("type") {
        Some("apiKey") => check_key_name(structure, node),
        Some("openIdConnect") => check_url(structure, node, "openIdConnectUrl"),
        Some("mutualTLS") => {
            if let Some(place) = node.get("type") {
                check_newer_value(structure, &place, Version::V3_1);
            }
        }
        _ => {}
    }
}

fn check_key_name<'v>(structure: &mut Structure<'v, '_>, node: &Node<'_, 'v>) {
    let location = || node.location().key("name");
    match (node.text("in"), node.text("name")) {
        (_, Some("")) => {
            let message = "an API key needs a name";
            structure.refuse(Diagnostic::error(codes::INVALID_VALUE, location(), message));
        }
        (Some("header"), Some(name)) if !is_token(name) => structure.refuse(Diagnostic {
            focus: Focus::Value,
            ..invalid_header_name(location(), name)
        }),
        _ => {}
    }
}

/// The addresses of an OAuth flow (OpenAPI 3.0.3 §4.7.29).
pub(super) fn check_flow<'v>(structure: &mut Structure<'v, '_>, node: &Node<'_, 'v>) {
    for name in [
        "authorizationUrl",
        "deviceAuthorizationUrl",
        "tokenUrl",
        "refreshUrl",
    ] {
        check_url(structure, node, name);
    }
}

/// Many addresses are relative, such as `token`, or empty. One without a letter
/// or a digit is no address of anything.
fn check_url<'v>(structure: &mut Structure<'v, '_>, node: &Node<'_, 'v>, name: &str) {
    let Some(field) = node.get(name) else {
        return;
    };
    let url = field.value.as_str().unwrap_or_default();
    let is_said = url.contains(|next: char| next == '/' || next.is_alphanumeric());
    if !url.is_empty() && !is_said {
        let message = format!("{} is not a URL", quoted(url));
        let diagnostic = Diagnostic::error(codes::INVALID_VALUE, field.location(), message);
        structure.refuse(diagnostic.hint("write one such as `https://example.com/oauth/token`"));
    }
}
