//! Types that are one of several, and strings with known values.
//!
//! A `oneOf` becomes an enum. An `anyOf` of inline objects becomes one struct,
//! for an instance that satisfies two of them must keep the properties of both.

use std::collections::{HashMap, HashSet};

use bindery_openapi::Location;
use bindery_openapi::document::{JsonType, SchemaId};
use serde_json::Value;

use super::alternatives::UnionView;
use super::assertion::looks_at_others;
use super::class::{Class, classify, describes_arrays, describes_objects};
use super::merge::merge_objects;
use super::onlookers::beside_types;
use super::place::Place;
use super::view::{AdditionalView, View};
use super::{Lowering, constraint};
use crate::api::{
    Assertion, Constraint, Decision, Keyword, Name, OpenEnum, Rule, Shape, Struct, TypeId,
    TypeKind, TypeRef, Union, UnionVariant, ValueVariant,
};
use crate::config::Reading;

/// A member of a union, with what stands beside the union.
struct Member<'d> {
    view: View<'d>,
    shape: Shape,
}

impl<'d> Lowering<'d> {
    /// The kind of a type that has an item of its own.
    pub(super) fn lower_item_kind(
        &mut self,
        class: Class,
        ids: &[SchemaId],
        view: &View<'d>,
        id: TypeId,
        place: &Place,
    ) -> TypeKind {
        match class {
            Class::OpenEnum => TypeKind::OpenEnum(self.lower_enum(ids, view, id)),
            Class::Struct => TypeKind::Struct(Struct {
                left_out: self.left_out(ids, view),
                ..self.lower_struct(view, id, place)
            }),
            Class::TypeUnion => TypeKind::Union(self.lower_type_union(view, id, place)),
            Class::Union => self.lower_union_kind(ids, view, id, place),
            Class::Untyped => TypeKind::Union(self.lower_untyped(view, id, place)),
            Class::Never
            | Class::Null
            | Class::Any
            | Class::Boolean
            | Class::Integer
            | Class::Number
            | Class::Text
            | Class::Array
            | Class::Map
            | Class::OpenObject => TypeKind::Alias(self.lower_use(class, view, place).reference),
        }
    }

    fn lower_enum(&mut self, ids: &[SchemaId], view: &View<'d>, id: TypeId) -> OpenEnum {
        let location = self.types[id.0].location.clone();
        let values = view
            .values
            .iter()
            .flatten()
            .filter_map(|value| value.as_str());
        let said = self.said_of_values(view);
        let listed = self.listed_at(ids, &location);
        let mut variants: Vec<ValueVariant> = Vec::new();
        let mut seen = HashSet::new();
        for value in values {
            if seen.insert(value) {
                let mut name = Name::unsettled(value, location.clone());
                let said = said.iter().find(|(of, _)| of.as_str() == Some(value));
                let said = said.map(|(_, said)| said);
                name.rust.extend(said.and_then(|said| said.name));
                variants.push(ValueVariant {
                    name,
                    index: listed.get(value).copied(),
                    docs: said.and_then(|said| said.docs.clone()),
                });
            }
        }
        OpenEnum {
            variants,
            unknown: String::new(),
            constraints: Vec::new(),
        }
    }

