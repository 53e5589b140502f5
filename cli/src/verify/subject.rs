//! What is tried: the schemas of components, bodies, parameters and headers, each with the type that
//! was generated for it.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use bindery_build::api::{Api, TypeId, TypeKind, TypeName, TypeRef};
use bindery_build::{Inspected, Inspection, Reading};
use bindery_contract::{Interpretation, Judge};
use bindery_openapi::document::{Direction, NamedSchema, Schema, SchemaId};
use bindery_openapi::{Document, Location, Sources};
use serde_json::Value;

use super::promise::Promise;
use super::spell::Spelling;
use super::uses::{Use, uses};

/// A description and what of it is tried.
pub struct Described {
    /// Its file, as messages show it.
    pub path: String,
    /// The description.
    pub document: Arc<Document>,
    /// Its text.
    pub sources: Sources,
    /// How its schemas are read.
    pub interpretation: Interpretation,
    /// Whether every format asserts, whatever the version.
    pub asserts_formats: bool,
    /// The formats whose type the configuration says, each with whether that refuses every other text.
    pub formats: BTreeMap<String, bool>,
    /// The schemas with a type, each type once.
    pub subjects: Vec<Subject>,
    /// Further schemas with the same types.
    pub alike: Vec<Subject>,
    /// The schemas without one, each with why.
    pub skipped: Vec<(String, SchemaId, String)>,
    /// How many operations are not generated.
    pub left_out: usize,
    /// Whether only some of its schemas are tried.
    pub is_part: bool,
}

impl Described {
    /// What says which values are valid, in the reading in use.
    pub fn judge(&self) -> Judge {
        let judge = Judge::with_interpretation(self.document.clone(), self.interpretation)
            .knowing_formats(self.formats.clone());
        if self.asserts_formats {
            judge.asserting_formats()
        } else {
            judge
        }
    }
}

/// A schema and its type.
#[derive(Clone, Debug)]
pub struct Subject {
    /// What it is called: after its component, or its operation and the part of that.
    pub name: String,
    /// What it is a part of.
    pub part: Part,
    /// The schema.
    pub schema: SchemaId,
    /// Where its values go, where that makes a difference.
    pub direction: Option<Direction>,
    /// What its type promises.
    pub promise: Promise,
    /// The type.
    pub rust: String,
    /// The type's index in the program.
    pub index: usize,
}

/// What a schema is a part of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// The component of this name.
    Component(String),
    /// A request's or a response's body.
    Body,
    /// A parameter.
    Parameter,
    /// A header of a response.
    Header,
}

impl Part {
    /// What it is called, for machines.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Component(_) => "component",
            Self::Body => "body",
            Self::Parameter => "parameter",
            Self::Header => "header",
        }
    }
}

/// The subjects of every description.
pub fn subjects(inspection: Inspection) -> Vec<Described> {
    let apis = inspection.descriptions.iter();
    let is_library = apis.filter(|inspected| inspected.api.is_some()).count() == 1;
    let descriptions = inspection.descriptions.into_iter();
    let described = descriptions.filter_map(|inspected| describe(inspected, is_library));
    described.collect()
}

fn describe(inspected: Inspected, is_library: bool) -> Option<Described> {
    let (document, api) = (inspected.document?, inspected.api?);
    let mut described = Described {
        path: inspected.path,
        document: Arc::new(document),
        sources: inspected.findings.sources,
        interpretation: match inspected.reading {
            Reading::Lenient => Interpretation::Default,
            Reading::Strict => Interpretation::Strict,
        },
        asserts_formats: inspected.asserts_formats,
        formats: inspected.formats,
        subjects: Vec::new(),
        alike: Vec::new(),
        skipped: Vec::new(),
        left_out: api.skipped.len(),
        is_part: false,
    };
    let document = Arc::clone(&described.document);
    let spelling = Spelling {
        api: &api,
        is_library,
    };
    for component in &document.components.schemas {
        described.add(component, &spelling);
    }
    described.add_uses(&document, &spelling);
    described.tell_apart();
    Some(described)
}

/// Gives each subject the index of its type in the program, which is one for all descriptions, and
/// gives the types.
pub fn number(all: &mut [Described]) -> Vec<String> {
    let mut types = Vec::new();
    let mut indices = HashMap::new();
    for described in all {
        let subjects = described.subjects.iter_mut();
        for subject in subjects.chain(&mut described.alike) {
            let next = indices.len();
            subject.index = *indices.entry(subject.rust.clone()).or_insert(next);
            if subject.index == types.len() {
                types.push(subject.rust.clone());
            }
        }
    }
    types
}

impl Described {
    /// Adds the types of a component, or why there is none.
    fn add(&mut self, component: &NamedSchema, spelling: &Spelling<'_>) {
        let location = &self.document.schema(component.schema).location;
        let types = types(spelling.api, &component.name, location);
        if types.is_empty() {
            self.skip(
                component.name.clone(),
                component.schema,
                "no type is generated for it",
            );
        }
        for id in types {
            self.add_type(component, spelling, id);
        }
    }

