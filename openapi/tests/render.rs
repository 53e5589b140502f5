//! How a report is printed, whatever it says.

use bindery_openapi::{RenderStyle, read_text, render};

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
