//! `bindery.toml` to rules.

use std::ops::Range;

use bindery_openapi::{Diagnostic, Pointer, Report, Sources};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::format::words;
use super::matching::SELECTORS;
use super::section::Tables;
use super::{Action, Config, Grouping, Named, Reading, Rule, Unknown};
use crate::codes;

/// The keys of the file, in the order of `docs/configuration.md`.
const KEYS: &[&str] = &[
    "module",
    "reading",
    "allow",
    "groups",
    "operations",
    "rename",
    "replace",
    "formats",
    "assert-formats",
    "derive",
    "unknown-properties",
    "crate",
    "spec",
];

/// The keys of `rename`.
const RENAMED: &[&str] = &["schemas", "properties", "operations", "groups", "values"];

/// Keys of the manifest's `[package]` that can be set.
const PACKAGE: &[&str] = &[
    "version",
    "description",
    "license",
    "repository",
    "homepage",
    "documentation",
    "publish",
    "dependencies",
];

/// Reads the configuration `text`, whose file findings call `name`.
pub(crate) fn read(name: &str, text: &str) -> (Config, Report, Sources) {
    let mut sources = Sources::default();
    let file = sources.add(name, text);
    let mut reader = Reader {
        tables: Tables {
            file,
            report: Report::default(),
        },
        config: Config::new(),
    };
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let location = bindery_openapi::Location {
            file,
            pointer: Pointer::root(),
        };
        let message = error.message().replace('\n', ", ");
        let diagnostic = Diagnostic::error(codes::INVALID_CONFIG, location, message);
        let bytes = error.span().unwrap_or(0..0);
        reader.tables.report.push(diagnostic.on_bytes(bytes));
    }
    reader.table(table.get_ref(), None);
    (reader.config, reader.tables.report, sources)
}

struct Reader {
    tables: Tables,
    config: Config,
}

type Value<'i> = Spanned<DeValue<'i>>;

