//! Integers of any size and decimals with all their digits.

use bindery::{Constraint, Decimal, Integer, Json, Limit, Model, Validate, decode, serde_json};

/// A bignum of the JSON Schema Test Suite.
const LARGE: &str = "12345678910111213141516171819202122232425262728293031";

fn read<T: Model>(text: &str) -> Option<T> {
    decode(text.as_bytes()).ok()
}

fn integer(text: &str) -> Integer {
    read(text).expect(text)
}

fn written(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap()
}

#[test]
fn an_integer_keeps_all_its_digits() {
    for text in [
        "0",
        "-1",
        "18446744073709551615",
        "170141183460469231731687303715884105727",
        LARGE,
    ] {
        assert_eq!(written(&integer(text)), text);
    }
    assert_eq!(written(&integer(&format!("-{LARGE}"))), format!("-{LARGE}"));
    assert_eq!(written(&integer("1e308")), "1e308");
    assert_eq!(written(&integer("1.0")), "1");
    assert_eq!(written(&integer("1.50e1")), "15");
    assert_eq!(written(&read::<Vec<Integer>>("[1, 2.0]").unwrap()), "[1,2]");
}

#[test]
fn what_has_a_fraction_is_no_integer() {
    for text in ["1.5", "1e-1", "\"1\"", "null", "[1]", "{}", "true"] {
        assert_eq!(read::<Integer>(text), None, "{text}");
    }
    let error = decode::<Vec<Integer>>(b"[1, 1.5]").unwrap_err();
    assert_eq!((error.pointer(), error.excerpt()), ("/1", "1.5"));
}

#[test]
fn integers_are_compared_and_converted_by_value() {
    assert_eq!(integer("1e2"), Integer::from(100));
    assert!(integer(LARGE) > Integer::from(i128::MAX));
    assert!(integer(&format!("-{LARGE}")) < Integer::from(i64::MIN));
    assert_eq!(u64::try_from(integer("18446744073709551615")), Ok(u64::MAX));
    assert!(i64::try_from(integer("18446744073709551615")).is_err());
    assert!(i128::try_from(integer(LARGE)).is_err());
    assert_eq!(integer(&i128::MIN.to_string()), i128::MIN.into());
    assert_eq!("12".parse(), Ok(Integer::from(12)));
    assert!("1.5".parse::<Integer>().is_err());
    assert_eq!(
        serde_json::from_value::<Integer>(Json::from(2.0)).unwrap(),
        2.into()
    );
}

#[test]
fn a_decimal_is_written_as_it_was_read() {
    for text in ["1.50", "0.10000000000000000001", LARGE, "-0", "1E+2"] {
        assert_eq!(written(&read::<Decimal>(text).unwrap()), text);
    }
    assert_eq!(read::<Decimal>("1.50"), read("1.5"));
    assert_eq!(read::<Decimal>("\"1.5\""), None);
    assert_eq!(Decimal::try_from(0.1).unwrap(), "0.1".parse().unwrap());
    assert!(Decimal::try_from(f64::NAN).is_err());
    assert!("+1".parse::<Decimal>().is_err());
}

#[test]
fn limits_hold_for_every_digit() {
    let maximum = Constraint::Maximum(Limit::Exact("18446744073709551615"));
    assert!(u64::MAX.satisfies(&maximum));
    assert!(integer("18446744073709551615").satisfies(&maximum));
    assert!(!integer("18446744073709551616").satisfies(&maximum));
    let least = Constraint::ExclusiveMinimum(Limit::Exact("0.10000000000000000001"));
    assert!(
        !read::<Decimal>("0.10000000000000000001")
            .unwrap()
            .satisfies(&least)
    );
    assert!(
        read::<Decimal>("0.10000000000000000002")
            .unwrap()
            .satisfies(&least)
    );
    let even = Constraint::MultipleOf(Limit::Integer(2));
    assert!(!integer(LARGE).satisfies(&even));
    assert!(integer("1e308").satisfies(&Constraint::MultipleOf(Limit::Number(0.5))));
    assert!(!integer("1e308").satisfies(&Constraint::MultipleOf(Limit::Number(0.123_456_789))));
    assert!(!1e308.satisfies(&Constraint::MultipleOf(Limit::Number(0.123_456_789))));
}

#[test]
fn as_a_parameter_an_integer_is_its_digits() {
    let metadata = bindery::OperationMetadata::new("test", "GET", "/", &[]);
    let style = bindery::Style::new(bindery::StyleKind::Form, true);
    let request = bindery::RequestBuilder::new(&metadata).query("n", style, &integer(LARGE));
    let request = request.finish().unwrap();
    assert_eq!(request.uri().query(), Some(format!("n={LARGE}").as_str()));
}
