//! What a value is as JSON, where a constraint is about more than its type tells.

use serde::{Deserialize, Serialize};

use crate::Json;

/// A value that can be written, whatever its type.
pub(crate) trait Written {
    /// Appends the text of the value.
    fn write(&self, text: &mut Vec<u8>) -> serde_json::Result<()>;
}

/// By the serializer that whole bodies are written by, so that no type is compiled for another.
impl<T: Serialize + ?Sized> Written for &T {
    fn write(&self, text: &mut Vec<u8>) -> serde_json::Result<()> {
        T::serialize(self, &mut serde_json::Serializer::new(text))
    }
}

/// The value that is written. How deep it may be is decided where it is written: it is no body, and has no other limit.
pub(crate) fn to_json(value: &dyn Written) -> serde_json::Result<Json> {
    let mut text = Vec::new();
    value.write(&mut text)?;
    let mut deserializer = serde_json::Deserializer::from_slice(&text);
    deserializer.disable_recursion_limit();
    Json::deserialize(&mut deserializer)
}
