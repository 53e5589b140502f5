//! Unions whose variants are tried: what is read again keeps all its digits, only one may fit where only one is meant,
//! and a failure has its place.

use bindery::{Decide, Decimal, Integer, Json, JsonType, Validate, Variants, decode, serde_json};

const LARGE: &str = "1234567890123456789012345678901234567891";

#[derive(Clone, Debug, PartialEq)]
struct Amount {
    kind: Option<String>,
    units: Integer,
}

bindery::object!(Amount { kind: optional "kind", units: required "units" });

#[derive(Clone, Debug, PartialEq)]
struct Price {
    kind: Option<String>,
    cost: Decimal,
    units: Option<Integer>,
}

bindery::object!(Price {
    kind: optional "kind",
    cost: required "price",
    units: optional "units",
});

/// A union of amounts and prices, told apart so.
macro_rules! worth {
    ($name:ident, $variants:expr) => {
        #[derive(Clone, Debug, PartialEq)]
        enum $name {
            Amount(Amount),
            Price(Price),
        }

        bindery::union!($name { Amount, Price }, by $variants);
    };
}

worth!(Tried, Variants::Decide(&[Decide::Trial, Decide::Trial]));
worth!(
    ExactlyOne,
    Variants::ExactlyOne(&[Decide::Trial, Decide::Trial])
);
worth!(
    ByProperty,
    Variants::Decide(&[Decide::Trial, Decide::Property("price")])
);
worth!(
    Tagged,
    Variants::Discriminator {
        property: "kind",
        values: &[("amount", 0), ("price", 1)],
    }
);
worth!(
    TaggedOr,
    Variants::DiscriminatorOr {
        property: "kind",
        values: &[("amount", 0)],
        default: 1,
    }
);

#[derive(Clone, Debug, PartialEq)]
enum Count {
    Number(Integer),
    Text(String),
}

bindery::union!(Count { Number, Text }, by Variants::Decide(&[
    Decide::Type(JsonType::Number),
    Decide::Type(JsonType::String),
]));

/// A union in a union.
#[derive(Clone, Debug, PartialEq)]
enum Outer {
    List(Vec<Tried>),
    One(Box<Tried>),
}

bindery::union!(Outer { List, One }, by Variants::Decide(&[Decide::Trial, Decide::Trial]));

fn comes_back<T: bindery::Model>(text: &str) {
    for value in [
        decode::<T>(text.as_bytes()).unwrap(),
        serde_json::from_str(text).unwrap(),
        serde_json::from_reader(text.as_bytes()).unwrap(),
    ] {
        assert_eq!(serde_json::to_string(&value).unwrap(), text);
    }
}

