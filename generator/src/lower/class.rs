//! What kind of Rust a view becomes. Deciding is kept apart from making, so that
//! whether a type can hold null is known before the type exists.

use bindery_openapi::document::JsonType;
use serde_json::Value;

use super::view::{AdditionalView, View};

/// The kinds of Rust a schema becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Nothing: no value satisfies the schema.
    Never,
    /// Null alone.
    Null,
    /// Any JSON value.
    Any,
    /// `true` or `false`.
    Boolean,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// Text.
    Text,
    /// Text with known values.
    OpenEnum,
    /// A list.
    Array,
    /// An object with named properties.
    Struct,
    /// An object whose values are of one type.
    Map,
    /// Any object.
    OpenObject,
    /// One of several members of `oneOf` or `anyOf`.
    Union,
    /// One of several JSON types.
    TypeUnion,
    /// A described object or array, or a value of any other type.
    Untyped,
}

impl Class {
    /// Whether the type of this class holds null among its values.
    pub fn holds_null(self) -> bool {
        match self {
            Self::Any | Self::Null | Self::Untyped => true,
            Self::Never
            | Self::Boolean
            | Self::Integer
            | Self::Number
            | Self::Text
            | Self::OpenEnum
            | Self::Array
            | Self::Struct
            | Self::Map
            | Self::OpenObject
            | Self::Union
            | Self::TypeUnion => false,
        }
    }

    /// Whether a use of it holds no other type and needs no name.
    pub fn is_leaf(self) -> bool {
        match self {
            Self::Never
            | Self::Null
            | Self::Any
            | Self::Boolean
            | Self::Integer
            | Self::Number
            | Self::Text
            | Self::OpenObject => true,
            Self::OpenEnum
            | Self::Array
            | Self::Struct
            | Self::Map
            | Self::Union
            | Self::TypeUnion
            | Self::Untyped => false,
        }
    }

    /// Whether its checks live in its type rather than at its use.
    pub fn has_an_item(self) -> bool {
        match self {
            Self::OpenEnum | Self::Struct | Self::Union | Self::TypeUnion | Self::Untyped => true,
            Self::Never
            | Self::Null
            | Self::Any
            | Self::Boolean
            | Self::Integer
            | Self::Number
            | Self::Text
            | Self::Array
            | Self::Map
            | Self::OpenObject => false,
        }
    }
}

/// Classifies what `view` admits, null aside.
pub(super) fn classify(view: &View<'_>) -> Class {
    if view.never {
        return Class::Never;
    }
    if is_string_enum(view) {
        return Class::OpenEnum;
    }
    if !view.unions.is_empty() {
        return Class::Union;
    }
    match view.types_but_null().as_slice() {
        [] if view.types.is_some() => Class::Null,
        [] => classify_untyped(view),
        [json_type] => classify_type(*json_type, view),
        _ => Class::TypeUnion,
    }
}

fn classify_type(json_type: JsonType, view: &View<'_>) -> Class {
    match json_type {
        JsonType::Null => Class::Null,
        JsonType::Boolean => Class::Boolean,
        JsonType::Integer => Class::Integer,
        JsonType::Number => Class::Number,
        JsonType::String => Class::Text,
        JsonType::Array => Class::Array,
        JsonType::Object => classify_object(view),
    }
}

/// People mean an object by a schema that speaks of properties, and an array by one that speaks of
/// items. By the letter such a schema says nothing of values of other types
/// (JSON Schema 2020-12 core §7.6.1).
fn classify_untyped(view: &View<'_>) -> Class {
    if view.is_strict() {
        return match &view.values {
            Some(values) => classify_values(values),
            None if describes_objects(view) || describes_arrays(view) => Class::Untyped,
            None => Class::Any,
        };
    }
    match () {
        () if view.speaks_of_objects => classify_object(view),
        // Beside alternatives, what is said of items says no type.
        () if view.values.is_none() && describes_arrays(view) => Class::Untyped,
        // What is sent as it is needs no type (OpenAPI 3.1.1 §4.4.4).
        () if view.values.is_none() && view.holds_bytes() => Class::Text,
        () => view.values.as_deref().map_or(Class::Any, classify_values),
    }
}

/// Whether objects that satisfy the view have a type other than that of any object.
pub(super) fn describes_objects(view: &View<'_>) -> bool {
    view.speaks_of_objects && classify_object(view) != Class::OpenObject
}

/// Whether arrays that satisfy the view have a type other than that of any array.
pub(super) fn describes_arrays(view: &View<'_>) -> bool {
    !view.lists.is_empty()
}

fn classify_object(view: &View<'_>) -> Class {
    if !view.properties.is_empty() || !view.required.is_empty() {
        return Class::Struct;
    }
    match view.additional {
        AdditionalView::Unstated | AdditionalView::Any => Class::OpenObject,
        AdditionalView::Schemas(_) => Class::Map,
        AdditionalView::Forbidden => Class::Struct,
    }
}

fn classify_values(values: &[&Value]) -> Class {
    let all =
        |holds: fn(&Value) -> bool| values.iter().all(|value| value.is_null() || holds(value));
    match () {
        () if values.iter().all(|value| value.is_null()) => Class::Null,
        () if all(Value::is_boolean) => Class::Boolean,
        () if all(|value| value.is_i64() || value.is_u64()) => Class::Integer,
        () if all(Value::is_number) => Class::Number,
        () => Class::Any,
    }
}

fn is_string_enum(view: &View<'_>) -> bool {
    let typed = view.types_but_null();
    let may_be_text = view.types.is_none() || typed == [JsonType::String];
    let Some(values) = &view.values else {
        return false;
    };
    let texts = values.iter().filter(|value| value.is_string()).count();
    let only_texts = values
        .iter()
        .all(|value| value.is_string() || value.is_null());
    may_be_text && only_texts && texts > 0
}
