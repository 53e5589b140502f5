//! What a user decides of the generated code: a list of rules, from `bindery.toml` or from code.
//!
//! `choose` takes a description's operations and groups, `lower` asks it for formats, `change`
//! takes the lowered API before its names are settled. Later rules win over earlier ones.

mod change;
mod choose;
mod dependency;
mod format;
mod matching;
mod own;
mod read;
mod rename;
mod section;
mod subject;
mod unused;

use std::ops::Range;

use bindery_openapi::{Code, Location};

use crate::codes;

pub(crate) use change::change;
pub(crate) use choose::choose;
pub(crate) use format::Formats;
pub(crate) use own::warn_of_own_types;
pub(crate) use read::read;
pub(crate) use unused::{Usage, report_unused};

/// What a user decides of the generated code.
///
/// ```
/// use bindery_build::{Config, Unknown};
///
/// let config = Config::new()
///     .exclude("tag:Internal")
///     .rename_schema("EventDto", "Event")
///     .replace("Money", "crate::Money")
///     .format("date-time", "string")
///     .unknown_properties("*", Unknown::Keep);
/// ```
///
/// `docs/configuration.md` says what each rule does; each method is a key of `bindery.toml`. A schema
/// is named by its component, or by a pointer such as
/// `#/paths/~1orders/post/requestBody/content/application~1json/schema`.
#[derive(Clone, Debug, Default)]
pub struct Config {
    pub(crate) rules: Vec<Rule>,
    pub(crate) package: PackageMetadata,
}

/// A rule, what it is about, and where it is written.
#[derive(Clone, Debug)]
pub(crate) struct Rule {
    /// The description it is for, by its file's name without the ending; `None` for every one.
    pub spec: Option<String>,
    /// What it is about, as written.
    pub subject: String,
    /// What it does.
    pub action: Action,
    /// The index of its file; the caller's go with the first.
    pub file: usize,
    /// Where it stands, in a file.
    pub place: Option<(Location, Range<usize>)>,
}

/// What a rule does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    /// Opens what is said of one description, which its subject names.
    Spec,
    /// Names the description's module.
    Module(String),
    /// Says how schemas are read.
    Reading(Reading),
    /// Allows findings of the code that its subject is.
    Allow,
    /// Keeps the operations that it is about, and only those that some such rule is about.
    Include,
    /// Leaves out the operations that it is about.
    Exclude,
    /// Says how operations are grouped.
    Group(Grouping),
    /// Gives what it is about another name.
    Rename(Named, String),
    /// Puts a type of the user's in the place of a schema.
    Replace(String),
    /// Says which type a format becomes.
    Format(String),
    /// Says whether formats assert where the description's version leaves them annotations.
    AssertFormats(bool),
    /// Adds derives to a type.
    Derive(Vec<String>),
    /// Says what becomes of properties that a schema does not name.
    Unknown(Unknown),
}

/// What can be renamed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Named {
    /// A schema: a component, or what stands at a pointer.
    Schema,
    /// A property of a schema, or of every schema.
    Property,
    /// An operation, by its id or its method and path.
    Operation,
    /// A group of operations.
    Group,
    /// A value of an enum, or of every enum.
    Value,
}

/// How operations are grouped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// By the first tag, else by the prefix of the id, else by the path.
    Tag,
    /// By the first segment of the path that is no parameter and no version.
    Path,
    /// All in one.
    One,
}

/// How schemas are read: as people mean them, or by the letter of the specification.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reading {
    /// What people mean: a schema with `properties` and no `type` is of an object, and properties
    /// of which no schema speaks are dropped.
    #[default]
    Lenient,
    /// What the specification says: a schema without `type` admits every type, properties of which
    /// no schema speaks are kept, every number without a fraction is an integer, and from 3.1 on a
    /// format asserts nothing.
    Strict,
}

/// What becomes of properties that a schema does not name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// They are kept, and sent back.
    Keep,
    /// They are passed over.
    Drop,
    /// They are an error.
    Refuse,
}

/// What the manifest of a package says beside its name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct PackageMetadata {
    /// Lines of `[package]`, by key.
    pub fields: Vec<(String, String)>,
    /// Dependencies beside the runtime, by name.
    pub dependencies: Vec<(String, String)>,
}

impl PackageMetadata {
    /// Adds what another says, which wins.
    pub(crate) fn extend(&mut self, other: Self) {
        self.fields.extend(other.fields);
        self.dependencies.extend(other.dependencies);
    }
}

impl Config {
    /// A configuration that decides nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// Says how schemas are read.
    #[must_use]
    pub fn reading(self, reading: Reading) -> Self {
        self.with("reading", Action::Reading(reading))
    }

    /// Allows findings of a code, such as `skipped-media-type`: its warnings are not shown, and its
    /// errors are warnings where they leave the description to be understood.
    #[must_use]
    pub fn allow(self, code: impl Into<String>) -> Self {
        self.with(code, Action::Allow)
    }

    /// Keeps only operations that this, or another such rule, is about: `tag:Events`,
    /// `path:/v1/*`, `id:list*` or `method:GET`.
    #[must_use]
    pub fn include(self, operations: impl Into<String>) -> Self {
        self.with(operations, Action::Include)
    }

    /// Leaves out operations, which are named as for [`include`](Self::include).
    #[must_use]
    pub fn exclude(self, operations: impl Into<String>) -> Self {
        self.with(operations, Action::Exclude)
    }

