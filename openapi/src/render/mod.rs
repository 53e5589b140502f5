//! Reports as text with excerpts of the sources, or as JSON.

mod excerpt;
mod json;
mod order;

use annotate_snippets::{
    AnnotationKind, Element, Group, Level, Message, Origin, Renderer, Snippet,
    normalize_untrusted_str,
};

use crate::wording::shortened;
use crate::{Report, Severity, Sources};
use excerpt::Excerpt;
pub use json::{Finding, RelatedPlace, TextPosition, TextRange, findings, render_json};
use order::{Place, Placed, Texts};

/// What is shown of a pointer that may be as long as a book.
const MAX_POINTER: usize = 300;

/// How a report is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RenderStyle {
    /// Text alone.
    Plain,
    /// With ANSI colours.
    Ansi,
}

/// Prints `report` with excerpts of `sources`, in the order of the text.
///
/// An empty report gives an empty text, any other one that ends in a line
/// break. No line ends in white space.
pub fn render(report: &Report, sources: &Sources, style: RenderStyle) -> String {
    let renderer = match style {
        RenderStyle::Plain => Renderer::plain(),
        RenderStyle::Ansi => Renderer::styled(),
    };
    let texts = Texts::new(sources);
    let mut text = String::new();
    for placed in order::in_order_of_text(report, sources) {
        if !text.is_empty() {
            text.push('\n');
        }
        let block = renderer.render(&[group(&placed, sources, &texts)]);
        for line in block.lines().filter(|line| !is_bare_separator(line)) {
            text.push_str(line.trim_end());
            text.push('\n');
        }
    }
    text
}

fn group<'a>(placed: &Placed<'a>, sources: &Sources, texts: &Texts<'_>) -> Group<'a> {
    let diagnostic = placed.diagnostic;
    let title = level(diagnostic.severity)
        .primary_title(normalize_untrusted_str(&diagnostic.message))
        .id(diagnostic.code.0);
    let mut group = title.elements(Vec::<Element<'a>>::new());
    let place = placed.place.as_ref();
    if let Some(excerpt) = place.and_then(|place| excerpt(place, sources, texts)) {
        group = group.element(origin(&excerpt)).element(snippet(
            &excerpt,
            AnnotationKind::Primary,
            None,
        ));
    }
    for (place, label) in &placed.related {
        let Some(excerpt) = excerpt(place, sources, texts) else {
            continue;
        };
        group = group.element(origin(&excerpt)).element(snippet(
            &excerpt,
            AnnotationKind::Context,
            Some(label),
        ));
    }
    group.elements(notes(placed))
}

fn excerpt(place: &Place, sources: &Sources, texts: &Texts<'_>) -> Option<Excerpt> {
    let lines = texts.lines(place.location.file)?;
    let (name, text) = (
        sources.name(place.location.file),
        sources.text(place.location.file),
    );
    Some(Excerpt::new(name, text, lines, &place.bytes))
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    }
}

fn origin<'a>(excerpt: &Excerpt) -> Origin<'a> {
    Origin::path(normalize_untrusted_str(&excerpt.file))
        .line(excerpt.line)
        .char_column(excerpt.column)
}

fn snippet<'a>(
    excerpt: &Excerpt,
    kind: AnnotationKind,
    label: Option<&str>,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let annotation = kind
        .span(excerpt.marked.clone())
        .label(label.map(normalize_untrusted_str));
    Snippet::source(excerpt.text.clone())
        .line_start(excerpt.line)
        .annotation(annotation)
}

fn notes(placed: &Placed<'_>) -> Vec<Message<'static>> {
    let at = placed.place.as_ref().map(|place| {
        let pointer = shortened(place.location.pointer.as_str(), MAX_POINTER);
        Level::NOTE
            .with_name("at")
            .message(normalize_untrusted_str(&format!("#{pointer}")))
    });
    let hint = placed
        .diagnostic
        .hint
        .as_deref()
        .map(|hint| Level::HELP.message(normalize_untrusted_str(hint)));
    at.into_iter().chain(hint).collect()
}

/// Whether a line is only the `:::` that announces an excerpt without a file's
/// name. The name has been printed above it, with the column of the whole line.
fn is_bare_separator(line: &str) -> bool {
    let mut visible = String::new();
    let mut rest = line;
    while let Some((before, escape)) = rest.split_once('\u{1b}') {
        visible.push_str(before);
        rest = escape.split_once('m').map_or("", |(_, after)| after);
    }
    visible.push_str(rest);
    visible.trim() == ":::"
}
