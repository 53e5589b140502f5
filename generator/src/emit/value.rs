//! Values that descriptions state, spelled as expressions of the types that stand for their schemas.

use std::net::{Ipv4Addr, Ipv6Addr};

use serde_json::{Map, Value};

use super::Emitter;
use super::instant::spell_time;
use super::table::{literal, spell_type};
use crate::api::{
    Decision, Home, NumberType, Prefixed, Presence, TextType, TypeId, TypeKind, TypeRef, Union,
    UnionVariant,
};

/// How many types may stand around a value that is spelled.
pub(super) const MAX_DEPTH: usize = 64;

impl Emitter<'_> {
    /// The value as an expression of the type; none where it is no such value, or one that only text can be made into.
    pub(super) fn spell_value(
        &self,
        reference: &TypeRef,
        value: &Value,
        home: Home,
        depth: usize,
    ) -> Option<String> {
        let depth = depth.checked_sub(1)?;
        let inner = |reference: &TypeRef, value| self.spell_value(reference, value, home, depth);
        match reference {
            TypeRef::Boolean => Some(value.as_bool()?.to_string()),
            TypeRef::String => Some(format!("{}.into()", literal(value.as_str()?))),
            TypeRef::Number(number) => spell_number(*number, value),
            TypeRef::Nullable(_) if value.is_null() => Some("None".to_owned()),
            TypeRef::Nullable(reference) => Some(format!("Some({})", inner(reference, value)?)),
            TypeRef::Boxed(reference) => Some(format!("Box::new({})", inner(reference, value)?)),
            TypeRef::Array(item) => {
                let items = value.as_array()?.iter();
                let items = items.map(|value| inner(&item.reference, value));
                Some(format!(
                    "vec![{}]",
                    items.collect::<Option<Vec<_>>>()?.join(", ")
                ))
            }
            TypeRef::Map(item) => {
                let entries = value.as_object()?.iter().map(|(name, value)| {
                    let value = inner(&item.reference, value)?;
                    Some(format!("({}.into(), {value})", literal(name)))
                });
                let entries = entries.collect::<Option<Vec<_>>>()?.join(", ");
                Some(format!("[{entries}].into()"))
            }
            TypeRef::JsonObject => spell_json_object(value.as_object()?, depth),
            TypeRef::Json => spell_json(value, depth),
            TypeRef::Named(id) => self.spell_named(*id, value, home, depth),
            TypeRef::Tuple(items) => {
                let values = value
                    .as_array()
                    .filter(|values| values.len() == items.len())?;
                let items = items.iter().zip(values);
                let items = items.map(|(item, value)| inner(&item.reference, value));
                Some(tuple(&items.collect::<Option<Vec<_>>>()?))
            }
            TypeRef::Prefixed(array) => self.spell_prefixed(array, value, home, depth),
            TypeRef::Time(time) => spell_time(*time, value.as_str()?),
            TypeRef::Text(text) => spell_text(*text, value.as_str()?),
            TypeRef::Bytes | TypeRef::File => Some(format!("{}.into()", literal(value.as_str()?))),
            TypeRef::Never | TypeRef::Stream | TypeRef::External(_) => None,
        }
    }

    fn spell_prefixed(
        &self,
        array: &Prefixed,
        value: &Value,
        home: Home,
        depth: usize,
    ) -> Option<String> {
        let values = value.as_array()?;
        let prefix = array.prefix.iter().enumerate().map(|(index, item)| {
            let reference = &item.shape.reference;
            self.spell_given(reference, item.presence, values.get(index), home, depth)
        });
        let prefix = tuple(&prefix.collect::<Option<Vec<_>>>()?);
        let rest = values.iter().skip(array.prefix.len());
        let rest =
            rest.map(|value| self.spell_value(&array.rest.as_ref()?.reference, value, home, depth));
        let rest = rest.collect::<Option<Vec<_>>>()?;
        if rest.is_empty() {
            return Some(format!("{prefix}.into()"));
        }
        let rest = rest.join(", ");
        Some(format!(
            "bindery::Tuple {{ prefix: {prefix}, rest: vec![{rest}] }}"
        ))
    }

    /// What may be absent or null, as an expression.
    pub(super) fn spell_given(
        &self,
        reference: &TypeRef,
        presence: Presence,
        given: Option<&Value>,
        home: Home,
        depth: usize,
    ) -> Option<String> {
        let spelled = match (given, presence) {
            (None, Presence::Required | Presence::RequiredNullable) => return None,
            (None, Presence::Optional) | (Some(Value::Null), Presence::RequiredNullable) => "None",
            (None, Presence::OptionalNullable) => "bindery::Field::Absent",
            (Some(Value::Null), Presence::OptionalNullable) => "bindery::Field::Null",
            (Some(value), presence) => {
                let spelled = self.spell_value(reference, value, home, depth)?;
                return Some(present(presence, &spelled));
            }
        };
        Some(spelled.to_owned())
    }

    fn spell_named(&self, id: TypeId, value: &Value, home: Home, depth: usize) -> Option<String> {
        let item = self.api.item(id);
        let path = || spell_type(&self.emit_reference(&TypeRef::Named(id), home));
        match &item.kind {
            TypeKind::Alias(target) => self.spell_value(target, value, home, depth),
            TypeKind::Newtype(shape) => {
                let inner = self.spell_value(&shape.reference, value, home, depth)?;
                Some(format!("{}({inner})", path()))
            }
            TypeKind::OpenEnum(values) => {
                let text = value.as_str()?;
                let mut variants = values.variants.iter();
                let variant = variants.find(|variant| variant.name.source == text)?;
                Some(format!("{}::{}", path(), variant.name.rust))
            }
            TypeKind::Union(union) => {
                let variant = self.spell_variant(union, value, home, depth)?;
                Some(format!("{}::{variant}", path()))
            }
            TypeKind::Struct(structure) => {
                self.spell_struct(&path(), structure, value, home, depth)
            }
        }
    }

    /// The variant that the value names, else the only one that it can be spelled as.
    fn spell_variant(
        &self,
        union: &Union,
        value: &Value,
        home: Home,
        depth: usize,
    ) -> Option<String> {
        let spell = |variant: &UnionVariant| {
            let inner = self.spell_value(&variant.shape.reference, value, home, depth)?;
            let others = if self.api.keeps_others(variant) {
                ", bindery::JsonObject::new()"
            } else {
                ""
            };
            Some(format!("{}({inner}{others})", variant.name.rust))
        };
        match &union.decision {
            Decision::Discriminator {
                property,
                values,
                default,
            } => {
                let index = named_by(value, property, values).or(*default)?;
                spell(union.variants.get(index)?)
            }
            Decision::Hint { property, values }
            | Decision::Named {
                property, values, ..
            } => spell(union.variants.get(named_by(value, property, values)?)?),
            Decision::Rules { .. } => {
                let mut spelled = union.variants.iter().filter_map(spell);
                let first = spelled.next()?;
                spelled.next().is_none().then_some(first)
            }
        }
    }
}

