//! The places of all diagnostics of a report, found in one pass over each source.

use std::ops::Range;

use super::Excerpt;
use crate::locate::{Lines, Span};
use crate::{Diagnostic, FileId, Focus, Location, Report, Sources};

/// A diagnostic and what is shown of its sources.
#[derive(Debug)]
pub(super) struct Placed<'a> {
    pub(super) diagnostic: &'a Diagnostic,
    /// Its place, as written.
    pub(super) location: Option<Location>,
    pub(super) excerpt: Option<Excerpt>,
    pub(super) related: Vec<(Excerpt, &'a str)>,
}

/// A place that some diagnostic names.
struct Place<'a> {
    location: Location,
    /// What is shown there; absent for a related place.
    focus: Option<&'a Focus>,
}

/// The diagnostics by file and place in the file; those without a place come first.
pub(super) fn in_order_of_text<'a>(report: &'a Report, sources: &Sources) -> Vec<Placed<'a>> {
    let places: Vec<_> = report
        .iter()
        .flat_map(|diagnostic| places_of(diagnostic, sources))
        .collect();
    let excerpts = excerpts(&places, sources);
    let locations = places.into_iter().map(|place| place.location);
    let mut next = locations
        .zip(excerpts)
        .map(|(location, (at, excerpt))| (location, at, excerpt));
    let mut keyed: Vec<_> = report
        .iter()
        .map(|diagnostic| place(diagnostic, &mut next))
        .collect();
    keyed.sort_by_key(|(key, _)| *key);
    keyed.into_iter().map(|(_, placed)| placed).collect()
}

fn places_of<'a>(
    diagnostic: &'a Diagnostic,
    sources: &'a Sources,
) -> impl Iterator<Item = Place<'a>> {
    let own = diagnostic.location.as_ref().map(|location| Place {
        location: sources.origin(location).into_owned(),
        focus: Some(&diagnostic.focus),
    });
    let related = diagnostic.related.iter().map(|(location, _)| Place {
        location: sources.origin(location).into_owned(),
        focus: None,
    });
    own.into_iter().chain(related)
}

type Key = Option<(FileId, usize)>;

fn place<'a>(
    diagnostic: &'a Diagnostic,
    next: &mut impl Iterator<Item = (Location, usize, Excerpt)>,
) -> (Key, Placed<'a>) {
    let own = diagnostic.location.as_ref().and_then(|_| next.next());
    let related = diagnostic
        .related
        .iter()
        .filter_map(|(_, label)| next.next().map(|(_, _, excerpt)| (excerpt, label.as_str())))
        .collect();
    let key = own.as_ref().map(|(location, at, _)| (location.file, *at));
    let (location, excerpt) = own
        .map(|(location, _, excerpt)| (location, excerpt))
        .unzip();
    let placed = Placed {
        diagnostic,
        location,
        excerpt,
        related,
    };
    (key, placed)
}

/// For each place the offset where it begins and its excerpt.
fn excerpts(places: &[Place<'_>], sources: &Sources) -> Vec<(usize, Excerpt)> {
    let mut all = vec![None; places.len()];
    for file in sources.files() {
        let source = sources.text(file);
        let lines = Lines::new(source);
        let here: Vec<_> = (0..places.len())
            .filter(|index| places[*index].location.file == file)
            .collect();
        let pointers = here.iter().map(|index| &places[*index].location.pointer);
        for (index, span) in here.iter().zip(sources.locate(file, pointers)) {
            let bytes = shown(places[*index].focus, span);
            let excerpt = Excerpt::new(sources.name(file), source, &lines, &bytes);
            all[*index] = Some((bytes.start, excerpt));
        }
    }
    all.into_iter().map(Option::unwrap_or_default).collect()
}

/// The bytes to mark. A related object is shown by its name, where it has one.
fn shown(focus: Option<&Focus>, span: Span) -> Range<usize> {
    match focus {
        Some(Focus::Bytes(bytes)) => bytes.clone(),
        Some(Focus::Key) => span.key.unwrap_or(span.value),
        None if span.is_object => span.key.unwrap_or(span.value),
        Some(Focus::Value) | None => span.value,
    }
}
