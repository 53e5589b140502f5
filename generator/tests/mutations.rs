//! Strange descriptions made of the accepted ones generate or are refused, and never panic.

use std::path::Path;

use bindery_build::Builder;
use bindery_mutator::{Tape, mutant, seeds_in};
use bindery_openapi::RenderStyle;

/// How many descriptions are made.
const MUTANTS: u64 = 400;

#[test]
fn mutants_of_the_accepted_descriptions_generate_or_are_refused() {
    let seeds = seeds_in(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/accept"),
        20_000,
    );
    let mut generated = 0;
    for seed in 0..MUTANTS {
        let description = mutant(&seeds, &mut Tape::seeded(seed, 200)).expect("there are seeds");
        let builder = Builder::new().spec_text("mutant.json", description.to_string());
        let generation = builder.generate().expect("nothing is read from disk");
        generation.render(RenderStyle::Plain);
        generated += u64::from(!generation.has_errors());
    }
    // Where nearly all were refused, little would be tested.
    assert!(generated > MUTANTS / 5, "{generated} of {MUTANTS} generate");
}
