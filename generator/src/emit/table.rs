//! The lists that the runtime's macros read, as text: a line for each property, value or variant.
//!
//! No formatter knows how a macro's list reads well, and parsing it again would cost most of the printing's time.

use proc_macro2::{Literal, TokenStream};

/// How long a line may be for a list to stand on it.
pub(super) const WIDTH: usize = 100;

/// What a file is made of.
pub(super) enum Item {
    /// Code, to be formatted.
    Code(TokenStream),
    /// A list, as it is.
    List(String),
}

impl From<TokenStream> for Item {
    fn from(code: TokenStream) -> Self {
        Self::Code(code)
    }
}

/// A call of a macro with a list: `bindery::object!(Event { rows } after);`.
pub(super) fn list(name: &str, subject: &str, rows: &[String], after: &str) -> Item {
    let one_line = format!(
        "bindery::{name}!({subject} {{ {} }}{after});\n",
        rows.join(", ")
    );
    if rows.is_empty() {
        return Item::List(format!("bindery::{name}!({subject} {{}}{after});\n"));
    }
    if one_line.len() <= WIDTH {
        return Item::List(one_line);
    }
    let mut text = format!("bindery::{name}!({subject} {{\n");
    for row in rows {
        text.push_str("    ");
        text.push_str(row);
        text.push_str(",\n");
    }
    text.push('}');
    text.push_str(after);
    text.push_str(");\n");
    Item::List(text)
}

/// What stands between brackets at the end of a list: on one line, else on as few as it needs.
pub(super) fn fill(entries: &[String]) -> String {
    let one_line = entries.join(", ");
    if one_line.len() <= WIDTH - "}, new());".len() {
        return one_line;
    }
    let (mut text, mut width) = (String::new(), WIDTH);
    for entry in entries {
        width += entry.len() + ", ".len();
        if width > WIDTH {
            text.push_str("\n   ");
            width = "    ".len() + entry.len() + ",".len();
        }
        text.push(' ');
        text.push_str(entry);
        text.push(',');
    }
    text.push('\n');
    text
}

/// A string literal.
pub(super) fn literal(text: &str) -> String {
    Literal::string(text).to_string()
}

/// A type as text.
pub(super) fn spell_type(tokens: &TokenStream) -> String {
    let spelled = tokens.to_string().replace(' ', "").replace(',', ", ");
    spelled.replace(", )", ",)")
}
