//! Why a text could not be read as a model, and where.

use std::fmt;

use super::{
    descend::descend,
    excerpt,
    locate::{Place, locate},
    place::failed_at,
    strict,
    trail::{self, Trail},
    words,
};
use crate::{Violations, redact::Redactor};

/// Why a body could not be read, with the place, what was expected there, and an excerpt.
///
/// In an error of a [`Client`](crate::Client) the client's credentials are replaced by `[redacted]` in every text.
#[derive(Clone, PartialEq, Eq)]
pub struct DecodeError(Box<Details>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Details {
    kind: DecodeErrorKind,
    pointer: String,
    /// The pointer to what the message is about: where several variants failed, to what holds all that they failed at.
    about: String,
    message: String,
    excerpt: String,
    violations: Option<Violations>,
}

/// The ways in which a text fails to be a model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DecodeErrorKind {
    /// The text is not JSON.
    Syntax,
    /// The text ends before the JSON value does.
    Eof,
    /// The text is JSON of another shape than the schema's.
    Data,
    /// The value has the schema's shape and breaks its constraints.
    Violations,
    /// The body is not the text that its media type promises.
    Text,
}

impl DecodeError {
    /// What went wrong.
    pub const fn kind(&self) -> DecodeErrorKind {
        self.0.kind
    }

    /// Where: a JSON Pointer into the body (RFC 6901). Where the body is no JSON or ends early it points at the value
    /// that was being read; where several variants of a union were tried, at what ended the one that came furthest,
    /// while the error's text begins with the union's place.
    pub fn pointer(&self) -> &str {
        &self.0.pointer
    }

    /// What was found and what was expected.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// The beginning of the value that does not fit, or the text around the place, in at most 80 characters.
    pub fn excerpt(&self) -> &str {
        &self.0.excerpt
    }

    /// The violations, where the value has the right shape and breaks its constraints.
    pub const fn violations(&self) -> Option<&Violations> {
        self.0.violations.as_ref()
    }

    /// Finds the place of an error of `serde_json` by reading the text again.
    #[cold]
    pub(crate) fn json(bytes: &[u8], error: &serde_json::Error, redactor: &Redactor) -> Self {
        let message = message_of(error);
        let offset = offset_of(bytes, error);
        // What is no JSON is known when the character after it has been read.
        let back = usize::from(error.is_syntax());
        let (place, trail) = (locate(bytes, offset.saturating_sub(back)), trail::take());
        let trail = match trail.len() {
            0 => complete(&place, &message),
            _ => trail,
        };
        let start = descend(bytes, place.start, trail.place_steps()).unwrap_or(place.start);
        let (mut pointer, mut about) = (place.pointer.clone(), place.pointer);
        trail.push_to(&mut pointer);
        trail.push_place_to(&mut about);
        let (kind, shown) = match error.classify() {
            serde_json::error::Category::Eof => {
                (DecodeErrorKind::Eof, excerpt::end(bytes, redactor))
            }
            serde_json::error::Category::Syntax => (
                DecodeErrorKind::Syntax,
                excerpt::around(bytes, offset, redactor),
            ),
            serde_json::error::Category::Data | serde_json::error::Category::Io => (
                DecodeErrorKind::Data,
                excerpt::of_value(bytes, start, redactor),
            ),
        };
        let message = excerpt::shorten(&redactor.redact(&message), excerpt::MESSAGE);
        let pointer = redactor.redact(&pointer).into_owned();
        let mut error = Self::new(kind, pointer, message, shown, None);
        error.0.about = redactor.redact(&about).into_owned();
        error
    }

    /// A body of JSON that is UTF-8 up to this byte only (RFC 8259 §8.1).
    #[cold]
    pub(crate) fn json_not_utf8(bytes: &[u8], valid: usize, redactor: &Redactor) -> Self {
        let pointer = locate(bytes, valid).pointer;
        Self::new(
            DecodeErrorKind::Syntax,
            redactor.redact(&pointer).into_owned(),
            "the text is not UTF-8".to_owned(),
            excerpt::around(bytes, valid, redactor),
            None,
        )
    }

    /// A body that is not UTF-8.
    #[cold]
    pub(crate) fn not_utf8(bytes: &[u8], redactor: &Redactor) -> Self {
        let message = "the text is not UTF-8".to_owned();
        let shown = excerpt::of_value(bytes, 0, redactor);
        Self::new(DecodeErrorKind::Text, String::new(), message, shown, None)
    }

    /// The same error, with a word on the media type that the body came under.
    #[must_use]
    pub(crate) fn under(mut self, media_type: &str) -> Self {
        if matches!(self.0.kind, DecodeErrorKind::Syntax | DecodeErrorKind::Eof) {
            self.0.message = format!("{} (the body's media type is {media_type})", self.0.message);
        }
        self
    }

    fn new(
        kind: DecodeErrorKind,
        pointer: String,
        message: String,
        excerpt: String,
        violations: Option<Violations>,
    ) -> Self {
        Self(Box::new(Details {
            kind,
            about: pointer.clone(),
            pointer,
            message,
            excerpt,
            violations,
        }))
    }
}

impl From<Violations> for DecodeError {
    fn from(violations: Violations) -> Self {
        let pointer = violations
            .first()
            .map(|violation| violation.pointer.clone())
            .unwrap_or_default();
        let message = violations.to_string();
        Self::new(
            DecodeErrorKind::Violations,
            pointer,
            message,
            String::new(),
            Some(violations),
        )
    }
}

/// What `serde_json` says in the words of JSON, without the line and column at its end.
fn message_of(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let position = format!(" at line {} column {}", error.line(), error.column());
    let message = text.strip_suffix(&position).unwrap_or(&text);
    words::in_json(message)
}

/// How many bytes had been read: columns count bytes, from one.
fn offset_of(bytes: &[u8], error: &serde_json::Error) -> usize {
    if let Some(offset) = failed_at(bytes) {
        return offset;
    }
    let lines_before = error.line().saturating_sub(1);
    let ends = bytes
        .iter()
        .enumerate()
        .filter(|(_, byte)| **byte == b'\n')
        .map(|(index, _)| index + 1);
    let start = if lines_before == 0 {
        0
    } else {
        ends.into_iter().nth(lines_before - 1).unwrap_or(0)
    };
    (start + error.column()).min(bytes.len())
}

/// The way to the property that the message names, where the error could only be placed at its object.
fn complete(place: &Place, message: &str) -> Trail {
    match strict::refused_property(message) {
        Some(name) if place.is_object => Trail::of_property(name),
        Some(_) | None => Trail::default(),
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Details {
            kind,
            about,
            message,
            excerpt,
            ..
        } = &*self.0;
        match (kind, about.as_str()) {
            (DecodeErrorKind::Violations, _) => return formatter.write_str(message),
            (_, "") => formatter.write_str(message)?,
            (_, pointer) => write!(formatter, "at {pointer}: {message}")?,
        }
        match excerpt.as_str() {
            "" => Ok(()),
            excerpt => write!(formatter, ", near: {excerpt}"),
        }
    }
}

impl fmt::Debug for DecodeError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Details {
            kind,
            pointer,
            message,
            excerpt,
            violations,
            about: _,
        } = &*self.0;
        let mut debug = formatter.debug_struct("DecodeError");
        debug
            .field("kind", kind)
            .field("pointer", pointer)
            .field("message", message)
            .field("excerpt", excerpt);
        if let Some(violations) = violations {
            debug.field("violations", violations);
        }
        debug.finish()
    }
}

impl std::error::Error for DecodeError {}
