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
    let smaller = (0..length).flat_map(|at| smaller(numbers, at));
    shorter.chain(zeroed).chain(smaller)
}

fn without(numbers: &[u64], start: usize, end: usize) -> Vec<u64> {
    [&numbers[..start], &numbers[end..]].concat()
}

fn zeroed(numbers: &[u64], start: usize, end: usize) -> Vec<u64> {
    let mut numbers = numbers.to_vec();
    numbers[start..end].fill(0);
    numbers
}

fn smaller(numbers: &[u64], at: usize) -> Vec<Vec<u64>> {
    let number = numbers[at];
    let mut choices = vec![number / 2, number.saturating_sub(1)];
    choices.dedup();
    choices.retain(|choice| *choice < number);
    let with = |choice| {
        let mut numbers = numbers.to_vec();
        numbers[at] = choice;
        numbers
    };
    choices.into_iter().map(with).collect()
}
