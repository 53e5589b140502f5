//! Which schemas become definitions, and under which names.

use std::collections::HashMap;

use bindery_openapi::Document;
use bindery_openapi::document::SchemaId;

/// What is written as a definition, and under which key.
pub(super) struct Definitions {
    /// For each schema whether it is a definition: the components, and whatever two places name.
    shared: Vec<bool>,
    /// The names of the components that need no escapes.
    names: HashMap<SchemaId, String>,
}

impl Definitions {
    pub(super) fn new(document: &Document) -> Self {
        let mut uses = vec![0_u32; document.schemas.len()];
        for (_, schema) in document.schemas.iter() {
            for child in schema.children() {
                uses[child.index()] += 1;
            }
            if let Some(target) = schema.reference {
                uses[target.index()] += 1;
            }
        }
        let mut shared: Vec<bool> = uses.into_iter().map(|count| count > 1).collect();
        let mut names = HashMap::new();
        for component in &document.components.schemas {
            shared[component.schema.index()] = true;
            if is_plain(&component.name) {
                names.insert(component.schema, component.name.clone());
            }
        }
        Self { shared, names }
    }

    /// Whether the schema is one.
    pub(super) fn holds(&self, id: SchemaId) -> bool {
        self.shared[id.index()]
    }

    /// The key in `$defs`: the component's name where it needs no escapes.
    /// Another key has a colon, which no component's name may have.
    pub(super) fn key(&self, id: SchemaId) -> String {
        let name = self.names.get(&id).cloned();
        name.unwrap_or_else(|| format!("schema:{}", id.index()))
    }

    pub(super) fn link(&self, id: SchemaId) -> String {
        format!("#/$defs/{}", self.key(id))
    }
}

fn is_plain(name: &str) -> bool {
    name.bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte))
}
