//! A schema as an assertion, with everything that it says (JSON Schema 2020-12 core §10, §11, validation §6).

use bindery_openapi::document::{
    AdditionalProperties, ArrayKeywords, JsonType, ObjectKeywords, Schema, SchemaId, StringKeywords,
};
use serde_json::Value;

use super::super::Lowering;
use super::super::bounds::Bounds;
use crate::api::{Assertion, Constraint, Keyword};
use crate::config::Reading;

impl Lowering<'_> {
    /// All that a schema asserts. Schemas in it nest no deeper than the description's text does.
    pub(in crate::lower) fn assertion(&mut self, id: SchemaId) -> Assertion {
        let schema = self.document.schema(id);
        if schema.never {
            return Assertion::never();
        }
        let mut keywords = self.plain_keywords(id);
        keywords.extend(self.values(schema));
        if let Some(array) = schema.array.as_deref() {
            keywords.extend(self.items(array));
            keywords.extend(self.contains(array));
        }
        if let Some(object) = schema.object.as_deref() {
            keywords.extend(required(object));
            keywords.extend(self.properties(object));
            keywords.extend(self.names_and_dependencies(object));
        }
        keywords.extend(self.unions(schema, &[]));
        keywords.extend(self.in_place(schema));
        if !schema.all_of.is_empty() {
            keywords.push(Keyword::AllOf(self.assertions(&schema.all_of)));
        }
        if let Some(target) = schema.reference {
            keywords.push(Keyword::Ref(self.named_assertion(target)));
        }
        keywords.extend(self.unevaluated(schema));
        Assertion(keywords)
    }

    /// `type`, `format`, and what is asserted of one value alone.
    fn plain_keywords(&self, id: SchemaId) -> Vec<Keyword> {
        let schema = self.document.schema(id);
        let types = match self.reading {
            Reading::Lenient => self.document.meant_types(id),
            Reading::Strict => schema.types,
        };
        let types = (!types.is_empty()).then(|| Keyword::Type(types.iter().collect()));
        let checks = self
            .scalars
            .checks(schema.types, schema.format.as_deref())
            .chain(checks(schema));
        types
            .into_iter()
            .chain(checks.map(Keyword::Check))
            .collect()
    }

    pub(super) fn assertions(&mut self, ids: &[SchemaId]) -> Vec<Assertion> {
        ids.iter().map(|id| self.assertion(*id)).collect()
    }

    pub(super) fn items(&mut self, array: &ArrayKeywords) -> Option<Keyword> {
        let rest = array.items.map(|items| self.assertion(items));
        let first = self.assertions(&array.prefix_items);
        (rest.is_some() || !first.is_empty()).then_some(Keyword::Items(first, rest))
    }

    pub(super) fn contains(&mut self, array: &ArrayKeywords) -> Option<Keyword> {
        let contains = self.assertion(array.contains?);
        let least = array.min_contains.unwrap_or(1);
        Some(Keyword::Contains(contains, least, array.max_contains))
    }

    fn properties(&mut self, object: &ObjectKeywords) -> Option<Keyword> {
        let properties = object.properties.iter();
        let mut named: Vec<(String, Assertion)> = properties
            .map(|property| (property.name.to_string(), self.assertion(property.schema)))
            .collect();
        if self.reading == Reading::Lenient && is_closed(object) {
            let required = object
                .required
                .iter()
                .map(|name| (name.to_string(), Assertion::default()));
            let is_new =
                |(name, _): &(String, _)| object.properties.iter().all(|it| *it.name != **name);
            named.extend(required.filter(is_new));
        }
        self.properties_of(named, object)
    }

    /// `properties` with what stands for each, and what depends on which they are.
    pub(super) fn properties_of(
        &mut self,
        named: Vec<(String, Assertion)>,
        object: &ObjectKeywords,
    ) -> Option<Keyword> {
        let patterns = self.by_name(&object.pattern_properties);
        let others = object.additional_properties.map(|others| match others {
            AdditionalProperties::Any => Assertion::default(),
            AdditionalProperties::Forbidden => Assertion::never(),
            AdditionalProperties::Schema(id) => self.assertion(id),
        });
        let says_nothing = named.is_empty() && patterns.is_empty() && others.is_none();
        (!says_nothing).then_some(Keyword::Properties {
            named,
            patterns,
            others,
        })
    }

    fn by_name(&mut self, schemas: &[(Box<str>, SchemaId)]) -> Vec<(String, Assertion)> {
        let schemas = schemas.iter();
        schemas
            .map(|(name, id)| (name.to_string(), self.assertion(*id)))
            .collect()
    }

    /// `propertyNames`, `dependentRequired` and `dependentSchemas`.
    pub(super) fn names_and_dependencies(&mut self, object: &ObjectKeywords) -> Vec<Keyword> {
        let mut keywords = Vec::new();
        if let Some(names) = object.property_names {
            keywords.push(Keyword::PropertyNames(self.assertion(names)));
        }
        if !object.dependent_required.is_empty() {
            let dependent = object.dependent_required.iter();
            let dependent = dependent.map(|(name, names)| (name.to_string(), owned(names)));
            keywords.push(Keyword::DependentRequired(dependent.collect()));
        }
        if !object.dependent_schemas.is_empty() {
            keywords.push(Keyword::DependentSchemas(
                self.by_name(&object.dependent_schemas),
            ));
        }
        keywords
    }

    /// `oneOf` and `anyOf`, but for those whose members the type is made of.
    pub(super) fn unions(&mut self, schema: &Schema, stated: &[&[SchemaId]]) -> Vec<Keyword> {
        let is_stated = |members: &[SchemaId]| stated.iter().any(|it| std::ptr::eq(*it, members));
        let mut keywords = Vec::new();
        if !schema.any_of.is_empty() && !is_stated(&schema.any_of) {
            keywords.push(Keyword::AnyOf(self.assertions(&schema.any_of)));
        }
        if !schema.one_of.is_empty() && !is_stated(&schema.one_of) {
            keywords.push(self.one_of(&schema.one_of));
        }
        keywords
    }

    fn one_of(&mut self, members: &[SchemaId]) -> Keyword {
        let one_of = Keyword::OneOf(self.assertions(members));
        if self.reading == Reading::Lenient && self.document.name_null(members) {
            let null = Keyword::Type(vec![JsonType::Null]);
            return Keyword::AnyOf(vec![Assertion(vec![null]), Assertion(vec![one_of])]);
        }
        one_of
    }

    /// `not`, and `if` with `then` and `else`.
    pub(super) fn in_place(&mut self, schema: &Schema) -> Vec<Keyword> {
        let mut keywords = Vec::new();
        if let Some(not) = schema.not {
            keywords.push(Keyword::Not(self.assertion(not)));
        }
        if let Some(condition) = schema.condition {
            let mut branch =
                |id: Option<SchemaId>| id.map_or_else(Assertion::default, |id| self.assertion(id));
            let (then, otherwise) = (branch(schema.then), branch(schema.otherwise));
            keywords.push(Keyword::If(self.assertion(condition), then, otherwise));
        }
        keywords
    }

    /// `enum` and `const`. People who leave `enum` empty mean to say nothing by it.
    fn values(&self, schema: &Schema) -> impl Iterator<Item = Keyword> + use<> {
        let listed = match (self.reading, &schema.spelt) {
            (Reading::Lenient, Some(spelt)) => Some(spelt.to_vec()),
            (Reading::Lenient, None) => {
                schema.enumeration.clone().filter(|_| schema.lists_values())
            }
            (Reading::Strict, _) => schema.enumeration.clone(),
        };
        let constant: Option<Vec<Value>> = schema.constant.clone().map(|value| vec![value]);
        let lists = [listed, constant].into_iter().flatten();
        lists.map(|values| Keyword::Check(Constraint::OneOf(values)))
    }

    fn unevaluated(&mut self, schema: &Schema) -> Vec<Keyword> {
        let items = schema
            .array
            .as_deref()
            .and_then(|array| array.unevaluated_items);
        let properties = schema
            .object
            .as_deref()
            .and_then(|object| object.unevaluated_properties);
        let items = items.map(|id| Keyword::UnevaluatedItems(self.assertion(id)));
        let properties = properties.map(|id| Keyword::UnevaluatedProperties(self.assertion(id)));
        items.into_iter().chain(properties).collect()
    }
}

