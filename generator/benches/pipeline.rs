//! The whole pipeline, from a file to files, beside what the crate `openapiv3` needs to parse the
//! same text, in one run, and how many times longer it takes.
//!
//! `BINDERY_SHARED` names the folder of descriptions; without it there is nothing to measure.

use std::cell::RefCell;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use bindery_build::Builder;
use criterion::{Criterion, criterion_group, criterion_main};

/// The largest description of the corpus.
const DESCRIPTION: &str = "corpus/real/github.com__api.github.com.json";

/// The times that one thing took, the warming up included.
#[derive(Default)]
struct Times(RefCell<Vec<Duration>>);

impl Times {
    /// The time that `work` takes, which is kept; what it gives is dropped outside of it.
    fn of<R>(&self, work: impl FnOnce() -> R) -> Duration {
        let started = Instant::now();
        let made = work();
        let time = started.elapsed();
        drop(made);
        self.0.borrow_mut().push(time);
        time
    }

    fn median(&self) -> f64 {
        let mut times = self.0.borrow().clone();
        times.sort_unstable();
        let middle = times.get(times.len() / 2);
        middle.map_or(f64::NAN, Duration::as_secs_f64)
    }
}

fn pipeline(criterion: &mut Criterion) {
    let Some(shared) = std::env::var_os("BINDERY_SHARED") else {
        println!("BINDERY_SHARED names no folder: nothing is measured");
        return;
    };
    let path = Path::new(&shared).join(DESCRIPTION);
    let text = fs::read_to_string(&path).expect("the description can be read");
    let parse = || {
        let parsed = serde_json::from_str::<openapiv3::OpenAPI>(black_box(&text));
        parsed.expect("it is OpenAPI 3.0")
    };
    let (parsing, generating) = (Times::default(), Times::default());
    // Removed at the end: a file system may take long to make files where many have just been removed.
    let folders = RefCell::new(Vec::new());
    let generate = || folders.borrow_mut().push(generate(&path));
    let mut group = criterion.benchmark_group("github");
    group.sample_size(10);
    group.bench_function("openapiv3 parses", |bencher| bencher.iter(parse));
    group.bench_function("file to files", |bencher| {
        bencher.iter_custom(|iterations| {
            // By turns, so that a machine that is busy with other things slows both.
            let turn = |_| {
                parsing.of(parse);
                generating.of(generate)
            };
            (0..iterations).map(turn).sum()
        });
    });
    group.finish();
    let (parsing, generating) = (parsing.median(), generating.median());
    println!(
        "file to files takes {:.1} times as long as openapiv3 parses: {:.0} ms beside {:.0} ms",
        generating / parsing,
        generating * 1000.0,
        parsing * 1000.0
    );
}

/// Generates a package into a new folder, which goes when it is dropped.
fn generate(path: &Path) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let builder = Builder::new().spec(path).package("github");
    let written = builder.out_dir(folder.path()).write();
    written.expect("it is generated");
    folder
}

criterion_group!(benches, pipeline);
criterion_main!(benches);
