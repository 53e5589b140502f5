//! The API as Rust will show it: closed enums and plain structs, references as
//! ids, presence told apart from nullability, names settled by the naming pass.
//!
//! `lower` makes it, `name` fills its names in, `emit` reads it. Nothing in it
//! is a token and nothing in it is an OpenAPI type.

mod assertion;
mod name;
mod operation;
mod references;
mod scalars;
mod server;
mod types;
mod union;

pub use assertion::{Assertion, AssertionId, Keyword, NamedAssertion};
pub use name::{Name, TypeName, TypeRoot};
pub use operation::{
    Body, BodyEncoding, BodyMedia, Call, Credential, CredentialKind, FormEncoding, FormRule, Group,
    ItemList, MediaKind, Next, Outcome, OutcomeBody, Pagination, Parameter, ParameterPlace,
    ReplyHeader, SkippedOperation, Step, StyleKind, WireStyle,
};
pub use scalars::{NumberType, TextType, TimeType};
pub use server::{Server, ServerVariable, UrlPiece};
pub use types::{
    Additional, Constraint, Home, LeftOut, OpenEnum, PrefixItem, Prefixed, Presence, Property,
    Shape, Struct, TypeId, TypeItem, TypeKind, TypeRef, ValueVariant,
};
pub use union::{Decision, Rule, Union, UnionVariant};

use std::collections::BTreeSet;

/// One description's API.
#[derive(Clone, Debug)]
pub struct Api {
    /// The module it becomes, such as `whaly`.
    pub module: Name,
    /// The file name of the description, for headers.
    pub source: String,
    /// The API's title.
    pub title: String,
    /// The API's version.
    pub version: String,
    /// What the description says of it.
    pub description: Option<String>,
    /// The first server; where there is none the caller gives the base URL.
    pub base_url: Option<String>,
    /// The first server where it has no host: it is relative to where the description is served.
    pub relative_server: Option<String>,
    /// The servers that the description names, where a caller has a choice.
    pub servers: Vec<Server>,
    /// The credentials a client can hold.
    pub credentials: Vec<Credential>,
    /// Every type.
    pub types: Vec<TypeItem>,
    /// The schemas that assertions refer to.
    pub assertions: Vec<NamedAssertion>,
    /// The groups of operations, in order of first mention.
    pub groups: Vec<Group>,
    /// The operations that are left out, each with why.
    pub skipped: Vec<SkippedOperation>,
    /// The features of the runtime that its types need.
    pub features: BTreeSet<&'static str>,
}

impl Api {
    /// The type that `id` names.
    pub fn item(&self, id: TypeId) -> &TypeItem {
        &self.types[id.0]
    }

    /// What `reference` stands for once aliases are followed.
    pub fn resolve<'a>(&'a self, reference: &'a TypeRef) -> &'a TypeRef {
        let mut at = reference;
        // An alias never refers to itself: `lower` makes a newtype of such a component.
        while let TypeRef::Named(id) = at {
            match &self.item(*id).kind {
                TypeKind::Alias(target) => at = target,
                TypeKind::Struct(_)
                | TypeKind::OpenEnum(_)
                | TypeKind::Union(_)
                | TypeKind::Newtype(_) => break,
            }
        }
        at
    }

    /// Whether a variant keeps properties beside its struct: a struct that drops none needs no place for them.
    pub fn keeps_others(&self, variant: &UnionVariant) -> bool {
        let structure = self.as_struct(&variant.shape.reference);
        let drops = structure.is_some_and(|structure| structure.additional == Additional::Dropped);
        variant.others && drops
    }

    /// The struct that `reference` stands for, if it does.
    pub fn as_struct<'a>(&'a self, reference: &'a TypeRef) -> Option<&'a Struct> {
        match self.resolve(reference) {
            TypeRef::Named(id) => match &self.item(*id).kind {
                TypeKind::Struct(structure) => Some(structure),
                TypeKind::OpenEnum(_)
                | TypeKind::Union(_)
                | TypeKind::Newtype(_)
                | TypeKind::Alias(_) => None,
            },
            TypeRef::Boxed(inner) => self.as_struct(inner),
            _ => None,
        }
    }
}
