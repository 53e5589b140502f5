//! The one table of formats: which Rust type a JSON type and a `format` become
//! (OpenAPI 3.1.1 §4.4, JSON Schema 2020-12 validation §7.3).

use bindery_openapi::document::JsonType;

use crate::api::TypeRef;
use crate::config::Formats;

/// A row of the table.
struct Format {
    json_type: JsonType,
    name: &'static str,
    reference: TypeRef,
}

const FORMATS: &[Format] = &[
    Format {
        json_type: JsonType::Integer,
        name: "int32",
        reference: TypeRef::Int32,
    },
    Format {
        json_type: JsonType::Integer,
        name: "int64",
        reference: TypeRef::Int64,
    },
    Format {
        json_type: JsonType::String,
        name: "date-time",
        reference: TypeRef::Timestamp,
    },
    Format {
        json_type: JsonType::String,
        name: "date",
        reference: TypeRef::Date,
    },
    Format {
        json_type: JsonType::String,
        name: "binary",
        reference: TypeRef::File,
    },
];

/// The Rust type of a scalar: the user's, else the table's. A format that neither has is an annotation.
pub(super) fn scalar(json_type: JsonType, format: Option<&str>, formats: &Formats) -> TypeRef {
    if let Some(reference) = formats.get(json_type, format) {
        return reference;
    }
    FORMATS
        .iter()
        .find(|row| row.json_type == json_type && Some(row.name) == format)
        .map_or_else(|| unformatted(json_type), |row| row.reference.clone())
}

fn unformatted(json_type: JsonType) -> TypeRef {
    match json_type {
        JsonType::Boolean => TypeRef::Boolean,
        JsonType::Integer => TypeRef::Int64,
        JsonType::Number => TypeRef::Float64,
        JsonType::String => TypeRef::String,
        JsonType::Null | JsonType::Object | JsonType::Array => TypeRef::Json,
    }
}

/// Whether a value of this format must not be shown.
pub(super) fn is_secret(format: Option<&str>) -> bool {
    format == Some("password")
}
