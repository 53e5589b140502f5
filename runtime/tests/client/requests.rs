//! What is sent.

use std::time::Duration;

use crate::support::{
    events::{self, Event},
    scripted::{Scripted, Step},
};
use bindery::{ClientBuilder, Credential, Error, RequestErrorKind, http::Method};

use crate::{KEY, PAGE, builder, client, sent};

#[tokio::test]
async fn a_request_goes_to_the_base_url_with_credentials_and_defaults() {
    let sent = sent(|builder| builder.credential("bearer", Credential::bearer(KEY)))
        .await
        .unwrap();
    assert_eq!(sent.method, Method::GET);
    assert_eq!(
        sent.url,
        "https://api.example.com/base/v1/objects/o%2F1/events?limit=50&source=manual"
    );
    assert_eq!(
        sent.header("authorization"),
        Some("Bearer sk_live_0123456789")
    );
    assert_eq!(sent.header("accept"), Some("application/json"));
    assert_eq!(
        sent.header("user-agent"),
        Some(concat!("bindery/", env!("CARGO_PKG_VERSION")))
    );
    assert_eq!(sent.timeout, Some(Duration::from_secs(30)));
    assert!(sent.headers["authorization"].is_sensitive());
}

#[tokio::test]
async fn a_call_can_be_spawned() {
    let transport = Scripted::new([Step::Answer(200, PAGE)]);
    let call = client(&transport).list_all("o").send();
    assert!(transport.sent().is_empty());
    assert!(tokio::spawn(call).await.unwrap().is_ok());
}

#[tokio::test]
async fn a_body_is_sent_as_json_and_nothing_is_read_where_nothing_is_described() {
    let transport = Scripted::new([Step::Answer(204, "")]);
    let event: Event =
        bindery::serde_json::from_str(r#"{"id":"e","description":null,"x":1}"#).unwrap();
    client(&transport).create(event).await.unwrap();
    let sent = transport.sent().remove(0);
    assert_eq!(
        sent.header("content-type"),
        Some("application/vnd.api+json")
    );
    assert_eq!(sent.header("authorization"), None);
    assert_eq!(&sent.body[..], br#"{"id":"e","description":null,"x":1}"#);
}

#[tokio::test]
async fn missing_credentials_are_an_error_before_anything_is_sent() {
    let transport = Scripted::default();
    let core = builder(&transport)
        .credential("user", Credential::basic("u", "p"))
        .build()
        .unwrap();
    let error = events::Client::new(core).list_all("o").await.unwrap_err();
    assert!(matches!(
        &error,
        Error::Request(error) if matches!(error.kind(), RequestErrorKind::MissingCredentials { .. })
    ));
    assert!(
        error
            .to_string()
            .contains("asks for the credentials bearer, or user and key"),
        "{error}"
    );
    assert!(transport.sent().is_empty());
}

#[tokio::test]
async fn a_client_without_credentials_sends_bare_requests() {
    let sent = sent(ClientBuilder::without_credentials).await.unwrap();
    assert_eq!(sent.header("authorization"), None);
}

#[tokio::test]
async fn the_first_complete_alternative_is_used() {
    let pair = |builder: ClientBuilder| {
        builder
            .credential("user", Credential::basic("Aladdin", "open sesame"))
            .credential("key", Credential::query("api key", "a&b"))
    };
    let both = sent(pair).await.unwrap();
    assert_eq!(
        both.header("authorization"),
        Some("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==")
    );
    assert!(
        both.url.ends_with("&source=manual&api%20key=a%26b"),
        "{}",
        both.url
    );
    let first = sent(|builder| pair(builder).credential("bearer", Credential::bearer(KEY)))
        .await
        .unwrap();
    assert_eq!(
        first.header("authorization"),
        Some("Bearer sk_live_0123456789")
    );
    assert!(!first.url.contains("api%20key"));
}

#[tokio::test]
async fn credentials_that_go_together_need_places_of_their_own() {
    let clash = |builder: ClientBuilder| {
        builder
            .credential("user", Credential::basic("u", "p"))
            .credential("key", Credential::header("Authorization", "k"))
    };
    let error = sent(clash).await.unwrap_err();
    assert!(
        matches!(
            &error,
            Error::Request(error) if matches!(error.kind(), RequestErrorKind::ConflictingCredentials { .. })
        ),
        "{error}"
    );
}

#[tokio::test]
async fn keys_go_into_headers_and_cookies() {
    let sent = sent(|builder| {
        builder
            .credential("user", Credential::header("X-User", "u"))
            .credential("key", Credential::cookie("session", "s;1"))
    });
    let sent = sent.await.unwrap();
    assert_eq!(sent.header("x-user"), Some("u"));
    assert_eq!(sent.header("cookie"), Some("session=s%3B1"));
    assert!(sent.headers["cookie"].is_sensitive());
}

#[tokio::test]
async fn default_headers_stand_back() {
    let sent = sent(|builder| {
        builder
            .without_credentials()
            .header("Accept", "text/plain")
            .header("X-Team", "a")
            .user_agent("me/1")
    });
    let sent = sent.await.unwrap();
    assert_eq!(sent.header("accept"), Some("application/json"));
    assert_eq!(sent.header("x-team"), Some("a"));
    assert_eq!(sent.header("user-agent"), Some("me/1"));
}
