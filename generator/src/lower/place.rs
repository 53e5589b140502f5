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

    /// Adds the type of what stands at `place`, where the description has it at `location`.
    ///
    /// The schema of a response, say, that has a name is the type of that name.
    pub(super) fn declare_at(&mut self, place: &Place, location: &Location) -> TypeId {
        let home = match place.root {
            TypeRoot::Type(id) if place.parts.is_empty() && self.vacant.remove(&id) => return id,
            TypeRoot::Type(id) => self.types[id.0].home,
            TypeRoot::Call { group, .. } => Home::Group(group),
        };
        let origin = TypeName::Part {
            root: place.root,
            parts: place.parts.clone(),
        };
        self.declare(origin, Some(home), location)
    }

    fn place_by_pointer(&mut self, id: SchemaId) -> Option<Place> {
        let location = self.document.schema(id).location.clone();
        let tokens: Vec<String> = location.pointer.tokens().collect();
        let (root, start) = self
            .holder_of(&location, &tokens)
            .or_else(|| self.declare_holder(&location, &tokens))?;
        let parts = self.parts_of(&location, &tokens, start);
        Some(Place {
            root: TypeRoot::Type(root),
            parts,
        })
    }

    /// The type of the nearest thing with a name that holds what stands at
    /// `location`, and how many of the tokens lead to it. In the root file
    /// nothing with a name stands in another.
    fn holder_of(&self, location: &Location, tokens: &[String]) -> Option<(TypeId, usize)> {
        let at = |length: usize| {
            let holder = self.holders.get(&place_at(location, length))?;
            Some((*holder, length))
        };
        if location.file == self.document.location.file {
            return (0..=tokens.len()).find_map(at);
        }
        (0..=tokens.len()).rev().find_map(at)
    }

    /// A name for what holds what stands at `location` and is no schema: a component
    /// of the root file, or a part of another.
    fn declare_holder(
        &mut self,
        location: &Location,
        tokens: &[String],
    ) -> Option<(TypeId, usize)> {
        let length = match tokens {
            _ if location.file != self.document.location.file => {
                let parts = &self.document.components.parts;
                let is_part = |length: &usize| {
                    let place = place_at(location, *length);
                    parts
                        .binary_search_by(|part| part.location.cmp(&place))
                        .is_ok()
                };
                (0..=tokens.len()).rev().find(is_part)?
            }
            [components, kind, _, ..] if components == "components" && kind != "schemas" => 3,
            _ => return None,
        };
        let place = place_at(location, length);
        let parts = &self.document.components.parts;
        let part = parts.iter().find(|part| part.location == place);
        let name = match part {
            Some(part) => part.name.clone(),
            None => tokens.get(length.checked_sub(1)?)?.clone(),
        };
        let id = self.declare(TypeName::Component(name), None, location);
        self.holders.insert(place, id);
        self.vacant.insert(id);
        Some((id, length))
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
        let union = place_at(location, tokens.len());
        let place = Location {
            pointer: union.pointer.key(index),
            ..union
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

/// The place that the first `length` tokens of the location's pointer lead to.
fn place_at(location: &Location, length: usize) -> Location {
    let pointer = location.pointer.as_str();
    let end = pointer.match_indices('/').nth(length);
    let end = end.map_or(pointer.len(), |(at, _)| at);
    Location {
        file: location.file,
        pointer: Pointer::parse(pointer.get(..end).unwrap_or_default()),
    }
}
