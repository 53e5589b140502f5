//! What tells the variants of a union apart.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use bindery_openapi::document::{JsonType, SchemaId};
use bindery_openapi::json::canonical;
use serde_json::Value;

use super::Lowering;
use super::alternatives::UnionView;
use super::bounds::Bounds;
use super::class::{Class, classify};
use super::view::View;
use crate::api::{Decision, Rule};
use crate::config::Reading;

/// How deep unions within unions are looked into.
const MAX_DEPTH: usize = 8;

impl<'d> Lowering<'d> {
    /// How a value finds its variant: each of `members` is one, and admits what its view says.
    pub(super) fn lower_decision(
        &self,
        union: &UnionView<'_>,
        members: &[SchemaId],
        views: &[View<'d>],
    ) -> Decision {
        if let Some(discriminator) = union.discriminator
            && let Some(values) = self.told_values(discriminator, members, views)
        {
            if self.reading == Reading::Strict {
                let told = self.told_by_values(views, Some(&discriminator.property_name));
                return told.unwrap_or_else(|| Decision::Named {
                    property: discriminator.property_name.to_string(),
                    values,
                    exactly_one: union.exactly_one,
                });
            }
            return Decision::Discriminator {
                property: discriminator.property_name.to_string(),
                values,
                default: discriminator
                    .default
                    .and_then(|default| self.position(members, default)),
            };
        }
        if let Some(decision) = self.told_by_values(views, None) {
            return decision;
        }
        let rules = self.rules(views);
        let exactly_one = union.exactly_one && !exclude_each_other(&rules, views);
        Decision::Rules { rules, exactly_one }
    }

    /// A discriminator that the description does not call one: a property that every member requires
    /// and that has other texts in each. `sought` is the one that is asked for, if any.
    fn told_by_values(&self, views: &[View<'_>], sought: Option<&str>) -> Option<Decision> {
        let is_object = |view: &View<'_>| classify(view) == Class::Struct;
        if views.len() < 2 || !views.iter().all(is_object) {
            return None;
        }
        let mut required = views.first()?.required.iter();
        required.find_map(|property| {
            if sought.is_some_and(|sought| sought != *property) {
                return None;
            }
            let mut values: Vec<(String, usize)> = Vec::new();
            let mut seen = HashSet::new();
            for (index, view) in views.iter().enumerate() {
                for text in self.texts(view, property)? {
                    if !seen.insert(text) {
                        return None;
                    }
                    values.push((text.to_owned(), index));
                }
            }
            Some(Decision::Discriminator {
                property: (*property).to_owned(),
                values,
                default: None,
            })
        })
    }

    /// The texts that are all that a required property can be.
    fn texts(&self, view: &View<'_>, property: &str) -> Option<Vec<&'d str>> {
        if !view.required.contains(property) {
            return None;
        }
        let schemas = view.properties.get(property)?;
        let values = View::of(self.document, self.reading, schemas).values?;
        values.iter().map(|value| value.as_str()).collect()
    }

    /// A rule for each view.
    fn rules(&self, views: &[View<'_>]) -> Vec<Rule> {
        let types: Vec<Vec<JsonType>> = views.iter().map(|view| self.json_types(view, 0)).collect();
        let untyped = types.iter().filter(|types| types.is_empty()).count();
        let of_type = counts(types.iter().flatten().copied());
        let of_name = counts(views.iter().flat_map(names));
        let constants: Vec<HashMap<&str, &Value>> =
            views.iter().map(|view| self.constants(view)).collect();
        let of_constant = Constants::of(&constants);
        let apart = |json_type: &JsonType| untyped == 0 && of_type.get(json_type) == Some(&1);
        let only_here = |name: &&&str| of_name.get(**name) == Some(&1);
        let mut rules = Vec::new();
        for ((view, types), constants) in views.iter().zip(&types).zip(&constants) {
            let constant = || {
                let mut names = view.properties.keys().copied();
                names.find(|name| of_constant.tells(name, constants))
            };
            rules.push(match types.as_slice() {
                [json_type] if apart(json_type) => Rule::Type(*json_type),
                _ => match (constant(), view.required.iter().find(only_here)) {
                    (Some(name), _) => Rule::Constant(name.to_owned(), constants[name].clone()),
                    (None, Some(name)) => Rule::Property((*name).to_owned()),
                    (None, None) => Rule::Trial,
                },
            });
        }
        rules
    }

    /// The properties that have one value only.
    fn constants<'v>(&self, view: &'v View<'_>) -> HashMap<&'v str, &'v Value>
    where
        Self: 'v,
    {
        let mut constants = HashMap::new();
        for (name, schemas) in &view.properties {
            let property = View::of(self.document, self.reading, schemas);
            if let Some([value]) = property.values.as_deref() {
                constants.insert(*name, *value);
            }
        }
        constants
    }

    /// Whether a union's member says all that stands around the union.
    pub(super) fn adds_nothing(&self, around: &View<'_>, member: &View<'_>) -> bool {
        if around.unions.len() > 1 || around.asserts_beside_unions() {
            return false;
        }
        let Some(admitted) = around.types else {
            return true;
        };
        let types = self.json_types(member, 0);
        let is_admitted = |json_type: &JsonType| admitted.contains(*json_type);
        match types.as_slice() {
            [] => false,
            types => types.iter().all(is_admitted),
        }
    }

    /// The JSON types a view's Rust type is made from; empty where that is any.
    pub(super) fn json_types(&self, view: &View<'_>, depth: usize) -> Vec<JsonType> {
        match classify(view) {
            Class::Boolean => vec![JsonType::Boolean],
            Class::Integer | Class::Number => vec![JsonType::Number],
            Class::Text | Class::OpenEnum => vec![JsonType::String],
            Class::Array => vec![JsonType::Array],
            Class::Struct | Class::Map | Class::OpenObject => vec![JsonType::Object],
            Class::TypeUnion => view.types_but_null(),
            Class::Null => vec![JsonType::Null],
            Class::Union => self.union_types(view, depth),
            Class::Any | Class::Untyped | Class::Never => Vec::new(),
        }
    }

    fn union_types(&self, view: &View<'_>, depth: usize) -> Vec<JsonType> {
        let stated = view.types_but_null();
        if !stated.is_empty() || depth == MAX_DEPTH {
            return stated;
        }
        let mut all = Vec::new();
        for member in view.unions.iter().take(1).flat_map(|union| union.members) {
            if self.is_null(*member) {
                continue;
            }
            let member = View::of(self.document, self.reading, &[*member]);
            let types = self.json_types(&member, depth + 1);
            if types.is_empty() {
                return types;
            }
            all.extend(types);
        }
        all.sort_unstable();
        all.dedup();
        all
    }
}

impl View<'_> {
    /// Whether anything is said beside types and unions that a type states.
    fn asserts_beside_unions(&self) -> bool {
        let closes = self.speaks_of_objects && self.is_strict();
        self.values.is_some()
            || closes
            || !self.properties.is_empty()
            || !self.required.is_empty()
            || self.min_length.is_some()
            || self.max_length.is_some()
            || !self.patterns.is_empty()
            || self.bounds != Bounds::default()
            || self.speaks_of_arrays
    }
}

/// The names of the properties that a view speaks of.
fn names<'d>(view: &View<'d>) -> Vec<&'d str> {
    let unlisted = |name: &&&str| !view.properties.contains_key(**name);
    let required = view.required.iter().filter(unlisted);
    view.properties.keys().chain(required).copied().collect()
}

/// How often properties have one value only, and how often it is the same one.
struct Constants<'v> {
    of_name: HashMap<&'v str, usize>,
    of_value: HashMap<(&'v str, String), usize>,
}

impl<'v> Constants<'v> {
    fn of(all: &[HashMap<&'v str, &'v Value>]) -> Self {
        let entries = || all.iter().flatten();
        Self {
            of_name: counts(entries().map(|(name, _)| *name)),
            of_value: counts(entries().map(|(name, value)| (*name, canonical(value)))),
        }
    }

