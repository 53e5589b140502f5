//! The pointers that are looked for, and what was found.

use std::collections::HashMap;
use std::ops::Range;

use super::{MAX_DEPTH, Span};
use crate::Pointer;

/// The pointers as a tree of their tokens.
#[derive(Debug)]
pub(super) struct Wanted(Vec<Node>);

#[derive(Debug, Default)]
struct Node {
    parent: usize,
    children: HashMap<String, usize>,
    span: Option<Span>,
}

impl Wanted {
    /// The root's node.
    pub(super) const ROOT: usize = 0;

    /// The tree of `pointers`, and the node of each.
    pub(super) fn new<'a>(pointers: impl IntoIterator<Item = &'a Pointer>) -> (Self, Vec<usize>) {
        let mut wanted = Self(vec![Node::default()]);
        let leaves = pointers
            .into_iter()
            .map(|pointer| wanted.insert(pointer))
            .collect();
        (wanted, leaves)
    }

    /// Whether anything below `node` is looked for.
    pub(super) fn leads_on(&self, node: usize, depth: usize) -> bool {
        depth < MAX_DEPTH && !self.0[node].children.is_empty()
    }

    /// The child for a member or item, unless it is not looked for or was met
    /// before: of two members with one key the first is shown.
    pub(super) fn enter(
        &mut self,
        node: usize,
        token: &str,
        key: Option<Range<usize>>,
    ) -> Option<usize> {
        let child = *self.0[node].children.get(token)?;
        if self.0[child].span.is_some() {
            return None;
        }
        self.0[child].span = Some(Span {
            key,
            ..Span::default()
        });
        Some(child)
    }

    /// Notes where the value of `node` stands.
    pub(super) fn found(&mut self, node: usize, value: Range<usize>, is_object: bool) {
        let span = self.0[node].span.get_or_insert_default();
        span.value = value;
        span.is_object = is_object;
    }

    /// Where `leaf` stands, or its nearest ancestor that was found.
    pub(super) fn span(&self, leaf: usize) -> Span {
        if let Some(span) = &self.0[leaf].span {
            return span.clone();
        }
        let mut at = leaf;
        while self.0[at].span.is_none() && at != Self::ROOT {
            at = self.0[at].parent;
        }
        Span {
            key: None,
            ..self.0[at].span.clone().unwrap_or_default()
        }
    }

    fn insert(&mut self, pointer: &Pointer) -> usize {
        let mut at = Self::ROOT;
        for token in pointer.tokens() {
            at = match self.0[at].children.get(&*token) {
                Some(&child) => child,
                None => self.add(at, token.into_owned()),
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
}
