//! What the schemas of a view say by `oneOf` and `anyOf`.

use bindery_openapi::Document;
use bindery_openapi::document::{Discriminator, SchemaId};

use super::budget::MAX_SCHEMAS;
use super::seen::Seen;
use super::view::View;

/// A `oneOf` or `anyOf`.
#[derive(Clone, Debug)]
pub(super) struct UnionView<'d> {
    /// Whether exactly one member must hold.
    pub exactly_one: bool,
    /// The members.
    pub members: &'d [SchemaId],
    /// What tells them apart.
    pub discriminator: Option<&'d Discriminator>,
}

impl<'d> View<'d> {
    /// Takes in the unions of one schema.
    pub(super) fn take_unions(&mut self, document: &'d Document, id: SchemaId) {
        let schema = document.schema(id);
        let discriminator = schema.discriminator.as_deref();
        for (members, exactly_one) in [(&*schema.one_of, true), (&*schema.any_of, false)] {
            if members.is_empty() {
                continue;
            }
            let union = UnionView {
                exactly_one,
                members,
                discriminator,
            };
            if let Some(values) = union.listed_values(document) {
                self.take_values(values);
                self.listed.push(members);
            } else if !self.is_strict() && self.is_for_one_of(document, members, id) {
                self.above.push(members);
            } else {
                self.unions.push(union);
            }
        }
    }

    /// Whether this is a view of one of a union's members that refers by `allOf` to the schema `id`, which has the
    /// union.
    fn is_for_one_of(&self, document: &Document, members: &[SchemaId], id: SchemaId) -> bool {
        let members = members.iter().map(|member| document.resolve(*member));
        let mut taken = members.filter(|member| *member != id && self.sources.contains(member));
        taken.any(|member| leads_to(document, member, id))
    }
}

/// Whether `from` says what `to` says, by `allOf` and references.
fn leads_to(document: &Document, from: SchemaId, to: SchemaId) -> bool {
    let mut seen = Seen::default();
    let mut pending = vec![from];
    while let Some(id) = pending.pop() {
        if id == to {
            return true;
        }
        if seen.insert(id) && seen.len() <= MAX_SCHEMAS {
            let schema = document.schema(id);
            pending.extend(schema.all_of.iter().copied().chain(schema.reference));
        }
    }
    false
}
