//! A request is matched to its operation, and its path is read.

use bindery_contract::FindingKind;
use serde_json::json;

use crate::support::client::{get, send};
use crate::{kinds, kinds_of, operation, parameter, serve};

#[tokio::test]
async fn concrete_paths_win_over_templates_in_any_order() {
    let id = json!([parameter("path", "id", json!({"type": "string"}))]);
    let server = serve(json!({
        "/pets/{id}": {"get": operation("one", id.clone())},
        "/pets/mine": {"get": operation("mine", json!([]))},
        "/pets/{id}.json": {"get": operation("file", id.clone())},
        "/{id}/mine": {"get": operation("other", id.clone())},
        "/": {"get": operation("root", json!([]))},
    }))
    .await;
    let cases = [
        ("/pets/7", Some("one")),
        ("/pets/mine", Some("mine")),
        ("/pets/%6Dine", Some("mine")),
        ("/pets/7.json", Some("file")),
        ("/dogs/mine", Some("other")),
        ("/pets/a%2Fb", Some("one")),
        ("/", Some("root")),
        ("/pets/", None),
        ("/pets", None),
        ("/pets/7/", None),
        ("/pets/7/8", None),
    ];
    for (path, expected) in cases {
        get(server.address(), path).await;
        let exchange = server.take_exchanges().remove(0);
        assert_eq!(exchange.request.operation_id.as_deref(), expected, "{path}");
        assert_eq!(exchange.findings.is_empty(), expected.is_some(), "{path}");
    }
}

#[tokio::test]
async fn an_unknown_path_is_404_and_an_unknown_method_405() {
    let server = serve(
        json!({"/it": {"get": operation("it", json!([])), "put": operation("put", json!([]))}}),
    )
    .await;
    let received = get(server.address(), "/that").await;
    assert_eq!(
        (received.status, kinds(&server)),
        (404, vec![FindingKind::UnknownPath])
    );
    let received = send(server.address(), "DELETE", "/it", &[], b"").await;
    assert_eq!(received.status, 405);
    assert_eq!(received.header("allow"), Some("GET, PUT"));
    assert_eq!(kinds(&server), [FindingKind::UnknownMethod]);
}

#[tokio::test]
async fn reserved_characters_in_a_path_parameter_are_read_back() {
    for text in [
        "a/b",
        "a?b",
        "a#b",
        "100%",
        "..",
        ".",
        "a b",
        "é漢😀",
        "a+b",
        "{x}",
        "a;b=c,d",
    ] {
        let server = serve(json!({"/it/{id}/end": {"get": operation("it", json!([
            parameter("path", "id", json!({"type": "string", "enum": [text]})),
        ]))}}))
        .await;
        let escaped =
            percent_encoding::percent_encode(text.as_bytes(), percent_encoding::NON_ALPHANUMERIC)
                .to_string();
        assert_eq!(
            kinds_of(&server, &format!("/it/{escaped}/end")).await,
            [],
            "{text}"
        );
    }
}

#[tokio::test]
async fn a_path_parameter_is_judged_by_its_schema_and_escapes_must_be_whole() {
    let server = serve(json!({"/it/{id}": {"get": operation("it", json!([
        parameter("path", "id", json!({"type": "integer"})),
    ]))}}))
    .await;
    assert_eq!(kinds_of(&server, "/it/7").await, []);
    assert_eq!(kinds_of(&server, "/it/-7").await, []);
    assert_eq!(
        kinds_of(&server, "/it/x").await,
        [FindingKind::InvalidParameter]
    );
    assert_eq!(
        kinds_of(&server, "/it/%zz").await,
        [FindingKind::MalformedParameter]
    );
    assert_eq!(
        kinds_of(&server, "/it/%ff").await,
        [FindingKind::MalformedParameter]
    );
}
