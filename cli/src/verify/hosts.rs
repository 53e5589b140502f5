//! Which schema with a type holds a schema: an example of a property or an item is put into an
//! instance of that.

use std::collections::HashMap;

use bindery_contract::Tape;
use bindery_openapi::document::{Direction, SchemaId};
use bindery_openapi::{Document, Location, Pointer};
use serde_json::{Value, json};

use super::subject::{Described, Subject};
use super::trial::Trial;

/// How deep an example may stand in the schema that has a type.
const MAX_STEPS: usize = 16;

/// The way from a schema to one that it holds.
enum Step {
    Property(SchemaId, String),
    Item,
}

/// Which schema with a type holds a schema, and where.
pub struct Hosts<'a> {
    document: &'a Document,
    /// The types of each schema.
    subjects: HashMap<SchemaId, Vec<&'a Subject>>,
    places: HashMap<&'a Location, SchemaId>,
}

impl<'a> Hosts<'a> {
    /// Those of a description.
    pub fn of(described: &'a Described) -> Self {
        let mut subjects: HashMap<SchemaId, Vec<&Subject>> = HashMap::new();
        for subject in described.subjects.iter().chain(&described.alike) {
            subjects.entry(subject.schema).or_default().push(subject);
        }
        let document = &*described.document;
        let schemas = document.schemas.iter();
        Self {
            document,
            subjects,
            places: schemas.map(|(id, schema)| (&schema.location, id)).collect(),
        }
    }

    /// A value of a schema with a type that holds a value of `schema`.
    pub fn hosted(
        &self,
        trial: &Trial<'_>,
        schema: SchemaId,
        is_sent: bool,
        value: &Value,
    ) -> Option<(&'a Subject, Value)> {
        let mut value = value.clone();
        let mut at = schema;
        for _ in 0..MAX_STEPS {
            if let Some(subject) = self.subject(at, is_sent) {
                return Some((subject, value));
            }
            let (parent, step) = self.parent(at)?;
            value = match step {
                Step::Item => json!([value]),
                Step::Property(of, name) => {
                    let simplest = trial.whole().valid(of, &mut Tape::replay(Vec::new()));
                    let Ok(Value::Object(mut object)) = simplest else {
                        return None;
                    };
                    object.insert(name, value);
                    Value::Object(object)
                }
            };
            at = parent;
        }
        None
    }

    fn subject(&self, schema: SchemaId, is_sent: bool) -> Option<&'a Subject> {
        let of = self.subjects.get(&schema);
        let of = of.or_else(|| self.subjects.get(&self.document.resolve(schema)))?;
        let mut sent = of.iter();
        let sent = sent.find(|subject| subject.direction == Some(Direction::Request));
        sent.filter(|_| is_sent).or(of.first()).copied()
    }

    /// The schema that holds this one as a property or an item.
    fn parent(&self, id: SchemaId) -> Option<(SchemaId, Step)> {
        let location = &self.document.schema(id).location;
        let tokens = location.pointer.tokens();
        let mut tokens: Vec<String> = tokens.map(Into::into).collect();
        let last = tokens.pop()?;
        if let Some(parent) = self.at(location, &tokens).filter(|_| last == "items") {
            return Some((parent, Step::Item));
        }
        let keyword = tokens.pop()?;
        let parent = self
            .at(location, &tokens)
            .filter(|_| keyword == "properties")?;
        Some((parent, Step::Property(parent, last)))
    }

    fn at(&self, location: &Location, tokens: &[String]) -> Option<SchemaId> {
        let pointer = tokens
            .iter()
            .fold(Pointer::root(), |pointer, token| pointer.key(token));
        let place = Location {
            file: location.file,
            pointer,
        };
        self.places.get(&place).copied()
    }
}
