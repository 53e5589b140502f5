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
    /// Makes an array of it, of which it is the only item.
    Wrap,
    /// Leaves out of an array what is null.
    Prune,
    /// Moves members of an object into a member of this name.
    Gather(&'static str, Vec<String>),
}

impl Change {
    /// Whether it moves what stands below it: such changes come after all others, from below.
    fn moves(&self) -> bool {
        match self {
            Self::Set(_) | Self::Remove => false,
            Self::Wrap | Self::Prune | Self::Gather(..) => true,
        }
    }
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

    /// Makes what stands at `location` the only item of an array.
    pub(super) fn wrap(location: Location) -> Self {
        Self {
            location,
            change: Change::Wrap,
        }
    }

    /// Leaves the items of the array at `location` out that are null.
    pub(super) fn prune(location: Location) -> Self {
        Self {
            location,
            change: Change::Prune,
        }
    }

    /// Moves the members `keys` of the object at `location` into an object at its member `member`.
    pub(super) fn gather(location: Location, member: &'static str, keys: Vec<String>) -> Self {
        Self {
            location,
            change: Change::Gather(member, keys),
        }
    }

    fn apply(self, files: &mut Files) -> Option<()> {
        let Location { file, pointer } = self.location;
        let root = files.value_mut(file)?;
        if self.change.moves() {
            rearrange(root.pointer_mut(pointer.as_str())?, self.change);
            return Some(());
        }
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
            (_, _) => None,
        }
        .map(drop)
    }
}

fn rearrange(value: &mut Value, change: Change) {
    match (value, change) {
        (value, Change::Wrap) => *value = Value::Array(vec![value.take()]),
        (Value::Array(items), Change::Prune) => items.retain(|item| !item.is_null()),
        (Value::Object(object), Change::Gather(member, keys)) => {
            let moved = keys.into_iter().filter_map(|key| {
                let value = object.shift_remove(&key)?;
                Some((key, value))
            });
            let moved: Map<_, _> = moved.collect();
            object.insert(member.to_owned(), moved.into());
        }
        (_, _) => {}
    }
}

/// Makes the changes, in order; then those that move what stands below them, the innermost
/// first. The walk notes such a change after those below it.
pub(super) fn apply(mends: Vec<Mend>, files: &mut Files) {
    let (moving, others): (Vec<_>, Vec<_>) =
        mends.into_iter().partition(|mend| mend.change.moves());
    for mend in others.into_iter().chain(moving) {
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
