//! What types do not state, as assertions that the runtime evaluates on JSON.
//!
//! A type is checked by the `residue` of its schema: the keywords that the type itself does not
//! enforce. Schemas within those are taken whole, and what they refer to has a name.

mod others;
mod residue;
mod whole;

use bindery_openapi::document::SchemaId;

pub(super) use others::{looks_at_others, speaks_of_others};

use super::Lowering;
use crate::api::{Assertion, AssertionId, Name, NamedAssertion};

impl Lowering<'_> {
    /// The name of a schema that a reference means.
    fn named_assertion(&mut self, id: SchemaId) -> AssertionId {
        let id = self.document.resolve(id);
        if let Some(known) = self.assertion_ids.get(&id) {
            return *known;
        }
        let named = AssertionId(self.assertions.len());
        self.assertion_ids.insert(id, named);
        let location = self.document.schema(id).location.clone();
        let source = match self.component_name(id) {
            Some(name) => name.to_owned(),
            None => location.pointer.tokens().collect::<Vec<_>>().join(" "),
        };
        self.assertions.push(NamedAssertion {
            name: Name::unsettled(source, location),
            assertion: Assertion::default(),
        });
        self.unread_assertions.push(id);
        named
    }

    /// Takes in the schemas that references of assertions name, and those that these name.
    pub(super) fn lower_named_assertions(&mut self) {
        while let Some(id) = self.unread_assertions.pop() {
            let assertion = self.assertion(id);
            if let Some(AssertionId(index)) = self.assertion_ids.get(&id) {
                self.assertions[*index].assertion = assertion;
            }
        }
    }
}
