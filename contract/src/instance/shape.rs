//! What several schemas that hold of the same value say together.
//!
//! `$ref` and `allOf` are followed; at `oneOf`, `anyOf`, `if` and
//! `dependentSchemas` somebody decides which schemas are added: the tape when a
//! value is made, the judge when a value is there.

use bindery_openapi::Document;
use bindery_openapi::document::{
    AdditionalProperties, ArrayKeywords, Discriminator, JsonType, JsonTypes, NumberKeywords,
    ObjectKeywords, Schema, SchemaId, StringKeywords,
};
use serde_json::Value;

use super::branch::{Branch, Choice, branches};
use crate::Interpretation;
use crate::judge::meant;

/// The keywords of all schemas that hold of one value.
pub(super) struct Shape<'a> {
    /// The types that all admit; `number` includes `integer`.
    pub(super) types: JsonTypes,
    /// Whether any of them states a type.
    pub(super) types_stated: bool,
    /// The schemas, in the order met.
    pub(super) members: Vec<SchemaId>,
    pub(super) enumerations: Vec<&'a [Value]>,
    pub(super) constants: Vec<&'a Value>,
    pub(super) formats: Vec<&'a str>,
    pub(super) numbers: Vec<&'a NumberKeywords>,
    pub(super) strings: Vec<&'a StringKeywords>,
    pub(super) arrays: Vec<&'a ArrayKeywords>,
    pub(super) objects: Vec<&'a ObjectKeywords>,
    /// Properties that discriminators give a value.
    pub(super) pins: Vec<(&'a str, String)>,
    pub(super) present: Vec<&'a str>,
    pub(super) absent: Vec<&'a str>,
    /// Where one of them is the schema `false`.
    pub(super) never: bool,
    /// Whether the schemas are read by the letter.
    is_strict: bool,
}

const EVERY_TYPE: [JsonType; 6] = [
    JsonType::Null,
    JsonType::Boolean,
    JsonType::Number,
    JsonType::String,
    JsonType::Array,
    JsonType::Object,
];

