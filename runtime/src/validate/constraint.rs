//! What a schema asks for beyond a type, and how it is said to a user.

use std::fmt;

use super::{listed, number::Number};
use crate::{Schema, model::Tag, number::Exact};

/// One assertion of a schema (JSON Schema 2020-12 validation §6).
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Constraint {
    /// `minLength`, in code points.
    MinLength(u64),
    /// `maxLength`, in code points.
    MaxLength(u64),
    /// `pattern`: an ECMA-262 regular expression found anywhere in the string. It is compiled once, with the `u` flag
    /// or, where that refuses it, without; one that is no expression either way is taken as kept.
    Pattern(&'static str),
    /// `format`, asserted (JSON Schema 2020-12 validation §7.2.2). A format that is not known is kept.
    Format(&'static str),
    /// `minimum`.
    Minimum(Limit),
    /// `maximum`.
    Maximum(Limit),
    /// `exclusiveMinimum`.
    ExclusiveMinimum(Limit),
    /// `exclusiveMaximum`.
    ExclusiveMaximum(Limit),
    /// `multipleOf`, by decimal arithmetic: 0.07 is a multiple of 0.01.
    MultipleOf(Limit),
    /// `minItems`.
    MinItems(u64),
    /// `maxItems`.
    MaxItems(u64),
    /// `uniqueItems`: no two elements equal as JSON.
    UniqueItems,
    /// What each element of an array has to keep; of a [`Tuple`](crate::Tuple), each after its prefix.
    Items(&'static [Constraint]),
    /// What each of the first elements of an array has to keep, by its place.
    PrefixItems(&'static [&'static [Constraint]]),
    /// `minProperties`.
    MinProperties(u64),
    /// `maxProperties`.
    MaxProperties(u64),
    /// What each value of a map has to keep.
    Values(&'static [Constraint]),
    /// `enum` or `const`: equal as JSON to one of these texts.
    OneOf(&'static [&'static str]),
    /// All of the properties of one of these sets, or of more: an `anyOf` of `required` lists.
    AnyRequired(&'static [&'static [&'static str]]),
    /// What the schema says beside all this, of the value as JSON.
    Schema(&'static Schema),
    /// `discriminator`: the property by which a union is told names no other variant than the one that holds the
    /// object.
    #[doc(hidden)]
    Discriminator(Tag),
    /// The same, of the property's value.
    #[doc(hidden)]
    Tag(Tag),
}

/// The bound of a number. It is compared by value, exactly: no rounding to a common type.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Limit {
    /// A bound without a fraction.
    Integer(i64),
    /// Any bound.
    Number(f64),
    /// A bound with more digits than those hold, as JSON has it.
    Exact(&'static str),
}

impl Limit {
    pub(super) fn number(self) -> Number {
        match self {
            Self::Integer(limit) => Number::Integer(i128::from(limit)),
            Self::Number(limit) => Number::Float(limit),
            Self::Exact(limit) => limit.parse().map_or_else(
                |_| Number::Float(limit.parse().unwrap_or(f64::NAN)),
                Number::Integer,
            ),
        }
    }

    /// The bound with all its digits; `None` for what is no number.
    pub(super) fn exact(self) -> Option<Exact> {
        match self {
            Self::Integer(limit) => Some(Exact::from(i128::from(limit))),
            Self::Number(limit) => Exact::parse(&format!("{limit:e}")),
            Self::Exact(limit) => Exact::parse(limit),
        }
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Integer(limit) => limit.fmt(formatter),
            Self::Number(limit) => limit.fmt(formatter),
            Self::Exact(limit) => limit.fmt(formatter),
        }
    }
}

impl Constraint {
    /// The keyword of the schema that states the constraint.
    pub const fn keyword(&self) -> &'static str {
        match self {
            Self::MinLength(_) => "minLength",
            Self::MaxLength(_) => "maxLength",
            Self::Pattern(_) => "pattern",
            Self::Format(_) => "format",
            Self::Minimum(_) => "minimum",
            Self::Maximum(_) => "maximum",
            Self::ExclusiveMinimum(_) => "exclusiveMinimum",
            Self::ExclusiveMaximum(_) => "exclusiveMaximum",
            Self::MultipleOf(_) => "multipleOf",
            Self::MinItems(_) => "minItems",
            Self::MaxItems(_) => "maxItems",
            Self::UniqueItems => "uniqueItems",
            Self::Items(_) => "items",
            Self::PrefixItems(_) => "prefixItems",
            Self::MinProperties(_) => "minProperties",
            Self::MaxProperties(_) => "maxProperties",
            Self::Values(_) => "additionalProperties",
            Self::OneOf(_) => "enum",
            Self::AnyRequired(_) => "anyOf",
            Self::Schema(_) => "allOf",
            Self::Discriminator(_) | Self::Tag(_) => "discriminator",
        }
    }
}

/// What the value must be: `must have at most 255 characters`.
impl fmt::Display for Constraint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MinLength(limit) => write!(
                formatter,
                "must have at least {}",
                Count(*limit, "character")
            ),
            Self::MaxLength(limit) => write!(
                formatter,
                "must have at most {}",
                Count(*limit, "character")
            ),
            Self::Pattern(pattern) => write!(formatter, "must match the pattern {pattern}"),
            Self::Format(name) => write!(formatter, "must be of the format {name}"),
            Self::Minimum(limit) => write!(formatter, "must be at least {limit}"),
            Self::Maximum(limit) => write!(formatter, "must be at most {limit}"),
            Self::ExclusiveMinimum(limit) => write!(formatter, "must be more than {limit}"),
            Self::ExclusiveMaximum(limit) => write!(formatter, "must be less than {limit}"),
            Self::MultipleOf(limit) => write!(formatter, "must be a multiple of {limit}"),
            Self::MinItems(limit) => {
                write!(formatter, "must have at least {}", Count(*limit, "element"))
            }
            Self::MaxItems(limit) => {
                write!(formatter, "must have at most {}", Count(*limit, "element"))
            }
            Self::UniqueItems => formatter.write_str("must not have two equal elements"),
            Self::Items(_) | Self::PrefixItems(_) => {
                formatter.write_str("must have only elements that keep their constraints")
            }
            Self::MinProperties(1) => formatter.write_str("must have at least 1 property"),
            Self::MinProperties(limit) => {
                write!(formatter, "must have at least {limit} properties")
            }
            Self::MaxProperties(1) => formatter.write_str("must have at most 1 property"),
            Self::MaxProperties(limit) => write!(formatter, "must have at most {limit} properties"),
            Self::Values(_) => {
                formatter.write_str("must have only values that keep their constraints")
            }
            Self::OneOf([only]) => write!(formatter, "must be {only}"),
            Self::OneOf(texts) => {
                write!(
                    formatter,
                    "must be one of {}",
                    listed(texts.iter().copied())
                )
            }
            Self::AnyRequired(sets) => write_sets(formatter, sets),
            Self::Schema(_) => formatter.write_str("must satisfy its schema"),
            Self::Discriminator(_) | Self::Tag(_) => {
                formatter.write_str("must not name another variant than the one that this is")
            }
        }
    }
}

/// A number of things, in the singular or the plural.
struct Count(u64, &'static str);

impl fmt::Display for Count {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = if self.0 == 1 { "" } else { "s" };
        write!(formatter, "{} {}{plural}", self.0, self.1)
    }
}

fn write_sets(formatter: &mut fmt::Formatter<'_>, sets: &[&[&str]]) -> fmt::Result {
    formatter.write_str("must have ")?;
    for (index, set) in sets.iter().enumerate() {
        let separator = if index == 0 { "" } else { ", or " };
        let noun = if set.len() == 1 {
            "the property"
        } else {
            "the properties"
        };
        write!(formatter, "{separator}{noun} `{}`", set.join("` and `"))?;
    }
    Ok(())
}
