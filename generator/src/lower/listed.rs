//! A `oneOf` or `anyOf` whose members each list values and say nothing else: an `enum` that says something of its
//! values.
//!
//! In OpenAPI 3.1 that is how values have titles and descriptions: `oneOf: [{const: 1, title: Low}, …]`.

use std::collections::HashSet;

use bindery_openapi::Document;
use bindery_openapi::document::{JsonType, Schema, SchemaId};
use bindery_openapi::json::canonical;
use serde_json::Value;

use super::Lowering;
use super::alternatives::UnionView;
use super::view::View;
use crate::api::{Property, TypeId};
use crate::name::words;

static NULL: Value = Value::Null;

/// The longest title that makes a name.
const MAX_TITLE: usize = 40;

/// What is said of one value of a list.
pub(super) struct Said<'d> {
    /// `title`, where it can be a name.
    pub name: Option<&'d str>,
    /// `title` where it is no name, and `description`.
    pub docs: Option<String>,
}

impl<'d> UnionView<'d> {
    /// The values that the members list; nothing where one says anything else, and where a value of a `oneOf` is listed
    /// twice and so admitted by none.
    pub(super) fn listed_values(&self, document: &'d Document) -> Option<Vec<&'d Value>> {
        let mut values = Vec::new();
        for member in self.members {
            values.extend(values_alone(document.schema(*member))?);
        }
        let mut seen = HashSet::new();
        let is_once = |value: &&Value| seen.insert(canonical(value));
        (!self.exactly_one || values.iter().all(is_once)).then_some(values)
    }
}

/// The values that a schema lists, where it says nothing else of them.
fn values_alone(schema: &Schema) -> Option<Vec<&Value>> {
    let says_more = schema.never
        || schema.reference.is_some()
        || schema.format.is_some()
        || schema.number.is_some()
        || schema.string.is_some()
        || schema.array.is_some()
        || schema.object.is_some()
        || schema.not.is_some()
        || schema.condition.is_some()
        || !schema.all_of.is_empty()
        || schema.alternatives().next().is_some();
    if says_more {
        return None;
    }
    let values: Vec<&Value> = match (&schema.constant, &schema.enumeration) {
        (Some(value), None) => vec![value],
        (None, Some(values)) if !values.is_empty() => values.iter().collect(),
        (None, None) if schema.types.iter().eq([JsonType::Null]) => vec![&NULL],
        (Some(_), Some(_)) | (None, Some(_) | None) => return None,
    };
    let is_admitted = |value: &&Value| {
        let mut types = schema.types.iter();
        schema.types.is_empty() || types.any(|json_type| json_type.admits(value))
    };
    values.iter().all(is_admitted).then_some(values)
}

impl<'d> Lowering<'d> {
    /// What members of a union say of the only value that they list. Titles are names where each value has its own.
    pub(super) fn said_of_values(&self, view: &View<'d>) -> Vec<(&'d Value, Said<'d>)> {
        let members = view.listed.iter().flat_map(|members| members.iter());
        let schemas = members.map(|member| self.document.schema(*member));
        let schemas: Vec<&Schema> = schemas.collect();
        let mut titles = HashSet::new();
        let are_names = schemas.iter().all(|schema| {
            let title = schema.title.as_deref().unwrap_or_default();
            let words = words(title).concat();
            title.len() <= MAX_TITLE && (words.is_empty() || titles.insert(words))
        });
        let mut said = Vec::new();
        for schema in schemas {
            if let Some([value]) = values_alone(schema).as_deref() {
                said.push((*value, said_of(schema, are_names)));
            }
        }
        said
    }

    /// Adds what is said of its values to the documentation of a type that is no `enum` of Rust's.
    pub(super) fn document_values(&mut self, id: TypeId, view: &View<'d>) {
        let docs = self.docs_of_values(view);
        add(&mut self.types[id.0].docs, docs);
    }

    /// Adds what is said of its values to the documentation of a property whose type has no name.
    pub(super) fn document_property(&self, property: &mut Property, schemas: &[SchemaId]) {
        let mut own = schemas.iter().map(|id| self.document.schema(*id));
        let may_list = own.any(|schema| schema.alternatives().next().is_some());
        if may_list && property.shape.reference.named().is_empty() {
            let view = View::of(self.document, self.reading, schemas);
            add(&mut property.docs, self.docs_of_values(&view));
        }
    }

    /// What is said of the values of a type that is no `enum` of Rust's: a line for each.
    fn docs_of_values(&self, view: &View<'d>) -> Option<String> {
        let mut lines = Vec::new();
        for (value, said) in self.said_of_values(view) {
            let name = said.name.map(|name| format!(" ({name})"));
            let docs = said
                .docs
                .map(|docs| format!(": {}", docs.replace('\n', " ")));
            let texts = [name, docs].into_iter().flatten().collect::<String>();
            if !texts.is_empty() {
                lines.push(format!("- `{value}`{texts}"));
            }
        }
        (!lines.is_empty()).then(|| lines.join("\n"))
    }
}

fn add(docs: &mut Option<String>, more: Option<String>) {
    let all = docs.take().into_iter().chain(more);
    *docs = all.reduce(|said, more| format!("{said}\n\n{more}"));
}

fn said_of(schema: &Schema, are_names: bool) -> Said<'_> {
    let title = schema.title.as_deref();
    let name = title.filter(|title| are_names && !words(title).is_empty());
    let title = title.filter(|_| name.is_none());
    let texts = [title, schema.description.as_deref()];
    let mut texts: Vec<&str> = texts.into_iter().flatten().collect();
    if schema.deprecated {
        texts.push("Deprecated.");
    }
    Said {
        name,
        docs: (!texts.is_empty()).then(|| texts.join("\n\n")),
    }
}
