//! What tells the variants of a union apart, and the order in which they are tried.

use crate::{Json, decode::strict, validate::json_equal};

/// How a union finds the variant of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variants {
    /// By the string that a property holds (OpenAPI 3.1.1 §4.8.25).
    Discriminator {
        /// The name of the property.
        property: &'static str,
        /// Each of its values with the index of the variant that it stands for.
        values: &'static [(&'static str, usize)],
    },
    /// The same, with the variant of every other value of the property, and of none (OpenAPI 3.2.0 §4.25).
    DiscriminatorOr {
        /// The name of the property.
        property: &'static str,
        /// Each of its values with the index of the variant that it stands for.
        values: &'static [(&'static str, usize)],
        /// The index of the variant for all other values.
        default: usize,
    },
    /// By the string that a property holds, which decides nothing: a value that names no variant, or is not of the one
    /// that it names, is kept as it is. So a schema tells of those that are made from it by `allOf` (OpenAPI 3.1.1
    /// §4.8.25).
    Hint {
        /// The name of the property.
        property: &'static str,
        /// Each of its values with the index of the variant that it stands for.
        values: &'static [(&'static str, usize)],
    },
    /// By the string that a property holds, which decides no more than the order: the variant that it names is tried
    /// first, and then the others. So it is by the letter, where a discriminator changes no validation (OpenAPI 3.1.1
    /// §4.8.25).
    Named {
        /// The name of the property.
        property: &'static str,
        /// Each of its values with the index of the variant that it stands for.
        values: &'static [(&'static str, usize)],
        /// Whether a value that is of two variants is of none. Only [`decode`](crate::decode()) looks for a second.
        exactly_one: bool,
    },
    /// By a rule for each variant, in the order of the variants.
    Decide(&'static [Decide]),
    /// By a rule for each variant, where a value that is of two variants is of none (JSON Schema 2020-12 core
    /// §10.2.1.3). Only [`decode`](crate::decode()) looks for a second.
    ExactlyOne(&'static [Decide]),
}

impl Variants {
    /// Whether a value is read from its own text: where variants are tried, and where all are scalars. What is told
    /// apart by other means is read as it comes.
    pub(super) const fn need_text(&self) -> bool {
        match self {
            Self::Discriminator { .. } => false,
            Self::DiscriminatorOr { .. }
            | Self::Hint { .. }
            | Self::Named { .. }
            | Self::ExactlyOne(_) => true,
            Self::Decide(rules) => !stream(rules),
        }
    }

    /// What decides, where a property does.
    pub(super) const fn discriminator(&self) -> Option<Discriminator> {
        match *self {
            Self::Discriminator { property, values } => {
                Some(Discriminator::new(property, values, None))
            }
            Self::DiscriminatorOr {
                property,
                values,
                default,
            } => Some(Discriminator::new(property, values, Some(default))),
            Self::Hint { .. } | Self::Named { .. } | Self::Decide(_) | Self::ExactlyOne(_) => None,
        }
    }

    /// What gives a hint, where a property does.
    pub(super) const fn hint(&self) -> Option<Discriminator> {
        match *self {
            Self::Hint { property, values } => Some(Discriminator::new(property, values, None)),
            Self::Discriminator { .. }
            | Self::DiscriminatorOr { .. }
            | Self::Named { .. }
            | Self::Decide(_)
            | Self::ExactlyOne(_) => None,
        }
    }

    /// What names the variant to begin with, and how many a value may be of.
    pub(super) const fn preference(&self) -> Option<(Discriminator, Fit)> {
        match *self {
            Self::Named {
                property,
                values,
                exactly_one,
            } => {
                let fit = if exactly_one {
                    Fit::ExactlyOne
                } else {
                    Fit::Any
                };
                Some((Discriminator::new(property, values, None), fit))
            }
            Self::Discriminator { .. }
            | Self::DiscriminatorOr { .. }
            | Self::Hint { .. }
            | Self::Decide(_)
            | Self::ExactlyOne(_) => None,
        }
    }

    /// Whether objects are read entry by entry, since a property tells all of them apart.
    pub(super) const fn is_tagged(&self) -> bool {
        matches!(self, Self::Discriminator { .. })
    }

    /// The rules, where there is one for each variant, and how many variants a value may be of.
    pub(super) const fn rules(&self) -> (&'static [Decide], Fit) {
        match *self {
            Self::Decide(rules) => (rules, Fit::Any),
            Self::ExactlyOne(rules) => (rules, Fit::ExactlyOne),
            Self::Discriminator { .. }
            | Self::DiscriminatorOr { .. }
            | Self::Hint { .. }
            | Self::Named { .. } => (&[], Fit::Any),
        }
    }

    /// The variant of every value of this JSON type, where the type alone decides.
    pub(super) const fn sole(&self, json_type: JsonType) -> Option<usize> {
        let Self::Decide(rules) = self else {
            return None;
        };
        let (mut found, mut index, mut rest) = (None, 0, *rules);
        while let [first, others @ ..] = rest {
            match (first, found) {
                (Decide::Type(own), None) if *own as u8 == json_type as u8 => found = Some(index),
                (Decide::Type(own), Some(_)) if *own as u8 == json_type as u8 => return None,
                (Decide::Type(_), _) => {}
                (
                    Decide::TypeBut(_)
                    | Decide::Constant { .. }
                    | Decide::Property(_)
                    | Decide::Trial,
                    _,
                ) => return None,
            }
            (index, rest) = (index + 1, others);
        }
        found
    }
}

/// A property whose value names the variant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Discriminator {
    /// The name of the property.
    pub(super) property: &'static str,
    values: &'static [(&'static str, usize)],
    /// The variant of all other values.
    default: Option<usize>,
}

