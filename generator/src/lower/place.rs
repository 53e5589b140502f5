//! Where an inline schema stands, from which its type is named and filed.
//!
//! A schema written inside a component is named from its own pointer, whoever
//! meets it first; one inside an operation from the operation and its part in it.

use std::collections::HashMap;
use std::rc::Rc;

use bindery_openapi::document::SchemaId;
use bindery_openapi::{Document, FileId, Location, Pointer};

use super::Lowering;
use crate::api::{Api, Home, TypeId, TypeName, TypeRoot};

/// A place that a type can be named from. Few are, so that it is cheap to make.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// What it stands in.
    root: Root,
    /// The way to it, the last part first.
    parts: Option<Rc<Part>>,
}

#[derive(Clone, Debug)]
enum Root {
    /// A type, or an operation.
    Named(TypeRoot),
    /// Something with a name that is no schema and has no type yet.
    Unnamed(Rc<Unnamed>),
}

#[derive(Debug)]
struct Unnamed {
    name: String,
    kind: &'static str,
    location: Location,
}

#[derive(Debug)]
struct Part {
    text: Box<str>,
    before: Option<Rc<Part>>,
}

impl Place {
    /// The place of an operation.
    pub fn call(group: usize, call: usize) -> Self {
        Self::of(Root::Named(TypeRoot::Call { group, call }))
    }

    /// The place of a component's type.
    pub fn component(id: TypeId) -> Self {
        Self::of(Root::Named(TypeRoot::Type(id)))
    }

    fn of(root: Root) -> Self {
        Self { root, parts: None }
    }

    /// The place of a part of what stands here.
    pub fn part(&self, part: &str) -> Self {
        let part = Part {
            text: part.into(),
            before: self.parts.clone(),
        };
        Self {
            root: self.root.clone(),
            parts: Some(Rc::new(part)),
        }
    }

    /// The parts of the way to it, from the root on.
    fn parts(&self) -> Vec<String> {
        let all = std::iter::successors(self.parts.as_ref(), |part| part.before.as_ref());
        let mut parts: Vec<String> = all.map(|part| part.text.to_string()).collect();
        parts.reverse();
        parts
    }
}

/// The types of what holds inline schemas, by where it stands.
#[derive(Debug, Default)]
pub(super) struct Holders(HashMap<FileId, HashMap<Pointer, TypeId>>);

impl Holders {
    /// The type of what stands at a pointer.
    fn get(&self, file: FileId, pointer: &str) -> Option<TypeId> {
        self.0.get(&file)?.get(pointer).copied()
    }

    /// Adds the type of what stands at `location`, unless there is one.
    pub fn add(&mut self, location: &Location, id: TypeId) {
        let of_file = self.0.entry(location.file).or_default();
        of_file.entry(location.pointer.clone()).or_insert(id);
    }
}

/// The schemas by where they stand.
pub(super) type ByLocation<'d> = HashMap<(FileId, &'d str), SchemaId>;

fn by_location(document: &Document) -> ByLocation<'_> {
    let schemas = document.schemas.iter();
    schemas
        .map(|(id, schema)| {
            let location = &schema.location;
            ((location.file, location.pointer.as_str()), id)
        })
        .collect()
}