impl Reader {
    /// The whole file, or what it says of one description.
    fn table(&mut self, table: &DeTable<'_>, spec: Option<&str>) {
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            match name {
                "module" if spec.is_some() => {
                    if let Some(module) = self.tables.string(&[name], value) {
                        self.rule(spec, name, &[name], key.span(), Action::Module(module));
                    }
                }
                "reading" => self.reading(value, spec),
                "allow" => self.allow(value, spec),
                "groups" => self.groups(value, spec),
                "operations" => self.operations(value, spec),
                "rename" => self.rename(value, spec),
                "replace" => self.types(name, value, spec, Action::Replace),
                "formats" => self.types(name, value, spec, Action::Format),
                "assert-formats" => self.assert_formats(value, spec),
                "derive" => self.derive(value, spec),
                "unknown-properties" => self.unknown_properties(value, spec),
                "crate" if spec.is_none() => self.package(value),
                "spec" if spec.is_none() => self.specs(value),
                _ => {
                    let top = |key: &&&str| spec.is_none() != (**key == "module");
                    let known: Vec<&str> = KEYS.iter().filter(top).copied().collect();
                    self.tables.unknown(&[name], key.span(), &known);
                }
            }
        }
    }

    fn rule(
        &mut self,
        spec: Option<&str>,
        subject: &str,
        keys: &[&str],
        bytes: Range<usize>,
        action: Action,
    ) {
        self.config.rules.push(Rule {
            spec: spec.map(str::to_owned),
            subject: subject.to_owned(),
            action,
            file: 0,
            place: Some((self.tables.location(keys), bytes)),
        });
    }

    fn specs(&mut self, value: &Value<'_>) {
        let Some(table) = self.tables.table(&["spec"], value) else {
            return;
        };
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            if let Some(table) = self.tables.table(&["spec", name], value) {
                self.rule(Some(name), name, &["spec", name], key.span(), Action::Spec);
                self.table(table, Some(name));
            }
        }
    }

    fn reading(&mut self, value: &Value<'_>, spec: Option<&str>) {
        let readings = [Reading::Lenient, Reading::Strict];
        let found = self
            .tables
            .word(&["reading"], value, &["lenient", "strict"]);
        if let Some(reading) = found.and_then(|index| readings.get(index)) {
            let action = Action::Reading(*reading);
            self.rule(spec, "reading", &["reading"], value.span(), action);
        }
    }

    fn allow(&mut self, value: &Value<'_>, spec: Option<&str>) {
        for (code, bytes) in self.tables.strings(&["allow"], value) {
            match codes::check_allowable(&code) {
                Ok(_) => self.rule(spec, &code, &["allow"], bytes, Action::Allow),
                Err(fault) => self.tables.faulty(&["allow"], bytes, fault),
            }
        }
    }

    fn assert_formats(&mut self, value: &Value<'_>, spec: Option<&str>) {
        let keys = ["assert-formats"];
        match value.get_ref() {
            DeValue::Boolean(asserted) => {
                let action = Action::AssertFormats(*asserted);
                self.rule(spec, keys[0], &keys, value.span(), action);
            }
            _ => self.tables.wrong(&keys, value.span(), "true or false"),
        }
    }

    fn groups(&mut self, value: &Value<'_>, spec: Option<&str>) {
        let words = ["tag", "path", "one"];
        let groupings = [Grouping::Tag, Grouping::Path, Grouping::One];
        let found = self.tables.word(&["groups"], value, &words);
        if let Some(grouping) = found.and_then(|index| groupings.get(index)) {
            let action = Action::Group(*grouping);
            self.rule(spec, "groups", &["groups"], value.span(), action);
        }
    }

    fn operations(&mut self, value: &Value<'_>, spec: Option<&str>) {
        let Some(table) = self.tables.table(&["operations"], value) else {
            return;
        };
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            let keys = ["operations", name];
            let action = match name {
                "include" => Action::Include,
                "exclude" => Action::Exclude,
                _ => {
                    self.tables
                        .unknown(&keys, key.span(), &["include", "exclude"]);
                    continue;
                }
            };
            for (selector, bytes) in self.tables.strings(&keys, value) {
                let kind = selector.split_once(':').map(|(kind, _)| kind);
                if kind.is_some_and(|kind| SELECTORS.contains(&kind)) {
                    self.rule(spec, &selector, &keys, bytes, action.clone());
                } else {
                    let expected = "a list of `tag:…`, `path:…`, `id:…` or `method:…`";
                    self.tables.wrong(&keys, bytes, expected);
                }
            }
        }
    }

    fn rename(&mut self, value: &Value<'_>, spec: Option<&str>) {
        let Some(table) = self.tables.table(&["rename"], value) else {
            return;
        };
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            let kind = match name {
                "schemas" => Named::Schema,
                "properties" => Named::Property,
                "operations" => Named::Operation,
                "groups" => Named::Group,
                "values" => Named::Value,
                _ => {
                    self.tables.unknown(&["rename", name], key.span(), RENAMED);
                    continue;
                }
            };
            let Some(renamed) = self.tables.table(&["rename", name], value) else {
                continue;
            };
            for (subject, wanted) in renamed {
                let keys = ["rename", name, subject.get_ref().as_ref()];
                let bytes = wanted.span();
                if let Some(wanted) = self.tables.string(&keys, wanted) {
                    if !is_identifier(&wanted) {
                        let expected = "an identifier of ASCII letters, digits and underscores";
                        self.tables.wrong(&keys, bytes, expected);
                        continue;
                    }
                    let action = Action::Rename(kind, wanted);
                    self.rule(spec, keys[2], &keys, subject.span(), action);
                }
            }
        }
    }

    /// Types, by schema or format.
    fn types(
        &mut self,
        name: &str,
        value: &Value<'_>,
        spec: Option<&str>,
        action: fn(String) -> Action,
    ) {
        let Some(table) = self.tables.table(&[name], value) else {
            return;
        };
        for (subject, value) in table {
            let keys = [name, subject.get_ref().as_ref()];
            let Some(path) = self.tables.string(&keys, value) else {
                continue;
            };
            let is_word = name == "formats" && words().contains(&path.as_str());
            if is_word || syn::parse_str::<syn::TypePath>(&path).is_ok_and(|path| is_far(&path)) {
                self.rule(spec, keys[1], &keys, subject.span(), action(path));
            } else {
                let words = if name == "formats" {
                    format!(
                        "one of {}, or the path of a type such as `crate::Money`",
                        words().join(", ")
                    )
                } else {
                    "the path of a type, such as `crate::Money`".to_owned()
                };
                self.tables.wrong(&keys, value.span(), &words);
            }
        }
    }

    fn derive(&mut self, value: &Value<'_>, spec: Option<&str>) {
        let Some(table) = self.tables.table(&["derive"], value) else {
            return;
        };
        for (subject, value) in table {
            let keys = ["derive", subject.get_ref().as_ref()];
            let mut derives = Vec::new();
            for (path, bytes) in self.tables.strings(&keys, value) {
                if syn::parse_str::<syn::Path>(&path).is_ok() {
                    derives.push(path);
                } else {
                    let expected = "a list of paths of derives, such as `Hash`";
                    self.tables.wrong(&keys, bytes, expected);
                }
            }
            self.rule(
                spec,
                keys[1],
                &keys,
                subject.span(),
                Action::Derive(derives),
            );
        }
    }

    fn unknown_properties(&mut self, value: &Value<'_>, spec: Option<&str>) {
        let Some(table) = self.tables.table(&["unknown-properties"], value) else {
            return;
        };
        let kinds = [Unknown::Keep, Unknown::Drop, Unknown::Refuse];
        for (subject, value) in table {
            let keys = ["unknown-properties", subject.get_ref().as_ref()];
            let found = self.tables.word(&keys, value, &["keep", "drop", "refuse"]);
            if let Some(unknown) = found.and_then(|index| kinds.get(index)) {
                let action = Action::Unknown(*unknown);
                self.rule(spec, keys[1], &keys, subject.span(), action);
            }
        }
    }

    fn package(&mut self, value: &Value<'_>) {
        let Some(table) = self.tables.table(&["crate"], value) else {
            return;
        };
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            let keys = ["crate", name];
            if !PACKAGE.contains(&name) {
                self.tables.unknown(&keys, key.span(), PACKAGE);
            } else if name == "dependencies" {
                let dependencies = self.tables.dependencies(value);
                self.config.package.dependencies.extend(dependencies);
            } else if let ("publish", DeValue::Boolean(publish)) = (name, value.get_ref()) {
                let field = (name.to_owned(), publish.to_string());
                self.config.package.fields.push(field);
            } else if name == "publish" {
                self.tables.wrong(&keys, value.span(), "true or false");
            } else if let Some(text) = self.tables.string(&keys, value) {
                if name == "version" && !is_version(&text) {
                    let expected = "a version of three numbers, such as `1.0.0`";
                    self.tables.wrong(&keys, value.span(), expected);
                    continue;
                }
                let field = (name.to_owned(), crate::emit::toml_string(&text));
                self.config.package.fields.push(field);
            }
        }
    }
}

