//! Schemas into the arena (OpenAPI 3.0.3 §4.7.24, 3.1.1 §4.8.24, JSON Schema 2020-12).
//!
//! A schema has its id by its place, from the first time anything names that
//! place; it is lifted later, from a list of those that are pending. So neither
//! nesting nor a chain of references needs any stack, and recursion ends by itself.

use std::collections::{BTreeSet, VecDeque};

use rustc_hash::FxHashMap;
use serde_json::Value;

use super::Lift;
use super::bounds::number_keywords;
use super::external::is_external;
use super::keywords::{Keywords, read_count};
use super::spelt::{spelt, spelt_constant};
use super::stated::{
    dependent_required, enumeration, examples, is_composed, stated, types_and_format, with_null,
};
use crate::Location;
use crate::document::{
    AdditionalProperties, ArrayKeywords, Discriminator, JsonType, NamedSchema, ObjectKeywords,
    Property, Schema, SchemaArena, SchemaId, StringKeywords,
};
use crate::node::Node;
use crate::reference::{self, Found};
use crate::specification::Kind;
use crate::version::Version;

/// The arena, which place has which id, and what has still to be lifted.
#[derive(Default)]
pub(super) struct Schemas<'v> {
    arena: SchemaArena,
    /// By the address of the value, which stands at one place only and stays there.
    ids: FxHashMap<*const Value, SchemaId>,
    pending: VecDeque<(SchemaId, &'v Value)>,
    /// What references name in other files than the root.
    external_targets: BTreeSet<Location>,
}

impl<'v> Schemas<'v> {
    /// The id of the schema `value` at `location`, lifted or not.
    pub(super) fn id_of(
        &mut self,
        value: &'v Value,
        location: impl FnOnce() -> Location,
    ) -> SchemaId {
        *self.ids.entry(value).or_insert_with(|| {
            let id = self.arena.add(Schema::any(location()));
            self.pending.push_back((id, value));
            id
        })
    }

    /// The id of the schema that a reference names.
    pub(super) fn id_of_target(&mut self, found: Found<'v>) -> SchemaId {
        if is_external(&found.location) {
            self.external_targets.insert(found.location.clone());
        }
        self.id_of(found.value, || found.location)
    }

    /// What references have named in other files since this was last asked for.
    pub(super) fn take_external_targets(&mut self) -> BTreeSet<Location> {
        std::mem::take(&mut self.external_targets)
    }

    /// The schema of the id, as far as it has been lifted.
    pub(super) fn get(&self, id: SchemaId) -> &Schema {
        self.arena.get(id)
    }

    /// What the schema of the id is once references are followed, as far as schemas have been lifted.
    pub(super) fn resolve(&self, id: SchemaId) -> SchemaId {
        self.arena.resolve(id)
    }

    /// The schema of the id, to be changed.
    pub(super) fn get_mut(&mut self, id: SchemaId) -> &mut Schema {
        self.arena.get_mut(id)
    }

    /// The ids that there are so far.
    pub(super) fn ids(&self) -> Vec<SchemaId> {
        self.arena.iter().map(|(id, _)| id).collect()
    }

    /// Adds a schema that no place of the description states.
    pub(super) fn add(&mut self, schema: Schema) -> SchemaId {
        self.arena.add(schema)
    }

    /// Every schema. One that could not be read admits everything.
    pub(super) fn into_arena(self) -> SchemaArena {
        self.arena
    }
}

