//! Request bodies, responses and headers (OpenAPI 3.0.3 §4.7.13, §4.7.16, §4.7.17, §4.7.21).

use super::Lift;
use crate::document::{Header, RequestBody, Response, StatusPattern};
use crate::node::Node;
use crate::specification::Kind;

impl<'v> Lift<'v, '_> {
    /// Lifts a request body or what it refers to.
    pub(super) fn lift_request_body(&mut self, node: &Node<'_, 'v>) -> Option<RequestBody> {
        self.lift_reusable(
            node,
            |lift| &mut lift.request_bodies,
            |lift, node| {
                let part: openapiv3::RequestBody = lift.read(node, Kind::RequestBody)?;
                Some(RequestBody {
                    description: part.description,
                    required: part.required,
                    content: lift.lift_content(node),
                    location: node.location(),
                })
            },
        )
    }

    /// Lifts the member `responses` of the operation at `node`, in the order written.
    pub(super) fn lift_responses(&mut self, node: &Node<'_, 'v>) -> Vec<Response> {
        let Some(list) = self.get(node, "responses") else {
            return Vec::new();
        };
        list.members()
            .filter_map(|(key, node)| {
                let status = StatusPattern::parse(key)?;
                let response = self.lift_response(&node)?;
                Some(Response { status, ..response })
            })
            .collect()
    }

    /// Lifts a response or what it refers to. The status is the caller's to fill in.
    fn lift_response(&mut self, node: &Node<'_, 'v>) -> Option<Response> {
        self.lift_reusable(
            node,
            |lift| &mut lift.responses,
            |lift, node| {
                let part: openapiv3::Response = lift.read(node, Kind::Response)?;
                let summary = || node.text("summary").unwrap_or_default().to_owned();
                Some(Response {
                    status: StatusPattern::Default,
                    description: match part.description {
                        description if description.is_empty() => summary(),
                        description => description,
                    },
                    headers: lift.lift_headers(node),
                    content: lift.lift_content(node),
                    location: node.location(),
                })
            },
        )
    }

    /// Lifts the member `headers` of `node`, without `Content-Type`, which is
    /// ignored there (OpenAPI 3.0.3 §4.7.17.1, §4.7.15.1).
    pub(super) fn lift_headers(&mut self, node: &Node<'_, 'v>) -> Vec<Header> {
        let Some(list) = self.get(node, "headers") else {
            return Vec::new();
        };
        list.members()
            .filter(|(name, _)| !name.eq_ignore_ascii_case("content-type"))
            .filter_map(|(name, node)| {
                let header = self.lift_header(&node)?;
                Some(Header {
                    name: name.to_owned(),
                    ..header
                })
            })
            .collect()
    }

    /// Lifts a header or what it refers to. The name is the caller's to fill in.
    fn lift_header(&mut self, node: &Node<'_, 'v>) -> Option<Header> {
        self.lift_reusable(
            node,
            |lift| &mut lift.headers,
            |lift, node| {
                Some(Header {
                    name: String::new(),
                    description: node.text("description").map(str::to_owned),
                    required: node.is_true("required"),
                    deprecated: node.is_true("deprecated"),
                    schema: node.get("schema").map(|schema| lift.lift_schema(&schema)),
                    content: lift.lift_content(node).into_iter().next(),
                    explode: node.is_true("explode"),
                    examples: lift.lift_examples(node),
                    location: node.location(),
                })
            },
        )
    }
}
