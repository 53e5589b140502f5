//! The types of every component schema against instances made from the description: those that
//! an independent validator finds valid decode and come back equal, those it finds invalid are refused.
//!
//! Properties that a schema does not name occur only where it states `additionalProperties`:
//! elsewhere types drop them, so that such an instance does not come back.
//!
//! `BINDERY_SEED=<number>` replays one instance of each schema; failures print it.

mod support;

use std::env::VarError;
use std::ops::RangeInclusive;
use std::sync::Arc;

use bindery_contract::{Instances, Judge, Mutant, Tape};
use bindery_openapi::Pointer;
use serde_json::Value;
use support::equality::equal;
use support::models::{MODELS, ModelCase};
use support::{API_NAMES, document};

/// How many valid and how many invalid instances each schema is tried with.
const INSTANCES: u64 = 256;

#[test]
fn every_component_schema_has_a_case() {
    for api in API_NAMES {
        let document = document(api);
        let described = document
            .components
            .schemas
            .iter()
            .map(|named| named.name.as_str());
        let cases = MODELS
            .iter()
            .filter(|case| case.api == api)
            .map(|case| case.schema);
        assert!(
            described.eq(cases),
            "the cases of {api} are its schemas, in order"
        );
    }
}

#[test]
fn valid_instances_decode_and_come_back_equal() {
    for_each_schema(|case, instances| {
        let schema = case.schema_id(instances);
        for seed in seeds() {
            let mut tape = Tape::from_seed(seed);
            let instance = instances
                .valid(schema, &mut tape)
                .expect("the schema has instances");
            let Err(failure) = comes_back(case, &instance) else {
                continue;
            };
            let shrunk = instances
                .shrink(schema, &tape, |smaller| comes_back(case, smaller).is_err())
                .unwrap_or(instance);
            panic!("{case}, BINDERY_SEED={seed}: {failure}\nshrunk to {shrunk}");
        }
    });
}

#[test]
fn invalid_instances_are_refused_with_the_place() {
    for_each_schema(|case, instances| {
        let schema = case.schema_id(instances);
        for seed in seeds() {
            let mut tape = Tape::from_seed(seed);
            let mutant = match instances.invalid(schema, &mut tape) {
                Ok(mutant) => mutant,
                Err(reason) => {
                    assert!(case.admits_everything, "{case}: {reason}");
                    return;
                }
            };
            assert!(!case.admits_everything, "{case} refuses {}", mutant.value);
            if let Err(failure) = is_refused(case, &mutant) {
                panic!(
                    "{case}, BINDERY_SEED={seed}, {}: {failure}\n{}",
                    mutant.mutation, mutant.value
                );
            }
        }
    });
}

fn for_each_schema(run: impl Fn(&ModelCase, &Instances)) {
    for api in API_NAMES {
        let instances = Instances::new(Arc::new(Judge::new(document(api))));
        for case in MODELS.iter().filter(|case| case.api == api) {
            run(case, &instances);
        }
    }
}

fn seeds() -> RangeInclusive<u64> {
    let seed = match std::env::var("BINDERY_SEED") {
        Ok(text) => Some(text.parse().unwrap_or_else(|error| {
            panic!("BINDERY_SEED is `{text}`, which is no seed: {error}");
        })),
        Err(VarError::NotPresent) => None,
        Err(error @ VarError::NotUnicode(_)) => panic!("BINDERY_SEED: {error}"),
    };
    let seeds = seed.map_or(0..=INSTANCES - 1, |seed| seed..=seed);
    println!("BINDERY_SEED from {} to {}", seeds.start(), seeds.end());
    seeds
}

fn comes_back(case: &ModelCase, instance: &Value) -> Result<(), String> {
    let back =
        (case.round_trip)(instance.to_string().as_bytes()).map_err(|error| error.to_string())?;
    if equal(instance, &back) {
        Ok(())
    } else {
        Err(format!("{instance} came back as {back}"))
    }
}

/// Refused, and the error points at what is wrong.
fn is_refused(case: &ModelCase, mutant: &Mutant) -> Result<(), String> {
    let error = match (case.round_trip)(mutant.value.to_string().as_bytes()) {
        Ok(back) => return Err(format!("accepted, as {back}")),
        Err(error) => error,
    };
    let (told, wrong) = (error.pointer(), wrong_place(mutant));
    if told == wrong.as_str() {
        Ok(())
    } else {
        Err(format!("refused at `{told}`, wrong at `{wrong}`: {error}"))
    }
}

/// The property that was added with a value of another type; else the value that was changed, which
/// for a property that was taken away is the object that lacks it.
fn wrong_place(mutant: &Mutant) -> Pointer {
    let added = mutant.mutation.strip_prefix("the property `");
    let added = added.and_then(|rest| rest.rsplit_once("` as "));
    match added {
        Some((name, _)) => mutant.pointer.key(name),
        None => mutant.pointer.clone(),
    }
}