#[test]
fn a_number_beyond_64_bits_keeps_its_digits_in_every_kind_of_union() {
    let amount = format!(r#"{{"units":{LARGE}}}"#);
    let price = r#"{"price":0.1000000000000000000000000000001}"#;
    comes_back::<Tried>(&amount);
    comes_back::<Tried>(price);
    comes_back::<ExactlyOne>(price);
    comes_back::<ByProperty>(price);
    comes_back::<TaggedOr>(price);
    comes_back::<Tagged>(price);
    comes_back::<Outer>(&format!("[{amount},{price}]"));
    comes_back::<Outer>(&amount);
    comes_back::<Count>(LARGE);
    comes_back::<Vec<Count>>(&format!("[-{LARGE},\"a\\n\",1]"));
}

#[test]
fn a_number_keeps_its_digits_before_the_discriminator() {
    let text = format!(r#"{{"units":{LARGE},"kind":"amount"}}"#);
    for read in [
        decode::<Tagged>(text.as_bytes()).unwrap(),
        serde_json::from_str(&text).unwrap(),
    ] {
        let units = LARGE.parse().unwrap();
        let kind = Some("amount".to_owned());
        assert_eq!(read, Tagged::Amount(Amount { kind, units }));
    }
}

#[test]
fn what_fails_before_the_discriminator_has_its_place() {
    let text = br#"[{"units":[1],"kind":"amount"}]"#;
    let error = decode::<Vec<Tagged>>(text).unwrap_err();
    assert_eq!(error.pointer(), "/0/units");
    assert!(error.message().starts_with("as Amount: "), "{error}");
}

#[test]
fn what_may_be_one_alone_is_refused_where_it_is_both() {
    let both = r#"{"units":1,"price":2}"#;
    let error = decode::<ExactlyOne>(both.as_bytes()).unwrap_err();
    assert_eq!(
        error.message(),
        "the value is both Amount and Price, and may be only one of them"
    );
    assert!(serde_json::from_str::<ExactlyOne>(both).is_ok());
    let one = decode::<ExactlyOne>(br#"{"units":1}"#).unwrap();
    assert!(matches!(one, ExactlyOne::Amount(_)));
    let error = decode::<Vec<ExactlyOne>>(br#"[{"units":1},{"units":"x"}]"#).unwrap_err();
    assert_eq!(error.pointer(), "/1/units");
}

#[test]
fn all_other_values_of_a_discriminator_are_of_its_default() {
    for (text, is_amount) in [
        (r#"{"kind":"amount","units":1}"#, true),
        (r#"{"kind":"else","price":1}"#, false),
        (r#"{"price":1}"#, false),
    ] {
        let read = decode::<TaggedOr>(text.as_bytes()).unwrap();
        assert_eq!(matches!(read, TaggedOr::Amount(_)), is_amount, "{text}");
        assert_eq!(read.validate(), Ok(()));
    }
    let price = decode::<Price>(br#"{"kind":"amount","price":1}"#).unwrap();
    let violations = TaggedOr::Price(price).validate().unwrap_err();
    assert_eq!(violations[0].pointer, "/kind");
    let error = decode::<TaggedOr>(br#"{"kind":"amount","price":1}"#).unwrap_err();
    assert_eq!(error.message(), "as Amount: missing property `units`");
}

#[test]
fn the_place_of_a_failure_is_not_that_of_a_variant_that_was_passed_over() {
    let text = br#"[[{"units":true,"price":1}], {"units":{}}]"#;
    let error = decode::<(Vec<Tried>, Amount)>(text).unwrap_err();
    assert_eq!(error.pointer(), "/0/0/units");
    let text = br#"[[{"units":1.5,"price":1,"x":0},{"price":1}], {"units":{}}]"#;
    let error = decode::<(Vec<ByPrice>, Amount)>(text).unwrap_err();
    assert_eq!(error.pointer(), "/1/units");
}

#[derive(Clone, Debug, PartialEq)]
enum ByPrice {
    Amount(Amount),
    Else(Json),
}

bindery::union!(ByPrice { Amount, Else }, by Variants::Decide(&[Decide::Trial, Decide::Trial]));

#[test]
fn a_value_that_is_no_text_is_read_as_well() {
    let json = serde_json::json!({"units": 7});
    let read: Tried = serde_json::from_value(json.clone()).unwrap();
    assert_eq!(serde_json::to_value(&read).unwrap(), json);
    let pair: (Count, Count) = serde_json::from_value(serde_json::json!([1, "a"])).unwrap();
    assert_eq!(pair.1, Count::Text("a".to_owned()));
}

/// A union of arrays that are tried, within one that is told by its type.
#[derive(Clone, Debug, PartialEq)]
enum Lists {
    Whole(Vec<Integer>),
    Text(Vec<String>),
}

bindery::union!(Lists { Whole, Text }, by Variants::ExactlyOne(&[Decide::Trial, Decide::Trial]));

#[derive(Clone, Debug, PartialEq)]
enum ListsOrText {
    Lists(Lists),
    Text(String),
}

bindery::union!(ListsOrText { Lists, Text }, by Variants::Decide(&[
    Decide::Type(JsonType::Array),
    Decide::Type(JsonType::String),
]));

#[test]
fn an_array_of_one_type_may_be_of_several_that_are_tried() {
    for text in ["[]", "[\"a\",\"b\"]", "[1,2]", "\"a\""] {
        let is_both = text == "[]";
        assert_eq!(decode::<ListsOrText>(text.as_bytes()).is_err(), is_both);
        let read: ListsOrText = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::to_string(&read).unwrap(), text);
    }
    comes_back::<ListsOrText>(&format!("[1,{LARGE}]"));
    let error = decode::<ListsOrText>(b"[\"a\",1]").unwrap_err();
    assert!(error.message().contains("no variant fits"), "{error}");
}
