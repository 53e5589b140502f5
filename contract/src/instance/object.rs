//! Objects (JSON Schema 2020-12 core §10.3.2, validation §6.5).

use bindery_openapi::document::{AdditionalProperties, SchemaId};
use serde_json::{Map, Value};

use super::make::Maker;
use super::shape::Shape;
use super::{CannotMake, UnknownProperties, any, pattern};

/// Most properties that are made because `minProperties` asks for them.
const MAX_ASKED: usize = 1_000;

/// An object that the shape admits.
pub(super) fn make_object<'a>(
    maker: &mut Maker<'a>,
    shape: &Shape<'a>,
    depth: u32,
) -> Result<Value, CannotMake> {
    let mut object = Map::new();
    let names = draw_names(maker, shape, depth);
    for name in names {
        if let Some((_, value)) = shape.pins.iter().find(|(pinned, _)| *pinned == name) {
            object.insert(name.to_owned(), Value::String(value.clone()));
            continue;
        }
        match maker.make_or_any(&shape.property_schemas(name), depth + 1) {
            Ok(value) => {
                object.insert(name.to_owned(), value);
            }
            Err(_) if !is_needed(shape, name) => {}
            Err(reason) => return Err(reason),
        }
    }
    add_unknown(maker, shape, &mut object, depth)?;
    Ok(Value::Object(object))
}

/// The properties that are present, in the order of the schema.
fn draw_names<'a>(maker: &mut Maker<'a>, shape: &Shape<'a>, depth: u32) -> Vec<&'a str> {
    let mut known = shape.property_names();
    for name in shape.required() {
        if !known.contains(&name) {
            known.push(name);
        }
    }
    let pinned: Vec<&str> = shape.pins.iter().map(|(name, _)| *name).collect();
    for name in pinned.into_iter().chain(shape.present.iter().copied()) {
        if !known.contains(&name) {
            known.push(name);
        }
    }
    let density = 1 + maker.tape.below(4);
    let mut names = Vec::new();
    for name in known {
        if is_needed(shape, name)
            || (is_optional(maker, shape, name, depth) && maker.tape.below(5) >= density)
        {
            names.push(name);
        }
    }
    add_dependent(shape, &mut names);
    fit(shape, &mut names);
    names
}

fn is_needed(shape: &Shape<'_>, name: &str) -> bool {
    shape.requires(name)
        || shape.present.contains(&name)
        || shape.pins.iter().any(|(pinned, _)| *pinned == name)
}

fn is_optional<'a>(maker: &Maker<'a>, shape: &Shape<'a>, name: &str, depth: u32) -> bool {
    !maker.is_brief(depth) && !shape.absent.contains(&name) && shape.admits_name(name)
}

/// Adds what `dependentRequired` asks for beside what is there.
fn add_dependent<'a>(shape: &Shape<'a>, names: &mut Vec<&'a str>) {
    let mut at = 0;
    while let Some(&name) = names.get(at) {
        let dependent = shape.objects.iter().flat_map(|it| &it.dependent_required);
        for (_, required) in dependent.filter(|(owner, _)| **owner == *name) {
            for required in required {
                if !names.contains(&&**required) {
                    names.push(required);
                }
            }
        }
        at += 1;
    }
}

/// Adds optional properties up to `minProperties` and takes them away down to `maxProperties`.
fn fit<'a>(shape: &Shape<'a>, names: &mut Vec<&'a str>) {
    let least = least(shape);
    for name in shape.property_names() {
        let fits = !names.contains(&name) && !shape.absent.contains(&name);
        if names.len() < least && fits && shape.admits_name(name) {
            names.push(name);
        }
    }
    let most = most(shape);
    while names.len() > most {
        let Some(at) = names.iter().rposition(|name| !is_needed(shape, name)) else {
            break;
        };
        names.remove(at);
    }
}

fn least(shape: &Shape<'_>) -> usize {
    let least = shape
        .objects
        .iter()
        .filter_map(|it| it.min_properties)
        .max();
    usize::try_from(least.unwrap_or(0)).unwrap_or(usize::MAX)
}

fn most(shape: &Shape<'_>) -> usize {
    let most = shape
        .objects
        .iter()
        .filter_map(|it| it.max_properties)
        .min();
    most.and_then(|most| usize::try_from(most).ok())
        .unwrap_or(usize::MAX)
}

/// Adds properties that `properties` does not name, where they are wanted or asked for.
fn add_unknown<'a>(
    maker: &mut Maker<'a>,
    shape: &Shape<'a>,
    object: &mut Map<String, Value>,
    depth: u32,
) -> Result<(), CannotMake> {
    let least = least(shape);
    if least > MAX_ASKED {
        return Err(CannotMake::because("an object that large is not made"));
    }
    let wanted = if maker.is_brief(depth) || !is_wanted(maker.options.unknown_properties, shape) {
        0
    } else {
        maker.tape.index(4)
    };
    let asked = least.saturating_sub(object.len()).max(wanted);
    let count = asked.min(most(shape).saturating_sub(object.len()));
    let known = shape.property_names();
    for _ in 0..count {
        let (name, mut ids) = draw_unknown(maker, shape, depth)?;
        let taken = known.contains(&name.as_str()) || object.contains_key(&name);
        if taken || shape.absent.contains(&name.as_str()) || !shape.admits_name(&name) {
            continue;
        }
        if ids.is_empty() {
            ids = shape.property_schemas(&name);
        }
        match maker.make_or_any(&ids, depth + 1) {
            Ok(value) => {
                object.insert(name, value);
            }
            Err(_) if object.len() >= least => return Ok(()),
            Err(reason) => return Err(reason),
        }
    }
    Ok(())
}

/// Whether unknown properties are added of one's own accord.
fn is_wanted(unknown: UnknownProperties, shape: &Shape<'_>) -> bool {
    let stated = shape.objects.iter().any(|object| {
        let stated = match object.additional_properties {
            Some(AdditionalProperties::Any | AdditionalProperties::Schema(_)) => true,
            Some(AdditionalProperties::Forbidden) | None => false,
        };
        stated || !object.pattern_properties.is_empty()
    });
    match unknown {
        UnknownProperties::Never => false,
        UnknownProperties::WhereStated => stated || shape.property_names().is_empty(),
        UnknownProperties::WhereAllowed => true,
    }
}

/// A name, by `patternProperties` or `propertyNames` where they are stated, and
/// the schemas of its value where they follow from how the name was found.
fn draw_unknown<'a>(
    maker: &mut Maker<'a>,
    shape: &Shape<'a>,
    depth: u32,
) -> Result<(String, Vec<SchemaId>), CannotMake> {
    let patterns: Vec<&(Box<str>, SchemaId)> = shape
        .objects
        .iter()
        .flat_map(|it| &it.pattern_properties)
        .collect();
    let open = shape
        .objects
        .iter()
        .all(|it| it.additional_properties != Some(AdditionalProperties::Forbidden));
    if !patterns.is_empty() && (!open || maker.tape.rarely(2)) {
        let Some((pattern, id)) = maker.tape.pick(&patterns).copied() else {
            return Err(CannotMake::because("there is no pattern"));
        };
        return Ok((pattern::make_match(pattern, 0, maker.tape)?, vec![*id]));
    }
    let names: Vec<SchemaId> = shape
        .objects
        .iter()
        .filter_map(|it| it.property_names)
        .collect();
    if names.is_empty() {
        return Ok((any::key(maker.tape), Vec::new()));
    }
    match maker.make(&names, depth + 1)? {
        Value::String(name) => Ok((name, Vec::new())),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => {
            Ok((any::key(maker.tape), Vec::new()))
        }
    }
}
