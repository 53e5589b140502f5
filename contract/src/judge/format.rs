//! Formats that OpenAPI defines beyond those of JSON Schema (OpenAPI 3.1.1 §4.4.3
//! and the OpenAPI format registry): bounds for numbers, checks for strings.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use bindery_openapi::document::Schema;
use jsonschema::ValidationOptions;
use serde_json::{Number, Value, json};

/// The least and greatest number of a format, where it bounds numbers.
pub(crate) fn number_bounds(format: &str) -> Option<(Number, Number)> {
    let integers = |lowest: i64, highest: u64| (Number::from(lowest), Number::from(highest));
    match format {
        "int8" => Some(integers(-0x80, 0x7f)),
        "int16" => Some(integers(-0x8000, 0x7fff)),
        "int32" => Some(integers(i64::from(i32::MIN), 0x7fff_ffff)),
        "int64" => Some(integers(i64::MIN, 0x7fff_ffff_ffff_ffff)),
        "uint8" => Some(integers(0, 0xff)),
        "uint16" => Some(integers(0, 0xffff)),
        "uint32" => Some(integers(0, 0xffff_ffff)),
        "uint64" => Some(integers(0, u64::MAX)),
        _ => None,
    }
}

/// A bound of integers as it is meant: the ends of 64 bits, rounded as by a tool that knows only doubles, are those
/// ends.
pub(crate) fn end_of_integers(bound: &Number) -> Number {
    let double = bound.as_f64();
    let is_end = |end: &Number| end.as_f64() == double;
    match bound.as_f64() {
        Some(double) if double.abs() > 9e18 => {
            let ends = [
                Number::from(i64::MIN),
                Number::from(i64::MAX),
                Number::from(u64::MAX),
            ];
            ends.into_iter()
                .find(is_end)
                .unwrap_or_else(|| bound.clone())
        }
        Some(_) | None => bound.clone(),
    }
}

/// The bounds of a format as a schema.
pub(super) fn number_schema(format: &str) -> Option<Value> {
    number_bounds(format).map(|(lowest, highest)| json!({"minimum": lowest, "maximum": highest}))
}

/// Whether formats assert in descriptions of this version: from 3.1 on they annotate.
pub(super) fn assert_in(version: &str) -> bool {
    version.starts_with("2.") || version.starts_with("3.0")
}

/// Whether the format is one of numbers or dates, which people mean as a type.
pub(super) fn is_of_a_type(format: &str) -> bool {
    number_bounds(format).is_some() || ["date-time", "date"].contains(&format)
}

/// The format of a schema. An encoding of bytes as text is one (OpenAPI 3.1.1 §4.4.4).
pub(crate) fn of(schema: &Schema) -> Option<&str> {
    let string = schema.string.as_deref();
    let encoding = string.and_then(|string| string.content_encoding.as_deref());
    schema.format.as_deref().or(match encoding {
        Some("base64") => Some("byte"),
        Some("base64url") => Some("base64url"),
        Some(_) | None => None,
    })
}

/// Adds the checks that the validator does not have.
pub(super) fn with_formats(options: ValidationOptions<'_>) -> ValidationOptions<'_> {
    options
        .with_format("byte", |text: &str| STANDARD.decode(text).is_ok())
        .with_format("base64url", |text: &str| {
            URL_SAFE_NO_PAD.decode(text.trim_end_matches('=')).is_ok()
        })
        .with_format("decimal", is_decimal)
}

/// A sign or none, digits, and after a point more digits.
fn is_decimal(text: &str) -> bool {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|next| next.is_ascii_digit());
    is_number(whole) && is_number(fraction)
}
