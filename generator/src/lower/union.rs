//! Types that are one of several, and strings with known values.
//!
//! A `oneOf` becomes an enum. An `anyOf` of inline objects becomes one struct,
//! for an instance that satisfies two of them must keep the properties of both.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use bindery_openapi::Document;
use bindery_openapi::document::{JsonType, SchemaId};
use serde_json::Value;

use super::assertion::looks_at_others;
use super::class::{Class, classify};
use super::place::Place;
use super::view::{UnionView, View, is_of};
use super::{Lowering, constraint};
use crate::api::{
    Constraint, Decision, Name, OpenEnum, Rule, Shape, Struct, TypeId, TypeKind, TypeRef, Union,
    UnionVariant, ValueVariant,
};

impl Lowering<'_> {
    /// The kind of a type that has an item of its own.
    pub(super) fn lower_item_kind(
        &mut self,
        class: Class,
        ids: &[SchemaId],
        view: &View<'_>,
        id: TypeId,
        place: &Place,
    ) -> TypeKind {
        match class {
            Class::OpenEnum => TypeKind::OpenEnum(self.lower_enum(view, id)),
            Class::Struct => TypeKind::Struct(Struct {
                left_out: self.left_out(ids, view),
                ..self.lower_struct(view, id, place)
            }),
            Class::TypeUnion => TypeKind::Union(self.lower_type_union(view, id, place)),
            Class::Union => self.lower_union_kind(ids, view, id, place),
            Class::Any
            | Class::Boolean
            | Class::Integer
            | Class::Number
            | Class::Text
            | Class::Array
            | Class::Map
            | Class::OpenObject => TypeKind::Alias(self.lower_use(class, view, place).reference),
        }
    }

    fn lower_enum(&mut self, view: &View<'_>, id: TypeId) -> OpenEnum {
        let location = self.types[id.0].location.clone();
        let values = view
            .values
            .iter()
            .flatten()
            .filter_map(|value| value.as_str());
        let mut variants: Vec<ValueVariant> = Vec::new();
        let mut seen = HashSet::new();
        for value in values {
            if seen.insert(value) {
                variants.push(ValueVariant {
                    name: Name::unsettled(value, location.clone()),
                });
            }
        }
        OpenEnum {
            variants,
            unknown: String::new(),
            constraints: Vec::new(),
        }
    }

    /// A schema of several JSON types: a variant for each.
    fn lower_type_union(&mut self, view: &View<'_>, id: TypeId, place: &Place) -> Union {
        let location = self.types[id.0].location.clone();
        let mut variants = Vec::new();
        let mut rules = Vec::new();
        for json_type in view.types_but_null() {
            let mut narrowed = view.clone();
            narrowed.types = Some([json_type].into_iter().collect());
            if let Some(values) = &mut narrowed.values {
                values.retain(|value| is_of(value, json_type));
            }
            let name = json_type.as_str();
            let shape = self.lower_composed(&narrowed, None, &place.part(name), id);
            variants.push(UnionVariant {
                name: Name::unsettled(name, location.clone()),
                shape,
            });
            rules.push(Rule::Type(json_type));
        }
        Union {
            variants,
            decision: Decision::Rules(rules),
            unknown: String::new(),
            constraints: Vec::new(),
        }
    }

    fn lower_union_kind(
        &mut self,
        ids: &[SchemaId],
        view: &View<'_>,
        id: TypeId,
        place: &Place,
    ) -> TypeKind {
        let is_component = |id| self.components.contains_key(&id);
        if let Some(merged) = merge_objects(self.document, view, is_component) {
            let mut structure = self.lower_struct(&merged.view, id, place);
            structure.constraints.extend(merged.any_required);
            return TypeKind::Struct(structure);
        }
        let Some(union) = self.stated_union(view) else {
            return TypeKind::Alias(TypeRef::Json);
        };
        TypeKind::Union(self.lower_union(ids, view, union, id, place))
    }

    /// The union of the view that its type is made of.
    pub(super) fn stated_union<'v, 'd>(&self, view: &'v View<'d>) -> Option<&'v UnionView<'d>> {
        let holds =
            |union: &&UnionView<'_>| union.members.iter().any(|member| !self.is_null(*member));
        view.unions.iter().find(holds)
    }

    fn lower_union(
        &mut self,
        ids: &[SchemaId],
        view: &View<'_>,
        union: &UnionView<'_>,
        id: TypeId,
        place: &Place,
    ) -> Union {
        let members: Vec<SchemaId> = union
            .members
            .iter()
            .copied()
            .filter(|member| !self.is_null(*member))
            .collect();
        let mut variants = Vec::new();
        for (index, member) in members.iter().enumerate() {
            let name = self.variant_name(*member, index);
            let shape = match self.base_beside(*member, &members) {
                Some(itself) => Shape::plain(itself),
                None => self.lower_member(ids, view, union, *member, &place.part(&name), id),
            };
            let location = self.document.schema(*member).location.clone();
            variants.push(UnionVariant {
                name: Name::unsettled(name, location),
                shape,
            });
        }
        let decision = self.lower_decision(union, &members);
        Union {
            variants,
            decision,
            unknown: String::new(),
            constraints: Vec::new(),
        }
    }

    /// A member with what stands beside the union.
    fn lower_member(
        &mut self,
        ids: &[SchemaId],
        view: &View<'_>,
        union: &UnionView<'_>,
        member: SchemaId,
        place: &Place,
        id: TypeId,
    ) -> Shape {
        let stands_alone = view.unions.len() == 1
            && view.properties.is_empty()
            && view.required.is_empty()
            && view.values.is_none();
        if stands_alone {
            return self.lower_at(&[member], place).with_null();
        }
        let all: Vec<SchemaId> = ids.iter().copied().chain([member]).collect();
        let mut composed = View::of(self.document, &all);
        // A union inside this one would be composed again without end: it is checked instead.
        composed
            .unions
            .retain(|other| !std::ptr::eq(other.members, union.members));
        let inner = composed.unions.drain(..).flat_map(|other| other.members);
        let inner: Vec<SchemaId> = inner.copied().collect();
        if looks_at_others(self.document, inner, &|name| composed.has_field(name)) {
            composed.keep_others();
        }
        let own = View::of(self.document, &[member]).sources;
        let residue = self.residue_of_sources(&composed, &own, &[]);
        self.lower_composed(&composed, residue, place, id)
    }

    /// A view that no schema states as such: named after its place in the type `parent`.
    fn lower_composed(
        &mut self,
        view: &View<'_>,
        residue: Option<Constraint>,
        place: &Place,
        parent: TypeId,
    ) -> Shape {
        let class = classify(view);
        if !constraint::are_in_the_type(class) {
            let mut shape = self.lower_use(class, view, place);
            shape.constraints.extend(residue);
            return shape;
        }
        let location = self.types[parent.0].location.clone();
        let id = self.declare_at(place, &location);
        let kind = self.lower_item_kind(class, &[], view, id, place);
        self.define(id, constraint::checked(kind, residue));
        Shape::plain(TypeRef::Named(id))
    }

    fn lower_decision(&self, union: &UnionView<'_>, members: &[SchemaId]) -> Decision {
        if let Some(discriminator) = union.discriminator {
            return Decision::Discriminator {
                property: discriminator.property_name.to_string(),
                values: self.discriminator_values(&discriminator.mapping, members),
            };
        }
        let views: Vec<View<'_>> = members
            .iter()
            .map(|member| View::of(self.document, &[*member]))
            .collect();
        Decision::Rules(rules(&views))
    }

    /// The values of the mapping, then the names of the components it does not speak of
    /// (OpenAPI 3.1.1 §4.8.25.2).
    pub(super) fn discriminator_values(
        &self,
        mapping: &[(Box<str>, SchemaId)],
        members: &[SchemaId],
    ) -> Vec<(String, usize)> {
        let targets: Vec<SchemaId> = members
            .iter()
            .map(|member| self.document.resolve(*member))
            .collect();
        let position = |id: SchemaId| {
            targets
                .iter()
                .position(|target| *target == self.document.resolve(id))
        };
        let mapped = mapping
            .iter()
            .filter_map(|(value, id)| Some((value.to_string(), position(*id)?)));
        let mut values: Vec<(String, usize)> = mapped.collect();
        for (index, target) in targets.iter().enumerate() {
            let named = values.iter().any(|(_, mapped)| *mapped == index);
            let component = self.component_name(*target).filter(|_| !named);
            values.extend(component.map(|name| (name.to_owned(), index)));
        }
        values
    }

    /// What a member is called: its component, its title, what only it requires, its type.
    pub(super) fn variant_name(&self, member: SchemaId, index: usize) -> String {
        let target = self.document.resolve(member);
        if let Some(name) = self.component_name(target) {
            return name.to_owned();
        }
        let schema = self.document.schema(target);
        if let Some(title) = &schema.title {
            return title.to_string();
        }
        let view = View::of(self.document, &[member]);
        let required: Vec<&str> = view.required.iter().copied().collect();
        match (required.as_slice(), view.types_but_null().as_slice()) {
            ([required], _) => (*required).to_owned(),
            (_, [json_type]) if *json_type != JsonType::Object => json_type.as_str().to_owned(),
            _ => format!("Variant{}", index + 1),
        }
    }

    /// Whether a member admits null and nothing else.
    pub(super) fn is_null(&self, member: SchemaId) -> bool {
        let schema = self.document.schema(self.document.resolve(member));
        let only_null = schema
            .enumeration
            .as_ref()
            .is_some_and(|v| v.iter().all(Value::is_null));
        let is_null = schema.constant.as_ref().is_some_and(Value::is_null);
        schema.types.iter().eq([JsonType::Null]) || only_null || is_null
    }
}

