//! What a description names for use elsewhere (OpenAPI 3.1.1 §4.8.7).

use super::{SchemaId, SecurityScheme};

/// The named parts of a description that later stages ask for by name.
///
/// Parameters, responses, headers and request bodies are not listed: they are
/// resolved into the operations that use them.
#[derive(Clone, Debug, Default)]
pub struct Components {
    /// The component schemas, in the order written.
    pub schemas: Vec<NamedSchema>,
    /// The security schemes, in the order written.
    pub security_schemes: Vec<SecurityScheme>,
}

impl Components {
    /// The security scheme of that name.
    pub fn security_scheme(&self, name: &str) -> Option<&SecurityScheme> {
        self.security_schemes
            .iter()
            .find(|scheme| scheme.name == name)
    }
}

/// A component schema and its name.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedSchema {
    /// The key in `components.schemas`.
    pub name: String,
    /// The schema.
    pub schema: SchemaId,
}
