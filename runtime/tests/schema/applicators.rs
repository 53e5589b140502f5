//! Keywords that look at the value itself.

use bindery::{Constraint, schema};

use super::{breaks, keeps, said};

const LONG: Constraint = schema![Check(Constraint::MinLength(3))];

#[test]
fn a_schema_without_keywords_admits_everything() {
    keeps(&schema![], "[1, {}]");
}

#[test]
fn false_admits_nothing() {
    breaks(&schema![Never], "null");
}

#[test]
fn a_number_without_fraction_is_an_integer() {
    let integer = schema![Type(&[JsonType::Integer, JsonType::Null])];
    keeps(&integer, "1.0");
    keeps(&integer, "null");
    assert_eq!(
        said(&integer, "1.5"),
        "type: the value must be a whole number or null"
    );
}

#[test]
fn an_assertion_is_of_one_type_only() {
    keeps(&LONG, "1");
    keeps(&LONG, r#""abc""#);
    assert_eq!(
        said(&LONG, r#""ab""#),
        "minLength: the value must have at least 3 characters"
    );
}

#[test]
fn a_listed_number_is_listed_by_value() {
    let one = schema![Check(Constraint::OneOf(&["1", "{\"a\":[]}"]))];
    keeps(&one, "1.0");
    keeps(&one, r#"{"a": []}"#);
    breaks(&one, "true");
}

#[test]
fn all_of_holds_where_all_do() {
    let both = schema![AllOf(&[
        Schema(&[Check(Constraint::MinLength(2))]),
        Schema(&[Check(Constraint::Pattern("^a"))]),
    ])];
    keeps(&both, r#""ab""#);
    assert_eq!(
        said(&both, r#""b""#),
        "minLength: the value must have at least 2 characters\npattern: the value must match the pattern ^a"
    );
}

#[test]
fn any_of_holds_where_one_does() {
    let either = schema![AnyOf(&[
        Schema(&[Type(&[JsonType::String])]),
        Schema(&[Check(Constraint::Minimum(Limit::Integer(2)))]),
    ])];
    keeps(&either, r#""a""#);
    keeps(&either, "2");
    assert_eq!(
        said(&either, "1"),
        "anyOf: the value must be what one of the 2 schemas of `anyOf` describes"
    );
}

#[test]
fn one_of_holds_where_only_one_does() {
    let either = schema![OneOf(&[
        Schema(&[Type(&[JsonType::Integer])]),
        Schema(&[Check(Constraint::Minimum(Limit::Integer(2)))]),
    ])];
    keeps(&either, "1");
    keeps(&either, "2.5");
    assert_eq!(
        said(&either, "3"),
        "oneOf: the value must be what only one of the 2 schemas of `oneOf` describes, not 2 of them"
    );
    assert_eq!(
        said(&either, "1.5"),
        "oneOf: the value must be what one of the 2 schemas of `oneOf` describes"
    );
}

#[test]
fn not_holds_where_the_schema_does_not() {
    let other = schema![Not(Schema(&[Type(&[JsonType::Integer])]))];
    keeps(&other, r#""a""#);
    assert_eq!(
        said(&other, "1"),
        "not: the value must not be what `not` describes"
    );
}

#[test]
fn then_holds_where_the_condition_does_and_else_where_not() {
    let branches = schema![If(
        Schema(&[Check(Constraint::Maximum(Limit::Integer(0)))]),
        Schema(&[Check(Constraint::Minimum(Limit::Integer(-10)))]),
        Schema(&[Check(Constraint::MultipleOf(Limit::Integer(2)))]),
    )];
    keeps(&branches, "-1");
    keeps(&branches, "4");
    assert_eq!(
        said(&branches, "-100"),
        "minimum: the value must be at least -10"
    );
    assert_eq!(
        said(&branches, "3"),
        "multipleOf: the value must be a multiple of 2"
    );
}
