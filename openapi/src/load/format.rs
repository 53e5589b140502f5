//! Which format a text is in: what it begins with decides, and the file's
//! ending where that leaves both open.

use serde_json::Value;

use super::{empty_file, json, yaml};
use crate::{FileId, Report};

/// The format of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum Format {
    /// JSON (RFC 8259).
    #[default]
    Json,
    /// YAML 1.2.2.
    Yaml,
}

/// A value, if the text has one, and the format in which it was read.
pub(super) type Parsed = (Format, Option<Value>);

/// Parses `text`, the contents of a file called `name`.
pub(super) fn parse(name: &str, file: FileId, text: &str, report: &mut Report) -> Parsed {
    let is_json_name = has_ending(name, "json");
    match text.trim_start().chars().next() {
        None => {
            report.push(empty_file(file));
            (Format::Json, None)
        }
        Some('{' | '[') if is_json_name => (Format::Json, json::parse(file, text, report)),
        Some('{' | '[') => json_or_yaml(file, text, is_json(text), report),
        Some('"' | '0'..='9') if is_json_name => json_or_yaml(file, text, true, report),
        Some(_) => (Format::Yaml, yaml::parse(file, text, report)),
    }
}

/// Endings of the names of files that people read.
const PROSE: [&str; 7] = ["md", "markdown", "mdx", "txt", "html", "rst", "adoc"];

/// Whether a file of this name is text for people: by its name, if it does not begin as JSON does.
pub(super) fn is_prose(name: &str, bytes: &[u8]) -> bool {
    let is_json = matches!(bytes.trim_ascii_start().first(), Some(b'{' | b'['));
    !is_json && PROSE.iter().any(|ending| has_ending(name, ending))
}

fn has_ending(name: &str, ending: &str) -> bool {
    name.rsplit_once('.')
        .is_some_and(|(_, found)| found.eq_ignore_ascii_case(ending))
}

/// Whether a text that begins with a bracket goes on as JSON must.
fn is_json(text: &str) -> bool {
    let after = text.trim_start().get(1..).unwrap_or_default();
    after.trim_start().starts_with(['"', '{', '[', '}', ']'])
}

/// Reads JSON if it is, else YAML. If it is neither, `is_json` says which of
/// the two diagnostics is shown.
fn json_or_yaml(file: FileId, text: &str, is_json: bool, report: &mut Report) -> Parsed {
    let mut of_json = Report::default();
    if let Some(value) = json::parse(file, text, &mut of_json) {
        report.extend(of_json);
        return (Format::Json, Some(value));
    }
    let mut of_yaml = Report::default();
    let value = yaml::parse(file, text, &mut of_yaml);
    let is_collection = value
        .as_ref()
        .is_some_and(|value| value.is_object() || value.is_array());
    if is_collection || !is_json {
        report.extend(of_yaml);
        return (Format::Yaml, value);
    }
    report.extend(of_json);
    (Format::Json, None)
}
