//! Schemas of assertions that hold of one value together: `allOf`, references and alternatives, each as it is meant
//! beside the others.

use std::collections::BTreeSet;

use bindery_openapi::document::{
    AdditionalProperties, Around, JsonType, Schema, SchemaId, TypesTogether,
};

use super::super::Lowering;
use super::told::Told;
use crate::api::{Assertion, Keyword};
use crate::config::Reading;

/// How many references are written out one within the other, where what they name says something else there.
const MAX_INLINED: usize = 32;

/// What a schema is written as a part of.
#[derive(Default)]
pub(in crate::lower) struct Whole<'d> {
    /// All parts.
    parts: Vec<SchemaId>,
    /// The types that they mean together.
    types: TypesTogether,
    /// What is said around each.
    pub(super) around: Around<'d>,
}

impl<'d> Lowering<'d> {
    /// What is said around a schema and what it is made of, where an object has the properties `beside`, too.
    pub(in crate::lower) fn whole(&self, root: SchemaId, beside: &BTreeSet<&'d str>) -> Whole<'d> {
        match self.reading {
            Reading::Lenient => Whole {
                parts: self.document.composed(root),
                types: self.document.types_together(root),
                around: Around::of(self.document, root, beside),
            },
            Reading::Strict => Whole::default(),
        }
    }

    /// Whether a part lists only values of other types than the whole: people mean the types.
    pub(super) fn is_misspelt(&self, id: SchemaId, whole: &Whole<'_>) -> bool {
        self.reading == Reading::Lenient && self.document.is_misspelt(id, &whole.types)
    }

    /// Whether a part is meant without its alternatives, one of which the whole is.
    pub(super) fn means_itself(&self, id: SchemaId, whole: &Whole<'_>) -> bool {
        // By the letter none is noted.
        self.document
            .means_itself(id, |it| whole.parts.contains(it))
    }

    /// Whether a part says something else here than by itself.
    fn is_changed(&self, id: SchemaId, whole: &Whole<'_>) -> bool {
        let document = self.document;
        let is_other = |id: &SchemaId| {
            document.is_misspelt(*id, &whole.types) || self.means_itself(*id, whole)
        };
        self.reading == Reading::Lenient
            && (whole.around.is_typed && document.means_a_type(id)
                || whole.around.changes_part(document, id)
                || document.composed(id).iter().any(is_other))
    }

    /// `allOf` and `$ref`.
    pub(super) fn parts(&mut self, schema: &Schema, whole: &Whole<'d>) -> Vec<Keyword> {
        let mut keywords = Vec::new();
        if !schema.all_of.is_empty() {
            let parts = schema.all_of.iter();
            let parts = parts.map(|id| self.part(*id, whole));
            keywords.push(Keyword::AllOf(parts.collect()));
        }
        if let Some(target) = schema.reference {
            keywords.push(self.referred(target, whole));
        }
        keywords
    }

    fn part(&mut self, id: SchemaId, whole: &Whole<'d>) -> Assertion {
        if self.is_changed(id, whole) {
            self.assertion_within(id, whole)
        } else {
            self.assertion(id)
        }
    }

    fn referred(&mut self, target: SchemaId, whole: &Whole<'d>) -> Keyword {
        let may_inline = self.inlined.len() < MAX_INLINED && !self.inlined.contains(&target);
        if !may_inline
            || !self.is_changed(target, whole)
            || !self.affords_naming(target, &whole.around)
        {
            return Keyword::Ref(self.named_assertion(target));
        }
        self.inlined.push(target);
        let part = self.assertion_within(target, whole);
        self.inlined.pop();
        Keyword::AllOf(vec![part])
    }

    /// `oneOf` and `anyOf`, but for those whose members the type is made of.
    pub(super) fn unions(
        &mut self,
        schema: &Schema,
        stated: &[&[SchemaId]],
        whole: &Whole<'d>,
    ) -> Vec<Keyword> {
        let is_stated = |members: &[SchemaId]| stated.iter().any(|it| std::ptr::eq(*it, members));
        let [any_of, one_of] = [&schema.any_of, &schema.one_of];
        let is_left = |members: &[SchemaId]| !members.is_empty() && !is_stated(members);
        let told = (is_left(any_of) || is_left(one_of)).then(|| self.told(schema));
        let told = told.flatten();
        let mut keywords: Vec<Keyword> = told.iter().flat_map(Told::telling).collect();
        if is_left(any_of) {
            let any_of = Keyword::AnyOf(self.alternatives(any_of, told.as_ref(), whole));
            keywords.push(or_null(whole.around.names_null, any_of));
        }
        if is_left(one_of) {
            let means_null = || self.document.name_null(one_of);
            let is_null_too =
                whole.around.names_null || self.reading == Reading::Lenient && means_null();
            let one_of = Keyword::OneOf(self.alternatives(one_of, told.as_ref(), whole));
            keywords.push(or_null(is_null_too, one_of));
        }
        keywords
    }

    fn alternatives(
        &mut self,
        ids: &[SchemaId],
        told: Option<&Told>,
        whole: &Whole<'d>,
    ) -> Vec<Assertion> {
        // What stands there twice is one alternative where values say which they are.
        let mut met = BTreeSet::new();
        let document = self.document;
        let once = |id: &&SchemaId| told.is_none() || met.insert(document.resolve(**id));
        let all = ids.iter().filter(once).map(|id| {
            let alternative = self.alternative(*id, whole);
            match told {
                Some(told) => told.narrow(*id, alternative),
                None => alternative,
            }
        });
        all.collect()
    }

    /// One of several schemas of which the value satisfies one, with what is said of properties that neither it nor
    /// what stands around it names.
    fn alternative(&mut self, id: SchemaId, whole: &Whole<'d>) -> Assertion {
        let around = &whole.around;
        let alone = if around.changes_alternative(self.document, id) {
            let within = self.whole(id, &around.named);
            self.assertion_within(id, &within)
        } else {
            self.assertion(id)
        };
        if around.closings.is_empty() || !self.affords_naming(id, around) {
            return alone;
        }
        let own = self.document.named_properties(id);
        let admitted: Vec<&str> = own.union(&around.named).copied().collect();
        let mut all = vec![alone];
        for closing in &around.closings {
            let others = self.others(*closing);
            let named = admitted
                .iter()
                .map(|name| ((*name).to_owned(), Assertion::default()));
            all.push(Assertion(vec![Keyword::Properties {
                named: named.collect(),
                patterns: Vec::new(),
                others: Some(others),
            }]));
        }
        Assertion(vec![Keyword::AllOf(all)])
    }

    /// What `additionalProperties` says.
    pub(super) fn others(&mut self, others: AdditionalProperties) -> Assertion {
        match others {
            AdditionalProperties::Any => Assertion::default(),
            AdditionalProperties::Forbidden => Assertion::never(),
            AdditionalProperties::Schema(id) => self.assertion(id),
        }
    }
}

/// A keyword that null satisfies, too, where it is meant to.
fn or_null(is_null_too: bool, keyword: Keyword) -> Keyword {
    if !is_null_too {
        return keyword;
    }
    let null = Keyword::Type(vec![JsonType::Null]);
    Keyword::AnyOf(vec![Assertion(vec![null]), Assertion(vec![keyword])])
}
