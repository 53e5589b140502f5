//! Trying each variant of a union on a value: which fits, and why others do not.

use super::{
    given::Given,
    trial::{NAMED, as_variant, expected, more},
    union::{Union, check_union},
    variants::{Fit, JsonType},
};
use crate::{
    Checker, Json, Violations,
    decode::{
        dropped, strict,
        trail::{Trail, leave},
    },
    validate::{json_equal, to_json},
};

/// How many characters of a variant's failure a message tells.
const FAILURE: usize = 200;

/// The variant that a value is of, with its index.
pub(super) fn try_all<T: Union>(
    candidates: &[usize],
    fit: Fit,
    given: &Given<'_>,
) -> Result<(usize, T), String> {
    let mut tried = Tried::default();
    for &index in candidates {
        if tried.attempt(index, fit, given)? {
            break;
        }
    }
    tried.result(candidates, given)
}

/// Why a variant was not tried: what its rule asks of a value.
fn excluded<T: Union>(candidates: &[usize]) -> Vec<(usize, String)> {
    let (rules, _) = T::VARIANTS.rules();
    let all = rules.iter().enumerate();
    let others = all.filter(|(index, _)| !candidates.contains(index));
    others
        .filter_map(|(index, rule)| Some((index, rule.asks()?)))
        .collect()
}

/// What came of the variants that were tried.
struct Tried<T> {
    /// The first that fits, or the one that fits best.
    fitting: Option<(usize, T)>,
    /// The one that fits best of those that can be read at all, the first of several.
    readable: Option<(Misfit, usize, T)>,
    /// Why others do not.
    failures: Vec<String>,
    /// How far the one came that came furthest, and the place where it ended.
    closest: Option<(Progress, Trail)>,
}

/// How many properties a variant has no place for, and whether it finds violations.
type Misfit = (usize, bool);

/// Whether a variant could be read, and how deep its failure lies.
type Progress = (bool, usize);

impl<T> Default for Tried<T> {
    fn default() -> Self {
        Self {
            fitting: None,
            readable: None,
            failures: Vec::new(),
            closest: None,
        }
    }
}

impl<T: Union> Tried<T> {
    /// Tries a variant, and says whether no other need be. A second one that fits is an error where only one may.
    fn attempt(&mut self, index: usize, fit: Fit, given: &Given<'_>) -> Result<bool, String> {
        let before = dropped::begin();
        let (read, trail) = given.try_read(index);
        let dropped = dropped::end(before);
        let union: T = match read {
            Ok(union) => union,
            Err(reason) => {
                self.fail(index, &reason, trail, false);
                return Ok(false);
            }
        };
        match violations(&union) {
            Ok(()) if dropped == 0 => return self.take(index, union, fit, &given.value),
            Err(violations) if strict::is_on() => self.violate(index, &violations),
            checked => self.consider((dropped, checked.is_err()), index, union),
        }
        Ok(false)
    }

    /// Keeps a variant that does not fit, where no other that was read fits better.
    fn consider(&mut self, misfit: Misfit, index: usize, union: T) {
        let best = self.readable.as_ref().map(|(best, _, _)| *best);
        if best.is_none_or(|best| misfit < best) {
            self.readable = Some((misfit, index, union));
        }
    }

    /// Takes a variant that fits.
    fn take(&mut self, index: usize, union: T, fit: Fit, value: &Json) -> Result<bool, String> {
        let is_best = match (fit, &self.fitting) {
            _ if !strict::is_on() => true,
            (Fit::ExactlyOne, Some((first, _))) => return Err(both::<T>(*first, index)),
            (Fit::ExactlyOne, None) => false,
            (Fit::Any, _) => gives_back(&union, value),
        };
        if is_best || self.fitting.is_none() {
            self.fitting = Some((index, union));
        }
        Ok(is_best)
    }

    /// Notes a variant that does not fit. One that can be read came further than one that cannot.
    fn fail(&mut self, index: usize, reason: &str, trail: Trail, is_read: bool) {
        if self.failures.len() < NAMED {
            self.failures.push(shorten(as_variant::<T>(index, reason)));
        }
        let progress = (is_read, trail.len());
        let best = self.closest.as_ref().map(|(best, _)| *best);
        if best.is_none_or(|best| progress > best) {
            self.closest = Some((progress, trail));
        }
    }

