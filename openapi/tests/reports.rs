//! What is reported of broken and of bent descriptions.
//!
//! Every folder of `invalid` holds a description that is refused, every folder
//! of `warned` one that is read; the rendered report stands beside it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use bindery_openapi::{Reading, RenderStyle, codes, read_file, render};

/// The folders below `tests/<group>`, in order.
fn cases(group: &str) -> Vec<PathBuf> {
    let folder = Path::new("tests").join(group);
    let entries = std::fs::read_dir(&folder).expect("the folder of cases exists");
    let mut cases: Vec<_> = entries
        .map(|entry| entry.expect("the folder can be listed").path())
        .filter(|path| path.is_dir())
        .collect();
    cases.sort();
    cases
}

/// The case's description, in either format.
fn description(case: &Path) -> PathBuf {
    let names = ["spec.json", "spec.yaml"].map(|name| case.join(name));
    let found = names.into_iter().find(|path| path.exists());
    found.unwrap_or_else(|| panic!("{}: no description", case.display()))
}

/// Reads the case's description and compares its report with the one beside it.
fn check(case: &Path) -> Reading {
    let reading = read_file(&description(case));
    let text = render(&reading.report, &reading.sources, RenderStyle::Plain);
    assert!(
        text.lines().all(|line| line == line.trim_end()),
        "{}: a line ends in white space",
        case.display()
    );
    insta::with_settings!({
        snapshot_path => Path::new("..").join(case),
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        insta::assert_snapshot!("report", format!("{text}\n{}\n", reading.report.summary()));
    });
    reading
}

#[test]
fn broken_descriptions_are_refused_with_all_that_is_wrong() {
    for case in cases("invalid") {
        let reading = check(&case);
        assert!(reading.report.has_errors(), "{}: no error", case.display());
        assert!(reading.document.is_none(), "{}: read", case.display());
    }
}

#[test]
fn bent_descriptions_are_read_with_warnings() {
    for case in cases("warned") {
        let reading = check(&case);
        assert!(!reading.report.is_empty(), "{}: no warning", case.display());
        assert!(reading.document.is_some(), "{}: refused", case.display());
    }
}

#[test]
fn every_code_has_a_case() {
    let reported: BTreeSet<_> = ["invalid", "warned"]
        .into_iter()
        .flat_map(cases)
        .flat_map(|case| {
            let reading = read_file(&description(&case));
            let codes = reading.report.iter().map(|diagnostic| diagnostic.code);
            codes.collect::<Vec<_>>()
        })
        .collect();
    let missing: Vec<_> = codes::ALL
        .iter()
        .filter(|code| !reported.contains(*code))
        .collect();
    // These need a missing file, a bug in the check, and many files; they have tests of their own.
    let elsewhere = [
        &codes::UNREADABLE_FILE,
        &codes::UNREADABLE,
        &codes::READING_LIMIT,
    ];
    assert_eq!(missing, elsewhere);
}

#[test]
fn a_missing_file_is_a_diagnostic() {
    let reading = read_file(Path::new("tests/no-such-file.json"));
    assert!(reading.document.is_none());
    let text = render(&reading.report, &reading.sources, RenderStyle::Plain);
    assert!(text.starts_with("error[unreadable-file]: cannot read `tests/no-such-file.json`"));
}

#[test]
fn a_file_that_is_too_large_is_not_read() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("large.json");
    let file = std::fs::File::create(&path).expect("the folder can be written");
    file.set_len((256 << 20) + 1).expect("a hole has no size");
    let reading = read_file(&path);
    let text = render(&reading.report, &reading.sources, RenderStyle::Plain);
    assert!(text.contains("it is larger than 256 MiB"), "{text}");
}

#[cfg(unix)]
#[test]
fn a_device_is_not_read() {
    let reading = read_file(Path::new("/dev/zero"));
    let text = render(&reading.report, &reading.sources, RenderStyle::Plain);
    assert!(text.contains("it is not a regular file"), "{text}");
}
