//! Types as one would write them by hand: plain Rust with serde's derives.

use std::fmt::Write;

use bindery_build::api::{
    Additional, Api, NumberType, OpenEnum, Presence, Property, Struct, TimeType, TypeItem,
    TypeKind, TypeRef, Union,
};

/// The source of all types of an API.
pub fn print(api: &Api) -> String {
    let mut source = String::from(
        "#![allow(dead_code, deprecated)]\n\nuse serde::{Deserialize, Serialize};\n\n\
         pub use bindery;\n",
    );
    for item in &api.types {
        source.push('\n');
        source.push_str(&print_item(api, item));
    }
    source
}

fn print_item(api: &Api, item: &TypeItem) -> String {
    let name = &item.rust;
    match &item.kind {
        TypeKind::Struct(structure) => print_struct(api, name, structure),
        TypeKind::OpenEnum(values) => print_enum(name, values),
        TypeKind::Union(union) => print_union(api, name, union),
        TypeKind::Newtype(shape) => format!(
            "#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]\n#[serde(transparent)]\n\
             pub struct {name}(pub {});\n",
            spell(api, &shape.reference)
        ),
        TypeKind::Alias(target) => format!("pub type {name} = {};\n", spell(api, target)),
    }
}

fn print_struct(api: &Api, name: &str, structure: &Struct) -> String {
    let optional = |property: &Property| match property.presence {
        Presence::Optional | Presence::OptionalNullable => true,
        Presence::Required | Presence::RequiredNullable => false,
    };
    let default = if structure.properties.iter().all(optional) {
        "Default, "
    } else {
        ""
    };
    let refuses = match structure.additional {
        Additional::Closed | Additional::Refused => "#[serde(deny_unknown_fields)]\n",
        Additional::Dropped | Additional::Kept { .. } => "",
    };
    let mut text = format!(
        "#[derive(Clone, Debug, {default}PartialEq, Serialize, Deserialize)]\n{refuses}\
         pub struct {name} {{\n"
    );
    for property in &structure.properties {
        let inner = spell(api, &property.shape.reference);
        let (attribute, field_type) = match property.presence {
            Presence::Required => ("", inner),
            Presence::RequiredNullable => ("", format!("Option<{inner}>")),
            Presence::Optional => (OPTIONAL, format!("Option<{inner}>")),
            Presence::OptionalNullable => (OPTIONAL, format!("Option<Option<{inner}>>")),
        };
        // Writing to a string does not fail.
        let _ = writeln!(
            text,
            "    #[serde(rename = {:?}{attribute})]\n    pub {}: {field_type},",
            property.name.source, property.name.rust
        );
    }
    if let Additional::Kept { field, shape, .. } = &structure.additional {
        let value = spell(api, &shape.reference);
        let _ = writeln!(
            text,
            "    #[serde(flatten)]\n    pub {field}: std::collections::BTreeMap<String, {value}>,"
        );
    }
    text + "}\n"
}

/// What stands in the attribute of a field that may be absent.
const OPTIONAL: &str = ", default, skip_serializing_if = \"Option::is_none\"";

fn print_enum(name: &str, values: &OpenEnum) -> String {
    let mut text = format!(
        "#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]\npub enum {name} {{\n"
    );
    for variant in &values.variants {
        let _ = writeln!(
            text,
            "    #[serde(rename = {:?})]\n    {},",
            variant.name.source, variant.name.rust
        );
    }
    let _ = writeln!(
        text,
        "    #[serde(untagged)]\n    {}(String),",
        values.unknown
    );
    text + "}\n"
}

fn print_union(api: &Api, name: &str, union: &Union) -> String {
    let mut text = format!(
        "#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]\n#[serde(untagged)]\n\
         pub enum {name} {{\n"
    );
    for variant in &union.variants {
        let value = spell(api, &variant.shape.reference);
        let _ = writeln!(text, "    {}({value}),", variant.name.rust);
    }
    text + "}\n"
}

fn spell(api: &Api, reference: &TypeRef) -> String {
    match reference {
        TypeRef::Named(id) => api.item(*id).rust.clone(),
        TypeRef::String => "String".to_owned(),
        TypeRef::Boolean => "bool".to_owned(),
        TypeRef::Number(number) => spell_number(*number).to_owned(),
        TypeRef::Time(TimeType::DateTime) => "bindery::DateTime".to_owned(),
        TypeRef::Time(TimeType::Timestamp) => "bindery::jiff::Timestamp".to_owned(),
        TypeRef::Time(TimeType::Date) => "bindery::jiff::civil::Date".to_owned(),
        TypeRef::Text(text) => text.path().to_owned(),
        // These stand in bodies, and a JSON value as text.
        TypeRef::Bytes | TypeRef::Stream | TypeRef::File => "String".to_owned(),
        TypeRef::Never => "bindery::Never".to_owned(),
        TypeRef::Json => "bindery::Json".to_owned(),
        TypeRef::JsonObject => "bindery::JsonObject".to_owned(),
        TypeRef::Array(item) => format!("Vec<{}>", spell(api, &item.reference)),
        TypeRef::Tuple(items) => {
            let items = items.iter();
            let items = items.map(|item| format!("{},", spell(api, &item.reference)));
            format!("({})", items.collect::<String>())
        }
        // serde's derives have no such type.
        TypeRef::Prefixed(_) => "Vec<bindery::Json>".to_owned(),
        TypeRef::Map(value) => format!(
            "std::collections::BTreeMap<String, {}>",
            spell(api, &value.reference)
        ),
        TypeRef::Nullable(inner) => format!("Option<{}>", spell(api, inner)),
        TypeRef::External(path) => path.clone(),
        TypeRef::Boxed(inner) => format!("Box<{}>", spell(api, inner)),
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
        NumberType::Integer => "bindery::Integer",
        NumberType::F64 => "f64",
        NumberType::Decimal => "bindery::Decimal",
    }
}
