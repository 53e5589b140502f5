//! One change of a value.

use serde_json::{Map, Value, json};

use crate::hostile::{self, KEYWORDS, NAMES, TEXTS};
use crate::{Tape, node};

/// The deepest wrapping, less than what readers of JSON refuse.
const WRAPS: usize = 60;

/// Changes `value` in one place. Subtrees are taken from `donor`, too.
pub fn mutate(value: &mut Value, donor: &Value, tape: &mut Tape) {
    match tape.below(13) {
        0 => replace(value, hostile_value(tape), tape),
        1 => {
            let from = node::any(donor, tape);
            let subtree = node::node(donor, from).cloned().unwrap_or_default();
            replace(value, subtree, tape);
        }
        2 => refer(value, tape),
        3 => swap(value, tape),
        4 => delete(value, tape),
        5 => duplicate(value, tape),
        6 => rename(value, tape.of(NAMES), tape),
        7 => rename(value, tape.of(KEYWORDS), tape),
        8 => rename_as_another(value, tape),
        9 => change_type(value, tape),
        10 => change_text(value, tape),
        11 => insert(value, donor, tape),
        _ => wrap(value, tape),
    }
}

fn hostile_value(tape: &mut Tape) -> Value {
    let mut values = hostile::values();
    let at = tape.below(values.len());
    values.swap_remove(at)
}

/// Puts `other` in the place of any node but the root.
fn replace(value: &mut Value, other: Value, tape: &mut Tape) {
    let at = below_root(value, tape);
    if let Some(target) = node::node_mut(value, at) {
        *target = other;
    }
}

/// Any node but the root, where there is one.
fn below_root(value: &Value, tape: &mut Tape) -> usize {
    let others = node::count(value) - 1;
    (1 + tape.below(others)).min(others)
}

/// A reference to any other node.
fn refer(value: &mut Value, tape: &mut Tape) {
    let to = node::container(value, tape);
    let reference = format!("#{}", encoded(&node::pointer(value, to)));
    replace(value, json!({ "$ref": reference }), tape);
}

/// A pointer as a fragment of a URI (RFC 6901 §6).
fn encoded(pointer: &str) -> String {
    pointer
        .replace('%', "%25")
        .replace(' ', "%20")
        .replace('"', "%22")
}

fn swap(value: &mut Value, tape: &mut Tape) {
    let (one, other) = (below_root(value, tape), below_root(value, tape));
    let subtree = |at| node::node(value, at).cloned().unwrap_or_default();
    let (first, second) = (subtree(one), subtree(other));
    // The later one first: replacing it moves no node before it.
    let (low, high) = if one < other {
        (one, other)
    } else {
        (other, one)
    };
    let (into_high, into_low) = if one < other {
        (first, second)
    } else {
        (second, first)
    };
    if let Some(target) = node::node_mut(value, high) {
        *target = into_high;
    }
    if let Some(target) = node::node_mut(value, low) {
        *target = into_low;
    }
}

fn delete(value: &mut Value, tape: &mut Tape) {
    let at = node::container(value, tape);
    match node::node_mut(value, at) {
        Some(Value::Array(items)) if !items.is_empty() => {
            items.remove(tape.below(items.len()));
        }
        Some(Value::Object(members)) => {
            if let Some(key) = key(members, tape) {
                members.shift_remove(&key);
            }
        }
        _ => {}
    }
}

/// The same again: an item beside itself, a member under a name that is much like its own.
fn duplicate(value: &mut Value, tape: &mut Tape) {
    let at = node::container(value, tape);
    match node::node_mut(value, at) {
        Some(Value::Array(items)) if !items.is_empty() => {
            let at = tape.below(items.len());
            items.insert(at, items[at].clone());
        }
        Some(Value::Object(members)) => {
            if let Some(key) = key(members, tape) {
                let like = alike(&key, tape);
                let copy = members[&key].clone();
                members.insert(like, copy);
            }
        }
        _ => {}
    }
}

/// A name that a naming pass may take for the same.
fn alike(name: &str, tape: &mut Tape) -> String {
    match tape.below(7) {
        0 => name.to_uppercase(),
        1 => name.to_lowercase(),
        2 => format!("{name}_"),
        3 => format!("-{name}"),
        4 => name.replace(['_', '-'], ""),
        5 => format!("{name}2"),
        _ => format!("/{name}"),
    }
}

fn rename(value: &mut Value, name: &str, tape: &mut Tape) {
    let at = node::container(value, tape);
    if let Some(Value::Object(members)) = node::node_mut(value, at)
        && let Some(key) = key(members, tape)
    {
        let renamed = std::mem::take(members).into_iter();
        *members = renamed
            .map(|(old, member)| (if old == key { name.to_owned() } else { old }, member))
            .collect();
    }
}

