//! The one table of formats: which Rust type a JSON type and a `format` become
//! (OpenAPI 3.1.1 §4.4, JSON Schema 2020-12 validation §7.3), and which formats are checked.

use bindery_openapi::Document;
use bindery_openapi::document::{JsonType, JsonTypes, SchemaId};
use serde_json::Number;

use super::view::View;
use crate::api::{Constraint, NumberType, TextType, TimeType, TypeRef};
use crate::config::{Formats, Reading};

/// A row of the table.
struct Format {
    json_type: JsonType,
    name: &'static str,
    meaning: Meaning,
}

impl Reading {
    /// The format of a schema.
    pub(super) fn format(self, document: &Document, id: SchemaId) -> Option<&str> {
        match self {
            Self::Lenient => document.meant_format(id),
            Self::Strict => document.schema(id).format.as_deref(),
        }
    }
}

/// What a format makes of a schema.
enum Meaning {
    /// A type, which holds nothing else.
    Type(TypeRef),
    /// A type that holds whatever the JSON type has.
    OpenType(TypeRef),
    /// A check, where formats are asserted. No type gives every text of the format back, or none says more than a
    /// string.
    Check,
}

impl Format {
    fn check(&self) -> Constraint {
        Constraint::Format(self.name)
    }

    fn number(&self) -> Option<NumberType> {
        match &self.meaning {
            Meaning::Type(TypeRef::Number(number)) => Some(*number),
            Meaning::Type(_) | Meaning::OpenType(_) | Meaning::Check => None,
        }
    }

    /// The least and the greatest number, where it bounds numbers.
    fn bounds(&self) -> Option<(Number, Number)> {
        self.number()?.bounds()
    }

    /// How many numbers it has, about.
    fn width(&self) -> Option<i128> {
        let (least, most) = self.bounds()?;
        Some(most.as_i128()? - least.as_i128()?)
    }
}

const fn number(name: &'static str, number: NumberType) -> Format {
    Format {
        json_type: JsonType::Integer,
        name,
        meaning: Meaning::Type(TypeRef::Number(number)),
    }
}

const fn text(name: &'static str, meaning: Meaning) -> Format {
    Format {
        json_type: JsonType::String,
        name,
        meaning,
    }
}

const FORMATS: &[Format] = &[
    number("int8", NumberType::I8),
    number("int16", NumberType::I16),
    number("int32", NumberType::I32),
    number("int64", NumberType::I64),
    number("uint8", NumberType::U8),
    number("uint16", NumberType::U16),
    number("uint32", NumberType::U32),
    number("uint64", NumberType::U64),
    text(
        "date-time",
        Meaning::Type(TypeRef::Time(TimeType::DateTime)),
    ),
    text("date", Meaning::Type(TypeRef::Time(TimeType::Date))),
    text("binary", Meaning::OpenType(TypeRef::File)),
    text("time", Meaning::Check),
    text("duration", Meaning::Check),
    text("uuid", Meaning::Check),
    text("email", Meaning::Check),
    text("idn-email", Meaning::Check),
    text("hostname", Meaning::Check),
    text("ipv4", Meaning::Check),
    text("ipv6", Meaning::Check),
    text("uri", Meaning::Check),
    text("url", Meaning::Check),
    text("uri-reference", Meaning::Check),
    text("iri", Meaning::Check),
    text("iri-reference", Meaning::Check),
    text("uri-template", Meaning::Check),
    text("json-pointer", Meaning::Check),
    text("relative-json-pointer", Meaning::Check),
    text("regex", Meaning::Check),
    text("byte", Meaning::OpenType(TypeRef::Text(TextType::Base64))),
    text("base64url", Meaning::Check),
    text("decimal", Meaning::Check),
];

/// How formats and numbers are read.
#[derive(Clone, Copy)]
pub(super) struct Scalars<'f> {
    /// The user's types.
    formats: &'f Formats,
    reading: Reading,
    /// Whether formats assert: before 3.1 they do, from then on they annotate
    /// (JSON Schema 2020-12 validation §7.2.1).
    asserts: bool,
}

