//! Schemas that hold of one value together, each by what is meant beside the others.

mod values;

use accepted::bindery::Field;
use accepted::meant_together::types::{
    ClosedBesideMap, ClosedWithin, ConstantOfAnotherType, ItemsBesideAlternatives,
    ListedAndOfFormat, ListedBesideFormat, MayBeAnything, MemberOfAnotherType, NotOfAKind,
    NullBesideAlternatives, NullInAllOf, RequiredBesideMap, RequiredOfMap, UntypedBesideTyped,
};
use values::{comes_back, is_refused};

#[test]
fn null_is_of_what_names_it_and_of_nothing_else() {
    assert_eq!(
        comes_back::<NullBesideAlternatives>(r#"{"held":null}"#).held,
        Field::Null
    );
    assert_eq!(comes_back::<MayBeAnything>(r#"{"a":null}"#).a, Field::Null);
    comes_back::<NullInAllOf>("null");
    assert!(is_refused::<NullInAllOf>("true"));
}

#[test]
fn a_type_that_is_meant_holds_for_alternatives() {
    comes_back::<UntypedBesideTyped>(r#"{"a":"b"}"#);
    assert!(is_refused::<UntypedBesideTyped>("7"));
    comes_back::<ItemsBesideAlternatives>(r#""abc""#);
    assert!(is_refused::<ItemsBesideAlternatives>("[1]"));
    assert!(is_refused::<ItemsBesideAlternatives>(r#""abcd""#));
}

#[test]
fn values_of_another_type_mean_nothing_in_a_part_and_no_variant_in_a_union() {
    comes_back::<ConstantOfAnotherType>(r#""a""#);
    comes_back::<MemberOfAnotherType>(r#"["a"]"#);
    assert!(is_refused::<MemberOfAnotherType>("[]"));
}

#[test]
fn a_closed_object_has_the_properties_of_all_its_parts() {
    comes_back::<ClosedWithin>(r#"[{"a":"x","b":"y"}]"#);
    assert!(is_refused::<ClosedWithin>(r#"[{"a":"x","d":"y"}]"#));
    comes_back::<RequiredBesideMap>(r#"{"a":1,"b":"c"}"#);
    comes_back::<ClosedBesideMap>(r#"{"a":1,"c":"y","b":"x"}"#);
    assert!(is_refused::<ClosedBesideMap>(r#"{"b":1,"d":1}"#));
}

#[test]
fn what_is_required_and_not_described_is_as_all_that_is_not() {
    comes_back::<RequiredOfMap>(r#"{"held":{"a":1}}"#);
    assert!(is_refused::<RequiredOfMap>(r#"{"held":{"a":"b"}}"#));
}

#[test]
fn texts_that_a_schema_lists_need_not_be_of_its_format() {
    comes_back::<ListedBesideFormat>(r#""today""#);
    comes_back::<ListedAndOfFormat>(r#""2024-01-01""#);
    assert!(is_refused::<ListedAndOfFormat>(r#""today""#));
}

#[test]
fn what_does_not_say_its_kind_is_of_none() {
    comes_back::<NotOfAKind>("{}");
    comes_back::<NotOfAKind>(r#"{"kind":"c"}"#);
    assert!(is_refused::<NotOfAKind>(r#"{"kind":"a"}"#));
}
