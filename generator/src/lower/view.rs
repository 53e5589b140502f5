//! What a schema says once `allOf` and references beside other keywords are
//! taken in: the view that classification and lowering read.
//!
//! `allOf` is merged here as JSON Schema 2020-12 core §10.2.1.1 has it: types
//! intersect, bounds tighten, `required` unites, a property that several
//! members speak of must satisfy them all.

use std::collections::HashSet;

use bindery_openapi::Document;
use bindery_openapi::document::{
    AdditionalProperties, ArrayKeywords, Discriminator, JsonType, JsonTypes, ObjectKeywords,
    Schema, SchemaId, StringKeywords,
};
use indexmap::{IndexMap, IndexSet};
use serde_json::Value;

use super::assertion::speaks_of_others;
use super::bounds::Bounds;
use super::budget::MAX_SCHEMAS;
use crate::api::NumberType;

/// Everything that must hold of an instance.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
#[derive(Clone, Debug, Default)]
pub(super) struct View<'d> {
    /// The types admitted; `None` where none are stated.
    pub types: Option<JsonTypes>,
    /// `format`.
    pub format: Option<&'d str>,
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
    /// Every `pattern`.
    pub patterns: Vec<&'d str>,
    /// Whether keywords for arrays are stated.
    pub speaks_of_arrays: bool,
    /// Every `items`.
    pub items: Vec<SchemaId>,
    /// Whether the first items have schemas of their own.
    pub has_prefix_items: bool,
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
    /// The properties that must be there.
    pub required: IndexSet<&'d str>,
    /// What `additionalProperties` says.
    pub additional: AdditionalView,
    /// Every schema of `patternProperties`.
    pub pattern_properties: Vec<SchemaId>,
    /// Whether keywords that the type does not state look at more properties.
    pub may_have_more: bool,
    /// `minProperties`.
    pub min_properties: Option<u64>,
    /// `maxProperties`.
    pub max_properties: Option<u64>,
    /// Each `oneOf` and `anyOf`.
    pub unions: Vec<UnionView<'d>>,
    /// The schemas that all of this is from.
    pub sources: Vec<SchemaId>,
    /// Whether nothing is admitted.
    pub never: bool,
    /// Whether it is of so many schemas that it is taken for a view of any value.
    pub is_too_large: bool,
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

/// A `oneOf` or `anyOf`.
#[derive(Clone, Debug)]
pub(super) struct UnionView<'d> {
    /// Whether exactly one member must hold.
    pub exactly_one: bool,
    /// The members.
    pub members: &'d [SchemaId],
    /// What tells them apart.
    pub discriminator: Option<&'d Discriminator>,
}

impl<'d> View<'d> {
    /// The view of what satisfies all of `ids`.
    pub fn of(document: &'d Document, ids: &[SchemaId]) -> Self {
        let mut view = Self::default();
        let mut seen = HashSet::new();
        let mut pending: Vec<SchemaId> = ids.iter().rev().copied().collect();
        while let Some(id) = pending.pop() {
            if !seen.insert(id) {
                continue;
            }
            if seen.len() > MAX_SCHEMAS {
                return Self::of_anything(ids);
            }
            let schema = document.schema(id);
            view.sources.push(id);
            view.take(schema);
            pending.extend(schema.all_of.iter().rev());
            pending.extend(schema.reference);
        }
        view.may_have_more = view.speaks_of_others(document);
        view.keep_what_is_not_stated();
        view.narrow_types();
        view
    }

    /// The view of what satisfies all of `ids` where that is more than can be taken in.
    pub fn of_anything(ids: &[SchemaId]) -> Self {
        Self {
            sources: ids.to_vec(),
            is_too_large: true,
            ..Self::default()
        }
    }

    /// Whether null is among what is admitted by name.
    pub fn admits_null(&self) -> bool {
        match (&self.types, &self.values) {
            (Some(types), _) => types.contains(JsonType::Null),
            (None, Some(values)) => values.iter().any(|value| value.is_null()),
            (None, None) => false,
        }
    }

