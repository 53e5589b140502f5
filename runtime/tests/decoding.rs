//! Where a decode error says it is.

mod support;

use std::collections::BTreeMap;

use bindery::{DecodeError, DecodeErrorKind, decode, jiff::Timestamp, serde_json};
use support::events::{Event, EventPage, ShortName, Source};

fn refused<T: bindery::Model>(text: &str) -> DecodeError {
    decode::<T>(text.as_bytes()).map(drop).expect_err(text)
}

fn place(error: &DecodeError) -> (DecodeErrorKind, &str, &str) {
    (error.kind(), error.pointer(), error.excerpt())
}

#[test]
fn a_wrong_type_of_each_kind_is_found() {
    for (value, shown) in [
        ("null", "null"),
        ("true", "true"),
        ("-1.5e-3", "-1.5e-3"),
        (r#""a\"]b""#, r#""a\"]b""#),
        (r#"["x", 2]"#, r#"["x", 2]"#),
        (r#"{"a": {"b": []}}"#, r#"{"a": {"b": []}}"#),
    ] {
        for text in [
            format!(r#"{{"a": [[], [1, {value}, 2]], "b": []}}"#),
            format!("{{\"a\":[[],[1,\n  {value}\n]]}}"),
        ] {
            let error = refused::<BTreeMap<String, Vec<Vec<i64>>>>(&text);
            assert_eq!(
                place(&error),
                (DecodeErrorKind::Data, "/a/1/1", shown),
                "{text}"
            );
        }
    }
}

#[test]
fn a_number_where_a_string_is_due_is_found() {
    let error = refused::<Vec<String>>("[\"a\", 12 , \"b\"]");
    assert_eq!(place(&error), (DecodeErrorKind::Data, "/1", "12"));
    assert_eq!(
        error.to_string(),
        "at /1: invalid type: integer `12`, expected a string, near: 12"
    );
}

#[test]
fn a_wrong_value_at_the_top_is_found() {
    assert_eq!(
        place(&refused::<i64>("  true  ")),
        (DecodeErrorKind::Data, "", "true")
    );
    assert_eq!(
        place(&refused::<i64>(" {}")),
        (DecodeErrorKind::Data, "", "{}")
    );
}

#[test]
fn a_number_out_of_range_is_found() {
    assert_eq!(refused::<Vec<i32>>("[1, 3000000000]").pointer(), "/1");
    assert_eq!(refused::<Vec<u64>>("[-1]").pointer(), "/0");
}

#[test]
fn a_string_that_is_no_date_is_found() {
    let error = refused::<BTreeMap<String, Timestamp>>(r#"{"at": "yesterday"}"#);
    assert_eq!(
        place(&error),
        (DecodeErrorKind::Data, "/at", "\"yesterday\"")
    );
}

#[test]
fn a_missing_property_is_told_at_its_object() {
    let text =
        r#"{"data":[{"id":"a","description":null},{"description":null, "x": {}}],"after":"c"}"#;
    let error = refused::<EventPage>(text);
    assert_eq!(
        place(&error),
        (
            DecodeErrorKind::Data,
            "/data/1",
            r#"{"description":null, "x": {}}"#
        )
    );
    assert_eq!(error.message(), "missing property `id`");
}

#[test]
fn names_are_escaped_in_pointers() {
    let error = refused::<BTreeMap<String, i64>>(r#"{"a/b~cé\n": true}"#);
    assert_eq!(error.pointer(), "/a~1b~0cé\n");
}

#[test]
fn a_truncated_text_is_placed_at_the_value_that_it_cuts() {
    let text = r#"{"data":[{"id":"a","description":null,"limit":12}],"after":"cursor"}"#;
    for (length, pointer) in [
        (0, ""),
        (1, ""),
        (4, "/da"),
        (8, "/data"),
        (9, "/data/0"),
        (10, "/data/0"),
        (16, "/data/0/id"),
        (46, "/data/0/limit"),
        (50, "/data"),
        (60, "/after"),
    ] {
        let error = refused::<EventPage>(&text[..length]);
        assert_eq!(error.kind(), DecodeErrorKind::Eof, "{length}");
        assert_eq!(error.pointer(), pointer, "{}", &text[..length]);
    }
}

#[test]
fn every_cut_of_a_text_is_refused_without_a_panic() {
    let text = r#"{"data":[{"id":"ä€😀\u00e9","description":null,"limit":12,"note":null,"x":[1.5e3,{"y":true}]}],"after":"c"}"#;
    for length in 0..text.len() {
        let error = decode::<EventPage>(&text.as_bytes()[..length]).unwrap_err();
        assert!(!error.to_string().is_empty());
    }
}

#[test]
fn every_changed_byte_of_a_text_is_read_or_refused_without_a_panic() {
    let text =
        br#"{"data":[{"id":"e","description":"d","limit":12,"x":[1,{"y":true}]}],"after":"c"}"#;
    for index in 0..text.len() {
        for byte in [
            b'"', b'{', b'}', b'[', b']', b',', b':', b'\\', b'\n', 0, 0xff, b'1',
        ] {
            let mut changed = text.to_vec();
            changed[index] = byte;
            if let Err(error) = decode::<EventPage>(&changed) {
                assert!(error.excerpt().chars().count() <= 82, "{error}");
            }
        }
    }
}

#[test]
fn a_page_of_html_is_not_json() {
    let error = refused::<Event>("<!DOCTYPE html>\n<html><body>502 Bad Gateway</body></html>");
    assert_eq!(error.kind(), DecodeErrorKind::Syntax);
    assert_eq!(error.pointer(), "");
    assert!(error.excerpt().starts_with("<!DOCTYPE html>"), "{error}");
}

#[test]
fn a_slip_of_syntax_is_shown_with_what_stands_around_it() {
    let before = "x".repeat(100);
    let error = refused::<Vec<String>>(&format!("[\"{before}\" \"{before}\"]"));
    assert_eq!(error.kind(), DecodeErrorKind::Syntax);
    assert_eq!(error.pointer(), "/0");
    assert!(error.excerpt().contains("x\" \"x"), "{error}");
    assert!(error.excerpt().chars().count() <= 82);
}

#[test]
fn an_excerpt_is_cut_between_characters() {
    let long = "€".repeat(500);
    let error = refused::<Vec<i64>>(&format!("[\"{long}\"]"));
    assert_eq!(error.excerpt().chars().count(), 81);
    assert!(error.excerpt().ends_with('…'));
    assert!(error.message().chars().count() <= 401);
}

#[test]
fn a_deep_text_is_refused_without_recursion() {
    let text = "[".repeat(1_000_000);
    assert_eq!(
        refused::<bindery::Json>(&text).kind(),
        DecodeErrorKind::Syntax
    );
    let mut objects = "{\"a\":".repeat(100_000);
    objects.push('1');
    assert_eq!(
        refused::<bindery::Json>(&objects).kind(),
        DecodeErrorKind::Syntax
    );
}

#[test]
fn a_violation_is_told_with_its_pointer() {
    let error = refused::<Vec<ShortName>>(r#"["short", "too long"]"#);
    assert_eq!(
        (error.kind(), error.pointer()),
        (DecodeErrorKind::Violations, "/1")
    );
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    assert_eq!(decode::<i64>(b"\xef\xbb\xbf 5").unwrap(), 5);
}

#[test]
fn text_that_is_not_utf8_is_refused() {
    let error = decode::<Vec<String>>(b"[\"a\",\"b\xff\xfe\"]").unwrap_err();
    let shown = "[\"a\",\"b\u{fffd}\u{fffd}\"]";
    assert_eq!(place(&error), (DecodeErrorKind::Syntax, "/1", shown));
    assert_eq!(error.message(), "the text is not UTF-8");
}

#[test]
fn fields_and_scalars_are_models() {
    assert_eq!(
        decode::<bindery::Field<i64>>(b"null").unwrap(),
        bindery::Field::Null
    );
    decode::<()>(b"null").unwrap();
    decode::<Box<Option<Vec<bool>>>>(b"[true]").unwrap();
    decode::<bindery::jiff::civil::Date>(b"\"2024-02-29\"").unwrap();
    assert!(decode::<Source>(b"\"manual\"").is_ok());
    assert_eq!(
        serde_json::to_string(&bindery::Field::Value(1)).unwrap(),
        "1"
    );
}
