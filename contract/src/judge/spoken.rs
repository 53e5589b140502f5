//! What the schemas of a value say of its parts: which of its properties any of them speaks of, and
//! which schemas hold of a property or an item.

use std::collections::HashSet;

use bindery_openapi::document::{AdditionalProperties, ObjectKeywords, Schema, SchemaId};
use serde_json::{Map, Value};

use super::{Interpretation, Judge};

impl Judge {
    /// The schemas that hold of the property `name` of an object of which all of `ids` hold. Nothing
    /// where they name properties and do not speak of this one, so that it means nothing to who
    /// reads the object.
    pub fn property_schemas(
        &self,
        ids: &[SchemaId],
        object: &Value,
        name: &str,
    ) -> Option<Vec<SchemaId>> {
        let members = self.members(ids, object);
        let objects = members.iter().filter_map(|schema| schema.object.as_deref());
        let objects: Vec<&ObjectKeywords> = objects.collect();
        let of = objects.iter().filter_map(|object| property(object, name));
        let of: Vec<Vec<SchemaId>> = of.collect();
        let names_others = objects.iter().any(|object| !object.properties.is_empty());
        (!of.is_empty() || !names_others).then(|| of.into_iter().flatten().collect())
    }

    /// The schemas that hold of the item at `index` of an array of which all of `ids` hold.
    pub fn item_schemas(&self, ids: &[SchemaId], array: &Value, index: usize) -> Vec<SchemaId> {
        let members = self.members(ids, array);
        let arrays = members.iter().filter_map(|schema| schema.array.as_deref());
        let of = arrays.filter_map(|array| array.prefix_items.get(index).copied().or(array.items));
        of.collect()
    }

    /// Whether any of the schemas gives the value a format of those of which it is known whether they assert: a
    /// configuration names their types, which may write an instant in another way.
    pub fn is_of_known_format(&self, ids: &[SchemaId], value: &Value) -> bool {
        let members = self.members(ids, value);
        let mut formats = members.iter().filter_map(|schema| schema.format.as_deref());
        formats.any(|format| self.known_formats.contains_key(format))
    }

    /// The schemas that hold of the same value as `ids` do: what they refer to, and of alternatives
    /// those that the value satisfies.
    fn members(&self, ids: &[SchemaId], value: &Value) -> Vec<&Schema> {
        let mut seen = HashSet::new();
        let mut members = Vec::new();
        let mut pending = ids.to_vec();
        while let Some(id) = pending.pop() {
            if !seen.insert(id) {
                continue;
            }
            let schema = self.document().schema(id);
            members.push(schema);
            pending.extend(schema.reference);
            pending.extend(&schema.all_of);
            let is_itself = self.interpretation() == Interpretation::Default
                && self.document().means_itself(id, |it| seen.contains(it));
            // What others say of a value that says which one it is means nothing.
            let told = self.told(schema);
            if is_itself {
                // An alternative of it is among the schemas.
            } else if let Some(named) = told.and_then(|told| told.named(value)) {
                pending.push(named);
            } else {
                let alternatives = schema.alternatives();
                pending.extend(alternatives.filter(|id| self.is_valid(*id, value)));
            }
            // Asked for by its own id a base means itself; a use of it is a reference.
            if !ids.contains(&id) {
                pending.extend(self.child(id, value, &seen));
            }
            if let Some(condition) = schema.condition {
                let holds = self.is_valid(condition, value);
                pending.extend(holds.then_some(condition));
                pending.extend(if holds { schema.then } else { schema.otherwise });
            }
            if let (Some(keywords), Value::Object(object)) = (&schema.object, value) {
                pending.extend(dependent(keywords, object));
            }
        }
        members
    }

    /// The schema made from a base that a value says it is (OpenAPI 3.1.1 §4.8.25). Nothing where what
    /// is made from it is among the schemas, and so means the base itself.
    fn child(&self, base: SchemaId, value: &Value, seen: &HashSet<SchemaId>) -> Option<SchemaId> {
        let document = self.document();
        let schema = document.schema(base);
        let property = &*schema.discriminator.as_ref()?.property_name;
        let tag = value.get(property)?.as_str()?;
        let is_made_from = |id: SchemaId| {
            id != base
                && document.composed(id).contains(&base)
                && document.component_of(id).is_some()
        };
        if schema.alternatives().next().is_some() || seen.iter().any(|id| is_made_from(*id)) {
            return None;
        }
        let above = document.composed(base).into_iter();
        let stated = above.filter_map(|id| document.schema(id).discriminator.as_deref());
        let mut mapping = stated
            .filter(|stated| &*stated.property_name == property)
            .flat_map(|stated| &stated.mapping);
        let mapped = mapping.find(|(text, _)| &**text == tag).map(|(_, id)| *id);
        let named = || {
            let mut components = document.components.schemas.iter();
            components.find(|named| named.name == tag)
        };
        let child = document.resolve(mapped.or_else(|| Some(named()?.schema))?);
        is_made_from(child).then_some(child)
    }
}

fn dependent(keywords: &ObjectKeywords, object: &Map<String, Value>) -> Vec<SchemaId> {
    let dependent = keywords.dependent_schemas.iter();
    let dependent = dependent.filter(|(name, _)| object.contains_key(&**name));
    dependent.map(|(_, id)| *id).collect()
}

/// What the keywords say of a property: nothing, that it may be there, or its schema. Whether a
/// pattern of names matches is not asked: where there are any, they may speak of every property.
fn property(object: &ObjectKeywords, name: &str) -> Option<Vec<SchemaId>> {
    let mut properties = object.properties.iter();
    if let Some(property) = properties.find(|property| &*property.name == name) {
        return Some(vec![property.schema]);
    }
    match object.additional_properties {
        Some(AdditionalProperties::Schema(id)) => return Some(vec![id]),
        Some(AdditionalProperties::Any) => return Some(Vec::new()),
        Some(AdditionalProperties::Forbidden) | None => {}
    }
    let speaks = !object.pattern_properties.is_empty() || object.unevaluated_properties.is_some();
    speaks.then(Vec::new)
}
