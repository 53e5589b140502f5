//! Finds a simpler thing that still fails by making its tape shorter and its
//! numbers smaller. What is made from a changed tape comes from the same maker
//! as before, and so is as valid.

use super::Tape;

/// How many tapes are tried.
const MAX_TRIES: u32 = 4_000;

/// The simplest thing found that still fails. `None` where what `tape` drew
/// does not make one that fails.
pub fn shrink<T>(
    tape: &Tape,
    mut make: impl FnMut(&mut Tape) -> Option<T>,
    mut still_fails: impl FnMut(&T) -> bool,
) -> Option<T> {
    let mut attempt = |numbers: &[u64]| {
        let mut tape = Tape::replay(numbers.to_vec());
        let thing = make(&mut tape).filter(|thing| still_fails(thing))?;
        Some((thing, tape.drawn().to_vec()))
    };
    let (mut best, mut numbers) = attempt(tape.drawn())?;
    let mut tries = MAX_TRIES;
    while tries > 0 {
        let simpler = candidates(&numbers)
            .take(tries as usize)
            .inspect(|_| tries -= 1)
            .find_map(|candidate| {
                attempt(&candidate).filter(|(_, drawn)| simpler(drawn, &numbers))
            });
        match simpler {
            Some((thing, drawn)) => (best, numbers) = (thing, drawn),
            None => break,
        }
    }
    Some(best)
}

/// Whether one tape is simpler than another: shorter, or as long and smaller.
fn simpler(left: &[u64], right: &[u64]) -> bool {
    (left.len(), left) < (right.len(), right)
}

/// Tapes simpler than this one, those that change most first.
fn candidates(numbers: &[u64]) -> impl Iterator<Item = Vec<u64>> + '_ {
    let length = numbers.len();
    let sizes =
        std::iter::successors(Some(length), |size| Some(size / 2)).take_while(|size| *size > 0);
    let spans = sizes.flat_map(move |size| {
        (0..length)
            .step_by(size)
            .map(move |start| (start, (start + size).min(length)))
    });
    let shorter = spans
        .clone()
        .map(|(start, end)| without(numbers, start, end));
    let zeroed = spans
        .filter(|(start, end)| numbers[*start..*end].iter().any(|number| *number > 0))
        .map(|(start, end)| zeroed(numbers, start, end));
    let fewer = (0..length).flat_map(|at| fewer(numbers, at));
    let smaller = (0..length).flat_map(|at| smaller(numbers, at));
    shorter.chain(zeroed).chain(fewer).chain(smaller)
}

fn without(numbers: &[u64], start: usize, end: usize) -> Vec<u64> {
    [&numbers[..start], &numbers[end..]].concat()
}

fn zeroed(numbers: &[u64], start: usize, end: usize) -> Vec<u64> {
    let mut numbers = numbers.to_vec();
    numbers[start..end].fill(0);
    numbers
}

/// The most numbers that are drawn for one of what a number counts.
const DRAWN_FOR_EACH: usize = 2;

/// Tapes on which a number is smaller and numbers after it are gone: a count of characters or items, and
/// what was drawn for those that are no more.
fn fewer(numbers: &[u64], at: usize) -> impl Iterator<Item = Vec<u64>> + '_ {
    let number = numbers[at];
    let none = Some(0).filter(|none| *none < number);
    let choices = none.into_iter().chain(choices_below(number));
    let sizes = choices.flat_map(|choice| (1..=DRAWN_FOR_EACH).map(move |size| (choice, size)));
    sizes.filter_map(move |(choice, size)| {
        let gone = usize::try_from(number - choice).ok()?.checked_mul(size)?;
        let after = at + 1;
        let end = after
            .checked_add(gone)
            .filter(|end| *end <= numbers.len())?;
        let mut numbers = without(numbers, after, end);
        numbers[at] = choice;
        Some(numbers)
    })
}

fn smaller(numbers: &[u64], at: usize) -> Vec<Vec<u64>> {
    let with = |choice| {
        let mut numbers = numbers.to_vec();
        numbers[at] = choice;
        numbers
    };
    choices_below(numbers[at]).into_iter().map(with).collect()
}

fn choices_below(number: u64) -> Vec<u64> {
    let mut choices = vec![number / 2, number.saturating_sub(1)];
    choices.dedup();
    choices.retain(|choice| *choice < number);
    choices
}
