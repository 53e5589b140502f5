//! Invalid values that only one keyword refuses: whoever forgets that keyword accepts them.

use bindery_contract::{Judge, Mutant};
use serde_json::{Value, json};

use crate::support::schema;
use crate::{mutants, valid};

/// The mutants of a schema that are valid without what is taken out of it.
fn missed_without(it: &Value, forgetful: &Value) -> Vec<Mutant> {
    let (document, id) = schema(forgetful);
    let judge = Judge::new(document);
    let missed = mutants(it).into_iter();
    missed
        .filter(|mutant| judge.is_valid(id, &mutant.value))
        .collect()
}

#[test]
fn a_text_is_too_long_and_of_its_format_still() {
    for (format, most) in [
        ("date-time", 20),
        ("time", 9),
        ("duration", 4),
        ("email", 16),
        ("hostname", 16),
        ("ipv6", 30),
        ("uri", 24),
        ("byte", 8),
    ] {
        let plain = json!({"type": "string", "format": format});
        let it = json!({"type": "string", "format": format, "maxLength": most});
        assert!(!missed_without(&it, &plain).is_empty(), "{format}");
    }
}

#[test]
fn a_text_is_too_short_and_of_its_format_or_pattern_still() {
    for (it, plain) in [
        (
            json!({"type": "string", "format": "date-time", "minLength": 23}),
            json!({"type": "string", "format": "date-time"}),
        ),
        (
            json!({"type": "string", "format": "uri", "minLength": 22}),
            json!({"type": "string", "format": "uri"}),
        ),
        (
            json!({"type": "string", "pattern": "^[a-z]+$", "minLength": 3}),
            json!({"type": "string", "pattern": "^[a-z]+$"}),
        ),
        (
            json!({"type": "string", "pattern": "^[a-z]+$", "maxLength": 3}),
            json!({"type": "string", "pattern": "^[a-z]+$"}),
        ),
        (
            json!({"type": "string", "format": "date-time", "pattern": "Z$"}),
            json!({"type": "string", "format": "date-time"}),
        ),
    ] {
        assert!(!missed_without(&it, &plain).is_empty(), "{it}");
    }
}

#[test]
fn a_value_is_of_two_alternatives_at_once() {
    let object = |name: &str| json!({"type": "object", "required": [name], "properties": {name: {"type": "integer"}}});
    for alternatives in [
        json!([object("a"), object("b")]),
        json!([{"type": "integer", "minimum": 10}, {"type": "integer", "maximum": 20}]),
        json!([{"type": "array", "items": {"type": "string"}, "minItems": 1}, {"type": "array", "maxItems": 2}]),
        json!([{"type": "string", "minLength": 3}, {"type": "string", "pattern": "^x"}]),
    ] {
        let it = json!({"oneOf": alternatives});
        let any = json!({"anyOf": alternatives});
        assert!(!missed_without(&it, &any).is_empty(), "{it}");
    }
}

#[test]
fn a_value_is_of_no_alternative() {
    let it = json!({
        "type": "object",
        "properties": {"a": {"type": "integer"}, "b": {"type": "integer"}},
        "anyOf": [{"required": ["a"]}, {"required": ["b"]}],
    });
    let without = json!({"type": "object", "properties": it["properties"]});
    assert!(!missed_without(&it, &without).is_empty());
}

#[test]
fn a_discriminator_names_another_alternative_or_none() {
    let kind = |name: &str| {
        json!({"type": "object", "required": ["kind", name], "properties": {
            "kind": {"type": "string"}, name: {"type": "integer"}}})
    };
    let it = json!({
        "oneOf": [kind("cat"), kind("dog")],
        "discriminator": {"propertyName": "kind", "mapping": {"Cat": "#/It/oneOf/0", "Dog": "#/It/oneOf/1"}},
    });
    let tags = |mutants: &[Mutant]| {
        let tags = mutants
            .iter()
            .filter_map(|mutant| mutant.value["kind"].as_str());
        tags.map(str::to_owned).collect::<Vec<String>>()
    };
    let found = tags(&mutants(&it));
    assert!(found.contains(&"neither".to_owned()), "{found:?}");
    let crossed = mutants(&it).into_iter().any(|mutant| {
        mutant.value["kind"] == "Dog"
            && mutant.value["cat"].is_i64()
            && mutant.value["dog"].is_null()
    });
    assert!(crossed, "{found:?}");
}

#[test]
fn numbers_are_beyond_their_bounds_by_the_least_that_a_double_holds() {
    let it = json!({"type": "number", "minimum": 0.5});
    let least = json!(0.499_999_999_999_999_94);
    assert!(mutants(&it).iter().any(|mutant| mutant.value == least));
    let it = json!({"type": "integer", "format": "uint64"});
    let beyond = mutants(&it)
        .into_iter()
        .any(|mutant| mutant.value.as_f64() > Some(1.8e19));
    assert!(beyond);
}

#[test]
fn numbers_between_multiples_are_exact() {
    let it = json!({"type": "number", "multipleOf": 0.01});
    let texts: Vec<String> = mutants(&it)
        .iter()
        .map(|mutant| mutant.value.to_string())
        .collect();
    let is_short = |text: &String| text.contains('.') && text.len() < 12;
    assert!(texts.iter().any(is_short), "{texts:?}");
    let it = json!({"type": "integer", "multipleOf": 5});
    assert!(mutants(&it).iter().any(|mutant| mutant.value.is_i64()));
}

#[test]
fn a_pattern_beside_a_format_has_instances_of_both() {
    for value in valid(&json!({"type": "string", "format": "date-time", "pattern": "Z$"})) {
        assert!(
            value.as_str().is_some_and(|text| text.ends_with('Z')),
            "{value}"
        );
    }
}
