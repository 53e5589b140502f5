//! The body of a request, by its media type.

use http::header::CONTENT_TYPE;
use serde::Serialize;

use super::RequestBuilder;
use crate::{
    Body, Encoding, File, RequestErrorKind, form,
    parameter::{self, ParameterError},
};

/// What stands before each JSON text of a sequence (RFC 7464 §2.2).
const RECORD_SEPARATOR: u8 = 0x1e;

impl RequestBuilder {
    /// Sends a value as JSON under this media type.
    #[must_use]
    pub fn json<T: Serialize + ?Sized>(self, media_type: &'static str, value: &T) -> Self {
        match serde_json::to_vec(value) {
            Ok(bytes) => self.body(media_type, bytes),
            Err(error) => self.failed(RequestErrorKind::Body(error)),
        }
    }

    /// Sends a value as JSON under this media type, or no body where there is none.
    #[must_use]
    pub fn json_optional<T: Serialize>(self, media_type: &'static str, value: &Option<T>) -> Self {
        match value {
            Some(value) => self.json(media_type, value),
            None => self,
        }
    }

    /// Sends a body as it is under this media type.
    #[must_use]
    pub fn body(mut self, media_type: &str, body: impl Into<Body>) -> Self {
        self.body = body.into();
        self.set_header(&CONTENT_TYPE, media_type)
    }

    /// Sends a body as it is under this media type, or no body where there is none.
    #[must_use]
    pub fn body_optional<T: Into<Body>>(self, media_type: &'static str, body: Option<T>) -> Self {
        match body {
            Some(body) => self.body(media_type, body),
            None => self,
        }
    }

    /// Sends a file as it is, under its own media type or else this one. A range such as `image/*` is no media type to
    /// send: the file's own is needed.
    #[must_use]
    pub fn file<'f>(self, media_type: &'static str, file: impl Into<Option<&'f File>>) -> Self {
        let Some(file) = file.into() else {
            return self;
        };
        let stated = if media_type.contains('*') {
            "application/octet-stream"
        } else {
            media_type
        };
        self.body(file.media_type().unwrap_or(stated), file.to_body())
    }

    /// Sends each value as a line of JSON under this media type, or as a text of a sequence (RFC 7464) under
    /// `application/json-seq`.
    #[must_use]
    pub fn json_lines<'v, T: Serialize + 'v>(
        self,
        media_type: &'static str,
        values: impl Into<Option<&'v Vec<T>>>,
    ) -> Self {
        let Some(values) = values.into() else {
            return self;
        };
        let is_sequence = media_type.contains("json-seq");
        let mut lines = Vec::new();
        for value in values {
            lines.extend(is_sequence.then_some(RECORD_SEPARATOR));
            if let Err(error) = serde_json::to_writer(&mut lines, value) {
                return self.failed(RequestErrorKind::Body(error));
            }
            lines.push(b'\n');
        }
        self.body(media_type, lines)
    }

    /// Sends an object as a form under this media type, or no body where there is none.
    #[must_use]
    pub fn form<T: Serialize + ?Sized>(
        self,
        media_type: &'static str,
        value: &T,
        encodings: &[Encoding],
    ) -> Self {
        let written = parameter::read(value).and_then(|value| form::urlencoded(value, encodings));
        match written {
            Ok(Some(form)) => self.body(media_type, form),
            Ok(None) => self,
            Err(error) => self.unwritten(&error),
        }
    }

    /// Sends an object in parts under this media type, or no body where there is none.
    #[must_use]
    pub fn multipart<T: Serialize + ?Sized>(
        self,
        media_type: &'static str,
        value: &T,
        encodings: &[Encoding],
    ) -> Self {
        let written = parameter::read(value).and_then(|value| form::multipart(value, encodings));
        match written {
            Ok(Some((boundary, body))) => {
                self.body(&format!("{media_type}; boundary={boundary}"), body)
            }
            Ok(None) => self,
            Err(error) => self.unwritten(&error),
        }
    }

    fn unwritten(self, error: &ParameterError) -> Self {
        self.failed(RequestErrorKind::Form {
            reason: error.to_string(),
        })
    }
}
