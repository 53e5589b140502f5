//! How the schemas of a document hang together: which hold of the same value,
//! which of a part of it, and which of them go on without end.
//!
//! Everything here walks with a stack of its own, so that a description that
//! nests a hundred thousand schemas costs memory and not the process.

use bindery_openapi::Document;
use bindery_openapi::document::SchemaId;

use crate::Interpretation;

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

/// How much holds of the same value as a schema.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Extent {
    /// The length of the longest chain of schemas.
    pub(crate) height: u32,
    /// The schemas, each as often as a chain leads to it, itself among them.
    pub(crate) parts: u64,
}

/// For each schema how much holds of the same value; `None` where a chain of
/// such schemas never ends, as in `A: {allOf: [A]}`.
///
/// What people mean by an alternative that refers back to what has it, ends.
pub(crate) fn in_place_extents(
    document: &Document,
    reading: Interpretation,
) -> Vec<Option<Extent>> {
    let children: Vec<Vec<SchemaId>> = document
        .schemas
        .iter()
        .map(|(id, _)| in_place(document, id, reading))
        .collect();
    let mut extents = vec![State::Unmet; document.schemas.len()];
    for (root, _) in document.schemas.iter() {
        let mut stack = vec![root];
        while let Some(&id) = stack.last() {
            match extents[id.index()] {
                State::Unmet => {
                    extents[id.index()] = State::Open;
                    let unmet = |child: &&SchemaId| extents[child.index()] == State::Unmet;
                    stack.extend(children[id.index()].iter().filter(unmet));
                }
                State::Open => {
                    extents[id.index()] = close(&children[id.index()], &extents);
                    stack.pop();
                }
                State::Closed(_) => {
                    stack.pop();
                }
            }
        }
    }
    extents.into_iter().map(State::extent).collect()
}

fn in_place(document: &Document, id: SchemaId, reading: Interpretation) -> Vec<SchemaId> {
    let mut children = document.schema(id).in_place();
    match reading {
        Interpretation::Default if document.is_above(id) => {
            let alternatives: Vec<SchemaId> = document.schema(id).alternatives().collect();
            children
                .retain(|child| !alternatives.contains(child) || !document.refers_back(id, *child));
        }
        Interpretation::Default | Interpretation::Strict => {}
    }
    children
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    Unmet,
    Open,
    Closed(Option<Extent>),
}

impl State {
    fn extent(self) -> Option<Extent> {
        match self {
            Self::Closed(extent) => extent,
            Self::Unmet | Self::Open => None,
        }
    }
}

/// A child that is still open leads back to itself.
fn close(children: &[SchemaId], extents: &[State]) -> State {
    let mut extent = Some(Extent {
        height: 0,
        parts: 1,
    });
    for child in children {
        let below = extents[child.index()].extent();
        extent = extent.zip(below).map(|(own, below)| Extent {
            height: own.height.max(below.height + 1),
            parts: own.parts.saturating_add(below.parts),
        });
    }
    State::Closed(extent)
}
