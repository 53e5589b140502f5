//! For machines: everything.

use bindery_openapi::document::SchemaId;
use serde_json::{Value, json};

use super::place::Places;
use crate::say::Voice;
use crate::verify::Verified;
use crate::verify::lie::Lie;
use crate::verify::promise::Promise;
use crate::verify::subject::Subject;
use crate::verify::trial::Verdict;

/// What was found.
pub fn json(verified: &[Verified], voice: &Voice) -> String {
    let descriptions: Vec<Value> = verified.iter().map(description).collect();
    let all = json!({ "descriptions": descriptions, "findings": voice.take_findings() });
    format!("{all:#}\n")
}

fn description(one: &Verified) -> Value {
    let (described, places) = (&one.described, Places::of(one));
    let place = |id: SchemaId| places.at(&described.document.schema(id).location).json();
    let subjects = described.subjects.iter().zip(&one.verdicts);
    let tried = subjects
        .map(|(subject, verdict)| schema(&places, &place(subject.schema), subject, verdict));
    let skipped = described.skipped.iter().map(
        |(name, schema, why)| json!({ "name": name, "place": place(*schema), "notTried": why }),
    );
    let mistakes = one.examples.mistakes.iter().map(|mistake| {
        json!({
            "what": mistake.spot.name(),
            "place": places.of_spot(&mistake.spot).json(),
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
            "lies": lies(&places, &one.examples.lies),
        },
    })
}

fn schema(places: &Places<'_>, place: &Value, subject: &Subject, verdict: &Verdict) -> Value {
    json!({
        "name": subject.name,
        "of": subject.part.name(),
        "place": place,
        "hasChecks": subject.promise == Promise::Everything,
        "valid": verdict.valid,
        "accepted": verdict.accepted,
        "unchanged": verdict.unchanged,
        "invalid": verdict.invalid,
        "refused": verdict.refused,
        "noValid": verdict.no_valid,
        "noInvalid": verdict.no_invalid,
        "lies": lies(places, &verdict.lies),
    })
}

fn lies(places: &Places<'_>, lies: &[Lie]) -> Vec<Value> {
    let lie = |lie: &Lie| {
        json!({
            "kind": lie.kind.name(),
            "schema": lie.name,
            "place": places.of_spot(&lie.spot).json(),
            "instance": lie.instance,
            "invalidBecause": lie.because,
            "type": lie.answer.to_string(),
        })
    };
    lies.iter().map(lie).collect()
}
