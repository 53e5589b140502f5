//! The `pattern` keyword: ECMA-262 expressions (JSON Schema 2020-12 core §6.4), each compiled once.
//!
//! `regress` knows all of ECMA-262 and searches by trying, which some expressions make take longer than anybody waits:
//! `^(a+)+$` on a line of `a` and an end that does not fit. So what is a plain regular expression, and may be tried in
//! more ways than the text is long, is searched in all ways at once.

mod automaton;
mod class;
mod expression;
mod parse;

use std::{
    collections::HashMap,
    sync::{Arc, LazyLock, PoisonError, RwLock},
};

use automaton::Automaton;
use regress::Regex;

/// An expression that was compiled.
#[derive(Clone)]
enum Compiled {
    /// No expression at all.
    Nothing,
    Trying(Arc<Regex>),
    AtOnce(Arc<Automaton>),
}

static COMPILED: LazyLock<RwLock<HashMap<&'static str, Compiled>>> = LazyLock::new(RwLock::default);

/// Whether the expression is found in the text. What is no expression is found everywhere: a slip in a description must
/// not make each value wrong.
pub(crate) fn matches(pattern: &'static str, text: &str) -> bool {
    match compiled(pattern) {
        Compiled::Nothing => true,
        Compiled::Trying(regex) => regex.find(text).is_some(),
        Compiled::AtOnce(automaton) => automaton.finds(text),
    }
}

fn compiled(pattern: &'static str) -> Compiled {
    let known = COMPILED
        .read()
        .unwrap_or_else(PoisonError::into_inner)
        .get(pattern)
        .cloned();
    known.unwrap_or_else(|| remember(pattern))
}

#[cold]
fn remember(pattern: &'static str) -> Compiled {
    let regex = compile(pattern);
    COMPILED
        .write()
        .unwrap_or_else(PoisonError::into_inner)
        .insert(pattern, regex.clone());
    regex
}

/// With the `u` flag, as JSON Schema recommends; without it where it refuses an escape that means itself, such as `\-`.
fn compile(pattern: &str) -> Compiled {
    let (regex, is_unicode) = match Regex::with_flags(pattern, "u") {
        Ok(regex) => (regex, true),
        Err(_) => match Regex::new(pattern) {
            Ok(regex) => (regex, false),
            Err(_) => return Compiled::Nothing,
        },
    };
    match parse::parse(pattern, is_unicode) {
        Some(expression) if !expression.is_tried_quickly() => Automaton::of(&expression)
            .map_or_else(
                || Compiled::Trying(Arc::new(regex)),
                |automaton| Compiled::AtOnce(Arc::new(automaton)),
            ),
        _ => Compiled::Trying(Arc::new(regex)),
    }
}

#[cfg(test)]
mod tests {
    use super::{Automaton, Compiled, compile, parse::parse};

    fn automaton(pattern: &str) -> Automaton {
        let expression = parse(pattern, true).or_else(|| parse(pattern, false));
        let expression = expression.unwrap_or_else(|| panic!("{pattern} is not plain"));
        Automaton::of(&expression).unwrap_or_else(|| panic!("{pattern} is too large"))
    }

    const TEXTS: &[&str] = &[
        "",
        "a",
        "b",
        "ab",
        "aab",
        "aaaa",
        "abab",
        "-",
        "_",
        "a-b",
        "a b",
        "\n",
        "a\nb",
        "\r",
        "\u{2028}",
        "\u{feff}",
        "ä",
        "é9",
        "0",
        "10",
        "2024-01-31",
        "1.5,2.5:",
        "x1y",
        "A",
        "Z",
        "[",
        "]",
        "^",
        "{",
        "}",
        "{2}",
        "\\",
        "/",
        "a/b",
        "\u{8}",
        "😀",
        "a😀b",
        "\t x",
        "aaaaaaaaaaaaaaaaaaaab",
        ".",
        "..",
        "a.b",
        "\u{a0}",
        "if",
    ];

