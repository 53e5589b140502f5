//! Unions whose discriminator says no more than what to try first, as it is by the letter.

use bindery::{Json, Validate, Variants, decode, serde_json};

#[derive(Clone, Debug, PartialEq)]
struct Cat {
    kind: String,
    lives: Option<i64>,
}

bindery::object!(Cat { kind: required "kind", lives: optional "lives" }, others: closed);

#[derive(Clone, Debug, PartialEq)]
struct Dog {
    kind: String,
    bark: Option<bool>,
}

bindery::object!(Dog { kind: required "kind", bark: optional "bark" }, others: closed);

/// A union of cats and dogs.
macro_rules! pet {
    ($name:ident, $exactly_one:literal) => {
        #[derive(Clone, Debug, PartialEq)]
        enum $name {
            Cat(Cat),
            Dog(Dog),
            Unknown(Json),
        }

        bindery::union!($name { Cat, Dog } else Unknown, by Variants::Named {
            property: "kind",
            values: &[("cat", 0), ("dog", 1)],
            exactly_one: $exactly_one,
        });
    };
}

pet!(One, true);
pet!(Any, false);

#[test]
fn what_the_named_variant_refuses_and_another_admits_is_of_that_one() {
    let text = r#"{"kind":"cat","bark":true}"#;
    let one: One = decode(text.as_bytes()).unwrap();
    assert!(matches!(&one, One::Dog(dog) if dog.kind == "cat"));
    assert_eq!(one.validate(), Ok(()));
    assert_eq!(serde_json::to_string(&one).unwrap(), text);
    let any: Any = decode(text.as_bytes()).unwrap();
    assert!(matches!(any, Any::Dog(_)));
}

#[test]
fn what_two_admit_is_of_none_where_one_is_asked_for() {
    let text = br#"{"kind":"dog"}"#;
    let error = decode::<One>(text).unwrap_err();
    assert!(error.message().contains("both Dog and Cat"), "{error}");
    assert!(
        matches!(decode(text).unwrap(), Any::Dog(_)),
        "the named one"
    );
    let read: One = serde_json::from_slice(text).unwrap();
    assert!(matches!(read, One::Dog(_)), "servers bend");
}

#[test]
fn what_names_no_variant_may_be_of_one_all_the_same() {
    let one: One = decode(br#"{"kind":"cow","lives":9}"#).unwrap();
    assert!(matches!(one, One::Cat(_)));
    let neither = r#"{"kind":"cow","lives":[],"bark":[]}"#;
    assert!(decode::<One>(neither.as_bytes()).is_err());
    let kept: One = serde_json::from_str(neither).unwrap();
    assert!(matches!(kept, One::Unknown(_)));
    assert!(kept.validate().is_err());
    assert!(serde_json::from_str::<One>(r#"{"kind":"cat","lives":[],"bark":[]}"#).is_err());
}
