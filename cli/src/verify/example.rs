//! Tries every example and default of a description.
//!
//! One of a schema with a type is given to that type; one of a property or an item is put into an
//! instance of the schema that has a type and holds it. The judge says which are valid: one that is
//! not must be refused, and is noted, for it is a mistake of the description's.

use std::collections::HashMap;
use std::io;

use bindery_contract::Tape;
use bindery_openapi::document::{MediaType, SchemaId};
use bindery_openapi::{Document, Location, Pointer};
use serde_json::{Value, json};

use super::lie::Lie;
use super::subject::Subject;
use super::trial::Trial;

/// How deep an example may stand in the schema that has a type.
const MAX_STEPS: usize = 16;

/// What the examples came to.
#[derive(Debug, Default)]
pub struct Verdict {
    /// Those that were tried.
    pub tried: u32,
    /// Those that the types are right about.
    pub right: u32,
    /// Those that no type takes.
    pub untried: u32,
    /// Those that are not what their schemas say, each with why.
    pub invalid: Vec<(Location, String)>,
    /// What the types get wrong.
    pub lies: Vec<Lie>,
}

/// An example, with the schema it is of.
struct Example<'a> {
    place: Location,
    schema: SchemaId,
    /// Whether it is sent.
    is_sent: bool,
    value: &'a Value,
}

/// The way from a schema to one that it holds.
enum Step {
    Property(SchemaId, String),
    Item,
}

/// Tries every example and default.
pub fn verdict(trial: &mut Trial<'_>) -> io::Result<Verdict> {
    let described = trial.described;
    let document = &*described.document;
    let hosts = Hosts::new(document, &described.subjects);
    let mut verdict = Verdict::default();
    for example in examples(document) {
        let Some((subject, value)) = hosts.hosted(trial, &example) else {
            verdict.untried += 1;
            continue;
        };
        let judge = trial.instances(subject).judge();
        if judge.check(subject.schema).is_err() {
            verdict.untried += 1;
            continue;
        }
        let violation = judge.violations(subject.schema, &value).into_iter().next();
        let because = violation.map(|violation| violation.to_string());
        let (kind, answer) = trial.ask(subject, because.is_none(), &value)?;
        verdict.tried += 1;
        verdict.right += u32::from(kind.is_none());
        if let Some(because) = &because {
            verdict
                .invalid
                .push((example.place.clone(), because.clone()));
        }
        verdict.lies.extend(kind.map(|kind| Lie {
            kind,
            name: subject.name.clone(),
            place: example.place,
            instance: value,
            because,
            answer,
        }));
    }
    Ok(verdict)
}

/// Every example and default, of schemas and of JSON bodies.
fn examples(document: &Document) -> Vec<Example<'_>> {
    let mut all = Vec::new();
    for (id, schema) in document.schemas.iter() {
        let defaults = schema.default.iter().map(|value| (value, "default"));
        let examples = schema.examples.iter().map(|value| (value, "example"));
        for (value, key) in defaults.chain(examples) {
            all.push(Example {
                place: schema.location.key(key),
                schema: id,
                is_sent: false,
                value,
            });
        }
    }
    for (media, is_sent) in media_types(document) {
        let essence = media.essence();
        let is_json = essence == "application/json" || essence.ends_with("+json");
        let Some(schema) = media.schema.filter(|_| is_json) else {
            continue;
        };
        all.extend(media.examples.iter().map(|value| Example {
            place: media.location.key("example"),
            schema,
            is_sent,
            value,
        }));
    }
    all
}

/// The media types of bodies, and whether they are sent.
fn media_types(document: &Document) -> Vec<(&MediaType, bool)> {
    let mut all = Vec::new();
    for (_, operation) in document.operations() {
        if let Some(body) = &operation.request_body {
            all.extend(body.content.iter().map(|media| (media, true)));
        }
        for response in &operation.responses {
            all.extend(response.content.iter().map(|media| (media, false)));
        }
    }
    all
}

/// Which schema with a type holds a schema, and where.
struct Hosts<'a> {
    document: &'a Document,
    /// The types of each schema; where there are two, the last is for requests.
    subjects: HashMap<SchemaId, Vec<&'a Subject>>,
    places: HashMap<&'a Location, SchemaId>,
}

impl<'a> Hosts<'a> {
    fn new(document: &'a Document, subjects: &'a [Subject]) -> Self {
        let mut by_schema: HashMap<SchemaId, Vec<&Subject>> = HashMap::new();
        for subject in subjects {
            by_schema.entry(subject.schema).or_default().push(subject);
        }
        let schemas = document.schemas.iter();
        Self {
            document,
            subjects: by_schema,
            places: schemas.map(|(id, schema)| (&schema.location, id)).collect(),
        }
    }

    fn subject(&self, schema: SchemaId, is_sent: bool) -> Option<&'a Subject> {
        let of = self.subjects.get(&schema);
        let of = of.or_else(|| self.subjects.get(&self.document.resolve(schema)))?;
        let one = if is_sent { of.last() } else { of.first() };
        one.copied()
    }

    /// A value of a schema with a type that holds the example.
    fn hosted(&self, trial: &Trial<'_>, example: &Example<'_>) -> Option<(&'a Subject, Value)> {
        let mut value = example.value.clone();
        let mut at = example.schema;
        for _ in 0..MAX_STEPS {
            if let Some(subject) = self.subject(at, example.is_sent) {
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
