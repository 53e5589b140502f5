//! What a schema says once `allOf` and references beside other keywords are
//! taken in: the view that classification and lowering read.
//!
//! `allOf` is merged here as JSON Schema 2020-12 core §10.2.1.1 has it: types
//! intersect, bounds tighten, `required` unites, a property that several
//! members speak of must satisfy them all.

use bindery_openapi::Document;
use bindery_openapi::document::{JsonType, JsonTypes, ObjectKeywords, SchemaId};
use indexmap::{IndexMap, IndexSet};
use serde_json::Value;

use super::alternatives::UnionView;
use super::array::ListView;
use super::bounds::Bounds;
use super::media;
use crate::api::NumberType;
use crate::config::Reading;

/// Everything that must hold of an instance.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
#[derive(Clone, Debug, Default)]
pub(super) struct View<'d> {
    /// How the schemas are read.
    pub reading: Reading,
    /// The types admitted; `None` where none are stated.
    pub types: Option<JsonTypes>,
    /// Every `format`.
    pub formats: Vec<&'d str>,
    /// Those of integers: of schemas that say so, or that say no type where integers are meant.
    pub integer_formats: Vec<&'d str>,
    /// `enum` and `const`, intersected.
    pub values: Option<Vec<&'d Value>>,
    /// Bounds on numbers.
    pub bounds: Bounds,
    /// `minLength`.
    pub min_length: Option<u64>,
    /// `maxLength`.
    pub max_length: Option<u64>,
    /// `contentEncoding`.
    pub content_encoding: Option<&'d str>,
    /// `contentMediaType`.
    pub content_media_type: Option<&'d str>,
    /// Every `pattern`.
    pub patterns: Vec<&'d str>,
    /// Whether keywords for arrays are stated.
    pub speaks_of_arrays: bool,
    /// `prefixItems` and `items` of every schema that states either.
    pub lists: Vec<ListView<'d>>,
    /// `minItems`.
    pub min_items: Option<u64>,
    /// `maxItems`.
    pub max_items: Option<u64>,
    /// `uniqueItems`.
    pub unique_items: bool,
    /// Whether keywords for objects are stated.
    pub speaks_of_objects: bool,
    /// The properties, each with every schema that speaks of it.
    pub properties: IndexMap<&'d str, Vec<SchemaId>>,
    /// The keywords of every schema that speaks of objects, with the one of `roots` that it is a part of.
    pub objects: Vec<(SchemaId, &'d ObjectKeywords)>,
    /// The properties that must be there.
    pub required: IndexSet<&'d str>,
    /// What `additionalProperties` says.
    pub additional: AdditionalView,
    /// The schemas that look at the value, its type not being made of them.
    pub onlookers: Vec<SchemaId>,
    /// Whether keywords that the type does not state look at more properties.
    pub may_have_more: bool,
    /// `minProperties`.
    pub min_properties: Option<u64>,
    /// `maxProperties`.
    pub max_properties: Option<u64>,
    /// Each `oneOf` and `anyOf`, but for those whose members only list values.
    pub unions: Vec<UnionView<'d>>,
    /// The members of those that only list values.
    pub listed: Vec<&'d [SchemaId]>,
    /// The members of each that a schema is one of that refers to it by `allOf`: it means the schema beside the union.
    pub above: Vec<&'d [SchemaId]>,
    /// The schemas that it is the view of.
    pub roots: Vec<SchemaId>,
    /// The schemas that all of this is from: those and what they are made of.
    pub sources: Vec<SchemaId>,
    /// Whether it is of a union's member with what stands beside the union.
    pub is_of_member: bool,
    /// Whether nothing is admitted.
    pub never: bool,
    /// Whether it is of so many schemas that it is taken for a view of any value.
    pub is_too_large: bool,
    /// What contradicts itself, where nothing is admitted though no schema is `false`.
    pub contradiction: Option<&'static str>,
    /// What by the letter contradicts itself and is passed over, since people mean something by it.
    pub passed_over: Option<&'static str>,
}

