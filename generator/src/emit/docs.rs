//! Documentation: what the description says, made safe, as doc attributes.

use std::cell::RefCell;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::markdown;

/// Stands between the lines of documentation until they are printed, so that they need one attribute
/// and not one each. It is a control character, and so in no text of a description's.
pub(super) const LINE_BREAK: char = '\u{1f}';

/// A doc attribute for `paragraphs`, each Markdown of ours or [`safe`] text of the description's.
pub(super) fn docs(paragraphs: &[String]) -> TokenStream {
    let said = paragraphs.iter().filter(|said| !said.trim().is_empty());
    let mut text = String::new();
    for paragraph in said {
        if !text.is_empty() {
            text.extend([LINE_BREAK, LINE_BREAK]);
        }
        text.push_str(&doc_text(paragraph));
    }
    if text.is_empty() {
        return TokenStream::new();
    }
    let text = keep(text);
    quote!(#[doc = #text])
}

/// Doc attributes for what a file or module says of itself.
pub(super) fn inner_docs(text: &str) -> TokenStream {
    let text = keep(doc_text(text));
    quote!(#![doc = #text])
}

thread_local! {
    /// Documentation that tokens of this thread name by its place here. Tokens never leave their thread, and a
    /// thread that generates ends with it.
    static KEPT: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// What stands in an attribute for documentation until it is printed. As a string literal each text would be
/// escaped, and read again, character by character.
fn keep(text: String) -> Literal {
    KEPT.with_borrow_mut(|kept| {
        kept.push(text);
        Literal::usize_unsuffixed(kept.len() - 1)
    })
}

/// Adds the documentation that was kept at `index` to `text`.
pub(super) fn push_kept(index: usize, text: &mut String) {
    KEPT.with_borrow(|kept| text.extend(kept.get(index).map(String::as_str)));
}

/// Each line with the space that sets it off from its slashes.
fn doc_text(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len() + 1);
    for (index, line) in text.lines().map(str::trim_end).enumerate() {
        if index > 0 {
            spaced.push(LINE_BREAK);
        }
        if !line.is_empty() {
            spaced.push(' ');
            spaced.push_str(line);
        }
    }
    spaced
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