impl<'a> Shape<'a> {
    /// Gathers what `ids` say together; `choose` decides at each branch.
    pub(super) fn gather<E>(
        document: &'a Document,
        interpretation: Interpretation,
        ids: &[SchemaId],
        choose: &mut dyn FnMut(Branch<'a>) -> Result<Choice<'a>, E>,
    ) -> Result<Self, E> {
        let mut shape = Self::empty();
        shape.is_strict = interpretation == Interpretation::Strict;
        let mut met: Vec<SchemaId> = Vec::new();
        let mut stack: Vec<SchemaId> = ids.iter().rev().copied().collect();
        while let Some(id) = stack.pop() {
            if met.contains(&id) {
                continue;
            }
            met.push(id);
            let schema = document.schema(id);
            shape.add(schema);
            shape.add_meant(document, id, interpretation);
            let mut next: Vec<SchemaId> = schema.reference.into_iter().collect();
            next.extend(&schema.all_of);
            let is_itself = interpretation == Interpretation::Default
                && document.means_itself(id, |it| met.contains(it));
            for branch in branches(schema) {
                let choice = match branch {
                    Branch::OneOf(_) | Branch::AnyOf(_) if is_itself => continue,
                    Branch::Children(discriminator) if stands_for_one(discriminator, &met) => {
                        continue;
                    }
                    branch => choose(branch)?,
                };
                shape.take(choice, &mut next);
            }
            stack.extend(next.into_iter().rev());
        }
        shape.members = met;
        shape.pin(document);
        Ok(shape)
    }

    fn empty() -> Self {
        Self {
            types: EVERY_TYPE.into_iter().collect(),
            types_stated: false,
            members: Vec::new(),
            enumerations: Vec::new(),
            constants: Vec::new(),
            formats: Vec::new(),
            numbers: Vec::new(),
            strings: Vec::new(),
            arrays: Vec::new(),
            objects: Vec::new(),
            pins: Vec::new(),
            present: Vec::new(),
            absent: Vec::new(),
            never: false,
            is_strict: false,
        }
    }

    fn add(&mut self, schema: &'a Schema) {
        self.never |= schema.never;
        self.numbers.extend(schema.number.as_deref());
        self.strings.extend(schema.string.as_deref());
        self.arrays.extend(schema.array.as_deref());
        self.objects.extend(schema.object.as_deref());
    }

    fn add_meant(&mut self, document: &'a Document, id: SchemaId, reading: Interpretation) {
        self.formats.extend(meant::format(document, id, reading));
        self.enumerations
            .extend(meant::values(document, id, reading));
        self.constants
            .extend(meant::constant(document, id, reading));
        let stated = meant::types(document, id, reading);
        if !stated.is_empty() {
            self.types_stated = true;
            self.types = intersect(self.types, stated);
        }
    }

    fn take(&mut self, choice: Choice<'a>, next: &mut Vec<SchemaId>) {
        match choice {
            Choice::Schemas(ids) => next.extend(ids),
            Choice::With(name, id) => {
                self.present.push(name);
                next.push(id);
            }
            Choice::Without(name) => self.absent.push(name),
        }
    }

    /// Gives the property of each discriminator among the members its value.
    fn pin(&mut self, document: &'a Document) {
        for &id in &self.members {
            let Some(discriminator) = document.schema(id).discriminator.as_deref() else {
                continue;
            };
            let name: &str = &discriminator.property_name;
            let known = self.pins.iter().any(|(pinned, _)| *pinned == name);
            if let (false, Some(value)) = (known, self.tag(document, id, discriminator)) {
                self.pins.push((name, value));
            }
        }
    }

    /// The value that says which of the members this is: the mapping's, else the component's name.
    fn tag(
        &self,
        document: &Document,
        owner: SchemaId,
        discriminator: &Discriminator,
    ) -> Option<String> {
        let mapped = discriminator.mapping.iter().find(|(_, target)| {
            *target != owner && self.members.contains(&document.resolve(*target))
        });
        if let Some((value, _)) = mapped {
            return Some(value.to_string());
        }
        let schema = document.schema(owner);
        let variants: Vec<SchemaId> = schema
            .one_of
            .iter()
            .chain(&schema.any_of)
            .copied()
            .collect();
        let candidates = match variants.as_slice() {
            [] => self.members.clone(),
            variants => variants.iter().map(|id| document.resolve(*id)).collect(),
        };
        let component = candidates
            .into_iter()
            .filter(|id| self.members.contains(id))
            .find_map(|id| document.component_of(id))?;
        let own = discriminator
            .mapping
            .iter()
            .find(|(_, target)| *target == component.schema);
        Some(own.map_or_else(|| component.name.clone(), |(value, _)| value.to_string()))
    }

    /// Whether values are listed without null though their type says that they may be null: people mean the type.
    pub(super) fn forgets_null(&self) -> bool {
        let listed = self.enumerations.iter().copied();
        let listed = listed.flatten().chain(self.constants.iter().copied());
        let mut listed = listed.peekable();
        let is_meant = self.types_stated && !self.is_strict && self.types.contains(JsonType::Null);
        is_meant && listed.peek().is_some() && !listed.any(Value::is_null)
    }

    /// The most that any `minLength` asks for.
    pub(super) fn min_length(&self) -> u64 {
        self.strings
            .iter()
            .filter_map(|it| it.min_length)
            .max()
            .unwrap_or(0)
    }

    /// The least that any `maxLength` allows.
    pub(super) fn max_length(&self) -> Option<u64> {
        self.strings.iter().filter_map(|it| it.max_length).min()
    }

    /// The most that any `minItems` asks for.
    pub(super) fn min_items(&self) -> u64 {
        self.arrays
            .iter()
            .filter_map(|it| it.min_items)
            .max()
            .unwrap_or(0)
    }

    /// The least that any `maxItems` allows.
    pub(super) fn max_items(&self) -> Option<u64> {
        self.arrays.iter().filter_map(|it| it.max_items).min()
    }

    /// The schemas of the item at `index`, of those that speak of it.
    pub(super) fn item_schemas(&self, index: usize) -> Vec<SchemaId> {
        self.arrays
            .iter()
            .filter_map(|array| array.prefix_items.get(index).copied().or(array.items))
            .collect()
    }

    /// The names in `properties`, each once, in the order met.
    pub(super) fn property_names(&self) -> Vec<&'a str> {
        let mut names: Vec<&str> = Vec::new();
        let mut met = std::collections::HashSet::new();
        for property in self.objects.iter().flat_map(|it| &it.properties) {
            if met.insert(&*property.name) {
                names.push(&property.name);
            }
        }
        names
    }

