//! Bodies, and the media types that are sent and accepted.

use bindery_contract::{Finding, FindingKind};
use serde_json::json;

use crate::support::client::send;
use crate::{kinds, post, serve, serve_parameters, with_body};

#[tokio::test]
async fn a_body_is_of_a_described_media_type_and_valid() {
    let server = serve(with_body(true)).await;
    let cases = [
        ("application/json", r#"{"a": 1}"#, vec![]),
        ("Application/JSON; charset=utf-8", r#"{"a": 1}"#, vec![]),
        (
            "application/json",
            r#"{"a": "1"}"#,
            vec![FindingKind::InvalidBody],
        ),
        (
            "application/json",
            r#"{"a": 1"#,
            vec![FindingKind::MalformedBody],
        ),
        ("application/xml", "<a/>", vec![FindingKind::ContentType]),
        ("application/x-www-form-urlencoded", "n=1&t=x&t=y+z", vec![]),
        (
            "application/x-www-form-urlencoded",
            "t=x",
            vec![FindingKind::InvalidBody],
        ),
        (
            "application/x-www-form-urlencoded",
            "n=%",
            vec![FindingKind::MalformedBody],
        ),
        ("text/plain", "abc", vec![]),
        ("text/csv", "abcd", vec![FindingKind::InvalidBody]),
    ];
    for (content_type, body, expected) in cases {
        let received = post(&server, content_type, body).await;
        assert_eq!(received.status == 400, !expected.is_empty());
        assert_eq!(kinds(&server), expected, "{content_type}: {body}");
    }
    send(server.address(), "POST", "/it", &[], b"").await;
    assert_eq!(kinds(&server), [FindingKind::MissingBody]);
    send(server.address(), "POST", "/it", &[], b"x").await;
    assert_eq!(kinds(&server), [FindingKind::ContentType]);
}

#[tokio::test]
async fn a_body_may_be_absent_where_optional_and_must_be_where_none_is_described() {
    let server = serve(with_body(false)).await;
    send(server.address(), "POST", "/it", &[], b"").await;
    assert_eq!(kinds(&server), []);
    let server = serve_parameters(json!([])).await;
    send(server.address(), "GET", "/it", &[], b"{}").await;
    assert_eq!(kinds(&server), [FindingKind::UnexpectedBody]);
}

#[tokio::test]
async fn a_finding_says_where_and_points_into_the_description() {
    let server = serve(with_body(true)).await;
    let received = post(&server, "application/json", r#"{"a": "1"}"#).await;
    let Finding { place, pointer, .. } = server.findings().remove(0);
    assert_eq!(place, "body at `/a`");
    assert_eq!(
        pointer.as_str(),
        "/paths/~1it/post/requestBody/content/application~1json"
    );
    assert_eq!(received.header("x-bindery-findings"), Some("1"));
    assert_eq!(received.json()["findings"][0]["place"], "body at `/a`");
}

#[tokio::test]
async fn accept_must_admit_a_described_media_type() {
    let server = serve(json!({"/it": {"get": {"responses": {"200": {
        "description": "", "content": {"application/vnd.api+json": {"schema": {"type": "integer"}}}}}}}}))
    .await;
    for (accept, fine) in [
        ("application/vnd.api+json", true),
        ("*/*", true),
        ("text/html, application/*;q=0.1", true),
        ("application/json", false),
        ("*/*, application/vnd.api+json;q=0", false),
    ] {
        let received = send(server.address(), "GET", "/it", &[("accept", accept)], b"").await;
        assert_eq!(received.status == 200, fine, "{accept}");
        assert_eq!(kinds(&server).is_empty(), fine, "{accept}");
    }
}