impl<'f> Scalars<'f> {
    pub fn new(document: &Document, formats: &'f Formats, reading: Reading) -> Self {
        let is_older = document.version.starts_with("2.") || document.version.starts_with("3.0");
        Self {
            formats,
            reading,
            asserts: is_older || formats.are_asserted,
        }
    }

    /// The Rust type of an integer or a number, of several formats that of the narrowest, and the checks of the others.
    pub fn number(self, json_type: JsonType, view: &View<'_>) -> (TypeRef, Vec<Constraint>) {
        if let Some(reference) = self.of_the_user(json_type, &view.formats) {
            return (reference, Vec::new());
        }
        let formats = view.integer_formats.iter();
        let rows = formats.filter_map(|format| row(json_type, Some(format)));
        let mut rows: Vec<&Format> = rows.filter(|_| self.makes_types()).collect();
        rows.sort_by_key(|row| row.width());
        let narrowest = rows.first().and_then(|row| row.number());
        let number = narrowest.unwrap_or_else(|| self.unformatted(json_type, view));
        let others = rows.iter().skip(1).filter_map(|row| row.bounds());
        let beyond = others.flat_map(|(least, most)| {
            let is_kept = narrowest.and_then(NumberType::bounds);
            let is_kept = is_kept.is_some_and(|(low, high)| keeps(&low, &high, &least, &most));
            let checks = [Constraint::Minimum(least), Constraint::Maximum(most)];
            checks.into_iter().filter(move |_| !is_kept)
        });
        (TypeRef::Number(number), beyond.collect())
    }

    /// The Rust type of a string, and the checks of its formats: it stays text where there are several.
    pub fn text(self, view: &View<'_>) -> (TypeRef, Vec<Constraint>) {
        let mut formats = view.formats.clone();
        formats.extend(view.text_format().filter(|_| view.formats.is_empty()));
        if let Some(reference) = self.of_the_user(JsonType::String, &formats) {
            let is_checked = self.asserts && reference.keeps_text();
            let row = row(JsonType::String, formats.first().copied()).filter(|_| is_checked);
            return (reference, row.map(Format::check).into_iter().collect());
        }
        let rows = formats.iter();
        let rows = rows.filter_map(|format| row(JsonType::String, Some(format)));
        let rows: Vec<&Format> = rows.collect();
        let named = match rows.as_slice() {
            [row] => self.of_row(row),
            [] | [_, _, ..] => None,
        };
        let stays_text = named.as_ref().is_some_and(|it| limits_text(view, it));
        let reference = named.filter(|_| !stays_text).unwrap_or(TypeRef::String);
        let has_text = reference.keeps_text() && reference != TypeRef::File;
        let asserting = rows.into_iter().filter(|row| match row.meaning {
            Meaning::Type(_) => has_text && self.makes_types(),
            Meaning::Check | Meaning::OpenType(_) => has_text && self.asserts,
        });
        (reference, asserting.map(Format::check).collect())
    }

    /// What a format asserts of a value that no type stands for.
    pub fn checks(
        self,
        types: JsonTypes,
        format: Option<&str>,
    ) -> impl Iterator<Item = Constraint> + use<> {
        let number = row(JsonType::Integer, format)
            .filter(|_| types.contains(JsonType::Integer) && self.makes_types());
        let text = row(JsonType::String, format).filter(|row| match row.meaning {
            Meaning::Type(_) => self.makes_types(),
            Meaning::OpenType(TypeRef::File) => false,
            Meaning::OpenType(_) | Meaning::Check => self.asserts,
        });
        let (least, most) = number.and_then(Format::bounds).unzip();
        let (least, most) = (
            least.map(Constraint::Minimum),
            most.map(Constraint::Maximum),
        );
        let text = text.map(|row| Constraint::Format(row.name));
        [least, most, text].into_iter().flatten()
    }

