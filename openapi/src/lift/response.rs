//! Request bodies, responses and headers (OpenAPI 3.0.3 §4.7.13, §4.7.16, §4.7.17, §4.7.21).

use indexmap::IndexMap;
use openapiv3::{ParameterSchemaOrContent, ReferenceOr, Responses, StatusCode};
use serde_json::Value;

use super::Lift;
use crate::document::{Header, RequestBody, Response, StatusPattern};
use crate::node::Node;
use crate::specification::Kind;

impl<'v> Lift<'v, '_> {
    /// Lifts a request body or what it refers to.
    pub(super) fn lift_request_body(
        &mut self,
        part: &ReferenceOr<openapiv3::RequestBody>,
        node: &Node<'_, 'v>,
    ) -> Option<RequestBody> {
        self.lift_reusable(
            part,
            node,
            Kind::RequestBody,
            |lift| &mut lift.request_bodies,
            |lift, item, node| RequestBody {
                description: item.description.clone(),
                required: item.required,
                content: lift.lift_content(&item.content, node),
                location: node.location(),
            },
        )
    }

    /// Lifts the member `responses` of the operation at `node`, in the order written.
    pub(super) fn lift_responses(
        &mut self,
        responses: &Responses,
        node: &Node<'_, 'v>,
    ) -> Vec<Response> {
        let Some(list) = self.get(node, "responses") else {
            return Vec::new();
        };
        list.members()
            .filter_map(|(key, node)| {
                let status = StatusPattern::parse(key)?;
                let response = self.lift_response(typed_response(responses, status)?, &node)?;
                Some(Response { status, ..response })
            })
            .collect()
    }

    /// Lifts a response or what it refers to. The status is the caller's to fill in.
    fn lift_response(
        &mut self,
        part: &ReferenceOr<openapiv3::Response>,
        node: &Node<'_, 'v>,
    ) -> Option<Response> {
        self.lift_reusable(
            part,
            node,
            Kind::Response,
            |lift| &mut lift.responses,
            |lift, item, node| Response {
                status: StatusPattern::Default,
                description: item.description.clone(),
                headers: lift.lift_headers(&item.headers, node),
                content: lift.lift_content(&item.content, node),
                location: node.location(),
            },
        )
    }

    /// Lifts the member `headers` of `node`, without `Content-Type`, which is
    /// ignored there (OpenAPI 3.0.3 §4.7.17.1, §4.7.15.1).
    pub(super) fn lift_headers(
        &mut self,
        headers: &IndexMap<String, ReferenceOr<openapiv3::Header>>,
        node: &Node<'_, 'v>,
    ) -> Vec<Header> {
        let Some(list) = self.get(node, "headers") else {
            return Vec::new();
        };
        headers
            .iter()
            .filter(|(name, _)| !name.eq_ignore_ascii_case("content-type"))
            .filter_map(|(name, part)| {
                let header = self.lift_header(part, &list.get(name)?)?;
                Some(Header {
                    name: name.clone(),
                    ..header
                })
            })
            .collect()
    }

    /// Lifts a header or what it refers to. The name is the caller's to fill in.
    fn lift_header(
        &mut self,
        part: &ReferenceOr<openapiv3::Header>,
        node: &Node<'_, 'v>,
    ) -> Option<Header> {
        self.lift_reusable(
            part,
            node,
            Kind::Header,
            |lift| &mut lift.headers,
            |lift, item, node| {
                let (schema, content) = match &item.format {
                    ParameterSchemaOrContent::Schema(_) => (
                        node.get("schema").map(|schema| lift.lift_schema(&schema)),
                        None,
                    ),
                    ParameterSchemaOrContent::Content(content) => {
                        (None, lift.lift_content(content, node).into_iter().next())
                    }
                };
                Header {
                    name: String::new(),
                    description: item.description.clone(),
                    required: item.required,
                    deprecated: item.deprecated.unwrap_or_default(),
                    schema,
                    content,
                    explode: node.value.get("explode") == Some(&Value::Bool(true)),
                    location: node.location(),
                }
            },
        )
    }
}

fn typed_response(
    responses: &Responses,
    status: StatusPattern,
) -> Option<&ReferenceOr<openapiv3::Response>> {
    match status {
        StatusPattern::Code(code) => responses.responses.get(&StatusCode::Code(code)),
        StatusPattern::Range(hundred) => responses
            .responses
            .get(&StatusCode::Range(u16::from(hundred))),
        StatusPattern::Default => responses.default.as_ref(),
    }
}
