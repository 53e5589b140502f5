//! The types of scalars: numbers, dates, and texts of formats.

use bindery_openapi::document::JsonType;
use serde_json::Number;

use super::TypeRef;

/// The types of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberType {
    /// `i8`
    I8,
    /// `i16`
    I16,
    /// `i32`
    I32,
    /// `i64`
    I64,
    /// `u8`
    U8,
    /// `u16`
    U16,
    /// `u32`
    U32,
    /// `u64`
    U64,
    /// An integer of any size.
    Integer,
    /// `f64`
    F64,
    /// A number with all its digits.
    Decimal,
}

impl NumberType {
    /// Whether it holds integers alone.
    pub fn is_integer(self) -> bool {
        match self {
            Self::I8
            | Self::I16
            | Self::I32
            | Self::I64
            | Self::U8
            | Self::U16
            | Self::U32
            | Self::U64
            | Self::Integer => true,
            Self::F64 | Self::Decimal => false,
        }
    }

    /// The least and the greatest number that it holds, where it is of so many bits.
    pub fn bounds(self) -> Option<(Number, Number)> {
        let signed = |least: i64, most: i64| Some((least.into(), most.into()));
        let unsigned = |most: u64| Some((0.into(), most.into()));
        match self {
            Self::I8 => signed(i8::MIN.into(), i8::MAX.into()),
            Self::I16 => signed(i16::MIN.into(), i16::MAX.into()),
            Self::I32 => signed(i32::MIN.into(), i32::MAX.into()),
            Self::I64 => signed(i64::MIN, i64::MAX),
            Self::U8 => unsigned(u8::MAX.into()),
            Self::U16 => unsigned(u16::MAX.into()),
            Self::U32 => unsigned(u32::MAX.into()),
            Self::U64 => unsigned(u64::MAX),
            Self::Integer | Self::F64 | Self::Decimal => None,
        }
    }
}

/// The types of dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeType {
    /// A date and a time with an offset.
    DateTime,
    /// An instant.
    Timestamp,
    /// A calendar date.
    Date,
}

/// The types of texts that are of a format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextType {
    /// Bytes, which keep their text.
    Base64,
    /// An address.
    Ipv4,
    /// An address.
    Ipv6,
    /// A time of day without an offset.
    Time,
    /// So many of each unit of time.
    Duration,
    /// A UUID, of the crate `uuid`.
    Uuid,
    /// A date-time, of the crate `chrono`.
    ChronoDateTime,
    /// A date, of the crate `chrono`.
    ChronoDate,
}

impl TextType {
    /// The path of the type, as generated code has it.
    pub fn path(self) -> &'static str {
        match self {
            Self::Base64 => "bindery::Base64",
            Self::Ipv4 => "std::net::Ipv4Addr",
            Self::Ipv6 => "std::net::Ipv6Addr",
            Self::Time => "bindery::jiff::civil::Time",
            Self::Duration => "bindery::Duration",
            Self::Uuid => "bindery::uuid::Uuid",
            Self::ChronoDateTime => "bindery::chrono::DateTime<bindery::chrono::FixedOffset>",
            Self::ChronoDate => "bindery::chrono::NaiveDate",
        }
    }

    /// The feature of the runtime that has the type, where not all have it.
    pub fn feature(self) -> Option<&'static str> {
        match self {
            Self::Base64 | Self::Ipv4 | Self::Ipv6 | Self::Time | Self::Duration => None,
            Self::Uuid => Some("uuid"),
            Self::ChronoDateTime | Self::ChronoDate => Some("chrono"),
        }
    }
}

impl TypeRef {
    /// The JSON type of its values, where they are scalars other than booleans and the type is one of the runtime's.
    pub fn scalar_type(&self) -> Option<JsonType> {
        match self {
            Self::String | Self::Time(_) | Self::Text(_) => Some(JsonType::String),
            Self::Number(number) if number.is_integer() => Some(JsonType::Integer),
            Self::Number(_) => Some(JsonType::Number),
            Self::Named(_)
            | Self::Boolean
            | Self::Bytes
            | Self::Stream
            | Self::File
            | Self::Never
            | Self::Json
            | Self::JsonObject
            | Self::Array(_)
            | Self::Map(_)
            | Self::Tuple(_)
            | Self::Prefixed(_)
            | Self::Nullable(_)
            | Self::External(_)
            | Self::Boxed(_) => None,
        }
    }

    /// Whether it has a text as it was written, and so whatever is asked of it.
    pub fn keeps_text(&self) -> bool {
        matches!(
            self,
            Self::String | Self::File | Self::Text(TextType::Base64)
        )
    }
}
