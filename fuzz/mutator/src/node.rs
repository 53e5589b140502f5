//! The nodes of a value, counted in the order of the text.

use serde_json::Value;

use crate::Tape;

/// How many nodes a value has, itself included.
pub fn count(value: &Value) -> usize {
    1 + children(value).map(count).sum::<usize>()
}

/// The node of that number; the value itself is 0.
pub fn node(value: &Value, number: usize) -> Option<&Value> {
    if number == 0 {
        return Some(value);
    }
    let mut number = number - 1;
    for child in children(value) {
        let size = count(child);
        if number < size {
            return node(child, number);
        }
        number -= size;
    }
    None
}

/// The node of that number, to be changed.
pub fn node_mut(value: &mut Value, number: usize) -> Option<&mut Value> {
    if number == 0 {
        return Some(value);
    }
    let mut number = number - 1;
    for child in children_mut(value) {
        let size = count(child);
        if number < size {
            return node_mut(child, number);
        }
        number -= size;
    }
    None
}

/// The JSON Pointer of the node of that number (RFC 6901).
pub fn pointer(value: &Value, number: usize) -> String {
    let mut text = String::new();
    let (mut at, mut number) = (value, number);
    while number > 0 {
        number -= 1;
        let mut steps = steps(at);
        let Some((step, child)) = steps.find(|(_, child)| {
            let size = count(child);
            let holds = number < size;
            if !holds {
                number -= size;
            }
            holds
        }) else {
            break;
        };
        text.push('/');
        text.push_str(&step.replace('~', "~0").replace('/', "~1"));
        at = child;
    }
    text
}

/// Any node.
pub fn any(value: &Value, tape: &mut Tape) -> usize {
    tape.below(count(value))
}

/// Any node that holds others; the value itself where none of those tried does.
pub fn container(value: &Value, tape: &mut Tape) -> usize {
    let mut at = any(value, tape);
    while at > 0 && !node(value, at).is_some_and(is_container) {
        at -= 1;
    }
    at
}

fn is_container(value: &Value) -> bool {
    matches!(value, Value::Array(_) | Value::Object(_))
}

fn children(value: &Value) -> Box<dyn Iterator<Item = &Value> + '_> {
    match value {
        Value::Array(items) => Box::new(items.iter()),
        Value::Object(members) => Box::new(members.values()),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            Box::new(std::iter::empty())
        }
    }
}

fn children_mut(value: &mut Value) -> Box<dyn Iterator<Item = &mut Value> + '_> {
    match value {
        Value::Array(items) => Box::new(items.iter_mut()),
        Value::Object(members) => Box::new(members.values_mut()),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            Box::new(std::iter::empty())
        }
    }
}

fn steps(value: &Value) -> Box<dyn Iterator<Item = (String, &Value)> + '_> {
    match value {
        Value::Array(items) => Box::new(
            items
                .iter()
                .enumerate()
                .map(|(at, item)| (at.to_string(), item)),
        ),
        Value::Object(members) => Box::new(members.iter().map(|(key, item)| (key.clone(), item))),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            Box::new(std::iter::empty())
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_node_has_a_number_and_a_pointer() {
        let mut value = json!({"a/b": [1, {"c": null}], "d": "e"});
        assert_eq!(count(&value), 6);
        for number in 0..6 {
            let found = node(&value, number).expect("a node").clone();
            assert_eq!(value.pointer(&pointer(&value, number)), Some(&found));
            assert_eq!(node_mut(&mut value, number), Some(&mut found.clone()));
        }
        assert_eq!(node(&value, 6), None);
    }
}
