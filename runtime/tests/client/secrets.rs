//! No text shows a credential.

use crate::support::{
    events::{self},
    scripted::{Scripted, Step, texts},
};
use bindery::{Client, Credential};

use crate::{builder, failure};

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
