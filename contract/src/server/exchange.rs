//! What went over the wire, and what was wrong with it.

use std::fmt;

use bindery_openapi::Pointer;
use bytes::Bytes;

use super::wire::{Escaping, decode, pairs};

/// A request as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceivedRequest {
    /// The operation that method and path name: its `operationId`, or method
    /// and template where it has none. `None` where they name none.
    pub operation_id: Option<String>,
    /// The method.
    pub method: String,
    /// The path and query, as sent.
    pub target: String,
    /// The headers in order, names in lower case. Bytes that are not UTF-8 are replaced.
    pub headers: Vec<(String, String)>,
    /// The body, as far as the limit allows.
    pub body: Bytes,
}

impl ReceivedRequest {
    /// The first header of that name, given in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        let named = self.headers.iter().find(|(key, _)| key == name);
        named.map(|(_, value)| value.as_str())
    }

    /// Every header of that name, given in lower case.
    pub fn header_values<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let named = self.headers.iter().filter(move |(key, _)| key == name);
        named.map(|(_, value)| value.as_str())
    }

    /// The path as sent, without the query.
    pub fn path(&self) -> &str {
        self.target.split('?').next().unwrap_or_default()
    }

    /// The query as sent; empty where there is none.
    pub fn query(&self) -> &str {
        self.target.split_once('?').map_or("", |(_, query)| query)
    }

    /// The decoded value of the first query parameter of that name.
    pub fn query_value(&self, name: &str) -> Option<String> {
        let is_named = |key| decode(key, Escaping::Form).is_ok_and(|key| key == name);
        let (_, value) = pairs(self.query(), '&').find(|(key, _)| is_named(key))?;
        decode(value, Escaping::Form).ok()
    }
}

/// A response with its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The headers, `content-type` among them.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Bytes,
}

impl Answer {
    /// An answer without a body.
    pub fn empty(status: u16) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body: Bytes::new(),
        }
    }

    /// An answer with a body of that media type.
    pub fn with_body(status: u16, media_type: &str, body: impl Into<Bytes>) -> Self {
        Self {
            body: body.into(),
            ..Self::empty(status).header("content-type", media_type)
        }
    }

    /// An answer with a JSON body.
    pub fn json(status: u16, value: &serde_json::Value) -> Self {
        Self::with_body(status, "application/json", value.to_string())
    }

    /// The answer with one more header.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }
}

/// A request, what was wrong with it, and what was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exchange {
    /// The request.
    pub request: ReceivedRequest,
    /// What the description does not allow.
    pub findings: Vec<Finding>,
    /// What was sent; `None` where nothing was. Of a truncated answer the part that was sent.
    pub answer: Option<Answer>,
}

/// One way in which a request is not what the description says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule that was broken.
    pub kind: FindingKind,
    /// The part of the request, in words, such as ``query parameter `limit` ``.
    pub place: String,
    /// What is wrong, in words. Credentials are never quoted.
    pub message: String,
    /// The rule's place in the description.
    pub pointer: Pointer,
}

impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            place,
            message,
            pointer,
            ..
        } = self;
        write!(formatter, "{place}: {message} (see `#{pointer}`)")
    }
}

/// The rules that a request can break.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FindingKind {
    /// No path of the description is that of the request.
    UnknownPath,
    /// The path has no operation of that method.
    UnknownMethod,
    /// The operation's credentials are absent or wrong.
    Credentials,
    /// A required parameter is absent.
    MissingParameter,
    /// The query has a parameter that the description does not name.
    UnknownParameter,
    /// A parameter is there more often than its style allows.
    RepeatedParameter,
    /// A parameter is not escaped as RFC 3986 §2.1 says, or not UTF-8.
    MalformedParameter,
    /// A parameter's value is not what its schema says.
    InvalidParameter,
    /// A required body is absent.
    MissingBody,
    /// There is a body where none is described.
    UnexpectedBody,
    /// The body is larger than the server takes, or broke off.
    UnreadableBody,
    /// The body's media type is absent or not one that is described.
    ContentType,
    /// The body cannot be read as its media type.
    MalformedBody,
    /// The body is not what its schema says.
    InvalidBody,
    /// The `Accept` header admits no media type that is described.
    NotAcceptable,
}

impl FindingKind {
    /// The status that the server answers with by default.
    pub fn status(self) -> u16 {
        match self {
            Self::UnknownPath => 404,
            Self::UnknownMethod => 405,
            Self::Credentials => 401,
            Self::MissingParameter
            | Self::UnknownParameter
            | Self::RepeatedParameter
            | Self::MalformedParameter
            | Self::InvalidParameter
            | Self::MissingBody
            | Self::UnexpectedBody
            | Self::UnreadableBody
            | Self::ContentType
            | Self::MalformedBody
            | Self::InvalidBody
            | Self::NotAcceptable => 400,
        }
    }

    /// The rule in a few words.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::UnknownPath => "unknown path",
            Self::UnknownMethod => "unknown method",
            Self::Credentials => "credentials",
            Self::MissingParameter => "missing parameter",
            Self::UnknownParameter => "unknown parameter",
            Self::RepeatedParameter => "repeated parameter",
            Self::MalformedParameter => "malformed parameter",
            Self::InvalidParameter => "invalid parameter",
            Self::MissingBody => "missing body",
            Self::UnexpectedBody => "unexpected body",
            Self::UnreadableBody => "unreadable body",
            Self::ContentType => "content type",
            Self::MalformedBody => "malformed body",
            Self::InvalidBody => "invalid body",
            Self::NotAcceptable => "not acceptable",
        }
    }
}
