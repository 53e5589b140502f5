//! Formats that OpenAPI defines beyond those of JSON Schema (OpenAPI 3.1.1 §4.4.3
//! and the OpenAPI format registry): bounds for numbers, checks for strings.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
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
        "float" => Number::from_f64(f64::from(f32::MIN)).zip(Number::from_f64(f32::MAX.into())),
        _ => None,
    }
}

/// The bounds of a format as a schema.
pub(super) fn number_schema(format: &str) -> Option<Value> {
    number_bounds(format).map(|(lowest, highest)| json!({"minimum": lowest, "maximum": highest}))
}

/// Adds the checks that the validator does not have.
pub(super) fn with_formats(options: ValidationOptions<'_>) -> ValidationOptions<'_> {
    options.with_format("byte", |text: &str| STANDARD.decode(text).is_ok())
}
