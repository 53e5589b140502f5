//! The whole pipeline, from a file to files, beside what the crate `openapiv3` needs to parse the
//! same text, in one run.
//!
//! `BINDERY_SHARED` names the folder of descriptions; without it there is nothing to measure.

use std::fs;
use std::hint::black_box;
use std::path::Path;

use bindery_build::Builder;
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};

/// The largest description of the corpus.
const DESCRIPTION: &str = "corpus/real/github.com__api.github.com.json";

fn pipeline(criterion: &mut Criterion) {
    let Some(shared) = std::env::var_os("BINDERY_SHARED") else {
        println!("BINDERY_SHARED names no folder: nothing is measured");
        return;
    };
    let path = Path::new(&shared).join(DESCRIPTION);
    let text = fs::read_to_string(&path).expect("the description can be read");
    let mut group = criterion.benchmark_group("github");
    group.sample_size(10);
    group.bench_function("openapiv3 parses", |bencher| {
        let parse = || serde_json::from_str::<openapiv3::OpenAPI>(black_box(&text));
        bencher.iter(|| parse().expect("it is OpenAPI 3.0"));
    });
    group.bench_function("file to files", |bencher| {
        let folder = || tempfile::tempdir().expect("a folder");
        bencher.iter_batched(
            folder,
            |folder| {
                let builder = Builder::new().spec(&path).package("github");
                builder
                    .out_dir(folder.path())
                    .write()
                    .expect("it is generated");
                folder
            },
            BatchSize::PerIteration,
        );
    });
    group.finish();
}

criterion_group!(benches, pipeline);
criterion_main!(benches);
