//! Groups of operations and the names of operations in them.
//!
//! A group is the first tag; without tags, the prefix of the operation's id;
//! without one, the first segment of the path that names something. An operation's
//! name leaves out what its group already says: in the group `Calendar Events`,
//! `listCalendarEventAttendees` is `list_attendees`. An id that several
//! operations have tells none of them apart, and is no name for any. An id that
//! ends in its path and method, as a framework makes them, is what stands before.

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

    /// The operation's names, the shortest first: one that another operation of the group has too gives way to the
    /// next.
    pub fn names_of(&self, path: &PathItem, operation: &Operation, group: &str) -> Vec<String> {
        let method = operation.method.as_str();
        let id = operation.operation_id.as_deref();
        let Some(id) = id.filter(|id| !self.repeated.contains(id)) else {
            return names_by_path(method, &path.template, group);
        };
        let mut names = Vec::new();
        if let Some(function) = without_route(id, &path.template, method) {
            names.extend(names_by_id(function, group));
        }
        names.extend(names_by_id(id, group));
        names.dedup();
        names
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
    group_of_path(&path.template).to_owned()
}

/// The first segment of a path that says what it is about.
pub(crate) fn group_of_path(template: &str) -> &str {
    let mut segments = template.split('/');
    let named = segments.find(|segment| names_something(segment));
    named.unwrap_or("api")
}

/// Whether a segment of a path says what the operations are about: it is no parameter, no version, and not only that
/// this is an API.
fn names_something(segment: &str) -> bool {
    let digits = segment.trim_start_matches(['v', 'V']);
    let is_version = digits.starts_with(|first: char| first.is_ascii_digit());
    !says_nothing(segment) && !is_version && !segment.contains('{')
}

/// Whether a segment of a path says only that this is an API.
fn says_nothing(segment: &str) -> bool {
    ["", "api", "rest"].contains(&segment.to_ascii_lowercase().as_str())
}

/// Whether a segment of a path is a version and nothing else: `v1`, `2.0`, `v3beta1`.
fn is_version(segment: &str) -> bool {
    let number = segment.trim_start_matches(['v', 'V']);
    let mut parts = number.split(|next: char| next.is_ascii_digit() || ".-_".contains(next));
    let stages = ["", "alpha", "beta", "rc", "p"];
    number.starts_with(|first: char| first.is_ascii_digit())
        && parts.all(|part| stages.contains(&part.to_ascii_lowercase().as_str()))
}

/// The names by an operation's id, without and with what its group already says.
fn names_by_id(id: &str, group: &str) -> [String; 2] {
    let group = words(group);
    let (short, full) = match split_prefix(id) {
        Some((prefix, rest)) if says_the_same(&words(prefix), &group) => (rest, id),
        _ => (id, id),
    };
    [
        without_group(&words(short), &group).join("_"),
        words(full).join("_"),
    ]
}

/// A prefix such as `ObjectEventsController_` or `events.`.
fn split_prefix(id: &str) -> Option<(&str, &str)> {
    let at = id.find(['_', '.', '/', ':'])?;
    let (prefix, rest) = (&id[..at], &id[at + 1..]);
    if id[at..].starts_with('_') && !is_of_two_parts(prefix, rest) {
        return None;
    }
    let prefix = prefix
        .strip_suffix("Controller")
        .filter(|short| !short.is_empty())
        .unwrap_or(prefix);
    (!prefix.is_empty() && !rest.is_empty()).then_some((prefix, rest))
}

/// Whether an underscore sets a prefix off, and not one word of many from the next: words are told by capitals too, and
/// what stands before is not what is done.
fn is_of_two_parts(prefix: &str, rest: &str) -> bool {
    let has_capitals = |text: &str| text.contains(|next: char| next.is_ascii_uppercase());
    let is_set_off = has_capitals(prefix) || has_capitals(rest) && !rest.contains('_');
    let first = prefix.to_ascii_lowercase();
    is_set_off && !VERBS.contains(&first.as_str())
}

/// What is done by operations.
const VERBS: &[&str] = &[
    "add", "check", "count", "create", "delete", "do", "fetch", "find", "get", "head", "insert",
    "list", "patch", "post", "put", "query", "read", "remove", "replace", "retrieve", "save",
    "search", "send", "set", "show", "update", "upsert", "view",
];

