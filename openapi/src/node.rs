//! A value of a description together with the way that leads to it.
//!
//! A node is a link to the node above it: its pointer is built only when asked for.

use serde_json::{Map, Value};

use crate::{FileId, Location, Pointer};

/// A value and its place. `'v` is the life of the value, `'p` that of the nodes above.
#[derive(Clone, Debug)]
pub(crate) struct Node<'p, 'v> {
    /// The value.
    pub(crate) value: &'v Value,
    step: Step<'p, 'v>,
}

#[derive(Clone, Debug)]
enum Step<'p, 'v> {
    Start(Location),
    Key(&'p Node<'p, 'v>, &'v str),
    Index(&'p Node<'p, 'v>, usize),
}

/// How many bytes few pointers are longer than.
const USUAL_POINTER: usize = 256;

impl<'v> Node<'_, 'v> {
    /// A node with none above it.
    pub(crate) fn start<'p>(location: &Location, value: &'v Value) -> Node<'p, 'v> {
        Node {
            value,
            step: Step::Start(location.clone()),
        }
    }

    /// The member `key`, whose value is `value`.
    pub(crate) fn member<'p>(&'p self, key: &'v str, value: &'v Value) -> Node<'p, 'v> {
        Node {
            value,
            step: Step::Key(self, key),
        }
    }

    /// The item `index`, whose value is `value`.
    pub(crate) fn item<'p>(&'p self, index: usize, value: &'v Value) -> Node<'p, 'v> {
        Node {
            value,
            step: Step::Index(self, index),
        }
    }

    /// The member `key`, where there is one.
    pub(crate) fn get<'p>(&'p self, key: &str) -> Option<Node<'p, 'v>> {
        let (key, value) = member(self.value, key)?;
        Some(self.member(key, value))
    }

    /// The members; none where the value is not an object.
    pub(crate) fn members<'p>(&'p self) -> impl Iterator<Item = (&'v str, Node<'p, 'v>)> {
        self.value
            .as_object()
            .into_iter()
            .flatten()
            .map(|(key, value)| (key.as_str(), self.member(key, value)))
    }

    /// The items; none where the value is not an array.
    pub(crate) fn items<'p>(&'p self) -> impl Iterator<Item = Node<'p, 'v>> {
        self.value
            .as_array()
            .into_iter()
            .flatten()
            .enumerate()
            .map(|(index, value)| self.item(index, value))
    }

    /// The value of the member `key`, where there is one.
    pub(crate) fn stated(&self, key: &str) -> Option<&'v Value> {
        member(self.value, key).map(|(_, value)| value)
    }

    /// The string at the member `key`, where there is one.
    pub(crate) fn text(&self, key: &str) -> Option<&'v str> {
        self.stated(key)?.as_str()
    }

    /// Whether the member `key` is `true`.
    pub(crate) fn is_true(&self, key: &str) -> bool {
        self.stated(key) == Some(&Value::Bool(true))
    }

    /// The node above and the key under which this one stands in it, where it is a member.
    pub(crate) fn above(&self) -> Option<(&Self, &'v str)> {
        match &self.step {
            Step::Key(parent, key) => Some((*parent, key)),
            Step::Start(_) | Step::Index(..) => None,
        }
    }

    /// Whether it is an item of the list at the member `key` of something.
    pub(crate) fn is_item_of(&self, key: &str) -> bool {
        match &self.step {
            Step::Start(location) => location.pointer.as_str().rsplit('/').nth(1) == Some(key),
            Step::Key(..) => false,
            Step::Index(list, _) => list.above().is_some_and(|(_, above)| above == key),
        }
    }

    /// The target of `$ref`, where the value is a Reference Object (OpenAPI 3.0.3 §4.7.23).
    pub(crate) fn reference(&self) -> Option<&'v str> {
        self.text("$ref")
    }

    /// The place.
    pub(crate) fn location(&self) -> Location {
        if let Step::Start(location) = &self.step {
            return location.clone();
        }
        let mut text = String::with_capacity(USUAL_POINTER);
        let file = self.write(&mut text);
        Location {
            file,
            pointer: Pointer::parse(&text),
        }
    }

    fn write(&self, text: &mut String) -> FileId {
        match &self.step {
            Step::Start(location) => {
                text.push_str(location.pointer.as_str());
                location.file
            }
            Step::Key(parent, key) => {
                let file = parent.write(text);
                Pointer::push_token(text, key);
                file
            }
            Step::Index(parent, index) => {
                let file = parent.write(text);
                Pointer::push_token(text, &index.to_string());
                file
            }
        }
    }
}

/// How many members are faster looked through than looked up by hash: most objects have fewer.
const FEW: usize = 8;

/// The member `key` of a value that is an object.
fn member<'v>(value: &'v Value, key: &str) -> Option<(&'v str, &'v Value)> {
    entry(value.as_object()?, key)
}

fn entry<'v>(object: &'v Map<String, Value>, key: &str) -> Option<(&'v str, &'v Value)> {
    let found = if object.len() > FEW {
        object.get_key_value(key)
    } else {
        object.iter().find(|(own, _)| *own == key)
    };
    found.map(|(key, value)| (key.as_str(), value))
}

/// The value of the member `key` of an object, where there is one.
pub(crate) fn look_up<'v>(object: &'v Map<String, Value>, key: &str) -> Option<&'v Value> {
    entry(object, key).map(|(_, value)| value)
}
