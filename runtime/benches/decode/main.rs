//! Decoding and encoding with the runtime beside serde's derives of the same shapes, in one run that ends with the
//! ratios: how fast the runtime is where the derive is 1.

#![allow(missing_docs, reason = "a benchmark has no users")]
#![allow(
    clippy::all,
    clippy::pedantic,
    reason = "shapes are as their descriptions have them"
)]

mod github_issue;
mod kubernetes_pod;
mod shapes;
mod stripe_charge;
mod unions;

use std::{hint::black_box, path::Path};

use bindery::{Json, Model};
use criterion::Criterion;
use serde::{Serialize, de::DeserializeOwned};
use shapes::shapes;

/// What is measured, each with the runtime and with serde.
const MEASURED: [&str; 5] = [
    "github issue",
    "stripe charge",
    "kubernetes pod",
    "union by discriminator",
    "union by type",
];

fn compare<T: Model, U: DeserializeOwned + Serialize>(
    criterion: &mut Criterion,
    name: &str,
    text: &str,
) {
    let text = serde_json::from_str::<Json>(text)
        .expect("it is JSON")
        .to_string();
    let (ours, theirs) = (
        read::<T>(&text),
        serde_json::from_slice::<U>(text.as_bytes()).expect("it fits"),
    );
    let json = |value: Result<Json, serde_json::Error>| value.expect("it is JSON");
    assert_eq!(
        json(serde_json::to_value(&ours)),
        json(serde_json::to_value(&theirs))
    );
    let mut group = criterion.benchmark_group(name);
    group.bench_function("decode bindery", |bencher| {
        bencher.iter(|| read::<T>(black_box(&text)))
    });
    group.bench_function("decode serde", |bencher| {
        bencher.iter(|| serde_json::from_slice::<U>(black_box(text.as_bytes())).expect("it fits"));
    });
    group.bench_function("encode bindery", |bencher| {
        bencher.iter(|| serde_json::to_vec(black_box(&ours)).expect("it is written"));
    });
    group.bench_function("encode serde", |bencher| {
        bencher.iter(|| serde_json::to_vec(black_box(&theirs)).expect("it is written"));
    });
    group.finish();
}

/// As a client reads a reply: from bytes, of which each string is checked to be UTF-8. The derives read from bytes too.
fn read<T: Model>(text: &str) -> T {
    let mut deserializer = serde_json::Deserializer::from_slice(text.as_bytes());
    let value = T::read_from(&mut deserializer).expect("it fits");
    deserializer.end().expect("nothing follows");
    value
}

/// How fast the runtime was, by the estimates that the run left.
fn tell_ratios() {
    let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target");
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or(target, Into::into);
    let estimate = |group: &str, function: &str| {
        let folder = target.join("criterion").join(group).join(function);
        let text = std::fs::read_to_string(folder.join("new/estimates.json")).ok()?;
        let estimates: Json = serde_json::from_str(&text).ok()?;
        estimates["median"]["point_estimate"].as_f64()
    };
    for name in MEASURED {
        for way in ["decode", "encode"] {
            let ours = estimate(name, &format!("{way} bindery"));
            let theirs = estimate(name, &format!("{way} serde"));
            if let (Some(ours), Some(theirs)) = (ours, theirs) {
                println!("{way} {name}: {:.2} of serde's speed", theirs / ours);
            }
        }
    }
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let [issue, charge, pod, by_discriminator, by_type] = MEASURED;
    compare::<github_issue::bindery_types::Issue, github_issue::serde_types::Issue>(
        &mut criterion,
        issue,
        include_str!("github_issue.json"),
    );
    compare::<stripe_charge::bindery_types::Charge, stripe_charge::serde_types::Charge>(
        &mut criterion,
        charge,
        include_str!("stripe_charge.json"),
    );
    compare::<
        kubernetes_pod::bindery_types::IoK8sApiCoreV1Pod,
        kubernetes_pod::serde_types::IoK8sApiCoreV1Pod,
    >(&mut criterion, pod, include_str!("kubernetes_pod.json"));
    compare::<Vec<unions::bindery_unions::Event>, Vec<unions::serde_unions::Event>>(
        &mut criterion,
        by_discriminator,
        unions::EVENTS,
    );
    compare::<Vec<unions::bindery_unions::Label>, Vec<unions::serde_unions::Label>>(
        &mut criterion,
        by_type,
        unions::LABELS,
    );
    criterion.final_summary();
    tell_ratios();
}
