//! Each constraint: what keeps it and what does not.

use std::collections::BTreeMap;

use bindery::{Checker, Constraint, Field, Json, Limit, Validate, serde_json};

const fn integer(limit: i64) -> Limit {
    Limit::Integer(limit)
}

const fn number(limit: f64) -> Limit {
    Limit::Number(limit)
}

fn violations<T: Validate + ?Sized>(
    value: &T,
    constraint: Constraint,
) -> Vec<(String, &'static str)> {
    let mut checker = Checker::default();
    value.constrain(&constraint, &mut checker);
    let found = checker
        .finish()
        .err()
        .map(|violations| violations.to_vec())
        .unwrap_or_default();
    found
        .into_iter()
        .map(|violation| (violation.pointer, violation.keyword))
        .collect()
}

fn keeps<T: Validate + ?Sized>(value: &T, constraint: Constraint) -> bool {
    violations(value, constraint).is_empty()
}

#[test]
fn lengths_are_counted_in_code_points() {
    assert!(keeps("a😀é", Constraint::MaxLength(3)));
    assert!(!keeps("a😀é", Constraint::MaxLength(2)));
    assert!(keeps("a😀é", Constraint::MinLength(3)));
    assert!(!keeps("a😀é", Constraint::MinLength(4)));
}

#[test]
fn a_pattern_is_found_anywhere() {
    assert!(keeps("xaby", Constraint::Pattern("ab")));
    assert!(!keeps("xaby", Constraint::Pattern("^ab$")));
    assert!(keeps("é", Constraint::Pattern(r"^\p{Letter}$")));
    assert!(!keeps("٣", Constraint::Pattern(r"^\d$")));
    assert!(keeps("a-b", Constraint::Pattern(r"^[\w\-]+$")));
}

#[test]
fn what_is_no_pattern_is_kept() {
    assert!(keeps("x", Constraint::Pattern("(")));
}

#[test]
fn bounds_are_compared_without_rounding() {
    let huge = 9_007_199_254_740_993_i64;
    assert!(!keeps(
        &huge,
        Constraint::Maximum(number(9_007_199_254_740_992.0))
    ));
    assert!(keeps(
        &huge,
        Constraint::Minimum(number(9_007_199_254_740_992.0))
    ));
    assert!(!keeps(
        &9_007_199_254_740_992.0,
        Constraint::Minimum(integer(huge))
    ));
    assert!(keeps(&u64::MAX, Constraint::Minimum(integer(i64::MAX))));
    assert!(keeps(
        &u64::MAX,
        Constraint::Maximum(number(18_446_744_073_709_551_616.0))
    ));
    assert!(!keeps(
        &u64::MAX,
        Constraint::Minimum(number(18_446_744_073_709_551_616.0))
    ));
    assert!(keeps(&5, Constraint::Maximum(number(5.5))));
    assert!(!keeps(&6, Constraint::Maximum(number(5.5))));
    assert!(keeps(&-6, Constraint::Maximum(number(-5.5))));
    assert!(!keeps(&-5, Constraint::Maximum(number(-5.5))));
    assert!(keeps(&0.1_f32, Constraint::Maximum(number(0.1))));
    assert!(keeps(&i64::MIN, Constraint::Minimum(number(-1e300))));
    assert!(keeps(
        &i64::MIN,
        Constraint::Minimum(number(f64::NEG_INFINITY))
    ));
}

#[test]
fn exclusive_bounds_exclude_themselves() {
    assert!(!keeps(&5, Constraint::ExclusiveMinimum(integer(5))));
    assert!(keeps(&5.000_001, Constraint::ExclusiveMinimum(integer(5))));
    assert!(!keeps(&5.0, Constraint::ExclusiveMaximum(integer(5))));
    assert!(keeps(&5, Constraint::Minimum(integer(5))));
}

#[test]
fn what_is_not_a_number_keeps_no_bound() {
    assert!(!keeps(&f64::NAN, Constraint::Maximum(integer(5))));
    assert!(!keeps(&f64::INFINITY, Constraint::MultipleOf(integer(1))));
}

