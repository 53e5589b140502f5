//! One view of the many kinds of schema that `openapiv3` tells apart, and of
//! the schemas of 3.1 and 3.2, which are read from the value.
//!
//! Keywords whose exact value matters (`type`, `format`, `enum`, bounds,
//! `default`) and those that hold schemas are not here: they are taken from
//! the value itself in every version.

use openapiv3::{AnySchema, SchemaKind, Type};
use serde_json::Value;

use crate::node::Node;

/// The keywords of a schema, none of them where it does not state it.
#[derive(Clone, Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a keyword of its own"
)]
pub(super) struct Keywords {
    pub(super) pattern: Option<Box<str>>,
    pub(super) min_length: Option<u64>,
    pub(super) max_length: Option<u64>,
    pub(super) min_items: Option<u64>,
    pub(super) max_items: Option<u64>,
    pub(super) unique_items: bool,
    pub(super) required: Vec<Box<str>>,
    pub(super) min_properties: Option<u64>,
    pub(super) max_properties: Option<u64>,
    pub(super) title: Option<Box<str>>,
    pub(super) description: Option<Box<str>>,
    pub(super) nullable: bool,
    pub(super) deprecated: bool,
    pub(super) read_only: bool,
    pub(super) write_only: bool,
}

impl Keywords {
    /// The keywords of a schema of 3.0.
    pub(super) fn of(schema: openapiv3::Schema) -> Self {
        let data = schema.schema_data;
        Self {
            title: data.title.map(Box::from),
            description: data.description.map(Box::from),
            nullable: data.nullable,
            deprecated: data.deprecated,
            read_only: data.read_only,
            write_only: data.write_only,
            ..Self::of_kind(schema.schema_kind)
        }
    }

    /// The keywords of a schema of 3.1 or 3.2 (JSON Schema 2020-12 validation §6, §9).
    pub(super) fn read(node: &Node<'_, '_>) -> Self {
        let text = |key: &str| node.text(key).map(Box::from);
        Self {
            pattern: text("pattern"),
            min_length: read_count(node, "minLength"),
            max_length: read_count(node, "maxLength"),
            min_items: read_count(node, "minItems"),
            max_items: read_count(node, "maxItems"),
            unique_items: node.is_true("uniqueItems"),
            required: node
                .get("required")
                .map(|list| read_names(list.value))
                .unwrap_or_default(),
            min_properties: read_count(node, "minProperties"),
            max_properties: read_count(node, "maxProperties"),
            title: text("title"),
            description: text("description"),
            nullable: node.is_true("nullable"),
            deprecated: node.is_true("deprecated"),
            read_only: node.is_true("readOnly"),
            write_only: node.is_true("writeOnly"),
        }
    }

    fn of_kind(kind: SchemaKind) -> Self {
        match kind {
            SchemaKind::Type(kind) => Self::of_type(kind),
            SchemaKind::Any(any) => Self::of_any(any),
            SchemaKind::OneOf { .. }
            | SchemaKind::AllOf { .. }
            | SchemaKind::AnyOf { .. }
            | SchemaKind::Not { .. } => Self::default(),
        }
    }

    fn of_type(kind: Type) -> Self {
        match kind {
            Type::String(string) => Self {
                pattern: string.pattern.map(Box::from),
                min_length: string.min_length.map(count),
                max_length: string.max_length.map(count),
                ..Self::default()
            },
            Type::Array(array) => Self {
                min_items: array.min_items.map(count),
                max_items: array.max_items.map(count),
                unique_items: array.unique_items,
                ..Self::default()
            },
            Type::Object(object) => Self {
                required: boxed(object.required),
                min_properties: object.min_properties.map(count),
                max_properties: object.max_properties.map(count),
                ..Self::default()
            },
            Type::Number(_) | Type::Integer(_) | Type::Boolean(_) => Self::default(),
        }
    }

    fn of_any(any: AnySchema) -> Self {
        Self {
            pattern: any.pattern.map(Box::from),
            min_length: any.min_length.map(count),
            max_length: any.max_length.map(count),
            min_items: any.min_items.map(count),
            max_items: any.max_items.map(count),
            unique_items: any.unique_items.unwrap_or_default(),
            required: boxed(any.required),
            min_properties: any.min_properties.map(count),
            max_properties: any.max_properties.map(count),
            ..Self::default()
        }
    }
}

/// The member `key` as a count.
pub(super) fn read_count(node: &Node<'_, '_>, key: &str) -> Option<u64> {
    node.stated(key)?.as_u64()
}

/// A list of names, such as `required`.
pub(super) fn read_names(list: &Value) -> Vec<Box<str>> {
    let items = list.as_array().into_iter().flatten();
    items
        .filter_map(|item| item.as_str().map(Box::from))
        .collect()
}

fn boxed(names: Vec<String>) -> Vec<Box<str>> {
    names.into_iter().map(Box::from).collect()
}

fn count(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}
