//! Null is of what says it by a type, whatever it lists, and of nothing that excludes it.

mod values;

use accepted::meant_null::types::{
    Constant, ListedBesideAlternatives, ListedObject, ObjectsOfNumbers, Shirt, Size, SizeOfParts,
};
use values::{comes_back, is_refused};

#[test]
fn a_list_that_forgets_null_does_not_exclude_it() {
    comes_back::<Option<Size>>("null");
    comes_back::<Option<SizeOfParts>>("null");
    comes_back::<Option<Constant>>("null");
    comes_back::<Shirt>(r#"{"size":null,"sizes":[1,null]}"#);
    assert!(is_refused::<Shirt>(r#"{"size":null,"worn":null}"#));
}

#[test]
fn alternatives_exclude_a_null_that_is_listed() {
    comes_back::<ListedBesideAlternatives>(r#""a""#);
    assert!(is_refused::<ListedBesideAlternatives>("null"));
}

#[test]
fn objects_that_the_type_excludes_are_no_alternative() {
    comes_back::<ObjectsOfNumbers>("2");
    assert!(is_refused::<ObjectsOfNumbers>("{}"));
}

#[test]
fn an_object_that_is_listed_keeps_what_no_schema_names() {
    comes_back::<ListedObject>(r#"{"b":1}"#);
    assert!(is_refused::<ListedObject>(r#"{"b":2}"#));
}
