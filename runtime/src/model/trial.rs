//! Trying the variants of a union one after the other, where the value does not say which it is.
//!
//! A union within a variant of a union is met once for each variant of the outer one, and one within that once for each
//! of those: what was decided of a value is remembered until the outermost union is read, so that no value is decided
//! twice. What was decided must still be read again, and has a limit that grows with the outermost value.

use std::{any::TypeId, cell::RefCell, collections::HashMap, hash::RandomState};

use super::{
    attempt::try_all,
    given::Given,
    held::{Alternatives, Held},
    union::Union,
    variants::Fit,
};
use crate::{
    Json,
    decode::{strict, trail::leave},
};

/// How many variants a message names.
pub(super) const NAMED: usize = 8;

/// The error for a value whose reading went beyond the limit.
const TOO_MUCH: &str = "alternatives within alternatives take too many trials to be told apart";

/// The error for a union that is asked what it is of a value while it decides that.
pub(super) const ENDLESS: &str = "alternatives stand in each other without end";

/// How much may be read again in any value, and how much for each part of a large one.
const AT_LEAST: usize = 200_000;
const TIMES: usize = 100;

/// The first candidate that reads the value without violations, else the first that reads it.
///
/// Read strictly, all candidates are tried: a second one that fits is an error where only one may, and where several
/// may, the one that gives the value back unchanged is taken.
pub(super) fn read_candidates<T: Union + 'static>(
    candidates: &[usize],
    fit: Fit,
    given: &Given<'_>,
) -> Result<T, String> {
    let mut held = Held::new();
    let tried = decide(&mut held, candidates, fit, given);
    held.taken(tried)
}

/// Reads the variant of this index, or tells why not, and leaves where.
pub(super) fn read_variant<T: Union + 'static>(
    index: usize,
    given: &Given<'_>,
) -> Result<T, String> {
    let mut held = Held::new();
    let tried = read_only(&mut held, index, given);
    held.taken(tried)
}

/// Reads the variant of this index, where it is read, and valid as far as that is asked for.
pub(super) fn read_hint<T: Union + 'static>(index: usize, given: &Given<'_>) -> Option<T> {
    let mut held = Held::new();
    let union: &mut dyn Alternatives = &mut held;
    let (read, _) = given.try_read(union, index);
    let is_taken = read.is_ok() && (!strict::is_on() || union.violations().is_ok());
    union.keep();
    if is_taken {
        held.taken(Ok(())).ok()
    } else {
        None
    }
}

/// Keeps the variant that the value is of, among the candidates.
fn decide(
    union: &mut dyn Alternatives,
    candidates: &[usize],
    fit: Fit,
    given: &Given<'_>,
) -> Result<(), String> {
    if let [only] = candidates {
        return read_only(union, *only, given);
    }
    let Some(_outermost) = Outermost::enter(&given.value) else {
        return decide_nested(union, candidates, fit, given);
    };
    let tried = try_all(union, candidates, fit, given);
    if is_exhausted() {
        return Err(TOO_MUCH.to_owned());
    }
    tried.map(drop)
}

/// Keeps the variant of this index, or tells why it cannot be read, and leaves where.
fn read_only(union: &mut dyn Alternatives, index: usize, given: &Given<'_>) -> Result<(), String> {
    let (read, trail) = given.try_read(union, index);
    match read {
        Ok(()) => {
            union.keep();
            Ok(())
        }
        Err(reason) => {
            leave(trail);
            Err(as_variant(union, index, &reason))
        }
    }
}

pub(super) fn as_variant(union: &dyn Alternatives, index: usize, reason: &str) -> String {
    format!("as {}: {reason}", union.name(index))
}

/// What is expected of a value of a union whose variants have these names.
pub(super) fn expected(names: &[&str]) -> String {
    let shown: Vec<&str> = names.iter().take(NAMED).copied().collect();
    format!("one of {}{}", shown.join(", "), more(names.len()))
}

/// A union within one that is being tried: decides what was not decided before.
fn decide_nested(
    union: &mut dyn Alternatives,
    candidates: &[usize],
    fit: Fit,
    given: &Given<'_>,
) -> Result<(), String> {
    let key = Key::of(union.id(), given);
    if let Some(index) = key.begin(candidates.len(), &given.value)? {
        return read_only(union, index, given);
    }
    let tried = try_all(union, candidates, fit, given);
    key.decide(tried.clone());
    tried.map(drop)
}

/// What stands for the variants that a message does not name.
pub(super) fn more(count: usize) -> String {
    match count.saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    }
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
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Key(TypeId, u64);

impl Key {
    fn of(union: TypeId, given: &Given<'_>) -> Self {
        with_trials(|trials| Self(union, given.hash(&trials.hashing)))
    }

    /// What was decided before; `None` where that is up to the caller, who has the room for it.
    fn begin(self, candidates: usize, value: &Json) -> Result<Option<usize>, String> {
        let weight = weigh(value);
        with_trials(|trials| {
            if let Some(decided) = trials.decided.get(&self).cloned() {
                let index = decided?;
                trials.spend(weight)?;
                return Ok(Some(index));
            }
            trials.spend(weight.saturating_mul(candidates))?;
            // A union may be a variant of itself, and then meets the value that is just being decided.
            trials.decided.insert(self, Err(ENDLESS.to_owned()));
            Ok(None)
        })
    }

    fn decide(self, decision: Result<usize, String>) {
        with_trials(|trials| trials.decided.insert(self, decision));
    }
}

impl Trials {
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
