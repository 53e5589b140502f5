//! Calls: what is sent, what comes back, and each way to fail.

mod support;

use std::{convert::Infallible, sync::Arc, time::Duration};

use bindery::{
    BuildError, Client, ClientBuilder, Credential, Error, Operation, Reply, RequestError,
    Transport, TransportErrorKind,
    bytes::Bytes,
    http::{Method, Response, StatusCode},
};
use support::{
    events::{self, Event, ListAll, ListAllError},
    scripted::{Scripted, Sent, Step, texts},
};

const KEY: &str = "sk_live_0123456789";
const PAGE: &str = r#"{"data":[{"id":"e","description":null}]}"#;

fn builder(transport: &Scripted) -> ClientBuilder {
    Client::builder("https://api.example.com/base/").transport(transport.clone())
}

fn client(transport: &Scripted) -> events::Client {
    let core = builder(transport)
        .credential("bearer", Credential::bearer(KEY))
        .build();
    events::Client::new(core.unwrap())
}

/// The request that a client so configured sends.
async fn sent(
    configure: impl FnOnce(ClientBuilder) -> ClientBuilder,
) -> Result<Sent, Error<ListAllError>> {
    let transport = Scripted::new([Step::Answer(200, PAGE)]);
    let client = events::Client::new(configure(builder(&transport)).build().unwrap());
    client.list_all("o/1").limit(50.0).source("manual").await?;
    Ok(transport.sent().remove(0))
}

