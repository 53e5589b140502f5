//! Every code is listed, and has a section of its own in `docs/diagnostics.md`.

use std::collections::BTreeSet;

use bindery_openapi::Code;

const PAGE: &str = include_str!("../../docs/diagnostics.md");

/// The lists, each with the source that defines its codes.
const LISTS: [(&[Code], &str); 2] = [
    (
        bindery_openapi::codes::ALL,
        include_str!("../../openapi/src/codes.rs"),
    ),
    (bindery_build::codes::ALL, include_str!("../src/codes.rs")),
];

/// The codes that a source defines.
fn defined(source: &str) -> BTreeSet<&str> {
    let codes = source.split("= Code(\"").skip(1);
    codes.filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_code_is_in_its_list_once() {
    for (list, source) in LISTS {
        let listed: BTreeSet<_> = list.iter().map(|code| code.0).collect();
        assert_eq!(listed, defined(source));
        assert_eq!(listed.len(), list.len());
    }
}

#[test]
fn every_code_has_a_section_and_every_section_a_code() {
    let codes = LISTS.iter().flat_map(|(list, _)| list.iter());
    let codes: Vec<_> = codes.map(|code| code.0).collect();
    let sections: Vec<_> = PAGE
        .lines()
        .filter_map(|line| line.strip_prefix("### "))
        .collect();
    let as_sets = (
        codes.iter().collect::<BTreeSet<_>>(),
        sections.iter().collect::<BTreeSet<_>>(),
    );
    assert_eq!(as_sets.0, as_sets.1);
    assert_eq!(codes.len(), sections.len());
}

#[test]
fn a_section_says_whether_it_is_always_an_error() {
    let lists = [
        bindery_openapi::codes::ALLOWABLE,
        bindery_openapi::codes::ERRORS,
        bindery_build::codes::ERRORS,
    ];
    for section in PAGE.split("\n### ").skip(1) {
        let name = section.lines().next().unwrap_or_default();
        let is_error = lists
            .iter()
            .any(|list| list.iter().any(|code| code.0 == name));
        let says_so = section.contains("*Error.*");
        let may_be_allowed = section.contains("*Error or warning.*");
        assert!(is_error || !says_so, "{name}");
        assert!(!is_error || says_so || may_be_allowed, "{name}");
    }
}

#[test]
fn every_section_says_what_is_done_and_shows_an_example() {
    for section in PAGE.split("\n### ").skip(1) {
        let name = section.lines().next().unwrap_or_default();
        assert!(
            section.contains("*Error") || section.contains("*Warning"),
            "{name}"
        );
        assert!(section.contains("```"), "{name}");
        assert!(section.contains("To mend it: "), "{name}");
    }
}