/// Whether Rust can call something so: no keyword that cannot be made a name either.
fn is_identifier(text: &str) -> bool {
    let is_letter = |first: char| first.is_ascii_alphabetic() || first == '_';
    text.starts_with(is_letter)
        && text
            .chars()
            .all(|next| is_letter(next) || next.is_ascii_digit())
        && text.chars().any(|next| next != '_')
        && !["self", "Self", "super", "crate"].contains(&text)
}

/// Whether a path begins at a crate, so that it means the same in every module.
fn is_far(path: &syn::TypePath) -> bool {
    path.path.leading_colon.is_some() || path.path.segments.len() > 1
}

/// Whether cargo takes the text as a package's version: three numbers, then perhaps what marks a
/// pre-release and what marks a build (Semantic Versioning 2.0.0 §2, §9, §10).
fn is_version(text: &str) -> bool {
    let (rest, build) = text.split_once('+').unwrap_or((text, "0"));
    let (numbers, release) = rest.split_once('-').unwrap_or((rest, "a"));
    let is_number = |part: &str| {
        let has_zero_first = part.len() > 1 && part.starts_with('0');
        !has_zero_first
            && part.bytes().all(|next| next.is_ascii_digit())
            && part.parse::<u64>().is_ok()
    };
    let is_mark = |part: &str| {
        let is_known = |next: u8| next.is_ascii_alphanumeric() || next == b'-';
        !part.is_empty() && part.bytes().all(is_known)
    };
    let is_numeric = |part: &str| part.bytes().all(|next| next.is_ascii_digit());
    let is_release = |part: &str| is_mark(part) && (!is_numeric(part) || is_number(part));
    numbers.split('.').count() == 3
        && numbers.split('.').all(is_number)
        && release.split('.').all(is_release)
        && build.split('.').all(is_mark)
}
