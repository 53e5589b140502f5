//! A reply as it came: status, headers and the whole body, not yet read.

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, StatusCode, header::CONTENT_TYPE};
use serde::de::DeserializeOwned;

use crate::{DecodeError, Error, Response, decode, redact::Redactor};

/// A reply that an [`Operation`](crate::Operation) reads.
#[derive(Clone, Debug)]
pub struct Reply {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
    redactor: Redactor,
}

impl Reply {
    /// A reply from elsewhere than a [`Client`](crate::Client).
    pub fn new(response: http::Response<Bytes>) -> Self {
        Self::redacted(response, Redactor::default())
    }

    pub(crate) fn redacted(response: http::Response<Bytes>, redactor: Redactor) -> Self {
        let (parts, body) = response.into_parts();
        Self {
            status: parts.status,
            headers: parts.headers,
            body,
            redactor,
        }
    }

    /// The status.
    pub const fn status(&self) -> StatusCode {
        self.status
    }

    /// The headers.
    pub const fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The body.
    pub const fn body(&self) -> &Bytes {
        &self.body
    }

    /// Reads the body as that of a success.
    pub fn success<T, E>(
        self,
        read: impl FnOnce(ReplyBody) -> Result<T, DecodeError>,
    ) -> Result<Response<T>, Error<E>> {
        match read(self.content()) {
            Ok(value) => Ok(Response::new(self.status, self.headers, value)),
            Err(error) => Err(self.undecoded(error)),
        }
    }

    /// Reads the body as that of a documented failure.
    pub fn failure<T, E>(
        self,
        read: impl FnOnce(ReplyBody) -> Result<E, DecodeError>,
    ) -> Result<Response<T>, Error<E>> {
        match read(self.content()) {
            Ok(failure) => {
                let excerpt = self.excerpt();
                Err(Error::Status(
                    Response::new(self.status, self.headers, failure).with_excerpt(excerpt),
                ))
            }
            Err(error) => Err(self.undecoded(error)),
        }
    }

    /// Hands on a reply under a status that the description does not have.
    pub fn undocumented<T, E>(self) -> Result<Response<T>, Error<E>> {
        let excerpt = self.excerpt();
        Err(Error::Undocumented(
            Response::new(self.status, self.headers, self.body).with_excerpt(excerpt),
        ))
    }

    fn content(&self) -> ReplyBody {
        ReplyBody {
            bytes: self.body.clone(),
            media_type: self.headers.get(CONTENT_TYPE).cloned(),
            redactor: self.redactor.clone(),
        }
    }

    fn undecoded<E>(self, error: DecodeError) -> Error<E> {
        let excerpt = self.excerpt();
        Error::Decode(Response::new(self.status, self.headers, error).with_excerpt(excerpt))
    }

    fn excerpt(&self) -> String {
        decode::body_excerpt(&self.body, &self.redactor)
    }
}

/// The body of a reply, to be read as what the description promises.
#[derive(Clone, Debug)]
pub struct ReplyBody {
    bytes: Bytes,
    media_type: Option<HeaderValue>,
    redactor: Redactor,
}

impl ReplyBody {
    /// Reads JSON, leniently: see [`decode`](crate::decode()).
    pub fn json<T: DeserializeOwned>(self) -> Result<T, DecodeError> {
        decode::read(&self.bytes, &self.redactor).map_err(|error| self.explain(error))
    }

    /// Takes the bytes as they are.
    pub fn bytes(self) -> Bytes {
        self.bytes
    }

    /// Reads text in UTF-8.
    pub fn text(self) -> Result<String, DecodeError> {
        match std::str::from_utf8(&self.bytes) {
            Ok(text) => Ok(text.to_owned()),
            Err(_) => Err(DecodeError::not_utf8(&self.bytes, &self.redactor)),
        }
    }

    /// Reads nothing: what comes under a status without a body is passed over.
    pub fn empty(self) -> Result<(), DecodeError> {
        drop(self);
        Ok(())
    }

    #[cold]
    fn explain(&self, error: DecodeError) -> DecodeError {
        match self
            .media_type
            .as_ref()
            .and_then(|media_type| media_type.to_str().ok())
        {
            Some(media_type) => error.under(&self.redactor.redact(media_type)),
            None => error,
        }
    }
}
