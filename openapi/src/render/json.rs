//! Reports as JSON, for other programs.

use serde::Serialize;

use super::order::{self, Place, Texts};
use crate::{Diagnostic, Report, Severity, Sources};

/// A diagnostic for other programs.
///
/// As JSON it is an object with all of these members, in this order; what is
/// absent is null. Members may be added, none is removed or changes its meaning.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// `error` or `warning`.
    pub severity: &'static str,
    /// The stable name of its kind.
    pub code: &'static str,
    /// What is the matter, in one sentence without a full stop.
    pub message: String,
    /// What to do about it.
    pub hint: Option<String>,
    /// Where it is; null where no file can be named.
    #[serde(flatten)]
    pub range: TextRange,
    /// Other places that belong to it.
    pub related: Vec<RelatedPlace>,
}

/// Another place that belongs to a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RelatedPlace {
    /// What is there.
    pub message: String,
    /// Where it is.
    #[serde(flatten)]
    pub range: TextRange,
}

/// A stretch of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct TextRange {
    /// The file's name.
    pub file: Option<String>,
    /// The line of the first character, from 1.
    pub line: Option<usize>,
    /// The column of the first character in characters, from 1.
    pub column: Option<usize>,
    /// The place after the last character.
    pub end: Option<TextPosition>,
    /// The JSON Pointer of the node (RFC 6901), empty for the whole document.
    pub pointer: Option<String>,
}

/// A place between two characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct TextPosition {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

/// The diagnostics of `report` in the order of the text, as [`render`](super::render) prints them.
pub fn findings(report: &Report, sources: &Sources) -> Vec<Finding> {
    let texts = Texts::new(sources);
    order::in_order_of_text(report, sources)
        .into_iter()
        .map(|placed| {
            let related = placed.related.iter();
            let related = related.map(|(place, message)| RelatedPlace {
                message: (*message).to_owned(),
                range: range(Some(place), sources, &texts),
            });
            let mut range = range(placed.place.as_ref(), sources, &texts);
            if range.file.is_none() {
                range.file.clone_from(&placed.diagnostic.file);
            }
            finding(placed.diagnostic, range, related.collect())
        })
        .collect()
}

/// The diagnostics of `report` as one JSON document that ends in a line break:
/// an object with the members `findings`, a list of [`Finding`], and `errors`
/// and `warnings`, how many there are of each.
pub fn render_json(report: &Report, sources: &Sources) -> String {
    let document = Rendered {
        findings: findings(report, sources),
        errors: report.error_count(),
        warnings: report.warning_count(),
    };
    // Structs of text and numbers can always be written.
    let mut text = serde_json::to_string_pretty(&document).unwrap_or_default();
    text.push('\n');
    text
}

#[derive(Serialize)]
struct Rendered {
    findings: Vec<Finding>,
    errors: usize,
    warnings: usize,
}

fn finding(diagnostic: &Diagnostic, range: TextRange, related: Vec<RelatedPlace>) -> Finding {
    Finding {
        severity: match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        code: diagnostic.code.0,
        message: diagnostic.message.clone(),
        hint: diagnostic.hint.clone(),
        range,
        related,
    }
}

fn range(place: Option<&Place>, sources: &Sources, texts: &Texts<'_>) -> TextRange {
    let Some(place) = place else {
        return TextRange::default();
    };
    let lines = texts.lines(place.location.file);
    let position = |offset| {
        let (line, column) = lines?.line_and_column(offset);
        Some(TextPosition { line, column })
    };
    let start = position(place.bytes.start);
    TextRange {
        file: lines.map(|_| sources.name(place.location.file).to_owned()),
        line: start.map(|start| start.line),
        column: start.map(|start| start.column),
        end: position(place.bytes.end),
        pointer: Some(place.location.pointer.to_string()),
    }
}
