//! The files a description was read from, kept for diagnostics.

use std::ops::Range;
use std::sync::Arc;

use crate::locate::{Lines, locate};
use crate::{FileId, Location};

/// The files that were read, by [`FileId`].
#[derive(Clone, Debug, Default)]
pub struct Sources(Vec<Source>);

#[derive(Clone, Debug)]
struct Source {
    name: Arc<str>,
    text: Arc<str>,
}

impl Sources {
    /// Adds a file, which diagnostics call `name`.
    pub(crate) fn add(&mut self, name: &str, text: &str) -> FileId {
        let id = FileId(u32::try_from(self.0.len()).unwrap_or(u32::MAX));
        self.0.push(Source {
            name: Arc::from(name),
            text: Arc::from(text),
        });
        id
    }

    /// The name of a file, as diagnostics show it; empty for an unknown file.
    pub fn name(&self, file: FileId) -> &str {
        self.source(file).map_or("", |source| &source.name)
    }

    /// The text of a file without a byte order mark; empty for an unknown file.
    pub fn text(&self, file: FileId) -> &str {
        self.source(file).map_or("", |source| &source.text)
    }

    /// Every file, in the order in which they were read.
    pub fn files(&self) -> impl Iterator<Item = FileId> + '_ {
        (0..).map(FileId).take(self.0.len())
    }

    /// Where the node at `location` stands in its file, or where the nearest
    /// node above it does. `None` for an unknown file.
    pub fn position(&self, location: &Location) -> Option<Position> {
        let source = self.source(location.file)?;
        let span = locate(&source.text, [&location.pointer]).pop()?;
        let (line, column) = Lines::new(&source.text).line_and_column(span.value.start);
        Some(Position {
            line,
            column,
            bytes: span.value,
        })
    }

    fn source(&self, file: FileId) -> Option<&Source> {
        self.0.get(usize::try_from(file.0).ok()?)
    }
}

/// A stretch of a file's text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Position {
    /// The line of its first character, from 1.
    pub line: usize,
    /// The column of its first character in characters, from 1.
    pub column: usize,
    /// Its bytes.
    pub bytes: Range<usize>,
}
