//! The formats of strings (JSON Schema 2020-12 validation §7.3, OpenAPI 3.1.1 §4.4.3): which text is of which.

mod base64;
mod date_time;
mod duration;
mod internet;
mod number;
mod others;
mod pointer;
mod read;
mod scanner;
mod time;
mod uri;

pub use base64::{Base64, ParseBase64Error};
pub use date_time::{DateTime, ParseDateTimeError};
pub use duration::Duration;

use std::str::FromStr;

use ::base64::{Engine as _, engine::general_purpose as base64_engine};

/// A format's name and whether a text is of it.
type Format = (&'static str, fn(&str) -> bool);

const FORMATS: &[Format] = &[
    ("date-time", time::is_date_time),
    ("date", time::is_date),
    ("time", time::is_time),
    ("duration", time::is_duration),
    ("uuid", internet::is_uuid),
    ("email", internet::is_email),
    ("idn-email", internet::is_idn_email),
    ("hostname", internet::is_hostname),
    ("ipv4", is_parsed::<std::net::Ipv4Addr>),
    ("ipv6", is_parsed::<std::net::Ipv6Addr>),
    ("uri", uri::is_uri),
    ("url", uri::is_uri),
    ("uri-reference", uri::is_reference),
    ("iri", uri::is_iri),
    ("iri-reference", uri::is_iri_reference),
    ("uri-template", uri::is_template),
    ("json-pointer", pointer::is_pointer),
    ("relative-json-pointer", pointer::is_relative),
    ("regex", is_regex),
    ("byte", is_base64),
    ("base64url", is_base64url),
    ("decimal", number::is_decimal),
];

/// Whether a text is of a format. A format that is not known here is an annotation, which every text keeps.
pub(crate) fn holds(name: &str, text: &str) -> bool {
    FORMATS
        .iter()
        .find(|(known, _)| *known == name)
        .is_none_or(|(_, holds)| holds(text))
}

fn is_parsed<T: FromStr>(text: &str) -> bool {
    text.parse::<T>().is_ok()
}

/// ECMA-262 with the `u` flag, as for `pattern` (JSON Schema 2020-12 core §6.4).
fn is_regex(text: &str) -> bool {
    regress::Regex::with_flags(text, "u").is_ok()
}

/// RFC 4648 §4, with its padding.
pub(crate) fn is_base64(text: &str) -> bool {
    base64_engine::STANDARD.decode(text).is_ok()
}

/// RFC 4648 §5, with its padding or without.
fn is_base64url(text: &str) -> bool {
    base64_engine::URL_SAFE_NO_PAD
        .decode(text.trim_end_matches('='))
        .is_ok()
}
