//! A transport that answers from a script and keeps what it was sent.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
    time::Duration,
};

use bindery::{
    Body, BoxFuture, Timeout, Transport, TransportError, TransportErrorKind,
    bytes::Bytes,
    http::{HeaderMap, Method, Request, Response},
};

/// One step of the script.
#[derive(Debug)]
pub enum Step {
    /// A status with a body.
    Answer(u16, &'static str),
    /// A reply whose body breaks off.
    Truncated(&'static str),
    /// No reply, for this reason.
    Fail(TransportErrorKind),
}

/// A request as it arrived.
#[derive(Clone, Debug)]
pub struct Sent {
    /// The method.
    pub method: Method,
    /// The absolute URL.
    pub url: String,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Bytes,
    /// The time given.
    pub timeout: Option<Duration>,
}

impl Sent {
    /// The text of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }
}

/// The transport. Clones share the script.
#[derive(Clone, Debug, Default)]
pub struct Scripted {
    state: Arc<Mutex<State>>,
}

#[derive(Debug, Default)]
struct State {
    steps: VecDeque<Step>,
    sent: Vec<Sent>,
}

impl Scripted {
    /// A transport that takes these steps, one for each request.
    pub fn new(steps: impl IntoIterator<Item = Step>) -> Self {
        let state = State {
            steps: steps.into_iter().collect(),
            sent: Vec::new(),
        };
        Self {
            state: Arc::new(Mutex::new(state)),
        }
    }

    /// What was sent so far.
    pub fn sent(&self) -> Vec<Sent> {
        self.state.lock().unwrap().sent.clone()
    }
}

impl Transport for Scripted {
    fn send(
        &self,
        request: Request<Body>,
    ) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        Box::pin(async move {
            let (parts, body) = request.into_parts();
            let sent = Sent {
                method: parts.method,
                url: parts.uri.to_string(),
                headers: parts.headers,
                body: body.collect(u64::MAX).await?,
                timeout: parts.extensions.get().map(|Timeout(timeout)| *timeout),
            };
            let step = {
                let mut state = self.state.lock().unwrap();
                state.sent.push(sent);
                state
                    .steps
                    .pop_front()
                    .expect("the script has a step for each request")
            };
            play(&step)
        })
    }
}

fn play(step: &Step) -> Result<Response<Body>, TransportError> {
    match *step {
        Step::Answer(status, body) => Ok(Response::builder()
            .status(status)
            .body(body.into())
            .unwrap()),
        Step::Truncated(body) => {
            let chunks = [
                Ok(Bytes::from(body)),
                Err(TransportError::new(
                    TransportErrorKind::Body,
                    "the body broke off",
                )),
            ];
            let body = Body::stream(futures_util::stream::iter(chunks));
            Ok(Response::builder()
                .status(200)
                .header("content-type", "application/json")
                .body(body)
                .unwrap())
        }
        Step::Fail(kind) => Err(TransportError::new(kind, "no reply came")),
    }
}

/// All that an error says, its sources with it.
pub fn texts(error: &(dyn std::error::Error + 'static)) -> String {
    let chain = std::iter::successors(Some(error), |error| error.source());
    let texts: Vec<String> = chain.map(|error| format!("{error} {error:?}")).collect();
    texts.join("; ")
}
