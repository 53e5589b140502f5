//! What the automaton finds is what `regress` finds, and soon.

use std::{sync::mpsc, time::Duration};

use regress::Regex;

use super::{Automaton, Compiled, compile, parse::parse, read};

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
    "a{2",
    "aa{",
    "b{2b{2",
    "ua}",
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

const PATTERNS: &[&str] = &[
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
    // Braces that are not those of a repetition.
    "x{",
    "a{,2}",
    "x+a{2*",
    r"\D{2+?ä*",
    "a{2",
    "a{2,",
    "a{2,1",
    "{2",
    "^{+$",
    "^}+$",
    "^]+$",
    "^{}+$",
    "^a{b}+$",
    "a{2}}",
    // What is escaped and means itself.
    r"^\ +$",
    r"^\_+$",
    r"^\-+$",
    r"a\ b",
    r"a\_?b",
    r#"\"|\'|\:|\@|\#|\%|\&|\,|\;|\<|\>|\=|\!|\~|\`"#,
    r"^[\_\ \-]+$",
    r"[\.\-\/]",
    r"\a\e?\ä?",
    r"[\B]\-?",
    // What takes nothing.
    "(?:){4000000000}",
    "(?:){0,4000000000}",
    "(?:a{0}){3}b",
    "(?:(?:){2,}){3,}b",
];

#[test]
fn both_ways_of_searching_find_the_same() {
    for pattern in PATTERNS {
        let (regex, is_unicode) = read(pattern).unwrap_or_else(|| panic!("{pattern} is wrong"));
        let automaton = automaton(pattern, is_unicode)
            .unwrap_or_else(|| panic!("{pattern} is not plain or too large"));
        assert_same(pattern, &regex, &automaton);
    }
}

#[test]
fn both_ways_of_searching_find_the_same_whatever_is_written() {
    let mut numbers = Numbers(0x5eed);
    let mut compared = [0, 0];
    for _ in 0..6_000 {
        let pattern = numbers.pattern();
        for (flags, is_unicode) in [("", false), ("u", true)] {
            let Ok(regex) = Regex::with_flags(&pattern, flags) else {
                continue;
            };
            if let Some(automaton) = automaton(&pattern, is_unicode) {
                compared[usize::from(is_unicode)] += 1;
                assert_same(&pattern, &regex, &automaton);
            }
        }
    }
    assert!(compared.iter().all(|count| *count > 1_000), "{compared:?}");
}

fn automaton(pattern: &str, is_unicode: bool) -> Option<Automaton> {
    Automaton::of(&parse(pattern, is_unicode)?)
}

fn assert_same(pattern: &str, regex: &Regex, automaton: &Automaton) {
    for text in TEXTS {
        assert_eq!(
            automaton.finds(text),
            regex.find(text).is_some(),
            "{pattern} in {text:?}"
        );
    }
}

/// What patterns of any kind are put together from.
const PIECES: &[&str] = &[
    "a", "b", "a", "b", "x", "u", "1", "2", "ä", " ", "-", "_", ",", "{", "}", "{2", "{2}",
    "{1,2}", "{0,}", "{0}", "*", "+", "?", "*", "+", "?", "(", ")", "(?:", ")", "(", ")", "|", "|",
    "[", "]", "[^", "[a-", "]", "^", "$", "^", "$", ".", "\\", r"\b", r"\B", r"\d", r"\D", r"\w",
    r"\S", r"\{", r"\}", r"\-", r"\_", r"\ ",
];

/// Numbers that seem to be of no order, and are the same each time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).unwrap()
    }

    fn pattern(&mut self) -> String {
        let length = 1 + self.below(8);
        let piece = |_| PIECES[self.below(PIECES.len())];
        let pattern: String = (0..length).map(piece).collect();
        // All of a text says more of a pattern than any part of it.
        match self.below(2) {
            0 => pattern,
            _ => format!("^(?:{pattern})$"),
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
        "(?i:a)",
        r"\u{110000}",
        r"\ud83d\ude00",
        r"\01+a+",
        r"a+\b+",
        "(?:a{5000}){2}",
        "(?:a?){4000000000}",
    ] {
        assert!(matches!(compile(pattern), Compiled::Trying(_)), "{pattern}");
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
    for (pattern, is_found) in [
        ("^(a+)+$", false),
        ("^(a|aa)+$", false),
        ("^(a?){50}a{50}$", false),
        ("(a*)*b", false),
        ("a+b", false),
        (r"^(a+\ ?)+$", false),
        ("^(a+{?)+\\-$", false),
        ("(?:(?:(?:(?:){5000}){5000}){5000}){5000}", true),
        ("(?:(?:(?:(?:){0,5000}){0,5000}){0,5000}){0,5000}", true),
        ("(?:(?:(?:a{0}){4000000000}){4000000000}){2,}b", false),
    ] {
        assert_eq!(
            searched_within_a_minute(pattern),
            Some(is_found),
            "{pattern}"
        );
    }
}

/// Whether the pattern is found in many `a`, and nothing where that is not known for a minute: it takes milliseconds.
fn searched_within_a_minute(pattern: &'static str) -> Option<bool> {
    let (sender, found) = mpsc::channel();
    std::thread::spawn(move || {
        let text = format!("{}!", "a".repeat(100_000));
        sender.send(super::matches(pattern, &text))
    });
    found.recv_timeout(Duration::from_mins(1)).ok()
}
