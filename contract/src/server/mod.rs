//! A server made from a description: it holds every request against the
//! description, records the exchange, and answers as described or as told.
//!
//! ```text
//! request ──route──▶ operation ──check──▶ findings ──script──▶ reply ──▶ answer
//! ```

mod body;
mod check;
mod connection;
mod credential;
mod describe;
mod exchange;
mod handle;
mod outline;
mod parameters;
mod query;
mod reply;
mod route;
mod style;
mod truncated;
mod wire;

use std::collections::BTreeMap;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, MutexGuard, PoisonError};

use axum::Router;
use bindery_openapi::Document;
use tokio::net::TcpListener;
use tokio::task::AbortHandle;

use crate::{Instances, Judge};
use connection::{CuttableListener, Cutter, Cutters};
pub use credential::Credential;
pub use exchange::{Answer, Exchange, Finding, FindingKind, ReceivedRequest};
use handle::{State, respond};
pub use reply::Reply;
use reply::Script;

/// How a server behaves.
#[derive(Clone, Debug)]
pub struct ServerOptions {
    /// What each security scheme expects, by its name in the description. A
    /// scheme that is not here is satisfied by any credential of its kind.
    pub credentials: BTreeMap<String, Credential>,
    /// Where described answers are drawn from. The same requests to the same
    /// operation are answered alike, in whatever order operations are called.
    pub seed: u64,
    /// The largest body that is read, in bytes.
    pub body_limit: usize,
}

impl Default for ServerOptions {
    fn default() -> Self {
        Self {
            credentials: BTreeMap::new(),
            seed: 0,
            body_limit: 8 * 1024 * 1024,
        }
    }
}

impl ServerOptions {
    /// The options with what one security scheme expects.
    #[must_use]
    pub fn expect(mut self, scheme: &str, credential: Credential) -> Self {
        self.credentials.insert(scheme.to_owned(), credential);
        self
    }
}

/// A server on the loopback interface. It stops when it is dropped, and with
/// it every connection that is open.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    state: Arc<State>,
    cutters: Cutters,
    task: AbortHandle,
}

impl Server {
    /// Starts a server of the description on a free port of 127.0.0.1, in the
    /// current Tokio runtime. Paths are served as their templates say; those of
    /// `servers` are not put before them.
    ///
    /// # Errors
    ///
    /// When no port can be bound.
    pub async fn start(
        document: impl Into<Arc<Document>>,
        options: ServerOptions,
    ) -> io::Result<Self> {
        let instances = Instances::new(Judge::new(document));
        Self::start_with(instances, options).await
    }

    /// Starts a server whose requests are judged, and whose answers are made, by these instances.
    ///
    /// # Errors
    ///
    /// When no port can be bound.
    pub async fn start_with(instances: Instances, options: ServerOptions) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let state = Arc::new(State::new(&instances, options));
        let cutters = Cutters::default();
        let listener = CuttableListener {
            listener,
            cutters: cutters.clone(),
        };
        let service = Router::new()
            .fallback(respond)
            .with_state(Arc::clone(&state))
            .into_make_service_with_connect_info::<Cutter>();
        let task = tokio::spawn(async move { axum::serve(listener, service).await });
        Ok(Self {
            address,
            state,
            cutters,
            task: task.abort_handle(),
        })
    }

    /// The address it listens on.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The URL to put before the templates, such as `http://127.0.0.1:8080`, without a slash at its end.
    pub fn base_url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The judge of requests.
    pub fn judge(&self) -> &Arc<Judge> {
        &self.state.judge
    }

    /// Every exchange so far, in the order in which they were answered.
    pub fn exchanges(&self) -> Vec<Exchange> {
        self.state.exchanges().clone()
    }

    /// Every exchange so far, and forgets them.
    pub fn take_exchanges(&self) -> Vec<Exchange> {
        std::mem::take(&mut *self.state.exchanges())
    }

    /// The findings of every exchange so far.
    pub fn findings(&self) -> Vec<Finding> {
        let exchanges = self.exchanges().into_iter();
        exchanges.flat_map(|exchange| exchange.findings).collect()
    }

    /// Answers one request so: the next one, or the first that no earlier call
    /// of this has taken. Findings are recorded all the same.
    pub fn reply_with(&self, reply: impl Into<Reply>) {
        self.script().next.push_back(reply.into());
    }

    /// Answers every request for an operation so, unless [`Server::reply_with`]
    /// says otherwise. An operation without `operationId` is named by its
    /// method and template, such as `GET /events`.
    pub fn reply_to(&self, operation_id: &str, reply: impl Into<Reply>) {
        let by_operation = &mut self.script().by_operation;
        by_operation.insert(operation_id.to_owned(), reply.into());
    }

    fn script(&self) -> MutexGuard<'_, Script> {
        let script = &self.state.script;
        script.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
        self.cutters.cut_all();
    }
}
