//! Tabs between a key's colon and its value.
//!
//! YAML admits them (YAML 1.2.2 §6.2); the parser does not before letters and
//! digits. A space in their place has the same length and the same meaning,
//! unless it stands within text in quotes or in a block, which is left alone.

use std::ops::Range;

use super::{Broken, Fault, Kind, Tree};

/// What the parser says of such a tab.
const COMPLAINT: &str = "':' must be followed by a valid YAML whitespace";

/// Reads `text` and gives its tree to `take`.
pub(crate) fn with_tree<R>(text: &str, take: impl FnOnce(Result<Tree<'_>, Broken>) -> R) -> R {
    match Tree::parse(text) {
        Err(Broken {
            fault: Fault::Syntax(message),
            ..
        }) if message == COMPLAINT => take(Tree::parse(&spaced(text))),
        parsed => take(parsed),
    }
}

/// The text with spaces for the tabs after colons.
fn spaced(text: &str) -> String {
    let everywhere = replaced(text, &[]);
    let kept = match Tree::parse(&everywhere) {
        Ok(tree) => texts(&tree),
        Err(_) => return everywhere,
    };
    replaced(text, &kept)
}

/// The bytes of what is text however it reads, in their order.
fn texts(tree: &Tree<'_>) -> Vec<Range<usize>> {
    let quoted = tree
        .nodes()
        .filter(|node| matches!(node.kind, Kind::Quoted(_)));
    quoted.map(|node| node.bytes.clone()).collect()
}

fn replaced(text: &str, kept: &[Range<usize>]) -> String {
    let mut kept = kept.iter().peekable();
    let mut is_after_colon = false;
    let characters = text.char_indices().map(|(at, character)| {
        while kept.next_if(|bytes| bytes.end <= at).is_some() {}
        let is_kept = kept.peek().is_some_and(|bytes| bytes.start <= at);
        is_after_colon = !is_kept && (character == ':' || (is_after_colon && character == '\t'));
        match character {
            '\t' if is_after_colon => ' ',
            other => other,
        }
    });
    characters.collect()
}
