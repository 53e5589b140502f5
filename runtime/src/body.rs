//! The body of a request or a reply: bytes, or a stream of them.

use std::{
    fmt,
    pin::Pin,
    task::{Context, Poll},
};

use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use futures_util::StreamExt;

use crate::{TransportError, TransportErrorKind};

/// The body of a message.
///
/// It is a `Stream` of chunks, whether it was made of one or of many.
#[derive(Default)]
pub struct Body(Content);

type Chunks = Pin<Box<dyn Stream<Item = Result<Bytes, TransportError>> + Send>>;

#[derive(Default)]
enum Content {
    #[default]
    Empty,
    Whole(Bytes),
    Chunks(Chunks),
}

impl Body {
    /// No body.
    pub const fn empty() -> Self {
        Self(Content::Empty)
    }

    /// A body that comes in chunks.
    pub fn stream(
        chunks: impl Stream<Item = Result<Bytes, TransportError>> + Send + 'static,
    ) -> Self {
        Self(Content::Chunks(Box::pin(chunks)))
    }

    /// The bytes, where they are all there.
    pub fn as_bytes(&self) -> Option<&[u8]> {
        match &self.0 {
            Content::Empty => Some(&[]),
            Content::Whole(bytes) => Some(bytes),
            Content::Chunks(_) => None,
        }
    }

    /// The bytes; the body itself where they come in chunks.
    pub fn into_bytes(self) -> Result<Bytes, Self> {
        match self.0 {
            Content::Empty => Ok(Bytes::new()),
            Content::Whole(bytes) => Ok(bytes),
            Content::Chunks(_) => Err(self),
        }
    }

    /// Gathers the chunks. More bytes than the limit are an error of the kind
    /// [`TooLarge`](TransportErrorKind::TooLarge), as soon as they come.
    pub async fn collect(self, limit: u64) -> Result<Bytes, TransportError> {
        match self.0 {
            Content::Empty => Ok(Bytes::new()),
            Content::Whole(bytes) => check_size(bytes.len(), limit).map(|()| bytes),
            Content::Chunks(chunks) => collect_chunks(chunks, limit).await,
        }
    }
}

async fn collect_chunks(mut chunks: Chunks, limit: u64) -> Result<Bytes, TransportError> {
    let Some(first) = chunks.next().await.transpose()? else {
        return Ok(Bytes::new());
    };
    check_size(first.len(), limit)?;
    let mut whole = BytesMut::from(first);
    while let Some(chunk) = chunks.next().await.transpose()? {
        check_size(whole.len() + chunk.len(), limit)?;
        whole.extend_from_slice(&chunk);
    }
    Ok(whole.freeze())
}

fn check_size(size: usize, limit: u64) -> Result<(), TransportError> {
    if u64::try_from(size).is_ok_and(|size| size <= limit) {
        return Ok(());
    }
    let message = format!("the body of the reply is larger than {limit} bytes");
    Err(TransportError::new(TransportErrorKind::TooLarge, message))
}

impl Stream for Body {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match std::mem::take(&mut self.0) {
            Content::Empty => Poll::Ready(None),
            Content::Whole(bytes) => Poll::Ready(Some(Ok(bytes))),
            Content::Chunks(mut chunks) => {
                let polled = chunks.as_mut().poll_next(context);
                self.0 = Content::Chunks(chunks);
                polled
            }
        }
    }
}

impl From<Bytes> for Body {
    fn from(bytes: Bytes) -> Self {
        Self(Content::Whole(bytes))
    }
}

impl From<Vec<u8>> for Body {
    fn from(bytes: Vec<u8>) -> Self {
        Bytes::from(bytes).into()
    }
}

impl From<String> for Body {
    fn from(text: String) -> Self {
        Bytes::from(text).into()
    }
}

impl From<&'static str> for Body {
    fn from(text: &'static str) -> Self {
        Bytes::from(text).into()
    }
}

/// Shows the size, not the bytes.
impl fmt::Debug for Body {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Content::Empty => formatter.write_str("Body(empty)"),
            Content::Whole(bytes) => write!(formatter, "Body({} bytes)", bytes.len()),
            Content::Chunks(_) => formatter.write_str("Body(stream)"),
        }
    }
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use futures_util::{StreamExt, stream};

    use super::Body;
    use crate::TransportErrorKind;

    fn chunks(texts: &'static [&'static str]) -> Body {
        Body::stream(stream::iter(
            texts.iter().map(|text| Ok(Bytes::from(*text))),
        ))
    }

    #[tokio::test]
    async fn chunks_are_gathered_up_to_the_limit() {
        assert_eq!(chunks(&["ab", "", "c"]).collect(3).await.unwrap(), "abc");
        assert_eq!(chunks(&[]).collect(0).await.unwrap(), "");
        assert_eq!(Body::from("abc").collect(3).await.unwrap(), "abc");
        for body in [
            chunks(&["abc"]),
            chunks(&["ab", "c"]),
            Body::from("abc".to_owned()),
        ] {
            let error = body.collect(2).await.unwrap_err();
            assert_eq!(error.kind(), TransportErrorKind::TooLarge);
        }
    }

    #[tokio::test]
    async fn a_body_is_a_stream_of_its_chunks() {
        for (body, count) in [
            (Body::empty(), 0),
            (Body::from(vec![1, 2]), 1),
            (chunks(&["a", "b"]), 2),
        ] {
            assert_eq!(body.count().await, count);
        }
    }

    #[test]
    fn bytes_that_are_there_can_be_taken() {
        assert_eq!(Body::from("a").into_bytes().unwrap(), "a");
        let body = chunks(&["a"]);
        assert_eq!(body.as_bytes(), None);
        assert!(body.into_bytes().is_err());
    }

    #[test]
    fn debug_shows_the_size_only() {
        assert_eq!(
            format!("{:?} {:?}", Body::from("secret"), Body::empty()),
            "Body(6 bytes) Body(empty)"
        );
    }
}
