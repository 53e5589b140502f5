//! What a description names for use elsewhere (OpenAPI 3.1.1 §4.8.7).

use super::{SchemaId, SecurityScheme};
use crate::Location;

/// The named parts of a description that later stages ask for by name.
///
/// Parameters, responses, headers and request bodies of the root file are not
/// listed: they are resolved into the operations that use them.
#[derive(Clone, Debug, Default)]
pub struct Components {
    /// The component schemas, in the order written, and after them the schemas
    /// of other files that references name, in the order of their paths. No
    /// two have the same name.
    pub schemas: Vec<NamedSchema>,
    /// The parameters, responses, headers and request bodies of other files.
    pub parts: Vec<NamedPart>,
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
    /// The key in `components.schemas`; for a schema of another file, what that
    /// is called there.
    pub name: String,
    /// The schema.
    pub schema: SchemaId,
}

/// A part of another file, in which schemas may stand.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedPart {
    /// The last token of its pointer, else its file's name without the ending.
    pub name: String,
    /// Its place.
    pub location: Location,
}
