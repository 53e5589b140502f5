//! One instance of each component schema, and what it is after a way through its type.

mod support;

use std::fmt::Write;
use std::sync::Arc;

use bindery_contract::{Instances, Judge, Tape};
use bindery_openapi::document::SchemaId;
use serde_json::Value;
use support::equality::equal;
use support::models::MODELS;
use support::{API_NAMES, document};

/// Chosen so that samples are neither empty nor long.
const SEED: u64 = 11;

#[test]
fn a_sample_of_each_schema_comes_back_as_its_snapshot_says() {
    for api in API_NAMES {
        let instances = Instances::new(Arc::new(Judge::new(document(api))));
        for case in MODELS.iter().filter(|case| case.api == api) {
            let schema = case.schema_id(&instances);
            let sample = sample(&instances, schema);
            let back = (case.round_trip)(sample.to_string().as_bytes()).expect("it is valid");
            assert!(
                equal(&sample, &back),
                "{case}: {sample} came back as {back}"
            );
            let mut shown = format!("{sample:#}\n\ncomes back equal");
            for (pointer, before, after) in differences(&sample, &back, String::new()) {
                write!(shown, "\n{pointer}: {before} is written {after}")
                    .expect("a string takes all");
            }
            insta::assert_snapshot!(format!("{api}__{}", case.schema), shown);
        }
    }
}

/// The schema's own example, else an instance made for it.
fn sample(instances: &Instances, schema: SchemaId) -> Value {
    let example = instances
        .judge()
        .document()
        .schema(schema)
        .examples
        .first()
        .cloned();
    example.unwrap_or_else(|| {
        instances
            .valid(schema, &mut Tape::from_seed(SEED))
            .expect("the schema has instances")
    })
}

/// Where two equal values are written differently.
fn differences(before: &Value, after: &Value, pointer: String) -> Vec<(String, Value, Value)> {
    match (before, after) {
        _ if before == after => Vec::new(),
        (Value::Object(before), Value::Object(after)) => before
            .iter()
            .flat_map(|(key, before)| differences(before, &after[key], format!("{pointer}/{key}")))
            .collect(),
        (Value::Array(before), Value::Array(after)) => before
            .iter()
            .zip(after)
            .enumerate()
            .flat_map(|(index, (before, after))| {
                differences(before, after, format!("{pointer}/{index}"))
            })
            .collect(),
        _ => vec![(pointer, before.clone(), after.clone())],
    }
}
