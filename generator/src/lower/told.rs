//! Which values of a discriminator stand for which member of a union (OpenAPI 3.1.1 §4.8.25).

use std::collections::HashMap;

use bindery_openapi::document::{Discriminator, JsonType, SchemaId};

use super::Lowering;
use super::alternatives::UnionView;
use super::class::{Class, classify};
use super::view::View;
use crate::config::Reading;

/// How deep unions within unions are looked into.
const MAX_DEPTH: usize = 8;

/// A member of a union that a discriminator may tell.
struct Member<'v, 'd> {
    id: SchemaId,
    view: &'v View<'d>,
    /// The texts that its property lists.
    listed: Vec<&'d str>,
}

impl<'d> Lowering<'d> {
    /// The values of a discriminator, each with its member. Nothing where it does not tell every
    /// object that the union holds: where its property is no text, a member does not have it, no
    /// value stands for a member, or one stands for two.
    pub(super) fn told_values(
        &self,
        discriminator: &Discriminator,
        ids: &[SchemaId],
        views: &[View<'d>],
    ) -> Option<Vec<(String, usize)>> {
        self.told_values_within(discriminator, ids, views, 0)
    }

    fn told_values_within(
        &self,
        discriminator: &Discriminator,
        ids: &[SchemaId],
        views: &[View<'d>],
        depth: usize,
    ) -> Option<Vec<(String, usize)>> {
        let property = &*discriminator.property_name;
        let members = ids.iter().zip(views).map(|(id, view)| {
            let listed = self.listed_texts(view, property)?;
            let id = *id;
            Some(Member { id, view, listed })
        });
        let members: Vec<Member<'_, 'd>> = members.collect::<Option<_>>()?;
        let mut values = self.mapped_values(&discriminator.mapping, ids);
        for (index, member) in members.iter().enumerate() {
            let is_mapped = values.iter().any(|(_, mapped)| *mapped == index);
            if !is_mapped && self.may_be_object(member.view) {
                let texts = self.texts_of(member, &members, property, depth)?;
                values.extend(texts.into_iter().map(|text| (text, index)));
            }
        }
        let mut of_text = HashMap::new();
        let mut all = values.iter();
        let is_clear =
            all.all(|(text, index)| of_text.insert(text, index).is_none_or(|it| it == index));
        is_clear.then_some(values)
    }

    /// What stands for a member that the mapping does not speak of: the texts that its property lists
    /// and no other's does, the values of the union that it is, else its name.
    fn texts_of(
        &self,
        member: &Member<'_, 'd>,
        all: &[Member<'_, 'd>],
        property: &str,
        depth: usize,
    ) -> Option<Vec<String>> {
        let listed = &member.listed;
        if listed.is_empty() {
            let within = self.texts_within(member.view, property, depth);
            return within.or_else(|| Some(vec![self.own_name(member.id)?.to_owned()]));
        }
        let others = all.iter().filter(|other| other.id != member.id);
        let is_own = |text: &&&str| !others.clone().any(|other| other.listed.contains(text));
        let own: Vec<String> = listed
            .iter()
            .filter(is_own)
            .map(|text| (*text).to_owned())
            .collect();
        if !own.is_empty() {
            return Some(own);
        }
        let name = self
            .own_name(member.id)
            .filter(|name| listed.contains(name));
        Some(vec![name?.to_owned()])
    }

    /// The values of a member that is itself a union, told apart by the same property.
    fn texts_within(&self, view: &View<'d>, property: &str, depth: usize) -> Option<Vec<String>> {
        let is_told = |union: &&UnionView<'d>| {
            let mut discriminators = union.discriminator.iter();
            discriminators.any(|discriminator| &*discriminator.property_name == property)
        };
        let union = view.unions.iter().find(is_told)?;
        let discriminator = union.discriminator.filter(|_| depth < MAX_DEPTH)?;
        let members = union
            .members
            .iter()
            .filter(|member| !self.is_null(**member));
        let ids: Vec<SchemaId> = members.copied().collect();
        let views = ids
            .iter()
            .map(|id| View::of(self.document, self.reading, &[*id]));
        let views: Vec<View<'d>> = views.collect();
        let values = self.told_values_within(discriminator, &ids, &views, depth + 1)?;
        Some(values.into_iter().map(|(text, _)| text).collect())
    }

    /// The texts that the property of a member lists, if any; nothing where it is no text, or the
    /// member does not have it.
    fn listed_texts(&self, view: &View<'d>, property: &str) -> Option<Vec<&'d str>> {
        if !self.keeps(view, property) {
            return None;
        }
        let Some(schemas) = view.properties.get(property) else {
            return Some(Vec::new());
        };
        let property = View::of(self.document, self.reading, schemas);
        let is_text = property
            .types
            .is_none_or(|types| types.contains(JsonType::String));
        let values = property.values.into_iter().flatten();
        is_text.then(|| values.filter_map(|value| value.as_str()).collect())
    }

    /// Whether a member's type has the property. By the letter every type keeps every property.
    pub(super) fn keeps(&self, view: &View<'_>, property: &str) -> bool {
        self.reading == Reading::Strict
            || classify(view) != Class::Struct
            || view.has_field(property)
    }

    fn may_be_object(&self, view: &View<'_>) -> bool {
        let types = self.json_types(view, 0);
        types.is_empty() || types.contains(&JsonType::Object)
    }

    /// The values of the mapping, then the names of the components it does not speak of
    /// (OpenAPI 3.1.1 §4.8.25.2).
    pub(super) fn discriminator_values(
        &self,
        mapping: &[(Box<str>, SchemaId)],
        members: &[SchemaId],
    ) -> Vec<(String, usize)> {
        let mut values = self.mapped_values(mapping, members);
        for (index, member) in members.iter().enumerate() {
            let named = values.iter().any(|(_, mapped)| *mapped == index);
            let component = self.own_name(*member).filter(|_| !named);
            values.extend(component.map(|name| (name.to_owned(), index)));
        }
        values
    }

    fn mapped_values(
        &self,
        mapping: &[(Box<str>, SchemaId)],
        members: &[SchemaId],
    ) -> Vec<(String, usize)> {
        let mapped = mapping
            .iter()
            .filter_map(|(value, id)| Some((value.to_string(), self.position(members, *id)?)));
        mapped.collect()
    }

    /// The name of the component that a member is.
    fn own_name(&self, member: SchemaId) -> Option<&'d str> {
        self.component_name(self.document.resolve(member))
    }

    /// Which member a schema is.
    pub(super) fn position(&self, members: &[SchemaId], id: SchemaId) -> Option<usize> {
        let target = self.document.resolve(id);
        let mut targets = members.iter().map(|member| self.document.resolve(*member));
        targets.position(|member| member == target)
    }
}