/// A tuple of these.
pub(super) fn tuple(items: &[String]) -> String {
    match items {
        [only] => format!("({only},)"),
        items => format!("({})", items.join(", ")),
    }
}

/// A value that is there and not null.
pub(super) fn present(presence: Presence, value: &str) -> String {
    match presence {
        Presence::Required => value.to_owned(),
        Presence::RequiredNullable | Presence::Optional => format!("Some({value})"),
        Presence::OptionalNullable => format!("bindery::Field::Value({value})"),
    }
}

/// A text of a format that has a type; none where only the text can be made into one.
fn spell_text(text_type: TextType, text: &str) -> Option<String> {
    match text_type {
        TextType::Base64 => Some(format!("bindery::Base64::from_text({})", literal(text))),
        TextType::Ipv4 => {
            let [a, b, c, d] = text.parse::<Ipv4Addr>().ok()?.octets();
            Some(format!("std::net::Ipv4Addr::new({a}, {b}, {c}, {d})"))
        }
        TextType::Ipv6 => {
            let bits = text.parse::<Ipv6Addr>().ok()?.to_bits();
            Some(format!("std::net::Ipv6Addr::from_bits({bits:#x})"))
        }
        TextType::Uuid => {
            let bits = bits_of_uuid(text)?;
            Some(format!("bindery::uuid::Uuid::from_u128({bits:#x})"))
        }
        TextType::Time | TextType::Duration | TextType::ChronoDateTime | TextType::ChronoDate => {
            None
        }
    }
}

/// The number that a UUID is (RFC 9562 §4): five groups of hexadecimal digits.
fn bits_of_uuid(text: &str) -> Option<u128> {
    let groups: Vec<&str> = text.split('-').collect();
    let is_uuid = groups.iter().map(|group| group.len()).eq([8, 4, 4, 4, 12])
        && groups
            .iter()
            .all(|group| group.bytes().all(|digit| digit.is_ascii_hexdigit()));
    is_uuid.then(|| u128::from_str_radix(&groups.concat(), 16).ok())?
}

