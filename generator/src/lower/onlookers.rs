//! Schemas that look at a value without its type being made of them: `contains` of a list, `if`, `not` and others of
//! what holds the value. They are asserted of the value as JSON, and so its type must keep what they look at.

use bindery_openapi::Document;
use bindery_openapi::document::{
    AdditionalProperties, ArrayKeywords, ObjectKeywords, Schema, SchemaId,
};
use rustc_hash::FxHashSet;
use serde_json::Value;

use super::Lowering;
use super::assertion::looks_at_others;
use super::class::{Class, classify};
use super::object::drops_others;
use super::place::Place;
use super::schema::Lowered;
use super::view::{AdditionalView, View};

/// How deep in a type it is looked for what it drops.
const MAX_DEPTH: usize = 16;

/// Which part of a value is looked at.
#[derive(Clone, Copy)]
pub(super) enum Part<'n> {
    /// The property of that name.
    Property(&'n str),
    /// Any property without a field.
    OtherProperty,
    /// The item at that place.
    Item(usize),
    /// Any item after those of the prefix.
    OtherItem,
}

/// What looks at the parts of a value.
#[derive(Default)]
pub(super) struct Onlookers {
    /// The schemas that look at the value itself, and what these are made of.
    value: Vec<SchemaId>,
    /// Those that look at its items, whatever they are.
    items: Vec<SchemaId>,
    /// Those that look at its properties, whatever they are.
    properties: Vec<SchemaId>,
}

impl Onlookers {
    /// What looks at the parts of what a view is of.
    pub fn of(document: &Document, view: &View<'_>) -> Self {
        let mut onlookers = Self::default();
        for id in &view.sources {
            let schema = document.schema(*id);
            if let Some(array) = schema.array.as_deref() {
                let items = [array.contains, array.unevaluated_items];
                onlookers.items.extend(items.into_iter().flatten());
            }
            if let Some(object) = schema.object.as_deref() {
                onlookers.properties.extend(by_pattern(object));
            }
            onlookers.value.extend(lists_nested(schema).then_some(*id));
            onlookers.value.extend(beside_types(schema));
        }
        onlookers.value.extend(&view.onlookers);
        if !onlookers.value.is_empty() {
            onlookers.value = in_place(document, onlookers.value);
        }
        onlookers
    }

    /// The schemas that look at a part of the value.
    pub fn at(&self, document: &Document, part: Part<'_>) -> Vec<SchemaId> {
        let mut all = match part {
            Part::Property(_) | Part::OtherProperty => self.properties.clone(),
            Part::Item(_) | Part::OtherItem => self.items.clone(),
        };
        for id in &self.value {
            let schema = document.schema(*id);
            // What is listed is compared with all of the value.
            all.extend(lists_nested(schema).then_some(*id));
            match part {
                Part::Property(name) => all.extend(of_property(schema, Some(name))),
                Part::OtherProperty => all.extend(of_property(schema, None)),
                Part::Item(index) => all.extend(of_items(schema, Some(index))),
                Part::OtherItem => all.extend(of_items(schema, None)),
            }
        }
        for id in &mut all {
            *id = document.resolve(*id);
        }
        all.sort_unstable();
        all.dedup();
        all
    }
}

impl Lowering<'_> {
    /// The type of a part of a value, at which these schemas look.
    pub(super) fn lower_part(
        &mut self,
        ids: &[SchemaId],
        onlookers: Vec<SchemaId>,
        place: &Place,
    ) -> Lowered {
        let around = std::mem::replace(&mut self.onlookers, onlookers);
        if !self.onlookers.is_empty() && !self.drops_what_is_looked_at(ids) {
            self.onlookers.clear();
        }
        let lowered = self.lower_at(ids, place);
        self.onlookers = around;
        lowered
    }

    /// Whether the type that these schemas have by themselves drops anything that is looked at.
    fn drops_what_is_looked_at(&self, ids: &[SchemaId]) -> bool {
        let mut seen = FxHashSet::default();
        let mut pending = vec![(ids.to_vec(), self.onlookers.clone(), 0)];
        while let Some((ids, onlookers, depth)) = pending.pop() {
            if onlookers.is_empty() || depth > MAX_DEPTH {
                continue;
            }
            if !seen.insert((ids.clone(), onlookers.clone())) {
                continue;
            }
            let view = View::of(self.document, self.reading, &ids);
            let drops = classify(&view) == Class::Struct && drops_others(&view);
            let known = |name: &str| view.has_field(name);
            if drops && looks_at_others(self.document, onlookers.clone(), &known) {
                return true;
            }
            let view = View { onlookers, ..view };
            let parts = parts(self.document, &view);
            pending.extend(parts.into_iter().map(|(ids, by)| (ids, by, depth + 1)));
        }
        false
    }
}

