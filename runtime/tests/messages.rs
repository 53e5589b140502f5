//! What errors say: in the words of JSON, of every variant, and of the place.

use bindery::{Decide, Json, JsonType, Model, Variants, decode};

#[derive(Clone, Debug, PartialEq)]
enum Value {
    Text(String),
    Card(Card),
    Numbers(Vec<f64>),
    Names(Vec<String>),
}

#[derive(Clone, Debug, PartialEq)]
struct Card {
    last4: String,
}

bindery::object!(Card { last4: required "last4" });

bindery::union!(Value { Text, Card, Numbers, Names }, by Variants::Decide(&[
    Decide::Type(JsonType::String),
    Decide::Type(JsonType::Object),
    Decide::Trial,
    Decide::Trial,
]));

#[derive(Clone, Debug, PartialEq)]
enum TextOrCard {
    Text(String),
    Card(Card),
}

bindery::union!(TextOrCard { Text, Card }, by Variants::Decide(&[
    Decide::Type(JsonType::String),
    Decide::Type(JsonType::Object),
]));

fn refused<T: Model + std::fmt::Debug>(text: &str) -> (String, String) {
    let error = decode::<T>(text.as_bytes()).unwrap_err();
    (error.pointer().to_owned(), error.message().to_owned())
}

#[test]
fn every_variant_is_told_of_also_those_of_other_types() {
    let (_, message) = refused::<Value>("true");
    assert_eq!(
        message,
        "no variant fits: as Numbers: invalid type: boolean `true`, expected an array; \
         as Names: invalid type: boolean `true`, expected an array; \
         as Text: expected a string; as Card: expected an object"
    );
    let (_, message) = refused::<TextOrCard>("[5]");
    assert_eq!(message, "expected a string or an object, found an array");
    let (pointer, message) = refused::<Vec<TextOrCard>>("[5]");
    assert_eq!(message, "expected a string or an object, found a number");
    assert_eq!(pointer, "/0");
}

#[test]
fn numbers_are_those_of_json() {
    let (_, message) = refused::<i64>("99999999999999999999");
    assert_eq!(
        message,
        "invalid value: number `1e+20`, expected a whole number \
         from -9223372036854775808 to 9223372036854775807"
    );
    let (_, message) = refused::<i64>("1.5");
    assert_eq!(
        message,
        "invalid type: number `1.5`, expected a whole number"
    );
    let (_, message) = refused::<u8>("-1");
    assert_eq!(
        message,
        "invalid value: integer `-1`, expected a whole number from 0 to 255"
    );
    let (_, message) = refused::<f64>("{}");
    assert_eq!(message, "invalid type: object, expected a number");
}

#[test]
fn what_is_no_json_has_the_place_of_what_was_being_read() {
    for (text, pointer) in [
        (r#"{"a":nul}"#, "/a"),
        (r#"{"a":nul, "b":1}"#, "/a"),
        (r#"{"a":[1,tru]}"#, "/a/1"),
        (r#"{"a":[1,2}"#, "/a/1"),
        (r#"{"a":{"b":01}}"#, "/a/b"),
        (r#"{"a":1,}"#, ""),
        ("nul", ""),
    ] {
        assert_eq!(refused::<Json>(text).0, pointer, "{text}");
    }
    assert_eq!(refused::<Json>(r#"{"a":nul}"#).1, "expected a JSON value");
}

#[derive(Clone, Debug, PartialEq)]
struct Account {
    owner: Option<Card>,
    note: Option<String>,
}

bindery::object!(Account { owner: optional "owner", note: optional "note" });

#[derive(Clone, Debug, PartialEq)]
enum Held {
    Account(Account),
    Nested(Vec<AccountOrNumber>),
}

bindery::union!(Held { Account, Nested }, by Variants::Decide(&[Decide::Trial, Decide::Trial]));

#[derive(Clone, Debug, PartialEq)]
enum AccountOrNumber {
    Account(Account),
    Number(i64),
    Card(Card),
}

bindery::union!(AccountOrNumber { Account, Number, Card }, by Variants::Decide(&[
    Decide::Trial,
    Decide::Trial,
    Decide::Trial,
]));

#[test]
fn alternatives_within_alternatives_tell_the_way_once() {
    let text = r#"{"held":[{"owner":{"last4":4}}]}"#;
    let error = decode::<std::collections::BTreeMap<String, Held>>(text.as_bytes()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "at /held: no variant fits: as Account: invalid type: array, expected an object; \
         as Nested: at /0: no variant fits: \
         as Account: at /owner/last4: invalid type: integer `4`, expected a string; \
         as Number: invalid type: object, expected a whole number; \
         as Card: missing property `last4`, near: [{\"owner\":{\"last4\":4}}]"
    );
    assert_eq!(error.pointer(), "/held/0/owner/last4");
}

#[test]
fn the_excerpt_is_of_what_the_message_is_about() {
    for (text, excerpt) in [
        (r#"{"note":null,"owner":null}"#, "null"),
        (r#"{"note":"a","note":"b"}"#, r#""b""#),
    ] {
        let error = decode::<Account>(text.as_bytes()).unwrap_err();
        assert_eq!((error.pointer(), error.excerpt()), ("/note", excerpt));
    }
    let error = decode::<TextOrCard>(br#"{"last4":{"a":1}}"#).unwrap_err();
    assert_eq!((error.pointer(), error.excerpt()), ("/last4", r#"{"a":1}"#));
}

bindery::open_enum!(Letter { A = "a", B = "b" } else Unknown);

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Letter {
    A,
    B,
    Unknown(String),
}

#[test]
fn a_long_list_is_cut_short() {
    let error = decode::<Letter>(br#""c""#).unwrap_err();
    assert_eq!(error.message(), "the value must be one of a, b");
    let said = bindery::Constraint::OneOf(&["1"; 22]).to_string();
    assert!(said.ends_with("1, 1 and 2 more"), "{said}");
}

#[test]
fn a_set_of_required_properties_is_named() {
    let sets = bindery::Constraint::AnyRequired(&[&["email"], &["phone", "prefix"]]);
    assert_eq!(
        sets.to_string(),
        "must have the property `email`, or the properties `phone` and `prefix`"
    );
}

#[test]
fn dates_are_shown_as_they_should_be() {
    let (_, message) = refused::<bindery::DateTime>(r#""2024-01-31""#);
    assert_eq!(
        message,
        "invalid value: string \"2024-01-31\", expected a date-time such as `2024-01-31T09:30:00Z`"
    );
}
