//! Rules on security schemes (OpenAPI 3.0.3 §4.7.27).

use crate::check::shape::Kind;
use crate::check::structure::Structure;
use crate::node::Node;

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
        if node.get(name).is_none_or(|field| field.value.is_null()) {
            structure.refuse_missing(node, Kind::SecurityScheme, name);
        }
    }
}