#[test]
fn multiples_are_counted_in_decimals() {
    for value in [0.07, 4.02, 19.99, 1e10, 0.0, -0.03] {
        assert!(
            keeps(&value, Constraint::MultipleOf(number(0.01))),
            "{value}"
        );
    }
    assert!(!keeps(&0.075, Constraint::MultipleOf(number(0.01))));
    assert!(keeps(&0.007_5, Constraint::MultipleOf(number(0.000_1))));
    assert!(!keeps(&0.007_51, Constraint::MultipleOf(number(0.000_1))));
    assert!(keeps(&10, Constraint::MultipleOf(number(2.5))));
    assert!(!keeps(&11, Constraint::MultipleOf(number(2.5))));
    assert!(keeps(&1e308, Constraint::MultipleOf(number(0.5))));
    assert!(!keeps(&1e-300, Constraint::MultipleOf(integer(3))));
    assert!(keeps(&u64::MAX, Constraint::MultipleOf(integer(5))));
    assert!(!keeps(&u64::MAX, Constraint::MultipleOf(integer(2))));
    assert!(keeps(&i64::MIN, Constraint::MultipleOf(integer(2))));
    assert!(keeps(
        &12_391_239_123.0,
        Constraint::MultipleOf(number(1e-8))
    ));
}

#[test]
fn arrays_are_counted() {
    assert!(keeps(&vec![1, 2], Constraint::MinItems(2)));
    assert!(!keeps(&vec![1, 2], Constraint::MinItems(3)));
    assert!(!keeps(&vec![1, 2], Constraint::MaxItems(1)));
}

