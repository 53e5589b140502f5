//! Which types formats become.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use bindery_openapi::document::JsonType;

use super::{Action, Config, Usage};
use crate::api::{NumberType, TextType, TimeType, TypeRef};

/// The user's rows of the table of formats, by the name of the format, or of the JSON type where a
/// schema has no format.
#[derive(Clone, Debug, Default)]
pub(crate) struct Formats {
    types: BTreeMap<String, TypeRef>,
    /// Whether formats assert, whatever the version of the description.
    pub are_asserted: bool,
    /// What was asked for.
    asked: RefCell<BTreeSet<String>>,
    /// What of the rows gave its type.
    given: RefCell<BTreeSet<String>>,
    /// What of them was asked for values that its type cannot hold.
    unfit: RefCell<BTreeMap<String, JsonType>>,
    /// What of the types that were asked for only a feature of the runtime has.
    features: RefCell<BTreeSet<&'static str>>,
}

impl Formats {
    /// Those of the rules for `spec`.
    pub fn of(config: &Config, spec: &str) -> Self {
        let mut types = BTreeMap::new();
        let mut are_asserted = false;
        for (_, rule) in config.rules_for(spec) {
            match &rule.action {
                Action::Format(path) => {
                    types.insert(rule.subject.clone(), reference(path));
                }
                Action::AssertFormats(asserted) => are_asserted = *asserted,
                _ => {}
            }
        }
        Self {
            types,
            are_asserted,
            asked: RefCell::default(),
            given: RefCell::default(),
            unfit: RefCell::default(),
            features: RefCell::default(),
        }
    }

    /// Says which rules for `spec` were about something, once the description is lowered.
    pub fn report_usage(&self, config: &Config, spec: &str, usage: &mut Usage) {
        let (given, unfit) = (self.given.borrow(), self.unfit.borrow());
        for (index, rule) in config.rules_for(spec) {
            if !matches!(rule.action, Action::Format(_)) {
                continue;
            }
            if given.contains(&rule.subject) {
                usage.used.insert(index);
            } else if let Some(json_type) = unfit.get(&rule.subject) {
                usage.unfit.insert(index, *json_type);
            }
        }
        usage.formats.extend(self.asked.borrow().iter().cloned());
    }

    /// The user's type for a JSON type with a format, where it can hold such values.
    pub fn get(&self, json_type: JsonType, format: Option<&str>) -> Option<TypeRef> {
        let named = match json_type {
            JsonType::Integer => "integer",
            JsonType::Number => "number",
            JsonType::String => "string",
            JsonType::Boolean | JsonType::Null | JsonType::Object | JsonType::Array => return None,
        };
        let name = format.unwrap_or(named);
        let mut asked = self.asked.borrow_mut();
        if !asked.contains(name) {
            asked.insert(name.to_owned());
        }
        let reference = self.types.get(name)?;
        if !holds(reference, json_type) {
            self.unfit.borrow_mut().insert(name.to_owned(), json_type);
            return None;
        }
        self.given.borrow_mut().insert(name.to_owned());
        if let TypeRef::Text(text) = reference {
            self.features.borrow_mut().extend(text.feature());
        }
        Some(reference.clone())
    }

    /// The formats of strings that have another type than by themselves, each with whether that type refuses every
    /// other text.
    pub fn refusing(&self) -> BTreeMap<String, bool> {
        let texts = self
            .types
            .iter()
            .filter(|(_, reference)| reference.scalar_type() == Some(JsonType::String));
        texts
            .map(|(format, reference)| (format.clone(), !reference.keeps_text()))
            .collect()
    }

    /// The features of the runtime that the types that were asked for need.
    pub fn features(&self) -> BTreeSet<&'static str> {
        self.features.borrow().clone()
    }
}

/// Whether values of a JSON type are among those of a type; of one that the user names, nothing is known.
fn holds(reference: &TypeRef, json_type: JsonType) -> bool {
    match reference.scalar_type() {
        None => true,
        Some(JsonType::Number) => matches!(json_type, JsonType::Integer | JsonType::Number),
        Some(own) => json_type == own,
    }
}

/// The types that need no path, each with its word.
const TYPES: [(&str, TypeRef); 23] = [
    ("string", TypeRef::String),
    ("date-time", TypeRef::Time(TimeType::DateTime)),
    ("timestamp", TypeRef::Time(TimeType::Timestamp)),
    ("date", TypeRef::Time(TimeType::Date)),
    ("base64", TypeRef::Text(TextType::Base64)),
    ("ipv4", TypeRef::Text(TextType::Ipv4)),
    ("ipv6", TypeRef::Text(TextType::Ipv6)),
    ("time", TypeRef::Text(TextType::Time)),
    ("duration", TypeRef::Text(TextType::Duration)),
    ("uuid", TypeRef::Text(TextType::Uuid)),
    ("chrono-date-time", TypeRef::Text(TextType::ChronoDateTime)),
    ("chrono-date", TypeRef::Text(TextType::ChronoDate)),
    ("i8", TypeRef::Number(NumberType::I8)),
    ("i16", TypeRef::Number(NumberType::I16)),
    ("i32", TypeRef::Number(NumberType::I32)),
    ("i64", TypeRef::Number(NumberType::I64)),
    ("u8", TypeRef::Number(NumberType::U8)),
    ("u16", TypeRef::Number(NumberType::U16)),
    ("u32", TypeRef::Number(NumberType::U32)),
    ("u64", TypeRef::Number(NumberType::U64)),
    ("integer", TypeRef::Number(NumberType::Integer)),
    ("f64", TypeRef::Number(NumberType::F64)),
    ("decimal", TypeRef::Number(NumberType::Decimal)),
];

/// The words for the types that need no path.
pub(super) fn words() -> Vec<&'static str> {
    TYPES.iter().map(|(word, _)| *word).collect()
}

fn reference(path: &str) -> TypeRef {
    TYPES.iter().find(|(word, _)| *word == path).map_or_else(
        || TypeRef::External(path.to_owned()),
        |(_, reference)| reference.clone(),
    )
}
