//! Names for schemas that stand in other files than the root.
//!
//! A schema that a reference leads to across files is shared, as a component
//! is, and becomes one: by the name that a component of the root gives it,
//! else by its own, from its pointer or its file. What a name clashes with is
//! told from paths and pointers, so that no order of references matters.

use std::collections::{BTreeMap, BTreeSet};

use super::Lift;
use crate::definition::{definition_of, name_of};
use crate::document::{NamedPart, NamedSchema, SchemaId};
use crate::wording::quoted;
use crate::{Diagnostic, FileId, Location, codes};

/// A schema of another file, to be named.
struct External {
    schema: SchemaId,
    location: Location,
    /// The name, and before it what tells it from others, the nearest last.
    words: Vec<String>,
    /// How many of the words make up the name.
    taken: usize,
}

impl External {
    fn name(&self) -> String {
        let start = self.words.len().saturating_sub(self.taken);
        self.words.get(start..).unwrap_or_default().join("_")
    }
}

impl Lift<'_, '_> {
    /// Adds the schemas of other files that references name to `components`, which the root has.
    ///
    /// What a part of a schema is referred to belongs to that schema, which is lifted too.
    pub(super) fn name_external_schemas(&mut self, components: &mut Vec<NamedSchema>) {
        let found = self.lift_definitions();
        if found.is_empty() {
            return;
        }
        self.claim(components, &found);
        let named: BTreeSet<_> = components.iter().map(|named| named.schema).collect();
        let mut externals: Vec<_> = found
            .into_iter()
            .filter(|(_, id)| !named.contains(id))
            .map(|(location, schema)| self.external(location, schema))
            .collect();
        externals.sort_by(|one, other| {
            let key = |external: &External| (external.words.clone(), external.location.clone());
            key(one).cmp(&key(other))
        });
        let taken: BTreeSet<_> = components.iter().map(|named| named.name.clone()).collect();
        settle(&mut externals, &taken);
        for external in &externals {
            self.report_clash(external, &externals, components);
        }
        components.extend(externals.iter().map(|external| NamedSchema {
            name: external.name(),
            schema: external.schema,
        }));
    }

    /// The parts of other files that hold schemas of their own, with names.
    pub(super) fn name_external_parts(&self) -> Vec<NamedPart> {
        let parts = self.external_parts.iter().map(|location| NamedPart {
            name: name_of(location, &self.files.segments(location.file)),
            location: location.clone(),
        });
        parts.collect()
    }

    /// Every schema of another file that is named, or a part of which is, as far as it is one
    /// and not another reference.
    fn lift_definitions(&mut self) -> BTreeMap<Location, SchemaId> {
        let mut found = BTreeMap::new();
        loop {
            self.lift_pending_schemas();
            let targets = self.schemas.take_external_targets();
            if targets.is_empty() {
                break;
            }
            for target in targets {
                let root = self.files.value(target.file);
                let Some(location) = root.and_then(|root| definition_of(&target, root)) else {
                    continue;
                };
                let value = root.and_then(|root| root.pointer(location.pointer.as_str()));
                if let Some(value) = value {
                    let id = self.schemas.id_of(value, || location.clone());
                    found.insert(location, id);
                }
            }
        }
        found.retain(|_, id| !self.schemas.get(*id).is_bare_reference());
        found
    }

    /// Lets a component that is nothing but a reference to one of `found` stand for it.
    ///
    /// Of several the one of the schema's own name does, else the first of the
    /// alphabet; one that names another component is only an alias.
    fn claim(&self, components: &mut [NamedSchema], found: &BTreeMap<Location, SchemaId>) {
        let external: BTreeSet<_> = found.values().copied().collect();
        let mut claims: BTreeMap<SchemaId, Vec<usize>> = BTreeMap::new();
        for (index, named) in components.iter().enumerate() {
            let target = self.schemas.resolve(named.schema);
            if target != named.schema && external.contains(&target) {
                claims.entry(target).or_default().push(index);
            }
        }
        for (target, indices) in claims {
            let location = &self.schemas.get(target).location;
            let own = name_of(location, &self.files.segments(location.file));
            let key = |index: &usize| {
                let named = components.get(*index)?;
                let next = self.schemas.get(named.schema).reference;
                let is_alias = next.is_some_and(|next| {
                    let location = &self.schemas.get(next).location;
                    !is_external(location)
                });
                let differs = !named.name.eq_ignore_ascii_case(&own);
                Some((is_alias, differs, named.name.clone()))
            };
            if let Some(first) = indices.into_iter().min_by_key(key)
                && let Some(named) = components.get_mut(first)
            {
                named.schema = target;
            }
        }
    }

    fn external(&self, location: Location, schema: SchemaId) -> External {
        let mut words = self.files.segments(location.file);
        let name = name_of(&location, &words);
        if location.pointer.as_str().is_empty() {
            words.pop();
        }
        words.push(name);
        External {
            schema,
            location,
            words,
            taken: 1,
        }
    }

    fn report_clash(
        &mut self,
        external: &External,
        externals: &[External],
        components: &[NamedSchema],
    ) {
        let Some(name) = external.words.last().filter(|_| external.taken > 1) else {
            return;
        };
        let of_root = components.iter().filter(|named| named.name == *name);
        let of_root = of_root.map(|named| self.schemas.get(named.schema).location.clone());
        let of_others = externals
            .iter()
            .filter(|other| other.words.last() == Some(name))
            .map(|other| other.location.clone());
        let other = of_root
            .chain(of_others)
            .find(|location| *location != external.location);
        let message = format!(
            "another schema is called {} too; this one is taken to be {}",
            quoted(name),
            quoted(&external.name())
        );
        let place = external.location.clone();
        let diagnostic = Diagnostic::warning(codes::AMBIGUOUS_NAME, place, message)
            .hint("refer to it from `components.schemas`, under the name that it should have");
        self.report.push(match other {
            Some(other) => diagnostic.related(other, "the other"),
            None => diagnostic,
        });
    }
}

/// Lengthens names until no two are the same, as far as there are words.
/// What is still the same then is numbered, in the order of paths.
fn settle(externals: &mut [External], taken: &BTreeSet<String>) {
    loop {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for external in externals.iter() {
            *counts.entry(external.name()).or_default() += 1;
        }
        let clashes = |name: &String| taken.contains(name) || counts.get(name) > Some(&1);
        let mut changed = false;
        for external in externals.iter_mut() {
            if clashes(&external.name()) && external.taken < external.words.len() {
                external.taken += 1;
                changed = true;
            }
        }
        if !changed {
            break;
        }
    }
    number(externals, taken);
}

fn number(externals: &mut [External], taken: &BTreeSet<String>) {
    let mut seen = taken.clone();
    for external in externals {
        let base = external.name();
        let mut name = base.clone();
        let mut count = 2;
        while !seen.insert(name.clone()) {
            name = format!("{base}_{count}");
            count += 1;
        }
        if name != base {
            external.words = vec![name];
        }
    }
}

/// Whether the place is in another file than the root.
pub(super) fn is_external(location: &Location) -> bool {
    location.file != FileId::ROOT
}
