//! Changes to numbers and strings.

use bindery_openapi::Pointer;
use bindery_openapi::document::Bound;
use serde_json::{Number, Value, json};

use super::{Kind, Survey};
use crate::instance::number::integer;
use crate::instance::shape::Shape;
use crate::judge::format::number_bounds;

/// Longest string made to be too long.
const MAX_LENGTH: u64 = 100_000;

impl Survey<'_> {
    pub(super) fn suggest_numbers(&mut self, shape: &Shape<'_>, number: &Number, at: &Pointer) {
        for keywords in &shape.numbers {
            if let Some(bound) = &keywords.minimum {
                self.suggest_bound(bound, -1, "a number below the minimum", at);
            }
            if let Some(bound) = &keywords.maximum {
                self.suggest_bound(bound, 1, "a number above the maximum", at);
            }
            if let Some(multiple_of) = keywords.multiple_of.as_ref().and_then(Number::as_f64) {
                let between = number.as_f64().unwrap_or(0.0) + multiple_of / 2.0;
                self.suggest(
                    Kind::Multiple,
                    at,
                    "a number that is not a multiple",
                    json!(between),
                );
            }
        }
        for format in &shape.formats {
            let Some((low, high)) = number_bounds(format) else {
                continue;
            };
            for (value, step) in [(low, -1), (high, 1)] {
                let mutation = format!("a number outside {format}");
                let exclusive = false;
                self.suggest_bound(&Bound { value, exclusive }, step, &mutation, at);
            }
        }
    }

    /// The bound itself where it is excluded, else the next number beyond it.
    fn suggest_bound(&mut self, bound: &Bound, step: i64, mutation: &str, at: &Pointer) {
        if bound.exclusive {
            self.suggest(Kind::Bound, at, mutation, json!(bound.value));
        }
        let whole = bound.value.as_i64().map(i128::from);
        let whole = whole.or_else(|| bound.value.as_u64().map(i128::from));
        let beyond = match whole {
            Some(whole) => integer(whole + i128::from(step)),
            None => bound.value.as_f64().map(|value| json!(far(value, step))),
        };
        if let Some(beyond) = beyond.filter(|beyond| !beyond.is_null()) {
            self.suggest(Kind::Bound, at, mutation, beyond);
        }
    }

    pub(super) fn suggest_strings(&mut self, shape: &Shape<'_>, text: &str, at: &Pointer) {
        if let Some(most) = shape.max_length().filter(|most| *most < MAX_LENGTH) {
            let missing = (most + 1).saturating_sub(text.chars().count() as u64);
            let longer: String = text.chars().chain((0..missing).map(|_| 'x')).collect();
            self.suggest(Kind::Length, at, "a string that is too long", json!(longer));
        }
        if let Some(kept) = shape.min_length().checked_sub(1) {
            let kept = usize::try_from(kept).unwrap_or(usize::MAX);
            let shorter: String = text.chars().take(kept).collect();
            self.suggest(
                Kind::Length,
                at,
                "a string that is too short",
                json!(shorter),
            );
        }
        if shape.strings.iter().any(|it| it.pattern.is_some()) {
            for other in ["", "~", "A", "0", "\u{1}"]
                .map(str::to_owned)
                .into_iter()
                .chain([format!("{text}~")])
            {
                self.suggest(
                    Kind::Pattern,
                    at,
                    "a string the pattern does not match",
                    json!(other),
                );
            }
        }
        for format in &shape.formats {
            for other in broken(format, text) {
                let mutation = format!("a string that is no {format}");
                self.suggest(Kind::Format, at, mutation, Value::String(other));
            }
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a step is one")]
fn far(value: f64, step: i64) -> f64 {
    let step = step as f64;
    (value + step)
        .max(value * (1.0 + step * 0.5))
        .max(value.min(0.0) * 2.0 * -step)
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
