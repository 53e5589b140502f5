//! Regular expressions (JSON Schema 2020-12 core §6.4): what is none of ECMA-262 is told, for nothing is checked by it.
//!
//! What other languages write otherwise, such as `(?i)`, is what descriptions get wrong. Nothing is compiled here.

use std::iter::Peekable;
use std::str::Chars;

use crate::check::structure::Structure;
use crate::node::Node;
use crate::{Diagnostic, codes};

/// How much of an expression a message shows.
const SHOWN: usize = 60;

/// Checks `pattern` and the names of `patternProperties`.
pub(super) fn check(structure: &mut Structure<'_, '_>, node: &Node<'_, '_>) {
    if let Some(pattern) = node.get("pattern")
        && let Some(text) = pattern.value.as_str()
    {
        report(structure, &pattern, text);
    }
    let Some(patterns) = node.get("patternProperties") else {
        return;
    };
    let names = patterns.value.as_object().into_iter().flatten();
    for (name, _) in names {
        if let Some(schema) = patterns.get(name) {
            report(structure, &schema, name);
        }
    }
}

fn report(structure: &mut Structure<'_, '_>, node: &Node<'_, '_>, text: &str) {
    let Err(fault) = read(text) else { return };
    let shown: String = text.chars().take(SHOWN).collect();
    let message = format!("`{shown}` is no regular expression of ECMA-262: {fault}");
    structure.report.push(
        Diagnostic::warning(codes::INVALID_PATTERN, node.location(), message)
            .hint("nothing is checked by it"),
    );
}

/// Whether a text is a regular expression of ECMA-262, as far as no flags decide. What is none checks nothing.
pub fn is_regular_expression(pattern: &str) -> bool {
    read(pattern).is_ok()
}

type Text<'p> = Peekable<Chars<'p>>;

/// Reads an expression; what is wrong with it whatever its flags (ECMA-262 §22.2.1 and annex B.1.2) is the error.
fn read(pattern: &str) -> Result<(), &'static str> {
    let mut rest = pattern.chars().peekable();
    // For each open group whether it may be repeated.
    let mut groups = Vec::new();
    let mut is_repeatable = false;
    while let Some(next) = rest.next() {
        is_repeatable = match next {
            '\\' => !matches!(rest.next().ok_or("it ends in a backslash")?, 'b' | 'B'),
            '[' => read_class(&mut rest)?,
            '(' => {
                groups.push(read_group(&mut rest)?);
                false
            }
            ')' => groups.pop().ok_or("a `)` closes nothing")?,
            '|' | '^' | '$' => false,
            '*' | '+' | '?' => read_repetition(&mut rest, is_repeatable)?,
            '{' if read_counts(&mut rest)? => read_repetition(&mut rest, is_repeatable)?,
            _ => true,
        };
    }
    match groups.as_slice() {
        [] => Ok(()),
        _ => Err("a `(` is not closed"),
    }
}

/// What stands behind a quantifier; it cannot be repeated itself.
fn read_repetition(rest: &mut Text<'_>, is_repeatable: bool) -> Result<bool, &'static str> {
    rest.next_if_eq(&'?');
    if is_repeatable {
        Ok(false)
    } else {
        Err("a quantifier has nothing to repeat")
    }
}

/// The counts behind a brace, and whether they are some: a brace may also mean itself.
fn read_counts(rest: &mut Text<'_>) -> Result<bool, &'static str> {
    let counts: String = rest
        .clone()
        .take_while(|next| *next != '}')
        .take(SHOWN)
        .collect();
    let is_count = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (least, most) = counts.split_once(',').unwrap_or((&counts, ""));
    let is_closed = rest.clone().nth(counts.len()) == Some('}');
    if !is_closed || !is_count(least) || !(most.is_empty() || is_count(most)) {
        return Ok(false);
    }
    rest.nth(counts.len());
    match (least.parse::<u64>(), most.parse::<u64>()) {
        (Ok(least), Ok(most)) if least > most => Err("a quantifier has more at least than at most"),
        _ => Ok(true),
    }
}

/// A class up to its bracket; it can be repeated.
fn read_class(rest: &mut Text<'_>) -> Result<bool, &'static str> {
    rest.next_if_eq(&'^');
    let mut first = None;
    while let Some(next) = rest.next() {
        match next {
            ']' => return Ok(true),
            '\\' => {
                rest.next().ok_or("it ends in a backslash")?;
                first = None;
            }
            '-' => {
                let last = rest
                    .peek()
                    .copied()
                    .filter(|last| !matches!(last, ']' | '\\'));
                if let (Some(first), Some(last)) = (first, last)
                    && first > last
                {
                    return Err("a range ends before it begins");
                }
                if first.take().is_some() && last.is_some() {
                    rest.next();
                } else {
                    first = Some('-');
                }
            }
            other => first = Some(other),
        }
    }
    Err("a `[` is not closed")
}

/// What stands behind the parenthesis of a group, and whether the group can be repeated.
fn read_group(rest: &mut Text<'_>) -> Result<bool, &'static str> {
    if rest.next_if_eq(&'?').is_none() {
        return Ok(true);
    }
    let unknown = "it has a group that ECMA-262 does not know, such as `(?i)` or `(?P<name>…)`";
    match rest.next() {
        Some(':' | '=' | '!') => Ok(true),
        Some('<') if rest.next_if(|next| matches!(next, '=' | '!')).is_some() => Ok(false),
        Some('<') => {
            let is_name = rest
                .peek()
                .is_some_and(|first| !first.is_ascii_digit() && *first != '>');
            let closing = rest.find(|next| matches!(next, '>' | ')'));
            (is_name && closing == Some('>'))
                .then_some(true)
                .ok_or("a group has no name")
        }
        Some('i' | 'm' | 's' | '-') => {
            while rest
                .next_if(|next| matches!(next, 'i' | 'm' | 's' | '-'))
                .is_some()
            {}
            rest.next_if_eq(&':').map(|_| true).ok_or(unknown)
        }
        Some(_) | None => Err(unknown),
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn what_some_dialect_takes_is_no_fault() {
        for pattern in [
            "",
            "^[a-z]+$",
            "a{2,}?|b{3}",
            "[]a-]",
            "[^]",
            "[a\\-z]",
            "[z-\\d]",
            "[\\w-.]",
            "a{",
            "{",
            "]",
            "}",
            "x{,3}",
            "(?:a)(?=b)(?!c)(?<=d)(?<!e)(?<name>f)(?i:g)(?i-s:h)",
            "(?=a)*",
            "(a|)*",
            "\\-\\p{L}\\u{1f}",
            "^(?!^[-+.]*$)[+-]?0*\\d*\\.?\\d*$",
            "[--z]",
            "[a-]",
            "(|a)?",
            "\\(",
            "[(]",
            "é{1}",
        ] {
            assert_eq!(read(pattern), Ok(()), "{pattern}");
        }
    }

    #[test]
    fn what_no_dialect_takes_is_a_fault() {
        for pattern in [
            "(", ")", "[", "a)", "(a", "[a", "\\", "*", "a**", "a|+", "^*", "(?i)a", "(?P<a>b)",
            "(?>a)", "(?#a)", "(?", "(?<>a)", "(?<1>a)", "(?<a", "a{3,1}", "{1}", "a{1}{2}",
            "[z-a]", "(?<=a)+", "\\b?", "a++", "[a\\",
        ] {
            assert!(read(pattern).is_err(), "{pattern}");
        }
    }
}
