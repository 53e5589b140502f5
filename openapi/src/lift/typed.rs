//! Parts of a description as the types of `openapiv3`.

use serde::de::DeserializeOwned;
use serde_path_to_error::Segment;

use super::Lift;
use crate::node::Node;
use crate::{Diagnostic, Location, codes};

impl Lift<'_, '_> {
    /// Reads the value at `node`, or reports where it could not be read.
    pub(super) fn read<T: DeserializeOwned>(&mut self, node: &Node<'_, '_>) -> Option<T> {
        match serde_path_to_error::deserialize(node.value) {
            Ok(part) => Some(part),
            Err(error) => {
                self.report.push(unreadable(node.location(), &error));
                None
            }
        }
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