/// An `anyOf` of objects as one.
struct Merged<'d> {
    view: View<'d>,
    any_required: Option<Constraint>,
}

/// The struct that an `anyOf` of inline objects becomes, where no property is described twice.
fn merge_objects<'d>(
    document: &'d Document,
    view: &View<'_>,
    is_component: impl Fn(SchemaId) -> bool,
) -> Option<Merged<'d>> {
    let [union] = view.unions.as_slice() else {
        return None;
    };
    if union.exactly_one || union.discriminator.is_some() {
        return None;
    }
    let ids = union.members;
    let mut merged = View::of(document, &[]);
    let mut sets = Vec::new();
    for member in ids {
        let inline = !is_component(document.resolve(*member));
        let member = View::of(document, &[*member]);
        if !inline || classify(&member) != Class::Struct || !member.unions.is_empty() {
            return None;
        }
        sets.push(
            member
                .required
                .iter()
                .map(|name| (*name).to_owned())
                .collect(),
        );
        for (name, schemas) in member.properties {
            if merged.properties.insert(name, schemas).is_some() {
                return None;
            }
        }
    }
    for name in sets.iter().flatten().map(|name: &String| name.as_str()) {
        merged.properties.get(name)?;
    }
    if !view.properties.is_empty() || !view.required.is_empty() {
        return None;
    }
    merged.speaks_of_objects = true;
    Some(Merged {
        view: merged,
        any_required: Some(Constraint::AnyRequired(sets)),
    })
}

