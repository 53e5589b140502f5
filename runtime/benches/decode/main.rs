//! Decoding and encoding with the runtime beside serde's derives of the same shapes, from the same bytes and to the same,
//! in one run that ends with a table: how fast the runtime is where the derive is 1.
//!
//! `serde_json::from_slice` reads both by the same door. `bindery::decode` is measured beside it: it also checks, which the
//! derive does not.
//!
//! `cargo bench -p bindery --bench decode -- --table` gives the table alone.

#![allow(missing_docs, reason = "a benchmark has no users")]
#![allow(
    clippy::all,
    clippy::pedantic,
    reason = "shapes are as their descriptions have them"
)]

mod github_issue;
mod kubernetes_pod;
mod ratio;
mod shapes;
mod stripe_charge;
mod table;
mod unions;

use std::hint::black_box;

use bindery::{Json, Model};
use criterion::Criterion;
use ratio::speed;
use serde::{Serialize, de::DeserializeOwned};
use shapes::shapes;
use table::Speeds;

/// Runs one thing of each kind for as long as criterion likes.
fn measure<T: Model, U: DeserializeOwned + Serialize>(
    criterion: &mut Criterion,
    object: &Object<T, U>,
) {
    let mut group = criterion.benchmark_group(object.name);
    group.bench_function("decode bindery", |bencher| {
        bencher.iter(|| object.from_slice::<T>())
    });
    group.bench_function("decode checked", |bencher| bencher.iter(|| object.decode()));
    group.bench_function("decode serde", |bencher| {
        bencher.iter(|| object.from_slice::<U>())
    });
    group.bench_function("encode bindery", |bencher| {
        bencher.iter(|| write(&object.ours))
    });
    group.bench_function("encode serde", |bencher| {
        bencher.iter(|| write(&object.theirs))
    });
    group.finish();
}

/// How fast the runtime is, by batches of both in turns.
fn speeds<T: Model, U: DeserializeOwned + Serialize>(object: &Object<T, U>) -> Speeds {
    Speeds {
        name: object.name,
        read: speed(|| object.from_slice::<T>(), || object.from_slice::<U>()),
        decode: speed(|| object.decode(), || object.from_slice::<U>()),
        write: speed(|| write(&object.ours), || write(&object.theirs)),
    }
}

/// A text, and what it is for the runtime and for serde's derives.
struct Object<T, U> {
    name: &'static str,
    text: Vec<u8>,
    ours: T,
    theirs: U,
}

impl<T: Model, U: DeserializeOwned + Serialize> Object<T, U> {
    fn new(name: &'static str, text: &str) -> Self {
        let json: Json = serde_json::from_str(text).expect("it is JSON");
        let text = json.to_string().into_bytes();
        let (ours, theirs): (T, U) = (read(&text), read(&text));
        assert_eq!(as_json(&ours), as_json(&theirs), "{name}");
        Self {
            name,
            text,
            ours,
            theirs,
        }
    }

    /// By the door that is open to both.
    fn from_slice<V: DeserializeOwned>(&self) -> V {
        read(black_box(&self.text))
    }

    fn decode(&self) -> T {
        bindery::decode(black_box(&self.text)).expect("it fits")
    }
}

fn read<T: DeserializeOwned>(text: &[u8]) -> T {
    serde_json::from_slice(text).expect("it fits")
}

fn write<T: Serialize>(value: &T) -> Vec<u8> {
    serde_json::to_vec(black_box(value)).expect("it is written")
}

fn as_json<T: Serialize>(value: &T) -> Json {
    serde_json::to_value(value).expect("it is JSON")
}

fn main() {
    let issue = Object::<github_issue::bindery_types::Issue, github_issue::serde_types::Issue>::new(
        "github issue",
        include_str!("github_issue.json"),
    );
    let charge =
        Object::<stripe_charge::bindery_types::Charge, stripe_charge::serde_types::Charge>::new(
            "stripe charge",
            include_str!("stripe_charge.json"),
        );
    let pod = Object::<
        kubernetes_pod::bindery_types::IoK8sApiCoreV1Pod,
        kubernetes_pod::serde_types::IoK8sApiCoreV1Pod,
    >::new("kubernetes pod", include_str!("kubernetes_pod.json"));
    let by_discriminator = Object::<
        Vec<unions::bindery_unions::Event>,
        Vec<unions::serde_unions::Event>,
    >::new("union by discriminator", unions::EVENTS);
    let by_type =
        Object::<Vec<unions::bindery_unions::Label>, Vec<unions::serde_unions::Label>>::new(
            "union by type",
            unions::LABELS,
        );

    if !std::env::args().any(|argument| argument == "--table") {
        let mut criterion = Criterion::default().configure_from_args();
        measure(&mut criterion, &issue);
        measure(&mut criterion, &charge);
        measure(&mut criterion, &pod);
        measure(&mut criterion, &by_discriminator);
        measure(&mut criterion, &by_type);
        criterion.final_summary();
    }
    table::print(|| {
        vec![
            speeds(&issue),
            speeds(&charge),
            speeds(&pod),
            speeds(&by_discriminator),
            speeds(&by_type),
        ]
    });
}
