//! Defaults: what a schema says that an absent value stands for (JSON Schema 2020-12 validation §9.2).

use bindery_openapi::document::SchemaId;
use serde_json::Value;

use super::Lowering;
use super::seen::Seen;

impl<'d> Lowering<'d> {
    /// The first default of what holds for all of `ids`: one that stands at the use comes before those of what it
    /// refers to.
    pub(super) fn default_of(&self, ids: &[SchemaId]) -> Option<&'d Value> {
        let document = self.document;
        let mut seen = Seen::default();
        let mut pending: Vec<SchemaId> = ids.iter().rev().copied().collect();
        while let Some(id) = pending.pop() {
            let schema = document.schema(id);
            if schema.default.is_some() {
                return schema.default.as_ref();
            }
            if seen.insert(id) {
                pending.extend(schema.all_of.iter().rev());
                pending.extend(schema.reference);
            }
        }
        None
    }
}
