//! Credentials are asked for as the description says.

use bindery_contract::{Credential, Server, ServerOptions};
use serde_json::json;

use crate::support::client::{get, send};
use crate::{ok, serve, with_paths};

#[tokio::test]
async fn credentials_are_asked_for_by_each_kind_of_scheme_and_never_quoted() {
    let cases: [(&str, &str, (&str, &str)); 5] = [
        ("token", "/it", ("authorization", "Bearer s3cret")),
        ("login", "/it", ("authorization", "basic bWU6czNjcmV0")),
        ("key", "/it", ("x-key", "s3cret")),
        ("queryKey", "/it?api_key=s3cret", ("x-none", "")),
        ("session", "/it", ("cookie", "a=b; sid=s3cret")),
    ];
    for (scheme, target, header) in cases {
        let document =
            with_paths(&json!({"/it": {"get": {"security": [{scheme: []}], "responses": ok()}}}));
        let secret = match scheme {
            "login" => Credential::Basic {
                user: "me".to_owned(),
                password: "s3cret".to_owned(),
            },
            _ => Credential::Token("s3cret".to_owned()),
        };
        let wrong = match scheme {
            "login" => Credential::Basic {
                user: "me".to_owned(),
                password: "0ther".to_owned(),
            },
            _ => Credential::Token("0ther".to_owned()),
        };
        for (expected, status) in [(None, 200), (Some(secret), 200), (Some(wrong), 401)] {
            let mut options = ServerOptions::default();
            options
                .credentials
                .extend(expected.map(|it| (scheme.to_owned(), it)));
            let server = Server::start(document.clone(), options).await.unwrap();
            let received = send(server.address(), "GET", target, &[header], b"").await;
            assert_eq!(received.status, status, "{scheme}");
            let absent = get(server.address(), "/it").await;
            assert_eq!(absent.status, 401, "{scheme}");
            let said = format!("{:?}", server.findings());
            assert!(
                !said.contains("s3cret") && !said.contains("0ther"),
                "{said}"
            );
        }
    }
}

#[tokio::test]
async fn one_requirement_suffices_and_all_its_schemes_are_needed() {
    let server = serve(json!({
        "/both": {"get": {"security": [{"token": [], "key": []}, {"login": []}], "responses": ok()}},
        "/open": {"get": {"security": [{"token": []}, {}], "responses": ok()}},
    }))
    .await;
    let bearer = ("authorization", "Bearer t");
    let basic = ("authorization", "Basic YTpi");
    let key = ("x-key", "k");
    for (headers, status) in [
        (vec![bearer, key], 200),
        (vec![bearer], 401),
        (vec![key], 401),
        (vec![basic], 200),
    ] {
        let received = send(server.address(), "GET", "/both", &headers, b"").await;
        assert_eq!(received.status, status, "{headers:?}");
    }
    assert_eq!(get(server.address(), "/open").await.status, 200);
}
