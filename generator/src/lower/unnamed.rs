//! Forms and bodies in parts whose schema is no object, so that nothing of theirs has a name
//! (OpenAPI 3.1.1 §4.8.14.4, §4.8.14.5).

use bindery_openapi::Diagnostic;
use bindery_openapi::document::{JsonType, MediaType, SchemaId};

use super::Lowering;
use super::class::{Class, classify};
use super::media::Content;
use super::view::View;
use crate::codes;

/// How deep unions are looked into.
const DEPTH: usize = 8;

/// How much of a description's members is looked at.
const MEMBERS: usize = 64;

impl Lowering<'_> {
    /// What a body is sent as: a form or parts where its schema has names for them, or where it is a file or several,
    /// which need none; else as the caller writes it.
    pub(super) fn sendable_content(&mut self, content: Content, media_type: &MediaType) -> Content {
        let (written, by_hand) = match content {
            Content::Form => (Content::Text, "the text is written as it is given"),
            Content::Multipart => (
                Content::Binary,
                "give the file that is sent its media type with the boundary: `bindery::File::of_type`",
            ),
            Content::Json
            | Content::JsonLines
            | Content::EventStream
            | Content::Xml
            | Content::Text
            | Content::Binary => return content,
        };
        let is_of_items = media_type.item_schema.is_some();
        let has_names = match media_type.schema {
            Some(schema) => self.may_have_names(&[schema], DEPTH),
            None => !is_of_items,
        };
        if has_names {
            return content;
        }
        let is_form_data = media_type.essence() == "multipart/form-data";
        let (sent, message, hint) = if is_form_data && self.is_of_files(media_type) {
            (
                content,
                "is sent in parts called `file`, since the schema names none",
                "describe an object, with a property for each part",
            )
        } else {
            (
                written,
                "is the caller's to write, since its schema is no object",
                by_hand,
            )
        };
        let message = format!("a body of `{}` {message}", media_type.name);
        let location = media_type.location.clone();
        self.report
            .push(Diagnostic::warning(codes::BODY_WITHOUT_NAMES, location, message).hint(hint));
        sent
    }

    fn may_have_names(&self, schemas: &[SchemaId], depth: usize) -> bool {
        let view = View::of(self.document, self.reading, schemas);
        let types = view.types_but_null();
        match classify(&view) {
            Class::Never
            | Class::Any
            | Class::Struct
            | Class::Map
            | Class::OpenObject
            | Class::Untyped => true,
            Class::TypeUnion => types.contains(&JsonType::Object),
            Class::Union if types == [JsonType::Object] || depth == 0 => true,
            Class::Union => {
                let members = view.unions.iter().flat_map(|union| union.members);
                let mut members = members.take(MEMBERS);
                members.any(|member| self.may_have_names(&[*member], depth - 1))
            }
            Class::Null
            | Class::Boolean
            | Class::Integer
            | Class::Number
            | Class::Text
            | Class::OpenEnum
            | Class::Array => false,
        }
    }

    /// Whether the body is a file, or a list of files.
    fn is_of_files(&self, media_type: &MediaType) -> bool {
        let Some(schema) = media_type.schema else {
            return false;
        };
        let view = View::of(self.document, self.reading, &[schema]);
        let items = View::of(self.document, self.reading, &view.items().rest);
        view.text_format() == Some("binary") || items.text_format() == Some("binary")
    }
}
