//! One view of the many kinds of schema that `openapiv3` tells apart.
//!
//! Keywords whose exact value matters (`type`, `format`, `enum`, bounds,
//! `default`) and those that hold schemas are not here: they are taken from
//! the value itself.

use openapiv3::{AdditionalProperties, AnySchema, SchemaKind, Type};

/// The keywords of a schema, none of them where it does not state it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Keywords<'t> {
    pub(super) pattern: Option<&'t String>,
    pub(super) min_length: Option<usize>,
    pub(super) max_length: Option<usize>,
    pub(super) min_items: Option<usize>,
    pub(super) max_items: Option<usize>,
    pub(super) unique_items: bool,
    pub(super) required: &'t [String],
    pub(super) additional_properties: Option<&'t AdditionalProperties>,
    pub(super) min_properties: Option<usize>,
    pub(super) max_properties: Option<usize>,
}

impl<'t> Keywords<'t> {
    /// The keywords of `kind`.
    pub(super) fn of(kind: &'t SchemaKind) -> Self {
        match kind {
            SchemaKind::Type(kind) => Self::of_type(kind),
            SchemaKind::Any(any) => Self::of_any(any),
            SchemaKind::OneOf { .. }
            | SchemaKind::AllOf { .. }
            | SchemaKind::AnyOf { .. }
            | SchemaKind::Not { .. } => Self::default(),
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
                min_items: array.min_items,
                max_items: array.max_items,
                unique_items: array.unique_items,
                ..Self::default()
            },
            Type::Object(object) => Self {
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
            min_items: any.min_items,
            max_items: any.max_items,
            unique_items: any.unique_items.unwrap_or_default(),
            required: &any.required,
            additional_properties: any.additional_properties.as_ref(),
            min_properties: any.min_properties,
            max_properties: any.max_properties,
        }
    }
}
