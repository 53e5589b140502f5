//! What makes structs: a `new` with what is required, and the defaults that schemas state, spelled as Rust.

use serde_json::Value;

use super::Emitter;
use super::input::converts_reference;
use super::spelled::spell_time;
use super::structure::has_default;
use super::table::{Item, fill, list, literal, spell_type};
use crate::api::{
    Decision, Home, NumberType, Presence, Property, Shape, Struct, TypeId, TypeItem, TypeKind,
    TypeRef, Union,
};

/// How many types may stand around a value that a default is spelled for.
const MAX_DEPTH: usize = 64;

impl Emitter<'_> {
    /// The parameters of `new`, what it makes null and what it fills in, at the end of a list of properties; nothing
    /// where callers make no such values, and where `Default` makes them.
    pub(super) fn spell_constructor(&self, structure: &Struct, home: Home) -> String {
        if !structure.is_made || has_default(structure) {
            return String::new();
        }
        let (mut parameters, mut nulls) = (Vec::new(), Vec::new());
        let (mut fixed, mut tags) = (Vec::new(), Vec::new());
        for property in &structure.properties {
            let name = &property.name.rust;
            match (self.spell_fixed(property, home), property.presence) {
                (Some(value), Presence::Required | Presence::RequiredNullable) => {
                    fixed.push(format!("{name} = {value}"));
                }
                (Some(value), Presence::Optional | Presence::OptionalNullable) => {
                    tags.push(format!("{name} = {value}"));
                }
                (None, Presence::Required) => {
                    let parameter_type = self.spell_parameter_type(property, home);
                    parameters.push(format!("{name}: {parameter_type}"));
                }
                (None, Presence::RequiredNullable) => nulls.push(name.clone()),
                (None, Presence::Optional | Presence::OptionalNullable) => {}
            }
        }
        let listed = |word: &str, entries: &[String]| match entries {
            [] => String::new(),
            entries => format!(", {word}({})", fill(entries)),
        };
        format!(
            ", new({}){}{}{}",
            fill(&parameters),
            listed("null", &nulls),
            listed("fixed", &fixed),
            listed("tagged", &tags)
        )
    }

    /// What `new` puts in a field that has one value only; none where that cannot be written out.
    pub(super) fn spell_fixed(&self, property: &Property, home: Home) -> Option<String> {
        let value = property.fixed.as_ref()?;
        let spelled = self.spell_value(&property.shape.reference, value, home, MAX_DEPTH)?;
        Some(match property.presence {
            Presence::Required => spelled,
            Presence::RequiredNullable | Presence::Optional => format!("Some({spelled})"),
            Presence::OptionalNullable => format!("bindery::Field::Value({spelled})"),
        })
    }

    fn spell_parameter_type(&self, property: &Property, home: Home) -> String {
        // `new` puts the pointer around the value.
        let reference = match &property.shape.reference {
            TypeRef::Boxed(inner) => inner,
            reference => reference,
        };
        let spelled = spell_type(&self.emit_reference(reference, home));
        if converts_reference(reference) {
            format!("impl Into<{spelled}>")
        } else {
            spelled
        }
    }

    /// The defaults of a struct's properties.
    pub(super) fn list_defaults(&self, item: &TypeItem, structure: &Struct) -> Option<Item> {
        let rows = structure.properties.iter().filter_map(|property| {
            let reference = &property.shape.reference;
            // What `new` fills in has no default to ask for.
            let value = property.default.as_ref()?;
            let is_filled_in = property.presence == Presence::Required && property.fixed.is_some();
            if is_filled_in {
                return None;
            }
            let spelled = self.spell_value(reference, value, item.home, MAX_DEPTH)?;
            let name = property.name.rust.trim_start_matches("r#");
            let value_type = spell_type(&self.emit_reference(reference, item.home));
            Some(format!("default_{name}: {value_type} = {spelled}"))
        });
        let rows: Vec<String> = rows.collect();
        (!rows.is_empty()).then(|| list("defaults", &item.rust, &rows, ""))
    }

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
            TypeRef::JsonObject => empty_object(value),
            TypeRef::Json => spell_json(value),
            TypeRef::Named(id) => self.spell_named(*id, value, home, depth),
            TypeRef::Tuple(items) => {
                let values = value
                    .as_array()
                    .filter(|values| values.len() == items.len())?;
                let items = items.iter().zip(values);
                let items =
                    items.map(|(item, value)| Some(format!("{},", inner(&item.reference, value)?)));
                Some(format!("({})", items.collect::<Option<String>>()?))
            }
            TypeRef::Time(time) => spell_time(*time, value.as_str()?),
            TypeRef::Never
            | TypeRef::Bytes
            | TypeRef::Stream
            | TypeRef::File
            | TypeRef::External(_) => None,
        }
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

    /// The only variant that the value can be spelled as.
    fn spell_variant(
        &self,
        union: &Union,
        value: &Value,
        home: Home,
        depth: usize,
    ) -> Option<String> {
        match &union.decision {
            Decision::Discriminator { .. } | Decision::Hint { .. } | Decision::Named { .. } => {
                return None;
            }
            Decision::Rules { .. } => {}
        }
        let mut spelled = union.variants.iter().filter_map(|variant| {
            let Shape { reference, .. } = &variant.shape;
            let inner = self.spell_value(reference, value, home, depth)?;
            Some(format!("{}({inner})", variant.name.rust))
        });
        let first = spelled.next()?;
        spelled.next().is_none().then_some(first)
    }
}

fn empty_object(value: &Value) -> Option<String> {
    value
        .as_object()?
        .is_empty()
        .then(|| "Default::default()".to_owned())
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
        NumberType::Integer | NumberType::Decimal => {
            integer.map(|integer| format!("{integer}_i128.into()"))
        }
        NumberType::F64 => Some(format!("{:?}", value.as_f64()?)),
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

/// A value where any JSON may stand.
fn spell_json(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::Bool(value) => Some(format!("{value}.into()")),
        Value::Number(number) => match (number.as_i64(), number.as_u64(), number.as_f64()) {
            (Some(integer), _, _) => Some(format!("{integer}_i64.into()")),
            (None, Some(integer), _) => Some(format!("{integer}_u64.into()")),
            (None, None, Some(number)) => Some(format!("{number:?}_f64.into()")),
            (None, None, None) => None,
        },
        Value::String(text) => Some(format!("{}.into()", literal(text))),
        Value::Array(items) if items.is_empty() => Some("bindery::Json::Array(vec![])".to_owned()),
        Value::Object(members) if members.is_empty() => {
            Some("bindery::Json::Object(Default::default())".to_owned())
        }
        Value::Array(_) | Value::Object(_) => None,
    }
}
