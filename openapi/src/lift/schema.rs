//! Schemas into the arena (OpenAPI 3.0.3 §4.7.24).
//!
//! A schema has its id by its place, from the first time anything names that
//! place; it is lifted later, from a list of those that are pending. So neither
//! nesting nor a chain of references needs any stack, and recursion ends by itself.

use std::collections::{BTreeSet, HashMap, VecDeque};

use serde_json::{Number, Value};

use super::Lift;
use super::external::is_external;
use super::keywords::Keywords;
use crate::Location;
use crate::document::{
    AdditionalProperties, ArrayKeywords, Bound, Discriminator, JsonType, JsonTypes, NamedSchema,
    NumberKeywords, ObjectKeywords, Property, Schema, SchemaArena, SchemaId, StringKeywords,
};
use crate::node::Node;
use crate::reference::{self, Found};
use crate::specification::Kind;

/// The arena, which place has which id, and what has still to be lifted.
#[derive(Default)]
pub(super) struct Schemas<'v> {
    arena: SchemaArena,
    ids: HashMap<Location, SchemaId>,
    pending: VecDeque<(SchemaId, &'v Value)>,
    /// What references name in other files than the root.
    external_targets: BTreeSet<Location>,
}

impl<'v> Schemas<'v> {
    /// The id of the schema at `location`, lifted or not.
    pub(super) fn id_of(&mut self, location: Location, value: &'v Value) -> SchemaId {
        if let Some(id) = self.ids.get(&location) {
            return *id;
        }
        let id = self.arena.add(Schema::any(location.clone()));
        self.ids.insert(location, id);
        self.pending.push_back((id, value));
        id
    }

    /// The id of the schema that a reference names.
    fn id_of_target(&mut self, found: Found<'v>) -> SchemaId {
        if is_external(&found.location) {
            self.external_targets.insert(found.location.clone());
        }
        self.id_of(found.location, found.value)
    }

    /// What references have named in other files since this was last asked for.
    pub(super) fn take_external_targets(&mut self) -> BTreeSet<Location> {
        std::mem::take(&mut self.external_targets)
    }

    /// The schema of the id, as far as it has been lifted.
    pub(super) fn get(&self, id: SchemaId) -> &Schema {
        self.arena.get(id)
    }

    /// The schemas that these name in the end, each link of a chain looked at once.
    pub(super) fn resolve_all(&self, ids: impl Iterator<Item = SchemaId>) -> Vec<SchemaId> {
        let mut known: HashMap<SchemaId, SchemaId> = HashMap::new();
        ids.map(|id| {
            let mut chain = Vec::new();
            let mut at = id;
            let end = loop {
                if let Some(end) = known.get(&at) {
                    break *end;
                }
                // A chain that leads back to itself ends there.
                known.insert(at, at);
                chain.push(at);
                let schema = self.arena.get(at);
                match schema.reference {
                    Some(next) if schema.is_bare_reference() => at = next,
                    Some(_) | None => break at,
                }
            };
            known.extend(chain.into_iter().map(|link| (link, end)));
            end
        })
        .collect()
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
        self.schemas.id_of(node.location(), node.value)
    }

