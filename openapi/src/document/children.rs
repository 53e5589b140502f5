//! The schemas that a schema names.

use super::{AdditionalProperties, Schema, SchemaId};

impl Schema {
    /// The schemas that must hold of every value that this one holds of: `$ref` and `allOf`; and of some, where
    /// another schema holds: `then`, `else` and `dependentSchemas` (JSON Schema 2020-12 core §10.2).
    pub fn joined(&self) -> Vec<SchemaId> {
        let mut ids: Vec<SchemaId> = self.reference.into_iter().collect();
        ids.extend(&self.all_of);
        ids.extend(self.then);
        ids.extend(self.otherwise);
        if let Some(object) = &self.object {
            ids.extend(object.dependent_schemas.iter().map(|(_, id)| *id));
        }
        ids
    }

    /// The schemas of which one must hold: `anyOf` and `oneOf`.
    pub fn alternatives(&self) -> impl Iterator<Item = SchemaId> {
        self.any_of.iter().chain(&self.one_of).copied()
    }

    /// The schemas that are asked of the same value (JSON Schema 2020-12 core §10.2 and `$ref`, §8.2.3.1).
    pub fn in_place(&self) -> Vec<SchemaId> {
        let mut ids = self.joined();
        ids.extend(self.alternatives());
        ids.extend(self.not);
        ids.extend(self.condition);
        ids
    }

    /// The schemas that are asked of a part of the value (JSON Schema 2020-12 core §10.3, §11).
    pub fn nested(&self) -> Vec<SchemaId> {
        let mut ids = Vec::new();
        if let Some(array) = &self.array {
            ids.extend(&array.prefix_items);
            ids.extend(array.items);
            ids.extend(array.contains);
            ids.extend(array.unevaluated_items);
        }
        if let Some(object) = &self.object {
            ids.extend(object.properties.iter().map(|property| property.schema));
            ids.extend(object.pattern_properties.iter().map(|(_, id)| *id));
            ids.extend(object.property_names);
            ids.extend(object.unevaluated_properties);
            match object.additional_properties {
                Some(AdditionalProperties::Schema(id)) => ids.push(id),
                Some(AdditionalProperties::Any | AdditionalProperties::Forbidden) | None => {}
            }
        }
        ids
    }

    /// Every schema that this one names, in place or nested.
    pub fn children(&self) -> Vec<SchemaId> {
        let mut ids = self.in_place();
        ids.extend(self.nested());
        ids
    }

    /// Tells every schema that this one names to `change`.
    pub(crate) fn change_children(&mut self, mut change: impl FnMut(&mut SchemaId)) {
        let single = [
            &mut self.reference,
            &mut self.not,
            &mut self.condition,
            &mut self.then,
            &mut self.otherwise,
        ];
        single.into_iter().flatten().for_each(&mut change);
        let lists = [&mut self.all_of, &mut self.any_of, &mut self.one_of];
        lists.into_iter().flatten().for_each(&mut change);
        if let Some(string) = &mut self.string {
            string.content_schema.iter_mut().for_each(&mut change);
        }
        if let Some(array) = &mut self.array {
            array.prefix_items.iter_mut().for_each(&mut change);
            let single = [
                &mut array.items,
                &mut array.contains,
                &mut array.unevaluated_items,
            ];
            single.into_iter().flatten().for_each(&mut change);
        }
        if let Some(object) = &mut self.object {
            let properties = object.properties.iter_mut();
            properties.for_each(|property| change(&mut property.schema));
            let patterns = object.pattern_properties.iter_mut();
            let dependent = object.dependent_schemas.iter_mut();
            patterns.chain(dependent).for_each(|(_, id)| change(id));
            let single = [
                &mut object.property_names,
                &mut object.unevaluated_properties,
            ];
            single.into_iter().flatten().for_each(&mut change);
            if let Some(AdditionalProperties::Schema(id)) = &mut object.additional_properties {
                change(id);
            }
        }
        if let Some(discriminator) = &mut self.discriminator {
            let mapping = discriminator.mapping.iter_mut();
            mapping.for_each(|(_, id)| change(id));
            discriminator.default.iter_mut().for_each(&mut change);
        }
    }
}
