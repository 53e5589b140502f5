//! What makes structs: a `new` with what is required, and the defaults that schemas state.

use quote::quote;
use serde_json::Value;

use super::Emitter;
use super::docs::code;
use super::input::converts_reference;
use super::structure::has_default;
use super::table::{Item, fill, list, spell_type};
use super::value::{MAX_DEPTH, present};
use crate::api::{Home, Presence, Property, Struct, TypeItem, TypeRef};

/// How many characters of a value documentation shows.
const SHOWN: usize = 80;

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
        Some(present(property.presence, &spelled))
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

    /// The default of a property as an expression: `None` where it is null and the type has no null.
    fn spell_default(&self, property: &Property, home: Home) -> Option<String> {
        let value = stated_default(property)?;
        if is_null_beside(property) {
            return Some("None".to_owned());
        }
        self.spell_value(&property.shape.reference, value, home, MAX_DEPTH)
    }

    /// What the documentation says of a default that is no value of the type, or one that no expression makes.
    pub(super) fn unmade_default(&self, property: &Property, home: Home) -> Option<String> {
        let value = stated_default(property)?;
        let is_made = self.spell_default(property, home).is_some();
        (!is_made).then(|| {
            let shown: String = value.to_string().chars().take(SHOWN).collect();
            format!("Its default is {}, which no function gives.", code(&shown))
        })
    }

    /// The defaults of a struct's properties.
    pub(super) fn list_defaults(&self, item: &TypeItem, structure: &Struct) -> Option<Item> {
        let rows = structure.properties.iter().filter_map(|property| {
            let spelled = self.spell_default(property, item.home)?;
            let name = property.name.rust.trim_start_matches("r#");
            let value_type = self.emit_reference(&property.shape.reference, item.home);
            let value_type = if is_null_beside(property) {
                quote!(Option<#value_type>)
            } else {
                value_type
            };
            let value_type = spell_type(&value_type);
            Some(format!("default_{name}: {value_type} = {spelled}"))
        });
        let rows: Vec<String> = rows.collect();
        (!rows.is_empty()).then(|| list("defaults", &item.rust, &rows, ""))
    }
}

/// The default of a property that has one to ask for: what `new` fills in has none.
fn stated_default(property: &Property) -> Option<&Value> {
    let is_filled_in = property.presence == Presence::Required && property.fixed.is_some();
    property.default.as_ref().filter(|_| !is_filled_in)
}

/// Whether the default is null, which the property's presence says and not its type.
fn is_null_beside(property: &Property) -> bool {
    let is_null = stated_default(property).is_some_and(Value::is_null);
    let holds_null = match property.shape.reference {
        TypeRef::Json | TypeRef::External(_) => true,
        TypeRef::Named(_)
        | TypeRef::String
        | TypeRef::Boolean
        | TypeRef::Number(_)
        | TypeRef::Time(_)
        | TypeRef::Text(_)
        | TypeRef::Bytes
        | TypeRef::Stream
        | TypeRef::File
        | TypeRef::Never
        | TypeRef::JsonObject
        | TypeRef::Array(_)
        | TypeRef::Map(_)
        | TypeRef::Tuple(_)
        | TypeRef::Prefixed(_)
        | TypeRef::Nullable(_)
        | TypeRef::Boxed(_) => false,
    };
    is_null && !holds_null && property.presence != Presence::Required
}
