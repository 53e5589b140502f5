//! Why a call did not succeed, and how far it came.

use std::{convert::Infallible, fmt};

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::{
    DecodeError, OperationMetadata, RequestError, Response, TransportError, TransportErrorKind,
};

/// Why a call did not succeed. `E` is what the operation's documented failures hold.
///
/// Its text begins with the operation that was called: `getPet (GET /pets/{petId}): the server answered …`. No text of
/// an error shows the client's credentials.
#[non_exhaustive]
pub enum Error<E = Infallible> {
    /// The request could not be made; nothing was sent.
    Request(RequestError),
    /// The request or the reply was lost on the way. The server may have acted on the request, unless
    /// [`TransportErrorKind::Connect`] says that it was not reached.
    Transport(TransportError),
    /// The reply did not come, or not whole, in the time given. The server may have acted on the request.
    Timeout(TransportError),
    /// The server answered with a failure that the description documents.
    Status(Response<E>),
    /// The server answered with a status that the description does not have; the value is the body.
    Undocumented(Response<Bytes>),
    /// The server's answer does not hold what the description promises; the value says why.
    Decode(Response<DecodeError>),
}

impl<E> Error<E> {
    /// The operation that a client was asked to call; `None` where a request or reply was made by hand.
    pub fn operation(&self) -> Option<&'static OperationMetadata> {
        match self {
            Self::Request(error) => error.operation(),
            Self::Transport(error) | Self::Timeout(error) => error.operation(),
            Self::Status(response) => response.operation(),
            Self::Undocumented(response) => response.operation(),
            Self::Decode(response) => response.operation(),
        }
    }

    /// The status of the answer, where there was one.
    pub fn status(&self) -> Option<StatusCode> {
        match self {
            Self::Request(_) | Self::Transport(_) | Self::Timeout(_) => None,
            Self::Status(response) => Some(response.status()),
            Self::Undocumented(response) => Some(response.status()),
            Self::Decode(response) => Some(response.status()),
        }
    }

    /// The headers of the answer, where there was one.
    pub fn headers(&self) -> Option<&HeaderMap> {
        match self {
            Self::Request(_) | Self::Transport(_) | Self::Timeout(_) => None,
            Self::Status(response) => Some(response.headers()),
            Self::Undocumented(response) => Some(response.headers()),
            Self::Decode(response) => Some(response.headers()),
        }
    }

    /// What a documented failure holds.
    pub fn failure(&self) -> Option<&E> {
        match self {
            Self::Status(response) => Some(response.value()),
            Self::Request(_)
            | Self::Transport(_)
            | Self::Timeout(_)
            | Self::Undocumented(_)
            | Self::Decode(_) => None,
        }
    }

    /// Whether nothing was sent, because the request could not be made.
    pub const fn is_request(&self) -> bool {
        matches!(self, Self::Request(_))
    }

    /// Whether the request or the reply was lost on the way.
    pub const fn is_transport(&self) -> bool {
        matches!(self, Self::Transport(_))
    }

    /// Whether the time given ran out.
    pub const fn is_timeout(&self) -> bool {
        matches!(self, Self::Timeout(_))
    }

    /// Whether the answer does not hold what the description promises.
    pub const fn is_decode(&self) -> bool {
        matches!(self, Self::Decode(_))
    }

    const fn variant(&self) -> &'static str {
        match self {
            Self::Request(_) => "Request",
            Self::Transport(_) => "Transport",
            Self::Timeout(_) => "Timeout",
            Self::Status(_) => "Status",
            Self::Undocumented(_) => "Undocumented",
            Self::Decode(_) => "Decode",
        }
    }

    /// The same error with what a documented failure holds changed.
    pub fn map_failure<F>(self, change: impl FnOnce(E) -> F) -> Error<F> {
        match self {
            Self::Request(error) => Error::Request(error),
            Self::Transport(error) => Error::Transport(error),
            Self::Timeout(error) => Error::Timeout(error),
            Self::Status(response) => Error::Status(response.map(change)),
            Self::Undocumented(response) => Error::Undocumented(response),
            Self::Decode(response) => Error::Decode(response),
        }
    }
}

impl Error<Infallible> {
    /// An error without documented failures, as the error of an operation that has some.
    pub fn widen<E>(self) -> Error<E> {
        self.map_failure(|never| match never {})
    }
}

impl<E> From<RequestError> for Error<E> {
    fn from(error: RequestError) -> Self {
        Self::Request(error)
    }
}

impl<E> From<TransportError> for Error<E> {
    fn from(error: TransportError) -> Self {
        match error.kind() {
            TransportErrorKind::Timeout => Self::Timeout(error),
            TransportErrorKind::Connect
            | TransportErrorKind::Send
            | TransportErrorKind::Body
            | TransportErrorKind::TooLarge
            | TransportErrorKind::Other => Self::Transport(error),
        }
    }
}

impl<E> fmt::Display for Error<E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(operation) = self.operation() {
            write!(formatter, "{operation}: ")?;
        }
        match self {
            Self::Request(error) => write!(formatter, "the request was not sent: {error}"),
            Self::Transport(error) | Self::Timeout(error) => error.fmt(formatter),
            Self::Status(response) => answered(formatter, response, ""),
            Self::Undocumented(response) => {
                answered(formatter, response, ", which its description does not have")
            }
            Self::Decode(response) => write!(
                formatter,
                "the server answered {}, and its body is not what the description says: {}",
                response.status(),
                response.value(),
            ),
        }
    }
}

fn answered<T>(
    formatter: &mut fmt::Formatter<'_>,
    response: &Response<T>,
    remark: &str,
) -> fmt::Result {
    write!(
        formatter,
        "the server answered {}{remark}",
        response.status()
    )?;
    match response.excerpt() {
        None | Some("") => Ok(()),
        Some(excerpt) => write!(formatter, ": {excerpt}"),
    }
}

impl<E> fmt::Debug for Error<E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = formatter.debug_struct(self.variant());
        if let Some(operation) = self.operation() {
            debug.field("operation", &format_args!("{operation}"));
        }
        if let Some(status) = self.status() {
            debug.field("status", &status.as_u16());
        }
        match self {
            Self::Request(error) => debug.field("error", error),
            Self::Transport(error) | Self::Timeout(error) => debug.field("error", error),
            Self::Status(response) => debug.field("body", &response.excerpt().unwrap_or_default()),
            Self::Undocumented(response) => {
                debug.field("body", &response.excerpt().unwrap_or_default())
            }
            Self::Decode(response) => debug.field("error", response.value()),
        };
        debug.finish()
    }
}

/// The text of an error is complete by itself; its source is what lies beneath that.
impl<E> std::error::Error for Error<E> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Request(error) => error.source(),
            Self::Transport(error) | Self::Timeout(error) => error.source(),
            Self::Status(_) | Self::Undocumented(_) | Self::Decode(_) => None,
        }
    }
}
