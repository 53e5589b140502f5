//! What cargo says while it compiles: a JSON object a line.

use std::collections::HashSet;
use std::io::{self, BufRead};
use std::path::PathBuf;

use indicatif::ProgressBar;
use serde::Deserialize;

/// What cargo said.
#[derive(Debug, Default)]
pub struct Checked {
    /// The manifests of the packages that compiled.
    pub compiled: HashSet<PathBuf>,
    /// What rustc found.
    pub findings: Vec<Finding>,
}

/// An error or a warning of rustc's.
#[derive(Debug)]
pub struct Finding {
    /// The manifest of the package.
    pub manifest: PathBuf,
    /// The file with its line, and the message.
    pub text: String,
}

#[derive(Deserialize)]
struct Line {
    reason: String,
    manifest_path: Option<PathBuf>,
    message: Option<Message>,
}

#[derive(Deserialize)]
struct Message {
    #[serde(rename = "message")]
    sentence: String,
    level: String,
    #[serde(default)]
    spans: Vec<Span>,
}

#[derive(Deserialize)]
struct Span {
    file_name: String,
    line_start: usize,
    is_primary: bool,
}

/// Reads what cargo says until it ends; each compiled package is a step of the bar.
pub fn read(lines: impl BufRead, bar: &ProgressBar) -> io::Result<Checked> {
    let mut checked = Checked::default();
    for line in lines.lines() {
        // Whatever is not a message of cargo's is no finding either.
        let Ok(line) = serde_json::from_str::<Line>(&line?) else {
            continue;
        };
        let Some(manifest) = line.manifest_path else {
            continue;
        };
        match (line.reason.as_str(), line.message) {
            ("compiler-artifact", _) => {
                checked.compiled.insert(manifest);
                bar.inc(1);
            }
            ("compiler-message", Some(message)) if counts(&message) => {
                let text = text(&message);
                checked.findings.push(Finding { manifest, text });
            }
            _ => {}
        }
    }
    bar.finish_and_clear();
    Ok(checked)
}

/// A finding has a place; without one it sums others up.
fn counts(message: &Message) -> bool {
    let is_finding = message.level.starts_with("error") || message.level == "warning";
    let is_sum = message.spans.is_empty()
        && (message.sentence.starts_with("aborting due to")
            || message.sentence.ends_with(" emitted"));
    is_finding && !is_sum
}

fn text(message: &Message) -> String {
    let place = message.spans.iter().find(|span| span.is_primary);
    let place = place.map_or_else(String::new, |span| {
        format!("{}:{}: ", span.file_name, span.line_start)
    });
    let first = message.sentence.lines().next().unwrap_or_default();
    format!("{place}{}: {first}", message.level)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAID: &str = r#"{"reason":"compiler-message","manifest_path":"/a/Cargo.toml","message":{"message":"unused","level":"warning","spans":[{"file_name":"src/lib.rs","line_start":7,"is_primary":true}]}}
{"reason":"compiler-message","manifest_path":"/a/Cargo.toml","message":{"message":"1 warning emitted","level":"warning","spans":[]}}
{"reason":"compiler-artifact","manifest_path":"/a/Cargo.toml"}
{"reason":"compiler-message","manifest_path":"/b/Cargo.toml","message":{"message":"cannot find\nmore","level":"error","spans":[]}}
{"reason":"build-finished","success":false}
no json"#;

    #[test]
    fn errors_and_warnings_belong_to_their_packages() {
        let checked = read(SAID.as_bytes(), &ProgressBar::hidden()).expect("a text");
        let found: Vec<(&str, &str)> = checked
            .findings
            .iter()
            .map(|finding| {
                (
                    finding.manifest.to_str().expect("a path"),
                    finding.text.as_str(),
                )
            })
            .collect();
        let warning = ("/a/Cargo.toml", "src/lib.rs:7: warning: unused");
        assert_eq!(found, [warning, ("/b/Cargo.toml", "error: cannot find")]);
        assert_eq!(
            checked.compiled,
            HashSet::from([PathBuf::from("/a/Cargo.toml")])
        );
    }
}
