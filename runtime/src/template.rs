//! The templates of a path (OpenAPI 3.1.1 §4.8.8.2), filled segment by segment.

use crate::{
    RequestErrorKind,
    parameter::{is_complete_path, percent_encode_literal},
};

/// Why a value that is empty is refused.
const EMPTY: &str = "its value is empty, and the path needs one";

/// Why `.` and `..` are, and an empty step in a value of several.
const ELSEWHERE: &str =
    "its value has an empty step, `.` or `..` in it, with which the path would lead elsewhere";

/// The path with each `{name}` replaced by its text, which is already encoded.
///
/// A fragment, by which some descriptions tell operations of one path apart, is never sent (RFC 9110 §7.1).
pub(crate) fn fill(
    template: &str,
    values: &[(String, String)],
) -> Result<String, RequestErrorKind> {
    let template = template.split('#').next().unwrap_or_default();
    let segments: Result<Vec<String>, RequestErrorKind> = template
        .split('/')
        .map(|segment| fill_segment(segment, values))
        .collect();
    Ok(segments?.join("/"))
}

fn fill_segment(segment: &str, values: &[(String, String)]) -> Result<String, RequestErrorKind> {
    let mut filled = String::new();
    let mut named = None;
    let mut rest = segment;
    while let Some((before, name, after)) = next_template(rest) {
        filled.push_str(&percent_encode_literal(before));
        filled.push_str(value_of(name, values)?);
        named = named.or(Some(name));
        rest = after;
    }
    filled.push_str(&percent_encode_literal(rest));
    let path = filled.split('?').next().unwrap_or_default();
    match named {
        Some(name) if path.is_empty() => Err(incomplete(name, EMPTY)),
        Some(name) if !is_complete_path(path) => Err(incomplete(name, ELSEWHERE)),
        Some(_) | None => Ok(filled),
    }
}

/// What stands before the next template, its name, and what stands after it.
fn next_template(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}

fn value_of<'v>(name: &str, values: &'v [(String, String)]) -> Result<&'v str, RequestErrorKind> {
    let value = values.iter().find(|(known, _)| known == name);
    value
        .map(|(_, text)| text.as_str())
        .ok_or_else(|| incomplete(name, "it has no value, and the path needs one"))
}

fn incomplete(name: &str, reason: &str) -> RequestErrorKind {
    RequestErrorKind::Parameter {
        name: name.to_owned(),
        reason: reason.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn a_value_that_leads_elsewhere_is_told_why() {
        for (value, expected) in [
            (
                "",
                Err("parameter `id`: its value is empty, and the path needs one"),
            ),
            (
                "..",
                Err("parameter `id`: its value has an empty step, `.` or `..` in it"),
            ),
            ("a", Ok("/pets/a/toys")),
        ] {
            let values = [("id".to_owned(), value.to_owned())];
            let filled = fill("/pets/{id}/toys", &values).map_err(|error| error.to_string());
            match (filled, expected) {
                (Ok(filled), Ok(expected)) => assert_eq!(filled, expected),
                (Err(said), Err(expected)) => assert!(said.starts_with(expected), "{said}"),
                (filled, _) => panic!("{value}: {filled:?}"),
            }
        }
    }
}
