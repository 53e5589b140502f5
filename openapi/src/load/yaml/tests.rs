//! What YAML text means.

use serde_json::{Value, json};

use super::parse;
use crate::{FileId, Report};

/// The value of `text`, which must be read without a finding.
fn value(text: &str) -> Value {
    let mut report = Report::default();
    let value = parse(FileId::default(), text, &mut report);
    assert!(report.is_empty(), "{text}: {report:?}");
    value.expect("without a finding there is a value")
}

/// The codes of what is found in `text`.
fn findings(text: &str) -> Vec<&'static str> {
    let mut report = Report::default();
    let value = parse(FileId::default(), text, &mut report);
    let codes: Vec<_> = report.iter().map(|found| found.code.0).collect();
    assert!(value.is_some() || !codes.is_empty(), "{text}: no reason");
    codes
}

fn keys(value: &Value) -> Vec<&str> {
    let members = value.as_object().into_iter().flatten();
    members.map(|(key, _)| key.as_str()).collect()
}

#[test]
fn scalars_follow_the_core_schema() {
    let text =
        "[no, on, y, yes, off, 017, 0o17, 0x1F, 1e3, 2001-12-14, ~, null, True, 1.5, '017', \"~\"]";
    let expected = json!([
        "no",
        "on",
        "y",
        "yes",
        "off",
        17,
        15,
        31,
        1e3,
        "2001-12-14",
        null,
        null,
        true,
        1.5,
        "017",
        "~"
    ]);
    assert_eq!(value(text), expected);
    assert_eq!(
        value("2001-12-14T21:59:43.10-05:00"),
        json!("2001-12-14T21:59:43.10-05:00")
    );
}

#[test]
fn large_numbers_are_those_of_the_json_reader() {
    for number in [
        "18446744073709551615",
        "18446744073709551616",
        "-9223372036854775809",
        "123456789012345678901234567890",
        "0.1",
        "1.7976931348623157e308",
    ] {
        let of_json: Value = serde_json::from_str(number).expect("it is JSON");
        assert_eq!(value(number), of_json, "{number}");
    }
}

#[test]
fn infinite_numbers_are_text_with_a_warning() {
    let mut report = Report::default();
    let read = parse(FileId::default(), "[.inf, -.INF, .nan, 1e999]", &mut report);
    assert_eq!(read, Some(json!([".inf", "-.INF", ".nan", "1e999"])));
    assert_eq!(report.warning_count(), 4);
}

#[test]
fn keys_are_their_own_text() {
    let read = value("200: a\n1.0: b\ntrue: c\nnull: d\n0x1F: e\n~: f\n'': g\n");
    assert_eq!(keys(&read), ["200", "1.0", "true", "null", "0x1F", "~", ""]);
    assert_eq!(value("? a\n: b\n? c\n"), json!({ "a": "b", "c": null }));
    assert_eq!(
        value("&k name: 1\nx: { *k : 2 }"),
        json!({ "name": 1, "x": { "name": 2 } })
    );
}

#[test]
fn duplicate_keys_are_found_however_they_are_written() {
    for text in [
        "a: 1\na: 2",
        "{ a: 1, 'a': 2 }",
        "200: 1\n\"200\": 2",
        "x: [{ a: , a: }]",
    ] {
        assert_eq!(findings(text), ["duplicate-key"], "{text}");
    }
    assert_eq!(
        value("a: { a: 1 }\nb: { a: 1 }"),
        json!({ "a": { "a": 1 }, "b": { "a": 1 } })
    );
}

#[test]
fn a_duplicate_is_reported_once_and_not_for_each_copy() {
    assert_eq!(
        findings("a: &a { x: 1, x: 2 }\nb: *a\nc: { <<: *a }"),
        ["duplicate-key"]
    );
}

#[test]
fn members_of_its_own_win_over_merged_ones() {
    let base = "a: &a { x: 1, y: 2 }\nb: &b { y: 3, z: 4 }\n";
    let read = |text: &str| value(&format!("{base}c: {text}"))["c"].clone();
    assert_eq!(read("{ <<: *a, x: 9 }"), json!({ "x": 9, "y": 2 }));
    assert_eq!(read("{ x: 9, <<: *a }"), json!({ "x": 9, "y": 2 }));
    assert_eq!(read("{ <<: [*a, *b] }"), json!({ "x": 1, "y": 2, "z": 4 }));
    assert_eq!(read("{ <<: [*b, *a] }"), json!({ "y": 3, "z": 4, "x": 1 }));
    assert_eq!(
        read("{ <<: *a, <<: *b }"),
        json!({ "x": 1, "y": 2, "z": 4 })
    );
    assert_eq!(
        read("{ <<: { <<: *a, w: 0 } }"),
        json!({ "x": 1, "y": 2, "w": 0 })
    );
    assert_eq!(read("{ '<<': *a }"), json!({ "<<": { "x": 1, "y": 2 } }));
}

#[test]
fn what_is_no_mapping_cannot_be_merged() {
    for text in [
        "<<: 1",
        "<<:",
        "<<: [[]]",
        "a: &a []\nb: { <<: [{}, *a, 1] }",
    ] {
        assert!(
            findings(text).iter().all(|code| *code == "invalid-merge"),
            "{text}"
        );
    }
    assert_eq!(
        findings("? [a]\n: 1\n? {}\n: 2"),
        ["invalid-key", "invalid-key"]
    );
}

