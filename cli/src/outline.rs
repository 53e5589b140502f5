//! What a description holds and what is made of it, as `bindery inspect` shows it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use bindery_build::Inspected;
use bindery_build::api::{Api, Call, Group, Home, TypeItem, TypeKind};
use bindery_openapi::Document;
use bindery_openapi::document::{
    ApiKeyIn, ParameterIn, ParameterStyle, ParameterValue, SecuritySchemeKind,
};
use serde_json::{Value, json};

/// So many schemas of one type are shown to people.
const FEW: usize = 3;

/// What comes after a type's path stands in one column, up to there.
const WIDEST: usize = 40;

/// A description that could be read.
pub struct Outline<'i> {
    inspected: &'i Inspected,
    document: &'i Document,
    api: &'i Api,
}

impl<'i> Outline<'i> {
    /// The outline of a description; `None` where nothing can be made of it.
    pub fn of(inspected: &'i Inspected) -> Option<Self> {
        Some(Self {
            inspected,
            document: inspected.document.as_ref()?,
            api: inspected.api.as_ref()?,
        })
    }

    /// For people.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for line in self.lines() {
            // Text of a description may hold what moves a terminal's cursor.
            let shown = line.chars().filter(|next| !next.is_control());
            text.extend(shown.chain(['\n']));
        }
        text
    }

    fn lines(&self) -> Vec<String> {
        let document = self.document;
        let mut lines = vec![
            self.inspected.path.clone(),
            format!("  title     {}", titled(document)),
            format!("  openapi   {}", document.version),
        ];
        let servers = document.servers.iter();
        lines.extend(servers.map(|server| format!("  server    {}", server.url)));
        lines.push(format!("  types     {}", counted(&self.types())));
        lines.extend(self.features().iter().map(|(kind, names)| {
            let names: Vec<String> = names.iter().cloned().collect();
            format!("  {kind:<9} {}", names.join(", "))
        }));
        for group in &self.api.groups {
            lines.push(format!("  {} ({})", group.name.source, group.calls.len()));
            for call in &group.calls {
                let rust = called(group, call);
                let mut line = String::new();
                // A string takes all.
                let _ = write!(line, "    {:<7} {}  {rust}", call.method, call.path);
                lines.push(line);
            }
        }
        if !self.api.skipped.is_empty() {
            lines.push(format!("  left out ({})", self.api.skipped.len()));
        }
        lines.extend(self.api.skipped.iter().map(|skipped| {
            format!(
                "    {:<7} {}  {}",
                skipped.method, skipped.path, skipped.reason
            )
        }));
        lines.extend(self.type_lines());
        let report = &self.inspected.findings.report;
        match report.error_count() {
            0 => {}
            errors => lines.push(format!("  errors    {errors}")),
        }
        lines.push(format!("  warnings  {}", report.warning_count()));
        lines
    }

    /// Every type, and the schemas that it comes from, as a configuration names them.
    fn type_lines(&self) -> Vec<String> {
        let items = &self.api.types;
        let paths: Vec<String> = items.iter().map(|item| self.path(item)).collect();
        let width = paths.iter().map(String::len).max().unwrap_or_default();
        let width = width.min(WIDEST);
        let mut lines = Vec::new();
        for (item, path) in items.iter().zip(&paths) {
            let pointers = self.inspected.pointers(item);
            let more = pointers.len().saturating_sub(FEW);
            let (shown, _) = pointers.split_at(pointers.len() - more);
            let mut start = format!("    {:<7} {path:<width$}", kind(&item.kind));
            for pointer in shown {
                lines.push(format!("{start}  {pointer}"));
                start = " ".repeat(start.len());
            }
            if more > 0 {
                lines.push(format!("{start}  and {more} more"));
            }
        }
        if !lines.is_empty() {
            lines.insert(0, format!("  schemas of types ({})", items.len()));
        }
        lines
    }

    /// The path of a type from the module of the API.
    fn path(&self, item: &TypeItem) -> String {
        let module = match item.home {
            Home::Component(_) => "types",
            Home::Group(index) => {
                let group = self.api.groups.get(index);
                group.map_or("", |group| &group.name.rust)
            }
        };
        format!("{module}::{}", item.rust)
    }

    /// For machines.
    pub fn json(&self) -> Value {
        let document = self.document;
        let servers: Vec<&str> = document
            .servers
            .iter()
            .map(|server| server.url.as_str())
            .collect();
        let report = &self.inspected.findings.report;
        json!({
            "file": self.inspected.path,
            "openapi": document.version,
            "title": document.title,
            "version": document.api_version,
            "servers": servers,
            "operations": self.json_of_operations(),
            "types": self.json_of_types(),
            "features": self.features(),
            "skipped": self.json_of_skipped(),
            "errors": report.error_count(),
            "warnings": report.warning_count(),
        })
    }

    fn json_of_operations(&self) -> Vec<Value> {
        let groups = self.api.groups.iter();
        let calls = groups.flat_map(|group| group.calls.iter().map(move |call| (group, call)));
        let json = calls.map(|(group, call)| {
            json!({
                "group": group.name.source,
                "id": call.id,
                "method": call.method,
                "path": call.path,
                "rust": called(group, call),
                "deprecated": call.deprecated,
            })
        });
        json.collect()
    }

    fn json_of_skipped(&self) -> Vec<Value> {
        let json = self.api.skipped.iter().map(|skipped| {
            json!({
                "id": skipped.id,
                "method": skipped.method,
                "path": skipped.path,
                "reason": skipped.reason,
            })
        });
        json.collect()
    }

    fn json_of_types(&self) -> Vec<Value> {
        let json = self.api.types.iter().map(|item| {
            json!({
                "rust": item.rust,
                "path": self.path(item),
                "kind": kind(&item.kind),
                "pointers": self.inspected.pointers(item),
            })
        });
        json.collect()
    }

    /// How many types there are of each kind.
    fn types(&self) -> BTreeMap<&'static str, usize> {
        let mut types = BTreeMap::new();
        for item in &self.api.types {
            *types.entry(kind(&item.kind)).or_default() += 1;
        }
        types
    }

    /// What of OpenAPI the description uses.
    fn features(&self) -> BTreeMap<&'static str, BTreeSet<String>> {
        let mut features: BTreeMap<&'static str, BTreeSet<String>> = BTreeMap::new();
        let mut add = |kind, name: String| {
            features.entry(kind).or_default().insert(name);
        };
        for (_, operation) in self.document.operations() {
            for parameter in &operation.parameters {
                add("style", style_of(&parameter.value, parameter.place));
            }
            let body = operation.request_body.iter();
            for media_type in body.flat_map(|body| &body.content) {
                add("sends", media_type.essence());
            }
            let responses = operation.responses.iter();
            for media_type in responses.flat_map(|response| &response.content) {
                add("takes", media_type.essence());
            }
        }
        for scheme in &self.document.components.security_schemes {
            add(
                "security",
                format!("{} ({})", scheme.name, scheme_of(&scheme.kind)),
            );
        }
        features
    }
}