    #[test]
    fn both_ways_of_searching_find_the_same() {
        for pattern in [
            "",
            "a",
            "^a",
            "a$",
            "^a$",
            "^$",
            "a|b",
            "^(a|b)$",
            "^(?:a|ab)+$",
            "(a*)*b",
            "^(a+)+$",
            ".",
            "^.$",
            "^.*$",
            "[ab]",
            "[^ab]",
            "^[^a]$",
            "[a-c]",
            "[-a]",
            "[a-]",
            "[]",
            "[^]",
            r"\d",
            r"\D",
            r"\w",
            r"\W",
            r"\s",
            r"\S",
            r"^\s+\S",
            r"\bb",
            r"a\b",
            r"\Bb",
            r"\b",
            r"\B",
            r"^[\w-]+$",
            r"^[\d.]+$",
            r"[\s\S]",
            r"[^\s]",
            r"[\b]",
            "a{2}",
            "a{2,}",
            "^a{1,2}$",
            "^(ab){2}$",
            "^a{0}$",
            "a{0,1}b",
            "a*?b",
            "a+?",
            "a??",
            "^(?:a?){3}$",
            r"\.",
            r"\/",
            r"\[",
            r"\]",
            r"\{",
            r"\\",
            r"\^",
            r"^[\]\[]$",
            r"\t",
            r"\n",
            r"\x61",
            r"\u0061",
            r"\u{1F600}",
            r"^[\u{1F600}]$",
            r"[\u0061-\u0062]",
            "ä",
            "😀",
            "^[😀]$",
            "(?<name>a)b",
            "^((\\d+\\.?\\d*,\\d+\\.?\\d*):?)+$",
            r"^\d{4}-\d{2}-\d{2}$",
            r"a\-b",
            r"[\w-x]",
            r"^[+]*[(]{0,1}[0-9]{1,4}[)]{0,1}[-\s\./0-9]*$",
            "^(|a)+$",
            r"(^a|b$)+",
            r"^(?:\b|a)*$",
            "^|a",
            "(?:)",
            r"\0",
            r"\cJ",
        ] {
            let regex =
                regress::Regex::with_flags(pattern, "u").or_else(|_| regress::Regex::new(pattern));
            let regex = regex.unwrap_or_else(|error| panic!("{pattern}: {error}"));
            let automaton = automaton(pattern);
            for text in TEXTS {
                assert_eq!(
                    automaton.finds(text),
                    regex.find(text).is_some(),
                    "{pattern} in {text:?}"
                );
            }
        }
    }

    #[test]
    fn what_is_no_plain_expression_is_left_to_trying() {
        for pattern in [
            "(?=a)b",
            "(?!a)b",
            "(?<=a)b",
            "(?<!a)b",
            r"(a)\1",
            r"\p{L}",
            r"(?<x>a)\k<x>",
            "a{,2}",
            "x{",
            "(?i:a)",
            r"\u{110000}",
            r"\ud83d\ude00",
            "a{5000}{2}",
            "(?:){4000000000}",
        ] {
            assert!(
                !matches!(compile(pattern), Compiled::AtOnce(_)),
                "{pattern}"
            );
        }
    }

    #[test]
    fn what_may_be_tried_in_many_ways_is_not_tried() {
        for pattern in [
            "^(a+)+$",
            "^(a|aa)+$",
            "^a*a*$",
            "a+b",
            "(x+x+)+y",
            r"^(\w+\s?)*$",
        ] {
            assert!(matches!(compile(pattern), Compiled::AtOnce(_)), "{pattern}");
        }
        for pattern in [
            "^a+$",
            "^[a-z]{2,64}$",
            "^refs/",
            "abc",
            "^a$|^b+$",
            r"^\d{4}-\d{2}$",
        ] {
            assert!(matches!(compile(pattern), Compiled::Trying(_)), "{pattern}");
        }
    }

    #[test]
    fn no_plain_expression_takes_long() {
        let text = format!("{}!", "a".repeat(100_000));
        for pattern in ["^(a+)+$", "^(a|aa)+$", "^(a?){50}a{50}$", "(a*)*b", "a+b"] {
            assert!(!super::matches(pattern, &text), "{pattern}");
        }
    }
}
