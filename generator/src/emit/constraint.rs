//! Checks, as the constants the runtime reads.

use serde_json::{Number, Value};

use super::Emitter;
use super::table::{WIDTH, literal};
use crate::api::{Api, AssertionId, Constraint, Home};

/// How checks are spelled in one file.
pub(super) struct Spelling<'a> {
    api: &'a Api,
    /// The path to the root of the types, as the file has it.
    types: &'a str,
    /// The columns before the line that checks stand in.
    indent: usize,
    /// The path to the runtime.
    runtime: &'static str,
}

impl<'a> Spelling<'a> {
    pub fn new(api: &'a Api, types: &'a str) -> Self {
        Self {
            api,
            types,
            indent: 4,
            runtime: "bindery::",
        }
    }

    /// The spelling where a macro of the runtime says what is meant.
    pub fn in_macro(&self) -> Self {
        Self {
            runtime: "",
            ..*self
        }
    }

    /// Checks, as the text of a list's elements.
    pub fn spell_constraints(&self, constraints: &[Constraint]) -> String {
        let constraints = constraints.iter();
        let constraints: Vec<String> = constraints.map(|it| self.spell_constraint(it)).collect();
        constraints.join(", ")
    }

    /// A list of checks in a line that begins at the margin.
    pub fn spell_outer(&self, constraints: &[Constraint]) -> String {
        Self { indent: 0, ..*self }.spell_list(constraints)
    }

    /// A list of checks in brackets, in one line where there is room, else a line for each.
    fn spell_list(&self, constraints: &[Constraint]) -> String {
        let one_line = format!("[{}]", self.spell_constraints(constraints));
        if constraints.len() < 2 || one_line.lines().all(|line| line.len() <= WIDTH) {
            return one_line;
        }
        let indent = self.indent;
        let inner = indent + 4;
        let each = Self {
            indent: inner,
            ..*self
        };
        let lines = constraints.iter().map(|it| {
            let check = each.spell_constraint(it);
            format!("{:inner$}{check},\n", "")
        });
        format!("[\n{}{:indent$}]", lines.collect::<String>(), "")
    }

    /// Checks in brackets, after what they are about; nothing where there are none.
    pub fn spell_bracketed(&self, constraints: &[Constraint]) -> String {
        match constraints {
            [] => String::new(),
            constraints => format!(" {}", self.spell_list(constraints)),
        }
    }

    /// The end of a list that has checks on the value as a whole.
    pub fn spell_checks(&self, constraints: &[Constraint]) -> String {
        match constraints {
            [] => String::new(),
            checks => format!(", checks: {}", self.spell_outer(checks)),
        }
    }

    /// A reference to a schema that has a name.
    pub fn path_of(&self, AssertionId(index): AssertionId) -> String {
        let name = self
            .api
            .assertions
            .get(index)
            .map(|named| named.name.rust.as_str());
        format!("&{}{}", self.types, name.unwrap_or_default())
    }

    pub fn spell_constraint(&self, constraint: &Constraint) -> String {
        let kind = match constraint {
            Constraint::MinLength(length) => format!("MinLength({length})"),
            Constraint::MaxLength(length) => format!("MaxLength({length})"),
            Constraint::Pattern(pattern) => format!("Pattern({})", literal(pattern)),
            Constraint::Format(name) => format!("Format({})", literal(name)),
            Constraint::Minimum(limit) => self.with_limit("Minimum", limit),
            Constraint::ExclusiveMinimum(limit) => self.with_limit("ExclusiveMinimum", limit),
            Constraint::Maximum(limit) => self.with_limit("Maximum", limit),
            Constraint::ExclusiveMaximum(limit) => self.with_limit("ExclusiveMaximum", limit),
            Constraint::MultipleOf(limit) => self.with_limit("MultipleOf", limit),
            Constraint::MinItems(count) => format!("MinItems({count})"),
            Constraint::MaxItems(count) => format!("MaxItems({count})"),
            Constraint::UniqueItems => "UniqueItems".to_owned(),
            Constraint::Items(inner) => format!("Items(&[{}])", self.spell_constraints(inner)),
            Constraint::PrefixItems(each) => {
                let each = each
                    .iter()
                    .map(|inner| format!("&[{}]", self.spell_constraints(inner)));
                format!("PrefixItems(&[{}])", each.collect::<Vec<_>>().join(", "))
            }
            Constraint::MinProperties(count) => format!("MinProperties({count})"),
            Constraint::MaxProperties(count) => format!("MaxProperties({count})"),
            Constraint::Values(inner) => format!("Values(&[{}])", self.spell_constraints(inner)),
            Constraint::OneOf(values) => {
                let values = values.iter().map(|value| literal(&value.to_string()));
                format!("OneOf(&[{}])", values.collect::<Vec<_>>().join(", "))
            }
            Constraint::AnyRequired(sets) => {
                let sets = sets.iter().map(|set| {
                    let names: Vec<String> = set.iter().map(|name| literal(name)).collect();
                    format!("&[{}]", names.join(", "))
                });
                format!("AnyRequired(&[{}])", sets.collect::<Vec<_>>().join(", "))
            }
            Constraint::Schema(assertion) => return self.spell_assertion(assertion, self.indent),
        };
        format!("{}Constraint::{kind}", self.runtime)
    }

