//! Reads a parameter back from its style (OpenAPI 3.1.1 §4.8.12.3 and §4.8.12.4, RFC 6570).
//!
//! The text says nothing of types, so the schema does: each text is tried as
//! the types its schema admits, and the first that is valid is taken.

use bindery_openapi::document::{JsonType, ParameterStyle, SchemaId};
use serde_json::{Map, Value};

use super::outline::{Outline, outline};
use super::wire::{Escaping, decode};
use crate::Judge;

/// How a value was written.
#[derive(Clone, Copy)]
pub(super) struct Writing<'a> {
    pub(super) name: &'a str,
    pub(super) style: ParameterStyle,
    pub(super) explode: bool,
    pub(super) escaping: Escaping,
}

/// A value written in one text: in a path, a header, or one query parameter or cookie.
pub(super) fn read_one(
    judge: &Judge,
    schema: SchemaId,
    writing: Writing<'_>,
    text: &str,
) -> Result<Value, &'static str> {
    let outline = outline(judge, schema);
    let body = unwrap(writing, &outline, text)?;
    let mut candidates = Vec::new();
    if outline.admits(JsonType::Object) && !outline.is_scalar() {
        candidates.extend(read_object(judge, &outline, writing, body)?);
    }
    if outline.admits(JsonType::Array) {
        candidates.push(read_array(judge, &outline, writing, body)?);
    }
    if outline.is_scalar() || candidates.iter().all(|it| !judge.is_valid(schema, it)) {
        candidates.extend(scalars(&outline, &decode(body, writing.escaping)?));
    }
    Ok(best(judge, schema, candidates))
}

/// A value written as several parameters of one name, the exploded form style.
pub(super) fn read_many(
    judge: &Judge,
    schema: SchemaId,
    escaping: Escaping,
    texts: &[&str],
) -> Result<Value, &'static str> {
    let outline = outline(judge, schema);
    let items: Result<Vec<Value>, &str> = texts
        .iter()
        .map(|text| Ok(read_item(judge, &outline.items, &decode(text, escaping)?)))
        .collect();
    let mut candidates = vec![Value::Array(items?)];
    if let [text] = texts {
        candidates.extend(scalars(&outline, &decode(text, escaping)?));
    }
    if !outline.admits(JsonType::Array) {
        candidates.rotate_left(1);
    }
    Ok(best(judge, schema, candidates))
}

/// An object written as a parameter for each property, names already decoded.
pub(super) fn read_members(
    judge: &Judge,
    schema: SchemaId,
    escaping: Escaping,
    members: &[(String, &str)],
) -> Result<Value, &'static str> {
    let outline = outline(judge, schema);
    let mut object = Map::new();
    for (name, text) in members {
        let value = read_property(judge, &outline, name, &decode(text, escaping)?);
        object.insert(name.clone(), value);
    }
    Ok(Value::Object(object))
}

/// A text whose type only the schema knows.
pub(super) fn read_text(judge: &Judge, schema: SchemaId, text: &str) -> Value {
    best(judge, schema, scalars(&outline(judge, schema), text))
}

/// Takes off what the style puts around the value.
fn unwrap<'a>(
    writing: Writing<'_>,
    outline: &Outline,
    text: &'a str,
) -> Result<&'a str, &'static str> {
    match writing.style {
        ParameterStyle::Label => text.strip_prefix('.').ok_or("a label starts with `.`"),
        ParameterStyle::Matrix => {
            let body = text.strip_prefix(';').ok_or("a matrix starts with `;`")?;
            let exploded = writing.explode && !outline.is_scalar();
            if exploded {
                return Ok(body);
            }
            let named = body.split_once('=').unwrap_or((body, ""));
            let named = decode(named.0, Escaping::Percent).map(|name| (name, named.1))?;
            let right = named.0 == writing.name;
            right
                .then_some(named.1)
                .ok_or("a matrix starts with its name")
        }
        ParameterStyle::Simple
        | ParameterStyle::Form
        | ParameterStyle::SpaceDelimited
        | ParameterStyle::PipeDelimited
        | ParameterStyle::DeepObject
        | ParameterStyle::Cookie => Ok(text),
    }
}