    /// The format of a string. An encoding of bytes as text is one (OpenAPI 3.1.1 §4.4.4).
    pub fn text_format(&self) -> Option<&'d str> {
        self.format.or(match self.content_encoding {
            Some("base64") => Some("byte"),
            Some("base64url") => Some("base64url"),
            Some(_) | None => None,
        })
    }

    /// The type that holds every integer within the bounds and of those listed: 64 bits, signed, unless one is
    /// beyond.
    pub fn integer_type(&self) -> NumberType {
        let listed = self.values.iter().flatten();
        self.bounds
            .integer_type(listed.filter_map(|value| value.as_number()))
    }

    /// The types admitted, null aside.
    pub fn types_but_null(&self) -> Vec<JsonType> {
        let types = self.types.unwrap_or_default();
        types
            .iter()
            .filter(|json_type| *json_type != JsonType::Null)
            .collect()
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

    fn speaks_of_others(&self, document: &Document) -> bool {
        let known = |name: &str| self.has_field(name);
        let mut sources = self.sources.iter();
        sources.any(|id| speaks_of_others(document, document.schema(*id), &known))
    }

    fn take(&mut self, schema: &'d Schema) {
        self.never |= schema.never;
        self.take_types(schema.types);
        self.format = self.format.or(schema.format.as_deref());
        if let Some(values) = &schema.enumeration {
            self.take_values(values.iter().collect());
        }
        if let Some(value) = &schema.constant {
            self.take_values(vec![value]);
        }
        if let Some(keywords) = schema.number.as_deref() {
            self.bounds.take(keywords);
        }
        if let Some(keywords) = schema.string.as_deref() {
            self.take_string(keywords);
        }
        if let Some(keywords) = schema.array.as_deref() {
            self.take_array(keywords);
        }
        if let Some(keywords) = schema.object.as_deref() {
            self.take_object(keywords);
        }
        self.take_unions(schema);
    }

    fn take_types(&mut self, types: JsonTypes) {
        if types.is_empty() {
            return;
        }
        self.types = Some(match self.types {
            None => types,
            Some(ours) => intersect(ours, types),
        });
        self.never |= self.types.is_some_and(JsonTypes::is_empty);
    }

    fn take_values(&mut self, values: Vec<&'d Value>) {
        self.values = Some(match self.values.take() {
            None => values,
            Some(ours) => {
                let values: HashSet<&Value> = values.into_iter().collect();
                let both = ours.into_iter().filter(|value| values.contains(value));
                both.collect()
            }
        });
    }

    fn take_string(&mut self, keywords: &'d StringKeywords) {
        self.min_length = larger(self.min_length, keywords.min_length);
        self.max_length = smaller(self.max_length, keywords.max_length);
        self.patterns.extend(keywords.pattern.as_deref());
        let encoding = keywords.content_encoding.as_deref();
        self.content_encoding = self.content_encoding.or(encoding);
    }

    fn take_array(&mut self, keywords: &'d ArrayKeywords) {
        self.speaks_of_arrays = true;
        self.items.extend(keywords.items);
        self.min_items = larger(self.min_items, keywords.min_items);
        self.max_items = smaller(self.max_items, keywords.max_items);
        self.unique_items |= keywords.unique_items;
        self.has_prefix_items |= !keywords.prefix_items.is_empty();
    }

    fn take_object(&mut self, keywords: &'d ObjectKeywords) {
        self.speaks_of_objects = true;
        for property in &keywords.properties {
            self.properties
                .entry(&property.name)
                .or_default()
                .push(property.schema);
        }
        for name in &keywords.required {
            self.required.insert(name);
        }
        self.take_additional(keywords.additional_properties);
        self.min_properties = larger(self.min_properties, keywords.min_properties);
        self.max_properties = smaller(self.max_properties, keywords.max_properties);
        let patterns = keywords.pattern_properties.iter();
        self.pattern_properties
            .extend(patterns.map(|(_, schema)| *schema));
    }

    fn take_additional(&mut self, additional: Option<AdditionalProperties>) {
        let ours = std::mem::take(&mut self.additional);
        self.additional = match (ours, additional) {
            (ours, None) => ours,
            (AdditionalView::Forbidden, Some(_)) | (_, Some(AdditionalProperties::Forbidden)) => {
                AdditionalView::Forbidden
            }
            (AdditionalView::Schemas(schemas), Some(AdditionalProperties::Any)) => {
                AdditionalView::Schemas(schemas)
            }
            (_, Some(AdditionalProperties::Any)) => AdditionalView::Any,
            (AdditionalView::Schemas(mut schemas), Some(AdditionalProperties::Schema(id))) => {
                schemas.push(id);
                AdditionalView::Schemas(schemas)
            }
            (_, Some(AdditionalProperties::Schema(id))) => AdditionalView::Schemas(vec![id]),
        };
    }

    fn take_unions(&mut self, schema: &'d Schema) {
        let discriminator = schema.discriminator.as_deref();
        for (members, exactly_one) in [(&schema.one_of, true), (&schema.any_of, false)] {
            if !members.is_empty() {
                self.unions.push(UnionView {
                    exactly_one,
                    members,
                    discriminator,
                });
            }
        }
    }

    /// What the type does not state is kept as JSON values rather than dropped
    /// or refused: properties that match a pattern, and those of which only a
    /// condition, a dependency or `unevaluatedProperties` speaks.
    fn keep_what_is_not_stated(&mut self) {
        let additional = std::mem::take(&mut self.additional);
        self.additional = match (additional, self.pattern_properties.as_slice()) {
            (AdditionalView::Unstated, []) if self.may_have_more => AdditionalView::Any,
            (additional, []) => additional,
            (AdditionalView::Forbidden, [one]) => AdditionalView::Schemas(vec![*one]),
            (_, _) => AdditionalView::Any,
        };
    }

    /// Leaves out the types of which no value is listed, and `integer` beside
    /// `number`. Null stays: `enum` often forgets what `type` says.
    fn narrow_types(&mut self) {
        let Some(mut types) = self.types else { return };
        if types.contains(JsonType::Number) {
            types.remove(JsonType::Integer);
        }
        if let Some(values) = &self.values {
            let mut listed = types;
            for json_type in types.iter().filter(|it| *it != JsonType::Null) {
                if !values.iter().any(|value| is_of(value, json_type)) {
                    listed.remove(json_type);
                }
            }
            if !listed.is_empty() {
                types = listed;
            }
        }
        self.types = Some(types);
    }
}

