//! From JSON text to a model: strictly through [`decode`], leniently inside the client.

mod descend;
pub(crate) mod dropped;
mod error;
mod excerpt;
mod locate;
mod place;
pub(crate) mod strict;
pub(crate) mod trail;
mod words;

pub use error::{DecodeError, DecodeErrorKind};
pub(crate) use place::{failed_after, forget as forget_failure};

use crate::{Model, redact::Redactor};

/// Reads a value from JSON text and checks it against its schema.
///
/// This is the strict reading. It refuses null for an optional property that may not be null, a property that the
/// schema forbids (`additionalProperties: false`), a key that stands twice, a value that is of two members of a
/// `oneOf`, and whatever [`validate`](crate::Validate::validate) finds. `serde_json::from_slice` is the lenient one,
/// which the client uses for what a server sends.
///
/// The error tells where in the text the value stopped fitting, what was expected there, and shows an excerpt.
///
/// ```
/// let error = bindery::decode::<Vec<i64>>(b"[1, true]").unwrap_err();
/// assert_eq!(error.pointer(), "/1");
/// ```
pub fn decode<T: Model>(bytes: &[u8]) -> Result<T, DecodeError> {
    let _strict = strict::Strict::enter();
    let value: T = read(bytes, &Redactor::default())?;
    match value.validate() {
        Ok(()) => Ok(value),
        Err(violations) => Err(violations.into()),
    }
}

/// Reads a value from JSON text as it comes; the error's texts are redacted.
pub(crate) fn read<T: Model>(bytes: &[u8], redactor: &Redactor) -> Result<T, DecodeError> {
    let bytes = without_mark(bytes);
    let text = str::from_utf8(bytes)
        .map_err(|error| DecodeError::json_not_utf8(bytes, error.valid_up_to(), redactor))?;
    read_text(text).map_err(|error| DecodeError::json(bytes, &error, redactor))
}

/// A byte order mark is passed over, as RFC 8259 §8.1 allows.
fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

/// By the deserializer that unions read their variants by, so that no type is compiled for another. That the whole is
/// UTF-8 is known, which is looked at faster at once than string by string.
fn read_text<T: Model>(text: &str) -> Result<T, serde_json::Error> {
    place::forget();
    // What an error that nobody asked about left.
    trail::take();
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let value = T::read_from(&mut deserializer)?;
    deserializer.end()?;
    Ok(value)
}

/// The beginning of a body, redacted and in one line, for an error's text.
pub(crate) fn body_excerpt(bytes: &[u8], redactor: &Redactor) -> String {
    let text = String::from_utf8_lossy(bytes);
    excerpt::shorten(&redactor.redact(&text), excerpt::REPLY)
}
