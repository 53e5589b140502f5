//! Reading as a model has it, where that is more than serde's reading of the same type.

use std::collections::BTreeMap;

use bindery::{Field, Foreign, Json, Model, Union, decode};

#[derive(Debug, PartialEq, serde::Deserialize, serde::Serialize)]
struct Money(i64);

bindery::model!(Money);

#[derive(Debug, PartialEq)]
struct Order {
    ids: Vec<i64>,
    count: Option<u8>,
    note: Field<Box<i32>>,
    price: Foreign<i64>,
    others: BTreeMap<String, Option<u64>>,
}

bindery::object!(Order {
    ids: required "ids",
    count: optional "count",
    note: nullable "note",
    price: required "price",
}, kept: others);

#[derive(Debug, PartialEq)]
enum Amount {
    Integer(Vec<i64>),
    Text(String),
}

bindery::union!(Amount { Integer, Text }, by bindery::Variants::Decide(&[
    bindery::Decide::Type(bindery::JsonType::Array),
    bindery::Decide::Type(bindery::JsonType::String),
]));

fn read<T: Model>(text: &str) -> Option<T> {
    decode(text.as_bytes()).ok()
}

#[test]
fn a_number_without_a_fraction_is_an_integer_wherever_it_stands() {
    let order = read::<Order>(r#"{"ids":[1.0,2e2,-0.0],"count":2.0,"note":3.0,"price":4,"x":5.0}"#);
    let expected = Order {
        ids: vec![1, 200, 0],
        count: Some(2),
        note: Field::Value(Box::new(3)),
        price: Foreign(4),
        others: BTreeMap::from([("x".to_owned(), Some(5))]),
    };
    assert_eq!(order, Some(expected));
    assert_eq!(read("[1.0]"), Some(Amount::Integer(vec![1])));
    assert_eq!(Amount::NAMES, ["Integer", "Text"]);
}

#[test]
fn an_integer_is_within_its_type() {
    assert_eq!(read("255.0"), Some(255_u8));
    assert_eq!(read::<u8>("256.0"), None);
    assert_eq!(read::<u8>("-1.0"), None);
    assert_eq!(read::<u8>("256"), None);
    assert_eq!(read::<u64>("-1"), None);
    assert_eq!(read("9007199254740991.0"), Some(9_007_199_254_740_991_i64));
    assert_eq!(read::<u64>("18446744073709551616"), None);
    assert_eq!(read("-9223372036854775808"), Some(i64::MIN));
    assert_eq!(read::<i64>("9223372036854775808.0"), None);
    assert_eq!(read::<i64>("1e300"), None);
    assert_eq!(read::<i64>("1.5"), None);
    assert_eq!(read::<i64>("\"1\""), None);
}

#[test]
fn what_a_float_rounds_is_no_integer() {
    assert_eq!(read::<i64>("9007199254740993.0"), None);
    assert_eq!(read::<i64>("-9007199254740993.0"), None);
    assert_eq!(read::<u64>("1.8446744073709549568e19"), None);
    assert_eq!(read("9007199254740993"), Some(9_007_199_254_740_993_i64));
    assert_eq!(
        read::<bindery::Integer>("9007199254740993.0"),
        Some(9_007_199_254_740_993_i64.into())
    );
}

#[test]
fn a_type_of_yours_is_read_as_serde_reads_it() {
    assert_eq!(read("[12]"), Some(vec![Money(12)]));
    assert_eq!(read::<Money>("12.0"), None);
    assert_eq!(read("12"), Some(Foreign(12_i64)));
    assert_eq!(read::<Vec<Json>>("null"), None);
}