    /// Whether a property has another value wherever else it has only one.
    fn tells(&self, name: &str, constants: &HashMap<&'v str, &'v Value>) -> bool {
        let Some((name, value)) = constants.get_key_value(name) else {
            return false;
        };
        let with_value = self.of_value.get(&(*name, canonical(value)));
        with_value == Some(&1) && self.of_name.get(name).is_some_and(|count| *count > 1)
    }
}

/// Whether no value can be of two variants.
fn exclude_each_other(rules: &[Rule], views: &[View<'_>]) -> bool {
    let is_type = |rule: &Rule| matches!(rule, Rule::Type(_));
    let Some(Rule::Constant(property, _)) = rules.first() else {
        return rules.len() < 2 || rules.iter().all(is_type);
    };
    let is_constant = |rule: &Rule| matches!(rule, Rule::Constant(name, _) if name == property);
    let is_there = |view: &View<'_>| view.required.contains(property.as_str());
    rules.iter().all(is_constant) && views.iter().all(is_there)
}

/// How often each value comes.
fn counts<K: Eq + Hash>(keys: impl IntoIterator<Item = K>) -> HashMap<K, usize> {
    let mut counts = HashMap::new();
    for key in keys {
        *counts.entry(key).or_default() += 1;
    }
    counts
}
