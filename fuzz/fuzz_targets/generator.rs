//! Any strange description generates or is refused with a reason, its files stay in their
//! folder, and the second time they are the same.
//!
//! The input is the tape that chooses what becomes of the seeds. `BINDERY_SHARED` adds to these;
//! `BINDERY_SHOW` prints the description that a tape makes.

#![no_main]

use std::path::Path;
use std::sync::LazyLock;

use bindery_build::{Builder, GeneratedFile};
use bindery_mutator::{Tape, mutant, seeds_in};
use bindery_openapi::RenderStyle;
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

/// The largest description that is a seed, so that a second has enough of them.
const BYTES: u64 = 60_000;

static SEEDS: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let own = ["generator/tests/accept", "openapi/tests", "specs"].map(|folder| here.join(folder));
    let shared = std::env::var_os("BINDERY_SHARED").map(|shared| Path::new(&shared).join("corpus"));
    own.iter().chain(&shared).flat_map(|folder| seeds_in(folder, BYTES)).collect()
});

fuzz_target!(|bytes: &[u8]| {
    let description = mutant(&SEEDS, &mut Tape::new(bytes)).expect("there are seeds");
    let text = description.to_string();
    if std::env::var_os("BINDERY_SHOW").is_some() {
        println!("{text}");
    }
    let first = generate(&text);
    for file in &first {
        let is_inside = |part: &str| !matches!(part, "" | "." | "..") && part.len() < 256;
        assert!(file.path.split('/').all(is_inside), "{}", file.path);
    }
    assert!(first == generate(&text), "not the same files twice");
});

fn generate(text: &str) -> Vec<GeneratedFile> {
    let builder = Builder::new().lib().crate_path("fuzz").spec_text("fuzz.json", text);
    let generation = builder.generate().expect("nothing is read from disk");
    generation.render(RenderStyle::Plain);
    generation.files
}
