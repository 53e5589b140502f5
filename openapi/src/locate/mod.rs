//! From a pointer to the text it points to, found by reading the text again.
//!
//! Called only when a diagnostic is shown. All pointers of a file are found in
//! one pass, which descends only where one of them leads.

mod cursor;
mod lines;

use std::collections::HashMap;
use std::ops::Range;

pub(crate) use cursor::Cursor;
pub(crate) use lines::Lines;

use crate::Pointer;

/// Deeper than any text that is parsed; what lies below is shown by its ancestor.
const MAX_DEPTH: usize = 200;

/// Where a node stands in a text, in bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Span {
    /// The value.
    pub(crate) value: Range<usize>,
    /// The key before it, quotes included; absent for an item or the root, and
    /// where this is an ancestor of the node asked for.
    pub(crate) key: Option<Range<usize>>,
}

/// Where each of `pointers` stands in `text`, or its nearest ancestor that exists.
pub(crate) fn locate<'a>(text: &str, pointers: impl IntoIterator<Item = &'a Pointer>) -> Vec<Span> {
    let mut wanted = Wanted::default();
    let leaves: Vec<_> = pointers
        .into_iter()
        .map(|pointer| wanted.insert(pointer))
        .collect();
    wanted.visit(&mut Cursor::new(text), 0, 0);
    leaves.into_iter().map(|leaf| wanted.span(leaf)).collect()
}

/// The pointers that are looked for, as a tree of their tokens.
#[derive(Debug)]
struct Wanted(Vec<Node>);

#[derive(Debug, Default)]
struct Node {
    parent: usize,
    children: HashMap<String, usize>,
    span: Option<Span>,
}

impl Default for Wanted {
    fn default() -> Self {
        Self(vec![Node::default()])
    }
}

impl Wanted {
    fn insert(&mut self, pointer: &Pointer) -> usize {
        let mut at = 0;
        for token in pointer.tokens() {
            at = match self.0[at].children.get(&token) {
                Some(&child) => child,
                None => self.add(at, token),
            };
        }
        at
    }

    fn add(&mut self, parent: usize, token: String) -> usize {
        let child = self.0.len();
        self.0.push(Node {
            parent,
            ..Node::default()
        });
        self.0[parent].children.insert(token, child);
        child
    }

    /// Reads the value at the cursor; `None` where the text is not JSON.
    fn visit(&mut self, cursor: &mut Cursor<'_>, node: usize, depth: usize) -> Option<()> {
        let first = cursor.peek()?;
        let start = cursor.offset();
        // A text that breaks off still has a place for what was begun.
        self.0[node].span.get_or_insert_default().value = start..start + 1;
        match first {
            b'{' if self.leads_on(node, depth) => cursor.object(|cursor, key| {
                let token = cursor.decode(&key);
                self.enter(cursor, node, &token, Some(key), depth)
            })?,
            b'[' if self.leads_on(node, depth) => cursor
                .array(|cursor, index| self.enter(cursor, node, &index.to_string(), None, depth))?,
            _ => {
                cursor.skip()?;
            }
        }
        self.0[node].span.get_or_insert_default().value = start..cursor.offset();
        Some(())
    }

    fn leads_on(&self, node: usize, depth: usize) -> bool {
        depth < MAX_DEPTH && !self.0[node].children.is_empty()
    }

    /// Reads a member or item. Of two members with one key the first is shown.
    fn enter(
        &mut self,
        cursor: &mut Cursor<'_>,
        node: usize,
        token: &str,
        key: Option<Range<usize>>,
        depth: usize,
    ) -> Option<()> {
        match self.0[node].children.get(token).copied() {
            Some(child) if self.0[child].span.is_none() => {
                self.0[child].span = Some(Span { value: 0..0, key });
                self.visit(cursor, child, depth + 1)
            }
            Some(_) | None => cursor.skip().map(drop),
        }
    }

    fn span(&self, leaf: usize) -> Span {
        if let Some(span) = &self.0[leaf].span {
            return span.clone();
        }
        let mut at = leaf;
        while self.0[at].span.is_none() && at != 0 {
            at = self.0[at].parent;
        }
        Span {
            value: self.0[at].span.clone().unwrap_or_default().value,
            key: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value_at<'a>(text: &'a str, pointer: &str) -> &'a str {
        let spans = locate(text, [&Pointer::parse(pointer)]);
        &text[spans[0].value.clone()]
    }

    #[test]
    fn a_pointer_finds_its_value() {
        let text = r#" {"a": [1, {"b/c": "x"}], "é\n": null} "#;
        assert_eq!(value_at(text, "/a/1/b~1c"), r#""x""#);
        assert_eq!(value_at(text, "/a/0"), "1");
        assert_eq!(value_at(text, "/é\n"), "null");
        assert_eq!(value_at(text, ""), text.trim());
    }

    #[test]
    fn a_missing_node_falls_back_to_its_nearest_ancestor() {
        let text = r#"{"a": {"b": [true]}}"#;
        assert_eq!(value_at(text, "/a/b/7/c"), "[true]");
        assert_eq!(value_at(text, "/z"), text);
    }

    #[test]
    fn a_key_has_its_own_span() {
        let text = r#"{"a": {"b": 1}}"#;
        let spans = locate(text, [&Pointer::parse("/a/b"), &Pointer::parse("/a/c")]);
        assert_eq!(spans[0].key.clone().map(|key| &text[key]), Some(r#""b""#));
        assert_eq!(spans[1].key, None);
    }

    #[test]
    fn broken_text_is_located_as_far_as_it_goes() {
        assert_eq!(value_at(r#"{"a": {"b": [1,"#, "/a/b/0"), "1");
        assert_eq!(value_at("", "/a"), "");
    }
}
