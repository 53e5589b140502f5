//! Parts of a description as the types of `openapiv3`.
//!
//! A part is read by its outline: schemas are left empty, and what is taken
//! from the value itself or not lifted at all is left out. So reading never
//! recurses into schemas, however deep they are nested.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use serde_path_to_error::Segment;

use super::Lift;
use crate::files::Files;
use crate::node::Node;
use crate::reference;
use crate::specification::{self, Kind, Shape};
use crate::{Diagnostic, Location, codes};

impl Lift<'_, '_> {
    /// Reads the object of the kind at `node`, or reports where it could not be read.
    pub(super) fn read<T: DeserializeOwned>(
        &mut self,
        node: &Node<'_, '_>,
        kind: Kind,
    ) -> Option<T> {
        self.read_shape(node, &Shape::Object(kind))
    }

    /// Reads the list at `node` of objects of the kind, or of references to them.
    pub(super) fn read_list<T: DeserializeOwned>(
        &mut self,
        node: &Node<'_, '_>,
        items: &'static Shape,
    ) -> Option<Vec<T>> {
        self.read_shape(node, &Shape::List(items))
    }

    fn read_shape<T: DeserializeOwned>(&mut self, node: &Node<'_, '_>, shape: &Shape) -> Option<T> {
        let outline = Outline {
            files: self.files,
            base: node.location(),
        };
        match serde_path_to_error::deserialize(outline.of(node.value, shape)) {
            Ok(part) => Some(part),
            Err(error) => {
                self.report.push(unreadable(node.location(), &error));
                None
            }
        }
    }
}

/// The part of a value that is read by type.
struct Outline<'v> {
    files: &'v Files,
    /// The place that relative references start from.
    base: Location,
}

impl Outline<'_> {
    fn of(&self, value: &Value, shape: &Shape) -> Value {
        if let Some(reference) = reference::misplaced(shape, value) {
            return self.of_target(reference, shape);
        }
        match (shape, value) {
            // What is below is read one at a time; here it only has to be there.
            (Shape::Object(Kind::Responses), _) => Value::Object(Map::new()),
            (Shape::Object(kind), Value::Object(object)) => self.of_object(object, *kind),
            (Shape::BooleanOrSchema, Value::Object(_)) => Value::Object(Map::new()),
            (Shape::List(below), Value::Array(items)) => {
                items.iter().map(|item| self.of(item, below)).collect()
            }
            (Shape::Map(below), Value::Object(members)) => members
                .iter()
                .map(|(key, value)| (key.clone(), self.of(value, below)))
                .collect(),
            _ => value.clone(),
        }
    }

    fn of_target(&self, reference: &str, shape: &Shape) -> Value {
        let Some(found) = reference::follow(self.files, &self.base, reference) else {
            return Value::Object(Map::new());
        };
        let target = Outline {
            files: self.files,
            base: found.location,
        };
        target.of(found.value, shape)
    }

    fn of_object(&self, object: &Map<String, Value>, kind: Kind) -> Value {
        object
            .iter()
            .filter_map(|(key, value)| {
                let shape = specification::shape_below(&Shape::Object(kind), key)?;
                is_read(shape, value).then(|| (key.clone(), self.of(value, shape)))
            })
            .collect()
    }
}

/// Whether the place is read by type.
fn is_read(shape: &Shape, value: &Value) -> bool {
    match shape {
        Shape::Any
        | Shape::Reusable(_)
        | Shape::SchemaOrSchemas
        | Shape::Dependency
        | Shape::ExclusiveBound => false,
        // A list of them is 3.1's, and taken from the value.
        Shape::Types => value.is_string(),
        Shape::Object(kind) => !matches!(kind, Kind::ExternalDocs | Kind::Xml),
        Shape::List(below) | Shape::Map(below) => is_read(below, value),
        Shape::Text
        | Shape::Boolean
        | Shape::Number
        | Shape::Count
        | Shape::Word(_)
        | Shape::BooleanOrSchema => true,
    }
}

fn unreadable(
    start: Location,
    error: &serde_path_to_error::Error<serde_json::Error>,
) -> Diagnostic {
    let location = error
        .path()
        .iter()
        .fold(start, |location, segment| match segment {
            Segment::Seq { index } => location.index(*index),
            Segment::Map { key } => location.key(key),
            Segment::Enum { .. } | Segment::Unknown => location,
        });
    let message = format!("cannot be read: {}", error.inner());
    Diagnostic::error(codes::UNREADABLE, location, message)
}
