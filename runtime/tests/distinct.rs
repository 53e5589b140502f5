//! Objects in which a key stands twice: of which value counts, JSON says nothing (RFC 8259 §4).

use std::collections::BTreeMap;

use bindery::{Field, Json, JsonObject, Model, Variants, decode, serde_json};

#[derive(Clone, Debug, PartialEq)]
struct Pet {
    kind: String,
    lives: Option<i64>,
    note: Field<String>,
    others: JsonObject,
}

bindery::object!(Pet {
    kind: required "kind",
    lives: optional "lives",
    note: nullable "note",
}, kept: others);

#[derive(Clone, Debug, PartialEq)]
struct Plant {
    kind: String,
}

bindery::object!(Plant { kind: required "kind" });

/// A union of pets and plants.
macro_rules! being {
    ($name:ident, $by:expr) => {
        #[derive(Clone, Debug, PartialEq)]
        enum $name {
            Pet(Pet),
            Plant(Plant),
        }

        bindery::union!($name { Pet, Plant }, by $by);
    };
}

being!(
    Tagged,
    Variants::Discriminator {
        property: "kind",
        values: &[("pet", 0), ("plant", 1)],
    }
);
being!(
    Tried,
    Variants::Decide(&[bindery::Decide::Trial, bindery::Decide::Trial])
);

fn refused_at<T: Model + std::fmt::Debug>(text: &str) -> String {
    let error = decode::<T>(text.as_bytes()).unwrap_err();
    let message = error.message();
    assert!(message.contains("stands twice"), "{text}: {message}");
    error.pointer().to_owned()
}

#[test]
fn decode_refuses_a_property_that_stands_twice() {
    for (text, pointer) in [
        (r#"{"kind":"a","lives":1,"kind":"b"}"#, "/kind"),
        (r#"{"kind":"a","lives":1,"lives":1}"#, "/lives"),
        (r#"{"kind":"a","note":null,"note":"x"}"#, "/note"),
        (r#"{"kind":"a","x":1,"x":2}"#, "/x"),
        (r#"{"kind":"a","x":{"y":[0,{"z":1,"z":1}]}}"#, "/x/y/1/z"),
    ] {
        assert_eq!(refused_at::<Pet>(text), pointer, "{text}");
        let list = format!("[{text}]");
        assert_eq!(refused_at::<Vec<Pet>>(&list), format!("/0{pointer}"));
    }
}

#[test]
fn decode_refuses_a_key_of_a_map_that_stands_twice() {
    assert_eq!(
        refused_at::<BTreeMap<String, i64>>(r#"{"a":1,"a":2}"#),
        "/a"
    );
    assert_eq!(
        refused_at::<Json>(r#"[{"a":{"b":1,"\u0062":2}}]"#),
        "/0/a/b"
    );
    assert_eq!(refused_at::<JsonObject>(r#"{"a":{"b":1,"b":2}}"#), "/a/b");
}

#[test]
fn a_union_and_its_variant_are_told_by_the_same_value() {
    let twice = r#"{"kind":"pet","lives":3,"kind":"plant"}"#;
    let within = r#"{"a":{"lives":1,"lives":2,"kind":"pet"}}"#;
    assert_eq!(refused_at::<Tagged>(twice), "/kind");
    assert_eq!(refused_at::<BTreeMap<String, Tagged>>(within), "/a/lives");
    assert_eq!(refused_at::<Tried>(twice), "/kind");
    assert_eq!(refused_at::<BTreeMap<String, Tried>>(within), "/a/lives");
}

#[derive(Clone, Debug, PartialEq)]
struct Owner {
    pet: Plant,
    other: Option<Plant>,
    third: Field<Plant>,
}

bindery::object!(Owner {
    pet: required "pet",
    other: optional "other",
    third: nullable "third",
});

const OWNER: &str = r#"{"pet":{"kind":"a"},"other":{"kind":"a"},"third":{"kind":"a"},"#;

#[test]
fn of_an_object_that_stands_twice_the_last_counts_where_reading_is_plain() {
    for name in ["pet", "other", "third"] {
        let twice = format!(r#"{OWNER}"{name}":{{"kind":"b"}}}}"#);
        assert_eq!(refused_at::<Owner>(&twice), format!("/{name}"));
        let owner: Owner = serde_json::from_str(&twice).unwrap();
        let written = serde_json::to_value(&owner).unwrap();
        assert_eq!(written[name]["kind"], "b");
        let broken = format!(r#"{OWNER}"{name}":{{}}}}"#);
        let error = serde_json::from_str::<Owner>(&broken).unwrap_err();
        assert!(
            error.to_string().contains("missing property `kind`"),
            "{error}"
        );
    }
}

#[test]
fn a_null_that_stands_second_counts_where_reading_is_plain() {
    let null = format!(r#"{OWNER}"other":null,"third":null}}"#);
    let owner: Owner = serde_json::from_str(&null).unwrap();
    assert_eq!((owner.other, owner.third), (None, Field::Null));
    let value = r#"{"pet":{"kind":"a"},"third":null,"third":{"kind":"b"}}"#;
    let owner: Owner = serde_json::from_str(value).unwrap();
    assert_eq!(
        owner.third.value().map(|plant| plant.kind.as_str()),
        Some("b")
    );
}

#[test]
fn servers_may_write_what_they_like() {
    let pet: Pet = serde_json::from_str(r#"{"kind":"a","kind":"b","x":1,"x":2}"#).unwrap();
    assert_eq!((pet.kind.as_str(), &pet.others["x"]), ("b", &Json::from(2)));
    let map: BTreeMap<String, i64> = serde_json::from_str(r#"{"a":1,"a":2}"#).unwrap();
    assert_eq!(map["a"], 2);
}