/// Whether a value is of the type (JSON Schema 2020-12 validation §6.1.1).
pub(super) fn is_of(value: &Value, json_type: JsonType) -> bool {
    match json_type {
        JsonType::Null => value.is_null(),
        JsonType::Boolean => value.is_boolean(),
        JsonType::Object => value.is_object(),
        JsonType::Array => value.is_array(),
        JsonType::Number => value.is_number(),
        JsonType::String => value.is_string(),
        JsonType::Integer => value.as_f64().is_some_and(|number| number.fract() == 0.0),
    }
}

/// The types in both sets; `integer` is part of `number`.
fn intersect(left: JsonTypes, right: JsonTypes) -> JsonTypes {
    let admits = |types: JsonTypes, json_type: JsonType| {
        types.contains(json_type)
            || (json_type == JsonType::Integer && types.contains(JsonType::Number))
    };
    let both = |json_type: &JsonType| admits(left, *json_type) && admits(right, *json_type);
    let mut types: JsonTypes = JsonType::ALL.into_iter().filter(both).collect();
    if types.contains(JsonType::Number) && types.contains(JsonType::Integer) {
        types.remove(JsonType::Integer);
    }
    types
}

pub(super) fn larger<T: PartialOrd>(left: Option<T>, right: Option<T>) -> Option<T> {
    match (left, right) {
        (Some(left), Some(right)) => Some(if right > left { right } else { left }),
        (left, right) => left.or(right),
    }
}

pub(super) fn smaller<T: PartialOrd>(left: Option<T>, right: Option<T>) -> Option<T> {
    match (left, right) {
        (Some(left), Some(right)) => Some(if right < left { right } else { left }),
        (left, right) => left.or(right),
    }
}
