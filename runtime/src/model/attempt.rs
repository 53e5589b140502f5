//! Trying each variant of a union on a value: which fits, and why others do not.

use super::{
    given::Given,
    held::Alternatives,
    trial::{NAMED, as_variant, expected, more},
    variants::{Fit, JsonType},
};
use crate::{
    Json, Violations,
    decode::{
        dropped, strict,
        trail::{Trail, leave},
    },
    validate::json_equal,
};

/// How many characters of a variant's failure a message tells.
const FAILURE: usize = 200;

/// The index of the variant that a value is of, which the union keeps.
pub(super) fn try_all(
    union: &mut dyn Alternatives,
    candidates: &[usize],
    fit: Fit,
    given: &Given<'_>,
) -> Result<usize, String> {
    let mut tried = Tried::default();
    for &index in candidates {
        if tried.attempt(union, index, fit, given)? {
            break;
        }
    }
    tried.result(union, candidates, given)
}

/// Why a variant was not tried: what its rule asks of a value.
fn excluded(union: &dyn Alternatives, candidates: &[usize]) -> Vec<(usize, String)> {
    let all = union.rules().iter().enumerate();
    let others = all.filter(|(index, _)| !candidates.contains(index));
    others
        .filter_map(|(index, rule)| Some((index, rule.asks()?)))
        .collect()
}

/// What came of the variants that were tried.
#[derive(Default)]
struct Tried {
    /// The one that the union keeps.
    kept: Option<Kept>,
    /// Why others do not fit.
    failures: Vec<String>,
    /// How far the one came that came furthest, and the place where it ended.
    closest: Option<(Progress, Trail)>,
}

/// The variant of a union that is kept.
#[derive(Clone, Copy)]
enum Kept {
    /// The first that fits, or the one that fits best.
    Fitting(usize),
    /// The one that fits best of those that can be read at all, the first of several.
    Readable(Misfit, usize),
}

/// How many properties a variant has no place for, and whether it finds violations.
type Misfit = (usize, bool);

/// Whether a variant could be read, and how deep its failure lies.
type Progress = (bool, usize);

impl Tried {
    /// Tries a variant, and says whether no other need be. A second one that fits is an error where only one may.
    fn attempt(
        &mut self,
        union: &mut dyn Alternatives,
        index: usize,
        fit: Fit,
        given: &Given<'_>,
    ) -> Result<bool, String> {
        let before = dropped::begin();
        let (read, trail) = given.try_read(union, index);
        let dropped = dropped::end(before);
        if let Err(reason) = read {
            self.fail(union, index, &trail.place(&reason), (trail, false));
            return Ok(false);
        }
        match union.violations() {
            Ok(()) if dropped == 0 => return self.take(union, index, fit, &given.value),
            Err(violations) if strict::is_on() => self.violate(union, index, &violations),
            checked => self.consider(union, (dropped, checked.is_err()), index),
        }
        Ok(false)
    }

    /// Keeps a variant that does not fit, where no other that was read fits better.
    fn consider(&mut self, union: &mut dyn Alternatives, misfit: Misfit, index: usize) {
        let is_best = match self.kept {
            None => true,
            Some(Kept::Readable(best, _)) => misfit < best,
            Some(Kept::Fitting(_)) => false,
        };
        if is_best {
            self.keep(union, Kept::Readable(misfit, index));
        }
    }

    /// Takes a variant that fits.
    fn take(
        &mut self,
        union: &mut dyn Alternatives,
        index: usize,
        fit: Fit,
        value: &Json,
    ) -> Result<bool, String> {
        let fitting = match self.kept {
            Some(Kept::Fitting(first)) => Some(first),
            Some(Kept::Readable(..)) | None => None,
        };
        let is_best = match (fit, fitting) {
            _ if !strict::is_on() => true,
            (Fit::ExactlyOne, Some(first)) => return Err(both(union, first, index)),
            (Fit::ExactlyOne, None) => false,
            (Fit::Any, _) => gives_back(union, value),
        };
        if is_best || fitting.is_none() {
            self.keep(union, Kept::Fitting(index));
        }
        Ok(is_best)
    }

