//! The places of all diagnostics of a report, found in one pass over each source.

use std::borrow::Cow;
use std::ops::Range;

use crate::locate::{Lines, Span};
use crate::{Diagnostic, FileId, Focus, Location, Report, Sources};

/// A diagnostic and where it stands.
#[derive(Debug)]
pub(super) struct Placed<'a> {
    pub(super) diagnostic: &'a Diagnostic,
    pub(super) place: Option<Place>,
    pub(super) related: Vec<(Place, &'a str)>,
}

/// A stretch of a source.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// The node, as written.
    pub(super) location: Location,
    pub(super) bytes: Range<usize>,
}

/// Where the lines of every source begin.
pub(super) struct Texts<'s>(Vec<Lines<'s>>);

impl<'s> Texts<'s> {
    pub(super) fn new(sources: &'s Sources) -> Self {
        let files = sources.files();
        Self(files.map(|file| Lines::new(sources.text(file))).collect())
    }

    /// The lines of a file, which is one of the sources.
    pub(super) fn lines(&self, file: FileId) -> Option<&Lines<'s>> {
        self.0.get(file.index())
    }
}

/// What some diagnostic names.
struct Named<'a> {
    location: Cow<'a, Location>,
    /// What is shown there; absent for a related place.
    focus: Option<&'a Focus>,
}

/// The diagnostics by file and place in the file; those without a place come first.
pub(super) fn in_order_of_text<'a>(report: &'a Report, sources: &Sources) -> Vec<Placed<'a>> {
    let named: Vec<_> = report
        .iter()
        .flat_map(|diagnostic| named_by(diagnostic, sources))
        .collect();
    let mut places = places(&named, sources).into_iter();
    let mut all: Vec<_> = report
        .iter()
        .map(|diagnostic| place(diagnostic, &mut places))
        .collect();
    all.sort_by_key(|placed| {
        let place = placed.place.as_ref();
        place.map(|place| (place.location.file, place.bytes.start))
    });
    all
}

fn named_by<'a>(
    diagnostic: &'a Diagnostic,
    sources: &'a Sources,
) -> impl Iterator<Item = Named<'a>> {
    let own = diagnostic.location.as_ref().map(|location| Named {
        location: sources.origin(location),
        focus: Some(&diagnostic.focus),
    });
    let related = diagnostic.related.iter().map(|(location, _)| Named {
        location: sources.origin(location),
        focus: None,
    });
    own.into_iter().chain(related)
}

/// Takes from `places` as many as the diagnostic names.
fn place<'a>(diagnostic: &'a Diagnostic, places: &mut impl Iterator<Item = Place>) -> Placed<'a> {
    let own = diagnostic.location.as_ref().and_then(|_| places.next());
    let related = diagnostic.related.iter();
    let related = related.filter_map(|(_, label)| Some((places.next()?, label.as_str())));
    Placed {
        diagnostic,
        place: own,
        related: related.collect(),
    }
}

/// The place of each, in their order.
fn places(named: &[Named<'_>], sources: &Sources) -> Vec<Place> {
    let mut by_file = vec![Vec::new(); sources.files().count()];
    for (index, named) in named.iter().enumerate() {
        if let Some(indexes) = by_file.get_mut(named.location.file.index()) {
            indexes.push(index);
        }
    }
    let mut all: Vec<_> = named.iter().map(|named| nowhere(&named.location)).collect();
    for (file, indexes) in sources.files().zip(by_file) {
        if indexes.is_empty() {
            continue;
        }
        let pointers = indexes.iter().map(|index| &named[*index].location.pointer);
        for (index, span) in indexes.iter().zip(sources.locate(file, pointers)) {
            all[*index].bytes = shown(named[*index].focus, span);
        }
    }
    all
}

fn nowhere(location: &Location) -> Place {
    Place {
        location: location.clone(),
        bytes: 0..0,
    }
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
