//! Documentation: what the description says, made safe, as doc attributes.

use proc_macro2::TokenStream;
use quote::quote;

use super::markdown;

/// Doc attributes for `paragraphs`, each Markdown of ours or [`safe`] text of the description's.
pub(super) fn docs(paragraphs: &[String]) -> TokenStream {
    let mut lines: Vec<String> = Vec::new();
    for paragraph in paragraphs
        .iter()
        .filter(|paragraph| !paragraph.trim().is_empty())
    {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.extend(paragraph.lines().map(|line| line.trim_end().to_owned()));
    }
    let lines = lines.iter().map(|line| {
        if line.is_empty() {
            String::new()
        } else {
            format!(" {line}")
        }
    });
    quote!(#(#[doc = #lines])*)
}

/// What the description says, made safe, else `fallback`.
pub(super) fn said(text: Option<&str>, fallback: &str) -> String {
    let said = text.map(markdown::safe).filter(|safe| !safe.is_empty());
    said.unwrap_or_else(|| fallback.to_owned())
}

/// What the description says, made safe; empty where it says nothing.
pub(super) fn said_or_nothing(text: Option<&str>) -> String {
    said(text, "")
}

/// What the description says, made safe and one line, to stand after something else.
pub(super) fn said_in_line(text: Option<&str>) -> String {
    text.map(markdown::line).unwrap_or_default()
}

/// Text of the description as code in a line: `` `objectId` ``.
pub(super) fn code(text: &str) -> String {
    let shown: String = text
        .chars()
        .map(|character| {
            if character == '`' || markdown::is_harmful(character) {
                '\u{fffd}'
            } else {
                character
            }
        })
        .collect();
    if shown.trim().is_empty() {
        format!("`\"{shown}\"`")
    } else {
        format!("`{shown}`")
    }
}

/// A link to a type in scope. A derive macro of that name is in scope too.
pub(super) fn type_link(name: &str) -> String {
    if DERIVES.contains(&name) {
        format!("[`{name}`](type@{name})")
    } else {
        format!("[`{name}`]")
    }
}

/// The derive macros of the standard prelude.
const DERIVES: &[&str] = &[
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Eq",
    "Hash",
    "Ord",
    "PartialEq",
    "PartialOrd",
];

/// `#[deprecated]` where something is.
pub(super) fn deprecated(is_deprecated: bool) -> TokenStream {
    if is_deprecated {
        quote!(#[deprecated])
    } else {
        TokenStream::new()
    }
}
