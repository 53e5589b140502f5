//! Whether two schemas say the same, wherever they stand.

use rustc_hash::FxHashSet;

use super::{Document, Schema, SchemaId};
use crate::{FileId, Location};

/// How many pairs of schemas are compared before two are taken for different.
const MAX_PAIRS: usize = 4096;

impl Document {
    /// Whether two schemas admit the same for the same reason: they have the same keywords with the
    /// same values, and so have the schemas that they name. Annotations do not count, nor does it
    /// which of them are references.
    pub fn say_the_same(&self, one: SchemaId, other: SchemaId) -> bool {
        let mut compared = FxHashSet::default();
        let mut pending = vec![(one, other)];
        while let Some((one, other)) = pending.pop() {
            let pair = (self.resolve(one), self.resolve(other));
            // Two that hold themselves are the same unless something else tells them apart.
            if pair.0 == pair.1 || !compared.insert(pair) {
                continue;
            }
            let (one, ones) = self.outline(pair.0, pair.0);
            let (other, others) = self.outline(pair.1, pair.0);
            if one != other || ones.len() != others.len() || compared.len() > MAX_PAIRS {
                return false;
            }
            pending.extend(ones.into_iter().zip(others));
        }
        true
    }

    /// What a schema asserts itself, with `placeholder` for each schema that it names, and those.
    fn outline(&self, id: SchemaId, placeholder: SchemaId) -> (Schema, Vec<SchemaId>) {
        let mut outline = Schema {
            location: Location::start_of(FileId::ROOT),
            is_copy: false,
            title: None,
            description: None,
            default: None,
            examples: Vec::new(),
            deprecated: false,
            ..self.schema(id).clone()
        };
        let mut named = Vec::new();
        outline.change_children(|id| named.push(std::mem::replace(id, placeholder)));
        (outline, named)
    }
}

#[cfg(test)]
mod tests {
    /// Whether the schemas `A` and `B` say the same.
    fn same(one: &str, other: &str) -> bool {
        let text = format!(
            r#"{{"openapi": "3.1.1", "info": {{"title": "T", "version": "1"}}, "paths": {{}},
            "components": {{"schemas": {{"A": {one}, "B": {other}, "Pet": {{"type": "object"}}}}}}}}"#
        );
        let document = crate::read_text("t.json", &text).document;
        let document = document.expect("it has no error");
        let [one, other] = [0, 1].map(|at| document.components.schemas[at].schema);
        document.say_the_same(one, other)
    }

    #[test]
    fn what_is_written_twice_says_the_same() {
        let list = r##"{"type": "array", "items": {"$ref": "#/components/schemas/Pet"}}"##;
        let told = r##"{"type": "array", "items": {"$ref": "#/components/schemas/Pet"}, "description": "d"}"##;
        assert!(same(list, told));
        assert!(same(
            list,
            r#"{"type": "array", "items": {"type": "object"}}"#
        ));
        assert!(!same(
            list,
            r#"{"type": "array", "items": {"type": "string"}}"#
        ));
        assert!(!same(list, r#"{"type": "array"}"#));
        assert!(!same(
            r#"{"type": "string"}"#,
            r#"{"type": "string", "maxLength": 1}"#
        ));
    }

    #[test]
    fn what_holds_itself_is_compared_to_an_end() {
        let list = |name: &str| {
            format!(r##"{{"type": "array", "items": {{"$ref": "#/components/schemas/{name}"}}}}"##)
        };
        assert!(same(&list("A"), &list("B")));
        assert!(same(&list("B"), &list("A")));
    }
}
