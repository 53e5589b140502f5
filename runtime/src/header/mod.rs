//! Headers of replies as the description types them (OpenAPI 3.1.1 §4.8.21).

mod text;

use std::{fmt, marker::PhantomData};

use http::{HeaderMap, HeaderValue};
use serde::de::{DeserializeOwned, Error as _};

use crate::Response;

/// A header that a description states: its name, and the type of its value.
///
/// It is read when it is asked for, so that a reply with a header which is absent or malformed is a reply all the same.
///
/// ```
/// # use bindery::{Header, Response, http};
/// const REMAINING: Header<i64> = Header::new("X-Rate-Limit-Remaining");
///
/// # let mut headers = http::HeaderMap::new();
/// # headers.insert("x-rate-limit-remaining", http::HeaderValue::from_static("41"));
/// # let response = Response::new(http::StatusCode::OK, headers, ());
/// assert_eq!(response.header(REMAINING)?, Some(41));
/// # Ok::<(), bindery::HeaderError>(())
/// ```
pub struct Header<T> {
    name: &'static str,
    form: Form,
    value: PhantomData<fn() -> T>,
}

/// How a header's text holds its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// The style `simple`, exploded or not.
    Simple { explode: bool },
    /// JSON.
    Json,
}

impl<T> Header<T> {
    /// A header of this name, in the style `simple`.
    pub const fn new(name: &'static str) -> Self {
        Self {
            name,
            form: Form::Simple { explode: false },
            value: PhantomData,
        }
    }

    /// The same header with `explode: true`: an object is `R=100,G=200`.
    #[must_use]
    pub const fn exploded(self) -> Self {
        Self {
            form: Form::Simple { explode: true },
            ..self
        }
    }

    /// The same header with JSON for its text.
    #[must_use]
    pub const fn json(self) -> Self {
        Self {
            form: Form::Json,
            ..self
        }
    }

    /// The header's name.
    pub const fn name(&self) -> &'static str {
        self.name
    }
}

impl<T: DeserializeOwned> Header<T> {
    /// The value among these headers; `None` where the header is absent. Where it stands several times its values are
    /// one list (RFC 9110 §5.3).
    pub fn read(&self, headers: &HeaderMap) -> Result<Option<T>, HeaderError> {
        let Some(text) = joined(headers, self.name).map_err(|error| self.malformed(error))? else {
            return Ok(None);
        };
        let value = match self.form {
            Form::Simple { explode } => text::read(&text, explode),
            Form::Json => serde_json::from_str(&text).map_err(text::TextError::custom),
        };
        value.map(Some).map_err(|error| self.malformed(error))
    }

    fn malformed(&self, error: impl fmt::Display) -> HeaderError {
        HeaderError {
            name: self.name,
            reason: error.to_string(),
        }
    }
}

impl<T> Response<T> {
    /// The value of a header; `None` where it is absent.
    pub fn header<H: DeserializeOwned>(&self, header: Header<H>) -> Result<Option<H>, HeaderError> {
        header.read(self.headers())
    }
}

fn joined(headers: &HeaderMap, name: &str) -> Result<Option<String>, http::header::ToStrError> {
    let values = headers.get_all(name).iter().map(HeaderValue::to_str);
    let values: Vec<&str> = values.collect::<Result<_, _>>()?;
    Ok((!values.is_empty()).then(|| values.join(",")))
}

impl<T> Clone for Header<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Header<T> {}

impl<T> fmt::Debug for Header<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Header").field(&self.name).finish()
    }
}

/// Why the text of a header is not of the type that the description states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeaderError {
    name: &'static str,
    reason: String,
}

impl HeaderError {
    /// The header's name.
    pub const fn name(&self) -> &'static str {
        self.name
    }
}

impl fmt::Display for HeaderError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "header `{}`: {}", self.name, self.reason)
    }
}

impl std::error::Error for HeaderError {}
