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

/// A request that the API makes of its own accord (OpenAPI 3.1.1 §4.8.1).
#[derive(Clone, Debug)]
pub struct Webhook {
    /// The key in `webhooks`.
    pub name: String,
    /// What is sent and how it may be answered; its template is the name.
    pub path: PathItem,
}

/// A request that the API makes after an operation was called (OpenAPI 3.1.1 §4.8.18).
#[derive(Clone, Debug)]
pub struct Callback {
    /// The key in the operation's `callbacks`.
    pub name: String,
    /// The place of the operation; of the first, where several share the callback.
    pub operation: Location,
    /// What is sent and how it may be answered; its template is the runtime
    /// expression for the URL.
    pub path: PathItem,
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

/// The method of an operation. `Other` holds OpenAPI 3.2's `QUERY` and what its
/// `additionalOperations` names.
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
