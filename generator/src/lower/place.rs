//! Where an inline schema stands, from which its type is named and filed.
//!
//! A schema written inside a component is named from its own pointer, whoever
//! meets it first; one inside an operation from the operation and its part in it.

use bindery_openapi::document::SchemaId;
use bindery_openapi::{Location, Pointer};

use super::Lowering;
use crate::api::{Home, TypeId, TypeName, TypeRoot};

/// A place that a type can be named from.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// What it stands in.
    pub root: TypeRoot,
    /// The way to it.
    pub parts: Vec<String>,
}

impl Place {
    /// The place of an operation.
    pub fn call(group: usize, call: usize) -> Self {
        Self {
            root: TypeRoot::Call { group, call },
            parts: Vec::new(),
        }
    }

    /// The place of a component's type.
    pub fn component(id: TypeId) -> Self {
        Self {
            root: TypeRoot::Type(id),
            parts: Vec::new(),
        }
    }

    /// The place of a part of what stands here.
    pub fn part(&self, part: &str) -> Self {
        let mut place = self.clone();
        place.parts.push(part.to_owned());
        place
    }
}

impl Lowering<'_> {
    /// The place of what satisfies all of `ids`: its own where it stands in a component, else `place`.
    pub(super) fn own_place(&mut self, ids: &[SchemaId], place: &Place) -> Place {
        match ids {
            [id] => self.place_by_pointer(*id).unwrap_or_else(|| place.clone()),
            _ => place.clone(),
        }
    }

    /// The origin and home of a type at `place`.
    pub(super) fn origin_and_home(&self, place: &Place) -> (TypeName, Home) {
        let home = match place.root {
            TypeRoot::Type(id) => self.types[id.0].home,
            TypeRoot::Call { group, .. } => Home::Group(group),
        };
        (
            TypeName::Part {
                root: place.root,
                parts: place.parts.clone(),
            },
            home,
        )
    }

    fn place_by_pointer(&mut self, id: SchemaId) -> Option<Place> {
        let location = self.document.schema(id).location.clone();
        let tokens: Vec<String> = location.pointer.tokens().collect();
        let [components, kind, name, rest @ ..] = tokens.as_slice() else {
            return None;
        };
        if components != "components" {
            return None;
        }
        let root = self.component_root(kind, name, &location)?;
        let parts = self.parts_of(&location, &tokens, tokens.len() - rest.len());
        Some(Place {
            root: TypeRoot::Type(root),
            parts,
        })
    }

    fn component_root(&mut self, kind: &str, name: &str, location: &Location) -> Option<TypeId> {
        let key = format!("{kind}/{name}");
        if let Some(id) = self.holders.get(&key) {
            return Some(*id);
        }
        if kind == "schemas" {
            return None;
        }
        let id = self.declare(TypeName::Component(name.to_owned()), None, location);
        self.holders.insert(key, id);
        Some(id)
    }

    /// The parts a name is made of, from the tokens of a pointer below the component at `start`.
    fn parts_of(&self, location: &Location, tokens: &[String], start: usize) -> Vec<String> {
        let mut parts = Vec::new();
        let mut at = start;
        while let Some(token) = tokens.get(at) {
            let next = tokens.get(at + 1);
            match token.as_str() {
                "properties" => parts.extend(next.cloned()),
                "items" => parts.push("Item".to_owned()),
                "additionalProperties" => parts.push("Value".to_owned()),
                "oneOf" | "anyOf" => parts.push(self.variant_at(location, &tokens[..=at], next)),
                "allOf" | "content" | "schema" => {}
                other => parts.push(other.to_owned()),
            }
            let takes_two = matches!(
                token.as_str(),
                "properties" | "oneOf" | "anyOf" | "allOf" | "content"
            );
            at += if takes_two { 2 } else { 1 };
        }
        parts
    }

    /// The name of the variant at `index` of the union that `tokens` lead to.
    fn variant_at(&self, location: &Location, tokens: &[String], index: Option<&String>) -> String {
        let index = index.map_or("", String::as_str);
        let pointer = tokens
            .iter()
            .fold(Pointer::root(), |pointer, token| pointer.key(token));
        let place = Location {
            file: location.file,
            pointer: pointer.key(index),
        };
        let position = index.parse().unwrap_or_default();
        match self.schema_at(&place) {
            Some(member) => self.variant_name(member, position),
            None => format!("Variant{}", position + 1),
        }
    }

    fn schema_at(&self, location: &Location) -> Option<SchemaId> {
        let by_location = self.by_location.get_or_init(|| {
            let schemas = self.document.schemas.iter();
            schemas
                .map(|(id, schema)| (schema.location.clone(), id))
                .collect()
        });
        by_location.get(location).copied()
    }
}
