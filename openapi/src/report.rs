//! The findings of all stages, gathered.

use std::collections::HashSet;

use crate::{Code, Diagnostic, Location, Severity, Sources};

/// Findings, in the order in which they were made.
///
/// That order is the same for the same description on every machine;
/// [`render`](crate::render) prints in the order of the text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    diagnostics: Vec<Diagnostic>,
    errors: usize,
}

impl Report {
    /// Adds a finding.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        if diagnostic.severity == Severity::Error {
            self.errors += 1;
        }
        self.diagnostics.push(diagnostic);
    }

    /// Adds the findings of another report.
    pub fn extend(&mut self, other: Self) {
        self.errors += other.errors;
        self.diagnostics.extend(other.diagnostics);
    }

    /// Adds the findings of another report that say anything new of their place,
    /// where `origin` tells what the same place is.
    ///
    /// A stage that reads what a former one has made meets what that one has
    /// refused, and meets it again wherever it was repeated.
    pub(crate) fn extend_with_new(&mut self, other: Self, origin: impl Fn(&Location) -> Location) {
        let place = |diagnostic: &Diagnostic| {
            let location = diagnostic.location.as_ref().map(&origin);
            (diagnostic.code, location)
        };
        let before: HashSet<_> = self.iter().map(place).collect();
        let refused: HashSet<_> = self.errors().map(|error| place(error).1).collect();
        let mut seen = HashSet::new();
        for diagnostic in other.diagnostics {
            let place = place(&diagnostic);
            let is_new = !before.contains(&place) && !refused.contains(&place.1);
            if is_new && seen.insert((place, diagnostic.message.clone())) {
                self.push(diagnostic);
            }
        }
    }

    /// Makes errors of these codes warnings.
    pub(crate) fn forgive(&mut self, allowed: &[Code]) {
        for diagnostic in &mut self.diagnostics {
            if allowed.contains(&diagnostic.code) {
                diagnostic.severity = Severity::Warning;
            }
        }
        self.errors = self.of(Severity::Error).count();
    }

    /// Leaves out the warnings of these codes.
    pub fn leave_out(&mut self, codes: &[Code]) {
        self.diagnostics.retain(|diagnostic| {
            diagnostic.severity == Severity::Error || !codes.contains(&diagnostic.code)
        });
    }

    /// Leaves out what says again what has been said of the same place in the text.
    ///
    /// A node may be read at several places though it is written once: the root's
    /// `produces` of Swagger 2.0 holds for every response.
    pub fn say_once(&mut self, sources: &Sources) {
        let mut seen = HashSet::new();
        self.diagnostics.retain(|diagnostic| {
            let place = diagnostic.location.as_ref();
            let place = place.map(|location| sources.origin(location).into_owned());
            let focus = diagnostic.focus.clone();
            seen.insert((diagnostic.code, place, focus, diagnostic.message.clone()))
        });
        self.errors = self.of(Severity::Error).count();
    }

    /// Marks the places so far as places in files as they were written.
    pub(crate) fn mark_as_written(&mut self) {
        let locations = self.diagnostics.iter_mut().flat_map(|diagnostic| {
            let related = diagnostic.related.iter_mut();
            let related = related.map(|(location, _)| location);
            diagnostic.location.iter_mut().chain(related)
        });
        for location in locations {
            location.file = location.file.as_written();
        }
    }

    /// Every finding.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.diagnostics.iter()
    }

    /// The errors.
    pub fn errors(&self) -> impl Iterator<Item = &Diagnostic> {
        self.of(Severity::Error)
    }

    /// The warnings.
    pub fn warnings(&self) -> impl Iterator<Item = &Diagnostic> {
        self.of(Severity::Warning)
    }

    /// Whether there is an error.
    pub fn has_errors(&self) -> bool {
        self.errors > 0
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.diagnostics.is_empty()
    }

    /// How many errors there are.
    pub fn error_count(&self) -> usize {
        self.errors
    }

    /// How many warnings there are.
    pub fn warning_count(&self) -> usize {
        self.diagnostics.len() - self.errors
    }

    /// The counts in words, such as `2 errors, 1 warning`; `no findings` for an empty report.
    pub fn summary(&self) -> String {
        let counts = [
            (self.error_count(), "error"),
            (self.warning_count(), "warning"),
        ];
        let words: Vec<_> = counts
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, noun)| format!("{count} {noun}{}", if count == 1 { "" } else { "s" }))
            .collect();
        if words.is_empty() {
            return "no findings".to_owned();
        }
        words.join(", ")
    }

    fn of(&self, severity: Severity) -> impl Iterator<Item = &Diagnostic> {
        self.iter()
            .filter(move |diagnostic| diagnostic.severity == severity)
    }
}

impl<'a> IntoIterator for &'a Report {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
