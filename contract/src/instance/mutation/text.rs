//! Changes to strings: their length, their pattern, their format.

use bindery_openapi::Pointer;
use serde_json::{Value, json};

use super::{Kind, Survey};
use crate::Tape;
use crate::instance::format::make_format;
use crate::instance::pattern::make_match;
use crate::instance::shape::Shape;
use crate::instance::stretch::stretch;

/// Longest string made to be too long.
const MAX_LENGTH: u64 = 100_000;
/// How many other strings of a format are looked at for one that is too long or too short.
const OTHERS: u64 = 24;

impl Survey<'_> {
    pub(super) fn suggest_strings(&mut self, shape: &Shape<'_>, text: &str, at: &Pointer) {
        self.suggest_lengths(shape, text, at);
        if shape.strings.iter().any(|it| it.pattern.is_some()) {
            let others = ["", "~", "A", "0", "\u{1}"].map(str::to_owned).into_iter();
            for other in others.chain([format!("{text}~")]) {
                let mutation = "a string the pattern does not match";
                self.suggest(Kind::Pattern, at, mutation, json!(other));
            }
            // What is of the format still, and not of the pattern.
            for other in alike(&[], &shape.formats) {
                let mutation = "another string of its format";
                self.suggest(Kind::Pattern, at, mutation, json!(other));
            }
        }
        for format in &shape.formats {
            for other in broken(format, text) {
                let mutation = format!("a string that is no {format}");
                self.suggest(Kind::Format, at, mutation, Value::String(other));
            }
        }
    }

    /// Strings that are too long or too short; of a format or a pattern those first that are of it
    /// still, which nothing but their length makes invalid.
    fn suggest_lengths(&mut self, shape: &Shape<'_>, text: &str, at: &Pointer) {
        let (most, least) = (shape.max_length(), shape.min_length());
        let most = most.filter(|most| *most < MAX_LENGTH);
        if most.is_none() && least == 0 {
            return;
        }
        let patterns: Vec<&str> = shape
            .strings
            .iter()
            .filter_map(|it| it.pattern.as_deref())
            .collect();
        for other in alike(&patterns, &shape.formats) {
            let length = other.chars().count() as u64;
            if most.is_some_and(|most| length > most) {
                self.suggest(Kind::Length, at, "a string that is too long", json!(other));
            } else if length < least {
                self.suggest(Kind::Length, at, "a string that is too short", json!(other));
            }
        }
        if let Some(most) = most {
            let stretched = shape
                .formats
                .iter()
                .filter_map(|format| stretch(format, text, most + 1));
            let missing = (most + 1).saturating_sub(text.chars().count() as u64);
            let longer: String = text.chars().chain((0..missing).map(|_| 'x')).collect();
            for longer in stretched.chain([longer]).collect::<Vec<_>>() {
                self.suggest(Kind::Length, at, "a string that is too long", json!(longer));
            }
        }
        if let Some(kept) = least.checked_sub(1) {
            let kept = usize::try_from(kept).unwrap_or(usize::MAX);
            let shorter: String = text.chars().take(kept).collect();
            self.suggest(
                Kind::Length,
                at,
                "a string that is too short",
                json!(shorter),
            );
        }
    }
}

/// Other strings of the patterns and the formats, the simplest first.
fn alike(patterns: &[&str], formats: &[&str]) -> Vec<String> {
    let mut all = Vec::new();
    for at in 0..OTHERS {
        let mut tape = match at {
            0 => Tape::replay(Vec::new()),
            at => Tape::from_seed(at),
        };
        match (patterns.first(), formats.first()) {
            (Some(pattern), _) => all.extend(make_match(pattern, at, &mut tape)),
            (None, Some(format)) => all.extend(make_format(format, &mut tape)),
            (None, None) => {}
        }
    }
    all
}

/// Strings that look like the format and are not.
fn broken(format: &str, text: &str) -> Vec<String> {
    let plain = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    match format {
        "date-time" => plain(&[
            "2024-02-30T00:00:00Z",
            "2024-01-31T10:00:00",
            "2024-01-31",
            "soon",
        ]),
        "date" => plain(&[
            "2023-02-29",
            "2024-13-01",
            "31.1.2024",
            "2024-01-31T00:00:00Z",
        ]),
        "time" => plain(&["25:00:00Z", "10:61:00Z", "noon"]),
        "duration" => plain(&["1 hour", "P", "PT"]),
        "uuid" => vec![text.chars().skip(1).collect(), "not-a-uuid".to_owned()],
        "email" | "idn-email" => plain(&["nobody", "@example", "a@"]),
        "hostname" | "idn-hostname" => plain(&["-a.example", "a b", "a..b"]),
        "ipv4" => plain(&["256.0.0.1", "1.2.3", "01.2.3.4"]),
        "ipv6" => plain(&["::g", "1::2::3", "12345::"]),
        "byte" => plain(&["*", "abc", "a=bc"]),
        _ => plain(&["::", " ", "{", "\\", "[", "~2"]),
    }
}
