//! Generated unions: how the variant is found, and what is said when there is none.

use bindery::{Decide, Json, JsonType, Validate, Variants, decode, serde_json};

macro_rules! shape {
    ($name:ident, $field:ident, $wire:literal) => {
        #[derive(Clone, Debug, PartialEq)]
        struct $name {
            kind: Option<String>,
            $field: i64,
        }

        bindery::object!($name {
            kind: optional "kind",
            $field: required $wire [bindery::Constraint::Minimum(bindery::Limit::Integer(0))],
        });
    };
}

shape!(Circle, radius, "radius");
shape!(Square, side, "side");

#[derive(Clone, Debug, PartialEq)]
enum Shape {
    Circle(Circle),
    Square(Square),
    Unknown(Json),
}

bindery::union!(Shape { Circle, Square } else Unknown, by Variants::Discriminator {
    property: "kind",
    values: &[("circle", 0), ("square", 1)],
});

#[derive(Clone, Debug, PartialEq)]
enum Base {
    Circle(Circle),
    Square(Square),
    Unknown(Json),
}

bindery::union!(Base { Circle, Square } else Unknown, by Variants::Hint {
    property: "kind",
    values: &[("circle", 0), ("square", 1)],
}, checks: [bindery::Constraint::MinProperties(1)]);

#[test]
fn a_variant_whose_discriminator_names_another_is_a_violation() {
    let square = |kind: Option<&str>| Square {
        kind: kind.map(str::to_owned),
        side: 1,
    };
    for kept in [None, Some("square")] {
        assert_eq!(Shape::Square(square(kept)).validate(), Ok(()), "{kept:?}");
    }
    for broken in ["circle", "line", ""] {
        let shapes = vec![Shape::Square(square(Some(broken)))];
        let violations = shapes.validate().unwrap_err();
        let found: Vec<_> = violations
            .iter()
            .map(|violation| (violation.pointer.as_str(), violation.keyword))
            .collect();
        assert_eq!(found, [("/0/kind", "discriminator")], "{broken}");
        assert_eq!(Base::Square(square(Some(broken))).validate(), Ok(()));
    }
}