    /// Lifts the schemas that have been given an id, and those that they name.
    pub(super) fn lift_pending_schemas(&mut self) {
        while let Some((id, value)) = self.schemas.pending.pop_front() {
            let location = self.schemas.arena.get(id).location.clone();
            let node = Node::start(&location, value);
            let schema = match node.reference() {
                Some(reference) => Some(Schema {
                    reference: self.lift_reference(reference, &node),
                    ..Schema::any(location.clone())
                }),
                None => self.lift_item(&node),
            };
            if let Some(schema) = schema {
                *self.schemas.arena.get_mut(id) = schema;
            }
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
        let item: openapiv3::Schema = self.read(node, Kind::Schema)?;
        let keywords = Keywords::of(&item.schema_kind);
        let data = item.schema_data;
        let (types, format) = types_and_format(node);
        let nullable = data.nullable && !types.is_empty();
        let schema = Schema {
            types: if nullable { with_null(types) } else { types },
            format: format.map(Box::from),
            enumeration: enumeration(node, data.nullable),
            number: number_keywords(node),
            string: string_keywords(&keywords),
            array: self.array_keywords(&keywords, node),
            object: self.object_keywords(&keywords, node),
            all_of: self.lift_list("allOf", node),
            any_of: self.lift_list("anyOf", node),
            one_of: self.lift_list("oneOf", node),
            not: self.lift_member("not", node),
            discriminator: self.lift_discriminator(data.discriminator.as_ref(), node),
            title: data.title.map(Box::from),
            description: data.description.map(Box::from),
            default: node.value.get("default").cloned(),
            examples: node.value.get("example").cloned().into_iter().collect(),
            deprecated: data.deprecated,
            read_only: data.read_only,
            write_only: data.write_only,
            ..Schema::any(node.location())
        };
        Some(if data.nullable && types.is_empty() {
            self.or_null(schema)
        } else {
            schema
        })
    }

    /// Admits null beside what an untyped schema is composed of.
    ///
    /// By the letter of OpenAPI 3.0.3 §4.7.24.1 `nullable` means nothing without a `type`.
    /// Beside `allOf` it is how real descriptions say that a reference may be null.
    fn or_null(&mut self, schema: Schema) -> Schema {
        let is_composed =
            !(schema.all_of.is_empty() && schema.any_of.is_empty() && schema.one_of.is_empty());
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

    fn array_keywords(
        &mut self,
        keywords: &Keywords<'_>,
        node: &Node<'_, 'v>,
    ) -> Option<Box<ArrayKeywords>> {
        stated(ArrayKeywords {
            items: self.lift_member("items", node),
            min_items: keywords.min_items.map(count),
            max_items: keywords.max_items.map(count),
            unique_items: keywords.unique_items,
            ..ArrayKeywords::default()
        })
    }

    fn object_keywords(
        &mut self,
        keywords: &Keywords<'_>,
        node: &Node<'_, 'v>,
    ) -> Option<Box<ObjectKeywords>> {
        let required = keywords.required.iter();
        stated(ObjectKeywords {
            properties: self.lift_properties(node),
            required: required.map(|name| name.as_str().into()).collect(),
            additional_properties: self.lift_additional_properties(keywords, node),
            min_properties: keywords.min_properties.map(count),
            max_properties: keywords.max_properties.map(count),
            ..ObjectKeywords::default()
        })
    }

    fn lift_properties(&mut self, node: &Node<'_, 'v>) -> Vec<Property> {
        let Some(properties) = self.get(node, "properties") else {
            return Vec::new();
        };
        properties
            .members()
            .map(|(name, node)| Property {
                name: name.into(),
                schema: self.lift_schema(&node),
            })
            .collect()
    }

    fn lift_additional_properties(
        &mut self,
        keywords: &Keywords<'_>,
        node: &Node<'_, 'v>,
    ) -> Option<AdditionalProperties> {
        match keywords.additional_properties? {
            openapiv3::AdditionalProperties::Any(true) => Some(AdditionalProperties::Any),
            openapiv3::AdditionalProperties::Any(false) => Some(AdditionalProperties::Forbidden),
            openapiv3::AdditionalProperties::Schema(_) => self
                .lift_member("additionalProperties", node)
                .map(AdditionalProperties::Schema),
        }
    }

    fn lift_discriminator(
        &mut self,
        part: Option<&openapiv3::Discriminator>,
        node: &Node<'_, 'v>,
    ) -> Option<Box<Discriminator>> {
        let part = part?;
        let location = self.get(node, "discriminator")?.location();
        let mapping = part
            .mapping
            .iter()
            .filter_map(|(value, name)| {
                let found = reference::resolve_mapped(self.files, &location, name).ok()?;
                let schema = self.schemas.id_of_target(found);
                Some((value.as_str().into(), schema))
            })
            .collect();
        Some(Box::new(Discriminator {
            property_name: part.property_name.as_str().into(),
            mapping,
        }))
    }
}

/// `type` and `format` as stated. Swagger 2.0's `file`, which 3.0 writes as a
/// binary string (OpenAPI 3.0.3 §4.7.14.2), is still met in real descriptions.
fn types_and_format<'v>(node: &Node<'_, 'v>) -> (JsonTypes, Option<&'v str>) {
    let format = node.text("format");
    match node.text("type") {
        Some("file") => (JsonType::String.into(), Some("binary")),
        Some(name) => (JsonType::from_name(name).into_iter().collect(), format),
        None => (JsonTypes::default(), format),
    }
}

fn with_null(mut types: JsonTypes) -> JsonTypes {
    types.insert(JsonType::Null);
    types
}

/// `enum`, with `null` added where the schema is nullable.
///
/// By the letter of OpenAPI 3.0.3 §4.7.24.1 `nullable` adds `null` to the type
/// alone, and an `enum` without it still refuses null. Hardly any author means
/// that: descriptions written by tools say `nullable` and list only the other values.
fn enumeration(node: &Node<'_, '_>, nullable: bool) -> Option<Vec<Value>> {
    // An empty list would admit nothing; it stands where a tool found no values to list.
    let values = node
        .value
        .get("enum")?
        .as_array()
        .filter(|values| !values.is_empty())?;
    let null = (nullable && !values.contains(&Value::Null)).then_some(Value::Null);
    Some(values.iter().cloned().chain(null).collect())
}

fn number_keywords(node: &Node<'_, '_>) -> Option<Box<NumberKeywords>> {
    stated(NumberKeywords {
        multiple_of: number(node, "multipleOf"),
        minimum: bound(node, "minimum", "exclusiveMinimum"),
        maximum: bound(node, "maximum", "exclusiveMaximum"),
    })
}

/// In 3.0 `exclusiveMinimum` is a boolean that says how `minimum` is meant
/// (OpenAPI 3.0.3 §4.7.24, JSON Schema Wright-00 validation §5.3).
fn bound(node: &Node<'_, '_>, key: &str, exclusive: &str) -> Option<Bound> {
    Some(Bound {
        value: number(node, key)?,
        exclusive: node.value.get(exclusive) == Some(&Value::Bool(true)),
    })
}

fn number(node: &Node<'_, '_>, key: &str) -> Option<Number> {
    node.value.get(key)?.as_number().cloned()
}

fn string_keywords(keywords: &Keywords<'_>) -> Option<Box<StringKeywords>> {
    stated(StringKeywords {
        min_length: keywords.min_length.map(count),
        max_length: keywords.max_length.map(count),
        pattern: keywords.pattern.map(|pattern| pattern.as_str().into()),
        ..StringKeywords::default()
    })
}

fn stated<K: Default + PartialEq>(keywords: K) -> Option<Box<K>> {
    (keywords != K::default()).then(|| Box::new(keywords))
}

fn count(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}
