//! Defaults that are objects, spelled as structs.

use serde_json::Value;

use super::Emitter;
use super::structure::has_default;
use super::table::literal;
use super::value::spell_json_object;
use crate::api::{Additional, Home, Property, Struct, TypeRef};

impl Emitter<'_> {
    /// The struct as an expression, `path` the one to its type; none where the value has what the struct has no place
    /// for, or lacks what it requires.
    pub(super) fn spell_struct(
        &self,
        path: &str,
        structure: &Struct,
        value: &Value,
        home: Home,
        depth: usize,
    ) -> Option<String> {
        let object = value.as_object()?;
        if object.is_empty() && has_default(structure) {
            return Some("Default::default()".to_owned());
        }
        let named = |name: &str| {
            let mut properties = structure.properties.iter();
            properties.any(|property| property.name.source == name)
        };
        let others = object.iter().filter(|(name, _)| !named(name));
        let others: Vec<(&String, &Value)> = others.collect();
        let mut fields = Vec::new();
        for property in &structure.properties {
            let given = object.get(&property.name.source);
            if given.is_none() && has_default(structure) {
                continue;
            }
            let spelled = self.spell_field(property, given, home, depth)?;
            fields.push(format!("{}: {spelled}", property.name.rust));
        }
        let kept = self.spell_others(&structure.additional, &others, home, depth)?;
        if has_default(structure) {
            fields.extend(kept.into_iter().filter(|_| !others.is_empty()));
            fields.push("..Default::default()".to_owned());
        } else {
            fields.extend(kept);
        }
        Some(format!("{path} {{ {} }}", fields.join(", ")))
    }

    /// The field of the properties that the struct does not name, where it keeps such; none where they have no place.
    fn spell_others(
        &self,
        additional: &Additional,
        others: &[(&String, &Value)],
        home: Home,
        depth: usize,
    ) -> Option<Vec<String>> {
        let Additional::Kept { field, shape, .. } = additional else {
            return others.is_empty().then(Vec::new);
        };
        let spelled = match &shape.reference {
            _ if others.is_empty() => "Default::default()".to_owned(),
            TypeRef::Json => {
                let members = others.iter().copied();
                let members = members.map(|(name, value)| (name.clone(), value.clone()));
                spell_json_object(&members.collect(), depth)?
            }
            reference => {
                let entries = others.iter().map(|(name, value)| {
                    let value = self.spell_value(reference, value, home, depth)?;
                    Some(format!("({}.into(), {value})", literal(name)))
                });
                let entries = entries.collect::<Option<Vec<_>>>()?.join(", ");
                format!("[{entries}].into()")
            }
        };
        Some(vec![format!("{field}: {spelled}")])
    }

    fn spell_field(
        &self,
        property: &Property,
        given: Option<&Value>,
        home: Home,
        depth: usize,
    ) -> Option<String> {
        let reference = &property.shape.reference;
        self.spell_given(reference, property.presence, given, home, depth)
    }
}
