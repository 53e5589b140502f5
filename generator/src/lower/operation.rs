//! Operations: grouped, their parameters in the order a caller gives them.

use std::collections::HashMap;

use bindery_openapi::Diagnostic;
use bindery_openapi::document::{HttpMethod, MediaType, Operation, PathItem, RequestBody};

use super::place::Place;
use super::{Lowering, group, security};
use crate::api::{Body, BodyEncoding, Call, Group, Name, Shape, SkippedOperation, TypeRef};
use crate::codes;

impl Lowering<'_> {
    /// Every operation, in groups.
    pub(super) fn lower_operations(&mut self) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        let mut indices: HashMap<String, usize> = HashMap::new();
        for (path, operation) in self.document.operations() {
            if let Some(reason) = unsendable(operation) {
                self.skip(path, operation, reason);
                continue;
            }
            let name = group::group_of(path, operation);
            let index = *indices.entry(name.clone()).or_insert_with(|| {
                groups.push(self.lower_group(&name, operation));
                groups.len() - 1
            });
            let calls = &mut groups[index].calls;
            let call = self.lower_operation(path, operation, &name, (index, calls.len()));
            calls.push(call);
        }
        groups
    }

    fn skip(&mut self, path: &PathItem, operation: &Operation, reason: String) {
        let id = id_of(path, operation);
        let location = operation.location.clone();
        let message = format!("the operation `{id}` is left out: {reason}");
        let code = codes::SKIPPED_OPERATION;
        self.report
            .push(Diagnostic::warning(code, location.clone(), message));
        self.skipped.push(SkippedOperation {
            id,
            method: operation.method.as_str().to_owned(),
            path: path.template.clone(),
            reason,
            location,
        });
    }

    fn lower_group(&self, name: &str, operation: &Operation) -> Group {
        let tag = self.document.tags.iter().find(|tag| tag.name == name);
        Group {
            name: Name::unsettled(name, operation.location.clone()),
            rust_type: String::new(),
            docs: tag.and_then(|tag| tag.description.clone()),
            calls: Vec::new(),
        }
    }

    fn lower_operation(
        &mut self,
        path: &PathItem,
        operation: &Operation,
        group: &str,
        (group_index, index): (usize, usize),
    ) -> Call {
        let (short_name, full_name) = group::names_of(path, operation, group);
        let place = Place::call(group_index, index);
        let parameters = self.lower_parameters(path, operation, &place);
        let body = operation.request_body.as_ref();
        let body = body.and_then(|body| self.lower_body(body, &place));
        let (successes, failures) = self.lower_outcomes(operation, &place);
        Call {
            name: Name::unsettled(short_name, operation.location.clone()),
            full_name,
            rust_type: String::new(),
            id: id_of(path, operation),
            method: operation.method.as_str().to_owned(),
            path: path.template.clone(),
            summary: operation.summary.clone(),
            docs: operation.description.clone(),
            deprecated: operation.deprecated,
            security: security::alternatives(self, operation),
            parameters,
            body,
            accept: accepted(operation),
            successes,
            failures,
            output_type: String::new(),
            failure_type: String::new(),
            pagination: None,
        }
    }

    /// The first JSON media type of a request body, else the first.
    fn lower_body(&mut self, body: &RequestBody, place: &Place) -> Option<Body> {
        let json = body.content.iter().find(|media_type| media_type.is_json());
        let media_type = json.or(body.content.first())?;
        self.report_other_media_types(&body.content, media_type);
        let encoding = encoding_of(media_type);
        let shape = match (encoding, media_type.schema) {
            (BodyEncoding::Json, Some(schema)) => {
                self.lower_at(&[schema], &place.part("Body")).with_null()
            }
            (BodyEncoding::Json, None) => Shape::plain(TypeRef::Json),
            (BodyEncoding::Text, _) => Shape::plain(TypeRef::String),
            (BodyEncoding::Bytes, _) => Shape::plain(TypeRef::Bytes),
        };
        Some(Body {
            name: Name::unsettled("body", body.location.clone()),
            media_type: media_type.name.clone(),
            encoding,
            required: body.required,
            shape,
            docs: body.description.clone(),
        })
    }

    pub(super) fn report_other_media_types(&mut self, content: &[MediaType], chosen: &MediaType) {
        for other in content.iter().filter(|other| other.name != chosen.name) {
            let message = format!("`{}` is passed over for `{}`", other.name, chosen.name);
            let code = codes::SKIPPED_MEDIA_TYPE;
            self.report
                .push(Diagnostic::warning(code, other.location.clone(), message));
        }
    }
}

/// The operation's id, else its method and path.
fn id_of(path: &PathItem, operation: &Operation) -> String {
    let id = operation.operation_id.clone();
    id.unwrap_or_else(|| format!("{} {}", operation.method.as_str(), path.template))
}

/// Why no request can be made of the operation.
fn unsendable(operation: &Operation) -> Option<String> {
    match &operation.method {
        HttpMethod::Other(method) if !is_token(method) => {
            Some(format!("{method:?} is no method that HTTP has room for"))
        }
        _ => None,
    }
}

/// Whether `text` can be a method or a header's name (RFC 9110 §5.6.2).
fn is_token(text: &str) -> bool {
    let is_token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !text.is_empty() && text.bytes().all(is_token)
}

fn encoding_of(media_type: &MediaType) -> BodyEncoding {
    match media_type.essence() {
        _ if media_type.is_json() => BodyEncoding::Json,
        essence if essence.starts_with("text/") => BodyEncoding::Text,
        _ => BodyEncoding::Bytes,
    }
}

/// The media types of every response, in order of first mention.
fn accepted(operation: &Operation) -> Vec<String> {
    let mut accepted: Vec<String> = Vec::new();
    for media_type in operation
        .responses
        .iter()
        .flat_map(|response| &response.content)
    {
        if !accepted.contains(&media_type.name) {
            accepted.push(media_type.name.clone());
        }
    }
    accepted
}
