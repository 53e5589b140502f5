//! Failures as a reader wants them: the schema, the instance, what happened.

use std::fmt::Write;

use super::Run;
use super::run::Score;
use super::suite::Group;

/// Every failure of a run.
pub fn show(run: &Run) -> String {
    let mut text = String::new();
    for (group, score) in run.suite.groups.iter().zip(&run.scores) {
        if score.failures.iter().any(Option::is_some) {
            // Writing to a string does not fail.
            let _ = show_group(run, group, score, &mut text);
        }
    }
    text
}

fn show_group(run: &Run, group: &Group, score: &Score, out: &mut String) -> std::fmt::Result {
    let (draft, reading) = (run.draft.name(), run.reading.name());
    writeln!(
        out,
        "\n{draft} {reading} {}: {}: {}\n  schema  {}",
        group.name, group.keyword, group.description, group.schema
    )?;
    for warning in &score.warnings {
        writeln!(out, "  warned  {warning}")?;
    }
    if let Some(why) = &score.not_compiled {
        return writeln!(out, "  failed  {why}");
    }
    for (test, failure) in group.tests.iter().zip(&score.failures) {
        let Some(failure) = failure else { continue };
        let kind = if test.valid { "valid  " } else { "invalid" };
        writeln!(
            out,
            "  {kind} {}  ({})\n          {failure}",
            test.data, test.description
        )?;
    }
    Ok(())
}
