//! A schema as an assertion, with everything that it says (JSON Schema 2020-12 core §10, §11, validation §6).

use std::collections::{BTreeSet, HashSet};

use bindery_openapi::document::{
    AdditionalProperties, Around, ArrayKeywords, JsonTypes, ObjectKeywords, Schema, SchemaId,
    StringKeywords,
};
use serde_json::Value;

use super::super::Lowering;
use super::super::bounds::Bounds;
use super::together::Whole;
use crate::api::{Assertion, Constraint, Keyword};
use crate::config::Reading;

impl<'d> Lowering<'d> {
    /// All that a schema asserts. Schemas in it nest no deeper than the description's text does.
    pub(in crate::lower) fn assertion(&mut self, id: SchemaId) -> Assertion {
        let whole = self.whole(id, &BTreeSet::new());
        self.assertion_within(id, &whole)
    }

    /// All that a schema asserts as a part of another.
    pub(super) fn assertion_within(&mut self, id: SchemaId, whole: &Whole<'d>) -> Assertion {
        let schema = self.document.schema(id);
        if schema.never {
            return Assertion::never();
        }
        let mut keywords = self.plain_keywords(id, whole);
        keywords.extend(self.values(id, whole));
        if let Some(array) = schema.array.as_deref() {
            keywords.extend(self.items(array));
            keywords.extend(self.contains(array));
        }
        if let Some(object) = schema.object.as_deref() {
            keywords.extend(required(object));
            keywords.extend(self.properties(object, &whole.around));
            keywords.extend(self.names_and_dependencies(object));
        }
        if !self.means_itself(id, whole) {
            keywords.extend(self.unions(schema, &[], whole));
        }
        keywords.extend(self.in_place(schema));
        keywords.extend(self.parts(schema, whole));
        keywords.extend(self.unevaluated(schema));
        Assertion(keywords)
    }

    /// `type`, `format`, and what is asserted of one value alone.
    fn plain_keywords(&self, id: SchemaId, whole: &Whole<'_>) -> Vec<Keyword> {
        let schema = self.document.schema(id);
        let types = match self.reading {
            Reading::Lenient if whole.around.is_typed && !self.document.states_type(id) => {
                JsonTypes::default()
            }
            Reading::Lenient => self.document.meant_types(id),
            Reading::Strict => schema.types,
        };
        let types = (!types.is_empty()).then(|| Keyword::Type(types.iter().collect()));
        let checks = self
            .scalars
            .checks(
                self.document.types_of_format(id, &whole.around),
                self.reading.format(self.document, id),
            )
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

    fn properties(&mut self, object: &ObjectKeywords, around: &Around<'_>) -> Option<Keyword> {
        let properties = object.properties.iter();
        let mut named: Vec<(String, Assertion)> = properties
            .map(|property| (property.name.to_string(), self.assertion(property.schema)))
            .collect();
        if !object.closes() {
            return self.properties_of(named, object);
        }
        let mut known: HashSet<&str> = object.properties.iter().map(|it| &*it.name).collect();
        for name in around.admitted() {
            if known.insert(name) {
                named.push((name.to_owned(), Assertion::default()));
            }
        }
        let additional = object.additional_properties;
        self.properties_beside(named, object, additional.filter(|_| !around.is_open))
    }

    /// `properties` with what stands for each, and what depends on which they are.
    pub(super) fn properties_of(
        &mut self,
        named: Vec<(String, Assertion)>,
        object: &ObjectKeywords,
    ) -> Option<Keyword> {
        self.properties_beside(named, object, object.additional_properties)
    }

    fn properties_beside(
        &mut self,
        named: Vec<(String, Assertion)>,
        object: &ObjectKeywords,
        others: Option<AdditionalProperties>,
    ) -> Option<Keyword> {
        let patterns = self.by_name(&object.pattern_properties);
        let others = others.map(|others| self.others(others));
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

    /// `enum` and `const`, which forget that a value may be null where its type says so.
    fn values(&self, id: SchemaId, whole: &Whole<'_>) -> Vec<Keyword> {
        if self.is_misspelt(id, whole) {
            return Vec::new();
        }
        let schema = self.document.schema(id);
        let (listed, constant) = match self.reading {
            Reading::Lenient => (
                self.document.meant_values(id),
                self.document.meant_constant(id),
            ),
            Reading::Strict => (schema.enumeration.as_deref(), schema.constant.as_ref()),
        };
        let lists = listed.into_iter().chain(constant.map(std::slice::from_ref));
        let null = whole.around.names_null.then_some(Value::Null);
        let with_null = |values: &[Value]| {
            let null = null.iter().filter(|null| !values.contains(null));
            values.iter().chain(null).cloned().collect()
        };
        lists
            .map(|values| Keyword::Check(Constraint::OneOf(with_null(values))))
            .collect()
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

fn owned(names: &[Box<str>]) -> Vec<String> {
    names.iter().map(ToString::to_string).collect()
}