    fn with_limit(&self, keyword: &str, limit: &Number) -> String {
        let limit = match (limit.as_i64(), beyond_i64(limit)) {
            (Some(integer), _) => format!("Integer({integer})"),
            (None, Some(integer)) => format!("Exact({})", literal(&integer)),
            (None, None) => {
                let number = limit.as_f64().unwrap_or(f64::MAX);
                format!("Number({})", proc_macro2::Literal::f64_unsuffixed(number))
            }
        };
        format!("{keyword}({}Limit::{limit})", self.runtime)
    }
}

/// The most digits by which doubles are never told apart wrongly: a number of more was not written as a round one.
const ROUND_DIGITS: usize = 15;

/// The digits of an integer that 64 bits with a sign do not hold. Beyond 64 bits a description's number has been read
/// as a double: one of many digits is that double's own value, which is a power of two wherever people mean the end of
/// a type; a round one is what was written.
fn beyond_i64(number: &Number) -> Option<String> {
    if number.is_u64() {
        return Some(number.to_string());
    }
    let float = number
        .as_f64()
        .filter(|float| (1e18..1e40).contains(&float.abs()))?;
    let shortest = format!("{float:e}");
    let (digits, _) = shortest.split_once('e')?;
    let digits = digits.bytes().filter(u8::is_ascii_digit).count();
    (digits > ROUND_DIGITS).then(|| format!("{float:.0}"))
}

/// A bound in words.
fn shown(limit: &Number) -> String {
    beyond_i64(limit).unwrap_or_else(|| limit.to_string())
}

impl Emitter<'_> {
    /// How checks are spelled in a file.
    pub(super) fn spelling(&self, at: Home) -> Spelling<'_> {
        let types = match at {
            Home::Component(_) => "super::",
            Home::Group(_) => "super::types::",
        };
        Spelling::new(self.api, types)
    }
}

/// A check in words, for documentation.
pub(super) fn describe(constraint: &Constraint) -> Option<String> {
    Some(match constraint {
        Constraint::MinLength(1) => "Not empty.".to_owned(),
        Constraint::MinLength(length) => format!("At least {length} characters."),
        Constraint::MaxLength(1) => "At most one character.".to_owned(),
        Constraint::MaxLength(length) => format!("At most {length} characters."),
        Constraint::Minimum(limit) => format!("At least {}.", shown(limit)),
        Constraint::ExclusiveMinimum(limit) => format!("More than {}.", shown(limit)),
        Constraint::Maximum(limit) => format!("At most {}.", shown(limit)),
        Constraint::ExclusiveMaximum(limit) => format!("Less than {}.", shown(limit)),
        Constraint::MultipleOf(limit) => format!("A multiple of {limit}."),
        Constraint::MinItems(1) => "At least one item.".to_owned(),
        Constraint::MinItems(count) => format!("At least {count} items."),
        Constraint::MaxItems(1) => "At most one item.".to_owned(),
        Constraint::MaxItems(count) => format!("At most {count} items."),
        Constraint::UniqueItems => "No item twice.".to_owned(),
        Constraint::MinProperties(1) => "At least one property.".to_owned(),
        Constraint::MinProperties(count) => format!("At least {count} properties."),
        Constraint::MaxProperties(1) => "At most one property.".to_owned(),
        Constraint::MaxProperties(count) => format!("At most {count} properties."),
        Constraint::Pattern(pattern) => format!("Matches {}.", super::docs::code(pattern)),
        Constraint::OneOf(values) => return listed(values),
        Constraint::Format(_)
        | Constraint::Items(_)
        | Constraint::PrefixItems(_)
        | Constraint::Values(_)
        | Constraint::AnyRequired(_)
        | Constraint::Schema(_) => return None,
    })
}

/// How many listed values documentation names, and how long their texts may be.
const NAMED: usize = 12;
const MAX_TEXT: usize = 40;

/// The values that are listed, where they are few and short enough to be read.
fn listed(values: &[Value]) -> Option<String> {
    let texts: Vec<String> = values.iter().take(NAMED).map(Value::to_string).collect();
    if texts.iter().any(|text| text.len() > MAX_TEXT) {
        return None;
    }
    let texts: Vec<String> = texts.iter().map(|text| super::docs::code(text)).collect();
    match (texts.as_slice(), values.len().saturating_sub(NAMED)) {
        ([], _) => None,
        ([only], 0) => Some(format!("Always {only}.")),
        (texts, 0) => Some(format!("One of {}.", texts.join(", "))),
        (texts, more) => Some(format!("One of {} and {more} more.", texts.join(", "))),
    }
}
