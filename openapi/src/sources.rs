//! The files a description was read from, kept for diagnostics.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::load::Format;
use crate::locate::{self, Lines, Span};
use crate::{FileId, Location, Pointer};

/// The files that were read, by [`FileId`].
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<Source>,
    /// Where what was rewritten stands in the text.
    origins: HashMap<Location, Location>,
}

#[derive(Clone, Debug)]
struct Source {
    name: Arc<str>,
    text: Arc<str>,
    path: Option<PathBuf>,
    format: Format,
}

impl Sources {
    /// Adds a file, which diagnostics call `name`.
    pub fn add(&mut self, name: &str, text: &str) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(Source {
            name: Arc::from(name),
            text: Arc::from(text),
            path: None,
            format: Format::default(),
        });
        id
    }

    /// Says where the file that was added last was read.
    pub(crate) fn set_path(&mut self, path: &Path) {
        if let Some(source) = self.files.last_mut() {
            source.path = Some(path.to_owned());
        }
    }

    /// Says that the node at `place` of the values, and all below it, was
    /// written at `origin`, unless something is said of a node below.
    pub(crate) fn set_origin(&mut self, place: Location, origin: Location) {
        self.origins.insert(place, origin);
    }

    /// Where the node at `location` was written, which differs from its place
    /// where the description was rewritten as that of another version.
    pub fn origin<'l>(&self, location: &'l Location) -> Cow<'l, Location> {
        if location.file != location.file.as_read() {
            return Cow::Owned(location.as_read());
        }
        if self.origins.is_empty() {
            return Cow::Borrowed(location);
        }
        let mut place = location.clone();
        loop {
            if let Some(origin) = self.origins.get(&place) {
                let above = place.pointer.as_str().len();
                let rest = location.pointer.as_str().get(above..).unwrap_or_default();
                let pointer = format!("{}{rest}", origin.pointer);
                return Cow::Owned(Location {
                    file: origin.file.as_read(),
                    pointer: Pointer::parse(&pointer),
                });
            }
            let Some((parent, _)) = place.pointer.as_str().rsplit_once('/') else {
                return Cow::Borrowed(location);
            };
            place.pointer = Pointer::parse(parent);
        }
    }

    /// Where the file was read.
    pub(crate) fn path(&self, file: FileId) -> Option<&Path> {
        self.source(file)?.path.as_deref()
    }

    /// How many files there are.
    pub(crate) fn len(&self) -> usize {
        self.files.len()
    }

    /// The path of every file that was read, in the order in which they were;
    /// what was given as text has none.
    pub fn paths(&self) -> impl Iterator<Item = &Path> {
        self.files
            .iter()
            .filter_map(|source| source.path.as_deref())
    }

    /// Says in which format a file was read.
    pub(crate) fn set_format(&mut self, file: FileId, format: Format) {
        if let Some(source) = self.files.get_mut(file.index()) {
            source.format = format;
        }
    }

    /// In which format a file was read.
    pub(crate) fn format(&self, file: FileId) -> Format {
        self.source(file)
            .map_or_else(Format::default, |source| source.format)
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
        (0..).map(FileId).take(self.files.len())
    }

    /// Where the node at `location` stands in its file, or where the nearest
    /// node above it does. `None` for an unknown file.
    pub fn position(&self, location: &Location) -> Option<Position> {
        self.positions([location]).pop().flatten()
    }

    /// The [`position`](Self::position) of each of these, found in one pass over each file.
    pub fn positions<'l>(
        &self,
        locations: impl IntoIterator<Item = &'l Location>,
    ) -> Vec<Option<Position>> {
        let origins: Vec<Cow<'l, Location>> =
            locations.into_iter().map(|it| self.origin(it)).collect();
        let mut by_file: BTreeMap<FileId, Vec<usize>> = BTreeMap::new();
        for (index, origin) in origins.iter().enumerate() {
            by_file.entry(origin.file).or_default().push(index);
        }
        let mut positions = vec![None; origins.len()];
        for (file, indexes) in by_file {
            let lines = Lines::new(self.text(file));
            let pointers = indexes.iter().filter_map(|index| origins.get(*index));
            let spans = self.locate(file, pointers.map(|origin| &origin.pointer));
            for (index, span) in indexes.iter().zip(spans) {
                let (line, column) = lines.line_and_column(span.value.start);
                if let Some(position) = positions.get_mut(*index) {
                    *position = Some(Position {
                        line,
                        column,
                        bytes: span.value,
                    });
                }
            }
        }
        positions
    }

    /// Where each of `pointers` stands in a file, or its nearest ancestor that
    /// exists, found in one pass over its text. Nothing for an unknown file.
    pub(crate) fn locate<'a>(
        &self,
        file: FileId,
        pointers: impl IntoIterator<Item = &'a Pointer>,
    ) -> Vec<Span> {
        match self.source(file) {
            Some(source) => match source.format {
                Format::Json => locate::in_json(&source.text, pointers),
                Format::Yaml => locate::in_yaml(&source.text, pointers),
            },
            None => Vec::new(),
        }
    }

    fn source(&self, file: FileId) -> Option<&Source> {
        self.files.get(file.as_read().index())
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