/// What is asserted of one value alone, whatever is meant by it.
fn checks(schema: &Schema) -> impl Iterator<Item = Constraint> {
    let mut bounds = Bounds::default();
    if let Some(keywords) = schema.number.as_deref() {
        bounds.take(keywords);
    }
    let object = schema.object.iter().flat_map(|object| {
        let least = object.min_properties.map(Constraint::MinProperties);
        least
            .into_iter()
            .chain(object.max_properties.map(Constraint::MaxProperties))
    });
    bounds
        .constraints()
        .chain(schema.string.iter().flat_map(|string| of_string(string)))
        .chain(schema.array.iter().flat_map(|array| of_array(array)))
        .chain(object)
}

pub(super) fn of_string(string: &StringKeywords) -> impl Iterator<Item = Constraint> {
    let own = [
        string.min_length.map(Constraint::MinLength),
        string.max_length.map(Constraint::MaxLength),
        string
            .pattern
            .as_deref()
            .map(|pattern| Constraint::Pattern(pattern.to_owned())),
    ];
    own.into_iter().flatten()
}

fn of_array(array: &ArrayKeywords) -> impl Iterator<Item = Constraint> {
    let own = [
        array.min_items.map(Constraint::MinItems),
        array.max_items.map(Constraint::MaxItems),
        array.unique_items.then_some(Constraint::UniqueItems),
    ];
    own.into_iter().flatten()
}

fn required(object: &ObjectKeywords) -> Option<Keyword> {
    (!object.required.is_empty()).then(|| Keyword::Required(owned(&object.required)))
}

/// Whether properties that are only required would be forbidden: people mean that they are there.
fn is_closed(object: &ObjectKeywords) -> bool {
    object.additional_properties == Some(AdditionalProperties::Forbidden)
        && object.pattern_properties.is_empty()
}

fn owned(names: &[Box<str>]) -> Vec<String> {
    names.iter().map(ToString::to_string).collect()
}
