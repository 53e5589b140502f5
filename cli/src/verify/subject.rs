//! What is tried: the component schemas, each with the type that was generated for it.

use std::sync::Arc;

use bindery_build::api::{Api, TypeId, TypeKind, TypeName, TypeRef};
use bindery_build::{Inspection, Reading};
use bindery_contract::{Interpretation, Judge};
use bindery_openapi::document::{Direction, Schema, SchemaId};
use bindery_openapi::{Document, Sources};

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
    /// The component's name.
    pub name: String,
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
    let mut index = 0;
    let mut all = Vec::new();
    for inspected in inspection.descriptions {
        let (Some(document), Some(api)) = (inspected.document, inspected.api) else {
            continue;
        };
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
            let (name, schema) = (&component.name, component.schema);
            let types = types(&api, name);
            if types.is_empty() {
                let why = "no type is generated for it".to_owned();
                described.skipped.push((name.clone(), schema, why));
            }
            for id in types {
                let item = api.item(id);
                let name = match &item.origin {
                    TypeName::Request { .. } => format!("{name} in requests"),
                    TypeName::Base { .. } => format!("{name} itself"),
                    TypeName::Component(_) | TypeName::Part { .. } => name.clone(),
                };
                if stands_for_others(document.schema(schema), &item.kind) {
                    let why = "its type is a union of what is made from it".to_owned();
                    described.skipped.push((name, schema, why));
                    continue;
                }
                match path(&api, id, is_library) {
                    Ok(rust) => {
                        described.subjects.push(Subject {
                            name,
                            schema,
                            direction: item.direction,
                            rust: used(&api, id, rust),
                            index,
                        });
                        index += 1;
                    }
                    Err(why) => described.skipped.push((name, schema, why)),
                }
            }
        }
        all.push(described);
    }
    all
}

/// Whether the type of a base with a discriminator is a union of what is made from it, of which the
/// schema itself says nothing (OpenAPI 3.1.1 §4.8.25).
fn stands_for_others(schema: &Schema, kind: &TypeKind) -> bool {
    let has_alternatives = schema.alternatives().next().is_some();
    let is_union = matches!(kind, TypeKind::Union(_));
    schema.discriminator.is_some() && !has_alternatives && is_union
}

/// The types of a component: its own, and that of what requests hold of it.
fn types(api: &Api, name: &str) -> Vec<TypeId> {
    let items = api.types.iter().enumerate();
    let of = items.filter(|(_, item)| match &item.origin {
        TypeName::Component(own) => own == name,
        TypeName::Request { component, .. } | TypeName::Base { component, .. } => component == name,
        TypeName::Part { .. } => false,
    });
    of.map(|(index, _)| TypeId(index)).collect()
}

/// The path of a type.
fn path(api: &Api, id: TypeId, is_library: bool) -> Result<String, String> {
    match api.resolve(&TypeRef::Named(id)) {
        TypeRef::Bytes | TypeRef::Stream => return Err("its values are no JSON".to_owned()),
        _ => {}
    }
    let item = api.item(id);
    let rust = &item.rust;
    Ok(if is_library {
        format!("types::types::{rust}")
    } else {
        format!("types::{}::types::{rust}", api.module.rust)
    })
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
        if !subjects.any(|subject| subject.name == *name) {
            return Err(format!("there is no type of a component schema `{name}`"));
        }
    }
    let mut index = 0;
    for described in all {
        described.skipped.clear();
        described
            .subjects
            .retain(|subject| names.contains(&subject.name));
        for subject in &mut described.subjects {
            subject.index = index;
            index += 1;
        }
    }
    Ok(())
}
