//! Parts of a description as the types of `openapiv3`.
//!
//! A part is read by its outline: schemas are left empty, and what is taken
//! from the value itself or not lifted at all is left out. So reading never
//! recurses into schemas, however deep they are nested.

use serde::de::value::{BorrowedStrDeserializer, MapDeserializer, SeqDeserializer};
use serde::de::{DeserializeOwned, Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::Value;
use serde_path_to_error::Segment;

use super::Lift;
use crate::files::Files;
use crate::node::Node;
use crate::reference;
use crate::specification::{self, Kind, Shape};
use crate::{Diagnostic, Location, codes};

impl<'v> Lift<'v, '_> {
    /// Reads the object of the kind at `node`, or reports where it could not be read.
    pub(super) fn read<T: DeserializeOwned>(
        &mut self,
        node: &Node<'_, 'v>,
        kind: Kind,
    ) -> Option<T> {
        self.read_shape(node, &Shape::Object(kind))
    }

    /// Reads the list at `node` of objects of the kind, or of references to them.
    pub(super) fn read_list<T: DeserializeOwned>(
        &mut self,
        node: &Node<'_, 'v>,
        items: &'static Shape,
    ) -> Option<Vec<T>> {
        self.read_shape(node, &Shape::List(items))
    }

    fn read_shape<T: DeserializeOwned>(&mut self, node: &Node<'_, 'v>, shape: &Shape) -> Option<T> {
        let outline = Outline {
            files: self.files,
            base: node.location(),
            shape: *shape,
            value: node.value,
        };
        // Only what cannot be read is read once more, to find where.
        if let Ok(part) = T::deserialize(outline.clone()) {
            return Some(part);
        }
        match serde_path_to_error::deserialize(outline) {
            Ok(part) => Some(part),
            Err(error) => {
                self.report.push(unreadable(node.location(), &error));
                None
            }
        }
    }
}

/// The part of a value that is read by type, as what serde reads from: nothing is copied.
#[derive(Clone)]
struct Outline<'v> {
    files: &'v Files,
    /// The place that relative references start from.
    base: Location,
    shape: Shape,
    value: &'v Value,
}

impl<'v> Outline<'v> {
    fn below(&self, shape: Shape, value: &'v Value) -> Self {
        Self {
            shape,
            value,
            ..self.clone()
        }
    }

    /// The outline of what a reference names that stands here though none may.
    fn of_target(self, reference: &str) -> Option<Self> {
        let found = reference::follow(self.files, &self.base, reference)?;
        Some(Self {
            base: found.location,
            value: found.value,
            ..self
        })
    }

    fn members<'o, V: Visitor<'v>>(
        &'o self,
        members: impl Iterator<Item = (&'v String, Shape, &'v Value)> + 'o,
        visitor: V,
    ) -> Result<V::Value, serde_json::Error> {
        let members = members.map(|(key, shape, value)| {
            (BorrowedStrDeserializer::new(key), self.below(shape, value))
        });
        visitor.visit_map(MapDeserializer::new(members))
    }
}

impl<'de> Deserializer<'de> for Outline<'de> {
    type Error = serde_json::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        let nothing = std::iter::empty();
        if let Some(reference) = reference::misplaced(&self.shape, self.value) {
            return match self.clone().of_target(reference) {
                Some(target) => target.deserialize_any(visitor),
                None => self.members(nothing, visitor),
            };
        }
        match (self.shape, self.value) {
            // What is below is read one at a time; here it only has to be there.
            (Shape::Object(Kind::Responses), _) | (Shape::BooleanOrSchema, Value::Object(_)) => {
                self.members(nothing, visitor)
            }
            (Shape::Object(kind), Value::Object(object)) => {
                let members = object.iter().filter_map(|(key, value)| {
                    let shape = specification::shape_below(&Shape::Object(kind), key)?;
                    is_read(shape, value).then_some((key, *shape, value))
                });
                self.members(members, visitor)
            }
            (Shape::List(below), Value::Array(items)) => {
                let items = items.iter().map(|item| self.below(*below, item));
                visitor.visit_seq(SeqDeserializer::new(items))
            }
            (Shape::Map(below), Value::Object(members)) => {
                let members = members.iter().map(|(key, value)| (key, *below, value));
                self.members(members, visitor)
            }
            (_, value) => value.deserialize_any(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        match self.value {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        self.value.deserialize_enum(name, variants, visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

impl<'v> IntoDeserializer<'v, serde_json::Error> for Outline<'v> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
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
