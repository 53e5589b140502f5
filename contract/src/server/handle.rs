//! Takes one request through: receive, route, check, reply, record.

use std::collections::BTreeMap;
use std::fmt;
use std::future::pending;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::body::{Body, to_bytes};
use axum::extract;
use axum::extract::ConnectInfo;
use bindery_openapi::document::{Direction, Operation, PathItem};
use bytes::Bytes;
use http::header::CONTENT_LENGTH;
use http::{HeaderName, HeaderValue, Response, StatusCode, request};

use super::check::{Subject, check};
use super::connection::Cutter;
use super::describe::{refuse, succeed};
use super::reply::{Reply, Script};
use super::route::{Route, find};
use super::truncated::Truncated;
use super::{Answer, Exchange, Finding, FindingKind, ReceivedRequest, ServerOptions};
use crate::{Instances, Judge, Tape};

/// What all requests of a server share.
pub(super) struct State {
    /// What judges requests.
    pub(super) judge: Arc<Judge>,
    /// What answers are made of.
    pub(super) instances: Instances,
    pub(super) options: ServerOptions,
    pub(super) script: Mutex<Script>,
    exchanges: Mutex<Vec<Exchange>>,
    /// How many answers have been drawn for each operation.
    drawn: Mutex<BTreeMap<String, u64>>,
}

impl State {
    pub(super) fn new(instances: &Instances, options: ServerOptions) -> Self {
        Self {
            judge: instances.judge().in_direction(Direction::Request),
            instances: instances.in_direction(Direction::Response),
            options,
            script: Mutex::default(),
            exchanges: Mutex::default(),
            drawn: Mutex::default(),
        }
    }

    pub(super) fn exchanges(&self) -> MutexGuard<'_, Vec<Exchange>> {
        self.exchanges
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    fn record(&self, request: ReceivedRequest, findings: Vec<Finding>, answer: Option<Answer>) {
        self.exchanges().push(Exchange {
            request,
            findings,
            answer,
        });
    }

    /// A tape for the next answer of an operation.
    fn tape(&self, operation: &str) -> Tape {
        let mut drawn = self.drawn.lock().unwrap_or_else(PoisonError::into_inner);
        let count = drawn.entry(operation.to_owned()).or_default();
        *count += 1;
        Tape::from_seed(fold(self.options.seed ^ *count, operation))
    }
}

impl fmt::Debug for State {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("State")
            .field("options", &self.options)
            .finish_non_exhaustive()
    }
}

