//! What a schema asserts and no Rust type states, as the runtime evaluates it on JSON.

use bindery_openapi::document::JsonType;

use super::{Constraint, Name};

/// An assertion's index in [`Api::assertions`](super::Api::assertions).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AssertionId(pub usize);

/// A schema that others refer to, itself among them.
#[derive(Clone, Debug)]
pub struct NamedAssertion {
    /// What the description calls it and the constant's identifier.
    pub name: Name,
    /// What it asserts.
    pub assertion: Assertion,
}

/// A schema: all of its keywords hold at once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Assertion(pub Vec<Keyword>);

/// A keyword, or several that depend on each other.
#[derive(Clone, Debug, PartialEq)]
pub enum Keyword {
    /// The schema `false`.
    Never,
    /// `type`.
    Type(Vec<JsonType>),
    /// An assertion on one value.
    Check(Constraint),
    /// `required`.
    Required(Vec<String>),
    /// `properties`, `patternProperties` and `additionalProperties`.
    Properties {
        /// By their names.
        named: Vec<(String, Assertion)>,
        /// By patterns of their names.
        patterns: Vec<(String, Assertion)>,
        /// All others, where they are spoken of.
        others: Option<Assertion>,
    },
    /// `propertyNames`.
    PropertyNames(Assertion),
    /// `dependentRequired`.
    DependentRequired(Vec<(String, Vec<String>)>),
    /// `dependentSchemas`.
    DependentSchemas(Vec<(String, Assertion)>),
    /// `prefixItems` and `items`.
    Items(Vec<Assertion>, Option<Assertion>),
    /// `contains`, `minContains` and `maxContains`.
    Contains(Assertion, u64, Option<u64>),
    /// `allOf`.
    AllOf(Vec<Assertion>),
    /// `anyOf`.
    AnyOf(Vec<Assertion>),
    /// `oneOf`.
    OneOf(Vec<Assertion>),
    /// `not`.
    Not(Assertion),
    /// `if`, `then` and `else`.
    If(Assertion, Assertion, Assertion),
    /// `$ref`.
    Ref(AssertionId),
    /// `unevaluatedItems`.
    UnevaluatedItems(Assertion),
    /// `unevaluatedProperties`.
    UnevaluatedProperties(Assertion),
}

impl Assertion {
    /// The schema `false`.
    pub fn never() -> Self {
        Self(vec![Keyword::Never])
    }
}