/// Renames a member, as a key or text that stands elsewhere.
fn rename_as_another(value: &mut Value, tape: &mut Tape) {
    let at = node::container(value, tape);
    let name = match node::node(value, at) {
        Some(Value::Object(members)) => key(members, tape),
        _ => None,
    };
    if let Some(name) = name {
        rename(value, &name, tape);
    }
}

/// The same said in another type: a text of a number, a list of one, an object of a list.
fn change_type(value: &mut Value, tape: &mut Tape) {
    let at = below_root(value, tape);
    let Some(target) = node::node_mut(value, at) else {
        return;
    };
    *target = match (target.take(), tape.below(3)) {
        (Value::String(text), 0) => json!([text]),
        (Value::String(text), _) => text.parse::<i64>().map_or(json!({ text: {} }), Value::from),
        (Value::Array(items), 0) => items.into_iter().next().unwrap_or_default(),
        (Value::Array(items), _) => {
            let numbered = items.into_iter().enumerate();
            Value::Object(numbered.map(|(at, item)| (at.to_string(), item)).collect())
        }
        (Value::Object(members), 0) => json!([Value::Object(members)]),
        (Value::Object(members), _) => members.into_iter().map(|(_, member)| member).collect(),
        (other, 0) => json!([other]),
        (other, 1) => Value::String(other.to_string()),
        (_, _) => Value::Null,
    };
}

fn change_text(value: &mut Value, tape: &mut Tape) {
    let mut at = below_root(value, tape);
    while at > 1 && !node::node(value, at).is_some_and(Value::is_string) {
        at -= 1;
    }
    let text = if tape.below(2) == 0 {
        tape.of(TEXTS)
    } else {
        tape.of(NAMES)
    };
    if let Some(Value::String(target)) = node::node_mut(value, at) {
        if tape.below(2) == 0 {
            text.clone_into(target);
        } else {
            target.push_str(text);
        }
    }
}

/// A keyword with a value, beside what is there.
fn insert(value: &mut Value, donor: &Value, tape: &mut Tape) {
    let key = tape.of(KEYWORDS).to_owned();
    let member = if tape.below(2) == 0 {
        hostile_value(tape)
    } else {
        let from = node::any(donor, tape);
        node::node(donor, from).cloned().unwrap_or_default()
    };
    let at = node::container(value, tape);
    match node::node_mut(value, at) {
        Some(Value::Object(members)) => {
            members.insert(key, member);
        }
        Some(Value::Array(items)) => items.push(member),
        _ => {}
    }
}

/// Puts a node in others, once or many times.
fn wrap(value: &mut Value, tape: &mut Tape) {
    let times = [1, 1, 2, WRAPS][tape.below(4)];
    let how = tape.below(5);
    let at = below_root(value, tape);
    let Some(target) = node::node_mut(value, at) else {
        return;
    };
    for _ in 0..times {
        let inner = target.take();
        *target = match how {
            0 => json!({ "allOf": [inner] }),
            1 => json!({ "oneOf": [inner, { "type": "string" }] }),
            2 => json!({ "anyOf": [inner, { "type": "object" }] }),
            3 => json!({ "type": "array", "items": inner }),
            _ => json!({ "type": "object", "properties": { "a": inner } }),
        };
    }
}

fn key(members: &Map<String, Value>, tape: &mut Tape) -> Option<String> {
    members.keys().nth(tape.below(members.len())).cloned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_change_happens_and_the_root_stays_an_object() {
        let seed = json!({"a": [1, "2", {"b": {"c": null}}], "d": {"e": "f", "g": ["h"]}});
        let mut changed = std::collections::BTreeSet::new();
        for kind in 0..13_u8 {
            for number in 0..100 {
                let mut value = seed.clone();
                let tail = Tape::seeded(number, 32);
                mutate(&mut value, &seed, &mut tail.after(kind));
                assert!(value.is_object());
                if value != seed {
                    changed.insert(kind);
                }
            }
        }
        assert_eq!(changed.len(), 13, "{changed:?}");
    }

    #[test]
    fn references_point_at_what_is_there() {
        let seed = json!({"a": {"b": {}}, "c d": [{"e/f": {}}]});
        for number in 0..50 {
            let mut value = seed.clone();
            refer(&mut value, &mut Tape::seeded(number, 8));
            let text = value.to_string();
            let (_, after) = text.split_once("\"$ref\":\"#").expect("a reference");
            let pointer = after
                .split('"')
                .next()
                .expect("its end")
                .replace("%20", " ");
            assert!(seed.pointer(&pointer).is_some(), "{pointer}");
        }
    }
}
