//! Where a node of a description was written: a file and a JSON Pointer in it.
//!
//! Line and column are not kept. They are found by reading the text again, and
//! only when a diagnostic is printed.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::sync::Arc;

/// A file's index in [`Sources`](crate::Sources).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct FileId(pub(crate) u32);

/// Marks places in a file as it was written, where places in the file as it was
/// rewritten would be taken for others.
const AS_WRITTEN: u32 = 1 << 31;

impl FileId {
    /// The same file as it was before it was rewritten.
    pub(crate) fn as_written(self) -> Self {
        Self(self.0 | AS_WRITTEN)
    }

    /// The same file as it is read, after it was rewritten if it was.
    pub(crate) fn as_read(self) -> Self {
        Self(self.0 & !AS_WRITTEN)
    }

    /// The file that is read first.
    pub(crate) const ROOT: Self = Self(0);

    /// The index among all files.
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// A JSON Pointer (RFC 6901) in its string form: empty for the root, else like `/a/b~1c`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Pointer(Arc<str>);

impl Pointer {
    /// The pointer to the whole document.
    pub fn root() -> Self {
        Self(Arc::from(""))
    }

    /// A pointer from its string form, taken as it is.
    pub fn parse(text: &str) -> Self {
        Self(Arc::from(text))
    }

    /// The pointer to the member `key` of what this one points to.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        let mut text = String::with_capacity(self.0.len() + key.len() + 1);
        text.push_str(&self.0);
        Self::push_token(&mut text, key);
        Self(Arc::from(text))
    }

    /// Adds a slash and `token`, escaped (RFC 6901 §3), to a pointer's text.
    pub(crate) fn push_token(text: &mut String, token: &str) {
        text.push('/');
        let mut rest = token;
        while let Some(at) = rest.find(['~', '/']) {
            let (plain, escaped) = rest.split_at(at);
            text.push_str(plain);
            text.push_str(if escaped.starts_with('~') { "~0" } else { "~1" });
            rest = escaped.get(1..).unwrap_or_default();
        }
        text.push_str(rest);
    }

    /// The pointer to the item `index` of what this one points to.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        Self(Arc::from(format!("{}/{index}", self.0)))
    }

    /// The string form.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The reference tokens, unescaped.
    pub fn tokens(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.0.split('/').skip(1).map(|token| {
            if token.contains('~') {
                Cow::Owned(token.replace("~1", "/").replace("~0", "~"))
            } else {
                Cow::Borrowed(token)
            }
        })
    }
}

impl Borrow<str> for Pointer {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// A node's place: the file and the pointer in it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Location {
    /// The file.
    pub file: FileId,
    /// The pointer in the file.
    pub pointer: Pointer,
}

impl Location {
    /// The place of a whole file.
    pub(crate) fn start_of(file: FileId) -> Self {
        Self {
            file,
            pointer: Pointer::root(),
        }
    }

    /// The same place in the file as it was before it was rewritten.
    pub(crate) fn as_written(&self) -> Self {
        Self {
            file: self.file.as_written(),
            pointer: self.pointer.clone(),
        }
    }

    /// The same place in the file as it is read.
    pub(crate) fn as_read(&self) -> Self {
        Self {
            file: self.file.as_read(),
            pointer: self.pointer.clone(),
        }
    }

    /// The place of the member `key`.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        Self {
            file: self.file,
            pointer: self.pointer.key(key),
        }
    }

    /// Whether it is a place, or one within it.
    pub fn is_within(&self, whole: &Self) -> bool {
        let rest = self.pointer.as_str().strip_prefix(whole.pointer.as_str());
        self.file == whole.file && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// The place of the item `index`.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        Self {
            file: self.file,
            pointer: self.pointer.index(index),
        }
    }
}
