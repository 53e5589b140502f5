//! Values of a discriminator that are not names of definitions.
//!
//! In 2.0 a discriminator's value is the name of a definition that has the
//! schema in its `allOf` (Swagger 2.0, Schema Object, `discriminator`). Tools
//! let a definition say another value, in an extension: a mapping of 3.0.

use std::borrow::Cow;
use std::collections::HashSet;

use serde_json::{Map, Value};

use crate::Pointer;

const VALUES: [&str; 2] = ["x-ms-discriminator-value", "x-discriminator-value"];
const SCHEMAS: &str = "#/components/schemas/";

/// Adds to each discriminator the values that the definitions below it state.
pub(super) fn add_mappings(document: &mut Value) {
    let schemas = document.pointer_mut("/components/schemas");
    let Some(schemas) = schemas.and_then(Value::as_object_mut) else {
        return;
    };
    for (base, value, reference) in mappings(schemas) {
        let discriminator = schemas
            .get_mut(&base)
            .and_then(|schema| schema.get_mut("discriminator"))
            .and_then(Value::as_object_mut);
        let mapping = discriminator.map(|discriminator| {
            discriminator
                .entry("mapping")
                .or_insert_with(|| Map::new().into())
        });
        if let Some(Value::Object(mapping)) = mapping {
            mapping.entry(value).or_insert_with(|| reference.into());
        }
    }
}

/// For each value the schema with the discriminator, the value, and the reference it stands for.
fn mappings(schemas: &Map<String, Value>) -> Vec<(String, String, String)> {
    let mut mappings = Vec::new();
    for (name, schema) in schemas {
        let value = VALUES
            .iter()
            .find_map(|key| schema.get(*key).and_then(Value::as_str));
        let Some(value) = value else {
            continue;
        };
        for base in bases(schemas, name) {
            let mut reference = SCHEMAS.trim_end_matches('/').to_owned();
            Pointer::push_token(&mut reference, &name.replace('%', "%25"));
            mappings.push((base, value.to_owned(), reference));
        }
    }
    mappings
}

/// The schemas with a discriminator among this one and those that it extends.
fn bases(schemas: &Map<String, Value>, name: &str) -> Vec<String> {
    let mut seen = HashSet::new();
    let mut pending = vec![name.to_owned()];
    let mut bases = Vec::new();
    while let Some(name) = pending.pop() {
        let Some(schema) = schemas.get(&name) else {
            continue;
        };
        let members = schema.get("allOf").and_then(Value::as_array);
        let names = members
            .into_iter()
            .flatten()
            .filter_map(|member| member.get("$ref")?.as_str()?.strip_prefix(SCHEMAS))
            .filter_map(|name| {
                let pointer = Pointer::parse(&format!("/{name}"));
                pointer.tokens().next().map(Cow::into_owned)
            });
        pending.extend(names.filter(|name| seen.insert(name.clone())));
        if schema.get("discriminator").is_some_and(Value::is_object) {
            bases.push(name);
        }
    }
    bases
}
