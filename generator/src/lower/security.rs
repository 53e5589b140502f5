//! Security schemes as credentials that a client can hold (OpenAPI 3.1.1 §4.8.27).

use bindery_openapi::Diagnostic;
use bindery_openapi::document::{ApiKeyIn, Operation, SecuritySchemeKind};

use super::Lowering;
use crate::api::{Credential, CredentialKind, Name};
use crate::codes;

impl Lowering<'_> {
    /// A credential for each scheme whose proof goes into the request.
    pub(super) fn lower_credentials(&mut self) -> Vec<Credential> {
        let schemes = &self.document.components.security_schemes;
        let mut credentials = Vec::new();
        for scheme in schemes {
            let Some(kind) = credential_kind(&scheme.kind) else {
                let message = format!("the client does not prove `{}` itself", scheme.name);
                let code = codes::SKIPPED_SECURITY_SCHEME;
                self.report.push(
                    Diagnostic::warning(code, scheme.location.clone(), message)
                        .hint("a transport with a client certificate does"),
                );
                continue;
            };
            credentials.push(Credential {
                name: Name::unsettled(&scheme.name, scheme.location.clone()),
                kind,
                docs: scheme.description.clone(),
            });
        }
        credentials
    }
}

/// The alternatives of an operation, schemes that the transport proves left out.
pub(super) fn alternatives(
    lowering: &Lowering<'_>,
    operation: &Operation,
) -> Vec<Vec<(String, Vec<String>)>> {
    let components = &lowering.document.components;
    let is_sent = |name: &str| {
        components
            .security_scheme(name)
            .is_some_and(|scheme| credential_kind(&scheme.kind).is_some())
    };
    let requirements = operation.security.iter();
    requirements
        .map(|requirement| {
            requirement
                .schemes
                .iter()
                .filter(|(name, _)| is_sent(name))
                .cloned()
                .collect()
        })
        .collect()
}

fn credential_kind(kind: &SecuritySchemeKind) -> Option<CredentialKind> {
    Some(match kind {
        SecuritySchemeKind::ApiKey { place, name } => match place {
            ApiKeyIn::Query => CredentialKind::Query(name.clone()),
            ApiKeyIn::Header => CredentialKind::Header(name.clone()),
            ApiKeyIn::Cookie => CredentialKind::Cookie(name.clone()),
        },
        SecuritySchemeKind::HttpBasic => CredentialKind::Basic,
        SecuritySchemeKind::HttpBearer { .. }
        | SecuritySchemeKind::OAuth2 { .. }
        | SecuritySchemeKind::OpenIdConnect { .. } => CredentialKind::Bearer,
        SecuritySchemeKind::HttpOther(scheme) => CredentialKind::Authorization(scheme.clone()),
        SecuritySchemeKind::MutualTls => return None,
    })
}