/// The index of the variant that a property names.
fn named_by(value: &Value, property: &str, values: &[(String, usize)]) -> Option<usize> {
    let name = value.get(property)?.as_str()?;
    let named = values.iter().find(|(value, _)| value == name);
    named.map(|(_, index)| *index)
}

fn spell_number(number: NumberType, value: &Value) -> Option<String> {
    let integer = integer_of(value);
    let within = |least: i128, most: i128| {
        let integer = integer.filter(|integer| (least..=most).contains(integer));
        integer.map(|integer| integer.to_string())
    };
    match number {
        NumberType::I8 => within(i8::MIN.into(), i8::MAX.into()),
        NumberType::I16 => within(i16::MIN.into(), i16::MAX.into()),
        NumberType::I32 => within(i32::MIN.into(), i32::MAX.into()),
        NumberType::I64 => within(i64::MIN.into(), i64::MAX.into()),
        NumberType::U8 => within(0, u8::MAX.into()),
        NumberType::U16 => within(0, u16::MAX.into()),
        NumberType::U32 => within(0, u32::MAX.into()),
        NumberType::U64 => within(0, u64::MAX.into()),
        NumberType::Integer => integer.map(|integer| converted(&format!("{integer}_i128"))),
        NumberType::Decimal => integer
            .map(|integer| converted(&format!("{integer}_i128")))
            .or_else(|| spell_decimal(value)),
        NumberType::F64 => Some(format!("{:?}", value.as_f64()?)),
    }
}

/// A number as what a type can be made from: a sign binds less than a call.
fn converted(number: &str) -> String {
    if number.starts_with('-') {
        format!("({number}).into()")
    } else {
        format!("{number}.into()")
    }
}

/// The integer that a number is, however it is written.
fn integer_of(value: &Value) -> Option<i128> {
    let exact = value.as_i64().map(i128::from);
    exact
        .or_else(|| value.as_u64().map(i128::from))
        .or_else(|| {
            let number = value.as_f64().filter(|number| number.fract() == 0.0)?;
            format!("{number}").parse().ok()
        })
}

/// A number with a fraction, as its digits and how many of them are behind the point.
fn spell_decimal(value: &Value) -> Option<String> {
    let shortest = format!("{:e}", value.as_f64()?);
    let (digits, exponent) = shortest.split_once('e')?;
    let exponent: i32 = exponent.parse().ok()?;
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let scale = i32::try_from(fraction.len()).ok()? - exponent;
    (scale > 0).then(|| format!("bindery::Decimal::new({whole}{fraction}, {scale})"))
}

/// A value where any JSON may stand.
fn spell_json(value: &Value, depth: usize) -> Option<String> {
    match value {
        Value::Null => Some("bindery::Json::Null".to_owned()),
        Value::Bool(value) => Some(format!("{value}.into()")),
        Value::Number(number) => match (number.as_i64(), number.as_u64(), number.as_f64()) {
            (Some(integer), _, _) => Some(converted(&format!("{integer}_i64"))),
            (None, Some(integer), _) => Some(converted(&format!("{integer}_u64"))),
            (None, None, Some(number)) => Some(converted(&format!("{number:?}_f64"))),
            (None, None, None) => None,
        },
        Value::String(text) => Some(format!("{}.into()", literal(text))),
        Value::Array(items) => {
            let depth = depth.checked_sub(1)?;
            let items = items.iter().map(|item| spell_json(item, depth));
            let items = items.collect::<Option<Vec<_>>>()?.join(", ");
            Some(format!("bindery::Json::Array(vec![{items}])"))
        }
        Value::Object(members) => {
            let members = spell_json_object(members, depth)?;
            Some(format!("bindery::Json::Object({members})"))
        }
    }
}

pub(super) fn spell_json_object(members: &Map<String, Value>, depth: usize) -> Option<String> {
    if members.is_empty() {
        return Some("Default::default()".to_owned());
    }
    let depth = depth.checked_sub(1)?;
    let members = members.iter().map(|(name, value)| {
        let value = spell_json(value, depth)?;
        Some(format!("({}.into(), {value})", literal(name)))
    });
    let members = members.collect::<Option<Vec<_>>>()?.join(", ");
    Some(format!("bindery::JsonObject::from_iter([{members}])"))
}