/// How Rust calls the operation.
fn called(group: &Group, call: &Call) -> String {
    format!("client.{}().{}()", group.name.rust, call.name.rust)
}

fn kind(kind: &TypeKind) -> &'static str {
    match kind {
        TypeKind::Struct(_) => "struct",
        TypeKind::OpenEnum(_) => "enum",
        TypeKind::Union(_) => "union",
        TypeKind::Newtype(_) => "newtype",
        TypeKind::Alias(_) => "alias",
    }
}

fn counted(types: &BTreeMap<&'static str, usize>) -> String {
    let total: usize = types.values().sum();
    let kinds: Vec<String> = types
        .iter()
        .map(|(kind, count)| format!("{kind} {count}"))
        .collect();
    if kinds.is_empty() {
        return total.to_string();
    }
    format!("{total}: {}", kinds.join(", "))
}

fn style_of(value: &ParameterValue, place: ParameterIn) -> String {
    let place = match place {
        ParameterIn::Path => "path",
        ParameterIn::Query => "query",
        ParameterIn::QueryString => "query string",
        ParameterIn::Header => "header",
        ParameterIn::Cookie => "cookie",
    };
    match value {
        ParameterValue::Content(media_type) => format!("{} in {place}", media_type.essence()),
        ParameterValue::Schema { style, explode, .. } => {
            let style = match style {
                ParameterStyle::Matrix => "matrix",
                ParameterStyle::Label => "label",
                ParameterStyle::Simple => "simple",
                ParameterStyle::Form => "form",
                ParameterStyle::SpaceDelimited => "spaceDelimited",
                ParameterStyle::PipeDelimited => "pipeDelimited",
                ParameterStyle::DeepObject => "deepObject",
                ParameterStyle::Cookie => "cookie",
            };
            let exploded = if *explode { " exploded" } else { "" };
            format!("{style}{exploded} in {place}")
        }
    }
}

fn scheme_of(kind: &SecuritySchemeKind) -> &'static str {
    match kind {
        SecuritySchemeKind::ApiKey { place, .. } => match place {
            ApiKeyIn::Query => "key in query",
            ApiKeyIn::Header => "key in header",
            ApiKeyIn::Cookie => "key in cookie",
        },
        SecuritySchemeKind::HttpBasic => "basic",
        SecuritySchemeKind::HttpBearer { .. } => "bearer",
        SecuritySchemeKind::HttpOther(_) => "other HTTP scheme",
        SecuritySchemeKind::OAuth2 { .. } => "OAuth 2.0",
        SecuritySchemeKind::OpenIdConnect { .. } => "OpenID Connect",
        SecuritySchemeKind::MutualTls => "mutual TLS",
    }
}

/// What a description is called, as far as it says so.
fn titled(document: &Document) -> String {
    let said = |text: &str| !text.trim().is_empty();
    let title = Some(document.title.as_str()).filter(|title| said(title));
    let version = Some(document.api_version.as_str()).filter(|version| said(version));
    let version = version.map_or_else(
        || "no version".to_owned(),
        |version| format!("version {version}"),
    );
    format!("{}, {version}", title.unwrap_or("none"))
}
