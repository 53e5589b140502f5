//! What keywords have evaluated of a value: the annotations that `unevaluatedItems` and `unevaluatedProperties` read
//! (JSON Schema 2020-12 core §7.7.1).

use std::collections::HashSet;

/// The parts of one value that were evaluated, and hold.
#[derive(Debug, Default)]
pub(super) struct Seen<'v> {
    properties: HashSet<&'v str>,
    /// How many of the first items.
    first_items: usize,
    /// Items beside the first ones.
    items: HashSet<usize>,
}

impl<'v> Seen<'v> {
    pub(super) fn property(&mut self, name: &'v str) {
        self.properties.insert(name);
    }

    pub(super) fn item(&mut self, index: usize) {
        self.items.insert(index);
    }

    pub(super) fn first_items(&mut self, count: usize) {
        self.first_items = self.first_items.max(count);
    }

    pub(super) fn has_property(&self, name: &str) -> bool {
        self.properties.contains(name)
    }

    pub(super) fn has_item(&self, index: usize) -> bool {
        index < self.first_items || self.items.contains(&index)
    }

    /// Takes in what another schema has evaluated of the same value.
    pub(super) fn take(&mut self, other: Self) {
        self.properties.extend(other.properties);
        self.items.extend(other.items);
        self.first_items(other.first_items);
    }
}
