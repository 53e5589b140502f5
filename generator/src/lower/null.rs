//! Whether a schema admits null, which decides where a type stands in an `Option`.

use bindery_openapi::document::{JsonType, SchemaId};
use serde_json::Value;

use super::Lowering;
use super::view::View;
use crate::config::Reading;

/// How deep compositions are followed.
const MAX_DEPTH: usize = 64;

impl Lowering<'_> {
    /// Whether null satisfies all of `ids`, whose view is `view`.
    ///
    /// By the letter a schema that says nothing of null admits it. People mean only what is named:
    /// a type of null, a listed null, or a member of a union that says either.
    pub(super) fn admits_null(&mut self, ids: &[SchemaId], view: &View<'_>) -> bool {
        match self.reading {
            Reading::Strict => ids.iter().all(|id| self.null_satisfies(*id, 0)),
            Reading::Lenient => self.names_null(view, 0),
        }
    }

    fn names_null(&mut self, view: &View<'_>, depth: usize) -> bool {
        match (&view.types, &view.values) {
            (Some(types), _) => types.contains(JsonType::Null),
            (None, Some(values)) => values.iter().any(|value| value.is_null()),
            (None, None) => {
                let members = view.unions.iter().flat_map(|union| union.members);
                let mut members = members.copied();
                depth < MAX_DEPTH && members.any(|member| self.member_names_null(member, depth))
            }
        }
    }

    fn member_names_null(&mut self, member: SchemaId, depth: usize) -> bool {
        if let Some(known) = self.nulls.get(&member) {
            return *known;
        }
        // One that holds itself names no null by that.
        self.nulls.insert(member, false);
        let view = View::of(self.document, self.reading, &[member]);
        let names = self.is_null(member) || self.names_null(&view, depth + 1);
        self.nulls.insert(member, names);
        names
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
        let schema = self.document.schema(id);
        let listed = schema.enumeration.as_ref();
        !schema.never
            && (schema.types.is_empty() || schema.types.contains(JsonType::Null))
            && listed.is_none_or(|values| values.iter().any(Value::is_null))
            && schema.constant.as_ref().is_none_or(Value::is_null)
    }

    fn null_satisfies_parts(&mut self, id: SchemaId, depth: usize) -> bool {
        let document = self.document;
        let schema = document.schema(id);
        let mut holds = |id: SchemaId| self.null_satisfies(id, depth);
        let chosen = match schema.condition {
            Some(condition) if holds(condition) => schema.then,
            Some(_) => schema.otherwise,
            None => None,
        };
        let satisfied = |ids: &[SchemaId], holds: &mut dyn FnMut(SchemaId) -> bool| {
            ids.iter().filter(|id| holds(**id)).count()
        };
        schema.reference.is_none_or(&mut holds)
            && chosen.is_none_or(&mut holds)
            && !schema.not.is_some_and(&mut holds)
            && schema.all_of.iter().all(|id| holds(*id))
            && (schema.any_of.is_empty() || satisfied(&schema.any_of, &mut holds) > 0)
            && (schema.one_of.is_empty() || satisfied(&schema.one_of, &mut holds) == 1)
    }
}
