//! What was found, for people and for machines; `docs/verify.md` describes both.

use std::fmt::Write;

use bindery_openapi::Location;
use serde_json::{Value, json};

use super::Verified;
use super::lie::Lie;
use super::subject::Described;
use super::trial::Verdict;
use crate::say::{Voice, count};

/// How much of an instance is shown to people.
const SHOWN: usize = 600;
/// How many invalid examples are shown to people.
const FEW: usize = 5;

/// For people: a line for each schema, the lies, the sum. Where it is to be quiet, only lies.
pub fn text(verified: &[Verified], is_quiet: bool) -> String {
    let mut text = String::new();
    for one in verified {
        // Writing to a string does not fail.
        let _ = describe(one, is_quiet, &mut text);
    }
    text
}

fn describe(one: &Verified, is_quiet: bool, out: &mut String) -> std::fmt::Result {
    if !is_quiet {
        writeln!(out, "{}", one.described.path)?;
        rows(one, out)?;
        invalid_examples(one, out)?;
    }
    let lies = one.verdicts.iter().flat_map(|verdict| &verdict.lies);
    for lie in lies.chain(&one.examples.lies) {
        describe_lie(&one.described, lie, out)?;
    }
    if !is_quiet {
        summarise(one, out)?;
    }
    Ok(())
}

fn rows(one: &Verified, out: &mut String) -> std::fmt::Result {
    let names = one
        .described
        .subjects
        .iter()
        .map(|subject| subject.name.chars().count());
    let width = names.max().unwrap_or(0).min(60);
    for (subject, verdict) in one.described.subjects.iter().zip(&one.verdicts) {
        writeln!(out, "  {:width$}  {}", subject.name, row(verdict))?;
    }
    for (name, _, why) in &one.described.skipped {
        writeln!(out, "  {name:width$}  not tried: {why}")?;
    }
    Ok(())
}

fn row(verdict: &Verdict) -> String {
    let valid = match &verdict.no_valid {
        Some(why) => format!("none valid: {why}"),
        None => format!(
            "{} valid: {} accepted, {} unchanged",
            verdict.valid, verdict.accepted, verdict.unchanged
        ),
    };
    let invalid = match &verdict.no_invalid {
        Some(_) => "none invalid".to_owned(),
        None => format!("{} invalid: {} refused", verdict.invalid, verdict.refused),
    };
    format!("{valid}; {invalid}")
}

fn invalid_examples(one: &Verified, out: &mut String) -> std::fmt::Result {
    for (place, why) in one.examples.invalid.iter().take(FEW) {
        let place = Place::of(&one.described, place);
        writeln!(
            out,
            "  note: the example or default {} is not what its schema says: {why}",
            place.line()
        )?;
    }
    match one.examples.invalid.len().saturating_sub(FEW) {
        0 => Ok(()),
        more => writeln!(
            out,
            "  note: nor are {more} more examples (--format json has all)"
        ),
    }
}

fn describe_lie(described: &Described, lie: &Lie, out: &mut String) -> std::fmt::Result {
    let place = Place::of(described, &lie.place);
    let instance: String = lie.instance.to_string().chars().take(SHOWN).collect();
    writeln!(out, "lie: `{}` {}", lie.name, lie.kind.sentence())?;
    writeln!(out, "  --> {}", place.line())?;
    writeln!(out, "  instance: {instance}")?;
    if let Some(because) = &lie.because {
        writeln!(out, "  invalid:  {because}")?;
    }
    writeln!(out, "  the type: {}", lie.answer)
}

/// What was counted, and what came of it.
fn summarise(one: &Verified, out: &mut String) -> std::fmt::Result {
    let all = |of: fn(&Verdict) -> u32| one.verdicts.iter().map(of).sum::<u32>();
    let examples = &one.examples;
    writeln!(out, "{}", one.described.path)?;
    writeln!(
        out,
        "  {} tried, {} not",
        count(one.verdicts.len(), "type"),
        one.described.skipped.len()
    )?;
    writeln!(
        out,
        "  {}: {} accepted, {} came back unchanged",
        count(all(|verdict| verdict.valid) as usize, "valid instance"),
        all(|verdict| verdict.accepted),
        all(|verdict| verdict.unchanged),
    )?;
    writeln!(
        out,
        "  {}: {} refused",
        count(all(|verdict| verdict.invalid) as usize, "invalid instance"),
        all(|verdict| verdict.refused),
    )?;
    writeln!(
        out,
        "  {} examples and defaults of the description: the types are right about {}, {} not tried, which stand in \
         no component schema",
        examples.tried, examples.right, examples.untried,
    )?;
    match one.lies() {
        0 if one.verdicts.is_empty() && examples.tried == 0 => writeln!(
            out,
            "  nothing was tried: only types of component schemas are, and this description has none of them"
        ),
        0 => writeln!(
            out,
            "  no lie: what is valid was accepted and came back unchanged, what is invalid was refused"
        ),
        lies => writeln!(
            out,
            "  {lies} {}: a type refused or changed what is valid, or accepted what is invalid",
            if lies == 1 { "lie" } else { "lies" }
        ),
    }
}

/// A place as people and machines are told it.
struct Place {
    file: String,
    pointer: String,
    position: Option<(usize, usize)>,
}

impl Place {
    fn of(described: &Described, location: &Location) -> Self {
        let origin = described.sources.origin(location);
        let position = described.sources.position(location);
        Self {
            file: described.sources.name(origin.file).to_owned(),
            pointer: origin.pointer.as_str().to_owned(),
            position: position.map(|position| (position.line, position.column)),
        }
    }

    fn line(&self) -> String {
        let (file, pointer) = (&self.file, &self.pointer);
        match self.position {
            Some((line, column)) => format!("{file}:{line}:{column} #{pointer}"),
            None => format!("{file} #{pointer}"),
        }
    }

    fn json(&self) -> Value {
        let (line, column) = self.position.unzip();
        json!({ "file": self.file, "pointer": self.pointer, "line": line, "column": column })
    }
}

/// For machines: everything.
pub fn json(verified: &[Verified], voice: &Voice) -> String {
    let descriptions: Vec<Value> = verified.iter().map(description).collect();
    let all = json!({ "descriptions": descriptions, "findings": voice.take_findings() });
    format!("{all:#}\n")
}

fn description(one: &Verified) -> Value {
    let described = &one.described;
    let subjects = described.subjects.iter().zip(&one.verdicts);
    let tried = subjects.map(|(subject, verdict)| {
        let location = &described.document.schema(subject.schema).location;
        json!({
            "name": subject.name,
            "place": Place::of(described, location).json(),
            "valid": verdict.valid,
            "accepted": verdict.accepted,
            "unchanged": verdict.unchanged,
            "invalid": verdict.invalid,
            "refused": verdict.refused,
            "noValid": verdict.no_valid,
            "noInvalid": verdict.no_invalid,
            "lies": lies(described, &verdict.lies),
        })
    });
    let skipped = described.skipped.iter().map(|(name, schema, why)| {
        let location = &described.document.schema(*schema).location;
        json!({ "name": name, "place": Place::of(described, location).json(), "notTried": why })
    });
    let invalid = one.examples.invalid.iter().map(
        |(location, why)| json!({ "place": Place::of(described, location).json(), "because": why }),
    );
    json!({
        "path": described.path,
        "schemas": tried.chain(skipped).collect::<Vec<_>>(),
        "examples": {
            "tried": one.examples.tried,
            "right": one.examples.right,
            "notTried": one.examples.untried,
            "invalid": invalid.collect::<Vec<_>>(),
            "lies": lies(described, &one.examples.lies),
        },
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
