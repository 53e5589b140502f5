//! Discriminators that alternatives have from the schema that they are all made from (OpenAPI 3.1.1 §4.8.25).
//!
//! People who model inheritance state the discriminator at the base, and list the children under
//! `oneOf` without one. Each child says all the same what it is.

use rustc_hash::FxHashSet;
use serde_json::Value;

use super::Lift;
use super::schema::Schemas;
use crate::document::{Discriminator, JsonType, SchemaId};

/// In how many schemas that a member is made from a base is looked for.
const MAX_BASES: usize = 256;

impl Lift<'_, '_> {
    /// Gives alternatives the discriminator of the base that all of them are made from by `allOf`, where no other is
    /// stated.
    pub(super) fn inherit_discriminators(&mut self) {
        for id in self.schemas.ids() {
            let inherited = self.schemas.inherited_discriminator(id);
            if let Some(discriminator) = inherited {
                self.schemas.get_mut(id).discriminator = Some(Box::new(discriminator));
            }
        }
    }
}

impl Schemas<'_> {
    fn inherited_discriminator(&self, id: SchemaId) -> Option<Discriminator> {
        let schema = self.get(id);
        if schema.discriminator.is_some() {
            return None;
        }
        let members = schema.alternatives().map(|member| self.resolve(member));
        let members: Vec<SchemaId> = members.filter(|member| !self.is_null(*member)).collect();
        let (first, others) = members
            .split_first()
            .filter(|(_, others)| !others.is_empty())?;
        let mut bases = self.bases(*first);
        bases.retain(|base| self.get(*base).discriminator.is_some());
        for member in others {
            if bases.is_empty() {
                break;
            }
            let line = FxHashSet::from_iter(self.bases(*member));
            bases.retain(|base| line.contains(base));
        }
        let nearest = bases.first();
        nearest.and_then(|base| self.told_by(*base, &members))
    }

    /// What the discriminator of a base says of some of what is made from it.
    fn told_by(&self, base: SchemaId, members: &[SchemaId]) -> Option<Discriminator> {
        let property_name = self.get(base).discriminator.as_ref()?.property_name.clone();
        let above = [base].into_iter().chain(self.bases(base));
        let stated = above.filter_map(|id| self.get(id).discriminator.as_deref());
        let stated = stated.filter(|other| other.property_name == property_name);
        let listed: FxHashSet<SchemaId> = members.iter().copied().collect();
        let mut known = FxHashSet::default();
        let mut mapping: Vec<(Box<str>, SchemaId)> = Vec::new();
        for (value, target) in stated.flat_map(|discriminator| &discriminator.mapping) {
            let target = self.resolve(*target);
            let mut line = [target].into_iter().chain(self.bases(target));
            let member = line.find(|id| listed.contains(id));
            if let Some(member) = member
                && known.insert(&**value)
            {
                mapping.push((value.clone(), member));
            }
        }
        Some(Discriminator {
            property_name,
            mapping,
            default: None,
        })
    }

    /// The schemas that one is made from by `allOf`, the nearest first, and not those that are too far.
    fn bases(&self, id: SchemaId) -> Vec<SchemaId> {
        let mut bases = Vec::new();
        let mut seen = FxHashSet::from_iter([id]);
        let mut generation = vec![id];
        while !generation.is_empty() && bases.len() < MAX_BASES {
            let parents = generation.iter().flat_map(|id| &self.get(*id).all_of);
            let parents = parents.map(|parent| self.resolve(*parent));
            generation = parents.filter(|parent| seen.insert(*parent)).collect();
            bases.extend(&generation);
        }
        bases
    }

    fn is_null(&self, id: SchemaId) -> bool {
        let schema = self.get(id);
        let listed = schema.enumeration.as_ref();
        schema.types.iter().eq([JsonType::Null])
            || listed.is_some_and(|values| values.iter().all(Value::is_null))
    }
}
