//! What the server answers, described or scripted, and what it records.

use bindery_contract::{Answer, Reply};
use serde_json::json;

use crate::support::client::{get, send};
use crate::{ok, operation, parameter, serve, with_body};

#[tokio::test]
async fn the_described_answer_is_a_valid_instance_and_the_same_for_the_same_seed() {
    let paths = json!({"/it": {"get": {"responses": {
        "404": {"description": ""},
        "2XX": {"description": "", "headers": {"X-Rate": {"required": true, "schema": {"type": "integer"}}},
                "content": {"application/vnd.api+json": {"schema": {
                    "type": "object", "required": ["id"], "properties": {"id": {"type": "string", "format": "uuid"}}}}}},
    }}}});
    let mut bodies = Vec::new();
    for _ in 0..2 {
        let server = serve(paths.clone()).await;
        for _ in 0..3 {
            let received = get(server.address(), "/it").await;
            assert_eq!(received.status, 200);
            assert_eq!(
                received.header("content-type"),
                Some("application/vnd.api+json")
            );
            assert!(
                received
                    .header("x-rate")
                    .is_some_and(|it| it.parse::<i64>().is_ok())
            );
            assert!(received.json()["id"].is_string());
            bodies.push(received.body);
        }
    }
    assert_eq!(bodies[..3], bodies[3..]);
    assert_ne!(bodies[0], bodies[1]);
}

#[tokio::test]
async fn a_response_without_content_has_an_empty_body() {
    let server = serve(json!({
        "/none": {"delete": {"responses": {"204": {"description": ""}}}},
        "/open": {"get": {"responses": {"default": {"description": ""}}}},
    }))
    .await;
    let received = send(server.address(), "DELETE", "/none", &[], b"").await;
    assert_eq!((received.status, received.body.len()), (204, 0));
    let received = get(server.address(), "/open").await;
    assert_eq!((received.status, received.body.len()), (200, 0));
    assert_eq!(received.header("content-type"), None);
}

#[tokio::test]
async fn replies_are_scripted_in_order_by_operation_and_from_the_request() {
    let server = serve(json!({
        "/a": {"get": operation("a", json!([parameter("query", "page", json!({"type": "integer"}))]))},
        "/b": {"get": operation("b", json!([]))},
        "/c": {"get": {"responses": ok()}},
    }))
    .await;
    server.reply_to(
        "a",
        Reply::from_fn(|request| {
            let page = request.query_value("page").unwrap_or_default();
            Reply::json(200, &json!({"page": page}))
        }),
    );
    server.reply_to(
        "GET /c",
        Answer::with_body(418, "text/plain", "pot").header("x-a", "1"),
    );
    server.reply_with(Reply::status(503));
    assert_eq!(get(server.address(), "/b").await.status, 503);
    assert_eq!(get(server.address(), "/b").await.status, 200);
    assert_eq!(
        get(server.address(), "/a?page=1+2").await.json(),
        json!({"page": "1 2"})
    );
    let received = get(server.address(), "/c").await;
    assert_eq!((received.status, received.header("x-a")), (418, Some("1")));
    assert_eq!(received.body, b"pot");
    let findings: Vec<usize> = server
        .exchanges()
        .iter()
        .map(|it| it.findings.len())
        .collect();
    assert_eq!(
        findings,
        [0, 0, 1, 0],
        "a scripted answer does not hide a finding"
    );
}

#[tokio::test]
async fn an_exchange_is_recorded_as_it_went_over_the_wire() {
    let server = serve(with_body(true)).await;
    let headers = [
        ("content-type", "application/json"),
        ("x-b", "1"),
        ("x-a", "2"),
    ];
    let received = send(
        server.address(),
        "POST",
        "/it?x=%2F",
        &headers,
        br#"{"a":1}"#,
    )
    .await;
    let exchange = server.exchanges().remove(0);
    let request = &exchange.request;
    assert_eq!(
        (request.method.as_str(), request.target.as_str()),
        ("POST", "/it?x=%2F")
    );
    assert_eq!(&request.body[..], br#"{"a":1}"#);
    let names: Vec<&str> = request
        .headers
        .iter()
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(
        names,
        [
            "host",
            "connection",
            "content-type",
            "x-b",
            "x-a",
            "content-length"
        ]
    );
    let answer = exchange.answer.expect("it was answered");
    assert_eq!(
        (answer.status, &answer.body[..]),
        (received.status, &received.body[..])
    );
}
