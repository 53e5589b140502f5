//! What people mean by schemas that by the letter contradict themselves.

use std::collections::HashSet;

use super::{Document, JsonType, JsonTypes, SchemaId};

/// In how many schemas that one is made of a type is looked for.
const MAX_SCHEMAS: usize = 256;

impl Document {
    /// The types of what a schema is made of, by `$ref` and `allOf`, where those agree with each
    /// other and exclude the `type` that stands beside: by the letter nothing is both, and people
    /// mean what the schema is made of.
    pub fn overriding_types(&self, id: SchemaId) -> Option<JsonTypes> {
        let schema = self.schema(id);
        let is_composed = schema.reference.is_some() || !schema.all_of.is_empty();
        if schema.types.is_empty() || !is_composed {
            return None;
        }
        let types = self.composed_types(id)?;
        let excludes = common(types, schema.types).is_empty();
        (excludes && !types.is_empty()).then_some(types)
    }

    /// The types in common of all schemas that this one is made of, where any states one.
    fn composed_types(&self, id: SchemaId) -> Option<JsonTypes> {
        let mut seen = HashSet::from([id]);
        let mut pending = vec![id];
        let mut types: Option<JsonTypes> = None;
        while let Some(at) = pending.pop() {
            let schema = self.schema(at);
            if at != id && !schema.types.is_empty() {
                types = Some(types.map_or(schema.types, |types| common(types, schema.types)));
            }
            let parts = schema.all_of.iter().copied().chain(schema.reference);
            pending.extend(parts.filter(|part| seen.insert(*part)));
            if seen.len() > MAX_SCHEMAS {
                return None;
            }
        }
        types
    }
}

/// The types in both; `integer` is part of `number` (JSON Schema 2020-12 validation §6.1.1).
fn common(left: JsonTypes, right: JsonTypes) -> JsonTypes {
    let admits = |types: JsonTypes, json_type: JsonType| {
        types.contains(json_type)
            || (json_type == JsonType::Integer && types.contains(JsonType::Number))
    };
    let both = |json_type: &JsonType| admits(left, *json_type) && admits(right, *json_type);
    JsonType::ALL.into_iter().filter(both).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn overriding(schema: &str) -> Option<JsonTypes> {
        let text = format!(
            r#"{{"openapi": "3.1.1", "info": {{"title": "T", "version": "1"}}, "paths": {{}},
            "components": {{"schemas": {{"A": {schema}, "Text": {{"type": "string"}}}}}}}}"#
        );
        let document = crate::read_text("t.json", &text).document;
        let document = document.expect("it has no error");
        document.overriding_types(document.components.schemas[0].schema)
    }

    #[test]
    fn what_a_schema_is_made_of_overrides_a_type_beside_it_that_excludes_it() {
        let text = r##"{"$ref": "#/components/schemas/Text"}"##;
        let of = |rest: &str| overriding(&format!(r#"{{"allOf": [{text}{rest}}}"#));
        assert_eq!(of(r#"], "type": "object""#), Some(JsonType::String.into()));
        assert_eq!(of(r#"], "type": ["object", "string"]"#), None);
        assert_eq!(of("]"), None);
        // What a schema is made of contradicts itself.
        assert_eq!(of(r#", {"type": "array"}], "type": "object""#), None);
        assert_eq!(overriding(r#"{"type": "object"}"#), None);
        let whole = r#"{"allOf": [{"type": "integer"}], "type": "number"}"#;
        assert_eq!(overriding(whole), None);
    }
}
