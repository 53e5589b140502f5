//! What the server is told to answer, instead of what the description says.

use std::collections::{BTreeMap, VecDeque};
use std::fmt;
use std::sync::Arc;

use bytes::Bytes;

use super::{Answer, ReceivedRequest};

/// How often a reply that is made from the request may lead to another that is.
const MAX_MADE: u32 = 16;

type Make = dyn Fn(&ReceivedRequest) -> Reply + Send + Sync;

/// What to answer with.
#[derive(Clone)]
pub enum Reply {
    /// What the description says: an instance of the first success response, or the findings.
    Described,
    /// This answer, whatever was found.
    Answer(Answer),
    /// What the function makes of the request.
    Made(Arc<Make>),
    /// Nothing, ever: the connection stays open until the client gives up.
    Hang,
    /// Nothing: the connection is closed after the request has been read.
    Close,
    /// An answer whose `content-length` is greater than the body it is followed
    /// by, after which the connection is closed.
    Truncated {
        /// The answer; its body is what is sent.
        answer: Answer,
        /// How many bytes more are announced.
        missing: u64,
    },
}

impl Reply {
    /// A reply made from the request.
    pub fn from_fn(make: impl Fn(&ReceivedRequest) -> Self + Send + Sync + 'static) -> Self {
        Self::Made(Arc::new(make))
    }

    /// An answer with a JSON body.
    pub fn json(status: u16, value: &serde_json::Value) -> Self {
        Self::Answer(Answer::json(status, value))
    }

    /// An answer with a body of that media type.
    pub fn with_body(status: u16, media_type: &str, body: impl Into<Bytes>) -> Self {
        Self::Answer(Answer::with_body(status, media_type, body))
    }

    /// An answer without a body.
    pub fn status(status: u16) -> Self {
        Self::Answer(Answer::empty(status))
    }

    /// Asks functions until the reply is none.
    pub(super) fn settle(self, request: &ReceivedRequest) -> Self {
        let mut reply = self;
        for _ in 0..MAX_MADE {
            match reply {
                Self::Made(make) => reply = make(request),
                settled @ (Self::Described
                | Self::Answer(_)
                | Self::Hang
                | Self::Close
                | Self::Truncated { .. }) => return settled,
            }
        }
        Self::Described
    }
}

impl From<Answer> for Reply {
    fn from(answer: Answer) -> Self {
        Self::Answer(answer)
    }
}

impl fmt::Debug for Reply {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Described => formatter.write_str("Described"),
            Self::Answer(answer) => formatter.debug_tuple("Answer").field(answer).finish(),
            Self::Made(_) => formatter.write_str("Made(..)"),
            Self::Hang => formatter.write_str("Hang"),
            Self::Close => formatter.write_str("Close"),
            Self::Truncated { answer, missing } => formatter
                .debug_struct("Truncated")
                .field("answer", answer)
                .field("missing", missing)
                .finish(),
        }
    }
}

/// What has been scripted: replies for the next requests, then replies by operation.
#[derive(Debug, Default)]
pub(super) struct Script {
    pub(super) next: VecDeque<Reply>,
    pub(super) by_operation: BTreeMap<String, Reply>,
}

impl Script {
    pub(super) fn take(&mut self, request: &ReceivedRequest) -> Reply {
        if let Some(reply) = self.next.pop_front() {
            return reply;
        }
        let operation = request.operation_id.as_ref();
        let reply = operation.and_then(|id| self.by_operation.get(id));
        reply.cloned().unwrap_or(Reply::Described)
    }
}