    fn violate(&mut self, index: usize, violations: &Violations) {
        let first = violations.first();
        let pointer = first.map_or("", |violation| violation.pointer.as_str());
        let trail = Trail::of_pointer(pointer);
        self.fail(index, &violations.to_string(), trail, true);
    }

    fn result(self, candidates: &[usize], given: &Given<'_>) -> Result<(usize, T), String> {
        if let Some(fitting) = self.fitting {
            return Ok(fitting);
        }
        if let Some(((count, _), index, union)) = self.readable {
            dropped::add(count);
            return Ok((index, union));
        }
        leave(self.closest.map(|(_, trail)| trail).unwrap_or_default());
        let excluded = excluded::<T>(candidates);
        let count = candidates.len() + excluded.len();
        let asked: Vec<String> = match self.failures.as_slice() {
            [] => excluded.into_iter().map(|(_, asks)| asks).collect(),
            failures => {
                let room = NAMED.saturating_sub(failures.len());
                let others = excluded.iter().take(room);
                let others = others
                    .map(|(index, asks)| as_variant::<T>(*index, &format!("expected {asks}")));
                let all: Vec<String> = failures.iter().cloned().chain(others).collect();
                let all = all.join("; ");
                return Err(format!("no variant fits: {all}{}", more(count)));
            }
        };
        Err(match asked.as_slice() {
            [] => format!("expected {}", expected::<T>()),
            asked => format!(
                "expected {}, found {}",
                any_of(asked),
                JsonType::of(&given.value)
            ),
        })
    }
}

fn violations<T: Union>(union: &T) -> Result<(), Violations> {
    let mut checker = Checker::default();
    check_union(union, &mut checker);
    checker.finish()
}

/// Whether a value keeps all that is asked of it.
pub(super) fn is_valid<T: Union>(union: &T) -> bool {
    violations(union).is_ok()
}

/// Whether the variant is written as the value that it was read from.
fn gives_back<T: Union>(union: &T, value: &Json) -> bool {
    to_json(&union).is_ok_and(|written| json_equal(&written, value))
}

/// Each once: two variants may ask for the same.
fn any_of(asked: &[String]) -> String {
    let mut said: Vec<&str> = Vec::new();
    for asks in asked.iter().take(NAMED) {
        if !said.contains(&asks.as_str()) {
            said.push(asks);
        }
    }
    format!("{}{}", said.join(" or "), more(asked.len()))
}

#[cold]
fn both<T: Union>(first: usize, second: usize) -> String {
    let name = |index| T::NAMES.get(index).unwrap_or(&"?");
    let (first, second) = (name(first), name(second));
    format!("the value is both {first} and {second}, and may be only one of them")
}

/// The beginning and the end of a long message: the end tells what failed innermost. Nothing is cut within quotes, since
/// half a credential would not be found when the message is redacted.
fn shorten(message: String) -> String {
    let length = message.chars().count();
    if length <= FAILURE {
        return message;
    }
    let (mut head, mut tail) = (0, message.len());
    let (mut quote, mut before) = (None, ' ');
    for (count, (offset, character)) in message.char_indices().enumerate() {
        if quote.is_none() && count <= FAILURE / 2 {
            head = offset;
        }
        if quote.is_none() && count >= length - FAILURE / 2 {
            tail = tail.min(offset);
        }
        quote = match (quote, character) {
            (None, '"' | '`') => Some(character),
            (Some(open), _) if open == character && before != '\\' => None,
            (open, _) => open,
        };
        before = character;
    }
    let piece = |start, end| message.get(start..end).unwrap_or_default();
    format!("{}…{}", piece(0, head), piece(tail, message.len()))
}

#[cfg(test)]
mod tests {
    use super::shorten;

    #[test]
    fn a_long_failure_keeps_its_ends_and_cuts_no_quote() {
        let secret = "s".repeat(150);
        let message = format!(
            "as A: invalid \"\\\"{secret}\" {}: missing property `x`",
            "-".repeat(90)
        );
        let shown = shorten(message);
        assert!(shown.starts_with("as A: invalid …"), "{shown}");
        assert!(shown.ends_with("-: missing property `x`"), "{shown}");
        assert!(
            !shown.contains('s'.to_string().repeat(5).as_str()),
            "{shown}"
        );
        let short = "as A: missing property `x`";
        assert_eq!(shorten(short.to_owned()), short);
    }
}
