//! Finds the identifiers of a file, wherever a schema may stand in it.
//!
//! In a description the tables of the specification say where that is. A file
//! that is a part of one may hold anything, and there every object may be a
//! schema. What stands in a value of the author's, such as an example, is no schema.

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::{Clash, OfFile};
use crate::node::Node;
use crate::specification::{self, Kind, Shape};
use crate::{FileId, Location, Pointer, uri};

/// The identifiers of the file that holds `value` and has the URI `uri`.
pub(super) fn search(file: FileId, value: &Value, uri: String) -> OfFile {
    let start = Node::start(&Location::start_of(file), value);
    let is_description = ["openapi", "swagger", "components", "paths"]
        .iter()
        .any(|key| value.get(key).is_some());
    let place = if is_description {
        Place::Known(&Shape::Object(Kind::Document))
    } else {
        Place::Unknown
    };
    let mut search = Search::default();
    let scope = Scope {
        pointer: Pointer::root(),
        uri: uri.clone(),
    };
    let own = start.text("$self").filter(|_| is_description);
    let scope = match own {
        Some(own) => search.open(&start, "$self", uri::resolve(&uri, own)),
        None => scope,
    };
    search.visit(&start, place, &scope);
    OfFile {
        uri,
        ..search.found
    }
}

/// What may stand at a place.
#[derive(Clone, Copy)]
enum Place {
    /// What the specification says.
    Known(&'static Shape),
    /// Anything, schemas among it.
    Unknown,
}

/// The resource that a place is in.
struct Scope {
    pointer: Pointer,
    uri: String,
}

#[derive(Default)]
struct Search {
    found: OfFile,
    /// Where each URI is stated.
    uris: HashMap<String, Location>,
    /// Where each anchor of each resource is stated.
    anchors: HashMap<(Pointer, String), Location>,
}

impl Search {
    fn visit(&mut self, node: &Node<'_, '_>, place: Place, scope: &Scope) {
        match node.value {
            Value::Object(object) => {
                let own = place
                    .may_be_schema()
                    .then(|| self.identify(node, object, scope));
                let scope = own.as_ref().and_then(Option::as_ref).unwrap_or(scope);
                for (key, value) in object {
                    if (value.is_object() || value.is_array())
                        && let Some(below) = place.member(key)
                    {
                        self.visit(&node.member(key, value), below, scope);
                    }
                }
            }
            Value::Array(_) => {
                let Some(below) = place.item() else {
                    return;
                };
                for item in node.items() {
                    self.visit(&item, below, scope);
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    /// Notes what the object is called, and gives the resource that it begins.
    fn identify(
        &mut self,
        node: &Node<'_, '_>,
        object: &Map<String, Value>,
        scope: &Scope,
    ) -> Option<Scope> {
        let text = |key: &str| object.get(key).and_then(Value::as_str);
        let id = text("$id").filter(|id| !id.is_empty());
        // Before 2019-09 an `$id` that was only a fragment was an anchor
        // (JSON Schema draft-07 core §8.2.3).
        let old_anchor = id.and_then(|id| id.strip_prefix('#'));
        let own = id
            .filter(|_| old_anchor.is_none())
            .map(|id| self.open(node, "$id", uri::resolve(&scope.uri, id)));
        let scope = own.as_ref().unwrap_or(scope);
        if let Some(name) = text("$dynamicAnchor").filter(|name| !name.is_empty()) {
            let pointer = node.location().pointer;
            self.found.dynamic.push((name.to_owned(), pointer));
        }
        let anchors = [
            ("$id", old_anchor),
            ("$anchor", text("$anchor")),
            ("$dynamicAnchor", text("$dynamicAnchor")),
        ];
        for (key, name) in anchors {
            if let Some(name) = name.filter(|name| !name.is_empty()) {
                self.anchor(node, key, name, scope);
            }
        }
        own
    }

    fn open(&mut self, node: &Node<'_, '_>, key: &str, uri: String) -> Scope {
        let location = node.location();
        let place = location.key(key);
        let pointer = location.pointer;
        if let Some(first) = self.uris.get(&uri) {
            self.clash(&uri, true, first.clone(), place);
        } else {
            self.uris.insert(uri.clone(), place);
            self.found.uris.insert(uri.clone(), pointer.clone());
        }
        self.found.resources.insert(pointer.clone(), uri.clone());
        Scope { pointer, uri }
    }

    fn anchor(&mut self, node: &Node<'_, '_>, key: &str, name: &str, scope: &Scope) {
        let location = node.location();
        let of_resource = self.found.anchors.entry(scope.pointer.clone()).or_default();
        let known = of_resource
            .entry(name.to_owned())
            .or_insert_with(|| location.pointer.clone());
        let is_other = *known != location.pointer;
        let place = location.key(key);
        let stated = (scope.pointer.clone(), name.to_owned());
        let first = self.anchors.entry(stated).or_insert_with(|| place.clone());
        if is_other {
            let first = first.clone();
            self.clash(name, false, first, place);
        }
    }

    fn clash(&mut self, name: &str, is_uri: bool, first: Location, second: Location) {
        self.found.clashes.push(Clash {
            name: name.to_owned(),
            is_uri,
            first,
            second,
        });
    }
}

impl Place {
    fn may_be_schema(self) -> bool {
        match self {
            Self::Known(shape) => shape.kind() == Some(Kind::Schema),
            Self::Unknown => true,
        }
    }

    /// The place below the key; none where no schema stands there.
    fn member(self, key: &str) -> Option<Self> {
        let shape = match self {
            Self::Known(shape) => match specification::shape_below(shape, key) {
                Some(below) => Some(below),
                None if shape.kind().is_none() => return None,
                None => None,
            },
            Self::Unknown => [Kind::Schema, Kind::Components]
                .into_iter()
                .find_map(|kind| {
                    let mut fields = specification::fields(kind).iter();
                    fields.find(|field| field.name == key)
                })
                .map(|field| &field.shape),
        };
        match shape {
            Some(Shape::Any) => None,
            Some(shape) => Some(Self::Known(shape)),
            None if key.starts_with("x-") => None,
            None => Some(Self::Unknown),
        }
    }

    /// The place of each item.
    fn item(self) -> Option<Self> {
        match self {
            Self::Unknown => Some(Self::Unknown),
            Self::Known(Shape::SchemaOrSchemas) => {
                Some(Self::Known(&Shape::Reusable(Kind::Schema)))
            }
            // What a part's file lists may be what a description has names for.
            Self::Known(Shape::List(below) | Shape::Map(below)) => {
                Some(Self::Known(below)).filter(|_| !matches!(below, Shape::Any))
            }
            Self::Known(_) => None,
        }
    }
}
