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
        "invalid type: number `1e+20`, expected a whole number \
         from -9223372036854775808 to 9223372036854775807"
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
