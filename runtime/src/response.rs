//! A reply that was understood.

use std::{
    fmt,
    ops::{Deref, DerefMut},
};

use http::{HeaderMap, StatusCode};

use crate::OperationMetadata;

/// A reply: status, headers, and the value that its body holds, to which it derefs.
///
/// `Debug` shows no headers. That of a failure shows an excerpt of the body, from which the client's credentials were
/// taken out, instead of the value.
#[derive(Clone, PartialEq, Eq)]
pub struct Response<T>(Box<Parts<T>>);

#[derive(Clone, PartialEq, Eq)]
struct Parts<T> {
    status: StatusCode,
    headers: HeaderMap,
    failed: Option<Failed>,
    value: T,
}

/// What an error tells of a failure beside its status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Failed {
    /// The operation that was called, where a client called it.
    pub(crate) operation: Option<&'static OperationMetadata>,
    /// The beginning of the body, redacted.
    pub(crate) excerpt: String,
}

impl<T> Response<T> {
    /// A reply of these parts.
    pub fn new(status: StatusCode, headers: HeaderMap, value: T) -> Self {
        Self(Box::new(Parts {
            status,
            headers,
            failed: None,
            value,
        }))
    }

    /// The status.
    pub fn status(&self) -> StatusCode {
        self.0.status
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.0.headers
    }

    /// The value that the body holds.
    pub fn value(&self) -> &T {
        &self.0.value
    }

    /// The value that the body holds, by itself.
    pub fn into_value(self) -> T {
        self.0.value
    }

    /// The same reply with its value changed.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Response<U> {
        let Parts {
            status,
            headers,
            failed,
            value,
        } = *self.0;
        Response(Box::new(Parts {
            status,
            headers,
            failed,
            value: change(value),
        }))
    }

    /// The beginning of a failure's body, redacted.
    pub(crate) fn excerpt(&self) -> Option<&str> {
        Some(self.0.failed.as_ref()?.excerpt.as_str())
    }

    /// The operation whose failure it is.
    pub(crate) fn operation(&self) -> Option<&'static OperationMetadata> {
        self.0.failed.as_ref()?.operation
    }

    /// The same reply as that of a failure.
    pub(crate) fn failed(mut self, failed: Failed) -> Self {
        self.0.failed = Some(failed);
        self
    }
}

impl<T> Deref for Response<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0.value
    }
}

impl<T> DerefMut for Response<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0.value
    }
}

impl<T: fmt::Debug> fmt::Debug for Response<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = formatter.debug_struct("Response");
        debug.field("status", &self.0.status.as_u16());
        match self.excerpt() {
            Some(excerpt) => debug.field("body", &excerpt),
            None => debug.field("value", &self.0.value),
        };
        debug.finish_non_exhaustive()
    }
}
