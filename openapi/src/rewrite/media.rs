//! `consumes` and `produces` (Swagger 2.0, Swagger Object, Operation Object).

use serde_json::Value;

use super::Rewrite;
use crate::node::Node;
use crate::{Diagnostic, Location, codes};

/// How many media types of one list are taken over. Each stands again in every
/// body of the description, so that a list without end would make one from another.
const MAX_MEDIA_TYPES: usize = 50;

/// The media type of what does not say any.
pub(super) const JSON: &str = "application/json";

/// A list of media types, each with its place.
#[derive(Clone, Debug, Default)]
pub(super) struct MediaTypes(pub(super) Vec<(String, Location)>);

impl MediaTypes {
    /// Whether two lists name the same.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        let names = |list: &Self| list.0.iter().map(|(name, _)| name.clone()).collect();
        let (one, another): (Vec<_>, Vec<_>) = (names(self), names(other));
        one == another
    }

    /// This list, or JSON where it is empty, which then stands where `place` says.
    pub(super) fn or_json(&self, place: impl FnOnce() -> Location) -> Self {
        if self.0.is_empty() {
            return Self(vec![(JSON.to_owned(), place())]);
        }
        self.clone()
    }
}

impl<'v> Rewrite<'v, '_> {
    /// The list at the member `key`; `None` where there is none.
    pub(super) fn media_types(&mut self, node: &Node<'_, 'v>, key: &str) -> Option<MediaTypes> {
        let list = node.get(key)?;
        let mut types = MediaTypes::default();
        match list.value {
            Value::Null => return None,
            Value::Array(_) => {
                for item in list.items() {
                    self.add_media_type(&item, &mut types);
                }
            }
            Value::String(name) => {
                let message = format!("`{key}` is a list of media types; it is read as one of one");
                let code = codes::WRONG_TYPE;
                let location = list.location();
                self.report
                    .push(Diagnostic::warning(code, location.clone(), message));
                types.0.push((name.clone(), location));
            }
            Value::Bool(_) | Value::Number(_) | Value::Object(_) => {
                self.wrong_type(list.location(), "an array of media types");
            }
        }
        self.cut(&list, &mut types);
        Some(types)
    }

    fn add_media_type(&mut self, item: &Node<'_, 'v>, types: &mut MediaTypes) {
        match item.value.as_str().map(str::trim) {
            Some(name) if types.0.iter().any(|(other, _)| other == name) => {}
            Some(name) => types.0.push((name.to_owned(), item.location())),
            None => self.wrong_type(item.location(), "a media type, which is a string"),
        }
    }

    fn cut(&mut self, list: &Node<'_, 'v>, types: &mut MediaTypes) {
        if types.0.len() > MAX_MEDIA_TYPES {
            let message = format!(
                "of {} media types the first {MAX_MEDIA_TYPES} are read",
                types.0.len()
            );
            types.0.truncate(MAX_MEDIA_TYPES);
            let code = codes::TOO_MANY_MEDIA_TYPES;
            let diagnostic = Diagnostic::warning(code, list.location(), message);
            self.report.push(diagnostic.on_key());
        }
    }
}

/// The type and subtype without parameters, in lower case (RFC 9110 §8.3.1).
pub(super) fn essence(name: &str) -> String {
    let essence = name.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}

/// Whether a body of the media type is JSON.
pub(super) fn is_json(name: &str) -> bool {
    let essence = essence(name);
    essence == JSON || essence == "text/json" || essence.ends_with("+json")
}
