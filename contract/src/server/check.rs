//! Holds a request against its operation: credentials, parameters, body, `Accept`.

use std::collections::BTreeMap;

use bindery_openapi::Document;
use bindery_openapi::document::{MediaType, Operation, StatusPattern};

use super::wire::{accepts, essence};
use super::{Credential, Finding, FindingKind, ReceivedRequest, body, credential, parameters};
use crate::Judge;

/// A request and the operation it is held against.
pub(super) struct Subject<'a> {
    pub(super) judge: &'a Judge,
    pub(super) operation: &'a Operation,
    pub(super) request: &'a ReceivedRequest,
    /// The path parameters as sent.
    pub(super) path_parameters: &'a [(&'a str, &'a str)],
}

impl Subject<'_> {
    pub(super) fn document(&self) -> &Document {
        self.judge.document()
    }

    pub(super) fn finding(
        &self,
        kind: FindingKind,
        place: &str,
        message: impl Into<String>,
    ) -> Finding {
        Finding {
            kind,
            place: place.to_owned(),
            message: message.into(),
            pointer: self.operation.location.pointer.clone(),
        }
    }
}

/// Everything wrong with the request.
pub(super) fn check(
    subject: &Subject<'_>,
    expected: &BTreeMap<String, Credential>,
) -> Vec<Finding> {
    let Subject {
        operation, request, ..
    } = subject;
    let mut findings = Vec::new();
    findings.extend(credential::check(
        subject.document(),
        operation,
        expected,
        request,
    ));
    parameters::check(subject, &mut findings);
    body::check(subject, &mut findings);
    findings.extend(check_accept(subject));
    findings
}

/// A client that accepts none of the media types it may get does not understand the answer.
fn check_accept(subject: &Subject<'_>) -> Option<Finding> {
    let accept: Vec<&str> = subject.request.header_values("accept").collect();
    let offered: Vec<&MediaType> = success_content(subject.operation);
    let accept = accept.join(",");
    let admitted = |media_type: &&MediaType| {
        let offered = essence(&media_type.name);
        offered.contains('*') || accepts(&accept, &offered)
    };
    if accept.is_empty() || offered.is_empty() || offered.iter().any(admitted) {
        return None;
    }
    let names: Vec<&str> = offered.iter().map(|it| it.name.as_str()).collect();
    let message = format!("`{accept}` admits none of {}", names.join(", "));
    Some(subject.finding(FindingKind::NotAcceptable, "header `accept`", message))
}

fn success_content(operation: &Operation) -> Vec<&MediaType> {
    let successes = operation
        .responses
        .iter()
        .filter(|it| is_success(it.status));
    successes.flat_map(|response| &response.content).collect()
}

/// Whether a response says what success looks like.
pub(super) fn is_success(status: StatusPattern) -> bool {
    match status {
        StatusPattern::Code(code) => (200..300).contains(&code),
        StatusPattern::Range(hundred) => hundred == 2,
        StatusPattern::Default => true,
    }
}
