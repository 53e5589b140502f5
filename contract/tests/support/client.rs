//! An HTTP/1.1 client that sends exactly the bytes it is given.

use std::net::SocketAddr;
use std::time::Duration;

use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

/// An answer as it came.
#[derive(Debug)]
pub(crate) struct Received {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
    /// Whether the body was as long as its `content-length` says.
    pub(crate) complete: bool,
}

impl Received {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let found = self
            .headers
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).expect("the body is JSON")
    }
}

/// Sends a request without a body.
pub(crate) async fn get(address: SocketAddr, target: &str) -> Received {
    send(address, "GET", target, &[], b"").await
}

/// Sends a request and reads the answer to its end.
pub(crate) async fn send(
    address: SocketAddr,
    method: &str,
    target: &str,
    headers: &[(&str, &str)],
    body: &[u8],
) -> Received {
    let length = body.len().to_string();
    let length = Some(("content-length", length.as_str())).filter(|_| !body.is_empty());
    let headers = headers.iter().copied().chain(length);
    let lines: String = headers
        .flat_map(|(name, value)| [name, ": ", value, "\r\n"])
        .collect();
    let text = format!(
        "{method} {target} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n{lines}\r\n"
    );
    let bytes = [text.as_bytes(), body].concat();
    let read = send_raw(address, &bytes, Duration::from_secs(20)).await;
    parse(&read.expect("the server answers in time")).expect("the answer is HTTP")
}

/// Sends bytes and reads until the server closes; `None` where it does not within the time.
pub(crate) async fn send_raw(
    address: SocketAddr,
    bytes: &[u8],
    patience: Duration,
) -> Option<Vec<u8>> {
    let mut stream = TcpStream::connect(address)
        .await
        .expect("the server listens");
    // A server that refuses early may close before everything is sent.
    let _ = stream.write_all(bytes).await;
    let mut read = Vec::new();
    let end = timeout(patience, stream.read_to_end(&mut read)).await;
    end.ok().map(|_| read)
}

/// Reads an answer; `None` where there is none.
pub(crate) fn parse(bytes: &[u8]) -> Option<Received> {
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let mut lines = head.split("\r\n");
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    let body = bytes[end + 4..].to_vec();
    let announced = headers.iter().find(|(name, _)| name == "content-length");
    let announced: Option<usize> = announced.and_then(|(_, length)| length.parse().ok());
    Some(Received {
        status,
        headers,
        complete: announced.is_none_or(|length| length == body.len()),
        body,
    })
}
