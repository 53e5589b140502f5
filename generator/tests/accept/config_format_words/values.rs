//! Formats as types: what each takes, what it refuses, and what it writes.

use accepted::bindery::{Base64, DecodeError, Json, decode, serde_json};
use accepted::config_format_words::types::Host;

const ID: &str = "67e55044-10b1-426f-9247-bb680e5fe0c8";

fn host(property: &str, value: &str) -> Result<Host, DecodeError> {
    decode(format!(r#"{{"id":"{ID}","{property}":"{value}"}}"#).as_bytes())
}

#[test]
fn what_is_of_the_format_comes_back() {
    for (property, value) in [
        ("v4", "192.168.0.1"),
        ("v6", "2001:db8::1"),
        ("opens", "09:30:00"),
        ("lasts", "P1DT12H"),
        ("key", "AAECAw=="),
        ("since", "9999-12-31T23:59:59+05:30"),
        ("born", "2024-02-29"),
    ] {
        let host = host(property, value).expect(value);
        let written: Json = serde_json::to_value(&host).expect("it is written");
        assert_eq!(written[property], value);
    }
}

#[test]
fn what_is_not_is_refused_where_it_stands() {
    for (property, value) in [
        ("v4", "192.168.0.256"),
        ("v6", "2001:db8:::1"),
        ("opens", "25:00:00"),
        ("lasts", "a while"),
        ("lasts", "1 hour"),
        ("key", "*"),
        ("key", "AAECAwQFBgc="),
        ("since", "2024-02-29"),
        ("since", "2024-02-29 12:00:00Z"),
        ("born", "2023-02-29"),
    ] {
        let error = host(property, value).expect_err(value);
        assert_eq!(error.pointer(), format!("/{property}"), "{value}");
    }
    let error = decode::<Host>(br#"{"id":"67e5504410b1426f9247bb680e5fe0c8"}"#);
    assert_eq!(error.expect_err("it has no hyphens").pointer(), "/id");
}

#[test]
fn defaults_are_of_the_types() {
    assert_eq!(Host::default_id().to_string(), ID);
    assert!(Host::default_v4().is_loopback() && Host::default_v6().is_loopback());
    assert_eq!(Host::default_key(), Base64::from(b"hi!"));
    assert_eq!(Host::default_key().decode().expect("it is base64"), b"hi!");
}
