//! The failures that are known, in one file, each with its reason.
//!
//! A line is `draft | keyword: schema | instance | reason`; a schema without a type has one line,
//! whose instance is `*`. What fails and is not there, and what is there and passes, is unexpected.
//! Only the strict reading is held to it: what the lenient one gets wrong, it gets wrong on purpose.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::{self, Write};
use std::fs;
use std::path::{Path, PathBuf};

use super::{Arguments, Reading, Run};

/// What the file begins with.
const HEAD: &str = "\
# What generated types, read strictly, get wrong of the JSON Schema Test Suite:
# draft | keyword: schema | instance | reason
# Written by `cargo run -p xtask --release -- conformance --bless`, which keeps the reasons.
";

/// Whether all is as known, and what is not.
pub struct Verdict {
    /// Whether nothing is unexpected.
    pub as_known: bool,
    /// What is unexpected.
    pub text: String,
}

type Failures = BTreeMap<String, String>;

/// Compares what fails with what is known to, or notes it as known.
pub fn compare(runs: &[Run], arguments: &Arguments) -> Result<Verdict, Box<dyn Error>> {
    let mut known = read()?;
    let failing = failing(runs);
    let tried: Vec<String> = strict(runs).flat_map(keys).collect();
    if arguments.bless {
        let all = arguments
            .is_whole()
            .then(|| known.keys().cloned().collect());
        let tried: Vec<String> = all.unwrap_or(tried);
        let old: Failures = tried
            .iter()
            .filter_map(|key| known.remove_entry(key))
            .collect();
        for (key, reason) in failing {
            let reason = old.get(&key).cloned().unwrap_or(reason);
            known.insert(key, reason);
        }
        write_file(&known)?;
        return Ok(Verdict {
            as_known: true,
            text: String::new(),
        });
    }
    let text = unexpected(&known, &failing, &tried)?;
    Ok(Verdict {
        as_known: text.is_empty(),
        text,
    })
}

/// What fails and is not known to, and what was tried, is known to fail and passes.
fn unexpected(
    known: &Failures,
    failing: &Failures,
    tried: &[String],
) -> Result<String, fmt::Error> {
    let fails = failing.iter().filter(|(key, _)| !known.contains_key(*key));
    let passes = tried
        .iter()
        .filter(|key| known.contains_key(*key) && !failing.contains_key(*key));
    let mut text = String::new();
    for (key, reason) in fails {
        writeln!(text, "unexpected failure: {key} | {reason}")?;
    }
    for key in passes {
        writeln!(text, "unexpected pass: {key}")?;
    }
    if !text.is_empty() {
        text.push_str("run again with --show for more, or with --bless to note this as known\n");
    }
    Ok(text)
}

fn strict(runs: &[Run]) -> impl Iterator<Item = &Run> {
    let strict = |run: &&Run| match run.reading {
        Reading::Strict => true,
        Reading::Lenient => false,
    };
    runs.iter().filter(strict)
}

/// Every failure with what happened.
fn failing(runs: &[Run]) -> Failures {
    let mut failing = Failures::new();
    for run in strict(runs) {
        for (at, score) in run.scores.iter().enumerate() {
            if let Some(why) = &score.not_compiled {
                failing.insert(key(run, at, None), in_line(why));
                continue;
            }
            for (test, failure) in score.failures.iter().enumerate() {
                if let Some(failure) = failure {
                    failing.insert(key(run, at, Some(test)), in_line(failure));
                }
            }
        }
    }
    failing
}

/// What each line that a run can give rise to begins with.
fn keys(run: &Run) -> Vec<String> {
    let of = |(at, group): (usize, &super::suite::Group)| {
        let tests = 0..group.tests.len();
        let all = std::iter::once(None).chain(tests.map(Some));
        all.map(|test| key(run, at, test)).collect::<Vec<_>>()
    };
    run.suite.groups.iter().enumerate().flat_map(of).collect()
}

fn key(run: &Run, at: usize, test: Option<usize>) -> String {
    let group = &run.suite.groups[at];
    let instance = test.map_or("*", |test| group.tests[test].description.as_str());
    let name = format!("{}: {}", group.keyword, group.description);
    let parts = [run.draft.name(), name.as_str(), instance];
    parts.map(in_line).join(" | ")
}

/// A text without what ends a line or a part.
fn in_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").replace(" | ", " / ")
}

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("conformance-failures.txt")
}

fn read() -> Result<Failures, Box<dyn Error>> {
    let path = path();
    if !path.exists() {
        return Ok(Failures::new());
    }
    let text = fs::read_to_string(path)?;
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let split = |line: &str| {
        let (key, reason) = line.rsplit_once(" | ")?;
        Some((key.to_owned(), reason.to_owned()))
    };
    Ok(lines.filter_map(split).collect())
}

fn write_file(known: &Failures) -> Result<(), Box<dyn Error>> {
    let mut text = HEAD.to_owned();
    for (key, reason) in known {
        writeln!(text, "{key} | {reason}")?;
    }
    Ok(fs::write(path(), text)?)
}

#[cfg(test)]
mod tests {
    use super::{Failures, unexpected};

    /// What is said where `failing` fails of `a` and `b`, and `a` is known to.
    fn said(failing: &[&str]) -> String {
        let failures = |keys: &[&str]| -> Failures {
            let failures = keys.iter().map(|key| ((*key).to_owned(), "why".to_owned()));
            failures.collect()
        };
        let tried = ["a".to_owned(), "b".to_owned()];
        unexpected(
            &failures(&["a", "of another draft"]),
            &failures(failing),
            &tried,
        )
        .expect("a text can be written")
    }

    #[test]
    fn what_fails_as_known_is_expected() {
        assert_eq!(said(&["a"]), "");
    }

    #[test]
    fn what_is_known_to_fail_and_passes_is_unexpected() {
        let said = said(&[]);
        assert!(said.starts_with("unexpected pass: a\nrun again"), "{said}");
    }

    #[test]
    fn what_fails_and_is_not_known_to_is_unexpected() {
        let said = said(&["a", "b"]);
        assert!(
            said.starts_with("unexpected failure: b | why\nrun again"),
            "{said}"
        );
    }
}
