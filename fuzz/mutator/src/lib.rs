//! Makes strange descriptions of good ones: subtrees are swapped, deleted, doubled, replaced,
//! renamed, wrapped and referred to, as a tape of bytes chooses.
//!
//! ```text
//! seeds, tape ──choose──▶ value ──mutate, a few times──▶ value
//! ```
//!
//! The same tape makes the same description, so that what is found can be made again, and a
//! fuzzer that changes bytes of the tape changes choices.

mod hostile;
mod mutation;
mod node;
mod seeds;
mod tape;

use serde_json::Value;

pub use hostile::{NAMES, TEXTS};
pub use mutation::mutate;
pub use seeds::seeds_in;
pub use tape::Tape;

/// The most mutations of one description.
const MUTATIONS: usize = 12;

/// A description made of one of the seeds as the tape says. `None` without seeds.
pub fn mutant(seeds: &[Value], tape: &mut Tape) -> Option<Value> {
    let mut value = seeds.get(tape.below(seeds.len()))?.clone();
    let donor = seeds.get(tape.below(seeds.len()))?;
    let most = tape.below(MUTATIONS);
    for _ in 0..=tape.below(most + 1) {
        mutate(&mut value, donor, tape);
    }
    Some(value)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_same_tape_makes_the_same_description() {
        let seeds = [
            json!({"a": [1, {"b": "c"}]}),
            json!({"d": {"e": [true, null]}}),
        ];
        for seed in 0..200 {
            let make = || mutant(&seeds, &mut Tape::seeded(seed, 64));
            assert_eq!(make(), make());
        }
    }

    #[test]
    fn an_empty_tape_and_no_seeds_are_no_trouble() {
        assert_eq!(mutant(&[], &mut Tape::new(&[])), None);
        assert!(mutant(&[json!({})], &mut Tape::new(&[])).is_some());
    }
}
