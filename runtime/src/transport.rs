//! What carries a request to a server and brings the reply.

use std::{borrow::Cow, error::Error, fmt, pin::Pin, sync::Arc, time::Duration};

use crate::{Body, OperationMetadata};

/// A future that is boxed and can be sent to another thread.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Carries requests to servers.
///
/// The request has an absolute URI and holds the credentials; a transport shows neither. The time that the call may
/// take is in the request's extensions as [`Timeout`]: keeping it, until the last byte of the reply's body, is up to
/// the transport. A transport follows no redirect and sends nothing twice.
///
/// ```
/// use bindery::{Body, BoxFuture, Client, Transport, TransportError, http};
///
/// /// Answers every request with the same body, as a test may want it.
/// struct Canned(&'static str);
///
/// impl Transport for Canned {
///     fn send(&self, _: http::Request<Body>) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
///         Box::pin(async { Ok(http::Response::new(Body::from(self.0))) })
///     }
/// }
///
/// let client = Client::builder("https://api.example.com").transport(Canned("[]")).build()?;
/// # Ok::<(), bindery::BuildError>(())
/// ```
pub trait Transport: Send + Sync {
    /// Sends a request. The reply's body may still be on its way.
    fn send(
        &self,
        request: http::Request<Body>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>>;
}

impl<T: Transport + ?Sized> Transport for Arc<T> {
    fn send(
        &self,
        request: http::Request<Body>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        (**self).send(request)
    }
}

impl<T: Transport + ?Sized> Transport for Box<T> {
    fn send(
        &self,
        request: http::Request<Body>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        (**self).send(request)
    }
}

/// The time that a call may take, from connecting to the last byte of the reply; an extension of the request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timeout(pub Duration);

/// Why a request or its reply did not arrive.
///
/// Its text is for people and holds neither a URL nor a credential: that is up to the transport that makes it.
pub struct TransportError {
    kind: TransportErrorKind,
    message: Cow<'static, str>,
    source: Option<Box<dyn Error + Send + Sync>>,
    operation: Option<&'static OperationMetadata>,
}

/// How far a request came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// There was no connection: nothing was sent.
    Connect,
    /// The request could not be sent, or no reply came.
    Send,
    /// The reply's body broke off.
    Body,
    /// The reply's body is larger than the client takes.
    TooLarge,
    /// The time given ran out.
    Timeout,
    /// Anything else.
    Other,
}

impl TransportError {
    /// An error of this kind, with a sentence that says what happened.
    pub fn new(kind: TransportErrorKind, message: impl Into<Cow<'static, str>>) -> Self {
        Self {
            kind,
            message: message.into(),
            source: None,
            operation: None,
        }
    }

    /// The same error with what caused it.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// How far the request came.
    pub const fn kind(&self) -> TransportErrorKind {
        self.kind
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

impl fmt::Debug for TransportError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("TransportError")
            .field("kind", &self.kind)
            .field("message", &self.message)
            .field("source", &self.source)
            .finish_non_exhaustive()
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)?;
        match self.cause() {
            Some(cause) => write!(formatter, ": {cause}"),
            None => Ok(()),
        }
    }
}

impl TransportError {
    /// What it came from in the end, which is what helps whoever reads it: those between repeat each other. That the
    /// time ran out says all.
    fn cause(&self) -> Option<String> {
        if self.kind == TransportErrorKind::Timeout {
            return None;
        }
        let mut last: &dyn Error = self.source()?;
        while let Some(source) = last.source() {
            last = source;
        }
        let cause = last.to_string();
        (!cause.is_empty() && !self.message.contains(&cause)).then_some(cause)
    }
}

impl Error for TransportError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source
            .as_deref()
            .map(|source| source as &(dyn Error + 'static))
    }
}

#[cfg(test)]
mod tests {
    use super::{TransportError, TransportErrorKind};

    #[test]
    fn an_error_says_what_it_came_from_in_the_end() {
        let refused = || std::io::Error::other("connection refused");
        let lost =
            TransportError::new(TransportErrorKind::Send, "no reply came").with_source(refused());
        let outer = TransportError::new(TransportErrorKind::Connect, "no server").with_source(lost);
        assert_eq!(outer.to_string(), "no server: connection refused");
        let late =
            TransportError::new(TransportErrorKind::Timeout, "no time").with_source(refused());
        assert_eq!(late.to_string(), "no time");
    }
}
