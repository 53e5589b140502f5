//! Groups of operations and the names of operations in them.
//!
//! A group is the first tag; without tags, the prefix of the operation's id;
//! without an id, the first literal segment of the path. An operation's name
//! leaves out what its group already says: in the group `Calendar Events`,
//! `listCalendarEventAttendees` is `list_attendees`.

use bindery_openapi::document::{Operation, PathItem};

use crate::name::words;

/// The name of the group that an operation belongs to.
pub(super) fn group_of(path: &PathItem, operation: &Operation) -> String {
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

/// The operation's name with and without what its group already says.
pub(super) fn names_of(path: &PathItem, operation: &Operation, group: &str) -> (String, String) {
    let Some(id) = operation.operation_id.as_deref() else {
        let name = name_of_path(operation.method.as_str(), &path.template);
        return (name.clone(), name);
    };
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
