//! Keeps the place of the value being checked and collects what is wrong with it.

use std::{collections::HashSet, fmt::Write};

use super::{Violation, Violations};
use crate::model::CHECKED;

/// Collects violations, each with the place at which it was found.
#[derive(Debug, Default)]
pub struct Checker {
    path: Vec<Segment>,
    violations: Vec<Violation>,
}

/// A step into a value.
#[derive(Clone, Debug)]
pub(crate) enum Segment {
    Property(&'static str),
    Key(String),
    Index(usize),
}

impl Checker {
    /// Reports a violation at the value being checked.
    pub fn violation(&mut self, keyword: &'static str, message: impl Into<String>) {
        let violation = Violation::new(pointer(&self.path), keyword, message);
        self.violations.push(violation);
    }

    /// Checks a property of the value being checked.
    pub fn property(&mut self, name: &'static str, check: impl FnOnce(&mut Self)) {
        self.within(Segment::Property(name), check);
    }

    /// Checks the value under a key of the map being checked.
    pub fn key(&mut self, key: &str, check: impl FnOnce(&mut Self)) {
        self.within(Segment::Key(key.to_owned()), check);
    }

    /// Checks an element of the array being checked.
    pub fn index(&mut self, index: usize, check: impl FnOnce(&mut Self)) {
        self.within(Segment::Index(index), check);
    }

    /// The violations, where there are any. What schemas in each other both say of a value is said once.
    pub fn finish(mut self) -> Result<(), Violations> {
        let mut seen = HashSet::new();
        self.violations
            .retain(|violation| seen.insert(violation.clone()));
        Violations::new(self.violations).map_or(Ok(()), Err)
    }

    fn within(&mut self, segment: Segment, check: impl FnOnce(&mut Self)) {
        if self.enter_within(segment) {
            check(self);
            self.leave();
        }
    }

    /// Steps into a part, until [`leave`](Self::leave); or reports that it stands too deep.
    pub(crate) fn enter_within(&mut self, segment: Segment) -> bool {
        let is_within = self.path.len() < CHECKED;
        if is_within {
            self.enter(segment);
        } else {
            self.violation("depth", "must not stand so deep in others");
        }
        is_within
    }

    /// Steps into a part of the value being checked, until [`leave`](Self::leave).
    pub(crate) fn enter(&mut self, segment: Segment) {
        self.path.push(segment);
    }

    pub(crate) fn leave(&mut self) {
        self.path.pop();
    }
}

/// The JSON Pointer of a path (RFC 6901 §3).
fn pointer(path: &[Segment]) -> String {
    let mut pointer = String::new();
    for segment in path {
        pointer.push('/');
        match segment {
            Segment::Property(name) => push_escaped(&mut pointer, name),
            Segment::Key(key) => push_escaped(&mut pointer, key),
            Segment::Index(index) => {
                let _ = write!(pointer, "{index}");
            }
        }
    }
    pointer
}

/// Appends a reference token, `~` and `/` escaped (RFC 6901 §3).
pub(crate) fn push_escaped(pointer: &mut String, token: &str) {
    for character in token.chars() {
        match character {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            other => pointer.push(other),
        }
    }
}