/// The schemas of each part of a value, and what looks at it.
fn parts(document: &Document, view: &View<'_>) -> Vec<(Vec<SchemaId>, Vec<SchemaId>)> {
    let onlookers = Onlookers::of(document, view);
    let mut parts = Vec::new();
    for (name, ids) in &view.properties {
        parts.push((ids.clone(), onlookers.at(document, Part::Property(name))));
    }
    if let AdditionalView::Schemas(ids) = &view.additional {
        parts.push((ids.clone(), onlookers.at(document, Part::OtherProperty)));
    }
    let items = view.items();
    for (index, ids) in items.prefix.into_iter().enumerate() {
        parts.push((ids, onlookers.at(document, Part::Item(index))));
    }
    parts.push((items.rest, onlookers.at(document, Part::OtherItem)));
    let members = view.unions.iter().flat_map(|union| union.members);
    parts.extend(members.map(|id| (vec![*id], view.onlookers.clone())));
    parts
}

/// The schemas that are asserted of the value itself beside what a type is made of.
pub(super) fn beside_types(schema: &Schema) -> impl Iterator<Item = SchemaId> {
    let conditional = [schema.not, schema.condition, schema.then, schema.otherwise];
    let object = schema.object.iter();
    let dependent = object.flat_map(|object| &object.dependent_schemas);
    let conditional = conditional.into_iter().flatten();
    conditional.chain(dependent.map(|(_, id)| *id))
}

/// What these schemas ask of the same value, they among them.
fn in_place(document: &Document, mut pending: Vec<SchemaId>) -> Vec<SchemaId> {
    let mut seen = FxHashSet::default();
    let mut all = Vec::new();
    while let Some(id) = pending.pop() {
        if seen.insert(id) {
            all.push(id);
            pending.extend(document.schema(id).in_place());
        }
    }
    all
}

/// Which properties of an object these are, no type states.
fn by_pattern(object: &ObjectKeywords) -> Vec<SchemaId> {
    let patterns = object.pattern_properties.iter().map(|(_, id)| *id);
    let mut all: Vec<SchemaId> = patterns.collect();
    if !all.is_empty() {
        all.extend(additional(object));
    }
    all.extend(object.unevaluated_properties);
    all
}

fn of_property(schema: &Schema, name: Option<&str>) -> Vec<SchemaId> {
    let Some(object) = schema.object.as_deref() else {
        return Vec::new();
    };
    let properties = object.properties.iter();
    let named = properties.filter(|it| name.is_none_or(|name| *it.name == *name));
    let patterns = object.pattern_properties.iter().map(|(_, id)| *id);
    let others = additional(object)
        .into_iter()
        .chain(object.unevaluated_properties);
    let named = named.map(|it| it.schema);
    named.chain(patterns).chain(others).collect()
}

fn of_items(schema: &Schema, index: Option<usize>) -> Vec<SchemaId> {
    let Some(array) = schema.array.as_deref() else {
        return Vec::new();
    };
    let ArrayKeywords {
        items,
        prefix_items,
        contains,
        unevaluated_items,
        ..
    } = array;
    let prefix = prefix_items.iter().enumerate();
    let prefix = prefix.filter(|(at, _)| index.is_none_or(|index| index == *at));
    let others = [*items, *contains, *unevaluated_items];
    let prefix = prefix.map(|(_, id)| *id);
    prefix.chain(others.into_iter().flatten()).collect()
}

fn additional(object: &ObjectKeywords) -> Option<SchemaId> {
    match object.additional_properties {
        Some(AdditionalProperties::Schema(id)) => Some(id),
        Some(AdditionalProperties::Any | AdditionalProperties::Forbidden) | None => None,
    }
}

/// Whether a schema lists values that hold objects or arrays in turn.
fn lists_nested(schema: &Schema) -> bool {
    let holds = |value: &Value| value.is_object() || value.is_array();
    let mut listed = schema.enumeration.iter().flatten().chain(&schema.constant);
    listed.any(|value| match value {
        Value::Array(items) => items.iter().any(holds),
        Value::Object(properties) => properties.values().any(holds),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    })
}
