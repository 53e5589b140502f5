//! What a stage has to say about a description: one finding, with its place.

use std::fmt;
use std::ops::Range;

use crate::Location;

/// The stable name of a kind of finding, such as `unresolved-reference`.
///
/// This crate's own are in [`codes`](crate::codes).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Code(pub &'static str);

impl fmt::Display for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.0)
    }
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// The description cannot be understood.
    Error,
    /// The description is understood, perhaps not as its author meant it.
    Warning,
}

/// Which part of the text at a diagnostic's location is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Focus {
    /// The value at the location.
    #[default]
    Value,
    /// The key under which the value stands.
    Key,
    /// These bytes of the file, for text that no pointer reaches.
    Bytes(Range<usize>),
}

/// One finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// Its kind.
    pub code: Code,
    /// Its weight.
    pub severity: Severity,
    /// Its place; absent where no file can be named.
    pub location: Option<Location>,
    /// The name of the file that it concerns, where that was not read and so has no places.
    pub file: Option<String>,
    /// The part of that place which it speaks of.
    pub focus: Focus,
    /// What is the matter, in one sentence without a full stop.
    pub message: String,
    /// What to do about it.
    pub hint: Option<String>,
    /// Other places that belong to it, each with what is there.
    pub related: Vec<(Location, String)>,
}

impl Diagnostic {
    /// An error at `location`.
    pub fn error(code: Code, location: Location, message: impl Into<String>) -> Self {
        Self::new(code, Severity::Error, Some(location), message.into())
    }

    /// A warning at `location`.
    pub fn warning(code: Code, location: Location, message: impl Into<String>) -> Self {
        Self::new(code, Severity::Warning, Some(location), message.into())
    }

    /// An error that concerns no place in any file.
    pub fn error_without_place(code: Code, message: impl Into<String>) -> Self {
        Self::new(code, Severity::Error, None, message.into())
    }

    /// A warning that concerns no place in any file.
    pub fn warning_without_place(code: Code, message: impl Into<String>) -> Self {
        Self::new(code, Severity::Warning, None, message.into())
    }

    /// Adds what to do about it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Names the file that it concerns, which was not read.
    #[must_use]
    pub fn in_file(mut self, name: impl Into<String>) -> Self {
        self.file = Some(name.into());
        self
    }

    /// Adds another place and what is there.
    #[must_use]
    pub fn related(mut self, location: Location, message: impl Into<String>) -> Self {
        self.related.push((location, message.into()));
        self
    }

    /// Shows the key at the location instead of the value.
    #[must_use]
    pub fn on_key(mut self) -> Self {
        self.focus = Focus::Key;
        self
    }

    /// Shows these bytes of the file instead of the value at the location.
    #[must_use]
    pub fn on_bytes(mut self, bytes: Range<usize>) -> Self {
        self.focus = Focus::Bytes(bytes);
        self
    }

    fn new(code: Code, severity: Severity, location: Option<Location>, message: String) -> Self {
        Self {
            code,
            severity,
            location,
            file: None,
            focus: Focus::Value,
            message,
            hint: None,
            related: Vec::new(),
        }
    }
}
