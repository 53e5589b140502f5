//! Components whose `discriminator` names no members: a use of one means any component that refers to it by `allOf`
//! (OpenAPI 3.0.3 §4.7.25.1, "Models with Polymorphism Support"), and so becomes a union of these.
//!
//! What refers to it by `allOf` means the schema itself. Where that is a variant too, it has a type beside the union.

use bindery_openapi::Document;
use bindery_openapi::document::{Discriminator, SchemaId};

use super::Lowering;
use super::place::Place;
use super::view::View;
use crate::api::{
    Assertion, Constraint, Decision, Home, Keyword, Name, Shape, TypeId, TypeKind, TypeName,
    TypeRef, Union, UnionVariant,
};
use rustc_hash::{FxHashMap, FxHashSet};

/// How many generations below a component are variants of it.
const MAX_GENERATIONS: usize = 32;

/// The components that others are made from.
#[derive(Debug, Default)]
pub(super) struct Hierarchies {
    /// For each base what is made from it, however far down, in the order of the components.
    descendants: FxHashMap<SchemaId, Vec<SchemaId>>,
    /// For each of these the bases that it is made from.
    bases: FxHashMap<SchemaId, Vec<SchemaId>>,
}

impl Hierarchies {
    pub fn of(document: &Document) -> Self {
        let components = document.components.schemas.iter().map(|named| named.schema);
        let mut children: FxHashMap<SchemaId, Vec<SchemaId>> = FxHashMap::default();
        for id in components.clone() {
            for parent in &document.schema(id).all_of {
                let parent = document.resolve(*parent);
                children.entry(parent).or_default().push(id);
            }
        }
        let order: FxHashMap<SchemaId, usize> = components.clone().zip(0..).collect();
        let mut descendants = FxHashMap::default();
        let mut bases: FxHashMap<SchemaId, Vec<SchemaId>> = FxHashMap::default();
        for id in components.filter(|id| is_base(document, *id)) {
            let mut below: Vec<SchemaId> = below(id, &children).into_iter().collect();
            below.sort_by_key(|id| order.get(id));
            for descendant in &below {
                bases.entry(*descendant).or_default().push(id);
            }
            if !below.is_empty() {
                descendants.insert(id, below);
            }
        }
        Self { descendants, bases }
    }

    /// What is made from a base, itself not among it; nothing where it is no base.
    pub fn descendants(&self, base: SchemaId) -> &[SchemaId] {
        self.descendants.get(&base).map_or(&[], Vec::as_slice)
    }

    /// Whether the schema is made from a base.
    pub fn is_descendant(&self, id: SchemaId) -> bool {
        self.bases.contains_key(&id)
    }
}

fn is_base(document: &Document, id: SchemaId) -> bool {
    let schema = document.schema(id);
    schema.discriminator.is_some() && schema.alternatives().next().is_none()
}

/// The generations below `base`.
fn below(base: SchemaId, children: &FxHashMap<SchemaId, Vec<SchemaId>>) -> FxHashSet<SchemaId> {
    let mut below = FxHashSet::default();
    let mut generation = vec![base];
    for _ in 0..MAX_GENERATIONS {
        let born = generation
            .iter()
            .filter_map(|id| children.get(id))
            .flatten();
        generation = born
            .copied()
            .filter(|id| *id != base && below.insert(*id))
            .collect();
    }
    below
}

impl Lowering<'_> {
    /// Declares the type that the component `of` is beside the union of what is made from it.
    pub(super) fn declare_base(&mut self, of: TypeId, schema: SchemaId, component: &str) {
        if self.directed.hierarchies.descendants(schema).is_empty() {
            return;
        }
        let location = self.types[of.0].location.clone();
        let home: Home = self.types[of.0].home;
        let origin = TypeName::Base {
            of,
            component: component.to_owned(),
        };
        let id = self.declare(origin, Some(home), &location);
        self.bases.insert(of, id);
    }

    /// The union that a base is, and the type that it is itself.
    pub(super) fn lower_hierarchy(&mut self, id: TypeId, schema: SchemaId) -> Option<TypeKind> {
        let base = self.bases.get(&id).copied()?;
        let discriminator = self.document.schema(schema).discriminator.as_deref()?;
        self.document_item(base, schema);
        self.types[base.0].direction = self.types[id.0].direction;
        let view = View::of(self.document, self.reading, &[schema]);
        let kind = self.lower_component_kind(&[schema], &view, base, &Place::component(id));
        self.define(base, kind);
        let mut members = self.directed.hierarchies.descendants(schema).to_vec();
        let mapping = self.mapping_of(schema, discriminator);
        let is_mapped = |id: &SchemaId| {
            let mut targets = mapping.iter().map(|(_, target)| *target);
            targets.any(|target| self.document.resolve(target) == *id)
        };
        // Where one of them is called by its name, so is the base.
        if is_mapped(&schema) || !members.iter().all(is_mapped) {
            members.push(schema);
        }
        let variants = members.iter().map(|member| self.member_variant(*member));
        let variants = variants.collect();
        // What is made from the base keeps to it, and what is kept as it is must.
        let assertion = Assertion(vec![Keyword::Ref(self.named_assertion(schema))]);
        Some(TypeKind::Union(Union {
            variants,
            decision: Decision::Hint {
                property: discriminator.property_name.to_string(),
                values: self.discriminator_values(&mapping, &members),
            },
            unknown: String::new(),
            constraints: vec![Constraint::Schema(assertion)],
        }))
    }

    /// What the values of a base's discriminator mean: what it says, and what the bases that it is made from say.
    fn mapping_of(
        &self,
        base: SchemaId,
        discriminator: &Discriminator,
    ) -> Vec<(Box<str>, SchemaId)> {
        let above = self.directed.hierarchies.bases.get(&base);
        let above = above.into_iter().flatten();
        let above = above.filter_map(|id| self.document.schema(*id).discriminator.as_deref());
        let above = above.filter(|other| other.property_name == discriminator.property_name);
        let mut mapping = discriminator.mapping.clone();
        for (value, target) in above.flat_map(|other| &other.mapping) {
            if mapping.iter().all(|(known, _)| known != value) {
                mapping.push((value.clone(), *target));
            }
        }
        mapping
    }

    fn member_variant(&self, member: SchemaId) -> UnionVariant {
        let name = self.component_name(member).unwrap_or_default();
        let location = self.document.schema(member).location.clone();
        UnionVariant::new(
            Name::unsettled(name, location),
            Shape::plain(self.type_itself(member)),
        )
    }

    /// The type that a component is itself, whatever is made from it.
    fn type_itself(&self, schema: SchemaId) -> TypeRef {
        let Some(component) = self.components.get(&schema).copied() else {
            return TypeRef::Json;
        };
        let used = self.directed_type(component);
        TypeRef::Named(self.bases.get(&used).copied().unwrap_or(used))
    }

    /// The type of a member that stands in a union beside one that is made from it: there it means itself.
    pub(super) fn base_beside(&self, member: SchemaId, members: &[SchemaId]) -> Option<TypeRef> {
        let base = self.document.resolve(member);
        let below = self.directed.hierarchies.descendants(base);
        let mut others = members.iter().map(|other| self.document.resolve(*other));
        others
            .any(|other| below.contains(&other))
            .then(|| self.type_itself(base))
    }
}
