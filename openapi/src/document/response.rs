//! Request bodies, responses, headers and media types (OpenAPI 3.1.1 §4.8.13 to §4.8.21).

use serde_json::Value;

use super::{ParameterStyle, SchemaId};
use crate::Location;

/// A request body.
#[derive(Clone, Debug)]
pub struct RequestBody {
    /// What it is, in CommonMark.
    pub description: Option<String>,
    /// Whether it must be sent.
    pub required: bool,
    /// Its media types, in the order written.
    pub content: Vec<MediaType>,
    /// The place of the request body.
    pub location: Location,
}

/// A response of an operation.
#[derive(Clone, Debug)]
pub struct Response {
    /// The statuses it stands for.
    pub status: StatusPattern,
    /// What it is, in CommonMark; may be empty.
    pub description: String,
    /// Its headers, in the order written.
    pub headers: Vec<Header>,
    /// Its media types, in the order written; empty where it states no body.
    pub content: Vec<MediaType>,
    /// The place of the response.
    pub location: Location,
}

/// The statuses a response stands for (OpenAPI 3.1.1 §4.8.16.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum StatusPattern {
    /// One status.
    Code(u16),
    /// A hundred of them: `Range(4)` is `4XX`.
    Range(u8),
    /// Every status no other response of the operation stands for.
    Default,
}

impl StatusPattern {
    /// The pattern that a key of `responses` stands for: a status from 100 to
    /// 599, `1XX` to `5XX` in either letter case, or `default`.
    pub fn parse(key: &str) -> Option<Self> {
        match key.as_bytes() {
            b"default" => Some(Self::Default),
            [hundred @ b'1'..=b'5', b'x' | b'X', b'x' | b'X'] => Some(Self::Range(hundred - b'0')),
            [b'1'..=b'5', b'0'..=b'9', b'0'..=b'9'] => key.parse().ok().map(Self::Code),
            _ => None,
        }
    }

    /// Whether `status` is one of these, `Default` taking any.
    pub fn matches(self, status: u16) -> bool {
        match self {
            Self::Code(code) => code == status,
            Self::Range(hundred) => status / 100 == u16::from(hundred),
            Self::Default => true,
        }
    }
}

/// A header of a response or of a multipart part.
#[derive(Clone, Debug)]
pub struct Header {
    /// The name, as written.
    pub name: String,
    /// What it is, in CommonMark.
    pub description: Option<String>,
    /// Whether it is always there.
    pub required: bool,
    /// Whether it is deprecated.
    pub deprecated: bool,
    /// Its value's schema, where it has one.
    pub schema: Option<SchemaId>,
    /// Its media type where it is described by one instead: the value is serialised so.
    pub content: Option<MediaType>,
    /// Whether arrays and objects are exploded (style is always `simple`).
    pub explode: bool,
    /// The examples: `example` as one without a name, else `examples`.
    pub examples: Vec<Value>,
    /// The place of the header.
    pub location: Location,
}

/// A media type and what it holds (OpenAPI 3.1.1 §4.8.14).
#[derive(Clone, Debug)]
pub struct MediaType {
    /// The name as written, such as `application/json; charset=utf-8`.
    pub name: String,
    /// The schema of the body; absent where the body is not described.
    pub schema: Option<SchemaId>,
    /// The schema of each item of a stream (OpenAPI 3.2 `itemSchema`).
    pub item_schema: Option<SchemaId>,
    /// The examples: `example` as one without a name, else `examples`.
    pub examples: Vec<Value>,
    /// How the properties of a form or multipart body are encoded.
    pub encoding: Vec<Encoding>,
    /// The place of the media type object.
    pub location: Location,
}

impl MediaType {
    /// `type/subtype` in lower case, without parameters.
    pub fn essence(&self) -> String {
        self.name
            .split(';')
            .next()
            .unwrap_or_default()
            .trim()
            .to_ascii_lowercase()
    }

    /// Whether the body is JSON: `application/json`, `text/json` or any `+json` (RFC 6839 §3.1).
    pub fn is_json(&self) -> bool {
        let essence = self.essence();
        essence == "application/json" || essence == "text/json" || essence.ends_with("+json")
    }
}

/// How one property of a form or multipart body is encoded (OpenAPI 3.1.1 §4.8.15).
#[derive(Clone, Debug)]
pub struct Encoding {
    /// The property.
    pub property: String,
    /// Its media type, where stated.
    pub content_type: Option<String>,
    /// The part's headers.
    pub headers: Vec<Header>,
    /// The style, where stated.
    pub style: Option<ParameterStyle>,
    /// Whether arrays and objects are exploded, where stated.
    pub explode: Option<bool>,
    /// Whether reserved characters go unescaped.
    pub allow_reserved: bool,
}
