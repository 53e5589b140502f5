//! How the schemas of a document hang together: which hold of the same value,
//! which of a part of it, and which of them go on without end.
//!
//! Everything here walks with a stack of its own, so that a description that
//! nests a hundred thousand schemas costs memory and not the process.

use bindery_openapi::Document;
use bindery_openapi::document::SchemaId;

use crate::Interpretation;
use crate::judge::above::{is_above, refers_back};

/// What can be reached from a schema.
pub(crate) struct Closure {
    /// Every schema that can be reached, the start among them, in the order met.
    pub(crate) members: Vec<SchemaId>,
    /// The longest way walked without meeting a schema again.
    pub(crate) depth: usize,
}

/// Walks everything that can be reached from `root`.
pub(crate) fn closure(document: &Document, root: SchemaId) -> Closure {
    let mut met = vec![false; document.schemas.len()];
    let mut stack = vec![(root, 0)];
    let mut closure = Closure {
        members: Vec::new(),
        depth: 0,
    };
    while let Some((id, depth)) = stack.pop() {
        if std::mem::replace(&mut met[id.index()], true) {
            continue;
        }
        closure.members.push(id);
        closure.depth = closure.depth.max(depth);
        let children = document.schema(id).children();
        stack.extend(children.into_iter().rev().map(|child| (child, depth + 1)));
    }
    closure
}

/// For each schema the length of its longest chain of schemas that hold of the
/// same value; `None` where the chain never ends, as in `A: {allOf: [A]}`.
///
/// What people mean by an alternative that refers back to what has it, ends.
pub(crate) fn in_place_heights(document: &Document, reading: Interpretation) -> Vec<Option<u32>> {
    let children: Vec<Vec<SchemaId>> = document
        .schemas
        .iter()
        .map(|(id, _)| in_place(document, id, reading))
        .collect();
    let mut heights = vec![State::Unmet; document.schemas.len()];
    for (root, _) in document.schemas.iter() {
        let mut stack = vec![root];
        while let Some(&id) = stack.last() {
            match heights[id.index()] {
                State::Unmet => {
                    heights[id.index()] = State::Open;
                    let unmet = |child: &&SchemaId| heights[child.index()] == State::Unmet;
                    stack.extend(children[id.index()].iter().filter(unmet));
                }
                State::Open => {
                    heights[id.index()] = close(&children[id.index()], &heights);
                    stack.pop();
                }
                State::Closed(_) => {
                    stack.pop();
                }
            }
        }
    }
    heights.into_iter().map(State::height).collect()
}

fn in_place(document: &Document, id: SchemaId, reading: Interpretation) -> Vec<SchemaId> {
    let mut children = document.schema(id).in_place();
    match reading {
        Interpretation::Default if is_above(document, id) => {
            let alternatives: Vec<SchemaId> = document.schema(id).alternatives().collect();
            children.retain(|child| {
                !alternatives.contains(child) || !refers_back(document, id, *child)
            });
        }
        Interpretation::Default | Interpretation::Strict => {}
    }
    children
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    Unmet,
    Open,
    Closed(Option<u32>),
}

impl State {
    fn height(self) -> Option<u32> {
        match self {
            Self::Closed(height) => height,
            Self::Unmet | Self::Open => None,
        }
    }
}

/// A child that is still open leads back to itself.
fn close(children: &[SchemaId], heights: &[State]) -> State {
    let mut height = Some(0);
    for child in children {
        let below = heights[child.index()].height();
        height = height.zip(below).map(|(own, below)| own.max(below + 1));
    }
    State::Closed(height)
}
