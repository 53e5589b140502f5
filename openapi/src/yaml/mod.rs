//! YAML 1.2 text as a tree of nodes, each with its bytes.
//!
//! The tree is what the text says and no more: `load` makes a value of it,
//! `locate` finds a pointer's place in it. Both see aliases and merge keys the
//! same way, because both ask here.

mod members;
mod offsets;
mod scalar;
mod span;
mod tabs;
mod tree;

pub(crate) use members::{Member, Members};
pub(crate) use scalar::{Scalar, resolve};
pub(crate) use tabs::with_tree;
pub(crate) use tree::{Broken, Fault, Kind, Node, NodeId, Tree};

/// How deep values may be nested, which is what the JSON reader admits too.
pub(crate) const MAX_DEPTH: usize = 127;
