//! Reads a parameter back from its style (OpenAPI 3.1.1 §4.8.12.3 and §4.8.12.4, RFC 6570).
//!
//! The text says nothing of types, so the schema does: each text is tried as
//! the types its schema admits, and the first that is valid is taken.

use bindery_openapi::document::{
    AdditionalProperties, JsonType, JsonTypes, ParameterStyle, Schema, SchemaId,
};
use serde_json::{Map, Value};

use super::wire::{Escaping, decode, pairs};
use crate::Judge;

/// Most schemas looked at to learn what a schema admits.
const MAX_SCHEMAS: usize = 500;

/// How a value was written.
#[derive(Clone, Copy)]
pub(super) struct Writing<'a> {
    pub(super) name: &'a str,
    pub(super) style: ParameterStyle,
    pub(super) explode: bool,
    pub(super) escaping: Escaping,
}

/// What a schema admits, as far as writing it as text is concerned.
pub(super) struct Outline {
    pub(super) types: JsonTypes,
    pub(super) items: Vec<SchemaId>,
    pub(super) properties: Vec<(Box<str>, SchemaId)>,
    /// Whether the schema speaks of properties that it does not name.
    pub(super) open: bool,
}

/// Gathers types, items and properties over `$ref`, `allOf`, `anyOf` and `oneOf`.
pub(super) fn outline(judge: &Judge, id: SchemaId) -> Outline {
    let mut outline = Outline {
        types: JsonTypes::default(),
        items: Vec::new(),
        properties: Vec::new(),
        open: false,
    };
    let mut met = Vec::new();
    let mut stack = vec![id];
    while let Some(id) = stack.pop() {
        if met.contains(&id) || met.len() > MAX_SCHEMAS {
            continue;
        }
        met.push(id);
        let schema = judge.document().schema(id);
        outline.add(schema);
        stack.extend(schema.reference);
        stack.extend(&schema.all_of);
        stack.extend(&schema.any_of);
        stack.extend(&schema.one_of);
    }
    if outline.types.is_empty() {
        outline.types = JsonType::ALL.into_iter().collect();
    }
    outline
}

impl Outline {
    fn add(&mut self, schema: &Schema) {
        schema.types.iter().for_each(|it| self.types.insert(it));
        let listed = schema.enumeration.iter().flatten().chain(&schema.constant);
        if schema.types.is_empty() {
            listed.for_each(|value| self.types.insert(type_of(value)));
        }
        if let Some(array) = &schema.array {
            self.items.extend(array.items);
        }
        let Some(object) = &schema.object else { return };
        if schema.types.is_empty() {
            self.types.insert(JsonType::Object);
        }
        let properties = object.properties.iter();
        self.properties
            .extend(properties.map(|it| (it.name.clone(), it.schema)));
        self.open |= match object.additional_properties {
            Some(AdditionalProperties::Any | AdditionalProperties::Schema(_)) => true,
            Some(AdditionalProperties::Forbidden) | None => !object.pattern_properties.is_empty(),
        };
    }

    pub(super) fn admits(&self, json_type: JsonType) -> bool {
        self.types.contains(json_type)
    }

    /// Whether text can only be a list or an object, as no scalar is admitted.
    fn is_scalar(&self) -> bool {
        !self.admits(JsonType::Array) && !self.admits(JsonType::Object)
    }

    fn property(&self, name: &str) -> Option<SchemaId> {
        let found = self.properties.iter().find(|(known, _)| &**known == name);
        found.map(|(_, id)| *id)
    }
}

fn type_of(value: &Value) -> JsonType {
    match value {
        Value::Null => JsonType::Null,
        Value::Bool(_) => JsonType::Boolean,
        Value::Number(_) => JsonType::Number,
        Value::String(_) => JsonType::String,
        Value::Array(_) => JsonType::Array,
        Value::Object(_) => JsonType::Object,
    }
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
        .map(|text| read_item(judge, &outline.items, &decode(text, escaping)?))
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
            match named.0 == writing.name {
                true => Ok(named.1),
                false => Err("a matrix starts with its name"),
            }
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
        let piece = match named {
            true => piece.split_once('=').map_or("", |(_, value)| value),
            false => piece,
        };
        read_item(
            judge,
            &outline.items,
            decode(piece, writing.escaping)?.trim_start_matches(header_space(writing)),
        )
    };
    pieces(writing, text).into_iter().map(item).collect()
}

/// A list in a header may have spaces after its commas (RFC 9110 §5.6.1).
fn header_space(writing: Writing<'_>) -> &'static [char] {
    match writing.style {
        ParameterStyle::Simple => &[' '],
        ParameterStyle::Matrix
        | ParameterStyle::Label
        | ParameterStyle::Form
        | ParameterStyle::SpaceDelimited
        | ParameterStyle::PipeDelimited
        | ParameterStyle::DeepObject
        | ParameterStyle::Cookie => &[],
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
    let members: Option<Vec<(&str, &str)>> = match exploded {
        true => pieces.iter().map(|piece| piece.split_once('=')).collect(),
        false => pieces
            .chunks(2)
            .map(|pair| match pair {
                [name, value] => Some((*name, *value)),
                _ => None,
            })
            .collect(),
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

fn read_item(judge: &Judge, items: &[SchemaId], text: &str) -> Result<Value, &'static str> {
    Ok(match items.first() {
        Some(id) => read_text(judge, *id, text),
        None => Value::String(text.to_owned()),
    })
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
            values.push(Value::Bool(text == "true"))
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

/// The members of a deep object: `name[key]=value`, as sent and decoded.
pub(super) fn deep_members<'a>(query: &'a str, name: &str) -> Vec<(String, &'a str)> {
    let member = |(key, value): (&str, &'a str)| {
        let key = decode(key, Escaping::Form).ok()?;
        let inner = key
            .strip_prefix(name)?
            .strip_prefix('[')?
            .strip_suffix(']')?;
        Some((inner.to_owned(), value))
    };
    pairs(query, '&').filter_map(member).collect()
}
