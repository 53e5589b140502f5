//! Whether a schema admits null, which decides where a type stands in an `Option`.

use bindery_openapi::document::{JsonType, Schema, SchemaId};
use serde_json::Value;

use super::Lowering;
use super::view::View;
use crate::config::Reading;

/// How deep compositions are followed.
const MAX_DEPTH: usize = 64;

impl Lowering<'_> {
    /// Whether null satisfies all of `ids`, whose view is `view`.
    ///
    /// By the letter a schema that says nothing of null admits it. People mean only what is named: a type of null, or a
    /// listed null; and of a union whatever a member says, or admits by saying nothing of types.
    pub(super) fn admits_null(&mut self, ids: &[SchemaId], view: &View<'_>) -> bool {
        let is_named = match (self.reading, &view.types, &view.values) {
            (Reading::Lenient, Some(types), _) => Some(types.contains(JsonType::Null)),
            // Alternatives may exclude what is listed.
            (Reading::Lenient, None, _) if !view.unions.is_empty() => None,
            (Reading::Lenient, None, Some(values)) => {
                Some(values.iter().any(|value| value.is_null()))
            }
            (Reading::Lenient, None, None) => Some(false),
            (Reading::Strict, _, _) => None,
        };
        is_named.unwrap_or_else(|| ids.iter().all(|id| self.null_satisfies(*id, 0)))
    }

    /// Whether null is a valid instance: only the keywords that speak of every type, or of null, count.
    pub(super) fn null_satisfies(&mut self, id: SchemaId, depth: usize) -> bool {
        if let Some(known) = self.nulls.get(&id) {
            return *known;
        }
        if depth == MAX_DEPTH {
            return true;
        }
        // What holds itself says nothing by that.
        self.nulls.insert(id, true);
        let satisfies = self.null_satisfies_own(id) && self.null_satisfies_parts(id, depth + 1);
        self.nulls.insert(id, satisfies);
        satisfies
    }

    fn null_satisfies_own(&self, id: SchemaId) -> bool {
        let (document, schema) = (self.document, self.document.schema(id));
        let (types, listed, constant) = match self.reading {
            Reading::Lenient => (
                document.meant_types(id),
                document.meant_values(id),
                document.meant_constant(id),
            ),
            Reading::Strict => (
                schema.types,
                schema.enumeration.as_deref(),
                schema.constant.as_ref(),
            ),
        };
        let is_listed = || {
            listed.is_none_or(|values| values.iter().any(Value::is_null))
                && constant.is_none_or(Value::is_null)
        };
        !schema.never
            && (types.is_empty() || types.contains(JsonType::Null))
            && (self.says_null(id) || is_listed())
    }

    fn null_satisfies_parts(&mut self, id: SchemaId, depth: usize) -> bool {
        let document = self.document;
        let schema = document.schema(id);
        let says_null = self.says_null(id);
        let mut holds = |id: SchemaId| self.null_satisfies(id, depth);
        let chosen = match schema.condition {
            Some(condition) if holds(condition) => schema.then,
            Some(_) => schema.otherwise,
            None => None,
        };
        let mut parts = schema.all_of.iter().copied().chain(schema.reference);
        chosen.is_none_or(&mut holds)
            && !schema.not.is_some_and(&mut holds)
            && (says_null || parts.all(&mut holds))
            && (says_null || self.null_satisfies_alternatives(schema, depth))
    }

    /// Whether the types of a schema and its parts say that a value may be null: people mean it whatever the
    /// alternatives are, and whether it is listed or not.
    fn says_null(&self, id: SchemaId) -> bool {
        self.reading == Reading::Lenient && self.document.may_be_null(id)
    }

    fn null_satisfies_alternatives(&mut self, schema: &Schema, depth: usize) -> bool {
        let is_named = self.reading == Reading::Lenient && self.document.name_null(&schema.one_of);
        let mut satisfied = |ids: &[SchemaId]| {
            let ids = ids.iter();
            ids.filter(|id| self.null_satisfies(**id, depth)).count()
        };
        (schema.any_of.is_empty() || satisfied(&schema.any_of) > 0)
            && (schema.one_of.is_empty() || is_named || satisfied(&schema.one_of) == 1)
    }
}
