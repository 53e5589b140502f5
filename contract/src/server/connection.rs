//! Connections that can be cut: by a scripted fault, and when the server is dropped.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};

/// Cuts one connection.
#[derive(Clone, Debug, Default)]
pub(super) struct Cutter(Arc<Line>);

#[derive(Debug, Default)]
struct Line {
    cut: AtomicBool,
    wakers: Mutex<Vec<Waker>>,
}

impl Cutter {
    /// Closes the connection; what has been written is still sent.
    pub(super) fn cut(&self) {
        self.0.cut.store(true, Ordering::SeqCst);
        let mut wakers = self.0.wakers.lock().unwrap_or_else(PoisonError::into_inner);
        wakers.drain(..).for_each(Waker::wake);
    }

    /// Whether the connection is cut; else the task is woken when it is.
    fn is_cut(&self, context: &Context<'_>) -> bool {
        let mut wakers = self.0.wakers.lock().unwrap_or_else(PoisonError::into_inner);
        if !wakers.iter().any(|waker| waker.will_wake(context.waker())) {
            wakers.push(context.waker().clone());
        }
        self.0.cut.load(Ordering::SeqCst)
    }
}

impl Connected<IncomingStream<'_, CuttableListener>> for Cutter {
    fn connect_info(stream: IncomingStream<'_, CuttableListener>) -> Self {
        stream.io().cutter.clone()
    }
}

/// The cutters of every connection that is open.
#[derive(Clone, Debug, Default)]
pub(super) struct Cutters(Arc<Mutex<Vec<Weak<Line>>>>);

impl Cutters {
    pub(super) fn cut_all(&self) {
        let lines = std::mem::take(&mut *self.lock());
        let open = lines.iter().filter_map(Weak::upgrade);
        open.for_each(|line| Cutter(line).cut());
    }

    fn add(&self, cutter: &Cutter) {
        let mut lines = self.lock();
        lines.retain(|line| line.strong_count() > 0);
        lines.push(Arc::downgrade(&cutter.0));
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<Weak<Line>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Accepts connections that can be cut.
pub(super) struct CuttableListener {
    pub(super) listener: TcpListener,
    pub(super) cutters: Cutters,
}

impl Listener for CuttableListener {
    type Io = CuttableStream;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        loop {
            match self.listener.accept().await {
                Ok((stream, address)) => {
                    let cutter = Cutter::default();
                    self.cutters.add(&cutter);
                    return (CuttableStream { stream, cutter }, address);
                }
                // Out of file descriptors, most likely: others may close.
                Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
            }
        }
    }

    fn local_addr(&self) -> io::Result<Self::Addr> {
        self.listener.local_addr()
    }
}

/// A connection that fails once it is cut.
pub(super) struct CuttableStream {
    stream: TcpStream,
    cutter: Cutter,
}

impl CuttableStream {
    fn check(&self, context: &Context<'_>) -> io::Result<()> {
        if self.cutter.is_cut(context) {
            return Err(io::ErrorKind::ConnectionAborted.into());
        }
        Ok(())
    }
}

impl AsyncRead for CuttableStream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.check(context)?;
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for CuttableStream {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.check(context)?;
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
