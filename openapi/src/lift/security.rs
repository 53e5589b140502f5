//! Security schemes and requirements (OpenAPI 3.0.3 §4.7.27 to §4.7.30).

use std::borrow::Cow;

use super::Lift;
use crate::Pointer;
use crate::document::{
    ApiKeyIn, OAuthFlow, OAuthFlowKind, SecurityRequirement, SecurityScheme, SecuritySchemeKind,
};
use crate::node::Node;
use crate::specification::Kind;

impl<'v> Lift<'v, '_> {
    /// Lifts the member `security` of `node`; `None` where it is not stated,
    /// which differs from an empty list (OpenAPI 3.0.3 §4.7.10.1).
    pub(super) fn lift_security(
        &mut self,
        node: &Node<'_, 'v>,
    ) -> Option<Vec<SecurityRequirement>> {
        let security = self.get(node, "security")?;
        let requirements = security
            .items()
            .filter_map(|item| {
                let schemes: openapiv3::SecurityRequirement =
                    self.read(&item, Kind::SecurityRequirement)?;
                Some(SecurityRequirement {
                    schemes: schemes
                        .into_iter()
                        .map(|(name, scopes)| (scheme_name(name), scopes))
                        .collect(),
                    location: item.location(),
                })
            })
            .collect();
        Some(requirements)
    }

    /// Lifts `components.securitySchemes`. A reference is replaced by what it names.
    pub(super) fn lift_security_schemes(&mut self, root: &Node<'_, 'v>) -> Vec<SecurityScheme> {
        let Some(components) = self.get(root, "components") else {
            return Vec::new();
        };
        let Some(schemes) = self.get(&components, "securitySchemes") else {
            return Vec::new();
        };
        schemes
            .members()
            .filter_map(|(name, node)| lift_security_scheme(name, &self.through(node)))
            .collect()
    }
}

fn lift_security_scheme(name: &str, node: &Node<'_, '_>) -> Option<SecurityScheme> {
    Some(SecurityScheme {
        name: name.to_owned(),
        description: node.text("description").map(str::to_owned),
        kind: lift_kind(node)?,
        location: node.location(),
    })
}

fn lift_kind(node: &Node<'_, '_>) -> Option<SecuritySchemeKind> {
    let text = |key: &str| node.text(key).map(str::to_owned);
    match node.text("type")? {
        "apiKey" => Some(SecuritySchemeKind::ApiKey {
            place: match node.text("in")? {
                "query" => ApiKeyIn::Query,
                "header" => ApiKeyIn::Header,
                "cookie" => ApiKeyIn::Cookie,
                _ => return None,
            },
            name: text("name")?,
        }),
        "http" => Some(lift_http(node.text("scheme")?, text("bearerFormat"))),
        "oauth2" => Some(SecuritySchemeKind::OAuth2 {
            flows: lift_flows(node),
        }),
        "openIdConnect" => Some(SecuritySchemeKind::OpenIdConnect {
            url: text("openIdConnectUrl")?,
        }),
        "mutualTLS" => Some(SecuritySchemeKind::MutualTls),
        _ => None,
    }
}

/// Names of schemes ignore letter case (RFC 9110 §11.1).
fn lift_http(scheme: &str, format: Option<String>) -> SecuritySchemeKind {
    match scheme.to_ascii_lowercase() {
        scheme if scheme == "basic" => SecuritySchemeKind::HttpBasic,
        scheme if scheme == "bearer" => SecuritySchemeKind::HttpBearer { format },
        scheme => SecuritySchemeKind::HttpOther(scheme),
    }
}

/// The flows by the field they stand in (OpenAPI 3.0.3 §4.7.28, 3.2.0 §4.28).
const FLOWS: [(&str, OAuthFlowKind); 5] = [
    ("implicit", OAuthFlowKind::Implicit),
    ("password", OAuthFlowKind::Password),
    ("clientCredentials", OAuthFlowKind::ClientCredentials),
    ("authorizationCode", OAuthFlowKind::AuthorizationCode),
    ("deviceAuthorization", OAuthFlowKind::DeviceAuthorization),
];

fn lift_flows(node: &Node<'_, '_>) -> Vec<OAuthFlow> {
    let Some(flows) = node.get("flows") else {
        return Vec::new();
    };
    FLOWS
        .into_iter()
        .filter_map(|(key, kind)| Some(lift_flow(kind, &flows.get(key)?)))
        .collect()
}

fn lift_flow(kind: OAuthFlowKind, node: &Node<'_, '_>) -> OAuthFlow {
    let text = |key: &str| node.text(key).map(str::to_owned);
    let scopes = node.get("scopes");
    let scopes = scopes.iter().flat_map(Node::members);
    OAuthFlow {
        kind,
        authorization_url: text("authorizationUrl").or_else(|| text("deviceAuthorizationUrl")),
        token_url: text("tokenUrl"),
        refresh_url: text("refreshUrl"),
        scopes: scopes
            .filter_map(|(name, scope)| Some((name.to_owned(), scope.value.as_str()?.to_owned())))
            .collect(),
    }
}

/// The name of the scheme that a requirement means. From 3.2 on that may be the
/// URI of one in `components` (OpenAPI 3.2.0 §4.30).
fn scheme_name(name: String) -> String {
    match name.strip_prefix("#/components/securitySchemes/") {
        Some(token) => Pointer::parse(&format!("/{token}"))
            .tokens()
            .next()
            .map_or(name, Cow::into_owned),
        None => name,
    }
}