/// What tells each variant from the others.
fn rules(views: &[View<'_>]) -> Vec<Rule> {
    let types: Vec<Vec<JsonType>> = views.iter().map(json_types).collect();
    let untyped = types.iter().filter(|types| types.is_empty()).count();
    let of_type = counts(types.iter().flatten().copied());
    let names = views.iter().flat_map(|view| {
        let unlisted = |name: &&&str| !view.properties.contains_key(**name);
        let required = view.required.iter().filter(unlisted);
        view.properties.keys().chain(required).copied()
    });
    let of_name = counts(names);
    let apart = |json_type: &JsonType| untyped == 0 && of_type.get(json_type) == Some(&1);
    let only_here = |name: &&&str| of_name.get(**name) == Some(&1);
    let rule = |(view, types): (&View<'_>, &Vec<JsonType>)| match types.as_slice() {
        [json_type] if apart(json_type) => Rule::Type(*json_type),
        _ => match view.required.iter().find(only_here) {
            Some(name) => Rule::Property((*name).to_owned()),
            None => Rule::Trial,
        },
    };
    views.iter().zip(&types).map(rule).collect()
}

/// How often each value comes.
fn counts<K: Eq + Hash>(keys: impl Iterator<Item = K>) -> HashMap<K, usize> {
    let mut counts = HashMap::new();
    for key in keys {
        *counts.entry(key).or_default() += 1;
    }
    counts
}

/// The JSON types a view's Rust type is made from; empty where that is any.
fn json_types(view: &View<'_>) -> Vec<JsonType> {
    match classify(view) {
        Class::Boolean => vec![JsonType::Boolean],
        Class::Integer | Class::Number => vec![JsonType::Number],
        Class::Text | Class::OpenEnum => vec![JsonType::String],
        Class::Array => vec![JsonType::Array],
        Class::Struct | Class::Map | Class::OpenObject => vec![JsonType::Object],
        Class::TypeUnion => view.types_but_null(),
        Class::Any | Class::Union => Vec::new(),
    }
}
