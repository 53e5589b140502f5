//! Unions of objects that admit no other properties: in plain reading, the variant that a value has most of is found.

use bindery::{Decide, Variants, decode, serde_json};

#[derive(Clone, Debug, PartialEq)]
struct One {
    a: Option<i64>,
}

bindery::object!(One { a: optional "a" }, others: closed);

#[derive(Clone, Debug, PartialEq)]
struct Two {
    a: Option<i64>,
    b: Option<i64>,
}

bindery::object!(Two {
    a: optional "a",
    b: optional "b" [bindery::Constraint::Minimum(bindery::Limit::Integer(0))],
}, others: closed);

#[derive(Clone, Debug, PartialEq)]
struct Holder {
    held: OneOrTwo,
    c: Option<i64>,
}

bindery::object!(Holder { held: required "held", c: optional "c" }, others: closed);

#[derive(Clone, Debug, PartialEq)]
struct Keeper {
    held: One,
    c: Option<i64>,
}

bindery::object!(Keeper { held: required "held", c: optional "c" }, others: closed);

macro_rules! either {
    ($name:ident { $first:ident, $second:ident }) => {
        #[derive(Clone, Debug, PartialEq)]
        enum $name {
            $first($first),
            $second($second),
        }

        bindery::union!($name { $first, $second }, by Variants::ExactlyOne(&[
            Decide::Trial,
            Decide::Trial,
        ]));
    };
}

either!(OneOrTwo { One, Two });
either!(KeeperOrHolder { Keeper, Holder });

fn plain<T: bindery::Model>(text: &str) -> T {
    serde_json::from_str(text).unwrap()
}

#[test]
fn the_variant_that_has_all_properties_is_found() {
    for text in [r#"{"a":1,"b":2}"#, r#"{"b":2}"#] {
        assert!(matches!(plain(text), OneOrTwo::Two(_)), "{text}");
        assert!(decode::<OneOrTwo>(text.as_bytes()).is_ok(), "{text}");
    }
}

#[test]
fn where_none_has_all_the_one_that_has_most_is_found() {
    let text = r#"{"a":1,"b":2,"new":3}"#;
    assert_eq!(
        plain::<OneOrTwo>(text),
        OneOrTwo::Two(Two {
            a: Some(1),
            b: Some(2)
        })
    );
    assert!(decode::<OneOrTwo>(text.as_bytes()).is_err());
    assert!(matches!(
        plain(r#"{"a":1,"new":3}"#),
        OneOrTwo::One(One { a: Some(1) })
    ));
    // A violation loses nothing.
    assert!(matches!(plain(r#"{"a":1,"b":-2}"#), OneOrTwo::Two(_)));
}

#[test]
fn what_a_variant_holds_counts_as_well() {
    let text = r#"{"held":{"a":1,"b":2},"c":3}"#;
    let KeeperOrHolder::Holder(holder) = plain(text) else {
        panic!("the holder has a place for each");
    };
    assert!(matches!(holder.held, OneOrTwo::Two(_)));
    // The keeper drops two, the holder one.
    let text = r#"{"held":{"b":2,"new":3},"c":3}"#;
    assert!(matches!(plain(text), KeeperOrHolder::Holder(_)));
    // What one element of a list drops is not the next one's.
    let text = r#"[{"a":1,"new":3},{"a":1}]"#;
    let list: Vec<OneOrTwo> = plain(text);
    assert_eq!(list, vec![OneOrTwo::One(One { a: Some(1) }); 2]);
}