#[test]
fn aliases_are_copies() {
    assert_eq!(value("[&a [1, &b 2], *a, *b]"), json!([[1, 2], [1, 2], 2]));
    // An anchor may be set anew.
    assert_eq!(value("[&a 1, *a, &a 2, *a]"), json!([1, 1, 2, 2]));
    assert_eq!(findings("[*a]"), ["syntax"]);
}

#[test]
fn aliases_cannot_be_endless() {
    assert_eq!(findings("&a [*a]"), ["recursive-alias"]);
    assert_eq!(findings("a: &a { b: { c: *a } }"), ["recursive-alias"]);
    assert_eq!(findings("a: &a { <<: *a }"), ["recursive-alias"]);
}

#[test]
fn aliases_that_multiply_stop_at_a_limit() {
    let lists = (1..40).map(|i| format!("- &a{i} [*a{0}, *a{0}, *a{0}]\n", i - 1));
    let text = format!("- &a0 [x]\n{}", lists.collect::<String>());
    assert_eq!(findings(&text), ["alias-limit"]);
    let maps = (1..60).map(|i| format!("- &a{i} {{ <<: [*a{0}, *a{0}, *a{0}] }}\n", i - 1));
    let text = format!("- &a0 {{ x: 1 }}\n{}", maps.collect::<String>());
    assert_eq!(findings(&text), ["alias-limit"]);
    let long = "x".repeat(1 << 20);
    let text = format!("- &a {long}\n{}", "- *a\n".repeat(100));
    assert_eq!(findings(&text), ["alias-limit"]);
}

#[test]
fn nesting_has_the_limit_of_json() {
    let nested = |depth: usize| format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
    assert_eq!(findings(&nested(127)), [] as [&str; 0]);
    assert_eq!(findings(&nested(128)), ["nesting-too-deep"]);
    assert_eq!(findings(&"- ".repeat(100_000)), ["nesting-too-deep"]);
    assert_eq!(findings(&"[".repeat(100_000)), ["nesting-too-deep"]);
    assert_eq!(findings(&"{a: ".repeat(100_000)), ["nesting-too-deep"]);
    let chain = (1..200).map(|i| format!("- &a{i} [*a{}]\n", i - 1));
    let text = format!("- &a0 [x]\n{}", chain.collect::<String>());
    assert_eq!(findings(&text), ["nesting-too-deep"]);
}

#[test]
fn the_first_document_that_is_not_empty_is_read() {
    assert_eq!(value("---\na: 1\n...\n"), json!({ "a": 1 }));
    assert_eq!(
        value("--- # nothing\n---\na: 1\n---\n---\n"),
        json!({ "a": 1 })
    );
    assert_eq!(value("%YAML 1.2\n---\na: 1\n"), json!({ "a": 1 }));
    assert_eq!(findings("a: 1\n---\nb: 2\n---\nc: ["), ["further-document"]);
    assert_eq!(findings(""), ["syntax"]);
    assert_eq!(findings("# only\n---\n..."), ["syntax"]);
}

#[test]
fn tags_say_what_a_scalar_is() {
    let text =
        "[!!str 1, !!int '017', !!float 1, !!bool 'true', !!null '', !!map {}, !!seq [], ! 7]";
    assert_eq!(value(text), json!(["1", 17, 1, true, null, {}, [], "7"]));
    assert_eq!(value("!!timestamp 2001-12-14"), json!("2001-12-14"));
    assert_eq!(value("!!set { a, b }"), json!({ "a": null, "b": null }));
    assert_eq!(value("{ !!str 200: 1 }"), json!({ "200": 1 }));
    for text in [
        "!Ref x",
        "!!int x",
        "!!float no",
        "!!int 1.5",
        "!Sub {}",
        "!<tag:x> []",
    ] {
        assert_eq!(findings(text), ["ignored-tag"], "{text}");
    }
}

#[test]
fn block_scalars_keep_or_fold_their_lines() {
    let text = "a: |\n  x\n   y\n\n  z\nb: >-\n  x\n  y\n\n  z\nc: |2+\n    x\n\nd: x\n  y\n";
    let expected = json!({ "a": "x\n y\n\nz\n", "b": "x y\nz", "c": "  x\n\n", "d": "x y" });
    assert_eq!(value(text), expected);
    assert_eq!(value(&text.replace('\n', "\r\n")), expected);
}

#[test]
fn tabs_separate_but_do_not_indent() {
    let read = value("{\t\"c\":\t[\n\t\t1,\n\t2\n\t],\t# one\n\td: e }\n");
    assert_eq!(read, json!({ "c": [1, 2], "d": "e" }));
    assert_eq!(value("a: \t1\t# one\n"), json!({ "a": 1 }));
    let text = "a:\t1\nb: \"x:\ty\"\nc:\t\tz\n";
    assert_eq!(value(text), json!({ "a": 1, "b": "x:\ty", "c": "z" }));
    let text = "é:\tx\nb: |\n  x:\ty\n  # 'c:\td'\nc:\t'a:\t''b'\n";
    assert_eq!(
        value(text),
        json!({ "é": "x", "b": "x:\ty\n# 'c:\td'\n", "c": "a:\t'b" })
    );
    assert_eq!(findings("a:\tx\nb:\tc: d\n"), ["syntax"]);
    assert_eq!(findings("a:\n\tb: 1\n"), ["syntax"]);
}