impl<'v> Lift<'v, '_> {
    /// Lifts `components.schemas`; ids follow the order written.
    pub(super) fn lift_component_schemas(&mut self, root: &Node<'_, 'v>) -> Vec<NamedSchema> {
        let Some(components) = self.get(root, "components") else {
            return Vec::new();
        };
        let Some(schemas) = self.get(&components, "schemas") else {
            return Vec::new();
        };
        schemas
            .members()
            .map(|(name, node)| NamedSchema {
                name: name.to_owned(),
                schema: self.lift_schema(&node),
            })
            .collect()
    }

    /// The id of the schema at `node`, which will be lifted.
    pub(super) fn lift_schema(&mut self, node: &Node<'_, 'v>) -> SchemaId {
        self.schemas.id_of(node.value, || node.location())
    }

    /// Lifts the schemas that have been given an id, and those that they name.
    pub(super) fn lift_pending_schemas(&mut self) {
        while let Some((id, value)) = self.schemas.pending.pop_front() {
            let location = self.schemas.arena.get(id).location.clone();
            let node = Node::start(&location, value);
            self.note_dynamic_reference(id, &node);
            if let Some(schema) = self.lift_one(&node) {
                *self.schemas.arena.get_mut(id) = schema;
            }
        }
    }

    fn lift_one(&mut self, node: &Node<'_, 'v>) -> Option<Schema> {
        let location = node.location();
        match (node.value, node.reference()) {
            (Value::Bool(admits), _) => Some(Schema {
                never: !admits,
                ..Schema::any(location)
            }),
            // Whatever else stands beside a reference is ignored in 3.0, `nullable` excepted.
            (_, Some(reference)) if self.version == Version::V3_0 => {
                let schema = Schema {
                    reference: self.lift_reference(reference, node),
                    ..Schema::any(location)
                };
                Some(if node.is_true("nullable") {
                    self.or_null(schema)
                } else {
                    schema
                })
            }
            _ => self.lift_item(node),
        }
    }

    fn lift_reference(&mut self, reference: &str, node: &Node<'_, 'v>) -> Option<SchemaId> {
        let found = reference::resolve(self.files, &node.location(), reference);
        if found.is_err() {
            self.report_unresolved(node, reference);
        }
        Some(self.schemas.id_of_target(found.ok()?))
    }

    fn lift_item(&mut self, node: &Node<'_, 'v>) -> Option<Schema> {
        let keywords = match self.version {
            Version::V2_0 | Version::V3_0 => Keywords::of(self.read(node, Kind::Schema)?),
            Version::V3_1 | Version::V3_2 => Keywords::read(node),
        };
        let (types, format) = types_and_format(node);
        let listed = enumeration(node, keywords.nullable);
        let constant = node.stated("const");
        let or_null = keywords.nullable && (types.is_empty() || is_composed(node));
        let nullable = keywords.nullable && !or_null;
        let condition = self.lift_member("if", node);
        let schema = Schema {
            reference: self.lift_references(node),
            types: if nullable { with_null(types) } else { types },
            format: format.map(Box::from),
            spelt: spelt(listed.as_deref(), types),
            enumeration: listed,
            spelt_constant: constant.and_then(|value| spelt_constant(value, types)),
            constant: constant.cloned(),
            number: stated(number_keywords(node)),
            string: self.string_keywords(&keywords, node),
            array: self.array_keywords(&keywords, node),
            all_of: self.lift_all_of(node),
            any_of: self.lift_list("anyOf", node),
            one_of: self.lift_list("oneOf", node),
            not: self.lift_member("not", node),
            // Without `if`, `then` and `else` say nothing (JSON Schema 2020-12 core §10.2.2).
            then: condition.and_then(|_| self.lift_member("then", node)),
            otherwise: condition.and_then(|_| self.lift_member("else", node)),
            condition,
            discriminator: self.lift_discriminator(node),
            default: node.stated("default").cloned(),
            examples: examples(node),
            title: keywords.title.clone(),
            description: keywords.description.clone(),
            deprecated: keywords.deprecated,
            read_only: keywords.read_only,
            write_only: keywords.write_only,
            object: self.object_keywords(keywords, node),
            ..Schema::any(node.location())
        };
        Some(if or_null {
            self.or_null(schema)
        } else {
            schema
        })
    }

    /// The target of `$ref`, else of a `$dynamicRef` that is one by another word.
    fn lift_references(&mut self, node: &Node<'_, 'v>) -> Option<SchemaId> {
        let reference = match node.reference() {
            None => self.plain_dynamic_reference(node),
            stated => stated,
        };
        self.lift_reference(reference?, node)
    }

    /// The members of `allOf`, and what such a `$dynamicRef` beside `$ref` names: both hold.
    fn lift_all_of(&mut self, node: &Node<'_, 'v>) -> Vec<SchemaId> {
        let mut all_of = self.lift_list("allOf", node);
        if let (Some(_), Some(reference)) = (node.reference(), self.plain_dynamic_reference(node)) {
            let beside = Schema {
                reference: self.lift_reference(reference, node),
                ..Schema::any(node.location().key("$dynamicRef"))
            };
            all_of.push(self.schemas.add(beside));
        }
        all_of
    }

    /// Admits null beside what a schema is composed of.
    ///
    /// By the letter of OpenAPI 3.0.3 §4.7.24.1 `nullable` means nothing without a `type`, and with
    /// one admits null to the type alone, which what it is composed of still refuses.
    /// Beside `allOf` or `$ref` it is how real descriptions say that a reference may be null.
    fn or_null(&mut self, schema: Schema) -> Schema {
        let is_composed = schema.reference.is_some()
            || !(schema.all_of.is_empty() && schema.any_of.is_empty() && schema.one_of.is_empty());
        if !is_composed {
            return schema;
        }
        let null = Schema {
            types: JsonType::Null.into(),
            ..Schema::any(schema.location.clone())
        };
        let annotated = Schema {
            title: schema.title.clone(),
            description: schema.description.clone(),
            default: schema.default.clone(),
            examples: schema.examples.clone(),
            deprecated: schema.deprecated,
            read_only: schema.read_only,
            write_only: schema.write_only,
            ..Schema::any(schema.location.clone())
        };
        let either = [schema, null].map(|schema| self.schemas.arena.add(schema));
        Schema {
            any_of: either.to_vec(),
            ..annotated
        }
    }

    fn lift_member(&mut self, key: &str, node: &Node<'_, 'v>) -> Option<SchemaId> {
        Some(self.lift_schema(&node.get(key)?))
    }

    fn lift_list(&mut self, key: &str, node: &Node<'_, 'v>) -> Vec<SchemaId> {
        let Some(list) = self.get(node, key) else {
            return Vec::new();
        };
        list.items().map(|item| self.lift_schema(&item)).collect()
    }

    fn lift_members(&mut self, key: &str, node: &Node<'_, 'v>) -> Vec<(Box<str>, SchemaId)> {
        let Some(members) = self.get(node, key) else {
            return Vec::new();
        };
        members
            .members()
            .map(|(name, node)| (name.into(), self.lift_schema(&node)))
            .collect()
    }

    fn string_keywords(
        &mut self,
        keywords: &Keywords,
        node: &Node<'_, 'v>,
    ) -> Option<Box<StringKeywords>> {
        stated(StringKeywords {
            min_length: keywords.min_length,
            max_length: keywords.max_length,
            pattern: keywords.pattern.clone(),
            content_encoding: node.text("contentEncoding").map(Box::from),
            content_media_type: node.text("contentMediaType").map(Box::from),
            content_schema: self.lift_member("contentSchema", node),
        })
    }

    /// Earlier drafts have a list in `items` for what is now `prefixItems`, and
    /// `additionalItems` for the items after it (JSON Schema draft-07 validation §6.4).
    fn array_keywords(
        &mut self,
        keywords: &Keywords,
        node: &Node<'_, 'v>,
    ) -> Option<Box<ArrayKeywords>> {
        let is_list = node.stated("items").is_some_and(Value::is_array);
        let (prefix_items, items) = if is_list {
            ("items", "additionalItems")
        } else {
            ("prefixItems", "items")
        };
        stated(ArrayKeywords {
            items: self.lift_member(items, node),
            prefix_items: self.lift_list(prefix_items, node),
            contains: self.lift_member("contains", node),
            min_contains: read_count(node, "minContains"),
            max_contains: read_count(node, "maxContains"),
            min_items: keywords.min_items,
            max_items: keywords.max_items,
            unique_items: keywords.unique_items,
            unevaluated_items: self.lift_member("unevaluatedItems", node),
        })
    }

    fn object_keywords(
        &mut self,
        keywords: Keywords,
        node: &Node<'_, 'v>,
    ) -> Option<Box<ObjectKeywords>> {
        stated(ObjectKeywords {
            properties: self
                .lift_members("properties", node)
                .into_iter()
                .map(|(name, schema)| Property { name, schema })
                .collect(),
            required: keywords.required,
            additional_properties: self.lift_additional_properties(node),
            pattern_properties: self.lift_members("patternProperties", node),
            property_names: self.lift_member("propertyNames", node),
            min_properties: keywords.min_properties,
            max_properties: keywords.max_properties,
            dependent_required: dependent_required(node),
            dependent_schemas: self.lift_dependent_schemas(node),
            unevaluated_properties: self.lift_member("unevaluatedProperties", node),
        })
    }

    fn lift_additional_properties(&mut self, node: &Node<'_, 'v>) -> Option<AdditionalProperties> {
        let member = node.get("additionalProperties")?;
        Some(match member.value {
            Value::Bool(true) => AdditionalProperties::Any,
            Value::Bool(false) => AdditionalProperties::Forbidden,
            _ => AdditionalProperties::Schema(self.lift_schema(&member)),
        })
    }

    /// `dependentSchemas`, and those of `dependencies`, which earlier drafts have in its place.
    fn lift_dependent_schemas(&mut self, node: &Node<'_, 'v>) -> Vec<(Box<str>, SchemaId)> {
        let mut dependent = self.lift_members("dependentSchemas", node);
        let Some(dependencies) = self.get(node, "dependencies") else {
            return dependent;
        };
        for (name, node) in dependencies.members() {
            if !node.value.is_array() {
                dependent.push((name.into(), self.lift_schema(&node)));
            }
        }
        dependent
    }

    fn lift_discriminator(&mut self, node: &Node<'_, 'v>) -> Option<Box<Discriminator>> {
        let stated = self.get(node, "discriminator")?;
        let property_name = stated.text("propertyName")?.into();
        let mapping = self.get(&stated, "mapping");
        let mapping = mapping
            .iter()
            .flat_map(Node::members)
            .filter_map(|(value, entry)| Some((value.into(), self.lift_mapped(&entry)?)))
            .collect();
        let default = stated.get("defaultMapping");
        Some(Box::new(Discriminator {
            property_name,
            mapping,
            default: default.and_then(|entry| self.lift_mapped(&entry)),
        }))
    }

    /// The schema that a value of a discriminator's mapping names.
    fn lift_mapped(&mut self, entry: &Node<'_, 'v>) -> Option<SchemaId> {
        let name = entry.value.as_str()?;
        let found = reference::resolve_mapped(self.files, &entry.location(), name).ok()?;
        Some(self.schemas.id_of_target(found))
    }
}
