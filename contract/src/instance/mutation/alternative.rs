//! Changes that make a value one of several alternatives at once, or one of none.

use bindery_openapi::Pointer;
use bindery_openapi::document::{Schema, SchemaId};
use serde_json::{Value, json};

use super::{Change, Kind, Survey};
use crate::Tape;
use crate::instance::make::Maker;
use crate::instance::shape::Shape;

/// How many values are made anew for all alternatives of one value.
const MAX_MADE: u32 = 24;
/// How many other alternatives are looked at for each choice.
const MAX_OTHERS: usize = 6;

impl Survey<'_> {
    /// For every choice among alternatives: values of two of them, and values of none.
    pub(super) fn suggest_alternatives(
        &mut self,
        ids: &[SchemaId],
        shape: &Shape<'_>,
        value: &Value,
        at: &Pointer,
    ) {
        let document = self.judge.document().clone();
        for member in &shape.members {
            let schema = document.schema(*member);
            if schema.one_of.len() > 1 {
                self.suggest_both(ids, schema, value, at);
            }
            if schema.alternatives().nth(1).is_some() {
                self.suggest_none(schema, value, at);
                self.suggest_tags(schema, value, at);
            }
        }
    }

    /// Values of the alternative that the value is, and of another one.
    fn suggest_both(&mut self, ids: &[SchemaId], schema: &Schema, value: &Value, at: &Pointer) {
        let judge = self.judge;
        let is = |id: &&SchemaId| judge.is_valid(**id, value);
        let Some(chosen) = schema.one_of.iter().find(is).copied() else {
            return;
        };
        let others = schema.one_of.iter().filter(|id| **id != chosen);
        for other in others.take(MAX_OTHERS) {
            let both: Vec<SchemaId> = ids.iter().copied().chain([chosen, *other]).collect();
            let made = [self.make(&both), self.make(&both)];
            let joined = self.make(&[*other]).and_then(|made| join(value, &made));
            for both in made.into_iter().chain([joined]).flatten() {
                let mutation = "a value that two alternatives admit";
                self.suggest(Kind::Alternative, at, mutation, both);
            }
        }
    }

    /// An object without what any alternative requires.
    fn suggest_none(&mut self, schema: &Schema, value: &Value, at: &Pointer) {
        let Value::Object(object) = value else { return };
        let document = self.judge.document();
        let objects = schema
            .alternatives()
            .filter_map(|id| document.schema(document.resolve(id)).object.as_deref());
        let required: Vec<&str> = objects
            .flat_map(|it| &it.required)
            .map(|name| &**name)
            .collect();
        let mut none = object.clone();
        none.retain(|name, _| !required.contains(&name.as_str()));
        if none.len() < object.len() {
            let mutation = "without what any alternative requires";
            self.suggest(Kind::Alternative, at, mutation, Value::Object(none));
        }
    }

    /// Objects whose discriminator names another alternative, none, or is missing.
    fn suggest_tags(&mut self, schema: &Schema, value: &Value, at: &Pointer) {
        let Some(discriminator) = &schema.discriminator else {
            return;
        };
        let property = &*discriminator.property_name;
        if value.get(property).is_none() {
            return;
        }
        let document = self.judge.document();
        let mapped = discriminator.mapping.iter().map(|(tag, _)| tag.to_string());
        let components = schema
            .alternatives()
            .filter_map(|id| document.component_of(document.resolve(id)));
        let named = components.map(|component| component.name.clone());
        let tags: Vec<String> = mapped.chain(named).take(MAX_OTHERS).collect();
        for tag in tags.into_iter().chain(["neither".to_owned()]) {
            let mutation = format!("an object that calls itself `{tag}`");
            let change = Change::Insert(property.to_owned(), json!(tag));
            self.suggest_change(Kind::Alternative, at, mutation, change);
        }
        let mutation = "an object that does not say which one it is";
        let change = Change::Remove(property.to_owned());
        self.suggest_change(Kind::Alternative, at, mutation, change);
    }

    /// A value that all the schemas ask for, not yet judged.
    fn make(&mut self, ids: &[SchemaId]) -> Option<Value> {
        if self.made >= MAX_MADE {
            return None;
        }
        let mut tape = Tape::from_seed(self.seed.wrapping_add(u64::from(self.made)));
        self.made += 1;
        let instances = self.instances;
        let options = &instances.options;
        let depth = options.max_depth.saturating_sub(2);
        let mut maker = Maker::new(self.judge, options, &instances.heights, &mut tape);
        maker.make(ids, depth).ok()
    }
}

/// An object that has the properties of both, those of the first where both have one.
fn join(one: &Value, other: &Value) -> Option<Value> {
    let (one, other) = (one.as_object()?, other.as_object()?);
    let mut joined = other.clone();
    joined.extend(
        one.iter()
            .map(|(name, value)| (name.clone(), value.clone())),
    );
    Some(Value::Object(joined))
}