/// What goes wrong when the server answers so.
async fn failure(step: Step) -> Error<ListAllError> {
    let client = client(&Scripted::new([step]));
    client
        .list_all("o")
        .await
        .expect_err("the answer is no success")
}

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
async fn a_success_derefs_to_its_value() {
    let client = client(&Scripted::new([Step::Answer(200, PAGE)]));
    let page = client.list_all("o").send().await.unwrap();
    assert_eq!(page.status(), StatusCode::OK);
    assert_eq!(page.data[0].id, "e");
    assert_eq!(page.map(|page| page.data.len()).into_value(), 1);
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
async fn a_documented_failure_holds_its_body() {
    let error = failure(Step::Answer(422, r#"{"id":"e","description":"d"}"#)).await;
    assert_eq!(error.status(), Some(StatusCode::UNPROCESSABLE_ENTITY));
    assert!(matches!(error.failure(), Some(ListAllError::Unprocessable(event)) if event.id == "e"));
    assert_eq!(
        error.to_string(),
        r#"the server answered 422 Unprocessable Entity: {"id":"e","description":"d"}"#
    );
    assert!(
        matches!(failure(Step::Answer(404, "x")).await, Error::Status(response) if *response == ListAllError::NotFound("x".into()))
    );
}

#[tokio::test]
async fn an_undocumented_status_keeps_its_body() {
    let error = failure(Step::Answer(503, "try later")).await;
    let Error::Undocumented(response) = &error else {
        panic!("{error:?}")
    };
    assert_eq!(&response[..], b"try later");
    assert_eq!(
        error.to_string(),
        "the server answered 503 Service Unavailable, which its description does not have: try later"
    );
}

#[tokio::test]
async fn a_redirect_is_an_answer() {
    assert_eq!(
        failure(Step::Answer(302, "")).await.status(),
        Some(StatusCode::FOUND)
    );
}

#[tokio::test]
async fn a_body_of_another_shape_is_told_with_its_place() {
    let error = failure(Step::Answer(200, r#"{"data":[{"id":5}]}"#)).await;
    let Error::Decode(response) = &error else {
        panic!("{error:?}")
    };
    assert_eq!(response.pointer(), "/data/0/id");
    assert_eq!(
        error.to_string(),
        "the server answered 200 OK, and its body is not what the description says: \
         at /data/0/id: invalid type: integer `5`, expected a string, near: 5"
    );
    assert!(failure(Step::Answer(200, "<html>")).await.is_decode());
    assert!(failure(Step::Answer(422, "<html>")).await.is_decode());
}

#[tokio::test]
async fn a_truncated_body_and_a_lost_connection_are_the_transports() {
    for (step, kind) in [
        (Step::Truncated("{\"data\""), TransportErrorKind::Body),
        (
            Step::Fail(TransportErrorKind::Connect),
            TransportErrorKind::Connect,
        ),
    ] {
        let error = failure(step).await;
        assert!(
            matches!(&error, Error::Transport(error) if error.kind() == kind),
            "{error:?}"
        );
    }
}

#[tokio::test]
async fn a_timeout_says_how_long_it_was() {
    let transport = Scripted::new([Step::Fail(TransportErrorKind::Timeout)]);
    let core = builder(&transport)
        .credential("bearer", Credential::bearer(KEY))
        .build()
        .unwrap();
    let client = events::Client::new(core.with_timeout(Duration::from_millis(1500)));
    let error = client.list_all("o").await.unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(
        error.to_string(),
        "the server did not answer in full within 1.5s"
    );
    assert_eq!(
        transport.sent()[0].timeout,
        Some(Duration::from_millis(1500))
    );
    assert_eq!(
        sent(|builder| builder.no_timeout().without_credentials())
            .await
            .unwrap()
            .timeout,
        None
    );
}

#[tokio::test]
async fn a_reply_is_no_larger_than_allowed() {
    let transport = Scripted::new([Step::Answer(200, PAGE), Step::Answer(200, PAGE)]);
    let limited = |limit: u64| {
        let core = builder(&transport)
            .without_credentials()
            .max_response_bytes(limit)
            .build();
        events::Client::new(core.unwrap())
    };
    let size = u64::try_from(PAGE.len()).unwrap();
    let error = limited(size - 1).list_all("o").await.unwrap_err();
    assert!(
        matches!(&error, Error::Transport(error) if error.kind() == TransportErrorKind::TooLarge)
    );
    assert!(limited(size).list_all("o").await.is_ok());
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
        error,
        Error::Request(RequestError::MissingCredentials { .. })
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
            error,
            Error::Request(RequestError::ConflictingCredentials { .. })
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

#[tokio::test]
async fn no_error_shows_a_credential() {
    for step in [
        Step::Answer(404, "no such key: sk_live_0123456789"),
        Step::Answer(503, "Authorization: Bearer sk_live_0123456789"),
        Step::Answer(200, "sk_live_0123456789"),
        Step::Answer(200, r#"{"data":"sk_live_0123456789"}"#),
        Step::Answer(
            200,
            r#"{"data":[{"id":"e","description":["sk_live_0123456789"]}]}"#,
        ),
        Step::Answer(
            200,
            r#"{"data":["sk_live_0123456789" "sk_live_0123456789"]}"#,
        ),
        Step::Answer(
            200,
            r#"{"data":[{"id":"sk_live_0123456789","sk_live_0123456789":"sk_live_0123456789"#,
        ),
    ] {
        let shown = format!("{step:?}");
        let texts = texts(&failure(step).await);
        assert!(!texts.contains("live_0"), "{shown}: {texts}");
        assert!(texts.contains("[redacted]"), "{shown}: {texts}");
    }
}

#[tokio::test]
async fn no_error_shows_a_header_that_carries_credentials() {
    for (name, value) in [
        ("Authorization", "Key sk_live_0123456789"),
        ("cookie", "sid=sk_live_0123456789"),
    ] {
        let transport = Scripted::new([Step::Answer(
            503,
            "Key sk_live_0123456789; sid=sk_live_0123456789",
        )]);
        let builder = builder(&transport)
            .without_credentials()
            .header(name, value);
        let client = events::Client::new(builder.build().unwrap());
        let error = client.list_all("o").await.expect_err("503 is no success");
        assert!(transport.sent()[0].headers[name].is_sensitive());
        let texts = texts(&error);
        assert!(texts.contains("[redacted]"), "{name}: {texts}");
        assert!(!texts.contains(value), "{name}: {texts}");
    }
}

#[tokio::test]
async fn no_debug_output_shows_a_credential() {
    let builder = Client::builder("https://api.example.com")
        .transport(Scripted::default())
        .credential("a", Credential::bearer("secret1"))
        .credential("b", Credential::basic("u", "secret2"))
        .credential("c", Credential::query("q", "secret3"));
    let builder_text = format!("{builder:?}");
    let client = builder.build().unwrap();
    let credential = format!(
        "{:?} {:?}",
        Credential::cookie("c", "secret4"),
        bindery::Secret::new("secret5")
    );
    let shown = format!("{builder_text} {client:?} {credential}");
    assert!(!shown.contains("secret"), "{shown}");
    assert!(shown.contains("https://api.example.com"));
    assert!(credential.contains("[redacted]"));
}

#[test]
fn a_base_url_is_absolute_and_plain() {
    for url in [
        "",
        "/v1",
        "api.example.com",
        "ftp://api.example.com",
        "https://",
        "https:///x",
        "https://api.example.com?x=1",
        "https://api.example.com/#x",
        "https://user:hunter2@api.example.com",
        "https://api example.com",
    ] {
        let error = Client::builder(url)
            .transport(Scripted::default())
            .build()
            .unwrap_err();
        assert!(matches!(error, BuildError::BaseUrl { .. }), "{url}");
        assert!(!error.to_string().contains("hunter2"));
    }
    for (url, base) in [
        ("http://localhost:8080", "http://localhost:8080"),
        ("https://api.example.com/", "https://api.example.com"),
        (
            "https://api.example.com/a/b/",
            "https://api.example.com/a/b",
        ),
        ("HTTPS://[::1]:1/", "HTTPS://[::1]:1"),
    ] {
        assert_eq!(
            Client::builder(url)
                .transport(Scripted::default())
                .build()
                .unwrap()
                .base_url(),
            base
        );
    }
}

#[test]
fn what_cannot_be_sent_cannot_be_built() {
    let build = |configure: fn(ClientBuilder) -> ClientBuilder| {
        configure(Client::builder("https://a.example").transport(Scripted::default()))
            .build()
            .unwrap_err()
    };
    let error = build(|builder| builder.credential("bearer", Credential::bearer("a\r\nb")));
    assert!(
        matches!(&error, BuildError::Credential { scheme } if scheme == "bearer"),
        "{error}"
    );
    let error = build(|builder| builder.header("bad name", "x"));
    assert!(matches!(error, BuildError::Header { .. }));
}

#[test]
fn an_operation_reads_a_reply_from_anywhere() {
    let reply = Reply::new(
        Response::builder()
            .status(200)
            .body(Bytes::from(PAGE))
            .unwrap(),
    );
    let page = <ListAll as Operation>::response(reply).unwrap();
    assert_eq!(page.data.len(), 1);
}

#[test]
fn errors_are_small_and_can_be_boxed() {
    assert!(
        size_of::<Error<[u8; 500]>>() <= 96,
        "{}",
        size_of::<Error<[u8; 500]>>()
    );
    let error: Error<Infallible> = RequestError::ConflictingCredentials {
        place: "x".to_owned(),
    }
    .into();
    let boxed: Box<dyn std::error::Error + Send + Sync> = error.widen::<ListAllError>().into();
    assert!(boxed.to_string().starts_with("the request was not sent"));
}

#[test]
fn transports_can_be_shared() {
    fn takes(_: impl Transport) {}
    takes(Arc::new(Scripted::default()));
    takes(Box::new(Scripted::default()) as Box<dyn Transport>);
}

#[cfg(not(feature = "reqwest"))]
#[test]
fn without_the_default_transport_a_client_needs_one() {
    let error = Client::builder("https://a.example").build().unwrap_err();
    assert!(matches!(error, BuildError::NoTransport));
    assert!(error.to_string().contains("feature `reqwest`"), "{error}");
}

#[cfg(feature = "reqwest")]
#[test]
fn the_default_transport_needs_no_setting() {
    assert!(Client::builder("https://a.example").build().is_ok());
}
