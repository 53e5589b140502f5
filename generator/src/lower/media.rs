//! What the content of a media type is, and which of several media types are kept
//! (OpenAPI 3.1.1 §4.8.14).

use bindery_openapi::Diagnostic;
use bindery_openapi::document::{JsonType, MediaType, SchemaId};

use super::Lowering;
use super::class::{Class, classify};
use super::view::View;
use crate::codes;

/// What the content of a media type is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// JSON.
    Json,
    /// A JSON text on each line, or in each record.
    JsonLines,
    /// Server-sent events.
    EventStream,
    /// `application/x-www-form-urlencoded`.
    Form,
    /// Parts.
    Multipart,
    /// XML, which is left as text.
    Xml,
    /// Text of any other kind.
    Text,
    /// Anything else.
    Binary,
}

/// Media types with a JSON text on each line, or in each record (RFC 7464).
const JSON_LINES: &[&str] = &[
    "application/jsonl",
    "application/jsonlines",
    "application/x-jsonl",
    "application/x-jsonlines",
    "application/ndjson",
    "application/x-ndjson",
    "application/json-lines",
    "application/json-seq",
    "application/x-json-stream",
    "application/stream+json",
    "text/jsonl",
    "text/x-ndjson",
];

/// Media types of text that do not begin with `text/`.
const TEXTS: &[&str] = &[
    "application/graphql",
    "application/javascript",
    "application/x-javascript",
    "application/ecmascript",
    "application/jwt",
    "application/pem-certificate-chain",
    "application/x-pem-file",
    "application/sparql-query",
    "application/sql",
    "application/toml",
    "application/x-sh",
    "application/yaml",
    "application/x-yaml",
    "image/svg+xml",
];

/// Media types of bytes that are another form of what JSON says.
const STRUCTURED_BYTES: &[&str] = &["msgpack", "cbor", "protobuf", "bson", "avro"];

