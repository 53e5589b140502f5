//! For machines: everything.

use serde_json::{Value, json};

use super::place::Place;
use crate::say::Voice;
use crate::verify::Verified;
use crate::verify::lie::Lie;
use crate::verify::promise::Promise;
use crate::verify::subject::{Described, Subject};
use crate::verify::trial::Verdict;

/// What was found.
pub fn json(verified: &[Verified], voice: &Voice) -> String {
    let descriptions: Vec<Value> = verified.iter().map(description).collect();
    let all = json!({ "descriptions": descriptions, "findings": voice.take_findings() });
    format!("{all:#}\n")
}

fn description(one: &Verified) -> Value {
    let described = &one.described;
    let subjects = described.subjects.iter().zip(&one.verdicts);
    let tried = subjects.map(|(subject, verdict)| schema(described, subject, verdict));
    let skipped = described.skipped.iter().map(|(name, schema, why)| {
        let location = &described.document.schema(*schema).location;
        json!({ "name": name, "place": Place::of(described, location).json(), "notTried": why })
    });
    let mistakes = one.examples.mistakes.iter().map(|mistake| {
        json!({
            "what": mistake.what.name(),
            "place": Place::of(described, &mistake.place).json(),
            "because": mistake.because,
        })
    });
    json!({
        "path": described.path,
        "schemas": tried.chain(skipped).collect::<Vec<_>>(),
        "operationsWithoutTypes": described.left_out,
        "examples": {
            "tried": one.examples.tried,
            "right": one.examples.right,
            "judged": one.examples.judged,
            "notJudged": one.examples.unjudged,
            "invalid": mistakes.collect::<Vec<_>>(),
            "lies": lies(described, &one.examples.lies),
        },
    })
}

fn schema(described: &Described, subject: &Subject, verdict: &Verdict) -> Value {
    let location = &described.document.schema(subject.schema).location;
    json!({
        "name": subject.name,
        "of": subject.part.name(),
        "place": Place::of(described, location).json(),
        "hasChecks": subject.promise == Promise::Everything,
        "valid": verdict.valid,
        "accepted": verdict.accepted,
        "unchanged": verdict.unchanged,
        "invalid": verdict.invalid,
        "refused": verdict.refused,
        "noValid": verdict.no_valid,
        "noInvalid": verdict.no_invalid,
        "lies": lies(described, &verdict.lies),
    })
}

fn lies(described: &Described, lies: &[Lie]) -> Vec<Value> {
    let lie = |lie: &Lie| {
        json!({
            "kind": lie.kind.name(),
            "schema": lie.name,
            "place": Place::of(described, &lie.place).json(),
            "instance": lie.instance,
            "invalidBecause": lie.because,
            "type": lie.answer.to_string(),
        })
    };
    lies.iter().map(lie).collect()
}
