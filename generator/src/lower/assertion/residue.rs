//! What is left of a schema when its type has stated what it can.

use bindery_openapi::document::{AdditionalProperties, ObjectKeywords, Schema, SchemaId};

use super::super::Lowering;
use super::super::class::{Class, classify};
use super::super::view::View;
use super::whole::plain_keywords;
use crate::api::{Assertion, Constraint, Keyword};

impl Lowering<'_> {
    /// The check of what the type that `view` becomes does not itself enforce, where there is any.
    pub(in crate::lower) fn residue(&mut self, view: &View<'_>) -> Option<Constraint> {
        let union = match classify(view) {
            Class::Union => self.stated_union(view).map(|union| union.members),
            Class::Any
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
        self.residue_of_sources(view, &view.sources, union.as_slice())
    }

    /// The check of what these schemas say and a type does not itself enforce that is made of the
    /// view and of the unions in `stated`.
    pub(in crate::lower) fn residue_of_sources(
        &mut self,
        view: &View<'_>,
        sources: &[SchemaId],
        stated: &[&[SchemaId]],
    ) -> Option<Constraint> {
        let is_any = classify(view) == Class::Any;
        let mut keywords = Vec::new();
        for id in sources {
            let schema = self.document.schema(*id);
            if has_unevaluated(schema) {
                // What is evaluated depends on every keyword.
                keywords.push(Keyword::AllOf(vec![self.assertion(*id)]));
                continue;
            }
            if is_any {
                keywords.extend(schema.never.then_some(Keyword::Never));
                keywords.extend(plain_keywords(schema));
            }
            keywords.extend(self.residue_of(schema, view));
            keywords.extend(self.unions(schema, stated));
        }
        if let [Keyword::AllOf(members)] = keywords.as_mut_slice()
            && let [Assertion(only)] = members.as_mut_slice()
        {
            keywords = std::mem::take(only);
        }
        (!keywords.is_empty()).then_some(Constraint::Schema(Assertion(keywords)))
    }

    fn residue_of(&mut self, schema: &Schema, view: &View<'_>) -> Vec<Keyword> {
        let mut keywords = Vec::new();
        if let Some(array) = schema.array.as_deref() {
            if view.has_prefix_items {
                keywords.extend(self.items(array));
            }
            keywords.extend(self.contains(array));
        }
        if let Some(object) = schema.object.as_deref() {
            if !states_others(object, view) {
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

/// Whether the type states what the schema says of properties that it does not name.
fn states_others(object: &ObjectKeywords, view: &View<'_>) -> bool {
    let names_all = || {
        let named = |name: &&str| object.properties.iter().any(|it| &*it.name == *name);
        view.properties.keys().all(named)
    };
    object.pattern_properties.is_empty()
        && match object.additional_properties {
            None | Some(AdditionalProperties::Any) => true,
            Some(AdditionalProperties::Forbidden | AdditionalProperties::Schema(_)) => names_all(),
        }
}

fn has_unevaluated(schema: &Schema) -> bool {
    let array = schema.array.as_deref();
    let object = schema.object.as_deref();
    array.is_some_and(|array| array.unevaluated_items.is_some())
        || object.is_some_and(|object| object.unevaluated_properties.is_some())
}
