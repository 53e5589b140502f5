//! Path items and operations (OpenAPI 3.1.1 §4.8.9, §4.8.10).

use super::{Parameter, RequestBody, Response, SecurityRequirement, Server};
use crate::Location;

/// A path and its operations.
#[derive(Clone, Debug)]
pub struct PathItem {
    /// The template, such as `/events/{id}`.
    pub template: String,
    /// The operations, in the order written.
    pub operations: Vec<Operation>,
    /// The place of the path item.
    pub location: Location,
}

/// An operation with everything it inherits from its path item and the document.
#[derive(Clone, Debug)]
pub struct Operation {
    /// The method.
    pub method: HttpMethod,
    /// The `operationId`, where there is one.
    pub operation_id: Option<String>,
    /// The tags, in order.
    pub tags: Vec<String>,
    /// A short summary.
    pub summary: Option<String>,
    /// What it does, in CommonMark.
    pub description: Option<String>,
    /// The parameters of the operation and its path item, merged: the
    /// operation's own come last and win over a path item's of the same name and place.
    pub parameters: Vec<Parameter>,
    /// The request body, where there is one.
    pub request_body: Option<RequestBody>,
    /// The responses, in the order written.
    pub responses: Vec<Response>,
    /// Whether it is deprecated.
    pub deprecated: bool,
    /// The requirements that hold for it: its own, else the document's. Any
    /// one of them suffices; an empty list means no credentials are asked for.
    pub security: Vec<SecurityRequirement>,
    /// The servers that hold for it: its own, else its path item's, else the document's.
    pub servers: Vec<Server>,
    /// The place of the operation.
    pub location: Location,
}

/// The method of an operation. `Other` holds what OpenAPI 3.2's `additionalOperations` names.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum HttpMethod {
    /// `GET`
    Get,
    /// `PUT`
    Put,
    /// `POST`
    Post,
    /// `DELETE`
    Delete,
    /// `OPTIONS`
    Options,
    /// `HEAD`
    Head,
    /// `PATCH`
    Patch,
    /// `TRACE`
    Trace,
    /// Any other, as sent.
    Other(String),
}

impl HttpMethod {
    /// The method as it goes over the wire, such as `GET`.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Get => "GET",
            Self::Put => "PUT",
            Self::Post => "POST",
            Self::Delete => "DELETE",
            Self::Options => "OPTIONS",
            Self::Head => "HEAD",
            Self::Patch => "PATCH",
            Self::Trace => "TRACE",
            Self::Other(method) => method,
        }
    }
}
