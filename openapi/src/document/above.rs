//! Schemas that stand above their alternatives: what refers back to them by `allOf`.
//!
//! By the letter a value of such an alternative is of another one as well, and of that first again, without end. People
//! mean that it has what stands beside the alternatives.

use super::{Document, SchemaId};

impl Document {
    /// Whether a schema that holds together with others, those around it, is meant without its alternatives: one of
    /// them is among those, and is made of it.
    pub fn means_itself(&self, id: SchemaId, is_around: impl Fn(&SchemaId) -> bool) -> bool {
        let mut alternatives = self.schema(id).alternatives();
        alternatives.any(|alternative| {
            is_around(&self.resolve(alternative)) && self.refers_back(id, alternative)
        })
    }

    /// Whether any of a schema's alternatives is made of it.
    pub fn is_above(&self, id: SchemaId) -> bool {
        let mut alternatives = self.schema(id).alternatives();
        alternatives.any(|alternative| self.refers_back(id, alternative))
    }

    /// Whether an alternative of a schema is made of it.
    pub fn refers_back(&self, id: SchemaId, alternative: SchemaId) -> bool {
        let alternative = self.resolve(alternative);
        alternative != id && self.composed(alternative).contains(&id)
    }
}
