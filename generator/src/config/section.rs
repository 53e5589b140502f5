//! Tables of a configuration file, read with the place of everything in them.

use std::ops::Range;

use bindery_openapi::{Diagnostic, FileId, Location, Pointer, Report, nearest};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::codes;

/// A file whose tables are being read.
pub(super) struct Tables {
    /// The file.
    pub file: FileId,
    /// What is wrong with it.
    pub report: Report,
}

impl Tables {
    /// The place of the entry at `keys`.
    pub fn location(&self, keys: &[&str]) -> Location {
        let pointer = keys
            .iter()
            .fold(Pointer::root(), |pointer, key| pointer.key(key));
        Location {
            file: self.file,
            pointer,
        }
    }

    /// Reports an entry that is not what it should be.
    pub fn wrong(&mut self, keys: &[&str], bytes: Range<usize>, expected: &str) {
        let key = keys.last().copied().unwrap_or_default();
        let message = format!("`{key}` must be {expected}");
        let location = self.location(keys);
        self.report
            .push(Diagnostic::error(codes::INVALID_CONFIG, location, message).on_bytes(bytes));
    }

    /// Reports what is wrong with an entry.
    pub fn faulty(&mut self, keys: &[&str], bytes: Range<usize>, fault: String) {
        let location = self.location(keys);
        self.report
            .push(Diagnostic::error(codes::INVALID_CONFIG, location, fault).on_bytes(bytes));
    }

    /// Reports a key that means nothing, with the nearest that does.
    pub fn unknown(&mut self, keys: &[&str], bytes: Range<usize>, known: &[&str]) {
        let key = keys.last().copied().unwrap_or_default();
        let location = self.location(keys);
        let message = format!("`{key}` is no key here");
        let mut diagnostic =
            Diagnostic::error(codes::UNKNOWN_CONFIG_KEY, location, message).on_bytes(bytes);
        diagnostic = diagnostic.hint(match nearest(key, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("the keys are {}", known.join(", ")),
        });
        self.report.push(diagnostic);
    }

    /// A table, else a finding.
    pub fn table<'t, 'i>(
        &mut self,
        keys: &[&str],
        value: &'t Spanned<DeValue<'i>>,
    ) -> Option<&'t DeTable<'i>> {
        if let DeValue::Table(table) = value.get_ref() {
            return Some(table);
        }
        self.wrong(keys, value.span(), "a table");
        None
    }

    /// A string that is not empty, else a finding.
    pub fn string(&mut self, keys: &[&str], value: &Spanned<DeValue<'_>>) -> Option<String> {
        match value.get_ref() {
            DeValue::String(text) if !text.is_empty() => Some(text.to_string()),
            _ => {
                self.wrong(keys, value.span(), "a string that is not empty");
                None
            }
        }
    }

    /// One of `words`, else a finding.
    pub fn word(
        &mut self,
        keys: &[&str],
        value: &Spanned<DeValue<'_>>,
        words: &[&str],
    ) -> Option<usize> {
        let text = match value.get_ref() {
            DeValue::String(text) => text.as_ref(),
            _ => "",
        };
        let found = words.iter().position(|word| *word == text);
        if found.is_none() {
            let expected = format!("one of {}", words.join(", "));
            self.wrong(keys, value.span(), &expected);
        }
        found
    }

    /// A list of strings, each with its place; else findings.
    pub fn strings(
        &mut self,
        keys: &[&str],
        value: &Spanned<DeValue<'_>>,
    ) -> Vec<(String, Range<usize>)> {
        let DeValue::Array(items) = value.get_ref() else {
            self.wrong(keys, value.span(), "a list of strings");
            return Vec::new();
        };
        let mut strings = Vec::new();
        for item in items {
            strings.extend(self.string(keys, item).map(|text| (text, item.span())));
        }
        strings
    }
}
