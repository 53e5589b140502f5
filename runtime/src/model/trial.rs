//! Trying the variants of a union one after the other, where the value does not say which it is.
//!
//! A union within a variant of a union is met once for each variant of the outer one, and one within that once for each
//! of those: what was decided of a value is remembered until the outermost union is read, so that no value is decided
//! twice. What was decided must still be read again, and has a limit that grows with the outermost value.

use std::{
    any::TypeId,
    cell::RefCell,
    collections::HashMap,
    hash::{BuildHasher, RandomState},
};

use super::union::{Union, check_union};
use crate::{Checker, Json};

/// How many characters of a variant's failure a message tells.
const FAILURE: usize = 200;

/// How many variants a message names.
const NAMED: usize = 8;

/// The error for a value whose reading went beyond the limit.
const TOO_MUCH: &str = "alternatives within alternatives take too many trials to be told apart";

/// How much may be read again in any value, and how much for each part of a large one.
const AT_LEAST: usize = 200_000;
const TIMES: usize = 100;

/// The first candidate that reads the value without violations, else the first that reads it.
pub(super) fn read_candidates<T: Union + 'static>(
    candidates: &[usize],
    value: Json,
) -> Result<T, String> {
    if let [only] = candidates {
        return read_variant(*only, value);
    }
    let Some(_outermost) = Outermost::enter(&value) else {
        return read_nested(candidates, value);
    };
    let read = try_all(candidates, &value);
    if is_exhausted() {
        return Err(TOO_MUCH.to_owned());
    }
    read.map(|(_, union)| union)
}

/// Reads the variant of this index, or tells why not.
pub(super) fn read_variant<T: Union>(index: usize, value: Json) -> Result<T, String> {
    T::read(index, value)
        .map_err(|error| format!("as {}: {error}", T::NAMES.get(index).unwrap_or(&"?")))
}

/// What is expected of a value of this union.
pub(super) fn expected<T: Union>() -> String {
    let named: Vec<&str> = T::NAMES.iter().take(NAMED).copied().collect();
    format!("one of {}{}", named.join(", "), more(T::NAMES.len()))
}

/// A union within one that is being tried: decides what was not decided before.
fn read_nested<T: Union + 'static>(candidates: &[usize], value: Json) -> Result<T, String> {
    let weight = weigh(&value);
    let key = with_trials(|trials| trials.key::<T>(&value));
    match with_trials(|trials| trials.decided.get(&key).cloned()) {
        Some(Ok(index)) => {
            with_trials(|trials| trials.spend(weight))?;
            return read_variant(index, value);
        }
        Some(Err(reason)) => return Err(reason),
        None => {}
    }
    with_trials(|trials| trials.spend(weight.saturating_mul(candidates.len())))?;
    let read = try_all(candidates, &value);
    let decision = read.as_ref().map(|(index, _)| *index).map_err(Clone::clone);
    with_trials(|trials| trials.decided.insert(key, decision));
    read.map(|(_, union)| union)
}

fn try_all<T: Union>(candidates: &[usize], value: &Json) -> Result<(usize, T), String> {
    let mut first = None;
    let mut failures = Vec::new();
    for &index in candidates {
        match read_variant(index, value.clone()) {
            Ok(union) if is_valid(&union) => return Ok((index, union)),
            Ok(union) => first = first.or(Some((index, union))),
            Err(failure) if failures.len() < NAMED => failures.push(shorten(failure)),
            Err(_) => {}
        }
    }
    first.ok_or_else(|| no_variant::<T>(&failures, candidates.len()))
}

pub(super) fn is_valid<T: Union>(union: &T) -> bool {
    let mut checker = Checker::default();
    check_union(union, &mut checker);
    checker.finish().is_ok()
}

fn no_variant<T: Union>(failures: &[String], tried: usize) -> String {
    match failures {
        [] => format!("expected {}", expected::<T>()),
        failures => format!("no variant fits: {}{}", failures.join("; "), more(tried)),
    }
}

/// What stands for the variants that a message does not name.
fn more(count: usize) -> String {
    match count.saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    }
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

thread_local! {
    static TRIALS: RefCell<Trials> = RefCell::default();
}

/// What was decided within the outermost union.
#[derive(Default)]
struct Trials {
    is_on: bool,
    /// How much may still be read; `None` when it was not enough.
    budget: Option<usize>,
    /// Keyed at random, so that no server can make two values of one key.
    hashing: RandomState,
    /// The variant of a value, or why none fits.
    decided: HashMap<Key, Result<usize, String>>,
}

/// A union and a value of it.
type Key = (TypeId, u64);

impl Trials {
    fn key<T: Union + 'static>(&self, value: &Json) -> Key {
        (TypeId::of::<T>(), self.hashing.hash_one(value))
    }

    fn spend(&mut self, weight: usize) -> Result<(), String> {
        self.budget = self.budget.and_then(|budget| budget.checked_sub(weight));
        self.budget.map(drop).ok_or_else(|| TOO_MUCH.to_owned())
    }
}

fn with_trials<R>(act: impl FnOnce(&mut Trials) -> R) -> R {
    TRIALS.with_borrow_mut(act)
}

fn is_exhausted() -> bool {
    with_trials(|trials| trials.budget.is_none())
}

/// How much there is to read in a value: its parts, and more for long texts.
fn weigh(value: &Json) -> usize {
    const TEXT: usize = 64;
    match value {
        Json::Null | Json::Bool(_) | Json::Number(_) => 1,
        Json::String(text) => 1 + text.len() / TEXT,
        Json::Array(elements) => 1 + elements.iter().map(weigh).sum::<usize>(),
        Json::Object(properties) => properties.iter().fold(1, |weight, (name, value)| {
            weight + name.len() / TEXT + weigh(value)
        }),
    }
}

/// Remembers decisions on this thread until it is dropped.
struct Outermost;

impl Outermost {
    /// `None` within another union that is being tried.
    fn enter(value: &Json) -> Option<Self> {
        with_trials(|trials| {
            if trials.is_on {
                return None;
            }
            trials.is_on = true;
            trials.budget = Some(AT_LEAST.saturating_add(weigh(value).saturating_mul(TIMES)));
            Some(Self)
        })
    }
}

impl Drop for Outermost {
    fn drop(&mut self) {
        with_trials(|trials| {
            trials.is_on = false;
            trials.decided = HashMap::new();
        });
    }
}

#[cfg(test)]
mod tests {
    use super::shorten;

    #[test]
    fn a_long_failure_keeps_its_ends_and_cuts_no_quote() {
        let secret = "s".repeat(150);
        let message = format!(
            "as A: invalid \"\\\"{secret}\" {}: missing field `x`",
            "-".repeat(90)
        );
        let shown = shorten(message);
        assert!(shown.starts_with("as A: invalid …"), "{shown}");
        assert!(shown.ends_with("-: missing field `x`"), "{shown}");
        assert!(
            !shown.contains('s'.to_string().repeat(5).as_str()),
            "{shown}"
        );
        let short = "as A: missing field `x`";
        assert_eq!(shorten(short.to_owned()), short);
    }
}
