//! What a discriminator says of the alternatives of an assertion: a value is the one that it names, and no other
//! (OpenAPI 3.1.1 §4.8.25). By the letter it says nothing.

use bindery_openapi::document::{JsonType, Schema, SchemaId};

use super::super::Lowering;
use super::super::view::View;
use crate::api::{Assertion, Constraint, Keyword};
use crate::config::Reading;

/// The values that tell alternatives apart.
pub(super) struct Told {
    property: String,
    ids: Vec<SchemaId>,
    /// What stands for which of the alternatives; nothing where that does not tell all objects.
    values: Vec<(String, usize)>,
    /// What a value is that names none.
    default: Option<usize>,
    /// Whether an object must have the property.
    is_needed: bool,
}

impl Lowering<'_> {
    /// What a discriminator says of the alternatives of a schema, the same as of the variants of a type.
    pub(super) fn told(&self, schema: &Schema) -> Option<Told> {
        let discriminator = schema.discriminator.as_deref()?;
        let ids: Vec<SchemaId> = schema.alternatives().collect();
        if self.reading == Reading::Strict || ids.is_empty() {
            return None;
        }
        let views = ids.iter();
        let views = views.map(|id| View::of(self.document, self.reading, &[*id]));
        let views: Vec<View<'_>> = views.collect();
        let property = &*discriminator.property_name;
        let values = self.told_values(discriminator, &ids, &views);
        let default = discriminator.default.filter(|_| values.is_some());
        let is_kept = views.iter().all(|view| self.keeps(view, property));
        Some(Told {
            property: property.to_owned(),
            values: values.unwrap_or_default(),
            default: default.and_then(|default| self.position(&ids, default)),
            is_needed: is_kept && discriminator.default.is_none(),
            ids,
        })
    }
}

impl Told {
    /// An alternative, for values that do not say that they are another one.
    pub(super) fn narrow(&self, id: SchemaId, alternative: Assertion) -> Assertion {
        let Some(own) = self.ids.iter().position(|other| *other == id) else {
            return alternative;
        };
        let texts = |are_own: bool| {
            let values = self.values.iter();
            let values = values.filter(move |(_, index)| (*index == own) == are_own);
            values.map(|(text, _)| text.as_str())
        };
        let rule = match self.default {
            Some(default) if default != own => vec![self.needed(), self.is_of(texts(true))],
            Some(_) | None if texts(false).next().is_none() => return alternative,
            Some(_) | None => {
                let object = Keyword::Type(vec![JsonType::Object]);
                let says_other = vec![object, self.needed(), self.is_of(texts(false))];
                vec![Keyword::Not(Assertion(says_other))]
            }
        };
        Assertion(vec![Keyword::AllOf(vec![alternative, Assertion(rule)])])
    }

    /// That an object says which alternative it is, where none is meant by one that does not.
    pub(super) fn telling(&self) -> Vec<Keyword> {
        let is_told = !self.values.is_empty() && self.is_needed;
        let known = is_told.then(|| self.is_of(self.values.iter().map(|(text, _)| text.as_str())));
        let needed = self.is_needed.then(|| self.needed());
        needed.into_iter().chain(known).collect()
    }

    fn needed(&self) -> Keyword {
        Keyword::Required(vec![self.property.clone()])
    }

    /// That the property is one of these texts where it is there.
    fn is_of<'t>(&self, texts: impl Iterator<Item = &'t str>) -> Keyword {
        let texts = texts.map(Into::into).collect();
        let is_one = Assertion(vec![Keyword::Check(Constraint::OneOf(texts))]);
        Keyword::Properties {
            named: vec![(self.property.clone(), is_one)],
            patterns: Vec::new(),
            others: None,
        }
    }
}