    fn keep(&mut self, union: &mut dyn Alternatives, kept: Kept) {
        union.keep();
        self.kept = Some(kept);
    }

    /// Notes a variant that does not fit. One that can be read came further than one that cannot.
    fn fail(
        &mut self,
        union: &dyn Alternatives,
        index: usize,
        reason: &str,
        (trail, is_read): (Trail, bool),
    ) {
        if self.failures.len() < NAMED {
            let failure = as_variant(union, index, reason);
            self.failures.push(shorten(failure));
        }
        let progress = (is_read, trail.len());
        let best = self.closest.as_ref().map(|(best, _)| *best);
        if best.is_none_or(|best| progress > best) {
            self.closest = Some((progress, trail));
        }
    }

    fn violate(&mut self, union: &dyn Alternatives, index: usize, violations: &Violations) {
        let first = violations.first();
        let pointer = first.map_or("", |violation| violation.pointer.as_str());
        let trail = Trail::of_pointer(pointer);
        self.fail(union, index, &violations.to_string(), (trail, true));
    }

    fn result(
        self,
        union: &dyn Alternatives,
        candidates: &[usize],
        given: &Given<'_>,
    ) -> Result<usize, String> {
        match self.kept {
            Some(Kept::Fitting(index)) => return Ok(index),
            Some(Kept::Readable((count, _), index)) => {
                dropped::add(count);
                return Ok(index);
            }
            None => {}
        }
        let closest = self.closest.map(|(_, trail)| trail);
        leave(closest.unwrap_or_default().told());
        Err(why_none(union, &self.failures, candidates, given))
    }
}

/// Why a value is of no variant.
fn why_none(
    union: &dyn Alternatives,
    failures: &[String],
    candidates: &[usize],
    given: &Given<'_>,
) -> String {
    let excluded = excluded(union, candidates);
    let count = candidates.len() + excluded.len();
    if !failures.is_empty() {
        let room = NAMED.saturating_sub(failures.len());
        let others = excluded.iter().take(room);
        let others =
            others.map(|(index, asks)| as_variant(union, *index, &format!("expected {asks}")));
        let all: Vec<String> = failures.iter().cloned().chain(others).collect();
        return format!("no variant fits: {}{}", all.join("; "), more(count));
    }
    if excluded.is_empty() {
        return format!("expected {}", expected(union.names()));
    }
    let asked: Vec<String> = excluded.into_iter().map(|(_, asks)| asks).collect();
    let found = JsonType::of(&given.value);
    format!("expected {}, found {found}", any_of(&asked))
}

/// Whether the variant is written as the value that it was read from.
fn gives_back(union: &dyn Alternatives, value: &Json) -> bool {
    union
        .write()
        .is_ok_and(|written| json_equal(&written, value))
}

/// Each once: two variants may ask for the same.
fn any_of(asked: &[String]) -> String {
    let mut said: Vec<&str> = Vec::new();
    for asks in asked.iter().take(NAMED) {
        if !said.contains(&asks.as_str()) {
            said.push(asks);
        }
    }
    let more = more(asked.len());
    match said.split_last() {
        Some((last, before)) if more.is_empty() && !before.is_empty() => {
            format!("{} or {last}", before.join(", "))
        }
        _ => format!("{}{more}", said.join(", ")),
    }
}

#[cold]
fn both(union: &dyn Alternatives, first: usize, second: usize) -> String {
    let (first, second) = (union.name(first), union.name(second));
    format!("the value is both {first} and {second}, and may be only one of them")
}

/// The beginning and the end of a long message: the end tells what failed innermost. Nothing is cut within quotes,
/// since half a credential would not be found when the message is redacted.
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