/// FNV-1a, so that operations draw from seeds of their own.
fn fold(seed: u64, text: &str) -> u64 {
    let start = 0xcbf2_9ce4_8422_2325 ^ seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    text.bytes().fold(start, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// Answers one request.
pub(super) async fn respond(
    extract::State(state): extract::State<Arc<State>>,
    ConnectInfo(cutter): ConnectInfo<Cutter>,
    request: extract::Request,
) -> Response<Body> {
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, state.options.body_limit).await;
    let (request, findings, described) = examine(&state, &parts, body.ok().as_ref());
    let reply = state
        .script
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .take(&request);
    match reply.settle(&request) {
        Reply::Answer(answer) => {
            let response = response(&answer, Body::from(answer.body.clone()));
            state.record(request, findings, Some(answer));
            response
        }
        Reply::Described | Reply::Made(_) => {
            let response = response(&described, Body::from(described.body.clone()));
            state.record(request, findings, Some(described));
            response
        }
        Reply::Hang => {
            state.record(request, findings, None);
            pending().await
        }
        Reply::Close => {
            state.record(request, findings, None);
            cutter.cut();
            pending().await
        }
        Reply::Truncated { answer, missing } => {
            let announced = (answer.body.len() as u64).saturating_add(missing.max(1));
            let body = Body::from_stream(Truncated::new(answer.body.clone(), cutter));
            let mut response = response(&answer, body);
            let announced = HeaderValue::from(announced);
            response.headers_mut().insert(CONTENT_LENGTH, announced);
            state.record(request, findings, Some(answer));
            response
        }
    }
}

/// The request, what is wrong with it, and the answer that the description asks for.
fn examine(
    state: &State,
    parts: &request::Parts,
    body: Option<&Bytes>,
) -> (ReceivedRequest, Vec<Finding>, Answer) {
    let document = Arc::clone(state.instances.judge().document());
    let mut request = receive(parts, body.cloned().unwrap_or_default());
    let method = request.method.clone();
    let path = request.path().to_owned();
    let (item, operation, parameters) = match find(&document, &method, &path) {
        Route::Found {
            path,
            operation,
            parameters,
        } => (path, operation, parameters),
        Route::WrongMethod(item) => {
            let findings = vec![wrong_method(item, &method)];
            let refusal = refuse(&findings).header("allow", &methods(item));
            return (request, findings, refusal);
        }
        Route::Nowhere => {
            let findings = vec![nowhere(&document.location.key("paths").pointer, &path)];
            let refusal = refuse(&findings);
            return (request, findings, refusal);
        }
    };
    let id = operation_key(item, operation);
    request.operation_id = Some(id.clone());
    let subject = Subject {
        judge: &state.judge,
        operation,
        request: &request,
        path_parameters: &parameters,
    };
    let findings = match body {
        Some(_) => check(&subject, &state.options.credentials),
        None => vec![unreadable(&subject, state.options.body_limit)],
    };
    let described = match findings.as_slice() {
        [] => succeed(&state.instances, operation, &request, &mut state.tape(&id)),
        findings => refuse(findings),
    };
    (request, findings, described)
}

fn receive(parts: &request::Parts, body: Bytes) -> ReceivedRequest {
    let text = |value: &HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
    let target = parts
        .uri
        .path_and_query()
        .map_or("/", |target| target.as_str());
    ReceivedRequest {
        operation_id: None,
        method: parts.method.as_str().to_owned(),
        target: target.to_owned(),
        headers: parts
            .headers
            .iter()
            .map(|(name, value)| (name.as_str().to_owned(), text(value)))
            .collect(),
        body,
    }
}

/// The `operationId`, else method and template.
fn operation_key(item: &PathItem, operation: &Operation) -> String {
    let unnamed = || format!("{} {}", operation.method.as_str(), item.template);
    operation.operation_id.clone().unwrap_or_else(unnamed)
}

fn wrong_method(item: &PathItem, method: &str) -> Finding {
    Finding {
        kind: FindingKind::UnknownMethod,
        place: "method".to_owned(),
        message: format!("`{method}` is none of {}", methods(item)),
        pointer: item.location.pointer.clone(),
    }
}

fn methods(item: &PathItem) -> String {
    let methods: Vec<&str> = item
        .operations
        .iter()
        .map(|it| it.method.as_str())
        .collect();
    methods.join(", ")
}

fn nowhere(pointer: &bindery_openapi::Pointer, path: &str) -> Finding {
    Finding {
        kind: FindingKind::UnknownPath,
        place: "path".to_owned(),
        message: format!("`{path}` is none that is described"),
        pointer: pointer.clone(),
    }
}

fn unreadable(subject: &Subject<'_>, limit: usize) -> Finding {
    let message = format!("broke off, or is larger than {limit} bytes");
    subject.finding(FindingKind::UnreadableBody, "body", message)
}

/// The answer as a response. A status or header that HTTP does not know is left out.
fn response(answer: &Answer, body: Body) -> Response<Body> {
    let mut response = Response::new(body);
    *response.status_mut() = StatusCode::from_u16(answer.status).unwrap_or_default();
    for (name, value) in &answer.headers {
        let name = HeaderName::from_bytes(name.as_bytes());
        let value = HeaderValue::from_bytes(value.as_bytes());
        if let (Ok(name), Ok(value)) = (name, value) {
            response.headers_mut().append(name, value);
        }
    }
    response
}
