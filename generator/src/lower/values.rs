//! Which types and which listed values several schemas have in common.

use std::collections::HashSet;

use bindery_openapi::document::{JsonType, JsonTypes};
use bindery_openapi::json::canonical;
use serde_json::Value;

use super::view::View;

impl View<'_> {
    /// Leaves out the values that are of no type admitted.
    pub(super) fn narrow_values(&mut self) {
        // What lists its values one by one in a union means each.
        let (strict, types) = (self.is_strict() || !self.listed.is_empty(), self.types);
        let Some(values) = &mut self.values else {
            return;
        };
        if let Some(types) = types {
            values.retain(|value| types.iter().any(|json_type| json_type.admits(value)));
        }
        // By the letter nothing is left; people mean that null is admitted where `type` says so.
        let says_null = types.is_some_and(|types| types.contains(JsonType::Null));
        if values.is_empty() && (strict || !says_null) {
            self.contradict("enum");
        }
    }

    /// Whether all values that another view lists are of types that this one does not admit.
    pub(super) fn excludes_what_is_listed(&self, other: &Self) -> bool {
        let (Some(types), Some(values)) = (self.types, &other.values) else {
            return false;
        };
        let is_admitted = |value: &&Value| types.iter().any(|json_type| json_type.admits(value));
        !values.iter().any(is_admitted)
    }

    /// Leaves out the types of which no value is listed, and `integer` beside `number`. Unless
    /// schemas are read by the letter, null stays: `enum` often forgets what `type` says.
    pub(super) fn narrow_types(&mut self) {
        let Some(mut types) = self.types else { return };
        if types.contains(JsonType::Number) {
            types.remove(JsonType::Integer);
        }
        if let Some(values) = &self.values {
            let stays = |json_type: JsonType| json_type == JsonType::Null && !self.is_strict();
            let mut listed = types;
            for json_type in types.iter().filter(|json_type| !stays(*json_type)) {
                if !values.iter().any(|value| json_type.admits(value)) {
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

/// The types in both sets; `integer` is part of `number`.
pub(super) fn types_in_both(left: JsonTypes, right: JsonTypes) -> JsonTypes {
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

/// The values of the first list that are equal to one of the second.
pub(super) fn in_both<'v>(left: Vec<&'v Value>, right: &[&Value]) -> Vec<&'v Value> {
    let right: HashSet<String> = right.iter().map(|value| canonical(value)).collect();
    let both = left.into_iter();
    both.filter(|value| right.contains(&canonical(value)))
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::in_both;

    #[test]
    fn two_lists_have_in_common_what_is_equal() {
        let (one, two, text) = (json!(1), json!(2.0), json!("1"));
        let [float, other] = [json!(1.0), json!(3)];
        assert_eq!(in_both(vec![&one, &two, &text], &[&float, &other]), [&one]);
    }
}