    /// The index of each text in the `enum` of the schema at a place.
    fn listed_at(&self, ids: &[SchemaId], location: &Location) -> HashMap<&'d str, usize> {
        let document = self.document;
        let schemas = ids.iter().map(|id| document.schema(*id));
        let own = schemas.filter(|schema| schema.location == *location);
        let listed = own.flat_map(|schema| schema.enumeration.iter().flatten().enumerate());
        let texts = listed.filter_map(|(index, value)| Some((value.as_str()?, index)));
        texts.collect()
    }

    /// A schema of several JSON types: a variant for each.
    fn lower_type_union(&mut self, view: &View<'d>, id: TypeId, place: &Place) -> Union {
        let types = view.types_but_null();
        let mut union = Union::of_rules();
        for json_type in types {
            self.lower_type_variant(&mut union, view, json_type, id, place);
        }
        union
    }

    /// A schema that describes objects or arrays and says nothing of values of other types: a
    /// variant for each, and one for the others.
    fn lower_untyped(&mut self, view: &View<'d>, id: TypeId, place: &Place) -> Union {
        let described = [
            (describes_objects(view), JsonType::Object),
            (describes_arrays(view), JsonType::Array),
        ];
        let types = described
            .into_iter()
            .filter(|(is_described, _)| *is_described);
        let types: Vec<JsonType> = types.map(|(_, json_type)| json_type).collect();
        let mut union = Union::of_rules();
        for json_type in types.iter().copied() {
            self.lower_type_variant(&mut union, view, json_type, id, place);
        }
        let shape = Shape {
            reference: TypeRef::Json,
            constraints: self.checks_of_any(view),
        };
        let name = Name::unsettled("other", self.types[id.0].location.clone());
        union.push(UnionVariant::new(name, shape), Rule::TypeBut(types));
        union
    }

    /// The variant of one JSON type.
    fn lower_type_variant(
        &mut self,
        union: &mut Union,
        view: &View<'d>,
        json_type: JsonType,
        id: TypeId,
        place: &Place,
    ) {
        let mut narrowed = view.clone();
        narrowed.types = Some(json_type.into());
        if let Some(values) = &mut narrowed.values {
            values.retain(|value| json_type.admits(value));
        }
        let name = json_type.as_str();
        let shape = self.lower_composed(&narrowed, None, &place.part(name), id);
        let name = Name::unsettled(name, self.types[id.0].location.clone());
        union.push(UnionVariant::new(name, shape), Rule::Type(json_type));
    }

    fn lower_union_kind(
        &mut self,
        ids: &[SchemaId],
        view: &View<'d>,
        id: TypeId,
        place: &Place,
    ) -> TypeKind {
        let is_component = |id| self.components.contains_key(&id);
        if let Some(merged) = merge_objects(self.document, view, is_component) {
            let mut structure = self.lower_struct(&merged.view, id, place);
            structure.constraints.push(merged.any_required);
            return TypeKind::Struct(structure);
        }
        let Some(union) = self.stated_union(view) else {
            return TypeKind::Newtype(Shape {
                reference: TypeRef::Json,
                constraints: constraint::of_null(),
            });
        };
        let lowered = self.lower_union(ids, view, union, id, place);
        if lowered.variants.is_empty() {
            let keyword = if union.exactly_one { "oneOf" } else { "anyOf" };
            self.report_contradiction(ids, view, Some(keyword));
            return TypeKind::Alias(TypeRef::Never);
        }
        TypeKind::Union(lowered)
    }

    /// The union of the view that its type is made of.
    pub(super) fn stated_union<'v, 'w>(&self, view: &'v View<'w>) -> Option<&'v UnionView<'w>> {
        let holds =
            |union: &&UnionView<'w>| union.members.iter().any(|member| !self.is_null(*member));
        view.unions.iter().find(holds)
    }

    fn lower_union(
        &mut self,
        ids: &[SchemaId],
        view: &View<'d>,
        union: &UnionView<'d>,
        id: TypeId,
        place: &Place,
    ) -> Union {
        let (mut members, mut views, mut variants) = (Vec::new(), Vec::new(), Vec::new());
        let names = self.variant_names(union.members);
        for (member, name) in union.members.iter().zip(names.iter()) {
            if self.is_null(*member) {
                continue;
            }
            let place = place.part(name);
            let lowered = match self.base_beside(*member, &members) {
                Some(itself) => Some(Member {
                    view: View::of(self.document, self.reading, &[*member]),
                    shape: Shape::plain(itself),
                }),
                None => self.lower_member(ids, view, union, *member, &place, id),
            };
            let Some(lowered) = lowered else {
                continue;
            };
            let location = self.document.schema(*member).location.clone();
            members.push(*member);
            views.push(lowered.view);
            variants.push(UnionVariant::new(
                Name::unsettled(name, location),
                lowered.shape,
            ));
        }
        let decision = self.lower_decision(union, &members, &views);
        let is_told = matches!(decision, Decision::Discriminator { .. });
        if !union.exactly_one && !is_told {
            keep_of_each_other(&mut variants, &views);
        }
        Union {
            variants,
            decision,
            constraints: self
                .named_kind(union, &views)
                .into_iter()
                .chain(self.no_null(union))
                .collect(),
            unknown: String::new(),
        }
    }

    /// The check that a value is not null, where by the letter two members of a `oneOf` admit it and so none is meant.
    /// Types of members hold no null beside others that do.
    fn no_null(&mut self, union: &UnionView<'_>) -> Option<Constraint> {
        if self.reading == Reading::Lenient || !union.exactly_one {
            return None;
        }
        let admitting = union.members.iter();
        let admitting = admitting.filter(|member| self.null_satisfies(**member, 0));
        (admitting.count() > 1).then(|| {
            let null = Assertion(vec![Keyword::Type(vec![JsonType::Null])]);
            Constraint::Schema(Assertion(vec![Keyword::Not(null)]))
        })
    }

    /// The check that a value says which member it is, where a member does not require it to. What a
    /// value without it is, is undefined (OpenAPI 3.1.1 §4.8.25): people mean that it is there.
    fn named_kind(&self, union: &UnionView<'_>, views: &[View<'_>]) -> Option<Constraint> {
        let discriminator = union.discriminator.filter(|it| it.default.is_none())?;
        let property = &*discriminator.property_name;
        let is_required = views.iter().all(|view| view.required.contains(property));
        let is_kept = views.iter().all(|view| self.keeps(view, property));
        (!is_required && is_kept && self.reading == Reading::Lenient).then(|| {
            let required = Keyword::Required(vec![property.to_owned()]);
            Constraint::Schema(Assertion(vec![required]))
        })
    }

    /// A member with what stands beside the union; `None` where the two contradict each other.
    fn lower_member(
        &mut self,
        ids: &[SchemaId],
        view: &View<'d>,
        union: &UnionView<'d>,
        member: SchemaId,
        place: &Place,
        id: TypeId,
    ) -> Option<Member<'d>> {
        let alone = View::of(self.document, self.reading, &[member]);
        if alone.never {
            return None;
        }
        if view.excludes_what_is_listed(&alone) || alone.excludes_what_is_listed(view) {
            self.report_left_out(member);
            return None;
        }
        let says_all = is_made_of(&alone, view)
            || self.adds_nothing(view, &alone) && !self.looks_at_what_is_dropped(view, &alone);
        if says_all {
            let beside = self.beside(view);
            let view = View::looked_at(self.document, self.reading, &[member], &beside);
            let shape = self.lower_part(&[member], beside, place).shape;
            return Some(Member { view, shape });
        }
        let (document, onlookers) = (self.document, &view.onlookers);
        let mut composed = View::of_member(document, self.reading, ids, member, onlookers);
        // A union inside this one would be composed again without end: it is checked instead.
        composed
            .unions
            .retain(|other| !std::ptr::eq(other.members, union.members));
        let inner = composed.unions.drain(..).flat_map(|other| other.members);
        let inner: Vec<SchemaId> = inner.copied().collect();
        composed.onlookers.extend(&inner);
        if looks_at_others(self.document, inner, &|name| composed.has_field(name)) {
            composed.keep_others();
        }
        if composed.never {
            self.report_left_out(member);
            return None;
        }
        let of = Some((member, ids));
        let residue = self.residue_of_sources(&composed, &alone.sources, &[], of);
        let shape = self.lower_composed(&composed, residue, place, id);
        Some(Member {
            view: composed,
            shape,
        })
    }

    /// The schemas that look at a union's value from beside the union.
    fn beside(&self, view: &View<'_>) -> Vec<SchemaId> {
        let sources = view.sources.iter().map(|id| self.document.schema(*id));
        let beside = sources.flat_map(beside_types);
        let mut all: Vec<SchemaId> = view.onlookers.iter().copied().chain(beside).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// A view that no schema states as such: named after its place in the type `parent`.
    fn lower_composed(
        &mut self,
        view: &View<'d>,
        residue: Option<Constraint>,
        place: &Place,
        parent: TypeId,
    ) -> Shape {
        let class = classify(view);
        if !class.has_an_item() {
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

/// Lets the variants that are structs keep the properties that only other members of the same `anyOf` name: a value may
/// satisfy several. The struct itself is what its own schema says, wherever it is used.
fn keep_of_each_other(variants: &mut [UnionVariant], views: &[View<'_>]) {
    let names = views.iter().flat_map(|view| view.properties.keys());
    let all = names.collect::<HashSet<_>>().len();
    for (variant, view) in variants.iter_mut().zip(views) {
        let keeps_all = view.additional == AdditionalView::Any;
        let is_struct = classify(view) == Class::Struct;
        variant.others = is_struct && !keeps_all && view.properties.len() < all;
    }
}

/// Whether a member refers by `allOf` to the schema that has the union, and so says all of it itself.
fn is_made_of(member: &View<'_>, around: &View<'_>) -> bool {
    let mut around = around.sources.iter();
    !member.above.is_empty() && around.all(|source| member.sources.contains(source))
}
