//! An operation: a request to make and a reply to read, without any I/O.

use std::{
    fmt,
    pin::Pin,
    task::{Context, Poll, ready},
};

use crate::{Body, BoxFuture, Client, Error, Reply, RequestError, Response};

/// One operation of an API with its arguments (OpenAPI 3.1.1 §4.8.10).
///
/// It makes a request and reads a reply, and leaves the sending to whoever has it: a [`Client`], a test, a contract
/// tester.
pub trait Operation {
    /// What a success holds.
    type Output;

    /// What a documented failure holds; `Infallible` where none is documented.
    type Failure;

    /// What is the same for every call.
    const METADATA: OperationMetadata;

    /// The request, with a path and query that start at the base URL and without credentials.
    fn request(&self) -> Result<http::Request<Body>, RequestError>;

    /// Reads a reply: its status first, then the body that the description promises under it.
    fn response(reply: Reply) -> Result<Response<Self::Output>, Error<Self::Failure>>;
}

/// What is the same for every call of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct OperationMetadata {
    /// The operation's name in the description.
    pub id: &'static str,
    /// The method, such as `GET`.
    pub method: &'static str,
    /// The path with its templates, such as `/v1/objects/{objectId}`.
    pub path: &'static str,
    /// The credentials that it asks for (OpenAPI 3.1.1 §4.8.30): alternatives, each the names of schemes that go
    /// together. Empty asks for nothing; an empty alternative admits a call without credentials.
    pub security: &'static [&'static [&'static str]],
    /// The URL of the server that it is on (OpenAPI 3.1.1 §4.8.5), where that is another one than the other
    /// operations'.
    pub server: Option<&'static str>,
    /// The media types under which the body of a success is handed on as it comes, and not waited for.
    pub streams: &'static [&'static str],
}

impl OperationMetadata {
    /// What every operation has.
    pub const fn new(
        id: &'static str,
        method: &'static str,
        path: &'static str,
        security: &'static [&'static [&'static str]],
    ) -> Self {
        Self {
            id,
            method,
            path,
            security,
            server: None,
            streams: &[],
        }
    }

    /// The same for an operation that is on a server of its own.
    #[must_use]
    pub const fn on(self, server: &'static str) -> Self {
        Self {
            server: Some(server),
            ..self
        }
    }

    /// The same for an operation whose successes are streams under these media types.
    #[must_use]
    pub const fn streaming(self, media_types: &'static [&'static str]) -> Self {
        Self {
            streams: media_types,
            ..self
        }
    }
}

/// `getPet (GET /pets/{petId})`.
impl fmt::Display for OperationMetadata {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} ({} {})", self.id, self.method, self.path)
    }
}

/// The request of an operation, or why there is none.
pub type RequestResult = Result<http::Request<Body>, RequestError>;

/// What a call of an operation comes to.
pub type CallResult<O> =
    Result<Response<<O as Operation>::Output>, Error<<O as Operation>::Failure>>;

/// A call that is being made. It does nothing until it is polled, and borrows nothing: it can be spawned.
#[must_use = "a call does nothing until it is awaited"]
pub struct Call<T, E> {
    reply: BoxFuture<'static, Result<Reply, Error>>,
    read: fn(Reply) -> Result<Response<T>, Error<E>>,
}

impl<T, E> fmt::Debug for Call<T, E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Call").finish_non_exhaustive()
    }
}

impl<T, E> Future for Call<T, E> {
    type Output = Result<Response<T>, Error<E>>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let reply = ready!(self.reply.as_mut().poll(context));
        Poll::Ready(reply.map_err(Error::widen).and_then(self.read))
    }
}

impl Client {
    /// Sends an operation and reads the reply.
    pub fn call<O: Operation>(&self, operation: &O) -> Call<O::Output, O::Failure> {
        Call {
            reply: self.attempt(operation.request(), &O::METADATA),
            read: O::response,
        }
    }
}

/// Lets an operation that is bound to a client be sent: `send()`, and `.await` on the operation itself.
///
/// Takes the operation's type without its parameter, and the client's type, which is `AsRef<bindery::Client>`; the
/// operation keeps its client in a field `client`.
#[macro_export]
macro_rules! call {
    ($operation:ident, $client:ty) => {
        impl<'c> $operation<&'c $client> {
            /// Sends the operation and reads the reply.
            pub fn send(
                &self,
            ) -> $crate::Call<
                <Self as $crate::Operation>::Output,
                <Self as $crate::Operation>::Failure,
            > {
                let client: &'c $client = self.client;
                let client: &'c $crate::Client = ::core::convert::AsRef::as_ref(client);
                client.call(self)
            }
        }

        impl<'c> ::core::future::IntoFuture for $operation<&'c $client> {
            type Output = <Self::IntoFuture as ::core::future::Future>::Output;
            type IntoFuture = $crate::Call<
                <Self as $crate::Operation>::Output,
                <Self as $crate::Operation>::Failure,
            >;

            fn into_future(self) -> Self::IntoFuture {
                self.send()
            }
        }
    };
}
