//! From text to a JSON value that keeps the order of members.

use std::cell::{Cell, RefCell};
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use super::duplicates;
use crate::locate::Lines;
use crate::{Diagnostic, FileId, Location, Pointer, Report, codes};

/// A part of what the parser says, and what to do.
const HINTS: &[(&str, &str)] = &[
    ("trailing comma", "remove the comma before the bracket"),
    ("key must be a string", "put the key in double quotes"),
    (
        "expected `,` or",
        "separate the members or items with commas",
    ),
    ("expected `:`", "put a `:` between key and value"),
    ("EOF while parsing", "close what was opened above"),
    ("trailing characters", "remove what follows the value"),
    (
        "control character",
        "write `\\n` for a line break and `\\t` for a tab in a string",
    ),
    ("invalid escape", "write a backslash twice"),
    (
        "number out of range",
        "write a number that a double can hold",
    ),
];

/// Parses `text`.
///
/// Duplicate keys, of which any parser that knows only values keeps the last,
/// are errors; their places are looked for only where there are any.
pub(crate) fn parse(file: FileId, text: &str, report: &mut Report) -> Option<Value> {
    let gathered = Gathered::default();
    let mut parser = serde_json::Deserializer::from_str(text);
    let parsed = Builder(&gathered)
        .deserialize(&mut parser)
        .and_then(|value| parser.end().map(|()| value));
    match parsed {
        Ok(value) => {
            if gathered.duplicate.get() {
                duplicates::report_duplicates(file, text, report);
            }
            Some(value)
        }
        Err(error) => {
            report.push(syntax_error(file, text, &error));
            None
        }
    }
}

fn syntax_error(file: FileId, text: &str, error: &serde_json::Error) -> Diagnostic {
    let location = Location {
        file,
        pointer: Pointer::root(),
    };
    let full = error.to_string();
    let message = full
        .rsplit_once(" at line ")
        .map_or(full.as_str(), |(message, _)| message);
    let offset = Lines::new(text).offset(error.line(), error.column());
    let length = text[offset..].chars().next().map_or(0, char::len_utf8);
    let diagnostic = if message == "recursion limit exceeded" {
        super::too_deep(location)
    } else {
        let diagnostic = Diagnostic::error(codes::SYNTAX, location, format!("not JSON: {message}"));
        let hint = HINTS.iter().find(|(part, _)| message.contains(part));
        match hint {
            Some((_, hint)) => diagnostic.hint(*hint),
            None => diagnostic,
        }
    };
    diagnostic.on_bytes(offset..offset + length)
}

/// What has been read of objects and arrays that have not ended, those within others last. Gathered here, each
/// gets just the room that it needs, once: most are small, and there may be millions.
#[derive(Default)]
struct Gathered {
    members: RefCell<Vec<(String, Value)>>,
    items: RefCell<Vec<Value>>,
    /// Whether any object has a key twice.
    duplicate: Cell<bool>,
}

/// Builds a value.
#[derive(Clone, Copy)]
struct Builder<'a>(&'a Gathered);

impl<'de> DeserializeSeed<'de> for Builder<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Builder<'_> {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Number::from_f64(value)
            .map(Value::Number)
            .ok_or_else(|| E::custom("number out of range"))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let start = self.0.items.borrow().len();
        while let Some(item) = items.next_element_seed(self)? {
            self.0.items.borrow_mut().push(item);
        }
        let array = self.0.items.borrow_mut().split_off(start);
        Ok(Value::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let start = self.0.members.borrow().len();
        while let Some(key) = members.next_key::<String>()? {
            let value = members.next_value_seed(self)?;
            self.0.members.borrow_mut().push((key, value));
        }
        let mut gathered = self.0.members.borrow_mut();
        let mut object = Map::with_capacity(gathered.len() - start);
        for (key, value) in gathered.drain(start..) {
            if object.insert(key, value).is_some() {
                self.0.duplicate.set(true);
            }
        }
        Ok(Value::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_those_of_serde_json_in_the_same_order() {
        let text = r#"{"b": [1, -1, 1.5, 18446744073709551615], "a": {"x": null, "é": true}}"#;
        let mut report = Report::default();
        let value = parse(FileId::default(), text, &mut report);
        assert_eq!(value, serde_json::from_str(text).ok());
        let keys: Vec<_> = value
            .iter()
            .filter_map(Value::as_object)
            .flat_map(Map::keys)
            .collect();
        assert_eq!(keys, ["b", "a"]);
        assert!(report.is_empty());
    }
}
