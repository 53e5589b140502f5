//! What a warning changes in the value, so that the next stage can read it.

use serde_json::{Map, Value};

use crate::Location;
use crate::files::Files;
use crate::specification::{Presence, Shape, fields};
use crate::version::Version;

/// A change to a member of an object or an item of an array.
#[derive(Debug)]
pub(super) struct Mend {
    location: Location,
    change: Change,
}

#[derive(Debug)]
enum Change {
    Set(Value),
    Remove,
}

impl Mend {
    /// Sets the member or item at `location`.
    pub(super) fn set(location: Location, value: Value) -> Self {
        Self {
            location,
            change: Change::Set(value),
        }
    }

    /// Removes the member at `location`.
    pub(super) fn remove(location: Location) -> Self {
        Self {
            location,
            change: Change::Remove,
        }
    }

    fn apply(self, files: &mut Files) -> Option<()> {
        let Location { file, pointer } = self.location;
        let root = files.value_mut(file)?;
        let Some((parent, _)) = pointer.as_str().rsplit_once('/') else {
            if let Change::Set(value) = self.change {
                *root = value;
            }
            return Some(());
        };
        let token = pointer.tokens().last()?;
        // What an earlier change took away needs no change.
        match (root.pointer_mut(parent)?, self.change) {
            (Value::Object(object), Change::Set(value)) => object.insert(token.into_owned(), value),
            (Value::Object(object), Change::Remove) => object.shift_remove(&*token),
            (Value::Array(array), Change::Set(value)) => {
                let item = array.get_mut(token.parse::<usize>().ok()?)?;
                Some(std::mem::replace(item, value))
            }
            (_, Change::Set(_) | Change::Remove) => None,
        }
        .map(drop)
    }
}

/// Makes the changes, in order.
pub(super) fn apply(mends: Vec<Mend>, files: &mut Files) {
    for mend in mends {
        mend.apply(files);
    }
}

/// What a missing field is taken to be.
pub(super) fn empty(shape: &Shape) -> Value {
    match shape {
        Shape::Any => Value::Null,
        Shape::Text | Shape::Word(_) | Shape::Types => Value::String(String::new()),
        Shape::Boolean => Value::Bool(false),
        Shape::Number | Shape::Count | Shape::ExclusiveBound => Value::from(0),
        Shape::List(_) => Value::Array(Vec::new()),
        Shape::Object(kind) | Shape::Reusable(kind) => fields(*kind)
            .iter()
            .filter(|field| field.presence(Version::OLDEST) != Presence::Optional)
            .map(|field| (field.name.to_owned(), empty(&field.shape)))
            .collect(),
        Shape::BooleanOrSchema | Shape::SchemaOrSchemas | Shape::Dependency | Shape::Map(_) => {
            Value::Object(Map::new())
        }
    }
}
