//! Instances are valid, mutants are not, and both can be made again and shrunk.

mod keywords;
mod limits;
mod mutants;
mod objects;
mod replay;
#[path = "../support/mod.rs"]
mod support;

use bindery_contract::{Instances, Judge, Mutant, Tape};
use serde_json::Value;
use support::schema;

const SEEDS: u64 = 200;

fn instances(schema_value: &Value) -> (Instances, bindery_openapi::document::SchemaId) {
    let (document, id) = schema(schema_value);
    (Instances::new(Judge::new(document)), id)
}

/// Instances of the schema, one for each seed. That they are valid is part of what made them.
fn valid(schema_value: &Value) -> Vec<Value> {
    let (instances, id) = instances(schema_value);
    (0..SEEDS)
        .map(|seed| {
            let made = instances.valid(id, &mut Tape::from_seed(seed));
            made.unwrap_or_else(|reason| panic!("{schema_value}: seed {seed}: {reason}"))
        })
        .collect()
}

fn mutants(schema_value: &Value) -> Vec<Mutant> {
    let (instances, id) = instances(schema_value);
    (0..SEEDS)
        .map(|seed| {
            let made = instances.invalid(id, &mut Tape::from_seed(seed));
            made.unwrap_or_else(|reason| panic!("{schema_value}: seed {seed}: {reason}"))
        })
        .collect()
}
