//! Request bodies: one media type, or several that a caller chooses from
//! (OpenAPI 3.1.1 §4.8.13).

use bindery_openapi::Diagnostic;
use bindery_openapi::document::{Encoding, Header, MediaType, RequestBody};
use serde_json::Value;

use super::Lowering;
use super::media::Content;
use super::media_word::words_of;
use super::place::Place;
use super::style::wire_style;
use crate::api::{
    Body, BodyEncoding, BodyMedia, FormEncoding, FormRule, Name, Shape, StyleKind, TypeId,
    TypeKind, TypeRef,
};
use crate::codes;

impl Lowering<'_> {
    /// The body, in each of its media types. One without any, as `content: {}` is, may be anything.
    pub(super) fn lower_body(&mut self, body: &RequestBody, place: &Place) -> Body {
        let alternatives = self.request_alternatives(&body.content);
        let mut media: Vec<BodyMedia> = Vec::with_capacity(alternatives.len());
        let words = words_of(&alternatives);
        for ((content, media_type), word) in alternatives.into_iter().zip(words) {
            let part = if media.is_empty() {
                "Body".to_owned()
            } else {
                format!("Body {word}")
            };
            media.push(self.lower_body_media(content, media_type, word, &place.part(&part)));
        }
        if media.is_empty() {
            media.push(BodyMedia {
                name: Name::unsettled("binary", body.location.clone()),
                media_type: "application/octet-stream".to_owned(),
                encoding: BodyEncoding::File,
                shape: Shape::plain(TypeRef::File),
            });
        }
        Body {
            name: Name::unsettled("body", body.location.clone()),
            rust_type: String::new(),
            media,
            required: body.required,
            docs: body.description.clone(),
        }
    }

    fn lower_body_media(
        &mut self,
        content: Content,
        media_type: &MediaType,
        word: String,
        place: &Place,
    ) -> BodyMedia {
        if content == Content::Xml {
            self.report_xml(media_type);
        }
        let sent = self.sendable_content(content, media_type);
        let shape = self.lower_body_shape(sent, media_type, place);
        let encoding = match sent {
            Content::Json => BodyEncoding::Json,
            Content::JsonLines => BodyEncoding::JsonLines,
            Content::Form => BodyEncoding::Form(self.lower_encodings(media_type)),
            Content::Multipart => BodyEncoding::Multipart(self.lower_encodings(media_type)),
            Content::EventStream | Content::Xml | Content::Text => BodyEncoding::Text,
            Content::Binary => BodyEncoding::File,
        };
        BodyMedia {
            name: Name::unsettled(word, media_type.location.clone()),
            media_type: sent_media_type(content, media_type),
            encoding,
            shape,
        }
    }

    fn lower_body_shape(
        &mut self,
        content: Content,
        media_type: &MediaType,
        place: &Place,
    ) -> Shape {
        match (content, media_type.schema) {
            (Content::Json | Content::Form | Content::Multipart, Some(schema)) => {
                self.lower_at(&[schema], place).with_null()
            }
            (Content::Json, None) => Shape::plain(TypeRef::Json),
            (Content::Form, None) => Shape::plain(TypeRef::JsonObject),
            (Content::Multipart, None) => {
                Shape::plain(TypeRef::Map(Box::new(Shape::plain(TypeRef::File))))
            }
            (Content::JsonLines, schema) => self.lower_lines(media_type, schema, place),
            (Content::EventStream | Content::Xml | Content::Text, _) => {
                Shape::plain(TypeRef::String)
            }
            (Content::Binary, _) => Shape::plain(TypeRef::File),
        }
    }

    /// A list of what stands on each line: the item's schema (OpenAPI 3.2.0 §4.14.1), else that of an array's items,
    /// else the schema itself.
    fn lower_lines(
        &mut self,
        media_type: &MediaType,
        schema: Option<bindery_openapi::document::SchemaId>,
        place: &Place,
    ) -> Shape {
        let stated = media_type.item_schema.or(schema);
        let lowered = stated.map(|schema| self.lower_at(&[schema], place).with_null());
        match lowered {
            Some(list) if media_type.item_schema.is_none() && self.is_list(&list.reference) => {
                Shape::plain(list.reference)
            }
            Some(item) => Shape::plain(TypeRef::Array(Box::new(item))),
            None => Shape::plain(TypeRef::Array(Box::new(Shape::plain(TypeRef::Json)))),
        }
    }

    /// Whether a type is a list, by whatever name.
    fn is_list(&self, reference: &TypeRef) -> bool {
        match reference {
            TypeRef::Array(_) => true,
            TypeRef::Named(TypeId(id)) => match &self.types[*id].kind {
                TypeKind::Alias(target) => self.is_list(target),
                TypeKind::Struct(_)
                | TypeKind::OpenEnum(_)
                | TypeKind::Union(_)
                | TypeKind::Newtype(_) => false,
            },
            TypeRef::Boxed(inner) => self.is_list(inner),
            TypeRef::String
            | TypeRef::Boolean
            | TypeRef::Number(_)
            | TypeRef::Time(_)
            | TypeRef::Text(_)
            | TypeRef::External(_)
            | TypeRef::Bytes
            | TypeRef::Stream
            | TypeRef::File
            | TypeRef::Never
            | TypeRef::Json
            | TypeRef::JsonObject
            | TypeRef::Map(_)
            | TypeRef::Tuple(_)
            | TypeRef::Prefixed(_)
            | TypeRef::Nullable(_) => false,
        }
    }

    /// The encodings of a form's properties, those that are the same as one (OpenAPI 3.1.1 §4.8.15).
    fn lower_encodings(&mut self, media_type: &MediaType) -> Vec<FormEncoding> {
        let mut encodings: Vec<FormEncoding> = Vec::new();
        for encoding in &media_type.encoding {
            let rule = self.form_rule(media_type, encoding);
            let headers = self.part_headers(&encoding.headers);
            if rule == FormRule::MediaType(String::new()) && headers.is_empty() {
                continue;
            }
            let same = encodings
                .iter_mut()
                .find(|other| other.rule == rule && other.headers == headers);
            match same {
                Some(same) => same.properties.push(encoding.property.clone()),
                None => encodings.push(FormEncoding {
                    properties: vec![encoding.property.clone()],
                    rule,
                    headers,
                }),
            }
        }
        encodings
    }

    /// A style where one is stated; before 3.1 it is only for forms, not for parts (OpenAPI 3.0.3 §4.7.15.1).
    fn form_rule(&self, media_type: &MediaType, encoding: &Encoding) -> FormRule {
        let is_styled =
            encoding.style.is_some() || encoding.explode.is_some() || encoding.allow_reserved;
        let is_for_forms = self.document.version.starts_with("3.0")
            && media_type.essence().starts_with("multipart/");
        if !is_styled || is_for_forms {
            return FormRule::MediaType(encoding.content_type.clone().unwrap_or_default());
        }
        let kind = encoding.style.map_or(StyleKind::Form, super::style::kind);
        let explode = encoding.explode.unwrap_or(kind == StyleKind::Form);
        FormRule::Style(wire_style(kind, explode, encoding.allow_reserved))
    }

    /// The headers of a part that can have one value only.
    fn part_headers(&mut self, headers: &[Header]) -> Vec<(String, String)> {
        let mut constants = Vec::new();
        for header in headers {
            match self.constant_of(header) {
                Some(value) => constants.push((header.name.clone(), value)),
                None => self.report_part_header(header),
            }
        }
        constants
    }

    fn constant_of(&self, header: &Header) -> Option<String> {
        let schema = self.document.schema(self.document.resolve(header.schema?));
        let only = match schema.enumeration.as_deref() {
            Some([only]) => Some(only),
            Some(_) | None => None,
        };
        match schema
            .constant
            .as_ref()
            .or(only)
            .or(schema.default.as_ref())?
        {
            Value::String(text) => Some(text.clone()),
            Value::Null | Value::Array(_) | Value::Object(_) => None,
            scalar @ (Value::Bool(_) | Value::Number(_)) => Some(scalar.to_string()),
        }
    }

    fn report_part_header(&mut self, header: &Header) {
        let message = format!("the header `{}` of a part has no argument", header.name);
        let location = header.location.clone();
        self.report.push(
            Diagnostic::warning(codes::PART_HEADER, location, message)
                .hint("a file can be sent with it: `bindery::File::with_header`"),
        );
    }
}

/// The media type that is sent: a range is none.
fn sent_media_type(content: Content, media_type: &MediaType) -> String {
    let essence = media_type.essence();
    let is_sendable = !essence.contains('*') && essence.contains('/');
    match content {
        _ if is_sendable => media_type.name.trim().to_owned(),
        Content::Json => "application/json".to_owned(),
        Content::Text => "text/plain".to_owned(),
        Content::Multipart => "multipart/form-data".to_owned(),
        Content::JsonLines | Content::EventStream | Content::Form | Content::Xml => essence,
        Content::Binary => "application/octet-stream".to_owned(),
    }
}