impl Lowering<'_> {
    /// What the content of a media type is. A range such as `*/*`, and what is no media type, is what its schema says.
    pub(super) fn content_of(&self, media_type: &MediaType) -> Content {
        let essence = media_type.essence();
        match essence.as_str() {
            lines if JSON_LINES.contains(&lines) || lines.ends_with("+json-seq") => {
                Content::JsonLines
            }
            "text/event-stream" => Content::EventStream,
            _ if media_type.is_json() => Content::Json,
            "application/x-www-form-urlencoded" => Content::Form,
            parts if parts.starts_with("multipart/") => Content::Multipart,
            text if TEXTS.contains(&text) || text.ends_with("+yaml") => Content::Text,
            "application/xml" | "text/xml" => Content::Xml,
            xml if xml.ends_with("+xml") => Content::Xml,
            text if text.starts_with("text/") => Content::Text,
            "*/*" | "application/*" => self.content_of_schema(media_type.schema),
            other if !other.contains('/') => self.content_of_schema(media_type.schema),
            _ => Content::Binary,
        }
    }

    fn content_of_schema(&self, schema: Option<SchemaId>) -> Content {
        let Some(schema) = schema else {
            return Content::Binary;
        };
        let view = View::of(self.document, self.reading, &[schema]);
        match (view.types_but_null().as_slice(), view.text_format()) {
            ([JsonType::String], Some("binary")) => Content::Binary,
            ([JsonType::String], _) => Content::Text,
            _ => Content::Json,
        }
    }

    /// The media types of a request body that say different things, in order of preference.
    pub(super) fn request_alternatives<'m>(
        &mut self,
        content: &'m [MediaType],
    ) -> Vec<(Content, &'m MediaType)> {
        let mut sorted = self.with_contents(content);
        sorted.sort_by_key(|(content, media_type)| match content {
            Content::Multipart if self.has_files(media_type) => 0,
            Content::Json if is_plain_json(media_type) => 1,
            Content::Json => 2,
            Content::JsonLines
            | Content::EventStream
            | Content::Form
            | Content::Multipart
            | Content::Xml
            | Content::Text
            | Content::Binary => 3,
        });
        let mut kept: Vec<(Content, &MediaType)> = Vec::new();
        for (content, media_type) in sorted {
            let other = kept
                .iter()
                .find(|(_, other)| self.says_the_same(media_type, other))
                .map(|(_, other)| *other);
            match other {
                Some(other) => self.report_passed_over(media_type, other),
                None => kept.push((content, media_type)),
            }
        }
        kept
    }

    /// The media types of a response that are read differently, in order of preference, each with those that are read
    /// as it is.
    pub(super) fn response_alternatives<'m>(
        &mut self,
        content: &'m [MediaType],
    ) -> Vec<(Content, Vec<&'m MediaType>)> {
        let mut sorted = self.with_contents(content);
        sorted.sort_by_key(|(content, media_type)| {
            (*content != Content::Json, !is_plain_json(media_type))
        });
        let mut kept: Vec<(Content, Vec<&MediaType>)> = Vec::new();
        for (content, media_type) in sorted {
            let kind = reading(content);
            let json = kept
                .iter()
                .filter(|(other, _)| *other == Content::Json && kind != Reading::Stream)
                .filter_map(|(_, media_types)| media_types.first().copied())
                .find(|json| self.says_the_same(media_type, json));
            if let Some(json) = json {
                self.report_passed_over(media_type, json);
                continue;
            }
            let same = kept.iter_mut().find(|(other, media_types)| {
                let mut read = media_types.iter();
                reading(*other) == kind
                    && (kind != Reading::Json
                        || read.any(|read| self.have_same_schema(media_type, read)))
            });
            match same {
                Some((_, media_types)) => media_types.push(media_type),
                None => kept.push((content, vec![media_type])),
            }
        }
        kept
    }

    fn with_contents<'m>(&self, content: &'m [MediaType]) -> Vec<(Content, &'m MediaType)> {
        content
            .iter()
            .map(|media_type| (self.content_of(media_type), media_type))
            .collect()
    }

    /// Whether `media_type` is another form of what `other` says, so that whoever has the other needs none of it.
    fn says_the_same(&self, media_type: &MediaType, other: &MediaType) -> bool {
        let (content, kept) = (self.content_of(media_type), self.content_of(other));
        let is_patch = |media_type: &MediaType| {
            media_type.essence().contains("patch") && !self.is_no_patch(media_type, other)
        };
        let same_schema = self.have_same_schema(media_type, other);
        match (content, kept) {
            (Content::Json, Content::Json) => {
                let same_name = media_type.essence() == other.essence();
                let plain = !other.essence().ends_with("+json") && !is_patch(media_type);
                same_schema && (same_name || plain)
            }
            (Content::Xml, Content::Json) => true,
            (Content::Text, Content::Json) => {
                let essence = media_type.essence();
                let same = same_schema && self.may_be_json(media_type, other, "text/");
                same && !is_patch(media_type) || essence.ends_with("/yaml")
            }
            (Content::Binary, Content::Json) => {
                let essence = media_type.essence();
                let octets = "application/octet-stream";
                same_schema && self.may_be_json(media_type, other, octets)
                    || STRUCTURED_BYTES.iter().any(|name| essence.contains(name))
            }
            (Content::Form | Content::Multipart, Content::Json)
            | (Content::Json | Content::Form | Content::Multipart, Content::Multipart) => {
                same_schema
            }
            (Content::Binary, Content::Binary) => true,
            _ => false,
        }
    }

    /// Whether what two media types hold is the same, however it is written.
    fn have_same_schema(&self, one: &MediaType, other: &MediaType) -> bool {
        match (one.schema, other.schema) {
            (Some(one), Some(other)) => self.document.say_the_same(one, other),
            (None, None) => true,
            (Some(_), None) | (None, Some(_)) => false,
        }
    }

    /// Whether text or bytes of a media type can be the JSON beside it, whose schema is the same: those of one schema
    /// are, and where that is written twice, those that are called by `general` and whose values are no text, which
    /// JSON has in quotes.
    fn may_be_json(&self, media_type: &MediaType, json: &MediaType, general: &str) -> bool {
        let end = |schema: Option<SchemaId>| schema.map(|schema| self.document.resolve(schema));
        let (Some(schema), json) = (end(media_type.schema), end(json.schema)) else {
            return true;
        };
        let view = View::of(self.document, self.reading, &[schema]);
        let types = self.json_types(&view, 0);
        let is_text = types.is_empty() || types.contains(&JsonType::String);
        Some(schema) == json || media_type.essence().starts_with(general) && !is_text
    }

    /// Whether a JSON Patch is none, beside the JSON that it has the schema of: frameworks write its name beside others
    /// for every body. A JSON Patch is a list of objects with `op` (RFC 6902 §3).
    fn is_no_patch(&self, media_type: &MediaType, other: &MediaType) -> bool {
        let Some(schema) = media_type.schema.filter(|_| is_plain_json(other)) else {
            return false;
        };
        if media_type.essence() != "application/json-patch+json" {
            return false;
        }
        let view = View::of(self.document, self.reading, &[schema]);
        match classify(&view) {
            Class::Struct | Class::Map | Class::OpenEnum | Class::Text => true,
            Class::Array => {
                let item = View::of(self.document, self.reading, &view.items().rest);
                classify(&item) == Class::Struct && !item.has_field("op")
            }
            Class::Never
            | Class::Null
            | Class::Any
            | Class::Boolean
            | Class::Integer
            | Class::Number
            | Class::OpenObject
            | Class::Union
            | Class::TypeUnion
            | Class::Untyped => false,
        }
    }

    /// Whether an object in parts has a property that is a file, or a list of files.
    fn has_files(&self, media_type: &MediaType) -> bool {
        let Some(schema) = media_type.schema else {
            return true;
        };
        let view = View::of(self.document, self.reading, &[schema]);
        view.properties.iter().any(|(_, schemas)| {
            let property = View::of(self.document, self.reading, schemas);
            let items = View::of(self.document, self.reading, &property.items().rest);
            let is_file = |view: &View<'_>| view.text_format() == Some("binary");
            is_file(&property) || is_file(&items)
        })
    }

    fn report_passed_over(&mut self, media_type: &MediaType, other: &MediaType) {
        let message = format!(
            "`{}` is passed over for `{}`, which says the same",
            media_type.name, other.name
        );
        let code = codes::SKIPPED_MEDIA_TYPE;
        let location = media_type.location.clone();
        self.report
            .push(Diagnostic::warning(code, location, message));
    }

    /// Says that XML is not read or written, only carried.
    pub(super) fn report_xml(&mut self, media_type: &MediaType) {
        let message = format!("`{}` is left as text", media_type.name);
        let location = media_type.location.clone();
        self.report.push(
            Diagnostic::warning(codes::XML_AS_TEXT, location, message)
                .hint("its schema is not used; the text is the caller's to write and read"),
        );
    }
}

