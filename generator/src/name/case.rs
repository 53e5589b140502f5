//! From what a description calls a thing to Rust identifiers.

use std::borrow::Cow;

use heck::{ToSnakeCase, ToUpperCamelCase};

use super::symbols::symbol;

/// The words of a name, in lower case: `ObjectEventDto` and `object-event_dto` have the same.
pub(crate) fn words(text: &str) -> Vec<String> {
    let snake = joined(spelled(text)).to_snake_case();
    snake
        .split('_')
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// A type or variant: `ObjectEventDto`.
pub(super) fn pascal(text: &str) -> String {
    let camel = if is_plain(text) {
        text.split('_').fold(String::new(), capitalized_onto)
    } else {
        spelled(text).to_upper_camel_case()
    };
    capped(match camel.chars().next() {
        None => "Empty".to_owned(),
        Some(first) if !first.is_ascii_alphabetic() => format!("N{camel}"),
        Some(_) if camel == "Self" => "SelfValue".to_owned(),
        Some(_) => camel,
    })
}

/// A field, method or argument: `object_event_dto`, `r#type`.
pub(super) fn snake(text: &str) -> String {
    let name = plain_snake(text);
    match name.as_str() {
        "self" | "super" | "crate" => format!("{name}_"),
        keyword if KEYWORDS.contains(&keyword) => format!("r#{name}"),
        _ => name,
    }
}

/// A constant: `OBJECT_EVENT_DTO`.
pub(super) fn constant(text: &str) -> String {
    plain_snake(text).to_ascii_uppercase()
}

/// A field, method or module whose name goes on after `identifier`: what told that from a keyword
/// is needed no more.
pub(super) fn longer(identifier: &str, end: &str) -> String {
    let bare = identifier.trim_start_matches("r#").trim_end_matches('_');
    format!("{bare}_{end}")
}

/// A module, which is also a file: `object_event_dto`, `type_`.
pub(super) fn module(text: &str) -> String {
    let name = plain_snake(text);
    if KEYWORDS.contains(&name.as_str()) || is_kept_by_windows(&name) {
        format!("{name}_")
    } else {
        name
    }
}

/// Whether the text is of lower-case words between underscores, as most names of properties are: there is
/// nothing to be spelled then.
fn is_plain(text: &str) -> bool {
    let is_word = |word: &str| {
        let mut bytes = word.bytes();
        bytes.next().is_some_and(|first| first.is_ascii_lowercase())
            && bytes.all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    text.split('_').all(is_word)
}

fn capitalized_onto(mut camel: String, word: &str) -> String {
    let mut characters = word.chars();
    camel.extend(characters.next().map(|first| first.to_ascii_uppercase()));
    camel.push_str(characters.as_str());
    camel
}

fn plain_snake(text: &str) -> String {
    if is_plain(text) {
        return capped(text.to_owned());
    }
    let name = words(text).join("_");
    capped(match name.chars().next() {
        None => "empty".to_owned(),
        Some(first) if !first.is_ascii_alphabetic() => format!("n{name}"),
        Some(_) => name,
    })
}

/// The longest identifier: a module's is also a file's name, which may have 255 bytes, and both
/// get suffixes.
const LONGEST: usize = 120;

/// An identifier, which is ASCII, without what makes it too long. Two that are alike up to there
/// are settled as any that clash.
pub(super) fn capped(mut name: String) -> String {
    if name.len() > LONGEST {
        // Not within a word, unless that is long.
        let starts = name.char_indices().take_while(|(at, _)| *at <= LONGEST);
        let starts = starts
            .filter(|(at, next)| *at > SHORTEST_CUT && (*next == '_' || next.is_ascii_uppercase()));
        let end = starts.last().map_or(LONGEST, |(at, _)| at);
        name.truncate(end);
        name.truncate(name.trim_end_matches('_').len());
    }
    name
}

/// How much of a name is kept at least, however long its last word.
const SHORTEST_CUT: usize = 80;

/// Names that no file of Windows can have, whatever its ending.
fn is_kept_by_windows(name: &str) -> bool {
    let numbered = name
        .strip_prefix("com")
        .or_else(|| name.strip_prefix("lpt"));
    let is_port = numbered
        .is_some_and(|number| matches!(number.as_bytes(), [digit] if digit.is_ascii_digit()));
    is_port || ["aux", "con", "nul", "prn"].contains(&name)
}

/// The text with what cannot stand in an identifier made into words or gaps.
fn spelled(text: &str) -> String {
    let text = ascii(text);
    let in_identifier = |character: char| character.is_ascii_alphanumeric();
    if !text.contains(in_identifier) {
        return text.chars().map(symbol).collect::<Vec<_>>().join(" ");
    }
    let mut characters = text.chars();
    let (first, second) = (characters.next(), characters.next());
    let signed = second.is_some_and(|second| second.is_ascii_digit());
    let sign = first
        .filter(|first| signed && matches!(first, '+' | '-'))
        .map(symbol);
    let gapped = |character: char| {
        if in_identifier(character) {
            character
        } else {
            ' '
        }
    };
    let mut spelled = sign.unwrap_or_default();
    spelled.push(' ');
    spelled.extend(text.chars().map(gapped));
    with_plurals(&spelled)
}

/// The text with the plurals of acronyms as words of their own: `listISOs` has two words, and no `Os`.
fn with_plurals(text: &str) -> String {
    let mut spelled = String::with_capacity(text.len());
    let mut capitals = 0;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let ends_word = characters
            .peek()
            .is_none_or(|next| !next.is_ascii_lowercase());
        if character == 's' && capitals > 1 && ends_word {
            let acronym = spelled.len() - (capitals - 1);
            let lower = spelled[acronym..].to_ascii_lowercase();
            spelled.truncate(acronym);
            spelled.push_str(&lower);
            spelled.push('s');
            capitals = 0;
            continue;
        }
        capitals = if character.is_ascii_uppercase() {
            capitals + 1
        } else {
            0
        };
        spelled.push(character);
    }
    spelled
}

/// The text with each word that looks like two as one.
fn joined(text: String) -> String {
    let words = ONE_WORD.iter();
    words.fold(text, |text, (word, joined)| text.replace(word, joined))
}

/// Words whose capitals tell no words apart, and how they are spelled then.
const ONE_WORD: &[(&str, &str)] = &[("OAuth", "Oauth"), ("IPv4", "Ipv4"), ("IPv6", "Ipv6")];

/// The text in ASCII. Rust takes other letters too, but warns of names that look alike in two
/// scripts, and loads no file for a module that is named so.
pub(super) fn ascii(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let spelled = text
        .chars()
        .map(|character| match deunicode::deunicode_char(character) {
            Some(spelled) => Cow::Borrowed(spelled),
            None => Cow::Owned(format!(" u{:x} ", u32::from(character))),
        });
    Cow::Owned(spelled.collect())
}

/// Strict and reserved keywords of every edition.
const KEYWORDS: &[&str] = &[
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue",
    "crate", "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if",
    "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub",
    "ref", "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Whether Rust reads `word` as something else than a name.
pub(crate) fn is_keyword(word: &str) -> bool {
    KEYWORDS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::{is_plain, longer, module, pascal, snake, words};

    #[test]
    fn words_are_the_same_in_every_case() {
        assert_eq!(words("ObjectEventDto"), words("object-event_dto"));
    }

    #[test]
    fn plain_names_are_spelled_as_all_are() {
        for name in ["a", "created_at", "sha256_sum", "self", "a1_b2c", "x_y_z"] {
            assert!(is_plain(name));
            assert_eq!(pascal(name), pascal(&format!("{name} ")));
            assert_eq!(snake(name), snake(&format!("{name} ")));
        }
        for name in ["", "_a", "a_", "a__b", "A", "2a", "a_2", "a-b", "\u{e9}"] {
            assert!(!is_plain(name), "{name}");
        }
    }

    #[test]
    fn keywords_become_raw_or_get_an_underscore() {
        assert_eq!(snake("type"), "r#type");
        assert_eq!(snake("self"), "self_");
        assert_eq!(module("mod"), "mod_");
        assert_eq!(
            (module("NUL"), module("com1"), module("com12")),
            ("nul_".to_owned(), "com1_".to_owned(), "com12".to_owned())
        );
        assert_eq!(pascal("self"), "SelfValue");
        assert_eq!(longer(&snake("self"), "query"), "self_query");
        assert_eq!(longer(&snake("type"), "query"), "type_query");
    }

    #[test]
    fn other_scripts_are_spelled_in_ascii() {
        assert_eq!(module("Grünstrom"), "grunstrom");
        assert_eq!(pascal("Событие"), "Sobytie");
        assert_eq!(pascal("日本"), "RiBen");
        assert_eq!(snake("\u{e33}\u{10ffff}"), "am_u10ffff");
    }

    #[test]
    fn names_end_before_a_file_could_not_have_them() {
        let long = "aBc ".repeat(10_000);
        for name in [module(&long), snake(&long), pascal(&long)] {
            assert!(name.len() > 100 && name.len() <= 120, "{name}");
        }
    }

    #[test]
    fn a_leading_digit_gets_a_letter() {
        assert_eq!(
            (pascal("2fa"), snake("2fa")),
            ("N2fa".to_owned(), "n2fa".to_owned())
        );
    }

    #[test]
    fn acronyms_are_one_word_in_the_plural_too() {
        for (text, expected) in [
            ("ISOs", "isos"),
            ("listIPsByVM", "list_ips_by_vm"),
            ("getURLs2", "get_urls2"),
            ("OAuth2Bearer", "oauth2_bearer"),
            ("hasIPv4Address", "has_ipv4_address"),
            ("HTTPServer", "http_server"),
            ("DNSsec", "dn_ssec"),
            ("Is", "is"),
        ] {
            assert_eq!(snake(text), expected);
        }
        assert_eq!(
            (pascal("ISOs"), pascal("OAuth2")),
            ("Isos".to_owned(), "OAuth2".to_owned())
        );
    }

    #[test]
    fn a_name_that_is_too_long_ends_with_a_word() {
        let long = "word ".repeat(40);
        assert!(snake(&long).ends_with("_word") && pascal(&long).ends_with("Word"));
    }

    #[test]
    fn symbols_are_spelled_where_nothing_else_is_left() {
        assert_eq!(pascal("+1"), "Plus1");
        assert_eq!(pascal("-1"), "Minus1");
        assert_eq!(pascal(">="), "GreaterEqual");
        assert_eq!(pascal(""), "Empty");
    }
}
