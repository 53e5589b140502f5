//! Arrays whose first items are each of a type of its own, where some may be absent or others follow.

use bindery::{
    Constraint, DecodeError, Field, Json, Limit, Model, Tuple, Validate, decode, serde_json,
};

/// A name that is always there, a number that may be absent, a flag that may be absent or null, and texts.
type Row = Tuple<(String, Option<i64>, Field<bool>), 1, String>;

fn strict<T: Model>(text: &str) -> Result<T, DecodeError> {
    decode(text.as_bytes())
}

fn plain<T: Model>(text: &str) -> T {
    serde_json::from_str(text).expect("plain reading takes it")
}

fn refusal<T: Model + std::fmt::Debug>(text: &str) -> (String, String) {
    let error = strict::<T>(text).expect_err(text);
    (error.pointer().to_owned(), error.to_string())
}

fn row(text: &str) -> Row {
    strict(text).expect(text)
}

#[test]
fn each_length_that_is_admitted_comes_back_as_it_is() {
    for text in [
        r#"["a"]"#,
        r#"["a",1]"#,
        r#"["a",1,null]"#,
        r#"["a",1,true]"#,
        r#"["a",1,null,"b","c"]"#,
    ] {
        let row = row(text);
        assert_eq!(serde_json::to_string(&row).expect("it is written"), text);
        assert_eq!(row.len(), text.matches(',').count() + 1);
        assert_eq!(plain::<Row>(text), row);
    }
}

#[test]
fn absent_and_null_items_are_told_apart() {
    assert_eq!(row(r#"["a",1]"#).prefix.2, Field::Absent);
    assert_eq!(row(r#"["a",1,null]"#).prefix.2, Field::Null);
    let free: Tuple<(Field<Json>,)> = strict("[null]").expect("any value may be null");
    assert_eq!(free.prefix.0, Field::Null);
    // What is always there has no other way to be null.
    let required: Tuple<(Option<i64>, Option<i64>), 1> = strict("[null]").expect("null is there");
    assert_eq!(
        serde_json::to_string(&required).expect("it is written"),
        "[null]"
    );
}

#[test]
fn what_is_missing_of_another_type_or_too_much_is_refused_where_it_stands() {
    let (pointer, message) = refusal::<Row>("[]");
    assert_eq!(pointer, "");
    assert!(message.contains("at least 1 item"), "{message}");
    assert_eq!(refusal::<Row>(r#"["a","b"]"#).0, "/1");
    assert_eq!(refusal::<Row>(r#"["a",1,true,2]"#).0, "/3");
    assert_eq!(refusal::<Tuple<(Option<i64>,)>>("[1,2]").0, "/1");
    assert!(strict::<Row>(r#"{"0":"a"}"#).is_err());
    assert!(strict::<Tuple<(Option<i64>,)>>("[]").is_ok());
}

#[test]
fn a_null_for_an_item_without_null_is_absent_in_plain_reading_and_refused_by_decode() {
    assert_eq!(refusal::<Row>(r#"["a",null]"#).0, "/1");
    assert_eq!(
        plain::<Row>(r#"["a",null]"#),
        Row::from(("a".into(), None, Field::Absent))
    );
}

#[test]
fn an_item_after_an_absent_one_is_a_violation_and_goes_back_as_it_came() {
    let gap = Row::from(("a".into(), None, Field::Value(true)));
    let violations = gap.validate().expect_err("there is a gap");
    assert_eq!(violations[0].pointer, "/2");
    assert_eq!(
        violations[0].message,
        "item 2 must not be there while item 1 is absent"
    );
    assert_eq!(gap.len(), 3);
    assert_eq!(
        serde_json::to_string(&gap).expect("it is written"),
        r#"["a",null,true]"#
    );
    for text in [r#"["a",null,true,"b"]"#, r#"["a",null,null,"b"]"#] {
        let read = plain::<Row>(text);
        assert_eq!(serde_json::to_string(&read).expect("it is written"), text);
        assert!(read.validate().is_err(), "{text}");
    }

    let rest = Row {
        prefix: ("a".into(), Some(1), Field::Absent),
        rest: vec!["b".into()],
    };
    assert_eq!(
        rest.validate().expect_err("there is a gap")[0].pointer,
        "/3"
    );
    assert_eq!(
        serde_json::to_string(&rest).expect("it is written"),
        r#"["a",1,null,"b"]"#
    );
}

#[test]
fn checks_are_of_the_items_that_are_there() {
    let row = row(r#"["a",1,null,"","c"]"#);
    let at_least_two = Constraint::PrefixItems(&[&[], &[Constraint::Minimum(Limit::Integer(2))]]);
    let not_empty = Constraint::Items(&[Constraint::MinLength(1)]);
    let violations = |constraint: Constraint| {
        let mut checker = bindery::Checker::default();
        row.constrain(&constraint, &mut checker);
        let violations = checker
            .finish()
            .err()
            .map(|them| them.to_vec())
            .unwrap_or_default();
        violations
            .into_iter()
            .map(|it| it.pointer)
            .collect::<Vec<_>>()
    };
    assert_eq!(violations(at_least_two), ["/1"]);
    assert_eq!(violations(not_empty), ["/3"]);
    assert_eq!(violations(Constraint::MaxItems(5)), Vec::<String>::new());
    assert_eq!(violations(Constraint::MaxItems(4)), [""]);
    assert_eq!(violations(Constraint::MinItems(6)), [""]);
    assert_eq!(violations(Constraint::UniqueItems), Vec::<String>::new());
    let twice: Tuple<(i64,), 1, i64> = strict("[1,2,1]").expect("it is a tuple");
    assert!(!twice.satisfies(&Constraint::UniqueItems));
}

#[derive(Clone, Debug, PartialEq)]
struct Chain(pub Tuple<(String, Option<Box<Chain>>)>);

bindery::newtype!(Chain(Tuple<(String, Option<Box<Chain>>)>), []);

#[test]
fn a_tuple_may_hold_itself_and_is_refused_where_it_is_too_deep() {
    let text = |depth: usize| "[\"a\",".repeat(depth) + "[\"b\"]" + &"]".repeat(depth);
    let chain: Chain = strict(&text(100)).expect("it is read");
    assert_eq!(
        serde_json::to_string(&chain).expect("it is written"),
        text(100)
    );
    assert!(strict::<Chain>(&text(10_000)).is_err());
    let mut deep = Chain(("a".to_owned(), None).into());
    for _ in 0..10_000 {
        deep = Chain(("a".to_owned(), Some(Box::new(deep))).into());
    }
    assert!(serde_json::to_string(&deep).is_err());
    assert!(deep.validate().is_err());
    // A value so deep is taken apart piece by piece, for dropping it is recursive.
    let mut next = Some(Box::new(deep));
    while let Some(mut chain) = next {
        next = chain.0.prefix.1.take();
    }
}
