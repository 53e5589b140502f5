//! The `pattern` keyword: ECMA-262 expressions (JSON Schema 2020-12 core §6.4), each compiled once.

use std::{
    collections::HashMap,
    sync::{Arc, LazyLock, PoisonError, RwLock},
};

use regress::Regex;

/// An expression that was compiled, or `None` for what is no expression.
type Compiled = Option<Arc<Regex>>;

static COMPILED: LazyLock<RwLock<HashMap<&'static str, Compiled>>> = LazyLock::new(RwLock::default);

/// Whether the expression is found in the text. What is no expression is found everywhere: a slip in a description must
/// not make each value wrong.
pub(crate) fn matches(pattern: &'static str, text: &str) -> bool {
    compiled(pattern).is_none_or(|regex| regex.find(text).is_some())
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
    Regex::with_flags(pattern, "u")
        .or_else(|_| Regex::new(pattern))
        .ok()
        .map(Arc::new)
}
