//! Making a request, parameter by parameter.

mod body;
mod error;
mod query;

pub use error::{RequestError, RequestErrorKind};

use http::{
    HeaderMap, HeaderName, HeaderValue,
    header::{ACCEPT, COOKIE},
};
use serde::Serialize;

use crate::{
    Body, OperationMetadata, Style,
    parameter::{self, ParameterError, ParameterValue, Place},
    template::fill,
};

/// Makes the request of an operation.
///
/// An argument that is `None`, an absent [`Field`](crate::Field) or an empty array leaves its parameter out. What
/// cannot be written is kept until [`finish`](Self::finish), which gives the first such error.
#[derive(Debug)]
pub struct RequestBuilder {
    method: &'static str,
    template: &'static str,
    path: Vec<(String, String)>,
    query: Vec<String>,
    cookies: Vec<String>,
    headers: HeaderMap,
    body: Body,
    error: Option<RequestErrorKind>,
}

impl RequestBuilder {
    /// A request of this method and path, with nothing else.
    pub fn new(metadata: &OperationMetadata) -> Self {
        Self {
            method: metadata.method,
            template: metadata.path,
            path: Vec::new(),
            query: Vec::new(),
            cookies: Vec::new(),
            headers: HeaderMap::new(),
            body: Body::empty(),
            error: None,
        }
    }

    /// Fills the template of this name in the path.
    ///
    /// A value that would make the segment empty, `.` or `..` is an error: it would be another path.
    #[must_use]
    pub fn path<T: Serialize + ?Sized>(self, name: &str, style: Style, value: &T) -> Self {
        self.parameter(Place::Path, name, style, parameter::read(value))
    }

    /// Adds a parameter to the query.
    #[must_use]
    pub fn query<T: Serialize + ?Sized>(self, name: &str, style: Style, value: &T) -> Self {
        self.parameter(Place::Query, name, style, parameter::read(value))
    }

    /// Adds a header. Its value is not percent-encoded (OpenAPI 3.1.1 appendix D): text beyond ASCII goes as UTF-8, and
    /// a control character is an error.
    #[must_use]
    pub fn header<T: Serialize + ?Sized>(self, name: &str, style: Style, value: &T) -> Self {
        self.parameter(Place::Header, name, style, parameter::read(value))
    }

    /// Adds a cookie.
    #[must_use]
    pub fn cookie<T: Serialize + ?Sized>(self, name: &str, style: Style, value: &T) -> Self {
        self.parameter(Place::Cookie, name, style, parameter::read(value))
    }

    /// Fills the template of this name in the path with a parameter that is described by `content` as JSON
    /// (OpenAPI 3.1.1 §4.8.12.2.3). A null is an error: it would leave nothing in its place.
    #[must_use]
    pub fn path_json<T: Serialize + ?Sized>(self, name: &str, value: &T) -> Self {
        self.parameter(Place::Path, name, Style::SIMPLE, json_text(value))
    }

    /// Adds to the query a parameter that is described by `content` as JSON (OpenAPI 3.1.1 §4.8.12.2.3).
    #[must_use]
    pub fn query_json<T: Serialize + ?Sized>(self, name: &str, value: &T) -> Self {
        self.parameter(Place::Query, name, Style::FORM, json_text(value))
    }

    /// Adds a header that is described by `content` as JSON (OpenAPI 3.1.1 §4.8.12.2.3).
    #[must_use]
    pub fn header_json<T: Serialize + ?Sized>(self, name: &str, value: &T) -> Self {
        self.parameter(Place::Header, name, Style::SIMPLE, json_text(value))
    }

    /// Adds a cookie that is described by `content` as JSON (OpenAPI 3.1.1 §4.8.12.2.3).
    #[must_use]
    pub fn cookie_json<T: Serialize + ?Sized>(self, name: &str, value: &T) -> Self {
        self.parameter(Place::Cookie, name, Style::FORM, json_text(value))
    }

    /// Says which media type the reply should have.
    #[must_use]
    pub fn accept(self, media_type: &'static str) -> Self {
        self.set_header(&ACCEPT, media_type)
    }

    /// The request, or the first error met on the way.
    pub fn finish(self) -> Result<http::Request<Body>, RequestError> {
        self.assemble().map_err(RequestError::from)
    }

    fn assemble(self) -> Result<http::Request<Body>, RequestErrorKind> {
        if let Some(error) = self.error {
            return Err(error);
        }
        let path = fill(self.template, &self.path)?;
        let mut request = http::Request::builder()
            .method(self.method)
            .uri(with_query(path, &self.query))
            .body(self.body)?;
        *request.headers_mut() = self.headers;
        if !self.cookies.is_empty() {
            request
                .headers_mut()
                .insert(COOKIE, header_value("Cookie", &self.cookies.join("; "))?);
        }
        Ok(request)
    }

    fn parameter(
        mut self,
        place: Place,
        name: &str,
        style: Style,
        value: Result<ParameterValue, ParameterError>,
    ) -> Self {
        match value.and_then(|value| parameter::expand(name, style, place, value)) {
            Ok(text) => self.place(place, name, text),
            Err(error) => {
                self.error = self.error.or_else(|| Some(parameter_error(name, &error)));
                self
            }
        }
    }

    fn place(mut self, place: Place, name: &str, text: Option<String>) -> Self {
        let Some(text) = text else {
            return self;
        };
        match place {
            Place::Path => self.path.push((name.to_owned(), text)),
            Place::Query => self.query.push(text),
            Place::Cookie => self.cookies.push(text),
            Place::Header => match named_header(name, &text) {
                Ok((name, value)) => drop(self.headers.insert(name, value)),
                Err(error) => return self.failed(error),
            },
        }
        self
    }

    fn set_header(mut self, name: &HeaderName, value: &str) -> Self {
        match header_value(name.as_str(), value) {
            Ok(value) => drop(self.headers.insert(name, value)),
            Err(error) => return self.failed(error),
        }
        self
    }

    fn failed(mut self, error: RequestErrorKind) -> Self {
        self.error.get_or_insert(error);
        self
    }
}

fn parameter_error(name: &str, error: &ParameterError) -> RequestErrorKind {
    RequestErrorKind::Parameter {
        name: name.to_owned(),
        reason: error.to_string(),
    }
}

fn named_header(name: &str, text: &str) -> Result<(HeaderName, HeaderValue), RequestErrorKind> {
    let value = header_value(name, text)?;
    let name = HeaderName::from_bytes(name.as_bytes()).map_err(http::Error::from)?;
    Ok((name, value))
}

fn header_value(name: &str, text: &str) -> Result<HeaderValue, RequestErrorKind> {
    HeaderValue::from_bytes(text.as_bytes()).map_err(|_| RequestErrorKind::Parameter {
        name: name.to_owned(),
        reason: "a header cannot hold control characters".to_owned(),
    })
}

/// The value's JSON text as a parameter; a null is no parameter.
fn json_text<T: Serialize + ?Sized>(value: &T) -> Result<ParameterValue, ParameterError> {
    match serde_json::to_string(value) {
        Ok(text) if text == "null" => Ok(ParameterValue::Undefined),
        Ok(text) => Ok(ParameterValue::Text(text)),
        Err(error) => Err(ParameterError(error.to_string())),
    }
}

/// The path with its query; some descriptions have the beginning of a query in their paths.
fn with_query(path: String, query: &[String]) -> String {
    match query {
        [] => path,
        pairs if path.contains('?') => format!("{path}&{}", pairs.join("&")),
        pairs => format!("{path}?{}", pairs.join("&")),
    }
}
