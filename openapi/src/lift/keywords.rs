//! One view of the many kinds of schema that `openapiv3` tells apart.
//!
//! Keywords whose exact value matters (`type`, `format`, `enum`, bounds,
//! `default`) are not here: they are taken from the value itself.

use indexmap::IndexMap;
use openapiv3::{AdditionalProperties, AnySchema, ReferenceOr, Schema, SchemaKind, Type};

/// The keywords of a schema, none of them where it does not state it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Keywords<'t> {
    pub(super) pattern: Option<&'t String>,
    pub(super) min_length: Option<usize>,
    pub(super) max_length: Option<usize>,
    pub(super) items: Option<&'t ReferenceOr<Box<Schema>>>,
    pub(super) min_items: Option<usize>,
    pub(super) max_items: Option<usize>,
    pub(super) unique_items: bool,
    pub(super) properties: Option<&'t IndexMap<String, ReferenceOr<Box<Schema>>>>,
    pub(super) required: &'t [String],
    pub(super) additional_properties: Option<&'t AdditionalProperties>,
    pub(super) min_properties: Option<usize>,
    pub(super) max_properties: Option<usize>,
    pub(super) all_of: &'t [ReferenceOr<Schema>],
    pub(super) any_of: &'t [ReferenceOr<Schema>],
    pub(super) one_of: &'t [ReferenceOr<Schema>],
    pub(super) not: Option<&'t ReferenceOr<Schema>>,
}

impl<'t> Keywords<'t> {
    /// The keywords of `kind`.
    pub(super) fn of(kind: &'t SchemaKind) -> Self {
        match kind {
            SchemaKind::Type(kind) => Self::of_type(kind),
            SchemaKind::OneOf { one_of } => Self {
                one_of,
                ..Self::default()
            },
            SchemaKind::AllOf { all_of } => Self {
                all_of,
                ..Self::default()
            },
            SchemaKind::AnyOf { any_of } => Self {
                any_of,
                ..Self::default()
            },
            SchemaKind::Not { not } => Self {
                not: Some(not),
                ..Self::default()
            },
            SchemaKind::Any(any) => Self::of_any(any),
        }
    }

    fn of_type(kind: &'t Type) -> Self {
        match kind {
            Type::String(string) => Self {
                pattern: string.pattern.as_ref(),
                min_length: string.min_length,
                max_length: string.max_length,
                ..Self::default()
            },
            Type::Array(array) => Self {
                items: array.items.as_ref(),
                min_items: array.min_items,
                max_items: array.max_items,
                unique_items: array.unique_items,
                ..Self::default()
            },
            Type::Object(object) => Self {
                properties: Some(&object.properties),
                required: &object.required,
                additional_properties: object.additional_properties.as_ref(),
                min_properties: object.min_properties,
                max_properties: object.max_properties,
                ..Self::default()
            },
            Type::Number(_) | Type::Integer(_) | Type::Boolean(_) => Self::default(),
        }
    }

    fn of_any(any: &'t AnySchema) -> Self {
        Self {
            pattern: any.pattern.as_ref(),
            min_length: any.min_length,
            max_length: any.max_length,
            items: any.items.as_ref(),
            min_items: any.min_items,
            max_items: any.max_items,
            unique_items: any.unique_items.unwrap_or_default(),
            properties: Some(&any.properties),
            required: &any.required,
            additional_properties: any.additional_properties.as_ref(),
            min_properties: any.min_properties,
            max_properties: any.max_properties,
            all_of: &any.all_of,
            any_of: &any.any_of,
            one_of: &any.one_of,
            not: any.not.as_deref(),
        }
    }
}