/// Applications whose media types are of bytes.
const APPLICATIONS_OF_BYTES: &[&str] = &[
    "octet-stream",
    "pdf",
    "zip",
    "gzip",
    "x-gzip",
    "x-tar",
    "x-bzip2",
    "x-7z-compressed",
    "wasm",
    "msword",
];

/// Whether text cannot be of this media type.
pub(super) fn is_of_bytes(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    let essence = essence.to_ascii_lowercase();
    match essence.split_once('/') {
        Some(("image" | "audio" | "video" | "font", subtype)) => !subtype.ends_with("+xml"),
        Some(("application", subtype)) => {
            APPLICATIONS_OF_BYTES.contains(&subtype)
                || subtype.starts_with("vnd.ms-")
                || subtype.starts_with("vnd.openxmlformats-")
        }
        Some(_) | None => false,
    }
}

/// How a response's body is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    Json,
    Text,
    Bytes,
    Stream,
}

pub(super) fn reading(content: Content) -> Reading {
    match content {
        Content::Json => Reading::Json,
        Content::JsonLines | Content::EventStream => Reading::Stream,
        Content::Xml | Content::Text => Reading::Text,
        Content::Form | Content::Multipart | Content::Binary => Reading::Bytes,
    }
}

/// Whether it is JSON and nothing else.
fn is_plain_json(media_type: &MediaType) -> bool {
    media_type.essence() == "application/json"
}
