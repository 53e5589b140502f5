//! An instance can be made again, and shrunk.

use bindery_contract::Tape;
use serde_json::{Value, json};

use crate::keywords::every_keyword;
use crate::{SEEDS, instances};

#[test]
fn the_same_seed_gives_the_same_instance_everywhere() {
    let (instances, id) = instances(&json!({
        "type": "object",
        "required": ["id", "at", "size", "tags"],
        "properties": {
            "id": {"type": "string", "format": "uuid"},
            "at": {"type": "string", "format": "date-time"},
            "size": {"type": "number"},
            "tags": {"type": "array", "items": {"type": "string"}},
        },
    }));
    let made = |seed| {
        instances
            .valid(id, &mut Tape::from_seed(seed))
            .unwrap()
            .to_string()
    };
    assert_eq!(made(7), made(7));
    let expected = json!({
        "id": "e6984080-bab1-4a02-953a-eb70673e29cb",
        "at": "0001-10-31T17:05:43.040071-05:45",
        "size": -0.804_687_5,
        "tags": [],
    });
    assert_eq!(made(7), expected.to_string());
}

#[test]
fn a_tape_replays_what_it_drew() {
    for schema_value in every_keyword() {
        let (instances, id) = instances(&schema_value);
        for seed in 0..20 {
            let mut tape = Tape::from_seed(seed);
            let value = instances.valid(id, &mut tape).unwrap();
            let mut replayed = Tape::replay(tape.drawn().to_vec());
            assert_eq!(instances.valid(id, &mut replayed).unwrap(), value);
        }
    }
}

#[test]
fn shrinking_finds_the_simplest_instance_that_still_fails() {
    let (instances, id) = instances(&json!({
        "type": "object",
        "properties": {
            "name": {"type": "string"},
            "items": {"type": "array", "items": {"type": "integer"}},
        },
    }));
    let fails = |value: &Value| {
        let items = value.get("items").and_then(Value::as_array);
        items.is_some_and(|items| items.iter().any(|it| it.as_i64() > Some(100)))
    };
    let (tape, _) = (0..SEEDS)
        .map(|seed| {
            let mut tape = Tape::from_seed(seed);
            let value = instances.valid(id, &mut tape).unwrap();
            (tape, value)
        })
        .find(|(_, value)| fails(value))
        .unwrap();
    let shrunk = instances.shrink(id, &tape, fails).unwrap();
    assert_eq!(
        shrunk.as_object().map(serde_json::Map::len),
        Some(1),
        "{shrunk}"
    );
    assert_eq!(
        shrunk["items"].as_array().map(Vec::len),
        Some(1),
        "{shrunk}"
    );
}

/// What stands after a text on the tape keeps its place while the text becomes shorter.
#[test]
fn shrinking_shortens_a_text_before_what_fails() {
    let (instances, id) = instances(&json!({
        "type": "object",
        "required": ["name", "count"],
        "properties": {
            "name": {"type": "string"},
            "count": {"type": "integer"},
        },
    }));
    let fails = |value: &Value| value["count"].as_i64() > Some(1_000_000);
    for seed in 0..SEEDS {
        let mut tape = Tape::from_seed(seed);
        if fails(&instances.valid(id, &mut tape).unwrap()) {
            let shrunk = instances.shrink(id, &tape, fails).unwrap();
            assert_eq!(shrunk["name"], "", "{seed}: {shrunk}");
        }
    }
}