#[test]
fn elements_are_unique_as_json() {
    let json = |text: &str| serde_json::from_str::<Json>(text).unwrap();
    assert!(keeps(
        &vec!["a", "b"]
            .into_iter()
            .map(String::from)
            .collect::<Vec<_>>(),
        Constraint::UniqueItems
    ));
    assert!(!keeps(&json("[1, 1.0]"), Constraint::UniqueItems));
    assert!(!keeps(
        &json(r#"[{"a":1,"b":[2]},{"b":[2.0],"a":1e0}]"#),
        Constraint::UniqueItems
    ));
    assert!(keeps(
        &json(r#"[1, "1", true, [1], {"a":1}, null, 0, false]"#),
        Constraint::UniqueItems
    ));
    assert!(keeps(&json(r#"["1e0", 1]"#), Constraint::UniqueItems));
}

#[test]
fn elements_are_told_by_their_index() {
    let found = violations(
        &vec![1, 9, 2, 8],
        Constraint::Items(&[Constraint::Maximum(Limit::Integer(5))]),
    );
    assert_eq!(
        found,
        [("/1".to_owned(), "maximum"), ("/3".to_owned(), "maximum")]
    );
    let nested = vec![vec![1], vec![2, 9]];
    let found = violations(
        &nested,
        Constraint::Items(&[Constraint::Items(&[Constraint::Maximum(Limit::Integer(5))])]),
    );
    assert_eq!(found, [("/1/1".to_owned(), "maximum")]);
}

#[test]
fn values_of_a_map_are_told_by_their_key() {
    let map = BTreeMap::from([("a/b".to_owned(), 9)]);
    let found = violations(
        &map,
        Constraint::Values(&[Constraint::Maximum(Limit::Integer(5))]),
    );
    assert_eq!(found, [("/a~1b".to_owned(), "maximum")]);
    assert!(keeps(&map, Constraint::MinProperties(1)));
    assert!(!keeps(&map, Constraint::MaxProperties(0)));
    assert!(keeps(&map, Constraint::AnyRequired(&[&["x"], &["a/b"]])));
    assert!(!keeps(
        &map,
        Constraint::AnyRequired(&[&["x"], &["a/b", "c"]])
    ));
}

#[test]
fn a_listed_value_is_compared_as_json() {
    let listed = Constraint::OneOf(&["1", "\"a\"", r#"{"a":1,"b":2}"#]);
    let json = |text: &str| serde_json::from_str::<Json>(text).unwrap();
    assert!(keeps(&1.0, listed));
    assert!(!keeps(&2, listed));
    assert!(keeps("a", listed));
    assert!(keeps(&json(r#"{"b":2,"a":1}"#), listed));
    assert_eq!(
        listed.to_string(),
        r#"must be one of 1, "a", {"a":1,"b":2}"#
    );
    assert_eq!(Constraint::OneOf(&["true"]).to_string(), "must be true");
}

#[test]
fn a_constraint_on_another_type_is_kept() {
    assert!(keeps(&5, Constraint::MaxLength(0)));
    assert!(keeps("text", Constraint::Maximum(Limit::Integer(0))));
    assert!(keeps(&serde_json::json!({"a": 1}), Constraint::MaxItems(0)));
    assert!(keeps(&true, Constraint::MinProperties(3)));
}

#[test]
fn null_and_absence_keep_every_constraint() {
    assert!(keeps(&None::<i64>, Constraint::Maximum(Limit::Integer(0))));
    assert!(keeps(&Field::<String>::Null, Constraint::MinLength(9)));
    assert!(keeps(&Field::<String>::Absent, Constraint::OneOf(&["1"])));
    assert!(!keeps(
        &Some(Box::new(1)),
        Constraint::Maximum(Limit::Integer(0))
    ));
    assert!(!keeps(
        &Field::Value("a".to_owned()),
        Constraint::MinLength(9)
    ));
}

#[test]
fn untyped_json_is_checked_by_its_type() {
    assert!(!keeps(&serde_json::json!("abc"), Constraint::MaxLength(2)));
    assert!(!keeps(
        &serde_json::json!(3),
        Constraint::Maximum(Limit::Integer(2))
    ));
    assert!(!keeps(&serde_json::json!([1, 2]), Constraint::MaxItems(1)));
    assert!(!keeps(&serde_json::json!({}), Constraint::MinProperties(1)));
    let found = violations(
        &serde_json::json!([[1, "x"]]),
        Constraint::Items(&[Constraint::Items(&[Constraint::MaxLength(0)])]),
    );
    assert_eq!(found, [("/0/1".to_owned(), "maxLength")]);
}

#[test]
fn what_is_said_twice_is_told_once_and_a_text_tells_of_twenty() {
    let mut checker = Checker::default();
    for _ in 0..2 {
        for index in 0..25 {
            checker.index(index, |checker| checker.violation("type", "must be null"));
        }
    }
    let violations = checker.finish().unwrap_err();
    assert_eq!(violations.len(), 25);
    let text = violations.to_string();
    assert_eq!(text.matches("must be null").count(), 20);
    assert!(text.ends_with("/19 must be null; and 5 more"), "{text}");
}

struct Note {
    text: Field<String>,
    shape: Field<Json>,
}

const TEXTS: bindery::Schema =
    bindery::Schema(&[bindery::Keyword::Type(&[bindery::JsonType::String])]);

bindery::object!(Note {
    text: nullable "text" [Constraint::MinLength(9), Constraint::OneOf(&["\"long enough\""])],
    shape: nullable "shape" [Constraint::Schema(&TEXTS)],
});

#[test]
fn a_null_in_an_object_keeps_every_constraint_but_a_whole_schema() {
    let note = Note {
        text: Field::Null,
        shape: Field::Absent,
    };
    assert!(note.validate().is_ok());
    let note = Note {
        text: Field::Value("short".to_owned()),
        shape: Field::Null,
    };
    let found = note.validate().unwrap_err();
    let pointers: Vec<&str> = found
        .iter()
        .map(|violation| violation.pointer.as_str())
        .collect();
    assert_eq!(pointers, ["/text", "/text", "/shape"]);
}