/// The pieces of a list: each still escaped, so that an escaped separator is no separator.
fn pieces<'a>(writing: Writing<'_>, text: &'a str) -> Vec<&'a str> {
    if text.is_empty() {
        return Vec::new();
    }
    match (writing.style, writing.explode) {
        (ParameterStyle::Label, true) => text.split('.').collect(),
        (ParameterStyle::Matrix, true) => text.split(';').collect(),
        (ParameterStyle::SpaceDelimited, _) => text
            .split('+')
            .flat_map(|piece| piece.split("%20"))
            .collect(),
        (ParameterStyle::PipeDelimited, _) => text
            .split('|')
            .flat_map(|piece| piece.split("%7C"))
            .flat_map(|piece| piece.split("%7c"))
            .collect(),
        (
            ParameterStyle::Simple
            | ParameterStyle::Form
            | ParameterStyle::Label
            | ParameterStyle::Matrix
            | ParameterStyle::DeepObject
            | ParameterStyle::Cookie,
            _,
        ) => text.split(',').collect(),
    }
}

fn read_array(
    judge: &Judge,
    outline: &Outline,
    writing: Writing<'_>,
    text: &str,
) -> Result<Value, &'static str> {
    let named = writing.style == ParameterStyle::Matrix && writing.explode;
    let item = |piece: &str| {
        let value = piece.split_once('=').filter(|_| named);
        let piece = value.map_or(piece, |(_, value)| value);
        let text = decode(piece, writing.escaping)?;
        let text = text.trim_start_matches(list_space(writing));
        Ok(read_item(judge, &outline.items, text))
    };
    pieces(writing, text).into_iter().map(item).collect()
}

/// A list in a header may have spaces after its commas (RFC 9110 §5.6.1).
fn list_space(writing: Writing<'_>) -> &'static [char] {
    match writing.escaping {
        Escaping::None => &[' '],
        Escaping::Percent | Escaping::Form => &[],
    }
}

/// `None` where the pieces are no pairs.
fn read_object(
    judge: &Judge,
    outline: &Outline,
    writing: Writing<'_>,
    text: &str,
) -> Result<Option<Value>, &'static str> {
    let pieces = pieces(writing, text);
    let exploded = writing.explode && writing.style != ParameterStyle::Form;
    let members: Option<Vec<(&str, &str)>> = if exploded {
        pieces.iter().map(|piece| piece.split_once('=')).collect()
    } else {
        pieces.chunks(2).map(pair).collect()
    };
    let Some(members) = members else {
        return Ok(None);
    };
    let mut object = Map::new();
    for (name, value) in members {
        let name = decode(name, writing.escaping)?;
        let value = decode(value, writing.escaping)?;
        let value = read_property(judge, outline, &name, &value);
        object.insert(name, value);
    }
    Ok(Some(Value::Object(object)))
}

fn pair<'a>(pieces: &[&'a str]) -> Option<(&'a str, &'a str)> {
    match pieces {
        [name, value] => Some((name, value)),
        _ => None,
    }
}

fn read_item(judge: &Judge, items: &[SchemaId], text: &str) -> Value {
    match items.first() {
        Some(id) => read_text(judge, *id, text),
        None => Value::String(text.to_owned()),
    }
}

fn read_property(judge: &Judge, outline: &Outline, name: &str, text: &str) -> Value {
    match outline.property(name) {
        Some(id) => read_text(judge, id, text),
        None => Value::String(text.to_owned()),
    }
}

/// What a text can be, of the types that are admitted, the most special first.
fn scalars(outline: &Outline, text: &str) -> Vec<Value> {
    let mut values = Vec::new();
    let numbers = outline.admits(JsonType::Integer) || outline.admits(JsonType::Number);
    if let (true, Ok(number)) = (numbers, text.parse::<serde_json::Number>()) {
        values.push(Value::Number(number));
    }
    match text {
        "true" | "false" if outline.admits(JsonType::Boolean) => {
            values.push(Value::Bool(text == "true"));
        }
        "null" if outline.admits(JsonType::Null) => values.push(Value::Null),
        _ => {}
    }
    if outline.admits(JsonType::String) || values.is_empty() {
        values.push(Value::String(text.to_owned()));
    }
    values
}

/// The first that is valid, else the first.
fn best(judge: &Judge, schema: SchemaId, candidates: Vec<Value>) -> Value {
    let mut first = None;
    for candidate in candidates {
        if judge.is_valid(schema, &candidate) {
            return candidate;
        }
        first.get_or_insert(candidate);
    }
    first.unwrap_or(Value::Null)
}
