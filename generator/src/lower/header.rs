//! The headers of an operation's replies, each by the type that the description states
//! (OpenAPI 3.1.1 §4.8.21).

use bindery_openapi::document::{Header, Operation, StatusPattern};

use super::Lowering;
use super::place::Place;
use crate::api::{Name, ReplyHeader, TypeRef};

impl Lowering<'_> {
    /// The headers of all responses; names ignore letter case (RFC 9110 §5.1). One that has different types under
    /// different statuses is text. Those of the connection are left out: a gateway puts them in every response, and
    /// whoever makes calls has them read already, as `Content-Type` is (OpenAPI 3.1.1 §4.8.17).
    pub(super) fn lower_headers(
        &mut self,
        operation: &Operation,
        place: &Place,
    ) -> Vec<ReplyHeader> {
        let mut headers: Vec<ReplyHeader> = Vec::new();
        for response in &operation.responses {
            let headers_of_reply = response.headers.iter();
            for header in headers_of_reply.filter(|header| !is_of_connection(&header.name)) {
                let lowered = self.lower_header(header, response.status, place);
                let known = headers
                    .iter_mut()
                    .find(|known| known.name.source.eq_ignore_ascii_case(&header.name));
                match known {
                    Some(known) => merge(known, lowered),
                    None => headers.push(lowered),
                }
            }
        }
        headers
    }

    fn lower_header(
        &mut self,
        header: &Header,
        status: StatusPattern,
        place: &Place,
    ) -> ReplyHeader {
        let json = header
            .content
            .as_ref()
            .filter(|content| content.is_json())
            .map(|content| content.schema);
        let reference = match (header.schema, json) {
            (Some(schema), _) | (None, Some(Some(schema))) => {
                let lowered = self.lower_at(&[schema], &place.part(&header.name));
                lowered.shape.reference
            }
            (None, Some(None)) => TypeRef::Json,
            (None, None) => TypeRef::String,
        };
        ReplyHeader {
            name: Name::unsettled(&header.name, header.location.clone()),
            reference,
            explode: header.explode,
            json: json.is_some(),
            statuses: vec![status],
            docs: header.description.clone(),
            deprecated: header.deprecated,
        }
    }
}

/// Headers that are for clients, browsers and gateways, and say nothing of what a reply means.
const OF_CONNECTION: &[&str] = &[
    "connection",
    "content-encoding",
    "content-length",
    "content-security-policy",
    "content-type",
    "date",
    "keep-alive",
    "referrer-policy",
    "server",
    "strict-transport-security",
    "transfer-encoding",
    "vary",
    "via",
    "x-content-type-options",
    "x-frame-options",
    "x-powered-by",
    "x-xss-protection",
];

fn is_of_connection(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.starts_with("access-control-") || OF_CONNECTION.contains(&name.as_str())
}

fn merge(known: &mut ReplyHeader, other: ReplyHeader) {
    known.statuses.extend(other.statuses);
    if known.docs.is_none() {
        known.docs = other.docs;
    }
    if known.reference != other.reference || known.json != other.json {
        known.reference = TypeRef::String;
        known.json = false;
    }
}
