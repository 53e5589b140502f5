//! The table: a row for each description, the lies, the totals.

use std::time::Duration;

use super::choose::Chosen;
use super::outcome::Outcome;

/// How much of a lie is shown.
const SHOWN: usize = 400;

/// How wide the names are.
pub fn width(chosen: &[Chosen]) -> usize {
    let names = chosen.iter().map(|one| one.root.name.chars().count());
    names.max().unwrap_or(0).max("description".len())
}

/// The first line.
pub fn head(width: usize) -> String {
    let cells = ["schemas", "tried", "instances", "lies", "seconds"];
    line("description", width, &cells.map(str::to_owned))
}

/// The line of one description.
pub fn row(outcome: &Outcome, width: usize) -> String {
    let lies = match &outcome.failure {
        Some(_) => "failed".to_owned(),
        None => outcome.lies.len().to_string(),
    };
    let cells = [
        outcome.description.schemas.to_string(),
        outcome.tried.to_string(),
        outcome.instances.to_string(),
        lies,
        seconds(outcome.took),
    ];
    line(&outcome.description.root.name, width, &cells)
}

/// The totals, each lie and each failure, and how many passed.
pub fn foot(outcomes: &[Outcome], width: usize) -> String {
    let sum = |of: fn(&Outcome) -> u64| outcomes.iter().map(of).sum::<u64>().to_string();
    let schemas: usize = outcomes.iter().map(|one| one.description.schemas).sum();
    let lies: usize = outcomes.iter().map(|one| one.lies.len()).sum();
    let cells = [
        schemas.to_string(),
        sum(|one| one.tried),
        sum(|one| one.instances),
        lies.to_string(),
        seconds(outcomes.iter().map(|one| one.took).sum()),
    ];
    let mut rows = vec![line("total", width, &cells)];
    for outcome in outcomes.iter().filter(|outcome| !outcome.passed()) {
        rows.push(format!("\n{}", outcome.description.root.name));
        let said = outcome.lies.iter().chain(&outcome.failure);
        rows.extend(said.map(|said| format!("  {}", visible(said))));
    }
    let passed = outcomes.iter().filter(|outcome| outcome.passed()).count();
    let failed = outcomes.len() - passed;
    rows.push(format!("{passed} passed, {failed} failed\n"));
    rows.join("\n")
}

fn line(name: &str, width: usize, cells: &[String; 5]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| format!("{cell:>9}")).collect();
    format!("{name:width$} {}", cells.join(" "))
}

fn seconds(took: Duration) -> String {
    format!("{:.1}", took.as_secs_f64())
}

/// What is said quotes descriptions, which may hold what a terminal obeys.
fn visible(text: &str) -> String {
    let shown = |next: char| if next.is_control() { '\u{fffd}' } else { next };
    text.chars().take(SHOWN).map(shown).collect()
}
