//! For people: a line for each schema, notes, the lies, the sum.

use std::fmt::Write;

use super::place::Places;
use super::summary::summarise;
use crate::verify::Verified;
use crate::verify::lie::Lie;
use crate::verify::trial::Verdict;

/// How much of an instance is shown.
const SHOWN: usize = 600;
/// How wide the names are.
const WIDEST: usize = 60;
/// How many mistakes of the description are shown.
const FEW: usize = 5;
/// How much that is wrong with one example is shown.
const REASONS: usize = 8;

/// What was found. Where it is to be quiet, only lies.
pub fn text(verified: &[Verified], is_quiet: bool) -> String {
    let mut text = String::new();
    for one in verified {
        // Writing to a string does not fail.
        let _ = describe(one, is_quiet, &mut text);
    }
    text
}

fn describe(one: &Verified, is_quiet: bool, out: &mut String) -> std::fmt::Result {
    let places = Places::of(one);
    if !is_quiet {
        writeln!(out, "{}", one.described.path)?;
        rows(one, out)?;
        mistakes(one, &places, out)?;
    }
    let lies = one.verdicts.iter().flat_map(|verdict| &verdict.lies);
    for lie in lies.chain(&one.examples.lies) {
        describe_lie(&places, lie, out)?;
    }
    if !is_quiet {
        summarise(one, out)?;
    }
    Ok(())
}

fn rows(one: &Verified, out: &mut String) -> std::fmt::Result {
    let names = one.described.subjects.iter();
    let width = names.map(|subject| subject.name.chars().count()).max();
    let width = width.unwrap_or(0).min(WIDEST);
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

fn mistakes(one: &Verified, places: &Places<'_>, out: &mut String) -> std::fmt::Result {
    let mistakes = &one.examples.mistakes;
    for mistake in mistakes.iter().take(FEW) {
        let place = places.of_spot(&mistake.spot);
        let what = mistake.spot.name();
        writeln!(
            out,
            "note: the {what} {} is not what its schema says:",
            place.line()
        )?;
        for reason in mistake.because.iter().take(REASONS) {
            writeln!(out, "  {reason}")?;
        }
        match mistake.because.len().saturating_sub(REASONS) {
            0 => {}
            more => writeln!(out, "  and {more} more")?,
        }
    }
    match mistakes.len().saturating_sub(FEW) {
        0 => Ok(()),
        1 => writeln!(out, "note: nor is 1 more (--format json has all)"),
        more => writeln!(out, "note: nor are {more} more (--format json has all)"),
    }
}

fn describe_lie(places: &Places<'_>, lie: &Lie, out: &mut String) -> std::fmt::Result {
    let place = places.of_spot(&lie.spot);
    let instance: String = lie.instance.to_string().chars().take(SHOWN).collect();
    writeln!(out, "lie: `{}` {}", lie.name, lie.kind.sentence())?;
    writeln!(out, "  --> {}", place.line())?;
    writeln!(out, "  instance: {instance}")?;
    if let Some(because) = &lie.because {
        writeln!(out, "  invalid:  {because}")?;
    }
    writeln!(out, "  the type: {}", lie.answer)
}
