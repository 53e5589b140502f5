//! The methods of groups: each operation has the shortest of its names that no other in the group has.

use std::collections::HashMap;

use bindery_openapi::Report;

use super::case::snake;
use super::scope::{Candidate, Kind, Scope};
use crate::api::Call;

/// Settles the methods of a group.
pub(super) fn name_methods(calls: &mut [Call], report: &mut Report) {
    let chosen = choose(calls);
    let candidates: Vec<Candidate> = calls
        .iter()
        .zip(chosen)
        .map(|(call, chosen)| candidate(call, chosen))
        .collect();
    let names = Scope::reserving(&["new"]).settle(Kind::Operation, &candidates, report);
    for (call, name) in calls.iter_mut().zip(names) {
        call.name.rust = name;
    }
}

/// Which of its names each operation has. What several would be called, none of them is that has another name left: so
/// their order decides nothing, and that names were shortened is nobody's fault to be warned of.
fn choose(calls: &[Call]) -> Vec<usize> {
    let mut chosen = vec![0; calls.len()];
    loop {
        let mut claims: HashMap<String, Vec<usize>> = HashMap::new();
        for (index, call) in calls.iter().enumerate() {
            let name = candidate(call, chosen[index]).wanted;
            claims.entry(name).or_default().push(index);
        }
        let clashing = claims.into_values().filter(|claimants| claimants.len() > 1);
        let has_another = |index: &usize| {
            let call = &calls[*index];
            call.name.rust.is_empty() && chosen[*index] + 1 < call.names.len()
        };
        let moving: Vec<usize> = clashing.flatten().filter(has_another).collect();
        if moving.is_empty() {
            return chosen;
        }
        for index in moving {
            chosen[index] += 1;
        }
    }
}

/// What an operation asks for with the name at `chosen`, or with the one that the user gives.
fn candidate(call: &Call, chosen: usize) -> Candidate {
    let Some(name) = call.names.get(chosen).filter(|_| call.name.rust.is_empty()) else {
        return Candidate::new(&call.name, snake);
    };
    let is_last = chosen + 1 == call.names.len();
    let source = if is_last { &call.id } else { name };
    Candidate {
        key: Some(call.id.clone()),
        wanted: snake(name),
        fallback: call.names.last().map(|name| snake(name)),
        ..Candidate::called(source, call.name.location.clone())
    }
}
