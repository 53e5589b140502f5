//! Connections that break off, answers that do not come, requests that are none.

use std::time::Duration;

use bindery_contract::{Answer, FindingKind, Reply, Server, ServerOptions};
use serde_json::json;

use crate::support::client::{get, parse, send_raw};
use crate::{kinds, post, serve_parameters, with_body, with_paths};

fn request(target: &str) -> Vec<u8> {
    format!("GET {target} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").into_bytes()
}

#[tokio::test]
async fn a_connection_can_be_closed_without_an_answer() {
    let server = serve_parameters(json!([])).await;
    server.reply_with(Reply::Close);
    let read = send_raw(server.address(), &request("/it"), Duration::from_secs(5)).await;
    assert_eq!(read.as_deref(), Some(&[][..]));
    assert_eq!(server.exchanges()[0].answer, None);
    assert_eq!(get(server.address(), "/it").await.status, 200);
}

#[tokio::test]
async fn an_answer_can_be_cut_short_of_its_length() {
    let server = serve_parameters(json!([])).await;
    for text in ["{\"a\":", ""] {
        let answer = Answer::with_body(200, "application/json", text);
        server.reply_with(Reply::Truncated {
            answer,
            missing: 10,
        });
        let read = send_raw(server.address(), &request("/it"), Duration::from_secs(5)).await;
        let received = parse(&read.expect("the connection is closed")).expect("there is a head");
        assert_eq!(received.body, text.as_bytes());
        assert_eq!(
            received.header("content-length"),
            Some((text.len() + 10).to_string().as_str())
        );
        assert!(!received.complete);
    }
}

#[tokio::test]
async fn an_answer_can_be_withheld_until_the_server_is_dropped() {
    let server = serve_parameters(json!([])).await;
    let address = server.address();
    server.reply_with(Reply::Hang);
    let patience = Duration::from_millis(300);
    assert_eq!(send_raw(address, &request("/it"), patience).await, None);
    server.reply_with(Reply::Hang);
    let waiting =
        tokio::spawn(
            async move { send_raw(address, &request("/it"), Duration::from_secs(5)).await },
        );
    while server.exchanges().len() < 2 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    drop(server);
    assert_eq!(waiting.await.unwrap().as_deref(), Some(&[][..]));
    tokio::time::sleep(Duration::from_millis(50)).await;
    assert!(tokio::net::TcpStream::connect(address).await.is_err());
}

#[tokio::test]
async fn hostile_requests_get_an_answer_or_a_closed_connection() {
    let options = ServerOptions {
        body_limit: 1000,
        ..ServerOptions::default()
    };
    let server = Server::start(with_paths(&with_body(true)), options)
        .await
        .unwrap();
    let received = post(&server, "application/json", &"[".repeat(5000)).await;
    assert_eq!(received.status, 400);
    assert_eq!(kinds(&server), [FindingKind::UnreadableBody]);
    let received = post(&server, "application/json", &"[".repeat(900)).await;
    assert_eq!(received.status, 400);
    assert_eq!(kinds(&server), [FindingKind::MalformedBody]);
    for hostile in [
        &b"\x00\xff\r\n\r\n"[..],
        b"GET /%00%ff%/..//?&&==&%=%&[]=&a[=b HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n",
        b"POST /it HTTP/1.1\r\nhost: x\r\ncontent-type: ;;,/*\r\ncontent-length: 3\r\nconnection: close\r\n\r\n{}}",
        b"POST /it HTTP/1.1\r\nhost: x\r\nauthorization: \xff\xfe\r\ncookie: ;;=\r\naccept: ;q=,\r\nconnection: close\r\n\r\n",
    ] {
        let read = send_raw(server.address(), hostile, Duration::from_secs(5)).await;
        assert!(read.is_some());
    }
    assert_eq!(
        post(&server, "application/json", r#"{"a":1}"#).await.status,
        200
    );
}
