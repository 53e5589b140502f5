//! Any JSON value at all, of bounded depth.

use serde_json::{Map, Value, json};

use super::Tape;
use super::text::{draw_character, word};

/// Any value that nests at most `deepest` deep.
pub(super) fn make_any(tape: &mut Tape, deepest: u32) -> Value {
    let kinds = if deepest == 0 { 5 } else { 7 };
    match tape.below(kinds) {
        0 => Value::Null,
        1 => Value::Bool(tape.below(2) == 1),
        2 => json!(i64::try_from(tape.between(-1_000, 1_000_000)).unwrap_or(0)),
        3 => make_float(tape),
        4 => Value::String((0..tape.below(8)).map(|_| draw_character(tape)).collect()),
        5 => (0..tape.below(4))
            .map(|_| make_any(tape, deepest - 1))
            .collect(),
        _ => {
            let members: Map<String, Value> = (0..tape.below(4))
                .map(|_| (key(tape), make_any(tape, deepest - 1)))
                .collect();
            Value::Object(members)
        }
    }
}

fn make_float(tape: &mut Tape) -> Value {
    tape.pick(&[0.5, -1.25, 0.1, 1e-9, 123_456.75, 1e18])
        .map_or(Value::Null, |number| json!(number))
}

/// A name of a property that no schema names: plain ones, and ones that programs get wrong.
pub(super) fn key(tape: &mut Tape) -> String {
    let plain = word(tape);
    match tape.below(8) {
        0..=3 => plain,
        4 => format!("x-{plain}"),
        5 => format!("{plain}/~{plain}"),
        6 => format!("{plain} é\""),
        _ => format!("${plain}"),
    }
}
