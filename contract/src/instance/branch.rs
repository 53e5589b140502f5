//! The points at which somebody decides which schemas hold of a value, and what is decided there.

use bindery_openapi::document::{Discriminator, Schema, SchemaId};

/// A point at which schemas are to be chosen.
#[derive(Clone, Copy)]
pub(super) enum Branch<'a> {
    /// Exactly one of them holds.
    OneOf(&'a [SchemaId]),
    /// At least one of them holds.
    AnyOf(&'a [SchemaId]),
    /// The second holds where the first does, else the third.
    Condition(SchemaId, Option<SchemaId>, Option<SchemaId>),
    /// The schema holds where the property is there.
    Dependent(&'a str, SchemaId),
    /// A schema that stands for its children as well (OpenAPI 3.1.1 §4.8.25): one of them, or none.
    Children(&'a Discriminator),
}

/// What is chosen at a branch.
pub(super) enum Choice<'a> {
    /// These schemas hold as well.
    Schemas(Vec<SchemaId>),
    /// The schema holds, and with it the property is there.
    With(&'a str, SchemaId),
    /// The property is not there.
    Without(&'a str),
}

/// The points at which `schema` leaves something to be decided.
pub(super) fn branches(schema: &Schema) -> Vec<Branch<'_>> {
    let mut branches = Vec::new();
    if !schema.one_of.is_empty() {
        branches.push(Branch::OneOf(&schema.one_of));
    }
    if !schema.any_of.is_empty() {
        branches.push(Branch::AnyOf(&schema.any_of));
    }
    if let Some(condition) = schema.condition {
        branches.push(Branch::Condition(condition, schema.then, schema.otherwise));
    }
    if let Some(object) = &schema.object {
        let dependent = object.dependent_schemas.iter();
        branches.extend(dependent.map(|(name, id)| Branch::Dependent(name, *id)));
    }
    if let (Some(discriminator), true) = (&schema.discriminator, branches.is_empty()) {
        branches.push(Branch::Children(discriminator));
    }
    branches
}
