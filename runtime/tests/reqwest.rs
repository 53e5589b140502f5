//! The default transport against a socket on this machine.

#![cfg(feature = "reqwest")]

mod support;

use std::time::Duration;

use bindery::{Client, ClientBuilder, Credential, Error, TransportErrorKind};
use support::{
    events::{self, ListAllError},
    scripted::texts,
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};

const KEY: &str = "sk_live_0123456789";

/// A server that gives this answer to one request, and the request that it got.
async fn server(
    answer: &'static str,
    linger: Duration,
) -> (String, tokio::task::JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/api", listener.local_addr().unwrap());
    let request = tokio::spawn(async move {
        let (mut socket, _) = listener.accept().await.unwrap();
        let mut buffer = vec![0; 4096];
        let size = socket.read(&mut buffer).await.unwrap();
        socket.write_all(answer.as_bytes()).await.unwrap();
        tokio::time::sleep(linger).await;
        String::from_utf8_lossy(&buffer[..size]).into_owned()
    });
    (url, request)
}

fn builder(url: &str) -> ClientBuilder {
    Client::builder(url)
        .credential("user", Credential::basic("u", "p"))
        .credential("key", Credential::query("key", KEY))
}

async fn call(builder: ClientBuilder) -> Result<usize, Error<ListAllError>> {
    let client = events::Client::new(builder.build().unwrap());
    client.list_all("a b").await.map(|page| page.data.len())
}

async fn failure(answer: &'static str, linger: Duration) -> Error<ListAllError> {
    let (url, _server) = server(answer, linger).await;
    let error = call(builder(&url).timeout(Duration::from_millis(300)))
        .await
        .unwrap_err();
    let texts = texts(&error);
    assert!(!texts.contains(KEY), "{texts}");
    error
}

#[tokio::test]
async fn a_call_goes_over_the_wire() {
    let answer = "HTTP/1.1 200 OK\r\ncontent-length: 11\r\n\r\n{\"data\":[]}";
    let (url, request) = server(answer, Duration::ZERO).await;
    assert_eq!(call(builder(&url)).await.unwrap(), 0);
    let request = request.await.unwrap();
    assert!(
        request.starts_with("GET /api/v1/objects/a%20b/events?key=sk_live_0123456789 HTTP/1.1\r\n"),
        "{request}"
    );
    assert!(
        request.contains("authorization: Basic dTpw\r\n"),
        "{request}"
    );
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let answer = "HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:9/\r\ncontent-length: 0\r\n\r\n";
    let error = failure(answer, Duration::ZERO).await;
    assert_eq!(error.status().map(|status| status.as_u16()), Some(302));
}

#[tokio::test]
async fn a_truncated_body_is_told_apart() {
    let error = failure(
        "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"data\":[",
        Duration::ZERO,
    )
    .await;
    assert!(
        matches!(&error, Error::Transport(error) if error.kind() == TransportErrorKind::Body),
        "{error:?}"
    );
}

#[tokio::test]
async fn a_timeout_covers_head_and_body() {
    for answer in [
        "",
        "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"data\":[",
    ] {
        let error = failure(answer, Duration::from_secs(3)).await;
        assert!(error.is_timeout(), "{error:?}");
        let said = error.to_string();
        assert!(
            said.ends_with(": the server did not answer in full within 300ms"),
            "{said}"
        );
    }
}

#[tokio::test]
async fn a_refused_connection_is_told_apart() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let error = call(builder(&url)).await.unwrap_err();
    assert!(
        matches!(&error, Error::Transport(error) if error.kind() == TransportErrorKind::Connect),
        "{error:?}"
    );
    assert!(!texts(&error).contains(KEY));
}

#[tokio::test]
async fn an_answer_that_is_no_http_is_told_apart() {
    let error = failure("SSH-2.0-OpenSSH\r\n\r\n", Duration::ZERO).await;
    assert!(
        matches!(&error, Error::Transport(error) if error.kind() == TransportErrorKind::Send),
        "{error:?}"
    );
}
