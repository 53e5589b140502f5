//! Schemas that only wrap another one, to annotate it or to admit null beside it: what they wrap is meant.

use bindery_openapi::document::{JsonType, JsonTypes, SchemaId};

use super::Lowering;
use super::class::classify;
use super::place::Place;
use super::schema::Lowered;
use super::view::View;
use crate::config::Reading;

/// How many wrappers around each other are opened.
const MAX_WRAPPERS: usize = 32;

/// What a schema wraps.
#[derive(Clone, Copy, Debug)]
struct Wrapped {
    schema: SchemaId,
    /// Whether the wrapper admits null or excludes it, where it says either.
    null: Option<bool>,
}

impl Lowering<'_> {
    /// A schema that only wraps another one.
    pub(super) fn lower_wrapper(&mut self, ids: &[SchemaId], place: &Place) -> Option<Lowered> {
        let [id] = ids else { return None };
        let target = self.document.resolve(*id);
        let Some(wrapped) = self.wrapped_by(target) else {
            return (target != *id).then(|| self.lower_at(&[target], place));
        };
        let mut lowered = self.lower_at(&[wrapped.schema], place);
        match (self.reading, wrapped.null) {
            (Reading::Lenient, Some(true)) => lowered.nullable = !lowered.holds_null,
            (Reading::Lenient, Some(false)) => lowered.nullable = false,
            (Reading::Lenient, None) => {}
            (Reading::Strict, _) => {
                let admits_null = self.null_satisfies(*id, 0);
                lowered.nullable = admits_null && !lowered.holds_null;
                lowered.holds_null &= admits_null;
            }
        }
        Some(lowered)
    }

    /// Whether a component is only another name for a component.
    pub(super) fn names_another_component(&self, schema: SchemaId) -> bool {
        let is_of_a_union = || {
            let view = View::of(self.document, self.reading, &[schema]);
            !view.above.is_empty()
        };
        if self.directed.hierarchies.is_descendant(schema) || is_of_a_union() {
            return false;
        }
        let target = self.document.resolve(schema);
        let wrapped = self.wrapped_by(target);
        let wrapped = wrapped.map(|wrapped| self.document.resolve(wrapped.schema));
        let is_component = |id: SchemaId| id != schema && self.components.contains_key(&id);
        is_component(target) || wrapped.is_some_and(is_component)
    }

    /// What a component is where its schema only wraps one that is no component, else the schema
    /// itself; and whether null is admitted, where a wrapper says so.
    pub(super) fn meant_by_component(&self, schema: SchemaId) -> (SchemaId, Option<bool>) {
        let (mut at, mut null) = (schema, None);
        for _ in 0..MAX_WRAPPERS {
            let Some(wrapped) = self.wrapped_by(at) else {
                break;
            };
            let inner = self.document.resolve(wrapped.schema);
            if self.components.contains_key(&inner) || self.directed.hierarchies.is_descendant(at) {
                break;
            }
            null = null.or(wrapped.null);
            at = inner;
        }
        (at, null)
    }

    /// Whether a component is made of itself alone, through whatever it wraps.
    pub(super) fn wraps_itself(&self, schema: SchemaId) -> bool {
        let mut at = schema;
        for _ in 0..MAX_WRAPPERS {
            let Some(wrapped) = self.wrapped_by(at) else {
                return false;
            };
            at = self.document.resolve(wrapped.schema);
            if at == schema {
                return true;
            }
        }
        false
    }

    /// The one member that counts of a schema that is nothing but `allOf`, `oneOf` or `anyOf`. A
    /// member of `allOf` that only annotates counts for nothing, nor does a `type` that the one has.
    fn wrapped_by(&self, id: SchemaId) -> Option<Wrapped> {
        let schema = self.document.schema(id);
        if schema.asserts_beside_types() || schema.reference.is_some() {
            return None;
        }
        let is_null = |member: &SchemaId| self.is_null(*member);
        if schema.all_of.iter().any(is_null) {
            return None;
        }
        let (mut all_of, mut types) = (schema.all_of.clone(), vec![schema.types]);
        let alternatives: Vec<SchemaId> = schema.alternatives().collect();
        all_of.retain(|member| !self.says_only(*member, false));
        if all_of.len() + alternatives.len() > 1 {
            let stated = all_of
                .iter()
                .filter(|member| self.says_only(**member, true));
            types.extend(stated.map(|member| self.document.schema(*member).types));
            all_of.retain(|member| !self.says_only(*member, true));
        }
        let names_null = !alternatives.is_empty() && schema.types.contains(JsonType::Null);
        let members = all_of.into_iter().chain(alternatives);
        let (nulls, others): (Vec<SchemaId>, Vec<SchemaId>) = members.partition(is_null);
        let [sole] = others.as_slice() else {
            return None;
        };
        if !nulls.is_empty() && !schema.one_of.is_empty() && self.holds_null_by_the_letter(*sole) {
            return None;
        }
        types.retain(|types| !types.is_empty());
        let admits = |types: &JsonTypes| self.admits_types_of(*types, *sole);
        types.iter().all(admits).then_some(Wrapped {
            schema: *sole,
            null: if types.iter().all(|types| types.contains(JsonType::Null)) {
                // Who says by a type that a value may be null means it whatever the alternatives are.
                (names_null || !nulls.is_empty()).then_some(true)
            } else {
                Some(false)
            },
        })
    }

    /// Whether by the letter the type of a schema holds null. Beside null it is then no wrapper that makes null one of
    /// its values: a `oneOf` of which two members admit null excludes it (JSON Schema 2020-12 core §10.2.1.3).
    fn holds_null_by_the_letter(&self, id: SchemaId) -> bool {
        let view = || View::of(self.document, self.reading, &[id]);
        self.reading == Reading::Strict && classify(&view()).holds_null()
    }

    /// Whether a schema says nothing, or nothing but its `type`, annotations aside.
    fn says_only(&self, id: SchemaId, its_type: bool) -> bool {
        let schema = self.document.schema(id);
        let is_composed = schema.reference.is_some()
            || !schema.all_of.is_empty()
            || schema.alternatives().next().is_some();
        let is_said = schema.types.is_empty() || its_type && !self.is_null(id);
        !is_composed && !schema.asserts_beside_types() && is_said
    }

    /// Whether every value of a schema is of one of the types.
    fn admits_types_of(&self, types: JsonTypes, id: SchemaId) -> bool {
        let view = View::of(self.document, self.reading, &[id]);
        let own = self.json_types(&view, 0);
        !own.is_empty() && own.iter().all(|json_type| types.contains(*json_type))
    }
}
