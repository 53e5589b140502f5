//! What a mapping holds once its merge keys are taken in.
//!
//! `<<` is not of YAML 1.2 but of a type of YAML 1.1 that everybody reads: its
//! value is a mapping, or a list of them, whose members the mapping has too. A
//! member of its own wins over a merged one, an earlier merged one over a later.

use indexmap::IndexMap;
use indexmap::map::Entry;

use super::{Kind, MAX_DEPTH, NodeId, Tree};

/// A member of a mapping.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Member {
    /// The key's node.
    pub(crate) key: NodeId,
    /// The value's node.
    pub(crate) value: NodeId,
    /// Whether it came by a merge key.
    pub(crate) is_merged: bool,
}

/// The members of a mapping, and what is wrong with it.
#[derive(Debug, Default)]
pub(crate) struct Members<'t> {
    /// The members by key; of two the first.
    pub(crate) by_key: IndexMap<&'t str, Member>,
    /// Second keys.
    pub(crate) duplicates: Vec<NodeId>,
    /// Keys that are not scalars.
    pub(crate) unwritable_keys: Vec<NodeId>,
    /// Values of merge keys that are not mappings.
    pub(crate) unmergeable: Vec<NodeId>,
    /// How many bytes of memory the merging has taken, nearly.
    pub(crate) merged: usize,
}

impl Tree<'_> {
    /// The members of the mapping `id`, or of the one it is an alias of.
    ///
    /// Merging stops where it has taken more than `budget` bytes.
    pub(crate) fn members(&self, id: NodeId, budget: usize) -> Members<'_> {
        let mut members = Members::default();
        self.gather(id, budget, MAX_DEPTH, &mut members);
        members
    }

    /// The text of a scalar that is a key, as it was written.
    pub(crate) fn key(&self, id: NodeId) -> Option<&str> {
        match &self.node(self.target(id)).kind {
            Kind::Plain(text) | Kind::Quoted(text) => Some(text),
            Kind::Sequence(_) | Kind::Mapping(_) | Kind::Alias(_) => None,
        }
    }

    fn gather<'a>(&'a self, id: NodeId, budget: usize, depth: usize, into: &mut Members<'a>) {
        let Kind::Mapping(pairs) = &self.node(self.target(id)).kind else {
            return;
        };
        for (key, value) in pairs {
            if self.is_merge_key(*key) {
                self.merge(*value, budget, depth, into);
            } else if let Some(text) = self.key(*key) {
                into.insert(text, *key, *value);
            } else {
                into.unwritable_keys.push(*key);
            }
        }
    }

    /// Only a plain `<<` merges.
    fn is_merge_key(&self, key: NodeId) -> bool {
        let node = self.node(key);
        let is_text = node.tag.as_ref().is_some_and(|tag| tag.suffix != "merge");
        matches!(&node.kind, Kind::Plain(text) if text == "<<") && !is_text
    }

    fn merge<'a>(&'a self, value: NodeId, budget: usize, depth: usize, into: &mut Members<'a>) {
        let value = self.target(value);
        match &self.node(value).kind {
            Kind::Mapping(_) => self.merge_mapping(value, budget, depth, into),
            Kind::Sequence(items) => {
                for item in items {
                    match self.node(self.target(*item)).kind {
                        Kind::Mapping(_) => self.merge_mapping(*item, budget, depth, into),
                        Kind::Plain(_) | Kind::Quoted(_) | Kind::Sequence(_) | Kind::Alias(_) => {
                            into.unmergeable.push(*item);
                        }
                    }
                }
            }
            Kind::Plain(_) | Kind::Quoted(_) | Kind::Alias(_) => into.unmergeable.push(value),
        }
    }

    fn merge_mapping<'a>(
        &'a self,
        id: NodeId,
        budget: usize,
        depth: usize,
        into: &mut Members<'a>,
    ) {
        into.merged += Members::STEP;
        if depth == 0 || into.merged > budget {
            into.merged = usize::MAX / 2;
            return;
        }
        let mut source = Members {
            merged: into.merged,
            ..Members::default()
        };
        self.gather(id, budget, depth - 1, &mut source);
        into.merged = source.merged;
        for (text, member) in source.by_key {
            into.merged += Members::STEP + text.len();
            into.by_key.entry(text).or_insert(Member {
                is_merged: true,
                ..member
            });
        }
    }
}

impl<'t> Members<'t> {
    /// What a member costs in memory, nearly.
    pub(crate) const STEP: usize = 100;

    fn insert(&mut self, text: &'t str, key: NodeId, value: NodeId) {
        let member = Member {
            key,
            value,
            is_merged: false,
        };
        match self.by_key.entry(text) {
            Entry::Vacant(entry) => {
                entry.insert(member);
            }
            Entry::Occupied(mut entry) if entry.get().is_merged => {
                entry.insert(member);
            }
            Entry::Occupied(_) => self.duplicates.push(key),
        }
    }
}
