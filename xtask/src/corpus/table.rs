//! The table of the corpus: a row for each description, the totals, and how many passed.

use std::fmt::Write;

use super::figures::Figures;
use super::outcome::Outcome;

const HEAD: [&str; 10] = [
    "operations",
    "types",
    "skipped",
    "warnings",
    "ms",
    "ms/100kB",
    "x parse",
    "MB",
    "lines",
    "errors",
];

/// The bounds of the classes of size that growth is shown by, in bytes.
const SIZES: [(&str, u64, u64); 4] = [
    ("below 100 kB", 10_000, 100_000),
    ("100 kB to 300 kB", 100_000, 300_000),
    ("300 kB to 1 MB", 300_000, 1_000_000),
    ("above 1 MB", 1_000_000, u64::MAX),
];

/// Everything there is to say of a run.
pub fn table(outcomes: &[Outcome]) -> String {
    let mut text = rows(outcomes);
    text.push_str(&failures(outcomes));
    text.push_str(&growth(outcomes));
    let passed = outcomes.iter().filter(|outcome| outcome.passed()).count();
    line(
        &mut text,
        &format!("{passed} passed, {} failed", outcomes.len() - passed),
    );
    text
}

fn line(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}

fn rows(outcomes: &[Outcome]) -> String {
    let name = |outcome: &Outcome| outcome.root.name.chars().count();
    let width = outcomes
        .iter()
        .map(name)
        .max()
        .unwrap_or(0)
        .max("description".len());
    let mut text = String::new();
    let mut row = |name: &str, cells: [String; 10]| {
        let cells = cells.map(|cell| format!("{cell:>10}")).join(" ");
        line(&mut text, &format!("{name:width$} {cells}"));
    };
    row("description", HEAD.map(str::to_owned));
    for outcome in outcomes {
        row(
            &outcome.root.name,
            cells(&outcome.figures, outcome.root.bytes, outcome.failures.len()),
        );
    }
    let total = total(outcomes);
    let bytes = outcomes.iter().map(|outcome| outcome.root.bytes).sum();
    let errors = outcomes.iter().map(|outcome| outcome.failures.len()).sum();
    row("total", cells(&total, bytes, errors));
    text
}

fn cells(figures: &Figures, bytes: u64, errors: usize) -> [String; 10] {
    let or_none = |cell: Option<String>| cell.unwrap_or_else(|| "-".to_owned());
    [
        figures.operations.to_string(),
        figures.types.to_string(),
        figures.skipped.to_string(),
        figures.warnings.to_string(),
        format!("{:.1}", figures.milliseconds),
        or_none(per_100_kilobytes(figures.milliseconds, bytes).map(|ms| format!("{ms:.1}"))),
        or_none(figures.ratio().map(|ratio| format!("{ratio:.1}"))),
        or_none(figures.peak_kilobytes.map(|peak| (peak / 1000).to_string())),
        figures.lines.to_string(),
        errors.to_string(),
    ]
}

/// Sums; of memory the most.
fn total(outcomes: &[Outcome]) -> Figures {
    let figures = || outcomes.iter().map(|outcome| &outcome.figures);
    // The ratio of sums is that of the descriptions which both can read.
    let compared = || figures().filter(|figures| figures.errors.is_empty());
    let parse: f64 = compared()
        .filter_map(|figures| figures.parse_milliseconds)
        .sum();
    let beside: f64 = compared()
        .filter(|figures| figures.parse_milliseconds.is_some())
        .map(|figures| figures.milliseconds)
        .sum();
    let milliseconds: f64 = figures().map(|figures| figures.milliseconds).sum();
    Figures {
        operations: figures().map(|figures| figures.operations).sum(),
        types: figures().map(|figures| figures.types).sum(),
        skipped: figures().map(|figures| figures.skipped).sum(),
        warnings: figures().map(|figures| figures.warnings).sum(),
        milliseconds,
        lines: figures().map(|figures| figures.lines).sum(),
        peak_kilobytes: figures().filter_map(|figures| figures.peak_kilobytes).max(),
        parse_milliseconds: (beside > 0.0).then(|| parse * milliseconds / beside),
        errors: Vec::new(),
    }
}

fn per_100_kilobytes(milliseconds: f64, bytes: u64) -> Option<f64> {
    // No description has 2^53 bytes, up to which a float is exact.
    #[expect(clippy::cast_precision_loss)]
    let hundreds = bytes as f64 / 100_000.0;
    (hundreds > 0.0).then(|| milliseconds / hundreds)
}

fn failures(outcomes: &[Outcome]) -> String {
    let mut text = String::new();
    for outcome in outcomes.iter().filter(|outcome| !outcome.passed()) {
        line(
            &mut text,
            &format!("\n{} ({})", outcome.root.name, outcome.package),
        );
        for failure in &outcome.failures {
            line(&mut text, &format!("  {}", visible(failure)));
        }
    }
    text
}

/// A message quotes descriptions, which may hold what a terminal obeys.
fn visible(text: &str) -> String {
    let shown = |next: char| if next.is_control() { '\u{fffd}' } else { next };
    text.chars().map(shown).collect()
}

/// The time for 100 kB, the larger descriptions beside the smaller: equal where time grows
/// linearly. The smallest, of which most time is that of a process, are left out.
fn growth(outcomes: &[Outcome]) -> String {
    let mut text = String::from("\nms per 100 kB, the median:");
    for (name, from, to) in SIZES {
        let of_size = outcomes
            .iter()
            .filter(|outcome| outcome.passed() && (from..to).contains(&outcome.root.bytes));
        let mut times: Vec<f64> = of_size
            .filter_map(|outcome| {
                per_100_kilobytes(outcome.figures.milliseconds, outcome.root.bytes)
            })
            .collect();
        times.sort_by(f64::total_cmp);
        if let Some(median) = times.get(times.len() / 2) {
            // Writing to a string cannot fail.
            let _ = write!(text, " {median:.1} of {} {name};", times.len());
        }
    }
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::corpus::roots::Root;

    fn outcome(name: &str, failures: &[&str]) -> Outcome {
        Outcome {
            root: Root {
                path: PathBuf::new(),
                name: name.to_owned(),
                bytes: 200_000,
            },
            package: format!("of-{name}"),
            folder: PathBuf::new(),
            figures: Figures {
                operations: 3,
                milliseconds: 50.0,
                parse_milliseconds: Some(10.0),
                peak_kilobytes: Some(12_345),
                ..Figures::default()
            },
            failures: failures.iter().map(|&failure| failure.to_owned()).collect(),
        }
    }

    #[test]
    fn the_last_line_counts_and_failures_are_told_by_description() {
        let text = table(&[
            outcome("a.json", &[]),
            outcome("b.json", &["it\u{0}panics"]),
        ]);
        assert!(text.ends_with("\n1 passed, 1 failed\n"), "{text}");
        assert!(
            text.contains("\nb.json (of-b.json)\n  it\u{fffd}panics\n"),
            "{text}"
        );
        let total = text
            .lines()
            .find(|line| line.starts_with("total"))
            .expect("totals");
        let cells: Vec<&str> = total.split_whitespace().collect();
        assert_eq!(
            cells,
            [
                "total", "6", "0", "0", "0", "100.0", "25.0", "5.0", "12", "0", "1"
            ]
        );
    }

    #[test]
    fn growth_is_told_by_size() {
        let text = growth(&[outcome("a.json", &[])]);
        assert_eq!(
            text,
            "\nms per 100 kB, the median: 25.0 of 1 100 kB to 300 kB;\n"
        );
    }
}