impl Lowering<'_> {
    /// The place of what satisfies all of `ids`: its own where it stands in a component, else `place`.
    pub(super) fn own_place(&self, ids: &[SchemaId], place: &Place) -> Place {
        match ids {
            [id] => self.place_by_pointer(*id).unwrap_or_else(|| place.clone()),
            _ => place.clone(),
        }
    }

    /// Adds the type of what stands at `place`, where the description has it at `location`.
    ///
    /// The schema of a response, say, that has a name is the type of that name.
    pub(super) fn declare_at(&mut self, place: &Place, location: &Location) -> TypeId {
        let root = match &place.root {
            Root::Named(root) => *root,
            Root::Unnamed(unnamed) => TypeRoot::Type(self.holder(unnamed, location)),
        };
        let parts = place.parts();
        let home = match root {
            TypeRoot::Type(id) if parts.is_empty() && self.vacant.remove(&id) => return id,
            TypeRoot::Type(id) => self.types[id.0].home,
            TypeRoot::Call { group, .. } => Home::Group(group),
        };
        self.declare(TypeName::Part { root, parts }, Some(home), location)
    }

    fn place_by_pointer(&self, id: SchemaId) -> Option<Place> {
        let schema = self.document.schema(id);
        if schema.is_copy {
            // What stands there already has the name of that place.
            return None;
        }
        let location = &schema.location;
        let tokens: Vec<_> = location.pointer.tokens().collect();
        let tokens: Vec<&str> = tokens.iter().map(AsRef::as_ref).collect();
        let (root, start) = self
            .holder_of(location, &tokens)
            .or_else(|| self.unnamed_holder_of(location, &tokens))?;
        let root = match root {
            Root::Named(TypeRoot::Type(root)) if self.deciding_direction(&[id]).is_some() => {
                Root::Named(TypeRoot::Type(self.directed_type(root)))
            }
            root => root,
        };
        let parts = self.parts_of(location, &tokens, start);
        let place = Place::of(root);
        Some(parts.iter().fold(place, |place, part| place.part(part)))
    }

    /// The type of the nearest thing with a name that holds what stands at
    /// `location`, and how many of the tokens lead to it. In the root file
    /// nothing with a name stands in another.
    fn holder_of(&self, location: &Location, tokens: &[&str]) -> Option<(Root, usize)> {
        let at = |length: usize| {
            let pointer = start_of(&location.pointer, length);
            let holder = self.holders.get(location.file, pointer)?;
            Some((Root::Named(TypeRoot::Type(holder)), length))
        };
        if location.file == self.document.location.file {
            return (0..=tokens.len()).find_map(at);
        }
        (0..=tokens.len()).rev().find_map(at)
    }

    /// What holds what stands at `location` and has a name, but is no schema: a component
    /// of the root file, or a part of another.
    fn unnamed_holder_of(&self, location: &Location, tokens: &[&str]) -> Option<(Root, usize)> {
        let parts = &self.document.components.parts;
        let length = match tokens {
            _ if location.file != self.document.location.file => {
                let is_part = |length: &usize| {
                    let place = place_at(location, *length);
                    parts
                        .binary_search_by(|part| part.location.cmp(&place))
                        .is_ok()
                };
                (0..=tokens.len()).rev().find(is_part)?
            }
            ["components", kind, _, ..] if *kind != "schemas" => 3,
            _ => return None,
        };
        let place = place_at(location, length);
        let part = parts.iter().find(|part| part.location == place);
        let name = match part {
            Some(part) => part.name.clone(),
            None => (*tokens.get(length.checked_sub(1)?)?).to_owned(),
        };
        let kind = tokens.get(length.saturating_sub(2)).copied();
        let unnamed = Unnamed {
            name,
            kind: kind_of(kind.unwrap_or_default()),
            location: place,
        };
        Some((Root::Unnamed(Rc::new(unnamed)), length))
    }

    /// The type of what has a name and is no schema, declared when the first type in it is, at `location`.
    fn holder(&mut self, unnamed: &Unnamed, location: &Location) -> TypeId {
        let Location { file, pointer } = &unnamed.location;
        if let Some(id) = self.holders.get(*file, pointer.as_str()) {
            return id;
        }
        let origin = TypeName::Holder {
            name: unnamed.name.clone(),
            kind: unnamed.kind,
        };
        let id = self.declare(origin, None, location);
        self.holders.add(&unnamed.location, id);
        self.vacant.insert(id);
        id
    }

    /// The parts a name is made of, from the tokens of a pointer below the component at `start`.
    fn parts_of(&self, location: &Location, tokens: &[&str], start: usize) -> Vec<String> {
        let mut parts = Vec::new();
        let mut at = start;
        while let Some(token) = tokens.get(at) {
            let next = tokens.get(at + 1).copied();
            match *token {
                "properties" => parts.extend(next.map(str::to_owned)),
                "items" => parts.push("Item".to_owned()),
                "prefixItems" => parts.extend(next.map(item_part)),
                "additionalProperties" => parts.push("Value".to_owned()),
                "oneOf" | "anyOf" => parts.push(self.variant_at(location, at + 1, next)),
                "allOf" | "content" | "schema" => {}
                other => parts.push(other.to_owned()),
            }
            let takes_two = matches!(
                *token,
                "properties" | "oneOf" | "anyOf" | "allOf" | "content" | "prefixItems"
            );
            at += if takes_two { 2 } else { 1 };
        }
        parts
    }

    /// The name of the variant at `index` of the union that the first `length` tokens lead to.
    fn variant_at(&self, location: &Location, length: usize, index: Option<&str>) -> String {
        let all = self.by_location.get_or_init(|| by_location(self.document));
        let around = start_of(&location.pointer, length.saturating_sub(1));
        let schema = all.get(&(location.file, around));
        let members = schema.map_or(&[][..], |schema| {
            let schema = self.document.schema(*schema);
            if start_of(&location.pointer, length).ends_with("/oneOf") {
                &schema.one_of
            } else {
                &schema.any_of
            }
        });
        let position = index.and_then(|index| index.parse().ok());
        let position: usize = position.unwrap_or_default();
        let names = self.variant_names(members);
        let name = names.get(position).cloned();
        name.unwrap_or_else(|| format!("Variant{}", position + 1))
    }
}

/// Notes of each type that is kept where those stand that it is kept for.
pub(super) fn note_places(api: &mut Api, kept: &[usize]) {
    for (index, kept) in kept.iter().enumerate() {
        let location = &api.types[index].location;
        if *kept != index && *location != api.types[*kept].location {
            let location = location.clone();
            api.types[*kept].also.push(location);
        }
    }
    for item in &mut api.types {
        item.also.sort();
        item.also.dedup();
    }
}

/// The part of a name that the item at `index` of a tuple is.
fn item_part(index: &str) -> String {
    let place = index.parse::<usize>().map_or(0, |index| index + 1);
    format!("Item{place}")
}

/// What the schema in something of `components` is of, by the field that holds that.
fn kind_of(field: &str) -> &'static str {
    match field {
        "responses" => "Response",
        "requestBodies" => "Body",
        "parameters" => "Parameter",
        "headers" => "Header",
        "callbacks" => "Callback",
        "pathItems" => "Path",
        _ => "Part",
    }
}

/// The place that the first `length` tokens of the location's pointer lead to.
fn place_at(location: &Location, length: usize) -> Location {
    Location {
        file: location.file,
        pointer: Pointer::parse(start_of(&location.pointer, length)),
    }
}

/// The text of the first `length` tokens of a pointer.
fn start_of(pointer: &Pointer, length: usize) -> &str {
    let pointer = pointer.as_str();
    let end = pointer.match_indices('/').nth(length);
    let end = end.map_or(pointer.len(), |(at, _)| at);
    pointer.get(..end).unwrap_or_default()
}
