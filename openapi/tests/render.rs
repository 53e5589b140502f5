//! How a report is printed, whatever it says.

use bindery_openapi::{RenderStyle, findings, read_file, read_text, render, render_json};

/// The text without ANSI escape sequences.
fn visible(text: &str) -> String {
    let mut pieces = text.split('\u{1b}');
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |visible, piece| {
        visible + piece.split_once('m').map_or("", |(_, after)| after)
    })
}

#[test]
fn colours_are_all_that_styles_differ_in() {
    let reading = read_text(
        "a.json",
        r#"{ "openapi": "3.0.3", "paths": [], "inf": {} }"#,
    );
    let plain = render(&reading.report, &reading.sources, RenderStyle::Plain);
    let ansi = render(&reading.report, &reading.sources, RenderStyle::Ansi);
    assert_ne!(plain, ansi);
    let trimmed: Vec<_> = plain.lines().collect();
    let seen = visible(&ansi);
    assert_eq!(seen.lines().map(str::trim_end).collect::<Vec<_>>(), trimmed);
}

#[test]
fn diagnostics_come_in_the_order_of_the_text() {
    let text =
        "{\n\"openapi\": \"3.0.3\",\n\"tags\": 1,\n\"paths\": {},\n\"info\": 2,\n\"servers\": 3 }";
    let reading = read_text("a.json", text);
    let plain = render(&reading.report, &reading.sources, RenderStyle::Plain);
    let lines: Vec<_> = plain.lines().filter(|line| line.contains("-->")).collect();
    assert_eq!(
        lines,
        [" --> a.json:3:9", " --> a.json:5:9", " --> a.json:6:12"]
    );
    assert_eq!(reading.report.summary(), "3 errors");
}

#[test]
fn a_minified_description_of_megabytes_gives_a_short_report() {
    let padding = "x".repeat(4 << 20);
    let text = format!(r#"{{"openapi":"3.0.3","x-a":"{padding}","paths":[],"x-b":"{padding}"}}"#);
    let reading = read_text("a.json", &text);
    let plain = render(&reading.report, &reading.sources, RenderStyle::Plain);
    assert!(plain.len() < 2000, "{} bytes", plain.len());
}

#[test]
fn control_characters_do_not_reach_the_terminal() {
    let text = r#"{ "openapi": "3.0.3", "paths": {}, "info": { "title": "", "version": "" },
        "\u001b[31mred\u202e": 1 }"#;
    let reading = read_text("a.json", text);
    let plain = render(&reading.report, &reading.sources, RenderStyle::Plain);
    assert!(plain.starts_with("warning[unknown-field]"));
    assert!(!plain.contains(['\u{1b}', '\u{202e}']));
}

#[test]
fn a_position_is_that_of_the_nearest_node_that_exists() {
    let text = "{\n  \"openapi\": \"3.0.3\",\n  \"info\": { \"é\": 1, \"title\": \"t\" }\n}";
    let reading = read_text("a.json", text);
    let file = reading.sources.files().next().expect("one file was read");
    assert_eq!(reading.sources.name(file), "a.json");
    let location = |pointer: &str| bindery_openapi::Location {
        file,
        pointer: bindery_openapi::Pointer::parse(pointer),
    };
    let title = reading
        .sources
        .position(&location("/info/title"))
        .expect("it exists");
    assert_eq!((title.line, title.column), (3, 30));
    assert_eq!(&text[title.bytes], "\"t\"");
    let missing = reading
        .sources
        .position(&location("/info/version"))
        .expect("the file exists");
    assert_eq!((missing.line, missing.column), (3, 11));
}

#[test]
fn findings_as_json_have_one_shape_and_the_order_of_the_text() {
    let text = "openapi: 3.0.3\ninfo: { title: é, version: 1 }\npaths: {}\ntags: 1\npaths: {}\n";
    let reading = read_text("a.yaml", text);
    let json = render_json(&reading.report, &reading.sources);
    insta::assert_snapshot!(json, @r#"
    {
      "findings": [
        {
          "severity": "warning",
          "code": "wrong-type",
          "message": "expected a string; it is read as `\"1\"`",
          "hint": null,
          "file": "a.yaml",
          "line": 2,
          "column": 28,
          "end": {
            "line": 2,
            "column": 29
          },
          "pointer": "/info/version",
          "related": []
        },
        {
          "severity": "error",
          "code": "wrong-type",
          "message": "expected an array, found a number",
          "hint": null,
          "file": "a.yaml",
          "line": 4,
          "column": 7,
          "end": {
            "line": 4,
            "column": 8
          },
          "pointer": "/tags",
          "related": []
        },
        {
          "severity": "error",
          "code": "duplicate-key",
          "message": "the key `paths` stands twice in the same mapping",
          "hint": "remove one of the two, or give it another name",
          "file": "a.yaml",
          "line": 5,
          "column": 1,
          "end": {
            "line": 5,
            "column": 6
          },
          "pointer": "/paths",
          "related": [
            {
              "message": "its first value",
              "file": "a.yaml",
              "line": 3,
              "column": 1,
              "end": {
                "line": 3,
                "column": 6
              },
              "pointer": "/paths"
            }
          ]
        }
      ],
      "errors": 2,
      "warnings": 1
    }
    "#);
    let findings = findings(&reading.report, &reading.sources);
    assert_eq!(findings.len(), reading.report.iter().count());
}

#[test]
fn a_report_without_a_place_is_json_too() {
    let reading = read_file(std::path::Path::new("no-such-file.json"));
    let json = render_json(&reading.report, &reading.sources);
    let value: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
    let finding = &value["findings"][0];
    assert_eq!(finding["code"], "unreadable-file");
    assert_eq!(finding["file"], "no-such-file.json");
    assert_eq!(finding["line"], serde_json::Value::Null);
    assert_eq!(value["errors"], 1);
}

#[test]
fn findings_in_one_long_line_have_their_columns() {
    let members = (0..20_000).map(|index| format!(r#""é{index}":1,"#));
    let members: String = members.collect();
    let text = format!(
        r#"{{{members}"openapi":"3.0.3","info":{{"title":"","version":""}},"paths":{{}}}}"#
    );
    let reading = read_text("a.json", &text);
    let findings = findings(&reading.report, &reading.sources);
    assert_eq!(findings.len(), 20_000);
    let last = findings.last().and_then(|last| last.range.column);
    let before = text.split_once("\"é19999").map_or("", |(before, _)| before);
    assert_eq!(last, Some(before.chars().count() + 1));
}
