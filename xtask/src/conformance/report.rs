//! The report: the score by keyword, of both drafts and readings.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::io;
use std::path::Path;

use super::Run;
use super::run::Score;
use super::suite::{Draft, Group};

/// What some schemas came to.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    schemas: usize,
    compiled: usize,
    valid: usize,
    unchanged: usize,
    invalid: usize,
    refused: usize,
}

impl Tally {
    fn add(&mut self, group: &Group, score: &Score) {
        self.schemas += 1;
        self.compiled += usize::from(score.not_compiled.is_none());
        for (at, test) in group.tests.iter().enumerate() {
            let (all, passed) = if test.valid {
                (&mut self.valid, &mut self.unchanged)
            } else {
                (&mut self.invalid, &mut self.refused)
            };
            *all += 1;
            *passed += usize::from(score.passes(at));
        }
    }

    fn cells(&self) -> String {
        format!(
            "{}/{} | {}/{} | {}/{}",
            self.compiled, self.schemas, self.unchanged, self.valid, self.refused, self.invalid
        )
    }
}

/// A run's totals, in a line.
pub fn line(run: &Run) -> String {
    let total = total(run);
    format!(
        "{} {}: {} of {} schemas compiled, {} of {} valid instances unchanged, \
         {} of {} invalid ones refused",
        run.draft.name(),
        run.reading.name(),
        total.compiled,
        total.schemas,
        total.unchanged,
        total.valid,
        total.refused,
        total.invalid
    )
}

fn total(run: &Run) -> Tally {
    let mut total = Tally::default();
    for (group, score) in run.suite.groups.iter().zip(&run.scores) {
        total.add(group, score);
    }
    total
}

fn by_keyword(run: &Run) -> BTreeMap<&str, Tally> {
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    for (group, score) in run.suite.groups.iter().zip(&run.scores) {
        tallies.entry(&group.keyword).or_default().add(group, score);
    }
    tallies
}

/// Writes `docs/conformance.md`.
pub fn write(runs: &[Run]) -> io::Result<()> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/conformance.md");
    fs::write(path, text(runs))
}

const HEAD: &str = "\
# Conformance

How generated types do against the [JSON Schema Test Suite](https://github.com/json-schema-org/JSON-Schema-Test-Suite): for each schema of the suite types are generated and compiled, and each of its instances is given to `bindery::decode`. A valid instance passes when it is decoded and encoded again as the same JSON: numbers by value, whatever the order of properties. An invalid one passes when it is refused.

Draft 2020-12 is stated in OpenAPI 3.1, all of the suite but what it calls optional. Of draft 4, stated in OpenAPI 3.0, those schemas are taken that 3.0 can state: they have only its keywords, and `definitions` that their references lead to.

Written by `cargo run -p xtask --release -- conformance`. What fails is in `xtask/conformance-failures.txt`, each instance with its reason.
";

fn text(runs: &[Run]) -> String {
    let mut text = HEAD.to_owned();
    for draft in Draft::ALL {
        let of: Vec<&Run> = runs.iter().filter(|run| run.draft == draft).collect();
        // Writing to a string does not fail.
        let _ = table(draft, &of, &mut text);
    }
    text
}

fn table(draft: Draft, runs: &[&Run], out: &mut String) -> std::fmt::Result {
    let Some(first) = runs.first() else {
        return Ok(());
    };
    writeln!(
        out,
        "\n## {}, in OpenAPI {}\n",
        draft.name(),
        draft.openapi()
    )?;
    if first.suite.left_out > 0 {
        writeln!(out, "{} schemas cannot be stated.\n", first.suite.left_out)?;
    }
    let heads = runs.iter().map(|run| {
        let reading = run.reading.name();
        format!("{reading}: compiled | valid unchanged | invalid refused")
    });
    writeln!(
        out,
        "| keyword | {} |",
        heads.collect::<Vec<_>>().join(" | ")
    )?;
    writeln!(out, "| --- |{}", " ---: |".repeat(3 * runs.len()))?;
    let tallies: Vec<_> = runs.iter().map(|run| by_keyword(run)).collect();
    for keyword in tallies
        .iter()
        .flat_map(BTreeMap::keys)
        .take(tallies.first().map_or(0, BTreeMap::len))
    {
        let cells = tallies
            .iter()
            .map(|by| by.get(keyword).copied().unwrap_or_default().cells());
        writeln!(
            out,
            "| {keyword} | {} |",
            cells.collect::<Vec<_>>().join(" | ")
        )?;
    }
    let totals = runs.iter().map(|run| total(run).cells());
    writeln!(
        out,
        "| **all** | {} |",
        totals.collect::<Vec<_>>().join(" | ")
    )
}
