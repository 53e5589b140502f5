//! What makes a library a package: its manifest and its README.

use std::collections::BTreeSet;

use super::docs::{code, said_in_line, said_or_nothing};
use super::{Emitter, GeneratedFile, Placement, print};
use crate::api::Api;
use crate::layout::Package;

/// The versions of the runtime that generated code is written for.
const RUNTIME: &str = concat!(
    env!("CARGO_PKG_VERSION_MAJOR"),
    ".",
    env!("CARGO_PKG_VERSION_MINOR")
);

/// `Cargo.toml`. It names no workspace, so that the package can be a member of any, and no
/// binaries, for a group of operations may be called `bin`.
pub(super) fn emit_manifest(package: &Package, apis: &[Api]) -> GeneratedFile {
    let mut fields: Vec<(&str, String)> = vec![
        ("name", quoted(&package.name)),
        ("version", quoted("0.1.0")),
        ("edition", quoted("2024")),
        ("rust-version", quoted(env!("CARGO_PKG_RUST_VERSION"))),
        ("description", quoted(&description(apis))),
        ("autobins", "false".to_owned()),
    ];
    for (key, value) in &package.metadata.fields {
        match fields.iter_mut().find(|(own, _)| own == key) {
            Some((_, own)) => own.clone_from(value),
            None => fields.push((key, value.clone())),
        }
    }
    let fields = fields.iter().map(|(key, value)| format!("{key} = {value}"));
    let mut lines = vec!["[package]".to_owned()];
    lines.extend(fields);
    lines.extend([
        String::new(),
        "[features]".to_owned(),
        "default = [\"reqwest\"]".to_owned(),
        "# The default transport. Without it the client needs a transport of yours.".to_owned(),
        "reqwest = [\"bindery/reqwest\"]".to_owned(),
        String::new(),
        "[dependencies]".to_owned(),
        format!(
            "bindery = {{ version = \"{RUNTIME}\", default-features = false{} }}",
            features(apis)
        ),
    ]);
    let dependencies = package.metadata.dependencies.iter();
    lines.extend(dependencies.map(|(name, version)| format!("{name} = {version}")));
    file("Cargo.toml", apis, &lines.join("\n"))
}

/// The features of the runtime that the types of the user's formats need, as the end of a dependency.
fn features(apis: &[Api]) -> String {
    let all: BTreeSet<&str> = apis.iter().flat_map(|api| &api.features).copied().collect();
    match all.into_iter().map(quoted).collect::<Vec<_>>() {
        none if none.is_empty() => String::new(),
        features => format!(", features = [{}]", features.join(", ")),
    }
}

/// `README.md`: what the package is, how it is used, and what it holds.
pub(super) fn emit_readme(package: &Package, apis: &[Api]) -> GeneratedFile {
    let mut paragraphs = vec![format!("# {}", package.name)];
    match apis {
        [only] => paragraphs.extend(readme_of(
            only,
            Placement::library("src/", &package.library()),
        )),
        several => {
            paragraphs.push("Typed clients, a module for each API.".to_owned());
            for api in several {
                let placement = Placement::module(api, "src/", Some(&package.library()));
                paragraphs.push(format!("## {}", api.module.rust));
                paragraphs.extend(readme_of(api, placement));
            }
        }
    }
    paragraphs.push(
        "The feature `reqwest`, on by default, brings the transport. What every item is for is in \
         the documentation: `cargo doc --open`."
            .to_owned(),
    );
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    file("README.md", apis, &paragraphs.join("\n\n"))
}

fn readme_of(api: &Api, placement: Placement) -> Vec<String> {
    let emitter = Emitter::new(api, placement);
    let groups = api.groups.iter().map(|group| {
        let docs = match said_in_line(group.docs.as_deref()) {
            docs if docs.is_empty() => Emitter::group_docs(group),
            docs => docs,
        };
        format!("- `Client::{}`, {docs}", group.name.rust)
    });
    vec![
        format!(
            "A typed client of {}, version {}.",
            code(&api.title),
            code(&api.version)
        ),
        said_or_nothing(api.description.as_deref()),
        shown(&emitter.client_example()),
        groups.collect::<Vec<_>>().join("\n"),
    ]
}

/// An example of documentation as a reader sees it: without what only the compiler needs.
fn shown(example: &str) -> String {
    let lines = example.lines().filter(|line| !line.starts_with("# "));
    let lines = lines.map(|line| match line.strip_prefix("```") {
        Some("") | None => line,
        Some(_) => "```rust",
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// One line that says which APIs these are.
fn description(apis: &[Api]) -> String {
    let titles: Vec<String> = apis.iter().map(|api| plain(&api.title)).collect();
    match titles.as_slice() {
        [only] => format!("A typed client of {only}"),
        several => format!("Typed clients of {}", several.join(", ")),
    }
}

/// A text without what hides, reorders or breaks a line.
fn plain(text: &str) -> String {
    let shown = text.chars().map(|next| {
        if super::markdown::is_harmful(next) {
            ' '
        } else {
            next
        }
    });
    let shown: String = shown.collect();
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A basic string of TOML 1.0.
pub(crate) fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for next in text.chars() {
        match next {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            control if control.is_control() => {
                let escape = format!("\\u{:04X}", u32::from(control));
                quoted.push_str(&escape);
            }
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

fn file(path: &str, apis: &[Api], text: &str) -> GeneratedFile {
    let sources: Vec<&str> = apis.iter().map(|api| api.source.as_str()).collect();
    let head = print::head(path, &sources.join(", "));
    GeneratedFile {
        path: path.to_owned(),
        text: format!("{head}\n{text}\n"),
    }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn text_cannot_leave_its_quotes() {
        assert_eq!(quoted("a\"\n[x] = \\"), r#""a\"\u000A[x] = \\""#);
    }
}
