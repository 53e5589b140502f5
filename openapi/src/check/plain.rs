//! What needs no second look: most values of a description are plainly what their place asks for.

use serde_json::Value;

use crate::specification::{Kind, Shape};
use crate::version::Version;

/// Whether a value without anything below it is what the shape asks for.
pub(super) fn is_plainly(shape: &Shape, value: &Value, version: Version) -> bool {
    let is_newer = version > Version::V3_0;
    match shape {
        Shape::Any => true,
        Shape::Text => value.is_string(),
        Shape::Types => {
            let is_name = |value: &Value| value.is_string();
            let is_list = || {
                value
                    .as_array()
                    .is_some_and(|list| list.iter().all(is_name))
            };
            value.is_string() || (is_newer && is_list())
        }
        Shape::ExclusiveBound if is_newer => value.as_f64().is_some(),
        Shape::ExclusiveBound => value.is_boolean(),
        Shape::SchemaOrSchemas | Shape::Dependency | Shape::Reusable(Kind::Schema) => {
            is_newer && value.is_boolean()
        }
        Shape::Boolean | Shape::BooleanOrSchema => value.is_boolean(),
        Shape::Number => value.as_f64().is_some(),
        Shape::Count => value
            .as_u64()
            .is_some_and(|count| usize::try_from(count).is_ok()),
        Shape::Word(words) => value.as_str().is_some_and(|word| words.contains(&word)),
        Shape::Object(_) | Shape::Reusable(_) | Shape::List(_) | Shape::Map(_) => false,
    }
}
