//! What is tried: the component schemas, each with the type that was generated for it.

use std::sync::Arc;

use bindery_build::api::{Api, TypeId, TypeKind, TypeName, TypeRef};
use bindery_build::{Inspected, Inspection, Reading};
use bindery_contract::{Interpretation, Judge};
use bindery_openapi::document::{Direction, NamedSchema, Schema, SchemaId};
use bindery_openapi::{Document, Location, Sources};

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
    /// The schemas with a type.
    pub subjects: Vec<Subject>,
    /// The schemas without one, each with why.
    pub skipped: Vec<(String, SchemaId, String)>,
}

impl Described {
    /// What says which values are valid, in the reading in use.
    pub fn judge(&self) -> Judge {
        let judge = Judge::with_interpretation(self.document.clone(), self.interpretation);
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
    /// What it is called: after its component, with what part of it it is.
    pub name: String,
    /// The component's name.
    pub component: String,
    /// The schema.
    pub schema: SchemaId,
    /// Where its values go, where that makes a difference.
    pub direction: Option<Direction>,
    /// The type.
    pub rust: String,
    /// The type's index in the program.
    pub index: usize,
}

/// The subjects of every description.
pub fn subjects(inspection: Inspection) -> Vec<Described> {
    let apis = inspection.descriptions.iter();
    let is_library = apis.filter(|inspected| inspected.api.is_some()).count() == 1;
    let descriptions = inspection.descriptions.into_iter();
    let mut all: Vec<Described> = descriptions
        .filter_map(|inspected| describe(inspected, is_library))
        .collect();
    number(&mut all);
    all
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
        subjects: Vec::new(),
        skipped: Vec::new(),
    };
    let document = Arc::clone(&described.document);
    for component in &document.components.schemas {
        described.add(component, &api, is_library);
    }
    Some(described)
}

/// Gives each subject its index in the program, which is one for all descriptions.
fn number(all: &mut [Described]) {
    let subjects = all.iter_mut().flat_map(|described| &mut described.subjects);
    for (index, subject) in subjects.enumerate() {
        subject.index = index;
    }
}

impl Described {
    /// Adds the types of a component, or why there is none.
    fn add(&mut self, component: &NamedSchema, api: &Api, is_library: bool) {
        let location = &self.document.schema(component.schema).location;
        let types = types(api, &component.name, location);
        if types.is_empty() {
            self.skip(
                component.name.clone(),
                component.schema,
                "no type is generated for it",
            );
        }
        for id in types {
            self.add_type(component, api, id, is_library);
        }
    }

    fn add_type(&mut self, component: &NamedSchema, api: &Api, id: TypeId, is_library: bool) {
        let (item, reference) = (api.item(id), TypeRef::Named(id));
        let (name, schema) = (name(&component.name, &item.origin), component.schema);
        if stands_for_others(self.document.schema(schema), &item.kind) {
            self.skip(name, schema, "its type is a union of what is made from it");
        } else if is_bytes(api.resolve(&reference)) {
            self.skip(name, schema, "its values are no JSON");
        } else {
            self.subjects.push(Subject {
                name,
                component: component.name.clone(),
                schema,
                direction: item.direction,
                rust: used(api, id, path(api, id, is_library)),
                index: 0,
            });
        }
    }

    fn skip(&mut self, name: String, schema: SchemaId, why: &str) {
        self.skipped.push((name, schema, why.to_owned()));
    }
}

/// What a type of a component is called.
fn name(component: &str, origin: &TypeName) -> String {
    match origin {
        TypeName::Request { .. } => format!("{component} in requests"),
        TypeName::Base { .. } => format!("{component} itself"),
        TypeName::Component(_) | TypeName::Part { .. } => component.to_owned(),
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
        TypeName::Part { .. } => false,
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
        | TypeRef::File
        | TypeRef::Never
        | TypeRef::Json
        | TypeRef::JsonObject
        | TypeRef::Array(_)
        | TypeRef::Map(_)
        | TypeRef::Tuple(_)
        | TypeRef::Nullable(_)
        | TypeRef::External(_)
        | TypeRef::Boxed(_) => false,
    }
}

/// The path of a type.
fn path(api: &Api, id: TypeId, is_library: bool) -> String {
    let rust = &api.item(id).rust;
    if is_library {
        format!("types::types::{rust}")
    } else {
        format!("types::{}::types::{rust}", api.module.rust)
    }
}

/// The type where its schema is used: a schema that admits null is an `Option` there.
fn used(api: &Api, id: TypeId, path: String) -> String {
    if api.item(id).nullable {
        format!("Option<{path}>")
    } else {
        path
    }
}

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
        if !subjects.any(|subject| subject.component == *name) {
            return Err(format!("there is no type of a component schema `{name}`"));
        }
    }
    for described in all.iter_mut() {
        described.skipped.clear();
        let subjects = &mut described.subjects;
        subjects.retain(|subject| names.contains(&subject.component));
    }
    number(all);
    Ok(())
}