/// What `additionalProperties` says, over all members.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum AdditionalView {
    /// Nothing.
    #[default]
    Unstated,
    /// Any value.
    Any,
    /// None at all.
    Forbidden,
    /// Values that satisfy all of these.
    Schemas(Vec<SchemaId>),
}

impl<'d> View<'d> {
    /// The view of what satisfies all of `ids`.
    pub fn of(document: &'d Document, reading: Reading, ids: &[SchemaId]) -> Self {
        Self::gathered(document, reading, ids).finished(document)
    }

    /// The view of what satisfies all of `ids`, at which `onlookers` look.
    pub fn looked_at(
        document: &'d Document,
        reading: Reading,
        ids: &[SchemaId],
        onlookers: &[SchemaId],
    ) -> Self {
        let gathered = Self::gathered(document, reading, ids);
        let onlookers = onlookers.to_vec();
        Self {
            onlookers,
            ..gathered
        }
        .finished(document)
    }

    /// The view of a member of a union that stands in `ids`, with what these say beside it. What they say of properties
    /// without a name is not meant where they name none.
    pub fn of_member(
        document: &'d Document,
        reading: Reading,
        ids: &[SchemaId],
        member: SchemaId,
        onlookers: &[SchemaId],
    ) -> Self {
        let all: Vec<SchemaId> = ids.iter().copied().chain([member]).collect();
        let mut view = Self::gathered(document, reading, &all);
        if reading == Reading::Lenient {
            let names_none = |id: SchemaId| document.named_properties(id).is_empty();
            view.objects.retain(|(root, keywords)| {
                *root == member || !keywords.closes() || !names_none(*root)
            });
        }
        view.onlookers = onlookers.to_vec();
        view.is_of_member = true;
        view.finished(document)
    }

    /// The view of what satisfies all of `ids` where that is more than can be taken in.
    pub fn of_anything(reading: Reading, ids: &[SchemaId]) -> Self {
        Self {
            reading,
            roots: ids.to_vec(),
            sources: ids.to_vec(),
            is_too_large: true,
            ..Self::default()
        }
    }

    /// The format of a string. An encoding of bytes as text is one, and so are bytes without one
    /// (OpenAPI 3.1.1 §4.4.4).
    pub fn text_format(&self) -> Option<&'d str> {
        let stated = self.formats.first().copied();
        stated.or(match self.content_encoding {
            Some("base64") => Some("byte"),
            Some("base64url") => Some("base64url"),
            Some(_) => None,
            None => self.holds_bytes().then_some("binary"),
        })
    }

    /// Whether a string is bytes of a media type, which are not encoded.
    pub fn holds_bytes(&self) -> bool {
        self.content_encoding.is_none() && self.content_media_type.is_some_and(media::is_of_bytes)
    }

    /// The type that holds every integer within the bounds and of those listed: 64 bits, signed, unless one is
    /// beyond.
    pub fn integer_type(&self) -> NumberType {
        let listed = self.values.iter().flatten();
        self.bounds
            .integer_type(listed.filter_map(|value| value.as_number()))
    }

    fn finished(mut self, document: &Document) -> Self {
        self.may_have_more = self.speaks_of_others(document);
        self.apply_additional();
        self.narrow_values();
        self.narrow_types();
        self
    }

    /// Whether an object has a field for the property.
    pub fn has_field(&self, name: &str) -> bool {
        self.properties.contains_key(name) || self.required.contains(name)
    }

    /// Keeps properties that no field is for, unless they are refused or have a type.
    pub fn keep_others(&mut self) {
        if self.additional == AdditionalView::Unstated {
            self.additional = AdditionalView::Any;
        }
    }

    /// Whether schemas are read by the letter.
    pub fn is_strict(&self) -> bool {
        self.reading == Reading::Strict
    }

    /// The types admitted, null aside.
    pub fn types_but_null(&self) -> Vec<JsonType> {
        let types = self.types.unwrap_or_default();
        types
            .iter()
            .filter(|json_type| *json_type != JsonType::Null)
            .collect()
    }

    /// Says that nothing is admitted, and which keyword has it so.
    pub fn contradict(&mut self, keyword: &'static str) {
        self.never = true;
        self.contradiction.get_or_insert(keyword);
    }
}
