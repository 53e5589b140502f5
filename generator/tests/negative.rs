//! Broken descriptions of others, where a folder of them is at hand: each is
//! refused at the place that was written down for it by hand.
//!
//! `BINDERY_SHARED` names the folder; `-- --include-ignored` runs the test.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use bindery_build::Builder;
use bindery_openapi::{Finding, findings};

const TABLE: &str = include_str!("negative.txt");

/// What the table says of a file.
#[derive(Debug)]
enum Expected<'t> {
    /// A finding of this severity and code, at this line and column.
    Finding {
        severity: &'t str,
        code: &'t str,
        place: &'t str,
    },
    /// No error.
    Right,
}

/// The rows of the table, by file.
fn rows() -> BTreeMap<&'static str, Expected<'static>> {
    let lines = TABLE.lines();
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut rows = BTreeMap::new();
    for line in lines {
        let (row, reason) = line.split_once('#').unwrap_or((line, ""));
        let [severity, code, place, file] = row.split_whitespace().collect::<Vec<_>>()[..] else {
            panic!("not a row: {line}");
        };
        assert!(
            (severity == "error") == reason.is_empty(),
            "what is no error says why: {line}"
        );
        let expected = match severity {
            "right" => Expected::Right,
            _ => Expected::Finding {
                severity,
                code,
                place,
            },
        };
        assert!(rows.insert(file, expected).is_none(), "twice: {line}");
    }
    rows
}

/// The files that must be in the table: all of `negative`, and of folders named `invalid`.
fn files(folder: &Path, is_within: bool, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let is_broken = is_within || path.ends_with("corpus/negative") || path.ends_with("invalid");
        if path.is_dir() {
            files(&path, is_broken, found);
        } else if is_within {
            found.push(path);
        }
    }
}

fn findings_of(path: &Path) -> Vec<Finding> {
    let generation = Builder::new()
        .spec(path)
        .generate()
        .expect("the file can be read");
    let all = generation.findings.iter();
    all.flat_map(|one| findings(&one.report, &one.sources))
        .collect()
}

/// What is wrong with the findings, if anything is.
fn fault(expected: &Expected<'_>, found: &[Finding]) -> Option<String> {
    let has_errors = found.iter().any(|finding| finding.severity == "error");
    let is_as_expected = match expected {
        Expected::Right => !has_errors,
        Expected::Finding {
            severity,
            code,
            place,
        } => {
            let is_it = |finding: &&Finding| {
                finding.severity == *severity
                    && finding.code == *code
                    && place_of(finding) == *place
            };
            has_errors == (*severity == "error") && found.iter().any(|finding| is_it(&finding))
        }
    };
    let lines = found.iter().map(|finding| {
        let Finding {
            severity,
            code,
            message,
            ..
        } = finding;
        format!("    {severity} {code} {}  {message}\n", place_of(finding))
    });
    (!is_as_expected).then(|| format!("  {expected:?}\n{}", lines.collect::<String>()))
}

fn place_of(finding: &Finding) -> String {
    match (finding.range.line, finding.range.column) {
        (Some(line), Some(column)) => format!("{line}:{column}"),
        _ => String::new(),
    }
}

#[test]
#[ignore = "needs BINDERY_SHARED"]
fn every_broken_description_is_refused_at_its_place() {
    let shared = std::env::var_os("BINDERY_SHARED");
    let shared = shared.expect("BINDERY_SHARED names a folder of descriptions");
    let corpus = Path::new(&shared).join("corpus");
    let mut paths = Vec::new();
    files(&corpus, false, &mut paths);
    let mut rows = rows();
    let mut faults = String::new();
    for path in &paths {
        let name = path.strip_prefix(&corpus).expect("it is below the corpus");
        let name = name.to_string_lossy().replace('\\', "/");
        let fault = match rows.remove(name.as_str()) {
            None => Some("  no row\n".to_owned()),
            Some(expected) => fault(&expected, &findings_of(path)),
        };
        if let Some(fault) = fault {
            faults.extend([name.as_str(), "\n", &fault]);
        }
    }
    for name in rows.keys() {
        faults.extend([name, "\n  no file\n"]);
    }
    assert!(faults.is_empty(), "\n{faults}");
    assert!(!paths.is_empty());
}
