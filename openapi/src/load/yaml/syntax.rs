//! What is said of text that is not YAML.

use crate::yaml::{Broken, Fault};
use crate::{Diagnostic, FileId, Location, Pointer, codes};

/// A part of what the parser says, what is said instead, and what to do.
type Wording = (&'static str, &'static str, &'static str);

const WORDINGS: &[Wording] = &[
    (
        "mapping values are not allowed",
        "a `:` cannot stand here",
        "put text that holds `: ` in quotes, and indent the keys of one mapping alike",
    ),
    (
        "did not find expected key",
        "a key or the end of the mapping was expected",
        "indent the keys of one mapping alike, and close what was opened above",
    ),
    (
        "did not find expected '-' indicator",
        "a `-` or the end of the list was expected",
        "indent the items of one list alike",
    ),
    (
        "simple key expect",
        "a key is not followed by `:`",
        "write `key: value`; text of several lines begins with `|` or `>`",
    ),
    ("tab", "a tab cannot indent", "indent with spaces"),
    (
        "unknown anchor",
        "the alias names no anchor before it",
        "define it with `&name` above, or put text that begins with `*` in quotes",
    ),
    (
        "invalid indentation",
        "the line is not indented like any line it could belong to",
        "indent the keys of one mapping alike",
    ),
    (
        "unexpected end of stream",
        "text in quotes does not end",
        "close the quotes",
    ),
    (
        "unknown escape character",
        "an escape is not known",
        "write a backslash twice, or use single quotes",
    ),
    (
        "expected ',' or '}'",
        "a `,` or `}` was expected",
        "separate the members with `,`",
    ),
    (
        "expected ',' or ']'",
        "a `,` or `]` was expected",
        "separate the items with `,`",
    ),
    (
        "invalid trailing content after double-quoted scalar",
        "text follows the closing quote",
        "write `\\\"` for a quote within double quotes",
    ),
    (
        "the handle wasn't declared",
        "the tag's handle is not declared",
        "remove the tag, or put text that begins with `!` in quotes",
    ),
    (
        "did not find expected node content",
        "a value was expected",
        "put text that begins with a special character in quotes",
    ),
    (
        "unexpected character",
        "no value begins with this character",
        "put the text in quotes",
    ),
];

/// The diagnostic for a text that broke off.
pub(super) fn error(file: FileId, text: &str, broken: &Broken) -> Diagnostic {
    let location = Location {
        file,
        pointer: Pointer::root(),
    };
    let diagnostic = match &broken.fault {
        Fault::Syntax(message) => syntax(location, message),
        Fault::TooDeep => super::super::too_deep(location),
        Fault::RecursiveAlias => Diagnostic::error(
            codes::RECURSIVE_ALIAS,
            location,
            "the alias stands within the value that it names",
        )
        .hint("a recursive schema is written with `$ref`"),
    };
    // The parser stops behind the tab that it complains of.
    let before = text.get(..broken.at).unwrap_or_default();
    let at = broken.at - usize::from(before.ends_with('\t'));
    let rest = text.get(at..).unwrap_or_default();
    let length = match broken.fault {
        Fault::RecursiveAlias => rest.find([' ', ',', ']', '}', '\n', '\r']),
        Fault::Syntax(_) | Fault::TooDeep => rest.chars().next().map(char::len_utf8),
    };
    diagnostic.on_bytes(at..at + length.unwrap_or(rest.len()))
}

fn syntax(location: Location, message: &str) -> Diagnostic {
    let wording = WORDINGS.iter().find(|(part, ..)| message.contains(part));
    let (message, hint) = match wording {
        Some((_, message, hint)) => (*message, Some(*hint)),
        None => (message, None),
    };
    let diagnostic = Diagnostic::error(codes::SYNTAX, location, format!("not YAML: {message}"));
    match hint {
        Some(hint) => diagnostic.hint(hint),
        None => diagnostic,
    }
}
