//! What is left of a schema when its type has stated what it can.

use std::collections::BTreeSet;

use bindery_openapi::document::{JsonType, ObjectKeywords, Schema, SchemaId};

use super::super::Lowering;
use super::super::class::{Class, classify};
use super::super::view::View;
use super::together::Whole;
use super::whole::of_string;
use crate::api::{Assertion, Constraint, Keyword};

impl<'d> Lowering<'d> {
    /// The check of what the type that `view` becomes does not itself enforce, where there is any.
    pub(in crate::lower) fn residue(&mut self, view: &View<'d>) -> Option<Constraint> {
        let union = match classify(view) {
            Class::Union => self.stated_union(view).map(|union| union.members),
            Class::Never => return None,
            Class::Null
            | Class::Untyped
            | Class::Any
            | Class::Boolean
            | Class::Integer
            | Class::Number
            | Class::Text
            | Class::OpenEnum
            | Class::Array
            | Class::Struct
            | Class::Map
            | Class::OpenObject
            | Class::TypeUnion => None,
        };
        self.residue_of_sources(view, &view.sources, union.as_slice(), None)
    }

    /// The check of what these schemas say and a type does not itself enforce that is made of the
    /// view and of the unions in `stated`. They are of a member of a union that stands in schemas, or of the
    /// view's own.
    pub(in crate::lower) fn residue_of_sources(
        &mut self,
        view: &View<'d>,
        sources: &[SchemaId],
        stated: &[&[SchemaId]],
        member: Option<(SchemaId, &[SchemaId])>,
    ) -> Option<Constraint> {
        let class = classify(view);
        let stated: Vec<&[SchemaId]> = stated
            .iter()
            .chain(&view.listed)
            .chain(&view.above)
            .copied()
            .collect();
        let mut keywords = Vec::new();
        for id in sources {
            let schema = self.document.schema(*id);
            let whole = needs_whole(schema).then(|| match member {
                Some((member, ids)) => self.whole(member, &self.names_of(ids)),
                None => self.whole_of(*id, view),
            });
            let whole = whole.as_ref();
            if let Some(whole) = whole.filter(|_| has_unevaluated(schema)) {
                // What is evaluated depends on every keyword.
                keywords.push(Keyword::AllOf(vec![self.assertion_within(*id, whole)]));
                continue;
            }
            if class == Class::OpenEnum {
                let string = schema.string.iter();
                let checks = string.flat_map(|string| of_string(string));
                let format = self.reading.format(self.document, *id);
                let formats = self.scalars.checks(JsonType::String.into(), format);
                keywords.extend(checks.chain(formats).map(Keyword::Check));
            }
            keywords.extend(self.residue_of(schema, view));
            if let Some(whole) = whole {
                keywords.extend(self.unions(schema, &stated, whole));
            }
        }
        if let [Keyword::AllOf(members)] = keywords.as_mut_slice()
            && let [Assertion(only)] = members.as_mut_slice()
        {
            keywords = std::mem::take(only);
        }
        (!keywords.is_empty()).then_some(Constraint::Schema(Assertion(keywords)))
    }

    fn names_of(&self, ids: &[SchemaId]) -> BTreeSet<&'d str> {
        let document = self.document;
        let ids = ids.iter();
        ids.flat_map(|id| document.named_properties(*id)).collect()
    }

    /// What stands around a source of a view: the first of its schemas that the source is a part of.
    fn whole_of(&self, source: SchemaId, view: &View<'d>) -> Whole<'d> {
        let mut roots = view.roots.iter().copied();
        let root = roots.find(|root| self.document.composed(*root).contains(&source));
        self.whole(root.unwrap_or(source), &BTreeSet::new())
    }

    fn residue_of(&mut self, schema: &Schema, view: &View<'_>) -> Vec<Keyword> {
        let mut keywords = Vec::new();
        if let Some(array) = schema.array.as_deref() {
            if view.has_unstated_prefix(self.document) {
                keywords.extend(self.items(array));
            }
            keywords.extend(self.contains(array));
        }
        if let Some(object) = schema.object.as_deref() {
            if !states_others(object) {
                let names = object.properties.iter();
                let names = names.map(|it| (it.name.to_string(), Assertion::default()));
                keywords.extend(self.properties_of(names.collect(), object));
            }
            keywords.extend(self.names_and_dependencies(object));
        }
        keywords.extend(self.in_place(schema));
        keywords
    }
}

/// Whether the type states what the schema says of properties that it does not name. Which match a
/// pattern, no type states.
fn states_others(object: &ObjectKeywords) -> bool {
    object.pattern_properties.is_empty()
}

/// Whether what a schema says depends on what stands around it.
fn needs_whole(schema: &Schema) -> bool {
    has_unevaluated(schema) || schema.alternatives().next().is_some()
}

fn has_unevaluated(schema: &Schema) -> bool {
    let array = schema.array.as_deref();
    let object = schema.object.as_deref();
    array.is_some_and(|array| array.unevaluated_items.is_some())
        || object.is_some_and(|object| object.unevaluated_properties.is_some())
}
