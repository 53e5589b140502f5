//! Security schemes and requirements (OpenAPI 3.0.3 §4.7.27 to §4.7.30).

use indexmap::IndexMap;
use openapiv3::APIKeyLocation;

use super::Lift;
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
                    schemes: schemes.into_iter().collect(),
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
            .filter_map(|(name, node)| self.lift_security_scheme(name, &self.through(node)))
            .collect()
    }

    fn lift_security_scheme(&mut self, name: &str, node: &Node<'_, 'v>) -> Option<SecurityScheme> {
        let scheme: openapiv3::SecurityScheme = self.read(node, Kind::SecurityScheme)?;
        Some(SecurityScheme {
            name: name.to_owned(),
            description: node.text("description").map(str::to_owned),
            kind: lift_kind(scheme),
            location: node.location(),
        })
    }
}

fn lift_kind(scheme: openapiv3::SecurityScheme) -> SecuritySchemeKind {
    match scheme {
        openapiv3::SecurityScheme::APIKey { location, name, .. } => SecuritySchemeKind::ApiKey {
            place: match location {
                APIKeyLocation::Query => ApiKeyIn::Query,
                APIKeyLocation::Header => ApiKeyIn::Header,
                APIKeyLocation::Cookie => ApiKeyIn::Cookie,
            },
            name,
        },
        openapiv3::SecurityScheme::HTTP {
            scheme,
            bearer_format,
            ..
        } => lift_http(&scheme, bearer_format),
        openapiv3::SecurityScheme::OAuth2 { flows, .. } => SecuritySchemeKind::OAuth2 {
            flows: lift_flows(flows),
        },
        openapiv3::SecurityScheme::OpenIDConnect {
            open_id_connect_url: url,
            ..
        } => SecuritySchemeKind::OpenIdConnect { url },
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

fn lift_flows(flows: openapiv3::OAuth2Flows) -> Vec<OAuthFlow> {
    let implicit = flows.implicit.map(|flow| OAuthFlow {
        kind: OAuthFlowKind::Implicit,
        authorization_url: Some(flow.authorization_url),
        token_url: None,
        refresh_url: flow.refresh_url,
        scopes: scopes(flow.scopes),
    });
    let password = flows.password.map(|flow| OAuthFlow {
        kind: OAuthFlowKind::Password,
        authorization_url: None,
        token_url: Some(flow.token_url),
        refresh_url: flow.refresh_url,
        scopes: scopes(flow.scopes),
    });
    let client_credentials = flows.client_credentials.map(|flow| OAuthFlow {
        kind: OAuthFlowKind::ClientCredentials,
        authorization_url: None,
        token_url: Some(flow.token_url),
        refresh_url: flow.refresh_url,
        scopes: scopes(flow.scopes),
    });
    let authorization_code = flows.authorization_code.map(|flow| OAuthFlow {
        kind: OAuthFlowKind::AuthorizationCode,
        authorization_url: Some(flow.authorization_url),
        token_url: Some(flow.token_url),
        refresh_url: flow.refresh_url,
        scopes: scopes(flow.scopes),
    });
    [implicit, password, client_credentials, authorization_code]
        .into_iter()
        .flatten()
        .collect()
}

fn scopes(scopes: IndexMap<String, String>) -> Vec<(String, String)> {
    scopes.into_iter().collect()
}
