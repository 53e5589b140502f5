//! Security schemes and requirements (OpenAPI 3.1.1 §4.8.27 to §4.8.30).

use crate::Location;

/// A named way to prove who calls.
#[derive(Clone, Debug, PartialEq)]
pub struct SecurityScheme {
    /// The key in `components.securitySchemes`.
    pub name: String,
    /// What it is, in CommonMark.
    pub description: Option<String>,
    /// How it works.
    pub kind: SecuritySchemeKind,
    /// The place of the scheme.
    pub location: Location,
}

/// How a security scheme works.
#[derive(Clone, Debug, PartialEq)]
pub enum SecuritySchemeKind {
    /// A key sent as it is.
    ApiKey {
        /// Where it goes.
        place: ApiKeyIn,
        /// The parameter's name.
        name: String,
    },
    /// `Authorization: Basic` (RFC 7617).
    HttpBasic,
    /// `Authorization: Bearer` (RFC 6750).
    HttpBearer {
        /// What the token looks like, such as `JWT`.
        format: Option<String>,
    },
    /// Another scheme of the IANA registry, in lower case.
    HttpOther(String),
    /// OAuth 2.0; its access token is sent as a bearer token.
    OAuth2 {
        /// The flows that are described; may be empty.
        flows: Vec<OAuthFlow>,
    },
    /// OpenID Connect; its access token is sent as a bearer token.
    OpenIdConnect {
        /// The discovery document's URL.
        url: String,
    },
    /// Mutual TLS, which the transport provides.
    MutualTls,
}

/// Where an API key goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ApiKeyIn {
    /// In the query.
    Query,
    /// In a header.
    Header,
    /// In the `Cookie` header.
    Cookie,
}

/// An OAuth flow and the scopes it offers.
#[derive(Clone, Debug, PartialEq)]
pub struct OAuthFlow {
    /// Which flow.
    pub kind: OAuthFlowKind,
    /// The authorization endpoint, where the flow has one.
    pub authorization_url: Option<String>,
    /// The token endpoint, where the flow has one.
    pub token_url: Option<String>,
    /// The refresh endpoint.
    pub refresh_url: Option<String>,
    /// Scopes and what they allow, in order.
    pub scopes: Vec<(String, String)>,
}

/// The flows of OAuth 2.0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OAuthFlowKind {
    /// Implicit.
    Implicit,
    /// Resource owner password.
    Password,
    /// Client credentials.
    ClientCredentials,
    /// Authorization code.
    AuthorizationCode,
    /// Device authorization (OpenAPI 3.2).
    DeviceAuthorization,
}

/// Schemes that must all be satisfied together. An empty one asks for nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct SecurityRequirement {
    /// The schemes by name, each with the scopes or roles it needs.
    pub schemes: Vec<(String, Vec<String>)>,
    /// The place of the requirement.
    pub location: Location,
}
