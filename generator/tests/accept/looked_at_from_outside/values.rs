//! What is asserted of a value from outside its own schema sees what the value's type would drop.

mod values;

use accepted::bindery::{Model, decode, serde_json};
use accepted::looked_at_from_outside::types::{
    Alternatives, ByPattern, Inline, Known, Listed, Marked, Nested, Pair, Referred, Tag,
};
use values::{comes_back, is_refused};

fn as_it_came<T: Model>(text: &str) -> String {
    let value: T = decode(text.as_bytes()).expect(text);
    serde_json::to_string(&value).expect("it is written")
}

#[test]
fn items_keep_what_contains_looks_at() {
    comes_back::<Inline>(r#"[{"name":"a"},{"main":1}]"#);
    assert!(is_refused::<Inline>(r#"[{"name":"a"}]"#));
    comes_back::<Referred>(r#"[{"name":"a"},{"main":1}]"#);
    assert!(is_refused::<Referred>(r#"[{"name":"a"}]"#));
    comes_back::<Alternatives>(r#"["a",{"name":"a","main":true}]"#);
    comes_back::<Alternatives>(r#"[{"size":1,"main":true}]"#);
    assert!(is_refused::<Alternatives>(
        r#"["a",{"size":1,"main":false}]"#
    ));
}

#[test]
fn what_is_not_looked_at_is_dropped() {
    assert_eq!(
        as_it_came::<Known>(r#"[{"name":"a","main":1}]"#),
        r#"[{"name":"a"}]"#
    );
    assert_eq!(
        as_it_came::<Tag>(r#"{"name":"a","main":1}"#),
        r#"{"name":"a"}"#
    );
}

#[test]
fn parts_of_parts_keep_what_a_condition_looks_at() {
    comes_back::<Nested>(r#"{"tags":{"a":{"main":1}}}"#);
    assert!(is_refused::<Nested>(r#"{"tags":{"a":{"name":"b"}}}"#));
    comes_back::<Pair>(r#"[{"name":"a"},{"name":"b"}]"#);
    assert!(is_refused::<Pair>(r#"[{},{"main":1}]"#));
    comes_back::<Marked>(r#"[{"children":[{"main":1}],"main":1}]"#);
    assert!(is_refused::<Marked>(r#"[{"children":[{}],"main":1}]"#));
}

#[test]
fn listed_values_are_compared_with_all_of_a_value() {
    comes_back::<Listed>(r#"[{"name":"a","main":true}]"#);
    assert!(is_refused::<Listed>(r#"[{"name":"a"}]"#));
    assert!(is_refused::<Listed>(
        r#"[{"name":"a","main":true,"more":1}]"#
    ));
}

#[test]
fn members_of_a_union_keep_what_patterns_beside_it_name() {
    comes_back::<ByPattern>(r#"{"name":"a","x-main":1}"#);
    assert!(is_refused::<ByPattern>(r#"{"name":"a","x-main":true}"#));
}
