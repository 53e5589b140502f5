//! Why there is no request to send.

use std::fmt;

use crate::OperationMetadata;

/// Why a request could not be made.
pub struct RequestError {
    kind: RequestErrorKind,
    operation: Option<&'static OperationMetadata>,
}

impl RequestError {
    /// What is wrong.
    pub const fn kind(&self) -> &RequestErrorKind {
        &self.kind
    }

    /// The operation that a client was asked to call; `None` where the request was made by hand.
    pub const fn operation(&self) -> Option<&'static OperationMetadata> {
        self.operation
    }

    /// The same error as that of an operation that a client was asked to call.
    pub(crate) const fn of(mut self, operation: &'static OperationMetadata) -> Self {
        self.operation = Some(operation);
        self
    }
}

impl From<RequestErrorKind> for RequestError {
    fn from(kind: RequestErrorKind) -> Self {
        Self {
            kind,
            operation: None,
        }
    }
}

impl fmt::Debug for RequestError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.kind, formatter)
    }
}

impl fmt::Display for RequestError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.kind, formatter)
    }
}

impl std::error::Error for RequestError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.kind.source()
    }
}

/// What is wrong with a request that could not be made.
#[derive(Debug)]
#[non_exhaustive]
pub enum RequestErrorKind {
    /// A parameter's value has no text in its place.
    Parameter {
        /// The parameter's name.
        name: String,
        /// Why.
        reason: String,
    },
    /// The body's value could not be written.
    Body(serde_json::Error),
    /// The body's value could not be written as a form.
    Form {
        /// Why.
        reason: String,
    },
    /// The server that the operation is on cannot be used.
    Server {
        /// Its URL.
        url: &'static str,
        /// What is wrong with it.
        reason: String,
    },
    /// The operation asks for credentials that the client was not given.
    MissingCredentials {
        /// The operation's name.
        operation: &'static str,
        /// What it asks for: alternatives, each the names of schemes that go together.
        alternatives: Vec<Vec<&'static str>>,
    },
    /// Two credentials go into the same place.
    ConflictingCredentials {
        /// The header or query parameter that both need.
        place: String,
    },
    /// The parts do not make a request.
    Http(http::Error),
}

impl fmt::Display for RequestErrorKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Parameter { name, reason } => write!(formatter, "parameter `{name}`: {reason}"),
            Self::Body(error) => {
                write!(formatter, "the body could not be written as JSON: {error}")
            }
            Self::Form { reason } => write!(formatter, "the body could not be written: {reason}"),
            Self::Server { url, reason } => write!(formatter, "the server `{url}`: {reason}"),
            Self::MissingCredentials { alternatives, .. } => write!(
                formatter,
                "the operation asks for the credentials {}; give them to the client's builder, or let it \
                 build a client without credentials",
                alternatives
                    .iter()
                    .map(|names| names.join(" and "))
                    .collect::<Vec<_>>()
                    .join(", or "),
            ),
            Self::ConflictingCredentials { place } => {
                write!(
                    formatter,
                    "two of the credentials that go together need {place}"
                )
            }
            Self::Http(error) => write!(formatter, "the parts do not make a request: {error}"),
        }
    }
}

impl RequestErrorKind {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Body(error) => Some(error),
            Self::Http(error) => Some(error),
            Self::Parameter { .. }
            | Self::Form { .. }
            | Self::Server { .. }
            | Self::MissingCredentials { .. }
            | Self::ConflictingCredentials { .. } => None,
        }
    }
}

impl From<http::Error> for RequestErrorKind {
    fn from(error: http::Error) -> Self {
        Self::Http(error)
    }
}
