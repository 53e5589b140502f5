//! Rules that are about nothing.

use std::collections::{BTreeMap, BTreeSet};

use bindery_openapi::document::JsonType;
use bindery_openapi::{Diagnostic, Report, nearest};

use super::{Action, Config, Named, Rule};
use crate::api::{Api, TypeName};
use crate::codes;
use crate::places::Places;

/// Which rules were about something, and what there was to be about.
#[derive(Clone, Debug, Default)]
pub(crate) struct Usage {
    /// The indices of the rules that were.
    pub used: BTreeSet<usize>,
    /// Every description, by its file's name without the ending.
    pub specs: BTreeSet<String>,
    /// Rules of formats whose type cannot hold what they were asked for: values of a JSON type.
    pub unfit: BTreeMap<usize, JsonType>,
    /// Every format, and the JSON type of what has none.
    pub formats: BTreeSet<String>,
    /// Every selector of operations.
    pub operations: BTreeSet<String>,
    /// Every name that can be given another.
    pub names: BTreeMap<Named, BTreeSet<String>>,
    /// The names that types have in Rust, and what a configuration calls them.
    pub types: BTreeMap<String, String>,
}

impl Usage {
    /// Notes what the types are called in Rust, once that is settled.
    pub fn note_types(&mut self, api: &Api, places: &Places<'_>) {
        for item in &api.types {
            let key = match &item.origin {
                TypeName::Component(name) => name.clone(),
                TypeName::Holder { .. } | TypeName::Part { .. } => places.written(&item.location),
                TypeName::Request { .. } | TypeName::Base { .. } => continue,
            };
            self.types.entry(item.rust.clone()).or_insert(key);
        }
    }
}

/// Warns of each rule of the file with this index that is about nothing, with the nearest thing that
/// there is. Rules of the caller's go with the first file.
pub(crate) fn report_unused(config: &Config, usage: &Usage, file: usize, report: &mut Report) {
    for (index, rule) in config.rules.iter().enumerate() {
        if usage.used.contains(&index) || is_general(rule, usage) || rule.file != file {
            continue;
        }
        let unfit = unfit(rule, usage.unfit.get(&index));
        let message = unfit
            .clone()
            .unwrap_or_else(|| format!("`{}` is about nothing in the descriptions", rule.subject));
        let mut diagnostic = match &rule.place {
            Some((location, bytes)) => {
                Diagnostic::warning(codes::UNUSED_CONFIG, location.clone(), message)
                    .on_bytes(bytes.clone())
            }
            None => Diagnostic::warning_without_place(codes::UNUSED_CONFIG, message),
        };
        let hint = match unfit {
            Some(_) => Some("name a type of such values, or remove the rule".to_owned()),
            None => hint(rule, usage),
        };
        if let Some(hint) = hint {
            diagnostic = diagnostic.hint(hint);
        }
        report.push(diagnostic);
    }
}

/// That the type of a rule for a format holds nothing of what it is for.
fn unfit(rule: &Rule, json_type: Option<&JsonType>) -> Option<String> {
    let (Action::Format(word), Some(json_type)) = (&rule.action, json_type) else {
        return None;
    };
    let (subject, values) = (&rule.subject, values(*json_type));
    Some(format!(
        "the type `{word}` cannot hold {values}, and the descriptions say `{subject}` of {values}"
    ))
}

fn values(json_type: JsonType) -> &'static str {
    match json_type {
        JsonType::Null => "null",
        JsonType::Boolean => "booleans",
        JsonType::Integer => "integers",
        JsonType::Number => "numbers",
        JsonType::String => "strings",
        JsonType::Array => "arrays",
        JsonType::Object => "objects",
    }
}

/// What may be meant: a type by its name in Rust, else the nearest name.
fn hint(rule: &Rule, usage: &Usage) -> Option<String> {
    if let Some(hint) = by_rust_name(rule, usage) {
        return Some(hint);
    }
    if let Some(near) = nearest(&rule.subject, candidates(rule, usage)) {
        return Some(format!("did you mean `{near}`?"));
    }
    let of_types = || "`bindery inspect` lists the types and where their schemas stand".to_owned();
    is_of_types(&rule.action).then(of_types)
}

/// A type is named by its component or by the place of its schema, and may be written as Rust calls it.
fn by_rust_name(rule: &Rule, usage: &Usage) -> Option<String> {
    if !is_of_types(&rule.action) {
        return None;
    }
    let (rust, member) = match rule.subject.split_once('.') {
        Some((rust, member)) => (rust, format!(".{member}")),
        None => (rule.subject.as_str(), String::new()),
    };
    let rust = rust.rsplit("::").next().unwrap_or(rust);
    let meant = format!("{}{member}", usage.types.get(rust)?);
    let is_another = meant != rule.subject;
    is_another.then(|| format!("`{rust}` is its name in Rust: write `\"{meant}\"`"))
}

/// Whether a rule is about types or what is in them.
fn is_of_types(action: &Action) -> bool {
    match action {
        Action::Replace(_) | Action::Derive(_) | Action::Unknown(_) => true,
        Action::Rename(named, _) => match named {
            Named::Schema | Named::Property | Named::Value => true,
            Named::Operation | Named::Group => false,
        },
        Action::Spec
        | Action::Module(_)
        | Action::Reading(_)
        | Action::Allow
        | Action::Include
        | Action::Exclude
        | Action::Group(_)
        | Action::Format(_)
        | Action::AssertFormats(_) => false,
    }
}

/// Rules that are about whatever comes. What is said of a description that is not there is reported
/// once, where it begins.
fn is_general(rule: &Rule, usage: &Usage) -> bool {
    let is_there = |spec: &String| usage.specs.contains(spec);
    let is_said = rule.spec.as_ref().is_none_or(is_there) == (rule.action != Action::Spec);
    let is_general = matches!(
        rule.action,
        Action::Module(_)
            | Action::Reading(_)
            | Action::AssertFormats(_)
            | Action::Group(_)
            | Action::Allow
    );
    is_general || !is_said || rule.subject == "*"
}

fn candidates<'u>(rule: &Rule, usage: &'u Usage) -> Vec<&'u str> {
    let kind = match &rule.action {
        Action::Include | Action::Exclude => {
            return usage.operations.iter().map(String::as_str).collect();
        }
        Action::Rename(kind, _) => *kind,
        Action::Replace(_) | Action::Derive(_) | Action::Unknown(_) => Named::Schema,
        Action::Spec => return usage.specs.iter().map(String::as_str).collect(),
        Action::Format(_) => return usage.formats.iter().map(String::as_str).collect(),
        Action::Module(_)
        | Action::Reading(_)
        | Action::AssertFormats(_)
        | Action::Group(_)
        | Action::Allow => return Vec::new(),
    };
    let near = usage.names.get(&kind).into_iter().flatten();
    near.map(String::as_str).collect()
}
