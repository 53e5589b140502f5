//! Finds the operation of a request: the path as sent, segment by segment, so
//! that an escaped slash stays inside its segment (OpenAPI 3.1.1 §4.8.8.2).

use bindery_openapi::Document;
use bindery_openapi::document::{Operation, PathItem};

use super::wire::{Escaping, decode};

/// What method and path name.
pub(super) enum Route<'a> {
    /// An operation, and its path parameters as sent.
    Found {
        path: &'a PathItem,
        operation: &'a Operation,
        parameters: Vec<(&'a str, &'a str)>,
    },
    /// A path that has no such method; the methods it has.
    WrongMethod(&'a PathItem),
    /// Nothing.
    Nowhere,
}

/// How exactly a template segment was matched, best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Precision {
    Literal,
    Mixed,
    Parameter,
}

/// A part of a template segment.
enum Part<'a> {
    Literal(&'a str),
    Parameter(&'a str),
}

type Match<'a> = (Vec<Precision>, Vec<(&'a str, &'a str)>);

/// The operation that `method` and `path` name. Concrete templates win over
/// those with parameters.
pub(super) fn find<'a>(document: &'a Document, method: &str, path: &'a str) -> Route<'a> {
    let mut matches: Vec<(&PathItem, Match<'a>)> = document
        .paths
        .iter()
        .filter_map(|item| Some((item, match_path(&item.template, path)?)))
        .collect();
    matches.sort_by(|(_, (left, _)), (_, (right, _))| left.cmp(right));
    let first = matches.first().map(|(item, _)| *item);
    for (item, (_, parameters)) in matches {
        let mut operations = item.operations.iter();
        if let Some(operation) = operations.find(|it| it.method.as_str() == method) {
            return Route::Found {
                path: item,
                operation,
                parameters,
            };
        }
    }
    first.map_or(Route::Nowhere, Route::WrongMethod)
}

fn match_path<'a>(template: &'a str, path: &'a str) -> Option<Match<'a>> {
    let mut precisions = Vec::new();
    let mut parameters = Vec::new();
    let mut segments = path.split('/');
    for segment in template.split('/') {
        let text = segments.next()?;
        precisions.push(match_segment(segment, text, &mut parameters)?);
    }
    segments
        .next()
        .is_none()
        .then_some((precisions, parameters))
}

fn match_segment<'a>(
    template: &'a str,
    text: &'a str,
    parameters: &mut Vec<(&'a str, &'a str)>,
) -> Option<Precision> {
    let parts = parts(template);
    let precision = match parts.as_slice() {
        [Part::Parameter(_)] => Precision::Parameter,
        parts if parts.iter().any(|part| matches!(part, Part::Parameter(_))) => Precision::Mixed,
        _ => {
            let same = decode(text, Escaping::Percent).ok()?
                == decode(template, Escaping::Percent).ok()?;
            return same.then_some(Precision::Literal);
        }
    };
    let mut rest = text;
    let mut open: Option<&str> = None;
    for part in parts {
        match part {
            Part::Parameter(name) => open = Some(name),
            Part::Literal(literal) => {
                let least = usize::from(open.is_some());
                let at = rest.get(least..)?.find(literal)? + least;
                match open.take() {
                    Some(name) => parameters.push((name, rest.get(..at)?)),
                    None if at > 0 => return None,
                    None => {}
                }
                rest = rest.get(at + literal.len()..)?;
            }
        }
    }
    match open {
        Some(name) if !rest.is_empty() => parameters.push((name, rest)),
        None if rest.is_empty() => {}
        Some(_) | None => return None,
    }
    Some(precision)
}

/// Splits `report.{format}` into its parts. A brace without its other is text.
fn parts(template: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else {
            break;
        };
        if !before.is_empty() {
            parts.push(Part::Literal(before));
        }
        parts.push(Part::Parameter(name));
        rest = after;
    }
    if !rest.is_empty() {
        parts.push(Part::Literal(rest));
    }
    parts
}
