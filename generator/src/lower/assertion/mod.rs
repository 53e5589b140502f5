//! What types do not state, as assertions that the runtime evaluates on JSON.
//!
//! A type is checked by the `residue` of its schema: the keywords that the type itself does not
//! enforce. Schemas within those are taken whole, and what they refer to has a name.

mod others;
mod residue;
mod together;
mod told;
mod whole;

use bindery_openapi::document::{Direction, SchemaId};

pub(super) use others::looks_at_others;

use super::Lowering;
use crate::api::{Assertion, AssertionId, Name, NamedAssertion};

impl Lowering<'_> {
    /// The name of a schema that a reference means.
    pub(super) fn named_assertion(&mut self, id: SchemaId) -> AssertionId {
        let id = self.document.resolve(id);
        let directed = (id, self.deciding_direction(&[id]));
        if let Some(known) = self.assertion_ids.get(&directed) {
            return *known;
        }
        let named = AssertionId(self.assertions.len());
        self.assertion_ids.insert(directed, named);
        let location = self.document.schema(id).location.clone();
        let source = match self.component_name(id) {
            Some(name) => name.to_owned(),
            None => location.pointer.tokens().collect::<Vec<_>>().join(" "),
        };
        let source = match directed {
            (_, Some(Direction::Request)) => format!("{source} request"),
            (_, Some(Direction::Response) | None) => source,
        };
        self.assertions.push(NamedAssertion {
            name: Name::unsettled(source, location),
            assertion: Assertion::default(),
        });
        self.unread_assertions.push(directed);
        named
    }

    /// Takes in the schemas that references of assertions name, and those that these name.
    pub(super) fn lower_named_assertions(&mut self) {
        while let Some(directed) = self.unread_assertions.pop() {
            let (id, direction) = directed;
            let assertion = self.within(direction, |lowering| lowering.assertion(id));
            if let Some(AssertionId(index)) = self.assertion_ids.get(&directed) {
                self.assertions[*index].assertion = assertion;
            }
        }
    }
}
