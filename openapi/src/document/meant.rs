//! What people mean by schemas that by the letter contradict themselves.

use rustc_hash::FxHashSet;
use serde_json::Value;

use super::{Document, JsonType, JsonTypes, SchemaId};

/// In how many schemas that one is made of a type is looked for.
const MAX_SCHEMAS: usize = 256;

/// The types that several schemas of one value mean, each its own.
#[derive(Clone, Debug, Default)]
pub struct TypesTogether(Vec<JsonTypes>);

impl TypesTogether {
    /// Whether values are all of other types.
    fn exclude(&self, values: &[Value]) -> bool {
        let is_of_all = |value: &Value| {
            let mut all = self.0.iter();
            all.all(|types| types.iter().any(|json_type| json_type.admits(value)))
        };
        !values.is_empty() && !values.iter().any(is_of_all) && !self.exclude_each_other()
    }

    /// Whether no value is of all: what is listed is then not to blame.
    fn exclude_each_other(&self) -> bool {
        let mut all = self.0.iter().copied();
        let first = all.next();
        first.is_some_and(|first| all.fold(first, common).is_empty())
    }
}

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

    /// The types that a schema states: those beside it that say more where its own exclude them, so none; and where it
    /// states none, neither itself nor in its parts, an object where it speaks of objects, or null where an
    /// alternative names that, else an array where it speaks of arrays and is no union.
    pub fn meant_types(&self, id: SchemaId) -> JsonTypes {
        let schema = self.schema(id);
        let speaks_of_a_type = speaks(schema.object.as_deref()) || speaks(schema.array.as_deref());
        if schema.types.is_empty() && !speaks_of_a_type || self.overriding_types(id).is_some() {
            return JsonTypes::default();
        }
        if self.states_type(id) {
            return schema.types;
        }
        let is_union = schema.alternatives().next().is_some();
        match (
            speaks(schema.object.as_deref()),
            speaks(schema.array.as_deref()),
        ) {
            (true, _) => {
                let alternatives: Vec<SchemaId> = schema.alternatives().collect();
                let null = self.name_null(&alternatives);
                let types = [JsonType::Object].into_iter();
                types.chain(null.then_some(JsonType::Null)).collect()
            }
            (false, true) if !is_union => JsonType::Array.into(),
            (false, _) => schema.types,
        }
    }

    /// Whether any of these alternatives names null. By the letter a null is of no `oneOf` of them where another one
    /// admits it too (JSON Schema 2020-12 core §10.2.1.3); people who say that it may be null mean that it may.
    pub fn name_null(&self, alternatives: &[SchemaId]) -> bool {
        let mut seen = FxHashSet::default();
        let mut pending = alternatives.to_vec();
        while let Some(id) = pending.pop() {
            if !seen.insert(id) {
                continue;
            }
            let schema = self.schema(id);
            let listed = schema.enumeration.iter().flatten().chain(&schema.constant);
            let mut listed = listed.peekable();
            let own = Some(schema.types).filter(|types| !types.is_empty());
            // A schema without types that lists no values says so by what it is made of.
            let is_named = match (own.or(self.composed_types(id)), listed.peek()) {
                (Some(types), _) => types.contains(JsonType::Null),
                (None, Some(_)) => listed.any(Value::is_null),
                (None, None) => {
                    pending.extend(schema.reference);
                    pending.extend(schema.all_of.iter().chain(&schema.any_of));
                    pending.extend(&schema.one_of);
                    false
                }
            };
            if is_named {
                return true;
            }
        }
        false
    }

    /// Whether a schema or what it is made of, by `$ref` and `allOf`, states a type: who leaves `type` out
    /// beside it means that one, whatever other keywords speak of.
    pub fn states_type(&self, id: SchemaId) -> bool {
        !self.schema(id).types.is_empty() || self.composed_types(id).is_some()
    }

    /// The types that a schema and what it is made of state together; nothing where they state none.
    pub fn stated_types(&self, id: SchemaId) -> Option<JsonTypes> {
        let own = Some(self.schema(id).types).filter(|types| !types.is_empty());
        match (self.overriding_types(id), own, self.composed_types(id)) {
            (Some(types), _, _) | (None, Some(types), None) | (None, None, Some(types)) => {
                Some(types)
            }
            (None, Some(own), Some(composed)) => Some(common(own, composed)),
            (None, None, None) => None,
        }
    }

    /// The values that a schema lists, scalars as those of the type that it states, where any is of
    /// a type that it admits: by the letter nothing
    /// is both of the type and listed otherwise, and people mean the type, and misspelt the values.
    pub fn meant_values(&self, id: SchemaId) -> Option<&[Value]> {
        let schema = self.schema(id);
        let values = schema.spelt.as_deref().or(schema.enumeration.as_deref());
        self.of_stated_types(id, values?)
    }

    /// The value of `const`, which lists one: as that of the type that is stated, where it is of one that the schema
    /// admits.
    pub fn meant_constant(&self, id: SchemaId) -> Option<&Value> {
        let schema = self.schema(id);
        let constant = schema
            .spelt_constant
            .as_deref()
            .or(schema.constant.as_ref())?;
        self.of_stated_types(id, std::slice::from_ref(constant))?
            .first()
    }

    /// The format of a schema, unless the schema itself lists texts: people mean those, whatever they look like.
    pub fn meant_format(&self, id: SchemaId) -> Option<&str> {
        let format = self.schema(id).format.as_deref();
        format.filter(|_| !self.lists_texts(id))
    }

    /// Whether a schema itself lists texts.
    pub fn lists_texts(&self, id: SchemaId) -> bool {
        let constant = self.meant_constant(id);
        let mut listed = self.meant_values(id).into_iter().flatten().chain(constant);
        listed.any(Value::is_string)
    }

    /// The types that a schema and its parts mean together, which what they list is to be of.
    pub fn types_together(&self, id: SchemaId) -> TypesTogether {
        let is_typed = self.states_type(id);
        let mut all: Vec<JsonTypes> = Vec::new();
        for part in self.composed(id) {
            let types = self.meant_types(part);
            // Where a type is stated, what states none means no other.
            let is_meant = !types.is_empty() && (!is_typed || self.states_type(part));
            if is_meant && !all.contains(&types) {
                all.push(types);
            }
        }
        TypesTogether(all)
    }

    /// Whether a part of a schema lists only values of other types than are meant together there: people mean the
    /// types.
    pub fn is_misspelt(&self, part: SchemaId, whole: &TypesTogether) -> bool {
        let constant = self.meant_constant(part).map(std::slice::from_ref);
        let mut lists = self.meant_values(part).into_iter().chain(constant);
        lists.any(|values| whole.exclude(values))
    }

    /// The values, where there are any and one is of a type that a schema admits.
    fn of_stated_types<'v>(&self, id: SchemaId, values: &'v [Value]) -> Option<&'v [Value]> {
        let types = self.stated_types(id);
        let is_of_one = |value: &Value| {
            types.is_none_or(|types| types.iter().any(|json_type| json_type.admits(value)))
        };
        values.iter().any(is_of_one).then_some(values)
    }

    /// The types in common of all schemas that this one is made of, where any states one.
    fn composed_types(&self, id: SchemaId) -> Option<JsonTypes> {
        let mut seen = FxHashSet::from_iter([id]);
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

/// Whether any keyword is stated.
fn speaks<K: Default + PartialEq>(keywords: Option<&K>) -> bool {
    keywords.is_some_and(|keywords| *keywords != K::default())
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

    fn document(schema: &str) -> Document {
        let text = format!(
            r#"{{"openapi": "3.1.1", "info": {{"title": "T", "version": "1"}}, "paths": {{}},
            "components": {{"schemas": {{"A": {schema}, "Text": {{"type": "string"}}}}}}}}"#
        );
        let document = crate::read_text("t.json", &text).document;
        document.expect("it has no error")
    }

    fn overriding(schema: &str) -> Option<JsonTypes> {
        let document = document(schema);
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

    #[test]
    fn listed_values_that_are_all_of_another_type_are_not_meant() {
        let count = |schema: &str| {
            let document = document(schema);
            let values = document.meant_values(document.components.schemas[0].schema);
            values.map(<[Value]>::len)
        };
        assert_eq!(count(r#"{"type": "string", "enum": [[], {}]}"#), None);
        assert_eq!(count(r#"{"type": "string", "enum": [[], "a"]}"#), Some(2));
        assert_eq!(count(r#"{"enum": [true, false]}"#), Some(2));
        assert_eq!(count(r#"{"type": "integer", "enum": [1.0]}"#), Some(1));
        let text = r##"{"allOf": [{"$ref": "#/components/schemas/Text"}], "enum": [1]}"##;
        assert_eq!(count(text), None);
    }

    #[test]
    fn a_constant_is_a_list_of_one() {
        let is_meant = |schema: &str| {
            let document = document(schema);
            let constant = document.meant_constant(document.components.schemas[0].schema);
            constant.is_some()
        };
        assert!(is_meant(r#"{"const": 1}"#));
        assert!(is_meant(r#"{"type": ["string", "null"], "const": null}"#));
        assert!(is_meant(r#"{"type": "string", "const": 1}"#));
        assert!(!is_meant(r#"{"type": "string", "const": []}"#));
        assert!(!is_meant(r#"{"type": "string"}"#));
    }

    #[test]
    fn a_schema_without_a_type_is_of_what_it_speaks_of() {
        let meant = |schema: &str| {
            let document = document(schema);
            document.meant_types(document.components.schemas[0].schema)
        };
        assert_eq!(meant(r#"{"required": ["a"]}"#), JsonType::Object.into());
        assert_eq!(meant(r#"{"items": {}}"#), JsonType::Array.into());
        let both = r#"{"items": {}, "properties": {"a": {}}}"#;
        assert_eq!(meant(both), JsonType::Object.into());
        assert!(meant(r#"{"items": {}, "oneOf": [{"type": "string"}]}"#).is_empty());
        assert!(meant(r#"{"required": ["a"], "allOf": [{"type": "array"}]}"#).is_empty());
        assert!(meant(r#"{"maxLength": 1}"#).is_empty());
        let or_null =
            meant(r#"{"required": ["a"], "anyOf": [{"required": ["b"]}, {"type": "null"}]}"#);
        assert!(or_null.iter().eq([JsonType::Null, JsonType::Object]));
    }

    #[test]
    fn null_is_named_by_a_type_a_value_or_what_an_alternative_is_made_of() {
        let names = |alternatives: &str| {
            let document = document(&format!(r#"{{"oneOf": {alternatives}}}"#));
            let union = document.schema(document.components.schemas[0].schema);
            document.name_null(&union.one_of)
        };
        assert!(names(r#"[{}, {"type": "null"}]"#));
        assert!(names(r#"[{"enum": ["a", null]}]"#));
        assert!(!names(
            r#"[{"allOf": [{"const": null}, {"type": "string"}]}]"#
        ));
        assert!(names(r#"[{"allOf": [{"anyOf": [{"const": null}]}]}]"#));
        assert!(!names(
            r#"[{}, {"not": {"type": "null"}}, {"type": "string"}]"#
        ));
    }

    #[test]
    fn a_schema_without_a_type_is_of_that_of_its_parts() {
        let is_typed = |schema: &str| {
            let document = document(schema);
            document.states_type(document.components.schemas[0].schema)
        };
        let text = r##"{"$ref": "#/components/schemas/Text", "additionalProperties": false}"##;
        assert!(is_typed(text));
        assert!(!is_typed(
            r#"{"allOf": [{"maxLength": 1}], "required": []}"#
        ));
    }
}
