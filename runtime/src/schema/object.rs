//! Keywords of objects (JSON Schema 2020-12 core §10.2.2.4, §10.3.2, §11.3, validation §6.5).

use std::mem;

use super::{Schema, evaluation::Evaluation, memo::Answer, seen::Seen};
use crate::{
    Json, JsonObject,
    validate::{Segment, matches},
};

impl Evaluation<'_> {
    pub(super) fn required(&mut self, names: &[&'static str], value: &Json) -> bool {
        let Json::Object(object) = value else {
            return true;
        };
        let mut holds = true;
        for name in missing(object, names) {
            holds = self.fail("required", format!("must have the property `{name}`"));
        }
        holds
    }

    pub(super) fn properties<'v>(
        &mut self,
        named: &[(&'static str, Schema)],
        patterns: &[(&'static str, Schema)],
        others: Option<Schema>,
        value: &'v Json,
        mut seen: Option<&mut Seen<'v>>,
    ) -> bool {
        let Json::Object(object) = value else {
            return true;
        };
        let mut holds = true;
        for (name, value) in object {
            let by_name = named.iter().filter(|(known, _)| known == name);
            let by_name = by_name.map(|(_, schema)| ("properties", *schema));
            let by_pattern = patterns.iter().filter(|(it, _)| matches(it, name));
            let by_pattern = by_pattern.map(|(_, schema)| ("patternProperties", *schema));
            let mut schemas: Vec<(&str, Schema)> = by_name.chain(by_pattern).collect();
            if schemas.is_empty() {
                schemas.extend(others.map(|schema| ("additionalProperties", schema)));
            }
            for (keyword, schema) in &schemas {
                holds &= self.part(Segment::Key(name.clone()), keyword, *schema, value);
            }
            if let Some(seen) = seen.as_deref_mut().filter(|_| !schemas.is_empty()) {
                seen.property(name);
            }
        }
        holds
    }

    pub(super) fn property_names(&mut self, schema: Schema, value: &Json) -> bool {
        let Json::Object(object) = value else {
            return true;
        };
        let mut holds = true;
        for name in object.keys() {
            holds &= match self.fits_name(schema, name) {
                Answer::Holds => true,
                Answer::Fails => {
                    let message = format!(
                        "must not have the property `{name}`, whose name `propertyNames` does not admit"
                    );
                    self.fail("propertyNames", message)
                }
                Answer::Unknown => self.undecided("propertyNames"),
            };
        }
        holds
    }

    /// Whether a name satisfies the schema. The value that stands for it is gone afterwards, and so is what is
    /// remembered by its address.
    fn fits_name(&mut self, schema: Schema, name: &str) -> Answer {
        let memo = mem::take(&mut self.memo);
        let answer = self.fits(schema, &Json::from(name), None);
        self.memo = memo;
        answer
    }

    pub(super) fn dependent_required(
        &mut self,
        dependent: &[(&'static str, &'static [&'static str])],
        value: &Json,
    ) -> bool {
        let Json::Object(object) = value else {
            return true;
        };
        let mut holds = true;
        for (present, names) in dependent.iter().filter(|(it, _)| object.contains_key(*it)) {
            for name in missing(object, names) {
                let message = format!("must have the property `{name}` because it has `{present}`");
                holds = self.fail("dependentRequired", message);
            }
        }
        holds
    }

    pub(super) fn dependent_schemas<'v>(
        &mut self,
        dependent: &[(&'static str, Schema)],
        value: &'v Json,
        mut seen: Option<&mut Seen<'v>>,
    ) -> bool {
        let Json::Object(object) = value else {
            return true;
        };
        let mut holds = true;
        for (present, schema) in dependent.iter().filter(|(it, _)| object.contains_key(*it)) {
            holds &= if schema.is_never() {
                self.fail(
                    "dependentSchemas",
                    format!("must not have the property `{present}`"),
                )
            } else {
                self.evaluate(*schema, value, seen.as_deref_mut())
            };
        }
        holds
    }

    pub(super) fn unevaluated_properties<'v>(
        &mut self,
        schema: Schema,
        value: &'v Json,
        seen: Option<&mut Seen<'v>>,
    ) -> bool {
        let (Json::Object(object), Some(seen)) = (value, seen) else {
            return true;
        };
        let mut holds = true;
        for (name, value) in object {
            if !seen.has_property(name) {
                let segment = Segment::Key(name.clone());
                holds &= self.part(segment, "unevaluatedProperties", schema, value);
            }
            seen.property(name);
        }
        holds
    }
}

fn missing<'n>(
    object: &JsonObject,
    names: &'n [&'static str],
) -> impl Iterator<Item = &'n &'static str> {
    names.iter().filter(|name| !object.contains_key(**name))
}
