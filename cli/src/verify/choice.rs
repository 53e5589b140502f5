//! Which schemas are tried, where the user names some.

use bindery_openapi::document::SchemaId;

use super::subject::{Described, Part, Subject};

/// Keeps only the schemas that are named, where any are.
///
/// # Errors
///
/// When no description has a schema of a name, as a sentence.
pub fn choose(all: &mut [Described], names: &[String]) -> Result<(), String> {
    if names.is_empty() {
        return Ok(());
    }
    for name in names {
        let mut subjects = all.iter().flat_map(|described| &described.subjects);
        if !subjects.any(|subject| subject.is_called(name)) {
            return Err(unknown(all, name));
        }
    }
    let is_chosen = |subject: &Subject| names.iter().any(|name| subject.is_called(name));
    for described in all.iter_mut() {
        described.is_part = true;
        described.skipped.clear();
        described.subjects.retain(is_chosen);
        described.alike.retain(is_chosen);
    }
    Ok(())
}

/// That no schema is called so, and which one may be meant.
fn unknown(all: &[Described], name: &str) -> String {
    let mut skipped = all.iter().flat_map(|described| &described.skipped);
    if let Some((_, _, why)) = skipped.find(|(skipped, ..)| skipped == name) {
        return format!("the schema `{name}` is not tried: {why}");
    }
    let subjects = all.iter().flat_map(|described| &described.subjects);
    let names = subjects.flat_map(|subject| [Some(&*subject.name), subject.component()]);
    match bindery_openapi::nearest(name, names.flatten()) {
        Some(meant) => {
            format!("no schema that is tried is called `{name}`; did you mean `{meant}`?")
        }
        None => format!("no schema that is tried is called `{name}`"),
    }
}

impl Described {
    /// Whether a schema is one of those that are tried, or stands in one.
    pub fn tries(&self, schema: SchemaId) -> bool {
        let named = self.document.resolve(schema);
        let location = &self.document.schema(schema).location;
        let mut tried = self.subjects.iter().chain(&self.alike);
        tried.any(|subject| {
            let whole = &self.document.schema(subject.schema).location;
            subject.schema == named || location.is_within(whole)
        })
    }
}

impl Subject {
    fn component(&self) -> Option<&str> {
        match &self.part {
            Part::Component(component) => Some(component),
            Part::Body | Part::Parameter | Part::Header => None,
        }
    }

    /// Whether a name is its own or its component's.
    fn is_called(&self, name: &str) -> bool {
        self.name == name || self.component() == Some(name)
    }
}
