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

fn compile(pattern: &str) -> Compiled {
    let Some((regex, is_unicode)) = read(pattern) else {
        return Compiled::Nothing;
    };
    let automaton = parse::parse(pattern, is_unicode)
        .filter(|expression| !expression.is_tried_quickly())
        .and_then(|expression| Automaton::of(&expression));
    match automaton {
        Some(automaton) => Compiled::AtOnce(Arc::new(automaton)),
        None => Compiled::Trying(Arc::new(regex)),
    }
}

/// With the `u` flag, as JSON Schema recommends; without it where it refuses an escape that means itself, such as `\-`.
/// Says which.
fn read(pattern: &str) -> Option<(Regex, bool)> {
    let strict = Regex::with_flags(pattern, "u").map(|regex| (regex, true));
    strict
        .or_else(|_| Regex::new(pattern).map(|regex| (regex, false)))
        .ok()
}

#[cfg(test)]
mod tests;
