//! Which of a client's credentials go with an operation.

use std::fmt;

use http::Request;

use super::Credential;
use crate::{Body, OperationMetadata, RequestErrorKind};

/// The credentials that a client was given, each for a security scheme.
#[derive(Clone, Default)]
pub(super) struct Credentials {
    schemes: Vec<(String, Credential)>,
    optional: bool,
}

impl Credentials {
    /// Takes the credential for a scheme, in place of one given before.
    pub(super) fn insert(&mut self, scheme: String, credential: Credential) {
        self.schemes.retain(|(known, _)| *known != scheme);
        self.schemes.push((scheme, credential));
    }

    /// Lets operations be called without the credentials that they ask for.
    pub(super) const fn make_optional(&mut self) {
        self.optional = true;
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &Credential)> {
        self.schemes
            .iter()
            .map(|(scheme, credential)| (scheme.as_str(), credential))
    }

    fn get(&self, scheme: &str) -> Option<&Credential> {
        self.iter()
            .find(|(known, _)| *known == scheme)
            .map(|(_, credential)| credential)
    }

    /// Puts the credentials that the operation asks for into its request (OpenAPI 3.1.1 §4.8.30): those of the first
    /// alternative of which the client has all.
    pub(super) fn apply(
        &self,
        request: &mut Request<Body>,
        metadata: &OperationMetadata,
    ) -> Result<(), RequestErrorKind> {
        let complete = |schemes: &&[&'static str]| -> Option<Vec<&Credential>> {
            schemes.iter().map(|scheme| self.get(scheme)).collect()
        };
        let asks = metadata
            .security
            .iter()
            .filter(|schemes| !schemes.is_empty());
        match asks.clone().find_map(complete) {
            Some(credentials) => apply_all(&credentials, request),
            None if self.optional
                || asks.count() < metadata.security.len()
                || metadata.security.is_empty() =>
            {
                Ok(())
            }
            None => Err(missing(metadata)),
        }
    }
}

fn apply_all(
    credentials: &[&Credential],
    request: &mut Request<Body>,
) -> Result<(), RequestErrorKind> {
    let mut taken = Vec::with_capacity(credentials.len());
    for credential in credentials {
        let place = credential.place();
        if taken.contains(&place) {
            return Err(RequestErrorKind::ConflictingCredentials { place });
        }
        credential.apply(request)?;
        taken.push(place);
    }
    Ok(())
}

fn missing(metadata: &OperationMetadata) -> RequestErrorKind {
    RequestErrorKind::MissingCredentials {
        operation: metadata.id,
        alternatives: metadata
            .security
            .iter()
            .map(|schemes| schemes.to_vec())
            .collect(),
    }
}

/// Shows for which schemes there are credentials.
impl fmt::Debug for Credentials {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_list()
            .entries(self.iter().map(|(scheme, _)| scheme))
            .finish()
    }
}