    /// The format of which one that nobody knows is another spelling, and whether the configuration has a word of that
    /// name.
    pub fn misspelt(self, json_type: JsonType, format: &str) -> Option<(&'static str, bool)> {
        let is_known = self.formats.get(json_type, Some(format)).is_some();
        let mut rows = FORMATS.iter().filter(|row| row.json_type == json_type);
        if is_known || rows.clone().any(|row| row.name == format) {
            return None;
        }
        let meant = rows.find(|row| letters(row.name).eq(letters(format)))?;
        let is_word = matches!(meant.meaning, Meaning::Type(TypeRef::Time(_)));
        Some((meant.name, is_word))
    }

    /// Whether a format means a type: by the letter it asserts nothing from 3.1 on.
    fn makes_types(self) -> bool {
        self.asserts || self.reading == Reading::Lenient
    }

    /// The user's type for the first of these formats that has one, or for what has none.
    fn of_the_user(self, json_type: JsonType, formats: &[&str]) -> Option<TypeRef> {
        match formats {
            [] => self.formats.get(json_type, None),
            formats => {
                let mut formats = formats.iter();
                formats.find_map(|format| self.formats.get(json_type, Some(format)))
            }
        }
    }

    fn of_row(self, row: &Format) -> Option<TypeRef> {
        match &row.meaning {
            Meaning::OpenType(reference) => Some(reference.clone()),
            Meaning::Type(reference) if self.makes_types() => Some(reference.clone()),
            Meaning::Type(_) | Meaning::Check => None,
        }
    }

    fn unformatted(self, json_type: JsonType, view: &View<'_>) -> NumberType {
        match (json_type, self.reading) {
            (JsonType::Integer, Reading::Strict) => NumberType::Integer,
            (JsonType::Integer, Reading::Lenient) => view.integer_type(),
            (
                JsonType::Number
                | JsonType::String
                | JsonType::Boolean
                | JsonType::Null
                | JsonType::Object
                | JsonType::Array,
                _,
            ) => NumberType::F64,
        }
    }
}

/// Whether a pattern or a length asks something of the text of a date that the date itself does not tell: a value has
/// one instant and many texts. All texts keep a length that none breaks; those of more digits than nanoseconds have are
/// not counted, since no value has them.
fn limits_text(view: &View<'_>, reference: &TypeRef) -> bool {
    let (shortest, longest) = match reference {
        TypeRef::Time(TimeType::Date) => (10, 10),
        TypeRef::Time(TimeType::DateTime | TimeType::Timestamp) => (20, 35),
        TypeRef::Named(_)
        | TypeRef::String
        | TypeRef::Boolean
        | TypeRef::Number(_)
        | TypeRef::Text(_)
        | TypeRef::Bytes
        | TypeRef::Stream
        | TypeRef::File
        | TypeRef::Never
        | TypeRef::Json
        | TypeRef::JsonObject
        | TypeRef::Array(_)
        | TypeRef::Map(_)
        | TypeRef::Tuple(_)
        | TypeRef::Prefixed(_)
        | TypeRef::Nullable(_)
        | TypeRef::External(_)
        | TypeRef::Boxed(_) => return false,
    };
    !view.patterns.is_empty()
        || view.min_length.is_some_and(|length| length > shortest)
        || view.max_length.is_some_and(|length| length < longest)
}

/// A format's name without what spellings differ in.
fn letters(name: &str) -> impl Iterator<Item = char> {
    let all = name
        .chars()
        .filter(|letter| !matches!(letter, '-' | '_' | ' '));
    all.map(|letter| letter.to_ascii_lowercase())
}

/// Whether all numbers from `low` to `high` are from `least` to `most`.
fn keeps(low: &Number, high: &Number, least: &Number, most: &Number) -> bool {
    least.as_i128() <= low.as_i128() && high.as_i128() <= most.as_i128()
}

fn row(json_type: JsonType, format: Option<&str>) -> Option<&'static Format> {
    let format = format?;
    let mut rows = FORMATS.iter();
    rows.find(|row| row.json_type == json_type && row.name == format)
}

/// Whether a value of this format must not be shown.
pub(super) fn is_secret(format: Option<&str>) -> bool {
    format == Some("password")
}