impl Discriminator {
    /// The values that name a variant.
    pub(super) fn names(&self) -> impl ExactSizeIterator<Item = &'static str> {
        self.values.iter().map(|(name, _)| *name)
    }

    const fn new(
        property: &'static str,
        values: &'static [(&'static str, usize)],
        default: Option<usize>,
    ) -> Self {
        Self {
            property,
            values,
            default,
        }
    }

    /// The variant that a value names.
    pub(super) fn named(&self, value: &str) -> Option<usize> {
        let found = self.values.iter().find(|(known, _)| *known == value);
        found.map(|(_, index)| *index)
    }

    /// The variant of a value that names none, and of no value.
    pub(super) const fn default(&self) -> Option<usize> {
        self.default
    }

    /// The values that name a variant.
    pub(super) fn known(&self) -> String {
        let known: Vec<&str> = self.values.iter().map(|(known, _)| *known).collect();
        known.join(", ")
    }
}

/// How many variants a value is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// One or more, as `anyOf` has it.
    Any,
    /// One and no other, as `oneOf` has it.
    ExactlyOne,
}

/// Whether arrays or objects are told by their type alone.
const fn stream(rules: &[Decide]) -> bool {
    let mut streams = false;
    let mut rest = rules;
    while let [first, others @ ..] = rest {
        match first {
            Decide::Type(JsonType::Array | JsonType::Object) => streams = true,
            Decide::Type(
                JsonType::Null
                | JsonType::Boolean
                | JsonType::Integer
                | JsonType::Number
                | JsonType::String,
            ) => {}
            Decide::TypeBut(_) | Decide::Constant { .. } | Decide::Property(_) | Decide::Trial => {
                return false;
            }
        }
        rest = others;
    }
    streams
}

/// What a value shows when it belongs to a variant.
///
/// A variant whose rule holds is tried first; then those of which the value says nothing either way. A variant whose
/// rule the value breaks is not tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decide {
    /// The value is of this type.
    Type(JsonType),
    /// The value is of none of these types.
    TypeBut(&'static [JsonType]),
    /// A property holds this value.
    Constant {
        /// The name of the property.
        property: &'static str,
        /// Its value, as JSON text.
        value: &'static str,
    },
    /// The value has this property, which no other variant has.
    Property(&'static str),
    /// Nothing: the variant is tried.
    Trial,
}

/// The types of JSON Schema (JSON Schema 2020-12 validation §6.1.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonType {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean,
    /// A number without a fraction; `1.0` is one.
    Integer,
    /// Any number.
    Number,
    /// A string.
    String,
    /// An array.
    Array,
    /// An object.
    Object,
}

