//! What is tried: the component schemas, each with the type that was generated for it.

use std::sync::Arc;

use bindery_build::api::{Api, TypeId, TypeName, TypeRef};
use bindery_build::{Inspection, Reading};
use bindery_contract::Interpretation;
use bindery_openapi::document::SchemaId;
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
    /// The schemas with a type.
    pub subjects: Vec<Subject>,
    /// The schemas without one, each with why.
    pub skipped: Vec<(String, SchemaId, String)>,
}

/// A schema and its type.
#[derive(Clone, Debug)]
pub struct Subject {
    /// The component's name.
    pub name: String,
    /// The schema.
    pub schema: SchemaId,
    /// The path of the type, below the crate of the types.
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
            subjects: Vec::new(),
            skipped: Vec::new(),
        };
        let document = Arc::clone(&described.document);
        for component in &document.components.schemas {
            let (name, schema) = (component.name.clone(), component.schema);
            match path(&api, &name, is_library) {
                Ok(rust) => {
                    described.subjects.push(Subject {
                        name,
                        schema,
                        rust,
                        index,
                    });
                    index += 1;
                }
                Err(why) => described.skipped.push((name, schema, why)),
            }
        }
        all.push(described);
    }
    all
}

/// The path of a component's type below the crate of the types.
fn path(api: &Api, component: &str, is_library: bool) -> Result<String, String> {
    let origin = TypeName::Component(component.to_owned());
    let found = api.types.iter().position(|item| item.origin == origin);
    let id = TypeId(found.ok_or("no type is generated for it")?);
    match api.resolve(&TypeRef::Named(id)) {
        TypeRef::Bytes | TypeRef::Stream => return Err("its values are no JSON".to_owned()),
        _ => {}
    }
    let rust = &api.item(id).rust;
    Ok(if is_library {
        format!("types::{rust}")
    } else {
        format!("{}::types::{rust}", api.module.rust)
    })
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
