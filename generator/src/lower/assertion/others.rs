//! Whether an assertion looks at properties that a struct has no field for, so that they must be kept.

use bindery_openapi::Document;
use bindery_openapi::document::{AdditionalProperties, ObjectKeywords, Schema, SchemaId};
use rustc_hash::FxHashSet;
use serde_json::Value;

use super::super::Lowering;
use super::super::view::{AdditionalView, View};

impl Lowering<'_> {
    /// Whether what stands beside a union looks at properties that a member's own type drops.
    pub(in crate::lower) fn looks_at_what_is_dropped(
        &self,
        beside: &View<'_>,
        member: &View<'_>,
    ) -> bool {
        let may_be_object = member.speaks_of_objects || !member.unions.is_empty();
        let drops = may_be_object && member.additional == AdditionalView::Unstated;
        let known = |name: &str| member.has_field(name);
        let looks = |id: &SchemaId| {
            let schema = self.document.schema(*id);
            let object = schema.object.as_deref();
            object.is_some_and(|object| !object.pattern_properties.is_empty())
                || speaks_of_others(self.document, schema, &known)
        };
        drops && !beside.is_strict() && beside.sources.iter().any(looks)
    }
}

impl View<'_> {
    /// Whether what no type states of the value depends on properties that no field is for.
    pub(in crate::lower) fn speaks_of_others(&self, document: &Document) -> bool {
        let known = |name: &str| self.has_field(name);
        let mut sources = self.sources.iter();
        let lists_objects = || {
            let mut values = self.values.iter().flatten();
            values.any(|value| value.is_object())
        };
        sources.any(|id| speaks_of_others(document, document.schema(*id), &known))
            || lists_objects()
            || looks_at_others(document, self.onlookers.clone(), &known)
    }
}

/// Whether what no type states of the schema depends on properties other than those that are `known`.
fn speaks_of_others(document: &Document, schema: &Schema, known: &dyn Fn(&str) -> bool) -> bool {
    let object = schema.object.as_deref();
    let own = object.is_some_and(|object| depends_on_others(object, known));
    let dependent = object
        .into_iter()
        .flat_map(|object| &object.dependent_schemas);
    let within = [schema.not, schema.condition, schema.then, schema.otherwise];
    let within = within.into_iter().flatten();
    own || looks_at_others(
        document,
        within.chain(dependent.map(|(_, id)| *id)).collect(),
        known,
    )
}

/// Whether one of the schemas, each applied to the object itself, looks at other properties.
pub(in crate::lower) fn looks_at_others(
    document: &Document,
    mut pending: Vec<SchemaId>,
    known: &dyn Fn(&str) -> bool,
) -> bool {
    let mut seen = FxHashSet::default();
    while let Some(id) = pending.pop() {
        if !seen.insert(id) {
            continue;
        }
        let schema = document.schema(id);
        let object = schema.object.as_deref();
        if lists_objects(schema) || object.is_some_and(|object| names_others(object, known)) {
            return true;
        }
        let dependent = object
            .into_iter()
            .flat_map(|object| &object.dependent_schemas);
        pending.extend(dependent.map(|(_, id)| *id));
        pending.extend(
            [&schema.all_of, &schema.any_of, &schema.one_of]
                .into_iter()
                .flatten(),
        );
        pending.extend(schema.reference);
        let conditional = [schema.not, schema.condition, schema.then, schema.otherwise];
        pending.extend(conditional.into_iter().flatten());
    }
    false
}

fn lists_objects(schema: &Schema) -> bool {
    let listed = schema.enumeration.iter().flatten();
    listed.chain(&schema.constant).any(holds_objects)
}

/// Whether a listed value is an object or holds one.
fn holds_objects(value: &Value) -> bool {
    match value {
        Value::Object(_) => true,
        Value::Array(items) => items.iter().any(holds_objects),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    }
}

fn names_others(object: &ObjectKeywords, known: &dyn Fn(&str) -> bool) -> bool {
    let closed = match object.additional_properties {
        None | Some(AdditionalProperties::Any) => false,
        Some(AdditionalProperties::Forbidden | AdditionalProperties::Schema(_)) => true,
    };
    closed
        || !object.pattern_properties.is_empty()
        || object.properties.iter().any(|it| !known(&it.name))
        || object.required.iter().any(|name| !known(name))
        || depends_on_others(object, known)
}

/// Whether the keywords that no struct states depend on other properties.
fn depends_on_others(object: &ObjectKeywords, known: &dyn Fn(&str) -> bool) -> bool {
    let required = object.dependent_required.iter();
    let mut named = required.flat_map(|(name, names)| names.iter().chain([name]));
    let mut schemas = object.dependent_schemas.iter();
    object.property_names.is_some()
        || object.unevaluated_properties.is_some()
        || object.min_properties.is_some()
        || object.max_properties.is_some()
        || named.any(|name| !known(name))
        || schemas.any(|(name, _)| !known(name))
}
