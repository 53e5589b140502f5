//! A place as people and machines are told it.

use bindery_openapi::Location;
use serde_json::{Value, json};

use crate::verify::subject::Described;

/// A place in a description's text.
pub struct Place {
    file: String,
    pointer: String,
    position: Option<(usize, usize)>,
}

impl Place {
    /// The place of what stands at a location.
    pub fn of(described: &Described, location: &Location) -> Self {
        let origin = described.sources.origin(location);
        let position = described.sources.position(location);
        Self {
            file: described.sources.name(origin.file).to_owned(),
            pointer: origin.pointer.as_str().to_owned(),
            position: position.map(|position| (position.line, position.column)),
        }
    }

    /// For people.
    pub fn line(&self) -> String {
        let (file, pointer) = (&self.file, &self.pointer);
        match self.position {
            Some((line, column)) => format!("{file}:{line}:{column} #{pointer}"),
            None => format!("{file} #{pointer}"),
        }
    }

    /// For machines.
    pub fn json(&self) -> Value {
        let (line, column) = self.position.unzip();
        json!({ "file": self.file, "pointer": self.pointer, "line": line, "column": column })
    }
}
