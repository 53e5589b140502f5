//! Percent-encoding (RFC 3986 §2).

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Everything but the unreserved characters (RFC 3986 §2.3).
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// What is neither unreserved nor reserved (RFC 3986 §2.2), and the `#` at which a query would end.
const ILLEGAL: &AsciiSet = &RESERVED
    .remove(b':')
    .remove(b'/')
    .remove(b'?')
    .remove(b'[')
    .remove(b']')
    .remove(b'@')
    .remove(b'!')
    .remove(b'$')
    .remove(b'&')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b'=');

/// The text with all but unreserved characters encoded.
pub(crate) fn encode(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

/// The text with reserved characters and percent-encoded triples as they are (RFC 6570 §3.2.3).
pub(crate) fn encode_illegal(text: &str) -> String {
    let mut pieces = text.split('%');
    let mut encoded = pieces
        .next()
        .map(|piece| utf8_percent_encode(piece, ILLEGAL).to_string())
        .unwrap_or_default();
    for piece in pieces {
        encoded.push_str(if starts_with_hex_pair(piece) {
            "%"
        } else {
            "%25"
        });
        encoded.extend(utf8_percent_encode(piece, ILLEGAL));
    }
    encoded
}

/// The same without the characters at which the segment of a path would end (OpenAPI 3.2.0 §4.12.2.2).
pub(crate) fn encode_illegal_in_path(text: &str) -> String {
    encode_illegal(text).replace('/', "%2F").replace('?', "%3F")
}

fn starts_with_hex_pair(text: &str) -> bool {
    text.as_bytes()
        .get(..2)
        .is_some_and(|pair| pair.iter().all(u8::is_ascii_hexdigit))
}

/// `name=value`, for a query.
pub(crate) fn query(name: &str, value: &str) -> String {
    format!("{}={}", encode(name), encode(value))
}

/// Whether each segment of a path says something: a URL parser takes `.` and `..` away, however they are written, and
/// an empty segment is another resource.
pub(crate) fn is_complete(segment: &str) -> bool {
    let plain = segment.to_ascii_lowercase().replace("%2e", ".");
    !matches!(plain.as_str(), "" | "." | "..")
}
