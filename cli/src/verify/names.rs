//! Names of rows, each another one.

use std::collections::HashMap;

use bindery_openapi::Location;

use super::subject::Described;

impl Described {
    /// Gives those of one name their pointers beside it, and their files where these are one, too: a parameter in the
    /// path and one in the query may have a name, and components in several files.
    pub fn tell_apart(&mut self) {
        for suffix in [pointer, file] {
            let rows = self.rows();
            let suffixes: Vec<String> = rows.map(|(_, location)| suffix(self, location)).collect();
            let mut counts: HashMap<String, usize> = HashMap::new();
            for (name, _) in self.rows() {
                *counts.entry(name.to_owned()).or_default() += 1;
            }
            let subjects = self.subjects.iter_mut().map(|subject| &mut subject.name);
            let names = subjects.chain(self.skipped.iter_mut().map(|(name, ..)| name));
            for (name, suffix) in names.zip(suffixes) {
                if counts.get(name).is_some_and(|count| *count > 1) {
                    name.push_str(&suffix);
                }
            }
        }
    }

    /// The name of each row, and where its schema stands.
    fn rows(&self) -> impl Iterator<Item = (&str, &Location)> {
        let subjects = self
            .subjects
            .iter()
            .map(|subject| (&*subject.name, subject.schema));
        let skipped = self
            .skipped
            .iter()
            .map(|(name, schema, _)| (&**name, *schema));
        let rows = subjects.chain(skipped);
        rows.map(|(name, schema)| (name, &self.document.schema(schema).location))
    }
}

fn pointer(described: &Described, location: &Location) -> String {
    let origin = described.sources.origin(location);
    format!(" (#{})", origin.pointer.as_str())
}

fn file(described: &Described, location: &Location) -> String {
    let origin = described.sources.origin(location);
    format!(" in {}", described.sources.name(origin.file))
}
