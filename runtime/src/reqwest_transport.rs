//! The default transport: reqwest with rustls.

use futures_util::TryStreamExt;
use reqwest::redirect::Policy;

use crate::{Body, BoxFuture, Timeout, Transport, TransportError, TransportErrorKind};

/// Sends requests with reqwest.
///
/// The one that a client makes for itself follows no redirect, since a redirect is an answer of the API and may lead a
/// credential elsewhere, and asks neither the environment nor the system for a proxy. For a proxy, certificates or
/// other settings, make a `reqwest::Client` with them and turn it into a transport.
#[derive(Clone, Debug)]
pub struct ReqwestTransport {
    client: reqwest::Client,
}

impl ReqwestTransport {
    /// A transport with the settings described above. An error is one of the TLS implementation.
    pub fn new() -> Result<Self, TransportError> {
        let builder = reqwest::Client::builder()
            .redirect(Policy::none())
            .no_proxy()
            .referer(false);
        builder.build().map(Self::from).map_err(transport_error)
    }
}

impl From<reqwest::Client> for ReqwestTransport {
    fn from(client: reqwest::Client) -> Self {
        Self { client }
    }
}

impl Transport for ReqwestTransport {
    fn send(
        &self,
        request: http::Request<Body>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        Box::pin(async move {
            let request = outgoing(request)?;
            let response = self
                .client
                .execute(request)
                .await
                .map_err(transport_error)?;
            Ok(incoming(response))
        })
    }
}

fn outgoing(request: http::Request<Body>) -> Result<reqwest::Request, TransportError> {
    let timeout = request.extensions().get::<Timeout>().copied();
    let request = request.map(|body| match body.into_bytes() {
        Ok(bytes) => reqwest::Body::from(bytes),
        Err(chunks) => reqwest::Body::wrap_stream(chunks),
    });
    let mut request = reqwest::Request::try_from(request).map_err(transport_error)?;
    *request.timeout_mut() = timeout.map(|Timeout(duration)| duration);
    Ok(request)
}

fn incoming(response: reqwest::Response) -> http::Response<Body> {
    let status = response.status();
    let headers = response.headers().clone();
    let version = response.version();
    let body = Body::stream(response.bytes_stream().map_err(transport_error));
    let mut response = http::Response::new(body);
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    *response.version_mut() = version;
    response
}

/// The error without the URL, whose query may hold a credential.
fn transport_error(error: reqwest::Error) -> TransportError {
    let (kind, message) = if error.is_timeout() {
        (
            TransportErrorKind::Timeout,
            "the server did not answer in time",
        )
    } else if error.is_connect() {
        (
            TransportErrorKind::Connect,
            "the server could not be reached",
        )
    } else if error.is_body() || error.is_decode() {
        (TransportErrorKind::Body, "the body of the reply broke off")
    } else if error.is_request() {
        (
            TransportErrorKind::Send,
            "the request could not be sent, or no reply came",
        )
    } else {
        (TransportErrorKind::Other, "the request failed")
    };
    TransportError::new(kind, message).with_source(error.without_url())
}
