//! What makes structs: a `new` with what is required, and the defaults that schemas state.

use super::Emitter;
use super::input::converts_reference;
use super::structure::has_default;
use super::table::{Item, fill, list, spell_type};
use super::value::{MAX_DEPTH, present};
use crate::api::{Home, Presence, Property, Struct, TypeItem, TypeRef};

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
}
