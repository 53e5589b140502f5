//! The schemas that a walk through references has come by: mostly one or two, and so looked through and not hashed.

use bindery_openapi::document::SchemaId;
use rustc_hash::FxHashSet;

/// How many are faster looked through than looked up.
const FEW: usize = 8;

/// A set of schemas, most often a small one.
#[derive(Default)]
pub(super) struct Seen {
    few: Vec<SchemaId>,
    /// All, once they are no longer few.
    many: FxHashSet<SchemaId>,
}

impl Seen {
    /// Adds a schema; whether it was not there.
    pub fn insert(&mut self, id: SchemaId) -> bool {
        if !self.many.is_empty() {
            return self.many.insert(id);
        }
        if self.few.contains(&id) {
            return false;
        }
        self.few.push(id);
        if self.few.len() > FEW {
            self.many.extend(self.few.drain(..));
        }
        true
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.few.len() + self.many.len()
    }
}

#[cfg(test)]
mod tests {
    use bindery_openapi::read_text;

    use super::{FEW, Seen};

    #[test]
    fn few_and_many_are_each_there_once() {
        let schemas: Vec<String> = (0..3 * FEW).map(|n| format!(r#""S{n}": {{}}"#)).collect();
        let text = format!(
            r#"{{"openapi": "3.1.0", "info": {{"title": "t", "version": "1"}}, "paths": {{}},
                "components": {{"schemas": {{{}}}}}}}"#,
            schemas.join(", ")
        );
        let document = read_text("t.json", &text).document.expect("it is read");
        let mut seen = Seen::default();
        let ids = || document.schemas.iter().map(|(id, _)| id);
        for (count, id) in ids().enumerate() {
            assert_eq!(seen.len(), count);
            assert!(seen.insert(id) && !seen.insert(id));
        }
        assert!(ids().count() > 2 * FEW && ids().all(|id| !seen.insert(id)));
    }
}
