//! What is said around a schema that an object is made of, where several schemas hold of it together.
//!
//! By the letter `additionalProperties` speaks of all properties that its own schema does not name
//! (JSON Schema 2020-12 core §10.3.2.3), those that the other schemas name among them. People mean
//! those that no schema names of what the object is made of. So of types: who states one means no other
//! in what stands beside it, and who says that it may be null means null whatever alternatives there are.

use std::collections::BTreeSet;

use rustc_hash::FxHashSet;
use serde_json::Value;

use super::{AdditionalProperties, Document, JsonType, JsonTypes, ObjectKeywords, SchemaId};

/// How many schemas that hold of one value are looked at.
const MAX_SCHEMAS: usize = 1024;

/// What is said around a schema of an object that is made of several; nothing of properties where none of them is
/// closed.
#[derive(Debug, Default)]
pub struct Around<'d> {
    /// The properties that the object is said to have.
    pub named: BTreeSet<&'d str>,
    /// Those that only alternatives say.
    of_alternatives: BTreeSet<&'d str>,
    /// What is said of properties that neither names, to be said with each alternative.
    pub closings: Vec<AdditionalProperties>,
    /// Whether that is not said at all: an object without a name of its own is what its
    /// alternatives are.
    pub is_open: bool,
    /// Whether the type of the value is stated: what it is made of means no other.
    pub is_typed: bool,
    /// The types that are stated, of which a format without a type is then.
    pub types: JsonTypes,
    /// Whether the type says that the value may be null: no alternatives exclude it, and no lists of values, which
    /// often forget it.
    pub names_null: bool,
}

impl<'d> Around<'d> {
    /// What is said around the schema and what it is made of, beside the properties `beside`.
    pub fn of(document: &'d Document, id: SchemaId, beside: &BTreeSet<&'d str>) -> Self {
        let is_typed = document.states_type(id);
        let types = document.stated_types(id).unwrap_or_default();
        let names_null = document.may_be_null(id);
        if !has_closed(document, id) {
            return Self {
                is_typed,
                types,
                names_null,
                ..Self::default()
            };
        }
        let parts = document.composed(id);
        let mut named = document.named_properties(id);
        named.extend(beside);
        let alternatives = parts
            .iter()
            .flat_map(|id| document.schema(*id).alternatives());
        let alternatives: Vec<SchemaId> = alternatives.collect();
        let of_alternatives = alternatives
            .iter()
            .flat_map(|id| document.named_properties(*id));
        let closed = parts.iter().filter_map(|id| object(document, *id));
        let closings = closed.filter(|object| object.closes());
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
            types,
            names_null,
            named,
        }
    }

    /// The properties that a closed schema within admits beside its own.
    pub fn admitted(&self) -> impl Iterator<Item = &'d str> {
        self.named.iter().chain(&self.of_alternatives).copied()
    }

    /// Whether a schema that the value is made of says something else here than by itself, its
    /// type aside.
    pub fn changes_part(&self, document: &Document, id: SchemaId) -> bool {
        let has_alternatives = || {
            let parts = document.composed(id);
            let mut all = parts.iter().map(|id| document.schema(*id).alternatives());
            all.any(|mut alternatives| alternatives.next().is_some())
        };
        let own = document.named_properties(id);
        has_closed(document, id)
            && (self.is_open || !self.admitted().all(|name| own.contains(name)))
            || (self.names_null || !self.closings.is_empty()) && has_alternatives()
            || self.names_null && document.lists_without_null(id)
    }

    /// Whether an alternative says something else here than by itself.
    pub fn changes_alternative(&self, document: &Document, id: SchemaId) -> bool {
        has_closed(document, id) && !self.named.is_subset(&document.named_properties(id))
    }
}

impl ObjectKeywords {
    /// Whether the keywords say anything of properties by not naming them. Where patterns name some,
    /// the letter holds.
    pub fn closes(&self) -> bool {
        let is_closed = match self.additional_properties {
            Some(AdditionalProperties::Forbidden | AdditionalProperties::Schema(_)) => true,
            Some(AdditionalProperties::Any) | None => false,
        };
        is_closed && self.pattern_properties.is_empty()
    }
}

impl Document {
    /// Whether a type is meant by a schema, or by what it is made of, that none states, or a format says something of
    /// values of a type that is stated elsewhere.
    pub fn means_a_type(&self, id: SchemaId) -> bool {
        let mut parts = self.composed(id).into_iter();
        parts.any(|part| {
            let schema = self.schema(part);
            schema.types.is_empty() && schema.format.is_some()
                || !self.states_type(part) && !self.meant_types(part).is_empty()
        })
    }

    /// The types of values of which the format of a schema says something.
    pub fn types_of_format(&self, id: SchemaId, around: &Around<'_>) -> JsonTypes {
        let types = self.schema(id).types;
        if types.is_empty() {
            around.types
        } else {
            types
        }
    }

    /// The schemas that all hold of the same value: by `$ref` and `allOf`.
    pub fn composed(&self, id: SchemaId) -> Vec<SchemaId> {
        in_place(self, id, false)
    }

    /// The properties that a schema names together with what it is made of. What is only required is
    /// named where nothing describes properties without a name.
    pub fn named_properties(&self, id: SchemaId) -> BTreeSet<&str> {
        let all = self.composed(id).into_iter();
        let objects: Vec<&ObjectKeywords> = all.filter_map(|id| object(self, id)).collect();
        let all = objects.iter();
        let additional = all.filter_map(|object| object.additional_properties);
        let of_others: Vec<AdditionalProperties> = additional.collect();
        let is_described = !of_others.contains(&AdditionalProperties::Forbidden)
            && of_others
                .iter()
                .any(|additional| matches!(additional, AdditionalProperties::Schema(_)));
        let described = objects.iter().flat_map(|object| &object.properties);
        let required = objects.iter().flat_map(|object| &object.required);
        let required = required.filter(|_| !is_described).map(|name| &**name);
        described
            .map(|property| &*property.name)
            .chain(required)
            .collect()
    }

    /// Whether a schema or what it is made of lists values, and null is not among them.
    fn lists_without_null(&self, id: SchemaId) -> bool {
        let parts = self.composed(id).into_iter();
        let mut parts = parts.map(|part| self.schema(part));
        parts.any(|part| {
            let listed = part.enumeration.as_deref();
            listed.is_some_and(|listed| !listed.contains(&Value::Null))
                || part.constant.as_ref().is_some_and(|it| !it.is_null())
        })
    }

    /// Whether the types that a schema means say that a value may be null.
    pub fn may_be_null(&self, id: SchemaId) -> bool {
        let types = self
            .stated_types(id)
            .unwrap_or_else(|| self.meant_types(id));
        types.contains(JsonType::Null)
    }
}

/// Whether a schema or any that holds of the same value is closed.
fn has_closed(document: &Document, id: SchemaId) -> bool {
    let all = in_place(document, id, true);
    let mut objects = all.iter().filter_map(|id| object(document, *id));
    objects.any(ObjectKeywords::closes)
}

fn object(document: &Document, id: SchemaId) -> Option<&ObjectKeywords> {
    document.schema(id).object.as_deref()
}

fn in_place(document: &Document, id: SchemaId, with_alternatives: bool) -> Vec<SchemaId> {
    let mut seen = FxHashSet::default();
    let mut all = Vec::new();
    let mut pending = vec![id];
    while let Some(id) = pending.pop().filter(|_| all.len() < MAX_SCHEMAS) {
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
