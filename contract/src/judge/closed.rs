//! Objects that are made of several schemas, of which one is closed.
//!
//! By the letter `additionalProperties` speaks of all properties that its own schema does not name
//! (JSON Schema 2020-12 core §10.3.2.3), those that the other schemas name among them. People mean
//! those that no schema names of what the object is made of.

use std::collections::{BTreeSet, HashSet};

use bindery_openapi::Document;
use bindery_openapi::document::{AdditionalProperties, ObjectKeywords, SchemaId};

/// Names of properties.
pub(super) type Names<'d> = BTreeSet<&'d str>;

/// What is said around a schema of an object that is made of several, one of them closed; nothing
/// where none is.
#[derive(Default)]
pub(super) struct Around<'d> {
    /// The properties that the object is said to have.
    pub named: Names<'d>,
    /// Those that only alternatives say.
    of_alternatives: Names<'d>,
    /// What is said of properties that neither names, to be said with each alternative.
    pub closings: Vec<AdditionalProperties>,
    /// Whether that is not said at all: an object without a name of its own is what its
    /// alternatives are.
    pub is_open: bool,
    /// Whether the type of the value is stated: what it is made of means no other.
    pub is_typed: bool,
}

impl<'d> Around<'d> {
    /// What is said around the schema and what it is made of, beside the properties `beside`.
    pub fn of(document: &'d Document, id: SchemaId, beside: &Names<'d>) -> Self {
        let is_typed = document.states_type(id);
        if !has_closed(document, id) {
            return Self {
                is_typed,
                ..Self::default()
            };
        }
        let parts = composed(document, id);
        let mut named = names(document, id);
        named.extend(beside);
        let alternatives = parts
            .iter()
            .flat_map(|id| document.schema(*id).alternatives());
        let alternatives: Vec<SchemaId> = alternatives.collect();
        let of_alternatives = alternatives.iter().flat_map(|id| names(document, *id));
        let closed = parts.iter().filter_map(|id| object(document, *id));
        let closings = closed.filter(|object| is_closed(object));
        let closings = closings.filter_map(|object| object.additional_properties);
        let is_open = !alternatives.is_empty() && named.is_empty();
        Self {
            of_alternatives: of_alternatives.collect(),
            closings: if alternatives.is_empty() || is_open {
                Vec::new()
            } else {
                closings.collect()
            },
            is_open,
            is_typed,
            named,
        }
    }

    /// The properties that a closed schema within admits beside its own.
    pub fn admitted(&self) -> impl Iterator<Item = &'d str> {
        self.named.iter().chain(&self.of_alternatives).copied()
    }

    /// Whether a schema that the object is made of says something else here than by itself, its
    /// type aside.
    pub fn changes_part(&self, document: &Document, id: SchemaId) -> bool {
        let has_alternatives = || {
            let parts = composed(document, id);
            let mut all = parts.iter().map(|id| document.schema(*id).alternatives());
            all.any(|mut alternatives| alternatives.next().is_some())
        };
        let own = names(document, id);
        has_closed(document, id)
            && (self.is_open || !self.admitted().all(|name| own.contains(name)))
            || !self.closings.is_empty() && has_alternatives()
    }

    /// Whether an alternative says something else here than by itself.
    pub fn changes_alternative(&self, document: &Document, id: SchemaId) -> bool {
        has_closed(document, id) && !self.named.is_subset(&names(document, id))
    }
}

/// Whether the keywords say anything of properties by not naming them. Where patterns name some,
/// the letter holds.
pub(super) fn is_closed(object: &ObjectKeywords) -> bool {
    let is_closed = match object.additional_properties {
        Some(AdditionalProperties::Forbidden | AdditionalProperties::Schema(_)) => true,
        Some(AdditionalProperties::Any) | None => false,
    };
    is_closed && object.pattern_properties.is_empty()
}

/// Whether a type is meant by a schema, or by what it is made of, that none states.
pub(super) fn means_a_type(document: &Document, id: SchemaId) -> bool {
    let mut parts = composed(document, id).into_iter();
    parts.any(|part| {
        let is_stated = document.states_type(part);
        !is_stated && !document.meant_types(part).is_empty()
    })
}

/// Whether a schema or any that holds of the same value is closed.
pub(super) fn has_closed(document: &Document, id: SchemaId) -> bool {
    let all = in_place(document, id, true);
    let mut objects = all.iter().filter_map(|id| object(document, *id));
    objects.any(is_closed)
}

/// The schemas that all hold of the same value: by `$ref` and `allOf`.
pub(super) fn composed(document: &Document, id: SchemaId) -> Vec<SchemaId> {
    in_place(document, id, false)
}

/// The properties that a schema names together with what it is made of. What is only required is
/// named where nothing is said of properties without a name.
pub(super) fn names(document: &Document, id: SchemaId) -> Names<'_> {
    let all = composed(document, id).into_iter();
    let objects: Vec<&ObjectKeywords> = all.filter_map(|id| object(document, id)).collect();
    let is_described = objects
        .iter()
        .any(|object| match object.additional_properties {
            Some(AdditionalProperties::Schema(_)) => true,
            Some(AdditionalProperties::Any | AdditionalProperties::Forbidden) | None => false,
        });
    let described = objects.iter().flat_map(|object| &object.properties);
    let required = objects.iter().flat_map(|object| &object.required);
    let required = required.filter(|_| !is_described).map(|name| &**name);
    described
        .map(|property| &*property.name)
        .chain(required)
        .collect()
}

/// Whether an alternative names the property, or names none, or has alternatives of its own.
pub(super) fn may_name(document: &Document, id: SchemaId, property: &str) -> bool {
    let names = names(document, id);
    let parts = composed(document, id);
    let mut parts = parts.iter().map(|id| document.schema(*id));
    names.is_empty()
        || names.contains(property)
        || parts.any(|part| part.alternatives().next().is_some())
}

fn object(document: &Document, id: SchemaId) -> Option<&ObjectKeywords> {
    document.schema(id).object.as_deref()
}

fn in_place(document: &Document, id: SchemaId, with_alternatives: bool) -> Vec<SchemaId> {
    let mut seen = HashSet::new();
    let mut all = Vec::new();
    let mut pending = vec![id];
    while let Some(id) = pending.pop() {
        if !seen.insert(id) {
            continue;
        }
        all.push(id);
        let schema = document.schema(id);
        pending.extend(schema.reference);
        pending.extend(&schema.all_of);
        if with_alternatives {
            pending.extend(schema.alternatives());
        }
    }
    all
}