    /// The schemas that hold of the property's value: of `additionalProperties` too, by the letter of
    /// every schema that does not name it, else where none does.
    pub(super) fn property_schemas(&self, name: &str) -> Vec<SchemaId> {
        let mut ids = Vec::new();
        let is_named = !self.is_strict && self.describes(name);
        for object in &self.objects {
            match object.properties.iter().find(|it| &*it.name == name) {
                Some(property) => ids.push(property.schema),
                None if is_named => {}
                None => match object.additional_properties {
                    Some(AdditionalProperties::Schema(id)) => ids.push(id),
                    Some(AdditionalProperties::Any | AdditionalProperties::Forbidden) | None => {}
                },
            }
        }
        ids
    }

    /// Whether no `additionalProperties: false` stands against the name.
    /// Where patterns admit names too the judge decides.
    pub(super) fn admits_name(&self, name: &str) -> bool {
        if !self.is_strict && self.names(name) {
            return true;
        }
        self.objects
            .iter()
            .all(|object| match object.additional_properties {
                Some(AdditionalProperties::Forbidden) => {
                    !object.pattern_properties.is_empty()
                        || object.properties.iter().any(|it| &*it.name == name)
                }
                Some(AdditionalProperties::Any | AdditionalProperties::Schema(_)) | None => true,
            })
    }

    /// Whether any of the schemas names the property.
    fn names(&self, name: &str) -> bool {
        self.describes(name) || self.requires(name)
    }

    /// Whether any of the schemas has the property in its `properties`.
    fn describes(&self, name: &str) -> bool {
        let mut properties = self.objects.iter().flat_map(|it| &it.properties);
        properties.any(|property| &*property.name == name)
    }

    /// Whether the property must be there.
    pub(super) fn requires(&self, name: &str) -> bool {
        self.objects.iter().any(|object| object.requires(name))
    }

    /// Every name in `required`, each once.
    pub(super) fn required(&self) -> Vec<&'a str> {
        let mut names: Vec<&str> = Vec::new();
        for name in self.objects.iter().flat_map(|it| &it.required) {
            if !names.contains(&&**name) {
                names.push(name);
            }
        }
        names
    }
}

fn stands_for_one(discriminator: &Discriminator, met: &[SchemaId]) -> bool {
    let last = met.len().saturating_sub(1);
    discriminator
        .mapping
        .iter()
        .any(|(_, target)| met[..last].contains(target))
}

/// The types in both, `integer` being part of `number` (JSON Schema 2020-12 validation §6.1.1).
fn intersect(left: JsonTypes, right: JsonTypes) -> JsonTypes {
    let admits = |types: JsonTypes, json_type| {
        types.contains(json_type)
            || (json_type == JsonType::Integer && types.contains(JsonType::Number))
    };
    let mut both: JsonTypes = JsonType::ALL
        .into_iter()
        .filter(|json_type| admits(left, *json_type) && admits(right, *json_type))
        .collect();
    if both.contains(JsonType::Number) {
        both.remove(JsonType::Integer);
    }
    both
}
