//! What was counted, and what came of it.

use std::fmt::Write;

use crate::say::count;
use crate::verify::Verified;
use crate::verify::promise::Promise;
use crate::verify::subject::{Part, Subject};
use crate::verify::trial::Verdict;

/// How many schemas are named.
const NAMED: usize = 8;

/// What was counted of one description.
pub fn summarise(one: &Verified, out: &mut String) -> std::fmt::Result {
    writeln!(out, "{}", one.described.path)?;
    types(one, out)?;
    instances(one, out)?;
    without(one, "valid", |verdict| verdict.no_valid.is_some(), out)?;
    without(one, "invalid", |verdict| verdict.no_invalid.is_some(), out)?;
    examples(one, out)?;
    match one.lies() {
        0 if one.verdicts.is_empty() && one.examples.tried == 0 => {
            writeln!(out, "  nothing was tried: no type holds what is JSON")
        }
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

fn types(one: &Verified, out: &mut String) -> std::fmt::Result {
    let subjects = &one.described.subjects;
    let of = |is: fn(&Part) -> bool| subjects.iter().filter(|it| is(&it.part)).count();
    let parts = [
        (
            of(|part| matches!(part, Part::Component(_))),
            "of component schemas",
        ),
        (of(|part| *part == Part::Body), "of bodies"),
        (of(|part| *part == Part::Parameter), "of parameters"),
        (of(|part| *part == Part::Header), "of headers"),
    ];
    let parts = parts.iter().filter(|(number, _)| *number > 0);
    let parts: Vec<String> = parts
        .map(|(number, what)| format!("{number} {what}"))
        .collect();
    let parts = if parts.is_empty() {
        String::new()
    } else {
        format!(": {}", parts.join(", "))
    };
    writeln!(out, "  {} tried{parts}", count(subjects.len(), "type"))?;
    let is_bare = |subject: &&Subject| subject.promise != Promise::Everything;
    match subjects.iter().filter(is_bare).count() {
        0 => {}
        bare => writeln!(
            out,
            "  {bare} of them without checks of their own: only what the Rust type says was asked of these"
        )?,
    }
    match one.described.skipped.len() {
        0 => {}
        skipped => writeln!(
            out,
            "  {} not tried, which say why above",
            count(skipped, "schema")
        )?,
    }
    match one.described.left_out {
        0 => Ok(()),
        left_out => writeln!(
            out,
            "  {} without types, of which `generate` says why",
            count(left_out, "operation")
        ),
    }
}

fn instances(one: &Verified, out: &mut String) -> std::fmt::Result {
    let all = |of: fn(&Verdict) -> u32| one.verdicts.iter().map(of).sum::<u32>();
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
    )
}

/// The schemas for which no instance was made, and so of which little is known. That a type without
/// checks has none that it must refuse says nothing.
fn without(
    one: &Verified,
    what: &str,
    has_none: fn(&Verdict) -> bool,
    out: &mut String,
) -> std::fmt::Result {
    let all = one.described.subjects.iter().zip(&one.verdicts);
    let without = all
        .filter(|(subject, verdict)| subject.promise == Promise::Everything && has_none(verdict));
    let names: Vec<&str> = without.map(|(subject, _)| &*subject.name).collect();
    if names.is_empty() {
        return Ok(());
    }
    let (number, shown) = (count(names.len(), "schema"), names.len().min(NAMED));
    let more = names.len() - shown;
    let list = names.iter().take(shown).map(|name| format!("`{name}`"));
    let list: Vec<String> = list.collect();
    let more = if more > 0 {
        format!(" and {more} more")
    } else {
        String::new()
    };
    writeln!(
        out,
        "  {number} had no {what} instance: {}{more}",
        list.join(", ")
    )
}

fn examples(one: &Verified, out: &mut String) -> std::fmt::Result {
    let examples = &one.examples;
    let all = examples.tried + examples.judged + examples.unjudged;
    if all == 0 {
        return Ok(());
    }
    let mistakes = match (examples.mistakes.len(), all) {
        (0, 1) => "it is what its schema says".to_owned(),
        (0, _) => "all are what their schemas say".to_owned(),
        (1, _) => "1 is not what its schema says".to_owned(),
        (mistakes, _) => format!("{mistakes} are not what their schemas say"),
    };
    let all = match all {
        1 => "1 example or default".to_owned(),
        all => format!("{all} examples and defaults"),
    };
    writeln!(out, "  {all}: {mistakes}")?;
    if examples.tried > 0 {
        let (tried, right) = (examples.tried, examples.right);
        writeln!(out, "    {tried} given to types: right about {right}")?;
    }
    if examples.judged > 0 {
        writeln!(
            out,
            "    {} only judged: no type holds them, or it has no checks",
            examples.judged
        )?;
    }
    if examples.unjudged > 0 {
        writeln!(
            out,
            "    {} not judged: their schemas cannot be asked",
            examples.unjudged
        )?;
    }
    Ok(())
}
