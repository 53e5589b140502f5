//! Requests leave out what is `readOnly`, responses what is `writeOnly` (OpenAPI 3.0.3 §4.7.24, JSON Schema
//! 2020-12 validation §9.4). What is left out is not required either.

use std::collections::{BTreeMap, BTreeSet};

use super::{Document, Schema, SchemaId};
use rustc_hash::FxHashSet;

/// Where a value goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Direction {
    /// To the API: without what is `readOnly`.
    Request,
    /// From the API: without what is `writeOnly`.
    Response,
}

impl Document {
    /// The description of what goes in one direction: the same schemas, without the properties that are left out.
    /// Nothing where all are there.
    pub fn in_direction(&self, direction: Direction) -> Option<Self> {
        let left_out = LeftOut::of(self, direction);
        if left_out.holders.is_empty() {
            return None;
        }
        let mut document = self.clone();
        document.schemas = self.schemas.with(left_out.changes(self));
        Some(document)
    }

    /// The schemas that say something else in one direction than in the other.
    pub fn changed_by_direction(&self) -> BTreeSet<SchemaId> {
        let directions = [Direction::Request, Direction::Response];
        let changes = directions.map(|direction| LeftOut::of(self, direction).changes(self));
        changes.iter().flat_map(BTreeMap::keys).copied().collect()
    }

    /// Whether a property with this schema is left out. One that says both `readOnly` and `writeOnly`, which it must
    /// not, is nowhere.
    fn leaves_out(&self, property: SchemaId, direction: Direction) -> bool {
        let schema = self.schema(property);
        let (mut read_only, mut write_only) = (schema.read_only, schema.write_only);
        let mut pending: Vec<SchemaId> = schema.reference.into_iter().collect();
        pending.extend(&schema.all_of);
        let mut seen = FxHashSet::default();
        while let Some(id) = pending.pop() {
            if !seen.insert(id) {
                continue;
            }
            let schema = self.schema(id);
            read_only |= schema.read_only;
            write_only |= schema.write_only;
            pending.extend(schema.reference);
            pending.extend(&schema.all_of);
        }
        match direction {
            Direction::Request => read_only && !write_only,
            Direction::Response => write_only && !read_only,
        }
    }
}

/// The names that are left out, each with the schemas that describe a property of that name which is.
struct LeftOut<'d> {
    holders: BTreeMap<&'d str, Vec<SchemaId>>,
}

impl<'d> LeftOut<'d> {
    fn of(document: &'d Document, direction: Direction) -> Self {
        let mut holders: BTreeMap<&str, Vec<SchemaId>> = BTreeMap::new();
        let is_marked = |(_, schema): (SchemaId, &Schema)| match direction {
            Direction::Request => schema.read_only,
            Direction::Response => schema.write_only,
        };
        if !document.schemas.iter().any(is_marked) {
            return Self { holders };
        }
        for (id, schema) in document.schemas.iter() {
            let properties = schema.object.iter().flat_map(|object| &object.properties);
            for property in properties {
                if document.leaves_out(property.schema, direction) {
                    holders.entry(&property.name).or_default().push(id);
                }
            }
        }
        Self { holders }
    }

    /// The schemas that say something of what is left out, without it.
    fn changes(&self, document: &Document) -> BTreeMap<SchemaId, Schema> {
        let mut changed = BTreeMap::new();
        if self.holders.is_empty() {
            return changed;
        }
        let graph = Graph::of(document);
        for (name, holders) in &self.holders {
            for id in holders {
                let schema = changed
                    .entry(*id)
                    .or_insert_with(|| document.schema(*id).clone());
                leave_out_property(schema, name);
            }
            for id in graph.beside(holders) {
                let speaks = |schema: &Schema| speaks_of(schema, name);
                if changed
                    .get(&id)
                    .map_or_else(|| speaks(document.schema(id)), speaks)
                {
                    let schema = changed
                        .entry(id)
                        .or_insert_with(|| document.schema(id).clone());
                    leave_out_requirement(schema, name);
                }
            }
        }
        changed
    }
}

fn leave_out_property(schema: &mut Schema, name: &str) {
    if let Some(object) = &mut schema.object {
        object.properties.retain(|property| &*property.name != name);
    }
}

fn speaks_of(schema: &Schema, name: &str) -> bool {
    schema.object.as_ref().is_some_and(|object| {
        let mut dependent = object.dependent_required.iter();
        object.requires(name)
            || dependent.any(|(_, names)| names.iter().any(|other| &**other == name))
    })
}

fn leave_out_requirement(schema: &mut Schema, name: &str) {
    if let Some(object) = &mut schema.object {
        object.required.retain(|required| &**required != name);
        for (_, names) in &mut object.dependent_required {
            names.retain(|required| &**required != name);
        }
    }
}

/// Which schemas are asked of the same value as which.
struct Graph<'d> {
    document: &'d Document,
    /// For each schema those that it is one of the conditions of.
    joined_by: Vec<Vec<SchemaId>>,
    /// For each schema those that it is an alternative of.
    offered_by: Vec<Vec<SchemaId>>,
}

impl<'d> Graph<'d> {
    fn of(document: &'d Document) -> Self {
        let mut joined_by = vec![Vec::new(); document.schemas.len()];
        let mut offered_by = vec![Vec::new(); document.schemas.len()];
        for (id, schema) in document.schemas.iter() {
            for child in schema.joined() {
                joined_by[child.index()].push(id);
            }
            for child in schema.alternatives() {
                offered_by[child.index()].push(id);
            }
        }
        Self {
            document,
            joined_by,
            offered_by,
        }
    }

    /// The schemas that are asked of a value beside one of `holders`: what holds with it, and what that offers. Other
    /// alternatives than the one that a holder stands in are not.
    fn beside(&self, holders: &[SchemaId]) -> BTreeSet<SchemaId> {
        let joined_by = |id: SchemaId| self.joined_by[id.index()].clone();
        let named_by = |id: SchemaId| {
            let mut ids = self.joined_by[id.index()].clone();
            ids.extend(&self.offered_by[id.index()]);
            ids
        };
        let joined = |id: SchemaId| self.document.schema(id).joined();
        let in_place = |id: SchemaId| {
            let schema = self.document.schema(id);
            let mut ids = schema.joined();
            ids.extend(schema.alternatives());
            ids
        };
        let holders = || holders.iter().copied();
        let mut beside = reached(reached(holders(), joined_by), in_place);
        beside.extend(reached(reached(holders(), named_by), joined));
        beside
    }
}

/// What `next` leads to from `start`, `start` among it.
fn reached(
    start: impl IntoIterator<Item = SchemaId>,
    next: impl Fn(SchemaId) -> Vec<SchemaId>,
) -> BTreeSet<SchemaId> {
    let mut reached = BTreeSet::new();
    let mut pending: Vec<SchemaId> = start.into_iter().collect();
    while let Some(id) = pending.pop() {
        if reached.insert(id) {
            pending.extend(next(id));
        }
    }
    reached
}