    /// Says how operations are grouped.
    #[must_use]
    pub fn groups(self, grouping: Grouping) -> Self {
        self.with("groups", Action::Group(grouping))
    }

    /// Gives a schema's type another name.
    #[must_use]
    pub fn rename_schema(self, schema: impl Into<String>, name: impl Into<String>) -> Self {
        self.with(schema, Action::Rename(Named::Schema, name.into()))
    }

    /// Gives the field of a property another name: of `Schema.property`, or of `property` wherever
    /// it is. On the wire it keeps its own.
    #[must_use]
    pub fn rename_property(self, property: impl Into<String>, name: impl Into<String>) -> Self {
        self.with(property, Action::Rename(Named::Property, name.into()))
    }

    /// Gives an operation another name. It is named by its id, else as `GET /path`.
    #[must_use]
    pub fn rename_operation(self, operation: impl Into<String>, name: impl Into<String>) -> Self {
        self.with(operation, Action::Rename(Named::Operation, name.into()))
    }

    /// Gives a group of operations another name.
    #[must_use]
    pub fn rename_group(self, group: impl Into<String>, name: impl Into<String>) -> Self {
        self.with(group, Action::Rename(Named::Group, name.into()))
    }

    /// Gives the variant of an enum's value another name: of `Schema.value`, or of `value` wherever
    /// it is.
    #[must_use]
    pub fn rename_value(self, value: impl Into<String>, name: impl Into<String>) -> Self {
        self.with(value, Action::Rename(Named::Value, name.into()))
    }

    /// Puts a type of yours in the place of a schema, also of a property's that has no type of its own:
    /// `#/components/schemas/Order/properties/total`.
    ///
    /// It must implement `Clone`, `Debug`, `PartialEq`, `Serialize`, `Deserialize` and
    /// `bindery::Model`, which `bindery::model!` does. A type of another crate stands in
    /// `bindery::Foreign`.
    #[must_use]
    pub fn replace(self, schema: impl Into<String>, path: impl Into<String>) -> Self {
        self.with(schema, Action::Replace(path.into()))
    }

    /// Says which type a format becomes: one of yours, or `string`, `date-time`, `timestamp`,
    /// `date`, `i8` to `i64`, `u8` to `u64`, `integer`, `f64`, `decimal`.
    #[must_use]
    pub fn format(self, format: impl Into<String>, path: impl Into<String>) -> Self {
        self.with(format, Action::Format(path.into()))
    }

    /// Says whether `bindery::decode` refuses text that is not of its format. In descriptions
    /// before 3.1 it does; from then on a format is an annotation unless this is set.
    #[must_use]
    pub fn assert_formats(self, assert: bool) -> Self {
        self.with("assert-formats", Action::AssertFormats(assert))
    }

    /// Adds derives to the type of a schema, or with `*` to every type. The compiler
    /// says where one is not possible.
    #[must_use]
    pub fn derive<D: Into<String>>(
        self,
        schema: impl Into<String>,
        derives: impl IntoIterator<Item = D>,
    ) -> Self {
        let derives = derives.into_iter().map(Into::into).collect();
        self.with(schema, Action::Derive(derives))
    }

    /// Says what becomes of properties that a schema does not name; with `*`, that any
    /// schema leaves open. Where a schema forbids them, `*` says what plain reading does, and
    /// `decode` still refuses them.
    #[must_use]
    pub fn unknown_properties(self, schema: impl Into<String>, unknown: Unknown) -> Self {
        self.with(schema, Action::Unknown(unknown))
    }

    fn with(mut self, subject: impl Into<String>, action: Action) -> Self {
        self.rules.push(Rule {
            spec: None,
            subject: subject.into(),
            action,
            file: 0,
            place: None,
        });
        self
    }

    /// The rules for the description `spec`, with their indices.
    pub(crate) fn rules_for(&self, spec: &str) -> impl DoubleEndedIterator<Item = (usize, &Rule)> {
        let rules = self.rules.iter().enumerate();
        rules.filter(move |(_, rule)| rule.spec.as_deref().is_none_or(|own| own == spec))
    }

    /// The codes whose findings are allowed in the description `spec`, or where there is none, everywhere.
    pub(crate) fn allowed(&self, spec: Option<&str>) -> Vec<Code> {
        let rules = self.rules.iter();
        let about = rules.filter(|rule| match (&rule.spec, spec) {
            (None, _) => true,
            (Some(own), spec) => Some(own.as_str()) == spec,
        });
        let allowed = about.filter(|rule| rule.action == Action::Allow);
        allowed
            .filter_map(|rule| codes::check_allowable(&rule.subject).ok())
            .collect()
    }

    /// How the schemas of the description `spec` are read.
    pub(crate) fn reading_of(&self, spec: &str) -> Reading {
        let mut readings = self
            .rules_for(spec)
            .filter_map(|(_, rule)| match rule.action {
                Action::Reading(reading) => Some(reading),
                _ => None,
            });
        readings.next_back().unwrap_or_default()
    }

    /// The name of the module of the description `spec`, where a rule gives it.
    pub(crate) fn module(&self, spec: &str) -> Option<&str> {
        let mut names = self
            .rules_for(spec)
            .filter_map(|(_, rule)| match &rule.action {
                Action::Module(name) => Some(name.as_str()),
                _ => None,
            });
        names.next_back()
    }
}
