//! Values that examples in documentation write out.

use super::Emitter;
use super::input::InputKind;
use super::structure::has_default;
use crate::api::{Name, NumberType, Presence, TypeKind, TypeRef};

/// How long the text that makes a body may be.
const MAX_WIDTH: usize = 140;

/// How many structs an example makes in each other.
const MAX_DEPTH: usize = 3;

impl Emitter<'_> {
    /// A body made with what is required, where that can be written out.
    pub(super) fn made(&self, kind: InputKind<'_>) -> Option<String> {
        match kind {
            InputKind::Reference(reference) => self
                .made_struct(reference, MAX_DEPTH)
                .filter(|made| made.len() <= MAX_WIDTH),
            InputKind::Body(_) => None,
        }
    }

    fn made_struct(&self, reference: &TypeRef, depth: usize) -> Option<String> {
        let depth = depth.checked_sub(1)?;
        let TypeRef::Named(id) = self.api.resolve(reference) else {
            return None;
        };
        let item = self.api.item(*id);
        let TypeKind::Struct(structure) = &item.kind else {
            return None;
        };
        if !structure.is_made || has_default(structure) || item.deprecated {
            return None;
        }
        let required = structure.properties.iter();
        let required = required.filter(|property| {
            property.presence == Presence::Required
                && self.spell_fixed(property, item.home).is_none()
        });
        let values =
            required.map(|property| self.sample(&property.shape.reference, &property.name, depth));
        let values = values.collect::<Option<Vec<String>>>()?.join(", ");
        Some(format!(
            "{}::new({values})",
            self.outside_path(&TypeRef::Named(*id))
        ))
    }

    fn sample(&self, reference: &TypeRef, name: &Name, depth: usize) -> Option<String> {
        let reference = self.api.resolve(reference);
        match reference {
            TypeRef::Array(_) => Some("vec![]".to_owned()),
            TypeRef::Map(_) | TypeRef::JsonObject => Some("Default::default()".to_owned()),
            TypeRef::Boxed(inner) => self.sample(inner, name, depth),
            TypeRef::Named(id) => match &self.api.item(*id).kind {
                TypeKind::OpenEnum(values) if !self.api.item(*id).deprecated => {
                    let first = values.variants.first()?;
                    let path = self.outside_path(reference);
                    Some(format!("{path}::{}", first.name.rust))
                }
                TypeKind::Struct(_) => self.made_struct(reference, depth),
                TypeKind::OpenEnum(_)
                | TypeKind::Union(_)
                | TypeKind::Newtype(_)
                | TypeKind::Alias(_) => None,
            },
            plain => literal(plain, &name.source),
        }
    }
}

/// A value that can be written out.
pub(super) fn literal(reference: &TypeRef, name: &str) -> Option<String> {
    match reference {
        TypeRef::String => {
            let plain =
                |character: &char| character.is_ascii_alphanumeric() || "_-".contains(*character);
            Some(format!(
                "\"{}\"",
                name.chars().filter(plain).collect::<String>()
            ))
        }
        TypeRef::Number(NumberType::F64) => Some("1.0".to_owned()),
        TypeRef::Number(_) => Some("1".to_owned()),
        TypeRef::Boolean => Some("true".to_owned()),
        TypeRef::Named(_)
        | TypeRef::Time(_)
        | TypeRef::Text(_)
        | TypeRef::External(_)
        | TypeRef::Bytes
        | TypeRef::Stream
        | TypeRef::File
        | TypeRef::Never
        | TypeRef::Json
        | TypeRef::JsonObject
        | TypeRef::Array(_)
        | TypeRef::Tuple(_)
        | TypeRef::Prefixed(_)
        | TypeRef::Map(_)
        | TypeRef::Nullable(_)
        | TypeRef::Boxed(_) => None,
    }
}
