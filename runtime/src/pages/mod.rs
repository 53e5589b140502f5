//! Pages one after the other, as a stream of pages or of their items.

mod arrays;
mod guard;
mod number;

pub use arrays::page_is_empty;
pub use number::next_page;

use std::{
    fmt,
    pin::Pin,
    task::{Context, Poll, ready},
    vec,
};

use futures_core::Stream;
use futures_util::StreamExt;

use crate::{BoxFuture, CallResult, Client, Error, Operation, Reply};
use guard::Guard;

/// An operation whose replies are pages.
pub trait Paginated: Operation + Sized {
    /// Whether the pages are counted: the cursor is a number that the client adds to, and not one that the server
    /// names.
    const COUNTS: bool = false;

    /// The operation that asks for the page after this one; `None` at the end.
    fn next(&self, page: &Self::Output) -> Option<Self>;

    /// What tells the request of this page from those of others: the cursor or number that it is sent with.
    fn cursor(&self) -> Option<String>;
}

/// An operation whose pages hold items.
pub trait PaginatedItems: Paginated {
    /// What a page holds many of.
    type Item;

    /// The items of a page.
    fn items(page: Self::Output) -> Vec<Self::Item>;
}

/// Gives a [`Paginated`] operation that is bound to a client `pages()`. Takes the same as [`call!`](crate::call!).
#[macro_export]
macro_rules! paginate {
    ($operation:ident, $client:ty) => {
        impl<'c> $operation<&'c $client> {
            /// The pages, one after the other, each asked for when it is needed.
            pub fn pages(self) -> $crate::Pages<Self> {
                let client: &'c $client = self.client;
                $crate::private::pages(::core::convert::AsRef::as_ref(client), self)
            }
        }
    };
}

/// Gives a [`PaginatedItems`] operation that is bound to a client `items()`. Takes the same as [`call!`](crate::call!).
#[macro_export]
macro_rules! paginate_items {
    ($operation:ident, $client:ty) => {
        impl<'c> $operation<&'c $client> {
            /// The items of all pages, one after the other, each page asked for when it is needed.
            pub fn items(self) -> $crate::Items<Self> {
                let client: &'c $client = self.client;
                $crate::private::items(::core::convert::AsRef::as_ref(client), self)
            }
        }
    };
}

/// The pages of an operation.
pub fn pages<O: Paginated>(client: &Client, first: O) -> Pages<O> {
    Pages {
        client: client.clone(),
        next: Some(first),
        request: None,
        guard: Guard::default(),
    }
}

/// The items of the pages of an operation.
pub fn items<O: PaginatedItems>(client: &Client, first: O) -> Items<O> {
    Items {
        pages: pages(client, first),
        items: Vec::new().into_iter(),
    }
}

/// The pages of an operation, as a `Stream`.
///
/// It ends after the last page and after an error. It also ends, without the repeated page, when a server goes round in
/// circles: when it names a cursor that was used before, or sends the same bytes twice running. Where pages are counted
/// it is enough that the arrays are the same twice running: a server that knows no page numbers may still repeat the
/// one it was sent.
#[must_use = "a stream does nothing until it is polled"]
pub struct Pages<O> {
    client: Client,
    next: Option<O>,
    request: Option<(O, BoxFuture<'static, Result<Reply, Error>>)>,
    guard: Guard,
}

impl<O> Unpin for Pages<O> {}

impl<O> fmt::Debug for Pages<O> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Pages").finish_non_exhaustive()
    }
}

impl<O: Paginated> Pages<O> {
    /// The next page.
    pub async fn next(&mut self) -> Option<CallResult<O>> {
        StreamExt::next(self).await
    }

    /// Starts the request for the next page, unless it was made before.
    fn start(&mut self) {
        if let Some(operation) = self.next.take()
            && self.guard.admits_cursor(operation.cursor().as_deref())
        {
            let reply = self.client.attempt(operation.request(), &O::METADATA);
            self.request = Some((operation, reply));
        }
    }

    fn read(&mut self, operation: &O, reply: Result<Reply, Error>) -> Option<CallResult<O>> {
        let reply = match reply {
            Ok(reply) if self.guard.admits_body(reply.body(), O::COUNTS) => reply,
            Ok(_) => return None,
            Err(error) => return Some(Err(error.widen())),
        };
        let page = O::response(reply);
        self.next = page
            .as_ref()
            .ok()
            .and_then(|page| operation.next(page.value()));
        Some(page)
    }
}

impl<O: Paginated> Stream for Pages<O> {
    type Item = CallResult<O>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.request.is_none() {
            self.start();
        }
        let Some((_, reply)) = &mut self.request else {
            return Poll::Ready(None);
        };
        let reply = ready!(reply.as_mut().poll(context));
        let request = self.request.take();
        Poll::Ready(request.and_then(|(operation, _)| self.read(&operation, reply)))
    }
}

/// The items of all pages of an operation, as a `Stream`. It ends as [`Pages`] does.
#[must_use = "a stream does nothing until it is polled"]
pub struct Items<O: PaginatedItems> {
    pages: Pages<O>,
    items: vec::IntoIter<O::Item>,
}

impl<O: PaginatedItems> Unpin for Items<O> {}

impl<O: PaginatedItems> fmt::Debug for Items<O> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Items").finish_non_exhaustive()
    }
}

impl<O: PaginatedItems> Items<O> {
    /// The next item.
    pub async fn next(&mut self) -> Option<Result<O::Item, Error<O::Failure>>> {
        StreamExt::next(self).await
    }
}

impl<O: PaginatedItems> Stream for Items<O> {
    type Item = Result<O::Item, Error<O::Failure>>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(item) = self.items.next() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(Pin::new(&mut self.pages).poll_next(context)) {
                Some(Ok(page)) => self.items = O::items(page.into_value()).into_iter(),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}
