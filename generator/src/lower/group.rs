//! Groups of operations and the names of operations in them.
//!
//! A group is the first tag; without tags, the prefix of the operation's id;
//! without an id, the first literal segment of the path. An operation's name
//! leaves out what its group already says: in the group `Calendar Events`,
//! `listCalendarEventAttendees` is `list_attendees`. An id that several
//! operations have tells none of them apart, and is no name for any.

use std::collections::{BTreeMap, HashSet};

use bindery_openapi::Document;
use bindery_openapi::document::{Operation, PathItem};

use crate::name::words;

/// What groups and operations are called, found from the whole document.
pub(super) struct Groups<'d> {
    /// The spelling of each group that is used, by what all its spellings share.
    spellings: BTreeMap<String, String>,
    /// The ids that more than one operation has.
    repeated: HashSet<&'d str>,
}

impl<'d> Groups<'d> {
    pub fn of(document: &'d Document) -> Self {
        let mut spellings: BTreeMap<String, String> = BTreeMap::new();
        let (mut seen, mut repeated) = (HashSet::new(), HashSet::new());
        let declared: HashSet<&str> = document.tags.iter().map(|tag| tag.name.as_str()).collect();
        let rank = |name: &String| (!declared.contains(name.as_str()), name.clone());
        for (path, operation) in document.operations() {
            let name = group_of(path, operation);
            let spelling = spellings
                .entry(sameness(&name))
                .or_insert_with(|| name.clone());
            if rank(&name) < rank(spelling) {
                *spelling = name;
            }
            let id = operation.operation_id.as_deref();
            repeated.extend(id.filter(|id| !seen.insert(*id)));
        }
        Self {
            spellings,
            repeated,
        }
    }

    /// The name of the group that an operation belongs to: of spellings that
    /// differ only in case or separators, the declared one, else the first by the alphabet.
    pub fn name_of(&self, path: &PathItem, operation: &Operation) -> String {
        let name = group_of(path, operation);
        let spelling = self.spellings.get(&sameness(&name));
        spelling.cloned().unwrap_or(name)
    }

    /// The operation's name with and without what its group already says.
    pub fn names_of(
        &self,
        path: &PathItem,
        operation: &Operation,
        group: &str,
    ) -> (String, String) {
        let id = operation.operation_id.as_deref();
        if let Some(id) = id.filter(|id| !self.repeated.contains(id)) {
            return names_by_id(id, group);
        }
        let name = name_of_path(operation.method.as_str(), &path.template);
        (name.clone(), name)
    }
}

/// What the spellings of one group share.
fn sameness(name: &str) -> String {
    match words(name).concat() {
        empty if empty.is_empty() => name.to_owned(),
        words => words,
    }
}

/// The name of the group that an operation asks for.
fn group_of(path: &PathItem, operation: &Operation) -> String {
    if let Some(tag) = operation.tags.first() {
        return tag.clone();
    }
    let id = operation.operation_id.as_deref();
    if let Some((prefix, _)) = id.and_then(split_prefix) {
        return prefix.to_owned();
    }
    let literal = |segment: &&str| !segment.is_empty() && !segment.contains('{');
    path.template
        .split('/')
        .find(literal)
        .unwrap_or("api")
        .to_owned()
}

/// The names by an operation's id, with and without what its group already says.
fn names_by_id(id: &str, group: &str) -> (String, String) {
    let group = words(group);
    let (short, full) = match split_prefix(id) {
        Some((prefix, rest)) if says_the_same(&words(prefix), &group) => (rest, id),
        _ => (id, id),
    };
    (
        without_group(&words(short), &group).join("_"),
        words(full).join("_"),
    )
}

/// A prefix such as `ObjectEventsController_` or `events.`.
fn split_prefix(id: &str) -> Option<(&str, &str)> {
    let at = id.find(['_', '.', '/', ':'])?;
    let (prefix, rest) = (&id[..at], &id[at + 1..]);
    let prefix = prefix
        .strip_suffix("Controller")
        .filter(|short| !short.is_empty())
        .unwrap_or(prefix);
    (!prefix.is_empty() && !rest.is_empty()).then_some((prefix, rest))
}

/// Removes the group's words where they stand together and something is left.
fn without_group(words: &[String], group: &[String]) -> Vec<String> {
    let width = group.len();
    if width == 0 || words.len() <= width {
        return words.to_vec();
    }
    let at = words
        .windows(width)
        .position(|window| says_the_same(window, group));
    match at {
        Some(at) => [&words[..at], &words[at + width..]].concat(),
        None => words.to_vec(),
    }
}

/// Whether two runs of words are the same, singular and plural taken for one.
fn says_the_same(left: &[String], right: &[String]) -> bool {
    let stem = |word: &String| word.strip_suffix('s').unwrap_or(word).to_owned();
    left.iter().map(stem).eq(right.iter().map(stem))
}

fn name_of_path(method: &str, template: &str) -> String {
    let segments = template.split('/').filter(|segment| !segment.is_empty());
    let parts = segments.flat_map(|segment| {
        let by = segment.starts_with('{').then(|| "by".to_owned());
        by.into_iter().chain(words(segment))
    });
    let method = words(method);
    method
        .into_iter()
        .chain(parts)
        .collect::<Vec<_>>()
        .join("_")
}
