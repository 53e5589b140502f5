//! How fast one way is beside another, on a machine that does other things too: both run in short batches by turns, so
//! that what slows one slows the other, and the middle of the ratios is told.

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

/// How long a batch takes: shorter than what a scheduler gives a process at once.
const BATCH: Duration = Duration::from_micros(300);

/// How many pairs of batches are compared.
const PAIRS: usize = 201;

/// How many times as fast `ours` is as `theirs`.
pub fn speed<A, B>(ours: impl Fn() -> A, theirs: impl Fn() -> B) -> f64 {
    let runs = runs_in_a_batch(&theirs);
    let mut ratios: Vec<f64> = (0..PAIRS)
        .map(|pair| {
            // Who comes first finds the caches as the other left them.
            let (ours, theirs) = if pair % 2 == 0 {
                let ours = time(runs, &ours);
                (ours, time(runs, &theirs))
            } else {
                let theirs = time(runs, &theirs);
                (time(runs, &ours), theirs)
            };
            theirs.as_secs_f64() / ours.as_secs_f64()
        })
        .collect();
    ratios.sort_by(f64::total_cmp);
    ratios[PAIRS / 2]
}

fn runs_in_a_batch<T>(run: &impl Fn() -> T) -> u32 {
    let mut runs = 1;
    while time(runs, run) < BATCH {
        runs *= 2;
    }
    runs
}

fn time<T>(runs: u32, run: &impl Fn() -> T) -> Duration {
    let start = Instant::now();
    for _ in 0..runs {
        black_box(run());
    }
    start.elapsed()
}
