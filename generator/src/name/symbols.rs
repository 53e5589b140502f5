//! Names that are told apart by their symbols and letters, where the words alone are the same.

use super::case::{ascii, longer, pascal, snake};

/// A variant whose symbols are words too, which tells `-created` from `created`: `MinusCreated`.
pub(super) fn pascal_of_symbols(text: &str) -> String {
    pascal(&with_symbols(text))
}

/// A variant that is told from another that would be called the same: by its symbols, else by its letters, `AscUpper`
/// and, of a single word, `AscLower`. Nothing where neither tells.
pub(super) fn pascal_told_apart(text: &str) -> Option<String> {
    let (wanted, spelled) = (pascal(text), pascal_of_symbols(text));
    if spelled != wanted {
        return Some(spelled);
    }
    let is_word = !text.is_empty() && text.chars().all(|next| next.is_ascii_lowercase());
    let style = style(text).or(is_word.then_some("lower"))?;
    Some(format!("{wanted}{}", pascal(style)))
}

/// A field or argument that is told from another that would be called the same: by its symbols, `q_brackets`, else by
/// its letters, `id_upper`. Nothing where neither is special.
pub(super) fn snake_told_apart(text: &str) -> Option<String> {
    let (wanted, spelled) = (snake(text), snake(&with_symbols(text)));
    if spelled != wanted {
        return Some(spelled);
    }
    style(text).map(|style| longer(&wanted, style))
}

/// How the letters of a name are written, where any is a capital.
fn style(text: &str) -> Option<&'static str> {
    let letters = || text.chars().filter(char::is_ascii_alphabetic);
    let upper = |letter: char| letter.is_ascii_uppercase();
    match () {
        () if !letters().any(upper) => None,
        () if letters().all(upper) => Some("upper"),
        () if letters().next().is_some_and(upper) => Some("capital"),
        () => Some("camel"),
    }
}

/// The text with its symbols as words.
fn with_symbols(text: &str) -> String {
    let mut spelled = String::new();
    let mut is_inside = false;
    let text = ascii(text).replace("[]", " brackets ");
    for (at, character) in text.char_indices() {
        let word = match character {
            '_' if at == 0 => "underscore".to_owned(),
            '-' if is_inside => "dash".to_owned(),
            '[' => "bracket".to_owned(),
            '{' => "brace".to_owned(),
            ']' | '}' => String::new(),
            '_' | ' ' => character.to_string(),
            plain if plain.is_ascii_alphanumeric() => plain.to_string(),
            other => symbol(other),
        };
        let is_plain = character.is_ascii_alphanumeric() || word == "_" || word == " ";
        let gap = if is_plain { "" } else { " " };
        spelled.extend([gap, &word, gap]);
        is_inside = character.is_ascii_alphabetic();
    }
    spelled
}

/// A symbol's name; one that has none here is named by its code point.
pub(super) fn symbol(character: char) -> String {
    let name = match character {
        '+' => "plus",
        '-' => "minus",
        '*' => "asterisk",
        '/' => "slash",
        '\\' => "backslash",
        '<' => "less",
        '>' => "greater",
        '=' => "equal",
        '!' => "not",
        '&' => "and",
        '|' => "or",
        '%' => "percent",
        '$' => "dollar",
        '#' => "hash",
        '@' => "at",
        '?' => "question",
        '.' => "dot",
        ',' => "comma",
        ':' => "colon",
        ';' => "semicolon",
        '~' => "tilde",
        '^' => "caret",
        '_' => "underscore",
        ' ' => "space",
        '(' => "open",
        ')' => "close",
        '"' => "quote",
        '\'' => "apostrophe",
        other => return format!("u{:x}", u32::from(other)),
    };
    name.to_owned()
}

#[cfg(test)]
mod tests {
    use super::{pascal_of_symbols, snake_told_apart};

    #[test]
    fn symbols_can_tell_names_apart() {
        for (text, expected) in [
            ("-created", "MinusCreated"),
            ("Etc/GMT+9", "EtcSlashGmtPlus9"),
            ("a.b", "ADotB"),
            ("start-at", "StartDashAt"),
            ("plain", "Plain"),
        ] {
            assert_eq!(pascal_of_symbols(text), expected);
        }
    }

    #[test]
    fn fields_are_told_apart_by_symbols_and_letters() {
        for (text, expected) in [
            ("q[]", Some("q_brackets")),
            ("filter[name]", Some("filter_bracket_name")),
            ("created-at", Some("created_dash_at")),
            ("_links", Some("underscore_links")),
            ("createdAt", Some("created_at_camel")),
            ("ID", Some("id_upper")),
            ("Id", Some("id_capital")),
            ("Type", Some("type_capital")),
            ("id", None),
            ("created_at", None),
        ] {
            assert_eq!(snake_told_apart(text).as_deref(), expected);
        }
    }
}
