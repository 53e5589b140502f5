//! The second pass: the same descriptions from a copy of the folder, in the reverse order, in one
//! process. What it makes has to be the same, byte for byte.

use std::error::Error;
use std::fs;
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;

use super::generate::builder;
use super::outcome::Outcome;
use super::progress;
use super::tree;
use super::workers;

/// Generates again what passed, and compares.
pub fn again(
    outcomes: &mut [Outcome],
    folder: &Path,
    out: &Path,
    jobs: usize,
) -> Result<(), Box<dyn Error>> {
    let copy = out.join("again");
    tree::copy(folder, &copy)?;
    let bar = progress::bar("again", outcomes.len());
    let mut order: Vec<&mut Outcome> = outcomes.iter_mut().rev().collect();
    let differences = workers::each(&order, jobs, &bar, |outcome| {
        if outcome.passed() {
            regenerate(
                outcome,
                &copy,
                &out.join("crates-again").join(&outcome.package),
            )
        } else {
            None
        }
    });
    for (outcome, difference) in order.iter_mut().zip(differences) {
        outcome.failures.extend(difference);
    }
    fs::remove_dir_all(&copy)?;
    Ok(())
}

/// How what is made now differs from what was made before.
fn regenerate(outcome: &Outcome, copy: &Path, into: &Path) -> Option<String> {
    let description = copy.join(&outcome.root.name);
    let build = || builder(&description, &outcome.package, into).write();
    let written = match panic::catch_unwind(AssertUnwindSafe(build)) {
        Ok(Ok(_)) => tree::difference(&outcome.folder, into),
        Ok(Err(failure)) => return Some(format!("the second time only: {failure}")),
        Err(_) => return Some("panics the second time".to_owned()),
    };
    let difference = match written {
        Ok(None) => None,
        Ok(Some(below)) => Some(format!("not the same bytes twice: {}", below.display())),
        Err(error) => Some(error.to_string()),
    };
    if difference.is_none() {
        // What is equal is of no more use; what differs stays to be looked at.
        let _ = fs::remove_dir_all(into);
    }
    difference
}
