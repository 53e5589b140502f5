//! Operations: grouped, their parameters in the order a caller gives them.

use std::collections::HashMap;

use bindery_openapi::Diagnostic;
use bindery_openapi::document::{Direction, HttpMethod, Operation, PathItem};

use super::group::Groups;
use super::place::Place;
use super::{Lowering, security};
use crate::api::{Call, Group, MediaKind, Name, Outcome, OutcomeBody, SkippedOperation};
use crate::codes;

impl Lowering<'_> {
    /// Every operation, in groups.
    pub(super) fn lower_operations(&mut self) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        let mut indices: HashMap<String, usize> = HashMap::new();
        let names = Groups::of(self.document);
        for (path, operation) in self.document.operations() {
            if let Some(reason) = self.unsendable(operation) {
                self.skip(path, operation, reason);
                continue;
            }
            let name = names.name_of(path, operation);
            let index = *indices.entry(name.clone()).or_insert_with(|| {
                groups.push(self.lower_group(&name, operation));
                groups.len() - 1
            });
            let calls = &mut groups[index].calls;
            let names = names.names_of(path, operation, &name);
            let call = self.lower_operation(path, operation, names, (index, calls.len()));
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
        names: Vec<String>,
        (group_index, index): (usize, usize),
    ) -> Call {
        let place = Place::call(group_index, index);
        let (parameters, body) = self.within(Some(Direction::Request), |lowering| {
            let parameters = lowering.lower_parameters(path, operation, &place);
            let body = operation.request_body.as_ref();
            (
                parameters,
                body.map(|body| lowering.lower_body(body, &place)),
            )
        });
        let ((successes, failures), headers) = self.within(Some(Direction::Response), |lowering| {
            let outcomes = lowering.lower_outcomes(operation, &place);
            (outcomes, lowering.lower_headers(operation, &place))
        });
        Call {
            name: Name::unsettled(id_of(path, operation), operation.location.clone()),
            names,
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
            accept: accepted(&[&successes, &failures]),
            server: self.lower_own_server(operation),
            streams: streams(&successes),
            headers,
            successes,
            failures,
            output_type: String::new(),
            failure_type: String::new(),
            pagination: None,
        }
    }

    /// Why no request can be made of the operation.
    fn unsendable(&self, operation: &Operation) -> Option<String> {
        if let HttpMethod::Other(method) = &operation.method
            && !is_token(method)
        {
            return Some(format!("{method:?} is no method that HTTP has room for"));
        }
        let mut parameters = operation.parameters.iter();
        parameters.find_map(|parameter| self.unsendable_parameter(parameter))
    }
}

/// The operation's id, else its method and path.
fn id_of(path: &PathItem, operation: &Operation) -> String {
    let id = operation.operation_id.clone();
    id.unwrap_or_else(|| format!("{} {}", operation.method.as_str(), path.template))
}

/// Whether `text` can be a method or a header's name (RFC 9110 §5.6.2).
fn is_token(text: &str) -> bool {
    let is_token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !text.is_empty() && text.bytes().all(is_token)
}

/// What the client accepts: the media types of every outcome, in order of first mention.
fn accepted(outcomes: &[&[Outcome]]) -> Vec<String> {
    let mut accepted: Vec<String> = Vec::new();
    for media_type in outcomes
        .iter()
        .copied()
        .flatten()
        .flat_map(|outcome| &outcome.media_types)
    {
        if !accepted.contains(media_type) && media_type.contains('/') {
            accepted.push(media_type.clone());
        }
    }
    accepted
}

/// The media types under which a success is a stream; any, where it can be nothing else.
fn streams(successes: &[Outcome]) -> Vec<String> {
    let is_stream = |outcome: &&Outcome| match &outcome.body {
        OutcomeBody::Value { media, .. } => *media == MediaKind::Stream,
        OutcomeBody::Nothing => false,
    };
    if successes.iter().all(|outcome| is_stream(&outcome)) && !successes.is_empty() {
        return vec!["*/*".to_owned()];
    }
    let streams = successes.iter().filter(is_stream);
    streams
        .flat_map(|outcome| outcome.media_types.clone())
        .collect()
}
