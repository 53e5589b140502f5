//! What is sent as it is: a binary body, or a file in a form.

use std::{
    borrow::Cow,
    cell::{Cell, RefCell},
    fmt,
    sync::Arc,
};

use bytes::Bytes;
use serde::{Deserialize, Deserializer, Serialize, Serializer, ser};

use crate::{
    Body, Constraint, Json, Nesting, Own, Validate,
    validate::{Written, to_json},
};

/// A file: bytes that are there, or a stream of them that can be opened again for each request, with the name and the
/// media type that are sent along.
///
/// It is what a schema of `format: binary` becomes (OpenAPI 3.0.3 §4.7.24.1). In JSON, where the format says nothing,
/// it is the text that its bytes are.
///
/// ```
/// let file = bindery::File::from("a,b\n1,2\n").named("table.csv").of_type("text/csv");
/// assert_eq!(file.name(), Some("table.csv"));
/// ```
#[derive(Clone)]
pub struct File {
    content: Content,
    name: Option<String>,
    media_type: Option<String>,
    headers: Vec<(String, String)>,
}

#[derive(Clone)]
enum Content {
    Bytes(Bytes),
    Stream(Arc<dyn Fn() -> Body + Send + Sync>),
}

impl File {
    /// A file of these bytes.
    pub fn new(bytes: impl Into<Bytes>) -> Self {
        Content::Bytes(bytes.into()).into()
    }

    /// A file that is too large to be held: the function opens it for each request that it is sent with.
    pub fn stream(open: impl Fn() -> Body + Send + Sync + 'static) -> Self {
        Content::Stream(Arc::new(open)).into()
    }

    /// The same file with a name, which a part of a form is sent with.
    #[must_use]
    pub fn named(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// The same file with a media type, in place of the one that the description states.
    #[must_use]
    pub fn of_type(mut self, media_type: impl Into<String>) -> Self {
        self.media_type = Some(media_type.into());
        self
    }

    /// The same file with a header, which a part of a form is sent with (OpenAPI 3.1.1 §4.8.15.1).
    #[must_use]
    pub fn with_header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// The name.
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// The media type.
    pub fn media_type(&self) -> Option<&str> {
        self.media_type.as_deref()
    }

    /// The bytes, where they are there.
    pub fn as_bytes(&self) -> Option<&[u8]> {
        match &self.content {
            Content::Bytes(bytes) => Some(bytes),
            Content::Stream(_) => None,
        }
    }

    pub(crate) fn headers(&self) -> &[(String, String)] {
        &self.headers
    }

    pub(crate) fn to_body(&self) -> Body {
        match &self.content {
            Content::Bytes(bytes) => Body::from(bytes.clone()),
            Content::Stream(open) => open(),
        }
    }

    /// A text for a file that is none.
    fn stand_in(&self) -> Cow<'_, str> {
        self.as_bytes()
            .map_or(Cow::Borrowed("stream"), String::from_utf8_lossy)
    }

    /// The text that the bytes are.
    pub(crate) fn text(&self) -> Option<&str> {
        std::str::from_utf8(self.as_bytes()?).ok()
    }
}

impl From<Content> for File {
    fn from(content: Content) -> Self {
        Self {
            content,
            name: None,
            media_type: None,
            headers: Vec::new(),
        }
    }
}

/// Makes a file of what bytes can be made of.
macro_rules! from_bytes {
    ($($type:ty),*) => {$(
        impl From<$type> for File {
            fn from(bytes: $type) -> Self {
                Self::new(bytes)
            }
        }
    )*};
}

from_bytes!(Bytes, Vec<u8>, String, &'static str, &'static [u8]);

/// Files of bytes are equal where all they are sent with is; one that is a stream is equal to its clones.
impl PartialEq for File {
    fn eq(&self, other: &Self) -> bool {
        let is_same = match (&self.content, &other.content) {
            (Content::Bytes(bytes), Content::Bytes(others)) => bytes == others,
            (Content::Stream(open), Content::Stream(other)) => Arc::ptr_eq(open, other),
            (Content::Bytes(_), Content::Stream(_)) | (Content::Stream(_), Content::Bytes(_)) => {
                false
            }
        };
        is_same
            && self.name == other.name
            && self.media_type == other.media_type
            && self.headers == other.headers
    }
}

/// Shows the size, not the bytes.
impl fmt::Debug for File {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("File")
            .field("name", &self.name)
            .field("media_type", &self.media_type)
            .field("length", &self.as_bytes().map(<[u8]>::len))
            .finish_non_exhaustive()
    }
}

thread_local! {
    /// Whether what is written is only looked at, so that a text may stand in for a file that is none.
    static LOOKED_AT: Cell<bool> = const { Cell::new(false) };
}

/// The JSON that a value is to a schema. A file is a string in it: the text nearest to its bytes, or a word where it is
/// a stream, of which a schema can only be told that it is there.
pub(crate) fn to_instance(value: &dyn Written) -> serde_json::Result<Json> {
    let before = LOOKED_AT.replace(true);
    let instance = to_json(value);
    LOOKED_AT.set(before);
    instance
}

/// The name by which [`hand_over`] finds a file among what serde writes.
pub(crate) const TOKEN: &str = "$bindery::File";

thread_local! {
    /// The file that is being written, for a form to take as it is.
    static HANDED: RefCell<Option<File>> = const { RefCell::new(None) };
}

/// The file that is being written under [`TOKEN`].
pub(crate) fn hand_over() -> Option<File> {
    HANDED.take()
}

impl Serialize for File {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        HANDED.set(Some(self.clone()));
        let written = serializer.serialize_newtype_struct(TOKEN, &Text(self));
        HANDED.take();
        written
    }
}

struct Text<'f>(&'f File);

impl Serialize for Text<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match (self.0.text(), LOOKED_AT.get()) {
            (Some(text), _) => serializer.serialize_str(text),
            (None, true) => serializer.serialize_str(&self.0.stand_in()),
            (None, false) => Err(ser::Error::custom(
                "a file that is not text, or that is a stream, has no form here",
            )),
        }
    }
}

impl<'de> Deserialize<'de> for File {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}

impl Validate for File {
    type Kind = Own;
    const UNCHECKED: bool = true;
    const NESTING: Nesting = Nesting::Leaf;

    fn satisfies(&self, constraint: &Constraint) -> bool {
        self.text().is_none_or(|text| text.satisfies(constraint))
    }
}

#[cfg(test)]
mod tests {
    use super::File;
    use crate::Body;

    #[test]
    fn in_json_a_file_is_the_text_that_its_bytes_are() {
        let file = File::from("a\"b");
        assert_eq!(serde_json::to_string(&file).unwrap(), r#""a\"b""#);
        assert_eq!(serde_json::from_str::<File>(r#""a\"b""#).unwrap(), file);
        let error = serde_json::to_string(&File::from(vec![0xff])).unwrap_err();
        assert!(error.to_string().contains("not text"));
        assert!(serde_json::to_string(&File::stream(Body::empty)).is_err());
    }

    #[test]
    fn a_stream_is_equal_to_its_clones_alone() {
        let file = File::stream(Body::empty);
        assert_eq!(file, file.clone());
        assert_ne!(file, File::stream(Body::empty));
        assert_ne!(file, File::from(""));
        assert_ne!(File::from("a"), File::from("a").named("a"));
    }

    #[test]
    fn debug_shows_no_bytes() {
        let shown = format!("{:?}", File::from("secret").named("a.txt"));
        assert!(!shown.contains("secret"), "{shown}");
        assert!(
            shown.contains("a.txt") && shown.contains("Some(6)"),
            "{shown}"
        );
    }
}
