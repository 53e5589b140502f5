//! A reply as it came: status, headers and the whole body, not yet read.

use std::fmt;

use bytes::Bytes;
use http::{
    HeaderMap, HeaderValue, StatusCode,
    header::{CONTENT_TYPE, SET_COOKIE},
};

use crate::{
    Body, DecodeError, Error, Model, OperationMetadata, Response, decode,
    media_type::{self, is_within},
    redact::{REDACTED, Redactor},
    response::Failed,
};

/// A reply that an [`Operation`](crate::Operation) reads.
///
/// `Debug` shows the status, the headers without credentials and cookies, and how many bytes the body has.
pub struct Reply {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
    stream: Option<Body>,
    redactor: Redactor,
    operation: Option<&'static OperationMetadata>,
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
            stream: None,
            redactor,
            operation: None,
        }
    }

    /// The same reply as that to a call of an operation.
    pub(crate) const fn to(mut self, operation: &'static OperationMetadata) -> Self {
        self.operation = Some(operation);
        self
    }

    /// A reply whose body is still to come.
    pub(crate) fn streamed(response: http::Response<Body>, redactor: Redactor) -> Self {
        let (parts, body) = response.into_parts();
        let head = http::Response::from_parts(parts, Bytes::new());
        Self {
            stream: Some(body),
            ..Self::redacted(head, redactor)
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

    /// Whether the body comes under this media type, or one of this range.
    pub fn is(&self, media_type: &str) -> bool {
        content_type(&self.headers).is_some_and(|actual| is_within(actual, media_type))
    }

    /// The same, where the reply says what its body is.
    pub fn may_be(&self, media_type: &str) -> bool {
        content_type(&self.headers).is_none_or(|actual| is_within(actual, media_type))
    }

    /// The body; empty where it is a stream.
    pub const fn body(&self) -> &Bytes {
        &self.body
    }

    /// Reads the body as that of a success.
    pub fn success<T, E>(
        mut self,
        read: impl FnOnce(ReplyBody) -> Result<T, DecodeError>,
    ) -> Result<Response<T>, Error<E>> {
        match read(self.content()) {
            Ok(value) => Ok(Response::new(self.status, self.headers, value)),
            Err(error) => Err(self.undecoded(error)),
        }
    }

    /// Reads the body as that of a documented failure.
    ///
    /// A body that is not there, or that comes under another media type than JSON and is not what was expected, such as
    /// a gateway's page, is none that the description documents.
    pub fn failure<T, E>(
        mut self,
        read: impl FnOnce(ReplyBody) -> Result<E, DecodeError>,
    ) -> Result<Response<T>, Error<E>> {
        match read(self.content()) {
            Ok(failure) => {
                let failed = self.failed();
                Err(Error::Status(
                    Response::new(self.status, self.headers, failure).failed(failed),
                ))
            }
            Err(_) if self.body.is_empty() || !self.may_be_json() => self.undocumented(),
            Err(error) => Err(self.undecoded(error)),
        }
    }

    fn may_be_json(&self) -> bool {
        content_type(&self.headers).is_none_or(media_type::is_json)
    }

    /// Hands on a reply that the description does not have.
    pub fn undocumented<T, E>(self) -> Result<Response<T>, Error<E>> {
        let failed = self.failed();
        Err(Error::Undocumented(
            Response::new(self.status, self.headers, self.body).failed(failed),
        ))
    }

    fn content(&mut self) -> ReplyBody {
        ReplyBody {
            bytes: self.body.clone(),
            stream: self.stream.take(),
            media_type: self.headers.get(CONTENT_TYPE).cloned(),
            redactor: self.redactor.clone(),
        }
    }

    fn undecoded<E>(self, error: DecodeError) -> Error<E> {
        let failed = self.failed();
        Error::Decode(Response::new(self.status, self.headers, error).failed(failed))
    }

    fn failed(&self) -> Failed {
        Failed {
            operation: self.operation,
            excerpt: decode::body_excerpt(&self.body, &self.redactor),
        }
    }
}

impl fmt::Debug for Reply {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Reply")
            .field("status", &self.status.as_u16())
            .field("headers", &ShownHeaders(&self.headers, &self.redactor))
            .field("length", &self.body.len())
            .finish_non_exhaustive()
    }
}

fn content_type(headers: &HeaderMap) -> Option<&str> {
    headers.get(CONTENT_TYPE)?.to_str().ok()
}

/// The headers as `Debug` shows them.
struct ShownHeaders<'r>(&'r HeaderMap, &'r Redactor);

impl fmt::Debug for ShownHeaders<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(headers, redactor) = self;
        let shown = headers.iter().map(|(name, value)| {
            let text = if value.is_sensitive() || name == SET_COOKIE {
                REDACTED.to_owned()
            } else {
                shown(value, redactor)
            };
            (redactor.redact(name.as_str()), text)
        });
        formatter.debug_map().entries(shown).finish()
    }
}

fn shown(value: &HeaderValue, redactor: &Redactor) -> String {
    redactor
        .redact(&String::from_utf8_lossy(value.as_bytes()))
        .into_owned()
}

/// The body of a reply, to be read as what the description promises.
///
/// `Debug` shows the media type and how many bytes there are.
pub struct ReplyBody {
    bytes: Bytes,
    stream: Option<Body>,
    media_type: Option<HeaderValue>,
    redactor: Redactor,
}

impl ReplyBody {
    /// Reads JSON, leniently: see [`decode`](crate::decode()).
    pub fn json<T: Model>(self) -> Result<T, DecodeError> {
        decode::read(&self.bytes, &self.redactor).map_err(|error| self.explain(error))
    }

    /// Takes the bytes as they come, where the reply is a stream.
    pub fn stream(self) -> Body {
        let bytes = self.bytes;
        self.stream.unwrap_or_else(|| Body::from(bytes))
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

impl fmt::Debug for ReplyBody {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let media_type = self
            .media_type
            .as_ref()
            .map(|media_type| shown(media_type, &self.redactor));
        formatter
            .debug_struct("ReplyBody")
            .field("media_type", &media_type)
            .field("length", &self.bytes.len())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::{Bytes, Redactor, Reply};

    #[test]
    fn debug_shows_neither_the_body_nor_a_credential() {
        let response = http::Response::builder()
            .status(201)
            .header("content-type", "text/plain; by=s3cret")
            .header("set-cookie", "session=abc")
            .body(Bytes::from_static(b"private"))
            .unwrap();
        let mut reply = Reply::redacted(response, Redactor::new(["s3cret"]));
        assert_eq!(
            format!("{reply:?}"),
            r#"Reply { status: 201, headers: {"content-type": "text/plain; by=[redacted]", "set-cookie": "[redacted]"}, length: 7, .. }"#
        );
        assert_eq!(
            format!("{:?}", reply.content()),
            r#"ReplyBody { media_type: Some("text/plain; by=[redacted]"), length: 7, .. }"#
        );
    }
}
