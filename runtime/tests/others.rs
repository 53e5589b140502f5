//! Unions of structs that keep what only other variants name.

use bindery::{Constraint, Decide, Integer, JsonObject, Validate, Variants, decode, serde_json};

#[derive(Clone, Debug, PartialEq)]
struct Customer {
    id: String,
    name: Option<String>,
}

bindery::object!(Customer { id: required "id", name: optional "name" [Constraint::MinLength(1)] });

#[derive(Clone, Debug, PartialEq)]
struct Deleted {
    id: String,
    deleted: bool,
}

bindery::object!(Deleted { id: required "id", deleted: required "deleted" });

#[derive(Clone, Debug, PartialEq)]
enum Owner {
    Customer(Box<Customer>, JsonObject),
    Deleted(Deleted, JsonObject),
    Id(String),
}

bindery::union!(Owner {
    Customer + others,
    Deleted + others [Constraint::MaxProperties(3)],
    Id,
}, by Variants::Decide(&[
    Decide::Trial,
    Decide::Property("deleted"),
    Decide::Type(bindery::JsonType::String),
]), checks: [Constraint::MaxProperties(4)]);

/// A union that hands an object on to a union.
#[derive(Clone, Debug, PartialEq)]
enum Outer {
    Owner(Owner),
    List(Vec<Owner>),
}

bindery::union!(Outer { Owner, List }, by Variants::Decide(&[
    Decide::Type(bindery::JsonType::Object),
    Decide::Type(bindery::JsonType::Array),
]));

#[test]
fn a_value_of_two_variants_keeps_the_properties_of_both() {
    let text = r#"{"id":"a","deleted":true,"name":"n"}"#;
    let owner: Owner = decode(text.as_bytes()).unwrap();
    let Owner::Deleted(deleted, others) = &owner else {
        panic!("only a deleted one requires `deleted`: {owner:?}");
    };
    assert!(deleted.deleted);
    assert_eq!(others["name"], "n");
    assert_eq!(serde_json::to_string(&owner).unwrap(), text);
    let plain: Owner = serde_json::from_str(text).unwrap();
    assert_eq!(plain, owner);
    let outer: Outer = decode(text.as_bytes()).unwrap();
    assert_eq!(outer, Outer::Owner(owner));
}

#[test]
fn a_struct_that_is_all_of_the_value_has_nothing_beside_it() {
    let owner: Owner = decode(br#"{"id":"a","name":"n"}"#).unwrap();
    let Owner::Customer(customer, others) = &owner else {
        panic!("{owner:?}");
    };
    assert_eq!(customer.name.as_deref(), Some("n"));
    assert!(others.is_empty());
    assert_eq!(
        serde_json::to_string(&owner).unwrap(),
        r#"{"id":"a","name":"n"}"#
    );
}

#[test]
fn checks_look_at_the_whole_object_and_at_the_struct() {
    let many = br#"{"id":"a","x":1,"y":2,"z":3,"deleted":5}"#;
    let error = decode::<Owner>(many).unwrap_err();
    assert!(error.message().contains("at most 4"), "{error}");
    let four = br#"{"id":"a","deleted":true,"x":1,"y":2}"#;
    assert!(matches!(decode(four), Ok(Owner::Customer(..))));
    let empty = Customer {
        id: "a".to_owned(),
        name: Some(String::new()),
    };
    let owner = Owner::Customer(Box::new(empty), JsonObject::new());
    let violations = owner.validate().unwrap_err();
    assert_eq!(violations.first().unwrap().pointer, "/name");
}

#[test]
fn what_the_struct_says_goes_before_what_stands_beside_it() {
    let others = [("id", "b"), ("x", "y")].map(|(name, value)| (name.to_owned(), value.into()));
    let deleted = Deleted {
        id: "a".to_owned(),
        deleted: true,
    };
    let owner = Owner::Deleted(deleted, others.into_iter().collect());
    let written = serde_json::to_value(&owner).unwrap();
    assert_eq!(
        written,
        serde_json::json!({"id": "a", "deleted": true, "x": "y"})
    );
}

#[test]
fn an_error_in_the_struct_has_its_place() {
    let error = decode::<Vec<Owner>>(br#"[{"id":"a","deleted":1,"name":2}]"#).unwrap_err();
    assert!(error.pointer().starts_with("/0/"), "{error}");
    let error = decode::<Owner>(br#"{"id":"a","x":1,"x":2}"#).unwrap_err();
    assert_eq!(error.pointer(), "/x", "{error}");
}

#[derive(Clone, Debug, PartialEq)]
struct Amount {
    units: Integer,
}

bindery::object!(Amount { units: required "units" });

#[derive(Clone, Debug, PartialEq)]
enum AmountOr {
    Amount(Amount, JsonObject),
    Deleted(Deleted, JsonObject),
}

bindery::union!(AmountOr { Amount + others, Deleted + others }, by Variants::Decide(&[
    Decide::Property("units"),
    Decide::Property("deleted"),
]));

#[test]
fn a_number_keeps_its_digits_beside_others() {
    let text = r#"{"units":123456789012345678901234567890,"note":"n"}"#;
    let amount: AmountOr = decode(text.as_bytes()).unwrap();
    assert_eq!(serde_json::to_string(&amount).unwrap(), text);
}
