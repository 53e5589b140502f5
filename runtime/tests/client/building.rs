//! Clients that can and cannot be built.

use std::sync::Arc;

use crate::support::scripted::Scripted;
use bindery::{BuildError, Client, ClientBuilder, Credential, Transport};

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
