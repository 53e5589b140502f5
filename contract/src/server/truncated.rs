//! A body that ends before its length: what is sent of it, then a cut connection.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;

use super::connection::Cutter;

/// How long the client has to read a truncated body before the connection closes.
const CUT_AFTER: Duration = Duration::from_millis(50);

/// A body that is shorter than it says, after which the connection is cut.
pub(super) struct Truncated {
    sent: Option<Bytes>,
    cutter: Cutter,
    wait: Pin<Box<tokio::time::Sleep>>,
}

impl Truncated {
    pub(super) fn new(sent: Bytes, cutter: Cutter) -> Self {
        Self {
            sent: Some(sent).filter(|sent| !sent.is_empty()),
            cutter,
            wait: Box::pin(tokio::time::sleep(CUT_AFTER)),
        }
    }
}

impl Stream for Truncated {
    type Item = Result<Bytes, Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if let Some(sent) = self.sent.take() {
            return Poll::Ready(Some(Ok(sent)));
        }
        if self.wait.as_mut().poll(context).is_ready() {
            self.cutter.cut();
        }
        Poll::Pending
    }
}
