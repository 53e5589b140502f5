//! Parameters and headers of OpenAPI 3 that say of their value what Swagger 2.0 lets them
//! say themselves (Swagger 2.0, Parameter Object, Header Object).

use serde_json::{Map, Value};

use super::mend::Mend;
use crate::node::Node;
use crate::specification::{self, Kind};
use crate::{Diagnostic, codes};

/// The keywords among the members of a parameter or header that belong in its schema, which
/// it does not have.
pub(super) fn keywords(kind: Kind, object: &Map<String, Value>) -> Vec<&str> {
    let may_have = matches!(kind, Kind::Parameter | Kind::Header);
    let stated = |key: &str| object.get(key).is_some_and(|value| !value.is_null());
    if !may_have || stated("schema") || stated("content") {
        return Vec::new();
    }
    let keys = object.keys().map(String::as_str);
    keys.filter(|key| is_field(Kind::Schema, key) && !is_field(kind, key))
        .collect()
}

/// What is said of such keywords, and what makes a schema of them.
pub(super) fn gather(node: &Node<'_, '_>, kind: Kind, keywords: &[&str]) -> (Diagnostic, Mend) {
    let location = node.location();
    let first = keywords.first().copied().unwrap_or_default();
    let message = format!(
        "what {} says of its value stands in its `schema` since OpenAPI 3.0; it is read as if it did",
        kind.noun()
    );
    let diagnostic = Diagnostic::warning(codes::PARAMETER_VALUE, location.key(first), message);
    let keys = keywords.iter().map(|key| (*key).to_owned()).collect();
    (diagnostic.on_key(), Mend::gather(location, "schema", keys))
}

fn is_field(kind: Kind, key: &str) -> bool {
    let mut fields = specification::fields(kind).iter();
    fields.any(|field| field.name == key)
}