impl JsonType {
    /// The type with its article: `an object`.
    pub(crate) const fn said(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Boolean => "a boolean",
            Self::Integer => "a whole number",
            Self::Number => "a number",
            Self::String => "a string",
            Self::Array => "an array",
            Self::Object => "an object",
        }
    }

    /// The type of a value with its article.
    pub(super) const fn of(value: &Json) -> &'static str {
        match value {
            Json::Null => Self::Null.said(),
            Json::Bool(_) => Self::Boolean.said(),
            Json::Number(_) => Self::Number.said(),
            Json::String(_) => Self::String.said(),
            Json::Array(_) => Self::Array.said(),
            Json::Object(_) => Self::Object.said(),
        }
    }

    /// Whether a value is of this type.
    pub fn holds(self, value: &Json) -> bool {
        match self {
            Self::Null => value.is_null(),
            Self::Boolean => value.is_boolean(),
            Self::Integer => is_integer(value),
            Self::Number => value.is_number(),
            Self::String => value.is_string(),
            Self::Array => value.is_array(),
            Self::Object => value.is_object(),
        }
    }
}

fn is_integer(value: &Json) -> bool {
    value.is_i64() || value.is_u64() || value.as_f64().is_some_and(|number| number.fract() == 0.0)
}

/// What a rule says of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Verdict {
    Yes,
    Perhaps,
    No,
}

impl Decide {
    /// What a value must be to be tried, where the rule asks for anything.
    pub(super) fn asks(self) -> Option<String> {
        match self {
            Self::Type(kind) => Some(kind.said().to_owned()),
            Self::TypeBut(kinds) => {
                let kinds: Vec<&str> = kinds.iter().map(|kind| kind.said()).collect();
                Some(format!("anything but {}", kinds.join(" or ")))
            }
            Self::Constant { property, value } => Some(format!("{value} as `{property}`")),
            Self::Property(_) | Self::Trial => None,
        }
    }

    fn verdict(self, value: &Json) -> Verdict {
        match self {
            Self::Type(kind) => certain(kind.holds(value)),
            Self::TypeBut(kinds) => certain(!kinds.iter().any(|kind| kind.holds(value))),
            Self::Constant {
                property,
                value: constant,
            } => constant_verdict(value.get(property), constant),
            Self::Property(property) if value.get(property).is_some() => Verdict::Yes,
            Self::Property(_) | Self::Trial => Verdict::Perhaps,
        }
    }
}

const fn certain(holds: bool) -> Verdict {
    if holds { Verdict::Yes } else { Verdict::No }
}

fn constant_verdict(found: Option<&Json>, constant: &str) -> Verdict {
    let Some(found) = found else {
        return Verdict::Perhaps;
    };
    match serde_json::from_str::<Json>(constant) {
        Ok(constant) => certain(json_equal(found, &constant)),
        Err(_) => Verdict::Perhaps,
    }
}

/// The indices of the variants to try, the likeliest first. Read leniently, a constant that no variant has is taken for
/// a new one: then the variants that have another are tried.
pub(super) fn candidates(rules: &[Decide], value: &Json) -> Vec<usize> {
    let mut ranked: Vec<(Verdict, usize)> = rules
        .iter()
        .enumerate()
        .map(|(index, rule)| (rule.verdict(value), index))
        .collect();
    if strict::is_on() || ranked.iter().any(|(verdict, _)| *verdict != Verdict::No) {
        ranked.retain(|(verdict, _)| *verdict != Verdict::No);
    } else {
        ranked.retain(|(_, index)| matches!(rules.get(*index), Some(Decide::Constant { .. })));
    }
    ranked.sort_unstable();
    ranked.into_iter().map(|(_, index)| index).collect()
}
