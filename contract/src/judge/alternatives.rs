//! Alternatives of which a value satisfies one, and the discriminator that tells them apart.

use std::collections::BTreeSet;

use bindery_openapi::document::{Around, Schema, SchemaId};
use serde_json::{Map, Value, json};

use super::Interpretation;
use super::schema::{Writer, write_admitted, write_member};
use super::told::{Told, may_name};

impl<'a> Writer<'a> {
    pub(super) fn write_alternatives(
        &mut self,
        schema: &'a Schema,
        depth: u32,
        around: &Around<'a>,
        out: &mut Map<String, Value>,
    ) {
        for (keyword, ids) in [("anyOf", &schema.any_of), ("oneOf", &schema.one_of)] {
            if !ids.is_empty() {
                let told = self.told(schema);
                // What stands there twice is one alternative where values say which they are.
                let mut met = BTreeSet::new();
                let document = self.document;
                let all = ids
                    .iter()
                    .filter(|id| told.is_none() || met.insert(document.resolve(**id)));
                let narrow = |id: SchemaId, written| match &told {
                    Some(told) => told.narrow(id, written),
                    None => written,
                };
                let all = all.map(|id| narrow(*id, self.alternative(*id, depth, around)));
                let all: Value = all.collect();
                let means_null = keyword == "oneOf" && self.means_null(ids);
                if around.names_null || means_null {
                    write_member(json!({"anyOf": [{"type": "null"}, {keyword: all}]}), out);
                } else {
                    out.insert(keyword.to_owned(), all);
                }
            }
        }
    }

    /// One of several schemas of which the value satisfies one.
    fn alternative(&mut self, id: SchemaId, depth: u32, around: &Around<'a>) -> Value {
        let schema = if around.changes_alternative(self.document, id) {
            let around = Around::of(self.document, id, &around.named);
            self.write_within(id, depth + 1, &around)
        } else {
            self.place(id, depth)
        };
        let mut all = vec![schema];
        let own = self.document.named_properties(id);
        let admitted: BTreeSet<&str> = own.union(&around.named).copied().collect();
        for closing in &around.closings {
            let mut out = Map::new();
            write_admitted(admitted.iter().copied(), &mut out);
            self.write_additional(*closing, depth, &mut out);
            all.push(Value::Object(out));
        }
        match all.len() {
            1 => all.swap_remove(0),
            _ => json!({ "allOf": all }),
        }
    }

    /// Whether null is of a `oneOf` even where two of its alternatives admit it.
    fn means_null(&self, alternatives: &[SchemaId]) -> bool {
        match self.judge.interpretation() {
            Interpretation::Default => self.document.name_null(alternatives),
            Interpretation::Strict => false,
        }
    }

    /// What tells the alternatives apart.
    fn told(&self, schema: &'a Schema) -> Option<Told<'a>> {
        self.judge.told(schema)
    }

    /// What a value is without the property that says what it is, is undefined (OpenAPI 3.1.1
    /// §4.8.25): people mean that it is there.
    pub(super) fn write_discriminator(&self, schema: &Schema, out: &mut Map<String, Value>) {
        let Some(discriminator) = &schema.discriminator else {
            return;
        };
        let property = &*discriminator.property_name;
        let mut alternatives = schema.alternatives().peekable();
        // What an alternative never speaks of tells nobody what it is.
        let tells = alternatives.peek().is_some()
            && discriminator.default.is_none()
            && alternatives.all(|id| may_name(self.document, id, property));
        match self.judge.interpretation() {
            Interpretation::Default if tells => {
                let required = json!({"required": [property]});
                write_member(json!({"if": {"type": "object"}, "then": required}), out);
                if let Some(told) = self.told(schema) {
                    let telling = told.telling();
                    write_member(json!({"if": {"type": "object"}, "then": telling}), out);
                }
            }
            Interpretation::Default | Interpretation::Strict => {}
        }
    }
}
