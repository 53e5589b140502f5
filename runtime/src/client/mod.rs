//! The client: what every call has in common, below any generated type.

mod base_url;
mod builder;
mod credential;
mod security;

use std::{borrow::Cow, fmt, sync::Arc, time::Duration};

pub use builder::{BuildError, ClientBuilder};
pub use credential::Credential;

use http::{HeaderMap, header::CONTENT_TYPE};

use self::{base_url::BaseUrl, security::Credentials};
use crate::{
    Body, BoxFuture, Error, OperationMetadata, Reply, RequestError, RequestErrorKind, Timeout,
    Transport, TransportError, TransportErrorKind, media_type::is_within, redact::Redactor,
};

/// Sends operations to one server. Cheap to clone; clones share connections.
#[derive(Clone)]
pub struct Client {
    shared: Arc<Shared>,
    timeout: Option<Duration>,
    /// The time for a reply that is handed on as it comes; none unless the caller sets one.
    stream_timeout: Option<Duration>,
}

/// What clones share.
struct Shared {
    base_url: BaseUrl,
    has_documented_servers: bool,
    credentials: Credentials,
    headers: HeaderMap,
    max_response_bytes: u64,
    redactor: Redactor,
    transport: Box<dyn Transport>,
}

impl Client {
    /// A builder of clients of the server at this URL.
    ///
    /// The URL is absolute, of `http` or `https`, and has no query, fragment or user; the paths of operations go after
    /// its own path, with or without a slash at its end.
    pub fn builder(base_url: impl Into<String>) -> ClientBuilder {
        ClientBuilder::new(base_url.into())
    }

    /// The URL before every path, without a slash at its end.
    pub fn base_url(&self) -> &str {
        self.shared.base_url.as_str()
    }

    /// The same client with another time for each call, from connecting to the last byte of the reply, a stream's too.
    #[must_use]
    pub fn with_timeout(&self, timeout: Duration) -> Self {
        Self {
            shared: Arc::clone(&self.shared),
            timeout: Some(timeout),
            stream_timeout: Some(timeout),
        }
    }

    /// The same client without a limit of time.
    #[must_use]
    pub fn without_timeout(&self) -> Self {
        Self {
            shared: Arc::clone(&self.shared),
            timeout: None,
            stream_timeout: None,
        }
    }

    /// Sends a request and brings the whole reply, whatever its status.
    ///
    /// The request's URI is a path and query after the base URL. Credentials, default headers and the timeout are added
    /// here.
    pub fn execute(
        &self,
        request: http::Request<Body>,
        metadata: &'static OperationMetadata,
    ) -> BoxFuture<'static, Result<Reply, Error>> {
        match self.prepare(request, metadata) {
            Ok(request) => Box::pin(exchange(Arc::clone(&self.shared), request, metadata)),
            Err(error) => refuse(error.into(), metadata),
        }
    }

    /// Sends a request that may not have come about.
    pub(crate) fn attempt(
        &self,
        request: Result<http::Request<Body>, RequestError>,
        metadata: &'static OperationMetadata,
    ) -> BoxFuture<'static, Result<Reply, Error>> {
        match request {
            Ok(request) => self.execute(request, metadata),
            Err(error) => refuse(error, metadata),
        }
    }

    fn prepare(
        &self,
        mut request: http::Request<Body>,
        metadata: &OperationMetadata,
    ) -> Result<http::Request<Body>, RequestErrorKind> {
        self.shared.credentials.apply(&mut request, metadata)?;
        *request.uri_mut() = self.shared.base_url_of(metadata)?.join(request.uri())?;
        for (name, value) in &self.shared.headers {
            request
                .headers_mut()
                .entry(name)
                .or_insert_with(|| value.clone());
        }
        let timeout = if metadata.streams.is_empty() {
            self.timeout
        } else {
            self.stream_timeout
        };
        if let Some(timeout) = timeout {
            request.extensions_mut().insert(Timeout(timeout));
        }
        Ok(request)
    }
}

fn refuse(
    error: RequestError,
    operation: &'static OperationMetadata,
) -> BoxFuture<'static, Result<Reply, Error>> {
    let error = Error::Request(error.of(operation));
    Box::pin(std::future::ready(Err(error)))
}

async fn exchange(
    shared: Arc<Shared>,
    request: http::Request<Body>,
    operation: &'static OperationMetadata,
) -> Result<Reply, Error> {
    let timeout = request.extensions().get::<Timeout>().copied();
    match receive(&shared, request, operation.streams).await {
        Ok(reply) => Ok(reply.to(operation)),
        Err(error) => Err(explain(error, timeout, operation)),
    }
}

async fn receive(
    shared: &Shared,
    request: http::Request<Body>,
    streams: &[&str],
) -> Result<Reply, TransportError> {
    let response = shared.transport.send(request).await?;
    let redactor = shared.redactor.clone();
    if is_stream(&response, streams) {
        return Ok(Reply::streamed(response, redactor));
    }
    let (parts, body) = response.into_parts();
    let body = body.collect(shared.max_response_bytes).await?;
    Ok(Reply::redacted(
        http::Response::from_parts(parts, body),
        redactor,
    ))
}

/// Whether a reply is a success under one of the media types that are handed on as they come.
fn is_stream(response: &http::Response<Body>, streams: &[&str]) -> bool {
    let media_type = response.headers().get(CONTENT_TYPE);
    let media_type = media_type.and_then(|media_type| media_type.to_str().ok());
    response.status().is_success()
        && streams
            .iter()
            .any(|range| is_within(media_type.unwrap_or_default(), range))
}

impl Shared {
    /// The server of an operation: its own where the client is of the servers that the description names.
    fn base_url_of(
        &self,
        metadata: &OperationMetadata,
    ) -> Result<Cow<'_, BaseUrl>, RequestErrorKind> {
        let own = metadata.server.filter(|_| self.has_documented_servers);
        match own {
            None => Ok(Cow::Borrowed(&self.base_url)),
            Some(own) => {
                BaseUrl::parse(own)
                    .map(Cow::Owned)
                    .map_err(|error| RequestErrorKind::Server {
                        url: own,
                        reason: error.to_string(),
                    })
            }
        }
    }
}

/// Says how much time was given when it ran out.
fn explain(
    error: TransportError,
    timeout: Option<Timeout>,
    operation: &'static OperationMetadata,
) -> Error {
    let error = match (error.kind(), timeout) {
        (TransportErrorKind::Timeout, Some(Timeout(timeout))) => {
            let message = format!("the server did not answer in full within {timeout:?}");
            TransportError::new(TransportErrorKind::Timeout, message).with_source(error)
        }
        _ => error,
    };
    Error::from(error.of(operation))
}

/// Shows what a request would be made with, and no secret.
impl fmt::Debug for Client {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Client")
            .field("base_url", &self.base_url())
            .field("credentials", &self.shared.credentials)
            .field("timeout", &self.timeout)
            .finish_non_exhaustive()
    }
}

impl AsRef<Self> for Client {
    fn as_ref(&self) -> &Self {
        self
    }
}
