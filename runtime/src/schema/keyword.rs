//! A schema as a constant: a list of keywords, each with what it holds.

use std::fmt;

use crate::{Constraint, JsonType};

/// A schema object: all of its keywords hold at once. Without keywords it admits everything.
///
/// Its keywords stand in the order in which they are evaluated; those that depend on what others have evaluated
/// (`unevaluatedItems`, `unevaluatedProperties`) come last wherever they stand.
#[derive(Clone, Copy)]
pub struct Schema(pub &'static [Keyword]);

/// Two schemas are equal when they are the same one: a schema may hold itself.
impl PartialEq for Schema {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl fmt::Debug for Schema {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Schema(..)")
    }
}

/// A keyword of JSON Schema 2020-12 that asserts or applies, or several that depend on each other.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Keyword {
    /// The schema `false`.
    Never,
    /// `type`: one of these.
    Type(&'static [JsonType]),
    /// An assertion on one value (validation §6), `enum` and `const` among them.
    Check(Constraint),
    /// `required`.
    Required(&'static [&'static str]),
    /// `properties`, `patternProperties` and `additionalProperties` (core §10.3.2).
    Properties(
        &'static [(&'static str, Schema)],
        &'static [(&'static str, Schema)],
        Option<Schema>,
    ),
    /// `propertyNames`.
    PropertyNames(Schema),
    /// `dependentRequired`: where the property is there, these are.
    DependentRequired(&'static [(&'static str, &'static [&'static str])]),
    /// `dependentSchemas`: where the property is there, the object satisfies this.
    DependentSchemas(&'static [(&'static str, Schema)]),
    /// `prefixItems` and `items` (core §10.3.1).
    Items(&'static [Schema], Option<Schema>),
    /// `contains`, with `minContains` and `maxContains`.
    Contains(Schema, u64, Option<u64>),
    /// `allOf`.
    AllOf(&'static [Schema]),
    /// `anyOf`.
    AnyOf(&'static [Schema]),
    /// `oneOf`.
    OneOf(&'static [Schema]),
    /// `not`.
    Not(Schema),
    /// `if`, `then` and `else`.
    If(Schema, Schema, Schema),
    /// `$ref`.
    Ref(&'static Schema),
    /// `unevaluatedItems` (core §11.2).
    UnevaluatedItems(Schema),
    /// `unevaluatedProperties` (core §11.3).
    UnevaluatedProperties(Schema),
}

impl Keyword {
    /// Whether it depends on what the other keywords have evaluated.
    pub(super) const fn is_last(&self) -> bool {
        matches!(
            self,
            Self::UnevaluatedItems(_) | Self::UnevaluatedProperties(_)
        )
    }
}

impl Schema {
    /// Whether it is the schema `false`.
    pub(super) const fn is_never(self) -> bool {
        matches!(self.0, [Keyword::Never])
    }
}
