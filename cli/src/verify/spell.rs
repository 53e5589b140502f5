//! How a program that depends on the generated crate spells a use of a type.

use bindery_build::api::{Api, Home, NumberType, Prefixed, Presence, TimeType, TypeId, TypeRef};

/// Spells types of one API.
pub struct Spelling<'a> {
    pub api: &'a Api,
    /// Whether the API is the generated crate itself, and no module of it.
    pub is_library: bool,
}

impl Spelling<'_> {
    /// A use of a type; `None` where only the generated crate can name it, or where its values are
    /// no JSON.
    pub fn reference(&self, reference: &TypeRef) -> Option<String> {
        let plain = |name: &str| Some(name.to_owned());
        match reference {
            TypeRef::Named(id) => Some(self.path(*id)),
            TypeRef::String => plain("String"),
            TypeRef::Boolean => plain("bool"),
            TypeRef::Number(number) => plain(spell_number(*number)),
            TypeRef::Time(TimeType::DateTime) => plain("types::bindery::DateTime"),
            TypeRef::Time(TimeType::Timestamp) => plain("types::bindery::jiff::Timestamp"),
            TypeRef::Time(TimeType::Date) => plain("types::bindery::jiff::civil::Date"),
            TypeRef::Text(text) => Some(text.path().replace("bindery::", "types::bindery::")),
            TypeRef::File => plain("types::bindery::File"),
            TypeRef::Never => plain("types::bindery::Never"),
            TypeRef::Json => plain("types::bindery::Json"),
            TypeRef::JsonObject => plain("types::bindery::JsonObject"),
            TypeRef::Bytes | TypeRef::Stream | TypeRef::External(_) => None,
            TypeRef::Array(item) => {
                let item = self.reference(&item.reference)?;
                Some(format!("Vec<{item}>"))
            }
            TypeRef::Map(value) => {
                let value = self.reference(&value.reference)?;
                Some(format!("std::collections::BTreeMap<String, {value}>"))
            }
            TypeRef::Tuple(items) => {
                let items = items.iter().map(|item| self.reference(&item.reference));
                let items: Vec<String> = items.collect::<Option<_>>()?;
                Some(format!("({},)", items.join(", ")))
            }
            TypeRef::Prefixed(array) => self.prefixed(array),
            TypeRef::Nullable(inner) => Some(format!("Option<{}>", self.reference(inner)?)),
            TypeRef::Boxed(inner) => self.reference(inner),
        }
    }

    fn prefixed(&self, array: &Prefixed) -> Option<String> {
        let items = array.prefix.iter().map(|item| {
            let inner = self.reference(&item.shape.reference)?;
            Some(match item.presence {
                Presence::Required => format!("{inner}, "),
                Presence::RequiredNullable | Presence::Optional => format!("Option<{inner}>, "),
                Presence::OptionalNullable => format!("types::bindery::Field<{inner}>, "),
            })
        });
        let items: String = items.collect::<Option<_>>()?;
        let rest = match &array.rest {
            Some(rest) => format!(", {}", self.reference(&rest.reference)?),
            None => String::new(),
        };
        let required = array.required;
        Some(format!(
            "types::bindery::Tuple<({items}), {required}{rest}>"
        ))
    }

    /// The path of a type with a name.
    pub fn path(&self, id: TypeId) -> String {
        let item = self.api.item(id);
        let module = match item.home {
            Home::Component(_) => "types",
            Home::Group(group) => self.group(group),
        };
        if self.is_library {
            format!("types::{module}::{}", item.rust)
        } else {
            let api = &self.api.module.rust;
            format!("types::{api}::{module}::{}", item.rust)
        }
    }

    fn group(&self, index: usize) -> &str {
        let group = self.api.groups.get(index);
        group.map_or("types", |group| &group.name.rust)
    }
}

fn spell_number(number: NumberType) -> &'static str {
    match number {
        NumberType::I8 => "i8",
        NumberType::I16 => "i16",
        NumberType::I32 => "i32",
        NumberType::I64 => "i64",
        NumberType::U8 => "u8",
        NumberType::U16 => "u16",
        NumberType::U32 => "u32",
        NumberType::U64 => "u64",
        NumberType::Integer => "types::bindery::Integer",
        NumberType::F64 => "f64",
        NumberType::Decimal => "types::bindery::Decimal",
    }
}