    fn add_type(&mut self, component: &NamedSchema, spelling: &Spelling<'_>, id: TypeId) {
        let api = spelling.api;
        let (item, reference) = (api.item(id), TypeRef::Named(id));
        let (name, schema) = (name(&component.name, &item.origin), component.schema);
        if stands_for_others(self.document.schema(schema), &item.kind) {
            self.skip(name, schema, "its type is a union of what is made from it");
        } else if is_bytes(api.resolve(&reference)) {
            self.skip(name, schema, "its values are no JSON");
        } else {
            self.subjects.push(Subject {
                name,
                part: Part::Component(component.name.clone()),
                schema,
                direction: item.direction,
                promise: Promise::Everything,
                rust: used(item.nullable, spelling.path(id)),
                index: 0,
            });
        }
    }

    /// Adds what stands in operations, each type once: what is of one type is of one shape, and so
    /// are the schemas.
    fn add_uses(&mut self, document: &Document, spelling: &Spelling<'_>) {
        let judge = self.judge();
        let has_directions = document.in_direction(Direction::Request).is_some()
            || document.in_direction(Direction::Response).is_some();
        let known = self.subjects.iter();
        let known = known.map(|subject| (subject.rust.clone(), subject.direction, String::new()));
        let mut known: HashSet<(String, Option<Direction>, String)> = known.collect();
        for one in uses(document, spelling.api) {
            let Some(rust) = spelling.reference(one.reference) else {
                self.skip(one.name, one.schema, "its type is the user's own");
                continue;
            };
            let subject = Subject {
                direction: direction(spelling.api, &one).filter(|_| has_directions),
                rust: used_in(&one, rust, &judge),
                name: one.name,
                part: one.part,
                schema: one.schema,
                promise: one.promise,
                index: 0,
            };
            let key = (subject.rust.clone(), subject.direction, one.checks);
            if known.insert(key) {
                self.subjects.push(subject);
            } else {
                self.alike.push(subject);
            }
        }
    }

    fn skip(&mut self, name: String, schema: SchemaId, why: &str) {
        self.skipped.push((name, schema, why.to_owned()));
    }
}

/// The type of a use. That null is admitted, the type of a body says, and that of a parameter or a
/// header does not: no style writes it.
fn used_in(one: &Use<'_>, rust: String, judge: &Judge) -> String {
    match one.part {
        Part::Component(_) | Part::Body => rust,
        Part::Parameter | Part::Header => used(judge.is_valid(one.schema, &Value::Null), rust),
    }
}

/// Where the values of a use go. The type of a component says so itself.
fn direction(api: &Api, one: &Use<'_>) -> Option<Direction> {
    let TypeRef::Named(id) = one.reference else {
        return Some(one.direction);
    };
    let item = api.item(*id);
    let is_part = matches!(item.origin, TypeName::Part { .. });
    let is_of_none = is_part && item.direction.is_none();
    if is_of_none {
        Some(one.direction)
    } else {
        item.direction
    }
}

/// What a type of a component is called.
fn name(component: &str, origin: &TypeName) -> String {
    match origin {
        TypeName::Request { .. } => format!("{component} in requests"),
        TypeName::Base { .. } => format!("{component} itself"),
        TypeName::Component(_) | TypeName::Holder { .. } | TypeName::Part { .. } => {
            component.to_owned()
        }
    }
}

/// Whether the type of a base with a discriminator is a union of what is made from it, of which the
/// schema itself says nothing (OpenAPI 3.1.1 §4.8.25).
fn stands_for_others(schema: &Schema, kind: &TypeKind) -> bool {
    let has_alternatives = schema.alternatives().next().is_some();
    let is_union = matches!(kind, TypeKind::Union(_));
    schema.discriminator.is_some() && !has_alternatives && is_union
}

/// The types of a component that stands at `location`: its own, and that of what requests hold of it.
/// The schema of a component response may be called the same.
fn types(api: &Api, name: &str, location: &Location) -> Vec<TypeId> {
    let items = api.types.iter().enumerate();
    let of = items.filter(|(_, item)| match &item.origin {
        TypeName::Component(own) => own == name && item.location == *location,
        TypeName::Request { component, .. } | TypeName::Base { component, .. } => component == name,
        TypeName::Holder { .. } | TypeName::Part { .. } => false,
    });
    of.map(|(index, _)| TypeId(index)).collect()
}

/// Whether values of a type are bytes rather than JSON.
fn is_bytes(reference: &TypeRef) -> bool {
    match reference {
        TypeRef::Bytes | TypeRef::Stream => true,
        TypeRef::Named(_)
        | TypeRef::String
        | TypeRef::Boolean
        | TypeRef::Number(_)
        | TypeRef::Time(_)
        | TypeRef::Text(_)
        | TypeRef::File
        | TypeRef::Never
        | TypeRef::Json
        | TypeRef::JsonObject
        | TypeRef::Array(_)
        | TypeRef::Map(_)
        | TypeRef::Tuple(_)
        | TypeRef::Prefixed(_)
        | TypeRef::Nullable(_)
        | TypeRef::External(_)
        | TypeRef::Boxed(_) => false,
    }
}

/// The type where its schema is used: a schema that admits null is an `Option` there.
fn used(admits_null: bool, path: String) -> String {
    if admits_null && !path.starts_with("Option<") {
        format!("Option<{path}>")
    } else {
        path
    }
}
