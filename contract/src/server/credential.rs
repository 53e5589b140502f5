//! Whether a request carries the credentials that its operation asks for
//! (OpenAPI 3.1.1 §4.8.27, §4.8.30). No message quotes one.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bindery_openapi::Document;
use bindery_openapi::document::{
    ApiKeyIn, Operation, SecurityRequirement, SecurityScheme, SecuritySchemeKind,
};

use super::wire::{Escaping, decode, pairs};
use super::{Finding, FindingKind, ReceivedRequest};

/// What a security scheme expects of a caller.
#[derive(Clone, PartialEq, Eq)]
pub enum Credential {
    /// A bearer token, an access token or an API key.
    Token(String),
    /// A user and a password, for HTTP Basic.
    Basic {
        /// The user.
        user: String,
        /// The password.
        password: String,
    },
}

impl std::fmt::Debug for Credential {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Token(_) => formatter.write_str("Token(..)"),
            Self::Basic { .. } => formatter.write_str("Basic { .. }"),
        }
    }
}

/// A finding where none of the operation's requirements is satisfied. A scheme
/// that `expected` does not name is satisfied by any credential of its kind.
pub(super) fn check(
    document: &Document,
    operation: &Operation,
    expected: &BTreeMap<String, Credential>,
    request: &ReceivedRequest,
) -> Option<Finding> {
    let mut reasons = Vec::new();
    for requirement in &operation.security {
        match unsatisfied(document, requirement, expected, request) {
            None => return None,
            Some(reason) => reasons.push(reason),
        }
    }
    let first = operation.security.first()?;
    Some(Finding {
        kind: FindingKind::Credentials,
        place: "credentials".to_owned(),
        message: reasons.join("; or "),
        pointer: first.location.pointer.clone(),
    })
}

fn unsatisfied(
    document: &Document,
    requirement: &SecurityRequirement,
    expected: &BTreeMap<String, Credential>,
    request: &ReceivedRequest,
) -> Option<String> {
    let reasons: Vec<String> = requirement
        .schemes
        .iter()
        .filter_map(|(name, _)| {
            let reason = match document.components.security_scheme(name) {
                Some(scheme) => missing(scheme, expected.get(name), request)?,
                None => "is not described".to_owned(),
            };
            Some(format!("`{name}` {reason}"))
        })
        .collect();
    (!reasons.is_empty()).then(|| reasons.join(" and "))
}

/// Why the scheme is not satisfied; `None` where it is.
fn missing(
    scheme: &SecurityScheme,
    expected: Option<&Credential>,
    request: &ReceivedRequest,
) -> Option<String> {
    let (place, sent) = match &scheme.kind {
        SecuritySchemeKind::ApiKey { place, name } => api_key(*place, name, request),
        SecuritySchemeKind::HttpBasic => authorization("Basic", request),
        SecuritySchemeKind::HttpBearer { .. }
        | SecuritySchemeKind::OAuth2 { .. }
        | SecuritySchemeKind::OpenIdConnect { .. } => authorization("Bearer", request),
        SecuritySchemeKind::HttpOther(name) => authorization(name, request),
        SecuritySchemeKind::MutualTls => return None,
    };
    let Some(sent) = sent.filter(|sent| !sent.is_empty()) else {
        return Some(format!("asks for {place}, which is absent"));
    };
    let basic = scheme.kind == SecuritySchemeKind::HttpBasic;
    let right = match expected {
        Some(Credential::Token(token)) => *token == sent,
        Some(Credential::Basic { user, password }) => {
            STANDARD.decode(&sent).ok().as_deref() == Some(format!("{user}:{password}").as_bytes())
        }
        None if basic => STANDARD.decode(&sent).is_ok_and(|it| it.contains(&b':')),
        None => true,
    };
    (!right).then(|| format!("asks for {place}, which is wrong"))
}

/// The credentials after the scheme's name (RFC 9110 §11.4, the name in any case).
fn authorization(scheme: &str, request: &ReceivedRequest) -> (String, Option<String>) {
    let sent = request.header_values("authorization").find_map(|value| {
        let (name, credentials) = value.split_once(' ')?;
        let same = name.eq_ignore_ascii_case(scheme);
        same.then(|| credentials.trim().to_owned())
    });
    (format!("an `Authorization: {scheme}` header"), sent)
}

fn api_key(place: ApiKeyIn, name: &str, request: &ReceivedRequest) -> (String, Option<String>) {
    match place {
        ApiKeyIn::Header => {
            let sent = request.header(&name.to_ascii_lowercase());
            (format!("the header `{name}`"), sent.map(str::to_owned))
        }
        ApiKeyIn::Query => (
            format!("the query parameter `{name}`"),
            request.query_value(name),
        ),
        ApiKeyIn::Cookie => {
            let sent = cookies(request).into_iter().find(|(key, _)| *key == name);
            let sent = sent.map(|(_, value)| decode(value, Escaping::Percent).unwrap_or_default());
            (format!("the cookie `{name}`"), sent)
        }
    }
}

/// The cookies as sent (RFC 6265 §4.2.1).
pub(super) fn cookies(request: &ReceivedRequest) -> Vec<(&str, &str)> {
    request
        .header_values("cookie")
        .flat_map(|header| pairs(header, ';'))
        .map(|(name, value)| (name.trim(), value.trim()))
        .collect()
}
