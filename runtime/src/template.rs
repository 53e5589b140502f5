//! The templates of a path (OpenAPI 3.1.1 §4.8.8.2), filled segment by segment.

use crate::{
    RequestError,
    parameter::{is_complete_path, percent_encode_literal},
};

/// The path with each `{name}` replaced by its text, which is already encoded.
///
/// A fragment, by which some descriptions tell operations of one path apart, is never sent (RFC 9110 §7.1).
pub(crate) fn fill(template: &str, values: &[(String, String)]) -> Result<String, RequestError> {
    let template = template.split('#').next().unwrap_or_default();
    let segments: Result<Vec<String>, RequestError> = template
        .split('/')
        .map(|segment| fill_segment(segment, values))
        .collect();
    Ok(segments?.join("/"))
}

fn fill_segment(segment: &str, values: &[(String, String)]) -> Result<String, RequestError> {
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
    match named {
        Some(name) if !is_complete_path(filled.split('?').next().unwrap_or_default()) => {
            Err(incomplete(name))
        }
        Some(_) | None => Ok(filled),
    }
}

/// What stands before the next template, its name, and what stands after it.
fn next_template(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}

fn value_of<'v>(name: &str, values: &'v [(String, String)]) -> Result<&'v str, RequestError> {
    let value = values.iter().find(|(known, _)| known == name);
    value
        .map(|(_, text)| text.as_str())
        .ok_or_else(|| incomplete(name))
}

fn incomplete(name: &str) -> RequestError {
    RequestError::Parameter {
        name: name.to_owned(),
        reason: "its value leaves nothing in its place in the path, or one of the steps `.` and `..`, which would make \
                 it another path"
            .to_owned(),
    }
}
