//! All schemas of a document, which name each other by number: what refers to itself needs no
//! pointer, and a copy for one direction shares what is the same.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::Schema;

/// A schema's place in its document's [`SchemaArena`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SchemaId(u32);

impl SchemaId {
    /// The index into the arena.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Every schema of a document.
#[derive(Clone, Debug, Default)]
pub struct SchemaArena {
    schemas: Arc<Vec<Schema>>,
    /// What stands in the place of some of them.
    changed: BTreeMap<SchemaId, Schema>,
    /// What each is in the end, found when first asked for.
    ends: OnceLock<Vec<SchemaId>>,
}

impl SchemaArena {
    /// Adds a schema.
    ///
    /// # Panics
    ///
    /// When a document has more than 2³² schemas.
    pub fn add(&mut self, schema: Schema) -> SchemaId {
        let index = self.schemas.len();
        let index = u32::try_from(index).expect("a document has fewer than 2^32 schemas");
        Arc::make_mut(&mut self.schemas).push(schema);
        self.ends.take();
        SchemaId(index)
    }

    /// The schema that `id` names.
    pub fn get(&self, id: SchemaId) -> &Schema {
        if self.changed.is_empty() {
            return &self.schemas[id.index()];
        }
        let changed = self.changed.get(&id);
        changed.unwrap_or_else(|| &self.schemas[id.index()])
    }

    /// The same schemas, some of them changed.
    pub(super) fn with(&self, changed: BTreeMap<SchemaId, Schema>) -> Self {
        Self {
            schemas: Arc::clone(&self.schemas),
            changed,
            ends: OnceLock::new(),
        }
    }

    /// The schema that `id` names, to be changed while reading.
    pub fn get_mut(&mut self, id: SchemaId) -> &mut Schema {
        self.ends.take();
        match self.changed.get_mut(&id) {
            Some(changed) => changed,
            None => &mut Arc::make_mut(&mut self.schemas)[id.index()],
        }
    }

    /// How many schemas there are.
    pub fn len(&self) -> usize {
        self.schemas.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.schemas.is_empty()
    }

    /// Every schema with its id.
    pub fn iter(&self) -> impl Iterator<Item = (SchemaId, &Schema)> {
        let ids = (0..).map(SchemaId).zip(self.schemas.iter());
        ids.map(|(id, schema)| (id, self.changed.get(&id).unwrap_or(schema)))
    }

    /// What `id` is once `$ref` is followed, until a schema that is not only a reference.
    ///
    /// It is the schema itself where that has keywords beside `$ref`, and where bare references
    /// lead in a circle.
    pub fn resolve(&self, id: SchemaId) -> SchemaId {
        let ends = self.ends.get_or_init(|| self.ends());
        ends.get(id.index()).copied().unwrap_or(id)
    }

    /// The ends of all chains of bare references, each link looked at once.
    fn ends(&self) -> Vec<SchemaId> {
        let mut ends: Vec<Option<SchemaId>> = vec![None; self.schemas.len()];
        for (start, _) in self.iter() {
            let mut chain = Vec::new();
            let mut at = start;
            while let (None, Some(next)) = (ends[at.index()], self.next(at)) {
                ends[at.index()] = Some(at);
                chain.push(at);
                at = next;
            }
            let end = ends[at.index()].unwrap_or(at);
            let is_circle = self.next(end).is_some();
            for link in chain.into_iter().filter(|_| !is_circle) {
                ends[link.index()] = Some(end);
            }
        }
        let all = self.iter().zip(ends);
        all.map(|((id, _), end)| end.unwrap_or(id)).collect()
    }

    /// What a schema that is only a reference names.
    fn next(&self, id: SchemaId) -> Option<SchemaId> {
        let schema = self.get(id);
        schema.reference.filter(|_| schema.is_bare_reference())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Location;

    /// An arena in which each schema refers to the one of that index, or to none.
    fn arena(targets: &[Option<u32>]) -> SchemaArena {
        let mut arena = SchemaArena::default();
        for target in targets {
            let mut schema = Schema::any(Location::start_of(crate::FileId::ROOT));
            schema.reference = target.map(SchemaId);
            arena.add(schema);
        }
        arena
    }

    #[test]
    fn references_are_followed_to_their_end_and_not_in_a_circle() {
        let arena = arena(&[Some(1), Some(2), None, Some(4), Some(5), Some(4), Some(0)]);
        let ends: Vec<u32> = arena.iter().map(|(id, _)| arena.resolve(id).0).collect();
        assert_eq!(ends, [2, 2, 2, 3, 4, 5, 2]);
    }
}