/// What stands before the path and the method in an id of the form `<function>_<path>_<method>`, whatever is no letter,
/// no digit and no underscore being one.
fn without_route<'i>(id: &'i str, template: &str, method: &str) -> Option<&'i str> {
    let in_word = |next: char| next.is_alphanumeric() || next == '_';
    let route: String = template
        .chars()
        .map(|next| if in_word(next) { next } else { '_' })
        .collect();
    let function = id
        .strip_suffix(&method.to_ascii_lowercase())?
        .strip_suffix('_')?
        .strip_suffix(&route)?;
    (!route.is_empty() && !words(function).is_empty()).then_some(function)
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
    let Some(at) = at else { return words.to_vec() };
    let (before, after) = (&words[..at], &words[at + width..]);
    let rest = [without_article(before), after].concat();
    match rest.as_slice() {
        [verb @ .., of] if of == "of" && !verb.is_empty() => verb.to_vec(),
        [] => words.to_vec(),
        rest => rest.to_vec(),
    }
}

/// The words without the article at their end.
fn without_article(words: &[String]) -> &[String] {
    match words {
        [rest @ .., article] if ["a", "an", "the"].contains(&article.as_str()) => rest,
        words => words,
    }
}

/// Whether two runs of words are the same, singular and plural taken for one.
fn says_the_same(left: &[String], right: &[String]) -> bool {
    let stem = |word: &String| word.strip_suffix('s').unwrap_or(word).to_owned();
    left.iter().map(stem).eq(right.iter().map(stem))
}

/// How many parameters of a path stand in the shortest name by it.
const MAX_PARAMETERS: usize = 3;

/// The names by method and path, without and with what its group already says, and without and with what says nothing
/// of it: that this is an API, its version, and parameters where they are many.
fn names_by_path(method: &str, template: &str, group: &str) -> Vec<String> {
    let all: Vec<&str> = template.split('/').filter(|it| !it.is_empty()).collect();
    let is_parameter = |segment: &str| segment.starts_with('{');
    let start = all
        .iter()
        .position(|it| !says_nothing(it) && !is_version(it));
    let mut telling = all
        .get(start.unwrap_or_default()..)
        .unwrap_or_default()
        .to_vec();
    telling.retain(|segment| !is_version(segment));
    let parameters = telling
        .iter()
        .filter(|segment| is_parameter(segment))
        .count();
    let mut fewest = telling.clone();
    fewest.retain(|segment| parameters <= MAX_PARAMETERS || !is_parameter(segment));
    let group = words(group);
    let mut names = Vec::new();
    for segments in [fewest, telling, all] {
        let words = words_of_path(method, &segments);
        for words in [without_group(&words, &group), words] {
            let name = words.join("_");
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names
}

fn words_of_path(method: &str, segments: &[&str]) -> Vec<String> {
    let parts = segments.iter().flat_map(|segment| {
        let by = segment.starts_with('{').then(|| "by".to_owned());
        by.into_iter().chain(words(segment))
    });
    words(method).into_iter().chain(parts).collect()
}

#[cfg(test)]
mod tests {
    use super::{is_version, names_by_path};

    #[test]
    fn a_path_is_named_by_what_tells() {
        let shortest = |template, group| names_by_path("GET", template, group).swap_remove(0);
        assert_eq!(shortest("/api/v1/users/{id}", "users"), "get_by_id");
        assert_eq!(shortest("/rest/Foos/{id}/Bars", "Foos"), "get_by_id_bars");
        assert_eq!(
            shortest("/api/2/avatar/{type}/system", "Avatars"),
            "get_by_type_system"
        );
        assert_eq!(shortest("/metrics/{a}/{b}/{c}/{d}", "Pages"), "get_metrics");
        assert_eq!(shortest("/keys/api", "Users"), "get_keys_api");
        assert_eq!(shortest("/api/v1", "api"), "get");
    }

    #[test]
    fn a_name_that_another_has_goes_on_with_the_whole_path() {
        let names = names_by_path("GET", "/api/v1/users", "users");
        assert_eq!(
            names,
            ["get", "get_users", "get_api_v1", "get_api_v1_users"]
        );
    }

    #[test]
    fn versions_are_told_from_names() {
        for version in ["v1", "2", "v2.1", "2024-01-01", "v3beta1", "V2"] {
            assert!(is_version(version), "{version}");
        }
        for name in ["2fa", "v", "views", "v1users", "3d", "{v1}"] {
            assert!(!is_version(name), "{name}");
        }
    }
}
