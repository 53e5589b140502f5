//! Types that are one of several, and how a value finds which.

use bindery_openapi::document::JsonType;
use serde_json::Value;

use super::{Constraint, Name, Shape};

/// One of several types.
#[derive(Clone, Debug, PartialEq)]
pub struct Union {
    /// The variants, in the order written.
    pub variants: Vec<UnionVariant>,
    /// How a value finds its variant.
    pub decision: Decision,
    /// Checks on the value as a whole.
    pub constraints: Vec<Constraint>,
    /// The variant that takes a value whose discriminator names none, where there is a
    /// discriminator; settled by the naming pass.
    pub unknown: String,
}

impl Union {
    /// A union without variants yet, each of which has a rule.
    pub(crate) fn of_rules() -> Self {
        Self {
            variants: Vec::new(),
            decision: Decision::Rules {
                rules: Vec::new(),
                exactly_one: false,
            },
            constraints: Vec::new(),
            unknown: String::new(),
        }
    }

    /// Adds a variant with its rule.
    pub(crate) fn push(&mut self, variant: UnionVariant, rule: Rule) {
        self.variants.push(variant);
        match &mut self.decision {
            Decision::Rules { rules, .. } => rules.push(rule),
            Decision::Discriminator { .. } | Decision::Hint { .. } | Decision::Named { .. } => {}
        }
    }
}

/// A variant of a union.
#[derive(Clone, Debug, PartialEq)]
pub struct UnionVariant {
    /// What the description calls it and the variant's identifier.
    pub name: Name,
    /// Its type.
    pub shape: Shape,
    /// Whether it keeps the properties that its type drops: other members of the `anyOf` may name them.
    pub others: bool,
}

impl UnionVariant {
    /// A variant that keeps what its type keeps.
    pub fn new(name: Name, shape: Shape) -> Self {
        Self {
            name,
            shape,
            others: false,
        }
    }
}

/// How a value finds its variant.
#[derive(Clone, Debug, PartialEq)]
pub enum Decision {
    /// A property whose value names the variant (OpenAPI 3.1.1 §4.8.25).
    Discriminator {
        /// The property.
        property: String,
        /// Its values, each with the index of the variant.
        values: Vec<(String, usize)>,
        /// The variant of every other value, and of none (OpenAPI 3.2.0 §4.25).
        default: Option<usize>,
    },
    /// A property whose value tells which variant is meant, of a value that is what it is whatever that says.
    Hint {
        /// The property.
        property: String,
        /// Its values, each with the index of the variant.
        values: Vec<(String, usize)>,
    },
    /// A property whose value tells which variant to try first: every value is of the variants that admit it.
    Named {
        /// The property.
        property: String,
        /// Its values, each with the index of the variant.
        values: Vec<(String, usize)>,
        /// Whether a value that is of two variants is refused.
        exactly_one: bool,
    },
    /// A rule for each variant.
    Rules {
        /// The rules.
        rules: Vec<Rule>,
        /// Whether a value that is of two variants is refused.
        exactly_one: bool,
    },
}

/// What tells one variant from the others.
#[derive(Clone, Debug, PartialEq)]
pub enum Rule {
    /// The JSON type only it admits.
    Type(JsonType),
    /// None of the JSON types that others admit.
    TypeBut(Vec<JsonType>),
    /// A property that has only this value here, and another one in other variants.
    Constant(String, Value),
    /// A property only it requires.
    Property(String),
    /// Nothing: it is tried.
    Trial,
}