#[test]
fn a_base_is_read_as_what_it_names_and_kept_where_it_is_not_that() {
    let circle = decode::<Base>(br#"{"kind":"circle","radius":1}"#).unwrap();
    assert!(matches!(circle, Base::Circle(Circle { radius: 1, .. })));
    for kept in [
        r#"{"kind":"circle","side":1}"#,
        r#"{"kind":"circle","radius":-1}"#,
        r#"{"kind":"line"}"#,
        r#"{"kind":1}"#,
        r#"{"side":1}"#,
    ] {
        let base = decode::<Base>(kept.as_bytes()).unwrap();
        assert!(matches!(base, Base::Unknown(_)), "{kept}");
        assert_eq!(serde_json::to_string(&base).unwrap(), kept);
    }
    assert!(decode::<Base>(b"{}").is_err(), "the base's own checks hold");
    assert!(serde_json::from_str::<Base>("1").is_err());
}

#[test]
fn what_a_base_names_is_read_as_it_comes_where_servers_bend() {
    let circle: Base = serde_json::from_str(r#"{"kind":"circle","radius":-1}"#).unwrap();
    assert!(matches!(circle, Base::Circle(_)));
}

/// A union of two variants that are told apart by these rules.
macro_rules! decided {
    ($name:ident, $first:ty, $second:ty, [$($rule:expr),*]) => {
        #[derive(Clone, Debug, PartialEq)]
        enum $name {
            First($first),
            Second($second),
        }

        bindery::union!($name { First, Second }, by Variants::Decide(&[$($rule),*]));
    };
}

decided!(
    ByType,
    String,
    i64,
    [
        Decide::Type(JsonType::String),
        Decide::Type(JsonType::Integer)
    ]
);
decided!(
    ByProperty,
    Circle,
    Square,
    [Decide::Property("radius"), Decide::Property("side")]
);
decided!(ByTrial, Circle, Square, [Decide::Trial, Decide::Trial]);
decided!(
    ByConstant,
    Circle,
    Circle,
    [
        Decide::Constant {
            property: "kind",
            value: "\"a\""
        },
        Decide::Constant {
            property: "kind",
            value: "\"b\""
        }
    ]
);

decided!(
    Either,
    Vec<i64>,
    std::collections::BTreeMap<String, Vec<i64>>,
    [
        Decide::Type(JsonType::Array),
        Decide::Type(JsonType::Object)
    ]
);

#[derive(Clone, Debug, PartialEq)]
struct Short(String);
bindery::newtype!(Short(String), [bindery::Constraint::MaxLength(2)]);
decided!(ByConstraint, Short, String, [Decide::Trial, Decide::Trial]);

#[test]
fn a_discriminator_chooses_the_variant() {
    let body = r#"{"kind":"square","side":2}"#;
    let shape: Shape = decode(body.as_bytes()).unwrap();
    assert_eq!(
        shape,
        Shape::Square(Square {
            kind: Some("square".to_owned()),
            side: 2
        })
    );
    assert_eq!(serde_json::to_string(&shape).unwrap(), body);
}

#[test]
fn an_unknown_discriminator_survives_the_round_trip() {
    let body = r#"{"kind":"hexagon","edges":[1,2]}"#;
    let shape: Shape = serde_json::from_str(body).unwrap();
    assert!(matches!(shape, Shape::Unknown(_)));
    assert_eq!(serde_json::to_string(&shape).unwrap(), body);
}

#[test]
fn an_unknown_discriminator_is_a_violation_at_its_property() {
    let shapes: Vec<Shape> = serde_json::from_str(r#"[{"kind":"hexagon"}]"#).unwrap();
    let violations = shapes.validate().unwrap_err();
    assert_eq!(
        violations.to_string(),
        "/0/kind must be one of circle, square"
    );
}

#[test]
fn a_variant_that_does_not_fit_is_named_with_the_reason_and_the_place() {
    let error = decode::<Vec<Shape>>(br#"[{"kind":"circle"}]"#).unwrap_err();
    assert_eq!(
        error.to_string(),
        r#"at /0: as Circle: missing property `radius`, near: {"kind":"circle"}"#
    );
}

#[test]
fn a_discriminator_may_stand_anywhere() {
    for body in [
        r#"{"side":2,"kind":"square"}"#,
        r#"{"side":2,"x":[{}],"kind":"square","y":1}"#,
    ] {
        let shape: Shape = decode(body.as_bytes()).unwrap();
        let square = Square {
            kind: Some("square".to_owned()),
            side: 2,
        };
        assert_eq!(shape, Shape::Square(square));
    }
    let shape: Shape = serde_json::from_str(r#"{"a":1,"kind":"hexagon","b":2}"#).unwrap();
    let json = serde_json::to_string(&shape).unwrap();
    assert_eq!(json, r#"{"a":1,"kind":"hexagon","b":2}"#);
}

#[test]
fn what_fails_in_a_variant_has_its_own_place() {
    let error = decode::<Vec<Shape>>(br#"[{"kind":"square","side":[]}]"#).unwrap_err();
    assert_eq!(error.pointer(), "/0/side");
    assert_eq!(
        error.message(),
        "as Square: invalid type: array, expected a whole number"
    );
    let error = decode::<Vec<Either>>(br#"[[1], {"a":[true]}]"#).unwrap_err();
    assert_eq!(error.pointer(), "/1/a/0");
    let error = decode::<Vec<Either>>(br#"[[1, "x"]]"#).unwrap_err();
    assert_eq!(
        error.to_string(),
        r#"at /0/1: invalid type: string "x", expected a whole number, near: "x""#
    );
}

#[test]
fn a_missing_discriminator_is_done_without_or_named() {
    let shape: Shape = decode(br#"{"side":2}"#).unwrap();
    assert!(matches!(shape, Shape::Square(_)));
    for text in [r#"{"edges":2}"#, r#"{"side":"x"}"#] {
        let error = decode::<Shape>(text.as_bytes()).unwrap_err();
        assert_eq!(
            error.message(),
            "missing property `kind`, which says what this is"
        );
        assert_eq!(error.pointer(), "", "{text}");
    }
    let error = decode::<Vec<Shape>>(b"[3]").unwrap_err();
    assert_eq!((error.pointer(), error.excerpt()), ("/0", "3"));
}

#[test]
fn the_type_of_a_value_chooses_the_variant() {
    assert_eq!(
        decode::<ByType>(b"\"x\"").unwrap(),
        ByType::First("x".to_owned())
    );
    assert_eq!(decode::<ByType>(b"3").unwrap(), ByType::Second(3));
    let error = decode::<ByType>(b"null").unwrap_err();
    assert_eq!(
        error.message(),
        "expected a string or a whole number, found null"
    );
}

#[test]
fn a_property_chooses_the_variant_and_its_failure_is_told() {
    let square: ByProperty = decode(br#"{"side":1}"#).unwrap();
    assert_eq!(
        square,
        ByProperty::Second(Square {
            kind: None,
            side: 1
        })
    );
}

#[test]
fn each_variant_tells_its_own_place_from_that_of_the_union() {
    let error = decode::<Vec<ByProperty>>(br#"[{"side":1},{"side":"x"}]"#).unwrap_err();
    assert_eq!(
        error.to_string(),
        "at /1: no variant fits: \
         as Second: at /side: invalid type: string \"x\", expected a whole number; \
         as First: missing property `radius`, near: {\"side\":\"x\"}"
    );
    assert_eq!(error.pointer(), "/1/side");
}

#[test]
fn a_constant_rules_a_variant_out() {
    let second: ByConstant = decode(br#"{"kind":"b","radius":1}"#).unwrap();
    assert!(matches!(second, ByConstant::Second(_)));
    assert!(decode::<ByConstant>(br#"{"kind":"c","radius":1}"#).is_err());
}

#[test]
fn trial_names_every_variant_and_why_it_failed() {
    let error = decode::<ByTrial>(b"{}").unwrap_err();
    assert_eq!(
        error.message(),
        "no variant fits: as First: missing property `radius`; as Second: missing property `side`"
    );
}

#[test]
fn trial_prefers_a_variant_without_violations() {
    assert_eq!(
        decode::<ByConstraint>(b"\"ab\"").unwrap(),
        ByConstraint::First(Short("ab".to_owned()))
    );
    assert_eq!(
        decode::<ByConstraint>(b"\"abc\"").unwrap(),
        ByConstraint::Second("abc".to_owned())
    );
}

#[test]
fn violations_within_a_variant_have_their_place() {
    let shape = Shape::Circle(Circle {
        kind: None,
        radius: -1,
    });
    assert_eq!(vec![shape].validate().unwrap_err()[0].pointer, "/0/radius");
}
